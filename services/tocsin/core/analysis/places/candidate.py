"""Candidates: stretches of a run that some place bears as its name, with all that the run itself tells of them."""

from collections.abc import Iterator
from typing import NamedTuple

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.places.capitals import CapitalRuns
from tocsin.core.analysis.places.features import run_features, stranger_features
from tocsin.core.analysis.places.lexicon import FEATURE_NOUNS
from tocsin.core.analysis.places.profile import Profile, profile
from tocsin.core.analysis.places.runs import Token, find_runs, tokens
from tocsin.core.analysis.places.spans import Stretch, names, strangers, word_class
from tocsin.core.analysis.places.weights import Weights
from tocsin.core.analysis.text import Text

_REMEMBERED = 30_000

_NAMELIKE = frozenset({"given", "title", "initial", "surname", "unknown"})


class Candidate(NamedTuple):
    """A stretch of a run.

    ``first`` and ``last`` tell whether it begins and ends the run, ``features`` what speaks for and against a place,
    ``logit`` how much all that weighs. ``as_person`` means that it stands like a surname, behind a title or a name,
    ``is_demonym`` that it is most likely the name of a people, ``is_feature`` that a noun says so ("Neches River").
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
    is_demonym: bool = False
    is_feature: bool = False


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
        self._capitals = CapitalRuns(gazetteer)
        self._known: dict[tuple[str, bool], Reading] = {}

    def runs(self, text: Text) -> Iterator[tuple[int, str]]:
        """(Offset, words) of each run of a text, in order."""
        return self._capitals.find(text.text) if text.all_caps else find_runs(text.text)

    def read(self, run: str, *, all_caps: bool) -> Reading:
        """What a run holds, in order, none overlapping."""
        known = self._known.get((run, all_caps))
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[run, all_caps] = self._read(run, all_caps=all_caps)
        return known

    def _read(self, run: str, *, all_caps: bool) -> Reading:
        words = tokens(run)
        if not words:
            return _NOTHING
        known = names(words, self._gazetteer, all_caps=all_caps)
        others = strangers(words, known, self._gazetteer, all_caps=all_caps)
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
            before is None,
            after is None,
            features,
            self._weigh(features),
            after is None and before in _NAMELIKE,
            one.namings[0].manner == "demonym",
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
            is_feature=not FEATURE_NOUNS.isdisjoint(one.key.split()),
        )

    def _weigh(self, features: tuple[str, ...]) -> float:
        weigh = self._weights.detection.get
        return sum(weigh(feature, 0.0) for feature in features)
