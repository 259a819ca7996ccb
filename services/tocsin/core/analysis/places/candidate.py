"""Candidates: stretches of a run that some place bears as its name, with all that the run itself tells of them."""

from typing import NamedTuple

from tocsin.core.analysis.gazetteer import Gazetteer, Naming
from tocsin.core.analysis.places.lexicon import ORGANISATIONS, TITLES
from tocsin.core.analysis.places.runs import Token, tokens
from tocsin.core.analysis.places.scores import base_scores
from tocsin.core.analysis.places.weights import Weights

LONGEST_NAME = 8
"""Words that a name has at most."""

_REMEMBERED = 30_000


class Candidate(NamedTuple):
    """A stretch of a run. ``first`` and ``last`` tell whether it begins and ends the run, ``features`` what speaks for
    and against a place, ``logit`` how much all that weighs. ``bases`` are the scores of its places before the text's.
    """

    start: int
    end: int
    key: str
    namings: tuple[Naming, ...]
    bases: tuple[float, ...]
    first: bool
    last: bool
    features: tuple[str, ...]
    logit: float


class RunReader:
    """Reads runs; remembers what it has read, since most names of a day's news come again and again."""

    def __init__(self, gazetteer: Gazetteer, weights: Weights) -> None:
        self._gazetteer = gazetteer
        self._weights = weights
        self._known: dict[str, tuple[Candidate, ...]] = {}

    def read(self, run: str, *, all_caps: bool) -> tuple[Candidate, ...]:
        """The candidates of a run, in order, none overlapping."""
        if all_caps:
            return tuple(self._candidates(run, all_caps=True))
        known = self._known.get(run)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[run] = tuple(self._candidates(run, all_caps=False))
        return known

    def _candidates(self, run: str, *, all_caps: bool) -> list[Candidate]:
        words = tokens(run)
        found: list[Candidate] = []
        spans = list(self._spans(words, all_caps=all_caps))
        for number, (at, stop, key, namings) in enumerate(spans):
            before = None if at == 0 else "place" if number and spans[number - 1][1] == at else self._class(words[at - 1])
            after = (
                None
                if stop == len(words)
                else "place"
                if number + 1 < len(spans) and spans[number + 1][0] == stop
                else self._class(words[stop])
            )
            features = self._features(words, at, stop, key, namings, before, after, all_caps=all_caps)
            outside_before = all_caps and before == "word"
            outside_after = all_caps and after == "word"
            found.append(
                Candidate(
                    words[at].start,
                    words[stop - 1].end,
                    key,
                    namings,
                    base_scores(namings, self._weights.resolution),
                    at == 0 or outside_before,
                    stop == len(words) or outside_after,
                    tuple(features),
                    sum(self._weights.detection.get(feature, 0.0) for feature in features),
                )
            )
        return found

    def _spans(self, words: tuple[Token, ...], *, all_caps: bool) -> "list[tuple[int, int, str, tuple[Naming, ...]]]":
        """(First word, word behind the last, key, what it may name) of the longest names from left to right."""
        found: list[tuple[int, int, str, tuple[Naming, ...]]] = []
        at = 0
        while at < len(words):
            longest = " ".join(word.key for word in words[at : at + LONGEST_NAME])
            best = 0
            for name in reversed(self._gazetteer.beginnings(longest)):
                if len(name) == len(longest) or longest[len(name)] == " ":
                    size = name.count(" ") + 1
                    namings = self._fitting(words[at : at + size], name, all_caps=all_caps)
                    if namings:
                        found.append((at, at + size, name, namings))
                        best = size
                        break
            at += best or 1
        return found

    def _fitting(self, words: tuple[Token, ...], name: str, *, all_caps: bool) -> tuple[Naming, ...]:
        """What the name may stand for, written so: codes want capitals, and capitals alone mark codes."""
        namings = tuple(naming for naming in self._gazetteer.namings(name) if not naming.place.silent)
        if len(words) > 1:
            return namings
        text = words[0].text
        if text.islower():
            return ()
        capitals = text.isupper() and len(text) < 5  # noqa: PLR2004
        dotted = "." in text
        if all_caps:
            return tuple(n for n in namings if n.manner != "code" or len(name) > 2 or dotted)  # noqa: PLR2004
        if capitals or dotted:
            coded = tuple(n for n in namings if n.manner == "code" or n.place.weight > 6 or not capitals)  # noqa: PLR2004
            return coded
        return tuple(n for n in namings if n.manner != "code")

    def _class(self, word: Token) -> str:
        """What a neighbour in the run may be."""
        key = word.key
        if key in TITLES:
            return "title"
        if key in ORGANISATIONS:
            return "organisation"
        traits = self._gazetteer.word(key)
        common, given, surname = traits >> 8, traits >> 4 & 15, traits & 15
        if common > 4 and given < 4 and surname < 4:  # noqa: PLR2004
            return "word"
        if given > surname:
            return "given"
        if surname:
            return "surname"
        if len(key) == 1:
            return "initial"
        return "word" if common else "unknown"

    def _features(
        self,
        words: tuple[Token, ...],
        at: int,
        stop: int,
        key: str,
        namings: tuple[Naming, ...],
        before: str | None,
        after: str | None,
        *,
        all_caps: bool,
    ) -> list[str]:
        best = namings[0]
        size = int(best.place.weight)
        found = [f"kind {best.place.kind} {best.manner}", f"size {best.place.kind} {size}", f"words {min(3, stop - at)} {min(5, size)}"]
        traits = self._gazetteer.word(key) if stop - at == 1 else 0
        if stop - at == 1:
            common, given, surname = traits >> 8, traits >> 4 & 15, traits & 15
            grade = "big" if best.place.kind in {"country", "admin1"} or best.manner == "demonym" else str(max(3, size))
            found.append(f"common {min(8, common // 2)} {grade}")
            found.append(f"given {given // 2} {grade}")
            found.append(f"surname {surname // 2} {grade}")
            found.append(f"letters {min(6, len(key))}")
        elif all(self._gazetteer.word(word) >> 8 > 3 for word in key.split()):  # noqa: PLR2004
            found.append(f"common words {min(5, size)}")
        elif self._class(words[at]) == "given":
            found.append(f"given first {min(5, size)}")
        if before:
            found += [f"before {before}", f"before {before} {best.place.kind} {best.manner}", f"word before {words[at - 1].key}"]
        elif stop - at == len(words):
            found.append("alone")
        if after:
            found += [f"after {after}", f"after {after} {best.place.kind} {best.manner}", f"word after {words[stop].key}"]
        if at > 1 and words[at - 1].key == "of":
            found.append(f"word before of {words[at - 2].key}")
            found.append(f"before of {self._class(words[at - 2])}")
        if stop + 1 < len(words):
            found.append(f"second after {self._class(words[stop + 1])}")
        if not all_caps and words[at].text.isupper() and len(words[at].text) > 4:  # noqa: PLR2004
            found.append("shouted")
        return found
