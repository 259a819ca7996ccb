"""Which open story an article belongs to: an index over the stories of one rule, and the choice among candidates.

Single pass: each article joins the story that it is most like, if like enough, or opens one. All of the index derives
from the open stories, so a worker that takes a rule over decides as the one before it would have.
"""

import math
from datetime import datetime, timedelta

from tocsin.core.model.match import Signature
from tocsin.core.model.story import Profile
from tocsin.core.stories.likeness import Newcomer, likeness
from tocsin.core.stories.rarity import Rarity, Weighing, vocabulary

THRESHOLD = 0.15
"""Likeness from which an article joins a story. Lower joins more retellings, and silences more new events."""

DOUBT = 0.03
"""Added for each factor of e by which there are fewer than ``SETTLED`` articles, where no rule has chosen them: which
words are rare is not known yet, and most of what comes is about an event that no story has. What one rule lets through
is of one kind and place, and there the first articles are mostly about one event.
"""

SETTLED, FEWEST = 200, 20
"""Articles from which no doubt is added, and below which no more is: young streams join retellings too."""

CROWD = 0.03
"""Added for each factor of e by which there are more open stories than ``ROOM``: the more there are, the likelier
one of them is like an article by chance.
"""

ROOM = 50

MAX_POSTINGS = 150
"""Words in more open stories than this find no candidates: they are no sign of any one event."""

PROBES = 20
"""Words of an article, weightiest first, that look for candidates."""

MAX_CANDIDATES = 5
"""Stories compared in full for one article."""

LEAST_SHARED = 0.005
"""Share of an article's weight (as a square) that its probes must have in common with a story worth comparing."""

_DAY = timedelta(days=1)
_NOT_APART = timedelta()


class Candidate:
    """An open story as grouping sees it."""

    __slots__ = ("first", "id", "last", "profile")

    def __init__(self, story: str, profile: Profile, first: datetime, last: datetime) -> None:
        self.id = story
        self.profile = profile
        self.first = first
        self.last = last


