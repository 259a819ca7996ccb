"""Which open story an article belongs to: an index over the stories of one rule, and the choice among candidates.

Single pass: each article joins the story that it is most like, if like enough, or opens one. All of the index derives
from the open stories, so a worker that takes a rule over decides as the one before it would have.
"""

from datetime import datetime, timedelta

from tocsin.core.model.base import Value
from tocsin.core.model.match import Signature
from tocsin.core.model.story import Profile
from tocsin.core.stories.likeness import likeness
from tocsin.core.stories.rarity import Rarity, Weighing, vocabulary

THRESHOLD = 0.22
"""Likeness from which an article joins a story. Lower joins more retellings, and silences more new events."""

MAX_POSTINGS = 150
"""Words in more open stories than this find no candidates: they are no sign of any one event."""

PROBES = 14
"""Words of an article, weightiest first, that look for candidates."""

MAX_CANDIDATES = 4
"""Stories compared in full for one article."""

LEAST_SHARED = 0.015
"""Share of an article's weight (as a square) that its probes must have in common with a story worth comparing."""

_DAY = timedelta(days=1)
_NOT_APART = timedelta()


class Candidate(Value, frozen=True, kw_only=True):
    """An open story as grouping sees it."""

    id: str
    profile: Profile
    first: datetime
    last: datetime


class Grouping:
    """The open stories of one rule, by what their articles say. Not thread-safe.

    ``_postings`` has the stories of each word, with how many of their articles have it; of most words there is only
    one, which stands there by itself.
    """

    def __init__(self, threshold: float = THRESHOLD) -> None:
        self._threshold = threshold
        self._open: dict[str, Candidate] = {}
        self._postings: dict[str, str | dict[str, int]] = {}
        self._rarity = Rarity()

    def __len__(self) -> int:
        return len(self._open)

    def put(self, candidate: Candidate) -> None:
        """Take in a story, in place of what was known under its id."""
        known = self._open.get(candidate.id)
        self._open[candidate.id] = candidate
        if known is None:
            self._rarity.count(candidate.profile.articles)
            self._repost(candidate.id, {}, vocabulary(candidate.profile))
        elif known.profile is not candidate.profile:
            self._rarity.count(candidate.profile.articles - known.profile.articles)
            self._repost(candidate.id, vocabulary(known.profile), vocabulary(candidate.profile))

    def discard(self, story: str) -> None:
        """Forget a story, if it is known."""
        candidate = self._open.pop(story, None)
        if candidate is not None:
            self._rarity.count(-candidate.profile.articles)
            self._repost(story, vocabulary(candidate.profile), {})

    def find(self, article: Signature, at: datetime, closed: datetime, window: timedelta) -> str | None:
        """The open story that an article of this event time belongs to, or None if it opens one.

        A story is closed to all if it ended before ``closed``, and to this article if more than the window lies between
        ``at`` and the story's span. Of equally like stories the lower id is chosen.
        """
        weighing = Weighing(self._rarity, article)
        best: tuple[float, str] | None = None
        least = self._threshold
        for story in self._candidates(weighing):
            candidate = self._open[story]
            apart = max(candidate.first - at, at - candidate.last, _NOT_APART)
            if apart > window or candidate.last < closed:
                continue
            like = likeness(article, candidate.profile, weighing, apart / _DAY, least)
            if like >= least and (best is None or (-like, story) < best):
                best = (-like, story)
                least = like
        return best[1] if best else None

    def _candidates(self, weighing: Weighing) -> list[str]:
        """The stories that share most of what the article's weightiest words weigh; ties go to the lower id."""
        postings, opened = self._postings, self._open
        terms, names = weighing.terms, weighing.names
        weighed = [*zip(terms.values(), terms, strict=True), *zip(names.values(), names, strict=True)]
        weighed.sort(reverse=True)
        shared: dict[str, float] = {}
        sum_of = shared.get
        left = PROBES
        for own, word in weighed:
            holders = postings.get(word)
            if isinstance(holders, str):
                shared[holders] = sum_of(holders, 0.0) + own * self._rarity.of_stories(word)
            elif holders is not None:
                if len(holders) > MAX_POSTINGS:
                    continue
                for story, held in holders.items():
                    shared[story] = sum_of(story, 0.0) + own * held
            left -= 1
            if not left:
                break
        least = LEAST_SHARED * weighing.norm
        scores = ((score / opened[story].profile.articles, story) for story, score in shared.items() if score >= least)
        ranked = sorted((-score, story) for score, story in scores if score >= least)
        return [story for _, story in ranked[:MAX_CANDIDATES]]

    def _repost(self, story: str, before: dict[str, int], after: dict[str, int]) -> None:
        """Note the words of a story where they differ from those noted before."""
        postings, add = self._postings, self._rarity.add
        known = before.get
        for word, held in after.items():
            change = held - known(word, 0)
            if change:
                holders = postings.get(word)
                if holders is None:
                    postings[word] = story
                elif isinstance(holders, dict):
                    holders[story] = held
                elif holders != story:
                    postings[word] = {holders: self._rarity.of_stories(word), story: held}
                add(word, change)
        if not before.keys() <= after.keys():
            for word in before.keys() - after.keys():
                add(word, -before[word])
                self._unpost(story, word)

    def _unpost(self, story: str, word: str) -> None:
        holders = self._postings[word]
        if isinstance(holders, dict):
            del holders[story]
        if isinstance(holders, str) or not holders:
            del self._postings[word]
            self._rarity.forget(word)
