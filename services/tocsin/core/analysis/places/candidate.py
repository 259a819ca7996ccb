"""Candidates: stretches of a run that some place bears as its name, with all that the run itself tells of them."""

from typing import NamedTuple

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.places.features import run_features, stranger_features
from tocsin.core.analysis.places.profile import Profile, profile
from tocsin.core.analysis.places.runs import Token, tokens
from tocsin.core.analysis.places.spans import Stretch, names, strangers, word_class
from tocsin.core.analysis.places.weights import Weights

_REMEMBERED = 30_000

_NAMELIKE = frozenset({"given", "title", "initial", "surname", "unknown"})


class Candidate(NamedTuple):
    """A stretch of a run. ``first`` and ``last`` tell whether it begins and ends the run, ``features`` what speaks for
    and against a place, ``logit`` how much all that weighs. ``as_person`` means that it stands like a surname, behind a title or a name.
    """

    start: int
    end: int
    key: str
    profile: Profile
    first: bool
    last: bool
    features: tuple[str, ...]
    logit: float
    as_person: bool


class Reading(NamedTuple):
    """What a run holds: names of known places, names that may be strangers', and its last word's key where that stands
    like a surname.
    """

    candidates: tuple[Candidate, ...]
    strangers: tuple[Candidate, ...]
    surname: str | None


_NOTHING = Reading((), (), None)


class RunReader:
    """Reads runs; remembers what it has read, since most names of a day's news come again and again."""

    def __init__(self, gazetteer: Gazetteer, weights: Weights) -> None:
        self._gazetteer = gazetteer
        self._weights = weights
        self._known: dict[str, Reading] = {}

    def read(self, run: str, *, all_caps: bool) -> Reading:
        """What a run holds, in order, none overlapping."""
        if all_caps:
            return self._read(run, all_caps=True)
        known = self._known.get(run)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[run] = self._read(run, all_caps=False)
        return known

    def _read(self, run: str, *, all_caps: bool) -> Reading:
        words = tokens(run)
        if not words:
            return _NOTHING
        known = names(words, self._gazetteer, all_caps=all_caps)
        others = [] if all_caps else strangers(words, known)
        candidates = tuple(self._candidate(words, known, number, all_caps=all_caps) for number in range(len(known)))
        return Reading(
            candidates,
            tuple(self._stranger(words, other) for other in others),
            words[-1].key if len(words) > 1 and (not known or known[-1].stop < len(words)) else None,
        )

    def _candidate(self, words: tuple[Token, ...], known: list[Stretch], number: int, *, all_caps: bool) -> Candidate:
        one = known[number]
        before = after = None
        if one.first:
            touching = number and known[number - 1].stop == one.first
            before = "place" if touching else word_class(words[one.first - 1], self._gazetteer)
        if one.stop < len(words):
            touching = number + 1 < len(known) and known[number + 1].first == one.stop
            after = "place" if touching else word_class(words[one.stop], self._gazetteer)
        features = run_features(words, one, before, after, self._gazetteer, all_caps=all_caps)
        return Candidate(
            words[one.first].start,
            words[one.stop - 1].end,
            one.key,
            profile(one.namings, self._weights.resolution),
            before is None or (all_caps and before == "word"),
            after is None or (all_caps and after == "word"),
            features,
            self._weigh(features),
            after is None and before in _NAMELIKE,
        )

    def _stranger(self, words: tuple[Token, ...], one: Stretch) -> Candidate:
        features = stranger_features(words, one, self._gazetteer)
        return Candidate(
            words[one.first].start,
            words[one.stop - 1].end,
            one.key,
            profile((), self._weights.resolution),
            one.first == 0,
            one.stop == len(words),
            features,
            self._weigh(features),
            as_person=False,
        )

    def _weigh(self, features: tuple[str, ...]) -> float:
        weigh = self._weights.detection.get
        return sum(weigh(feature, 0.0) for feature in features)
