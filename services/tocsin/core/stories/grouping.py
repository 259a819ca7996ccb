"""Which open story an article belongs to: an index over the stories of one rule, and the choice among candidates.

Single pass: each article joins the story that it is most like, if like enough, or opens one. All of the index derives
from the open stories, so a worker that takes a rule over decides as the one before it would have.
"""

import heapq
import math
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from tocsin.core.model.base import Value
from tocsin.core.model.match import Signature
from tocsin.core.model.story import Profile
from tocsin.core.stories.commonplace import COMMONPLACE
from tocsin.core.stories.likeness import SMOOTHING, likeness, weight

THRESHOLD = 0.22
"""Likeness from which an article joins a story. Lower joins more retellings, and silences more new events."""

MAX_POSTINGS = 400
"""Words in more open stories than this find no candidates: they are no sign of any one event."""

PROBES = 16
"""Words of an article, weightiest first, that look for candidates."""

MAX_CANDIDATES = 6
"""Stories compared in full for one article."""

IMAGINED = 4
"""Articles that a rule is taken to have seen before its first, so that words of its second are not held for common."""

COMMON_SHARE = 0.3
"""Share of those that have each commonplace word."""

_DAY = timedelta(days=1)


class Candidate(Value, frozen=True, kw_only=True):
    """An open story as grouping sees it."""

    id: str
    profile: Profile
    first: datetime
    last: datetime


class Grouping:
    """The open stories of one rule, by what their articles say. Not thread-safe."""

    def __init__(self, threshold: float = THRESHOLD) -> None:
        self._threshold = threshold
        self._open: dict[str, Candidate] = {}
        self._postings: dict[str, dict[str, int]] = {}
        self._articles_with: dict[str, int] = {}
        self._articles = 0

    def __len__(self) -> int:
        return len(self._open)

    def put(self, candidate: Candidate) -> None:
        """Take in a story, in place of what was known under its id."""
        self.discard(candidate.id)
        self._open[candidate.id] = candidate
        self._count(candidate, 1)
        for word, held in _words(candidate.profile):
            self._postings.setdefault(word, {})[candidate.id] = held

    def discard(self, story: str) -> None:
        """Forget a story, if it is known."""
        candidate = self._open.pop(story, None)
        if candidate is None:
            return
        self._count(candidate, -1)
        for word, _ in _words(candidate.profile):
            holders = self._postings[word]
            del holders[story]
            if not holders:
                del self._postings[word]

    def find(self, article: Signature, at: datetime, closed: datetime, window: timedelta) -> str | None:
        """The open story that an article of this event time belongs to, or None if it opens one.

        A story is closed to all if it ended before ``closed``, and to this article if more than the window lies between
        ``at`` and the story's span. Of equally like stories the lower id is chosen.
        """
        rarity = self._rarity(article)
        best: tuple[float, str] | None = None
        for story in self._candidates(article, rarity):
            candidate = self._open[story]
            apart = max(candidate.first - at, at - candidate.last, timedelta())
            if apart > window or candidate.last < closed:
                continue
            choice = (-likeness(article, candidate.profile, rarity, apart / _DAY), story)
            if -choice[0] >= self._threshold and (best is None or choice < best):
                best = choice
        return best[1] if best else None

    def _candidates(self, article: Signature, rarity: Callable[[str], float]) -> list[str]:
        """The stories that share most of what the article's weightiest words weigh; ties go to the lower id."""
        weighed = [
            (weight(word, rarity(word), is_name=False), word) for word in article.terms if word in self._postings
        ]
        weighed += [
            (weight(word, rarity(word), is_name=True), word) for word in article.names if word in self._postings
        ]
        shared: dict[str, float] = {}
        for own, word in heapq.nlargest(PROBES, weighed):
            holders = self._postings[word]
            if len(holders) > MAX_POSTINGS:
                continue
            for story, held in holders.items():
                shared[story] = shared.get(story, 0.0) + own * own * held / self._open[story].profile.articles
        ranked = heapq.nsmallest(MAX_CANDIDATES, ((-score, story) for story, score in shared.items()))
        return [story for _, story in ranked]

    def _rarity(self, article: Signature) -> Callable[[str], float]:
        """Inverse document frequency over the articles of the open stories, this one, and those imagined before any."""
        total = math.log(self._articles + 2 + IMAGINED)
        fresh = {*article.terms, *article.names}
        known = self._articles_with
        memo: dict[str, float] = {}

        def rarity(word: str) -> float:
            value = memo.get(word)
            if value is None:
                held = known.get(word, 0) + (IMAGINED * COMMON_SHARE if word in COMMONPLACE else 0)
                value = total - math.log(held + (1.5 if word in fresh else 0.5)) + SMOOTHING
                memo[word] = value = max(value, SMOOTHING)
            return value

        return rarity

    def _count(self, candidate: Candidate, sign: int) -> None:
        self._articles += sign * candidate.profile.articles
        for word, held in _words(candidate.profile):
            total = self._articles_with.get(word, 0) + sign * held
            if total:
                self._articles_with[word] = total
            else:
                self._articles_with.pop(word, None)


def _words(profile: Profile) -> Iterator[tuple[str, int]]:
    """Words of the profile and in how many of its articles each stands; one that is term and name counts once."""
    yield from profile.terms.items()
    for name, held in profile.names.items():
        if name not in profile.terms:
            yield name, held
