"""Terms in the text, as whole words, outside what is no evidence."""

from typing import NamedTuple

from tocsin.core.model.base import Field
from tocsin.core.rules.conditions.base import BEST, Scope
from tocsin.core.rules.conditions.nearness import NOWHERE, Nearness, nearness
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

    def __init__(self, uses: tuple[TermUse, ...], scope: Scope) -> None:
        self._numbers = frozenset(use.number for use in uses)
        picky = [use for use in uses if use.case or use.field]
        plain = {use.number for use in uses if not (use.case or use.field)}
        self._picky = {use.number: [each for each in picky if each.number == use.number] for use in picky}
        self._picky = {number: each for number, each in self._picky.items() if number not in plain}
        self._scope = scope
        region = scope.region
        where = frozenset(map(region_key, region.area.ids)) if region.area and not region.area.circles else None
        self.needs = Needs(frozenset(self._numbers), where)

    def find(self, view: View, limit: int = BEST) -> Found:
        """One instance for each term, where it stands nearest the region; all of them when ``limit`` asks for more."""
        numbers = self._numbers & view.numbers
        if not numbers:
            return None
        found: list[Instance] = []
        for number in numbers:
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
