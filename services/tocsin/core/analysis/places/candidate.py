"""Candidates: stretches of a run that some place bears as its name, with all that the run itself tells of them."""

from typing import Final

from tocsin.core.analysis.compiled import IS_COMPILED
from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.gazetteer.memory import remember
from tocsin.core.analysis.places.capitals import CapitalRuns
from tocsin.core.analysis.places.classes import GIVEN, INITIAL, NO_WORD, PLACE, SURNAME, TITLE, UNKNOWN, word_class
from tocsin.core.analysis.places.features import (
    Beside,
    beside_features,
    own,
    own_features,
    stranger_features,
    word_features,
)
from tocsin.core.analysis.places.letters import LetterRuns
from tocsin.core.analysis.places.lexicon import FEATURE_NOUNS
from tocsin.core.analysis.places.profile import DEMONYM, Numbers, Profile
from tocsin.core.analysis.places.profiler import Profiler
from tocsin.core.analysis.places.runs import Token, find_runs, tokens
from tocsin.core.analysis.places.spans import Stretch, names, strangers
from tocsin.core.analysis.places.weights import Weigher, Weights
from tocsin.core.analysis.text import Text

_REMEMBERED: Final = 30_000

_NAMELIKE: Final = frozenset({GIVEN, TITLE, INITIAL, SURNAME, UNKNOWN})
_FEATURE_NOUNS: Final = FEATURE_NOUNS

HOPELESS: Final = -3.0
"""A name of which its run alone says so much ill is not looked into: of ten thousand such in the corpora that the
weights were learned from, what stands around would have saved none.
"""


class Candidate:
    """A stretch of a run.

    ``first`` and ``last`` tell whether it begins and ends the run, ``postings`` what it may stand for, ``logit`` how
    much weighs what the run says for its being a place (``features``, once they were asked for, as is ``profile``).
    ``as_person`` means that it stands like a surname, behind a title or a name, ``is_demonym`` that it is most likely
    the name of a people, ``is_feature`` that a noun says so ("Neches River").
    """

    __slots__ = (
        "all_caps",
        "as_person",
        "end",
        "features",
        "first",
        "is_demonym",
        "is_feature",
        "key",
        "last",
        "logit",
        "postings",
        "profile",
        "run",
        "start",
    )

    def __init__(self, run: str, words: tuple[Token, ...], one: Stretch, logit: float, *, all_caps: bool) -> None:
        self.run = run
        self.all_caps = all_caps
        self.start = words[one.first].start
        self.end = words[one.stop - 1].end
        self.key = one.key
        self.postings: Numbers = one.postings
        self.first = one.first == 0
        self.last = one.stop == len(words)
        self.logit = logit
        self.features: tuple[str, ...] | None = None
        self.profile: Profile | None = None
        self.as_person = False
        self.is_demonym = bool(one.postings) and one.postings[0] & 15 == DEMONYM
        self.is_feature = not one.postings and not _FEATURE_NOUNS.isdisjoint(one.key.split())


Reading = tuple[tuple[Candidate, ...], tuple[Candidate, ...], str | None]
"""What a run holds: names of known places, names that may be strangers', and its last word's key where that stands like
a surname.
"""


