"""The open stories of one rule, and what can be asked of them. All of it derives from the stories themselves."""

import heapq
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from tocsin.core.model.match import Signature
from tocsin.core.model.story import Flow, Story
from tocsin.core.stories.grouping import Candidate, Grouping
from tocsin.core.stories.report import NO_TIME


class OpenStories:
    """Index over the stories of one rule that ``kept`` holds; ``kept`` itself is the caller's to write.

    ``clock`` is the rule's latest event time, ``watermark`` the offset of the newest record folded, ``doubt`` what
    ``Grouping`` takes. Not thread-safe.
    """

    def __init__(self, kept: Mapping[str, Story], *, doubt: float = 0.0) -> None:
        self._kept = kept
        self._grouping = Grouping(doubt=doubt)
        self._by_article: dict[str, str] = {}
        self._articles: dict[str, tuple[str, ...]] = {}
        self._last: dict[str, datetime] = {}
        self._oldest: list[tuple[datetime, str]] = []  # one of each story, mended when it comes to the front
        self._due: dict[str, datetime] = {}
        self._next_due: list[tuple[datetime, str]] = []
        self._newest: tuple[datetime, str] = (NO_TIME, "")
        self._highest = -1
        self._at_highest: set[str] = set()
        self._flow: Flow | None = None

    def __len__(self) -> int:
        return len(self._last)

    def __iter__(self) -> Iterator[str]:
        return iter(self._last)

    @property
    def clock(self) -> datetime:
        """The latest event time among the articles."""
        return self._newest[0]

    @property
    def watermark(self) -> int:
        """The highest offset folded; -1 before the first."""
        return self._highest

    @property
    def flow(self) -> Flow | None:
        """The rule's articles of late, as of the newest record folded."""
        return self._flow

    @property
    def last_touched(self) -> int:
        """How many stories the newest record folded has changed."""
        return len(self._at_highest)

    def get(self, story: str) -> Story | None:
        """The story with this id, if it is open."""
        return self._kept[story] if story in self._last else None

    def of_article(self, article: str, window: timedelta | None = None) -> Story | None:
        """The story that this article is a report of; with a window, only if the story did not end before it."""
        story = self._by_article.get(article)
        if story is None or (window is not None and self._last[story] < self.clock - window):
            return None
        return self._kept[story]

    def find(self, signature: Signature, at: datetime, window: timedelta) -> Story | None:
        """The story that a new article belongs to, or None if it opens one."""
        story = self._grouping.find(signature, at, max(self.clock, at) - window, window)
        return None if story is None else self._kept[story]

    def put(self, story: Story, due: datetime | None) -> None:
        """Take in a story as it now stands. ``due``: event time from which its held-back update may be told."""
        self._put_articles(story)
        self._grouping.put(Candidate(story.id, story.profile, story.first, story.last))
        if story.id not in self._last:
            heapq.heappush(self._oldest, (story.last, story.id))
        self._last[story.id] = story.last
        self._newest = max(self._newest, (story.last, story.id))
        if story.seq > self._highest:
            self._highest, self._at_highest, self._flow = story.seq, {story.id}, story.flow
        elif story.seq == self._highest:
            self._at_highest.add(story.id)
        if due is None:
            self._due.pop(story.id, None)
        elif self._due.get(story.id) != due:
            self._due[story.id] = due
            heapq.heappush(self._next_due, (due, story.id))

    def _put_articles(self, story: Story) -> None:
        """Note whose reports these are. An article that came again once its story had closed is the newer story's."""
        articles = (*story.older, *[report.article for report in story.reports])
        known = self._articles.get(story.id, ())
        self._articles[story.id] = articles
        fresh = articles[len(known) :]
        if articles[: len(known)] != known:
            self._forget_articles(story.id, known)
            fresh = articles
        for article in fresh:
            other = self._kept.get(self._by_article.get(article, ""))
            if other is None or other.seq <= story.seq:
                self._by_article[article] = story.id

    def _forget_articles(self, story: str, articles: tuple[str, ...]) -> None:
        for article in articles:
            if self._by_article.get(article) == story:
                del self._by_article[article]

    def discard(self, story: str) -> None:
        """Forget a story, if it is known."""
        if self._last.pop(story, None) is None:
            return
        self._forget_articles(story, self._articles.pop(story))
        self._grouping.discard(story)
        self._due.pop(story, None)

    def held(self) -> list[str]:
        """The stories with an update that is held back."""
        return list(self._due)

    def due(self, clock: datetime, limit: int, besides: str) -> list[Story]:
        """Up to ``limit`` stories ``besides`` one whose held-back update may be told now, the longest due first."""
        ready: list[tuple[datetime, str]] = []
        passed: list[tuple[datetime, str]] = []
        while self._next_due and len(ready) < limit and self._next_due[0][0] <= clock:
            entry = heapq.heappop(self._next_due)
            if self._due.get(entry[1]) == entry[0] and entry not in passed:
                passed.append(entry)
                if entry[1] != besides:
                    ready.append(entry)
        for entry in passed:
            heapq.heappush(self._next_due, entry)
        return [self._kept[story] for _, story in ready]

    def expired(self, closed: datetime, limit: int, most: int, newest: Story | None = None) -> list[str]:
        """Up to ``limit`` stories to let go: those that ended before ``closed``, the oldest if over ``most``.

        Those that hold the rule's clock and watermark stay, so that both survive a restart; ``newest`` is about to be
        put and to hold the latter.
        """
        clock = self._newest if newest is None else max(self._newest, (newest.last, newest.id))
        holders = {clock[1], *(self._at_highest if newest is None else (newest.id,))}
        chosen: list[str] = []
        passed: list[tuple[datetime, str]] = []
        while self._oldest and len(chosen) < limit:
            known, story = self._oldest[0]
            last = self._last.get(story)
            if last is None:
                heapq.heappop(self._oldest)
                continue
            if last != known:
                heapq.heapreplace(self._oldest, (last, story))
                continue
            if last >= closed and len(self._last) - len(chosen) <= most:
                break
            entry = heapq.heappop(self._oldest)
            if not passed or passed[-1] != entry:
                passed.append(entry)
                if story not in holders:
                    chosen.append(story)
        for entry in passed:
            heapq.heappush(self._oldest, entry)
        return chosen