class Grouping:
    """The open stories of one rule, by what their articles say. Not thread-safe.

    ``doubt`` is what ``caution`` takes for it: none where a rule has chosen the articles.

    ``_postings`` has the stories of each word, with how many of their articles have it; of most words there is only
    one, which stands there by itself.
    """

    def __init__(self, threshold: float = THRESHOLD, doubt: float = 0.0) -> None:
        self._threshold = threshold
        self._doubt = doubt
        self._open: dict[str, Candidate] = {}
        self._postings: dict[str, str | dict[str, int]] = {}
        self._rarity = Rarity()

    def __len__(self) -> int:
        return len(self._open)

    def put(self, candidate: Candidate) -> None:
        """Take in a story, in place of what was known under its id."""
        known = self._open.get(candidate.id)
        self._open[candidate.id] = candidate
        profile = candidate.profile
        if known is None:
            self._rarity.count(profile.articles)
            self._post(candidate.id, profile)
        elif known.profile is not profile:
            self._rarity.count(profile.articles - known.profile.articles)
            self._repost(candidate.id, known.profile, profile)

    def discard(self, story: str) -> None:
        """Forget a story, if it is known."""
        candidate = self._open.pop(story, None)
        if candidate is not None:
            self._rarity.count(-candidate.profile.articles)
            for word, held in vocabulary(candidate.profile).items():
                self._rarity.add(word, -held)
                self._unpost(story, word)

    def find(self, article: Signature, at: datetime, closed: datetime, window: timedelta) -> str | None:
        """The open story that an article of this event time belongs to, or None if it opens one.

        A story is closed to all if it ended before ``closed``, and to this article if more than the window lies between
        ``at`` and the story's span. Of equally like stories the lower id is chosen.
        """
        weighing = Weighing(self._rarity, article)
        ranked = self._candidates(weighing)
        if not ranked:
            return None
        newcomer = Newcomer(article)
        best = ""
        least = self._threshold + caution(self._rarity.articles, len(self._open), self._doubt)
        for story in ranked:
            candidate = self._open[story]
            apart = max(candidate.first - at, at - candidate.last, _NOT_APART)
            if apart > window or candidate.last < closed:
                continue
            like = likeness(newcomer, candidate.profile, weighing, apart / _DAY, least)
            if like > least or (like == least and (not best or story < best)):
                best = story
                least = like
        return best or None

    def _candidates(self, weighing: Weighing) -> list[str]:
        """The stories that share most of what the article's weightiest words weigh; ties go to the lower id."""
        postings, opened, rarity = self._postings, self._open, self._rarity
        shared: dict[str, float] = {}
        left = PROBES
        for own, word in weighing.weightiest():
            holders = postings.get(word)
            if isinstance(holders, str):
                shared[holders] = shared.get(holders, 0.0) + own * rarity.of_stories(word)
            elif holders is not None:
                if len(holders) > MAX_POSTINGS:
                    continue
                for story, held in holders.items():
                    shared[story] = shared.get(story, 0.0) + own * held
            left -= 1
            if not left:
                break
        least = LEAST_SHARED * weighing.norm
        ranked: list[tuple[float, str]] = []
        for story, score in shared.items():
            if score >= least:
                mean = score / opened[story].profile.articles
                if mean >= least:
                    ranked.append((-mean, story))
        ranked.sort()
        return [story for _, story in ranked[:MAX_CANDIDATES]]

    def _post(self, story: str, profile: Profile) -> None:
        """Note the words of a story that was not known."""
        postings, rarity = self._postings, self._rarity
        for word, held in vocabulary(profile).items():
            holders = postings.get(word)
            if holders is None:
                postings[word] = story
            elif isinstance(holders, str):
                postings[word] = {holders: rarity.of_stories(word), story: held}
            else:
                holders[story] = held
            rarity.add(word, held)

    def _repost(self, story: str, before: Profile, after: Profile) -> None:
        """Note the words of a story where they differ from those noted before, counted as in ``vocabulary``."""
        old_terms, old_names, terms, names = before.terms, before.names, after.terms, after.names
        for word, held in terms.items():
            known = old_terms.get(word)
            if known is None:
                known = old_names.get(word, 0)
            if known != held:
                self._change(story, word, known, held)
        for word, held in names.items():
            known = old_names.get(word, 0)
            if known != held and word not in terms and word not in old_terms:
                self._change(story, word, known, held)
        for word in _gone(old_terms, terms):
            self._change(story, word, old_terms[word], names.get(word, 0))
        for word in _gone(old_names, names):
            if word not in terms and word not in old_terms:
                self._change(story, word, old_names[word], 0)

    def _change(self, story: str, word: str, known: int, held: int) -> None:
        """Note that so many articles of a story have a word, where another number had it before."""
        postings, change = self._postings, held - known
        self._rarity.add(word, change)
        holders = postings.get(word)
        if not held:
            self._unpost(story, word)
        elif holders is None:
            postings[word] = story
        elif not isinstance(holders, str):
            holders[story] = held
        elif holders != story:
            postings[word] = {holders: self._rarity.of_stories(word) - change, story: held}

    def _unpost(self, story: str, word: str) -> None:
        holders = self._postings[word]
        if isinstance(holders, dict):
            del holders[story]
        if isinstance(holders, str) or not holders:
            del self._postings[word]
            self._rarity.forget(word)


def caution(articles: int, stories: int, doubt: float) -> float:
    """What the threshold is higher by with so many articles in so many open stories."""
    added = 0.0
    if articles < SETTLED:
        added = doubt * math.log(SETTLED / max(articles, FEWEST))
    if stories > ROOM:
        added += CROWD * math.log(stories / ROOM)
    return added


def _gone(before: dict[str, int], after: dict[str, int]) -> list[str]:
    """The words that are no longer there."""
    return [] if before.keys() <= after.keys() else [word for word in before if word not in after]