class RunReader:
    """Reads runs; remembers what it has read, since most names of a day's news come again and again."""

    def __init__(self, gazetteer: Gazetteer, weights: Weights) -> None:
        self.records = gazetteer.records
        self._gazetteer = gazetteer
        self._weights = weights
        self._capitals = LetterRuns(gazetteer) if IS_COMPILED else CapitalRuns(gazetteer)
        self._known: dict[bool, dict[str, Reading]] = {True: {}, False: {}}
        self._profiler = Profiler(gazetteer.records, weights.resolution)
        self._profiles: dict[Numbers, Profile] = {}
        self._detection = weights.detection
        self._own = Weigher(weights, own_features)
        self._beside = Weigher(weights, beside_features)

    def readings(self, text: Text) -> list[tuple[int, Reading]]:
        """(Offset, what it holds) of each run of a text that holds anything, in order."""
        all_caps = text.all_caps
        known = self._known[all_caps]
        found: list[tuple[int, Reading]] = []
        runs = self._capitals.find(text.text) if all_caps else find_runs(text.text)
        for offset, run in runs:
            reading = known.get(run)
            if reading is None:
                reading = remember(known, run, self._read(run, all_caps=all_caps), _REMEMBERED)
            if reading[0] or reading[1] or reading[2]:
                found.append((offset, reading))
        return found

    def profile(self, candidate: Candidate) -> Profile:
        """All that a name may stand for."""
        known = candidate.profile
        if known is None:
            postings = candidate.postings
            known = self._profiles.get(postings)
            if known is None:
                known = remember(self._profiles, postings, self._profiler.profile(postings))
            candidate.profile = known
        return known

    def features(self, candidate: Candidate) -> tuple[str, ...]:
        """What its run says for and against its being a place, as the weights call it."""
        if candidate.features is None:
            candidate.features = self._features(candidate)
        return candidate.features

    def _features(self, candidate: Candidate) -> tuple[str, ...]:
        words = tokens(candidate.run, self._gazetteer)
        known = names(words, self._gazetteer, all_caps=candidate.all_caps)
        start = candidate.start
        if not candidate.postings:
            others = strangers(words, known, all_caps=candidate.all_caps)
            one = next(other for other in others if words[other.first].start == start)
            return stranger_features(words, one)
        at = next(at for at, stretch in enumerate(known) if words[stretch.first].start == start)
        name = own(words, known[at], self.records, all_caps=candidate.all_caps)
        return (
            *own_features(name),
            *beside_features(self._neighbours(words, known, at)),
            *word_features(words, known[at]),
        )

    def _read(self, run: str, *, all_caps: bool) -> Reading:
        words = tokens(run, self._gazetteer)
        if not words:
            return (), (), None
        known = names(words, self._gazetteer, all_caps=all_caps)
        candidates = [self._candidate(run, words, known, at, all_caps=all_caps) for at in range(len(known))]
        others = strangers(words, known, all_caps=all_caps)
        surname = words[-1].key if len(words) > 1 and (not known or known[-1].stop < len(words)) else None
        kept = tuple([candidate for candidate in candidates if candidate.logit >= HOPELESS])
        return kept, tuple([Candidate(run, words, one, 0.0, all_caps=all_caps) for one in others]), surname

    def _candidate(
        self, run: str, words: tuple[Token, ...], known: list[Stretch], at: int, *, all_caps: bool
    ) -> Candidate:
        one = known[at]
        beside = self._neighbours(words, known, at)
        name = own(words, one, self.records, all_caps=all_caps)
        logit = self._own.weigh(name, name.code()) + self._beside.weigh(beside, beside.code())
        if not beside.alone:
            told = 0.0
            for feature in word_features(words, one):
                told += self._detection.get(feature, 0.0)
            logit += told
        candidate = Candidate(run, words, one, logit, all_caps=all_caps)
        candidate.as_person = beside.after == NO_WORD and beside.before in _NAMELIKE
        return candidate

    def _neighbours(self, words: tuple[Token, ...], known: list[Stretch], number: int) -> Beside:
        """The classes of the words beside a name."""
        one = known[number]
        first, stop, best = one.first, one.stop, one.postings[0]
        found = Beside(self.records.kinds[best >> 4], best & 15, alone=stop - first == len(words))
        if first:
            touching = number > 0 and known[number - 1].stop == first
            found.before = PLACE if touching else word_class(words[first - 1])
            if first > 1 and words[first - 1].key == "of":
                found.before_of = word_class(words[first - 2])
        if stop < len(words):
            touching = number + 1 < len(known) and known[number + 1].first == stop
            found.after = PLACE if touching else word_class(words[stop])
            if stop + 1 < len(words):
                found.second_after = word_class(words[stop + 1])
        return found
