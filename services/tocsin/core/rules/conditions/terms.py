"""Terms in the text, as whole words, outside what is no evidence."""

from typing import NamedTuple

from tocsin.core.model.base import Field
from tocsin.core.rules.conditions.base import BEST, Scope
from tocsin.core.rules.conditions.nearness import HERE, NOWHERE, Nearness, nearness
from tocsin.core.rules.hits import Found, Hit, Instance
from tocsin.core.rules.keys import Needs, region_key
from tocsin.core.rules.view import Occurrence, View


class TermUse(NamedTuple):
    """A term's number, and what a rule asks of it beyond its words."""

    number: int
    written: str
    case: bool = False
    field: Field | None = None

    def takes(self, words: Occurrence) -> bool:
        """Whether these words will do."""
        if self.field is not None and words.field != self.field:
            return False
        return not self.case or _spelled(self.written, words.text)


class Terms:
    """Any of some terms."""

    __slots__ = ("_numbers", "_picky", "_scope", "needs")

    def __init__(self, plain: frozenset[int], uses: tuple[TermUse, ...], scope: Scope) -> None:
        """``plain`` terms count wherever they stand, ``uses`` ask for more; a term in both is plain."""
        self._picky: dict[int, list[TermUse]] = {}
        for use in uses:
            if use.number not in plain:
                self._picky.setdefault(use.number, []).append(use)
        self._numbers = plain.union(self._picky) if uses else plain
        self._scope = scope
        region = scope.region
        where = frozenset(map(region_key, region.area.ids)) if region.area and not region.area.circles else None
        self.needs = Needs(self._numbers, where)

    def find(self, view: View, limit: int = BEST) -> Found:
        """One instance for each term, where it stands nearest the region; all of them when ``limit`` asks for more."""
        numbers = self._numbers & view.numbers
        if not numbers:
            return None
        found: list[Instance] = []
        plain = limit == BEST and not self._picky and self._scope.region.anywhere and not view.reading.facts
        for number in numbers:
            if plain:
                found += _plain_instance(view, number)
                continue
            instances = self._instances(view, number)
            if limit > BEST:
                found += instances
            elif instances:
                found.append(max(instances, key=_closeness))
        if not found:
            return None
        found.sort(key=_order)
        return found[:limit]

    def _instances(self, view: View, number: int) -> list[Instance]:
        scope = self._scope
        reading = view.reading
        found: list[Instance] = []
        for words in view.occurrences(number):
            uses = self._picky.get(number)
            if uses is not None and not any(use.takes(words) for use in uses):
                continue
            if reading.facts and reading.denied_at(words, scope.statuses):
                continue
            near = nearness(reading, words, scope.region)
            if near is not NOWHERE:
                found.append(_instance(view, number, words, near))
        return found

    def miss(self, view: View) -> str:
        """Whether the terms are absent, or stand only where they don't count."""
        numbers = self._numbers & view.numbers
        if not numbers:
            return "none of the terms stands in the text"
        first = view.found[min(numbers)][0]
        word = view.reading.texts[first[0]].line[first[1] : first[2]].strip()
        return f"“{word}” stands only where it is no evidence, is denied, or is far from the region"


def _plain_instance(view: View, number: int) -> list[Instance]:
    """A term's first occurrence, where nothing more is asked: the same for every rule, so made once."""
    known: list[Instance] | None = view.shared.get(number)
    if known is None:
        known = [_instance(view, number, words, HERE) for words in view.occurrences(number)[:1]]
        view.shared[number] = known
    return known


def _instance(view: View, number: int, words: Occurrence, near: Nearness) -> Instance:
    why = f"term “{view.written(number)}”" + (f", {near.why}" if near.why else "")
    hit = Hit("terms", words.field, words.start, words.end, words.text, why)
    return Instance(near.closeness, number, (hit,))


def _closeness(instance: Instance) -> float:
    return instance.closeness


def _order(instance: Instance) -> tuple[float, bool, int]:
    hit = instance.hits[0]
    return (-instance.closeness, hit.field == "body", hit.start)


def _spelled(written: str, text: str) -> bool:
    """Whether the text begins each word as the author wrote it, capitals included."""
    wanted = written.replace("*", "").split()
    return all(part in text for part in wanted)
