"""People hurt: kinds, numbers, who, by whom and how."""

from tocsin.core.model.analysis import Casualty
from tocsin.core.model.rule import CasualtyCondition
from tocsin.core.rules.conditions.base import BEST, Scope
from tocsin.core.rules.conditions.words import Words
from tocsin.core.rules.hits import Found, Hit, Instance
from tocsin.core.rules.keys import Needs, casualty_key, region_key
from tocsin.core.rules.view import View

_KINDS = ("killed", "injured", "missing", "captured", "displaced")


class Casualties:
    """A casualty fact of the article that satisfies all that was asked."""

    def __init__(self, wanted: CasualtyCondition, victims: Words, actors: Words, manners: Words, scope: Scope) -> None:
        self._wanted = wanted
        self._kinds = frozenset(wanted.kinds or _KINDS)
        self._victims, self._actors, self._manners = victims, actors, manners
        self._scope = scope
        area = scope.region.area
        where = frozenset(map(region_key, area.ids)) if area and not area.circles else None
        self.needs = Needs(frozenset(map(casualty_key, self._kinds)), where)

    def find(self, view: View, limit: int = BEST) -> Found:
        """One instance for each fact, the largest numbers first."""
        facts = [fact for fact in view.reading.analysis.casualties if self._refusal(fact) is None]
        facts.sort(key=_gravity)
        return [_instance(fact, self._why(fact)) for fact in facts[:limit]] or None

    def miss(self, view: View) -> str:
        """The refused fact that came nearest, and why it was refused."""
        facts = [fact for fact in view.reading.analysis.casualties if fact.kind in self._kinds]
        if not facts:
            return f"the text has nobody {' or '.join(sorted(self._kinds))}"
        return "; ".join(dict.fromkeys(f"{shown(fact)}: {self._refusal(fact)}" for fact in facts[:3]))

    def _refusal(self, fact: Casualty) -> str | None:
        """Why a fact does not count; None when it does."""
        if fact.kind not in self._kinds:
            return f"not {' or '.join(sorted(self._kinds))}"
        if fact.status not in self._scope.statuses:
            return fact.status
        if not self._enough(fact):
            return self._bounds().strip() + " is asked for"
        for name, words in (("victims", self._victims), ("actors", self._actors), ("manner", self._manners)):
            said: str | None = getattr(fact, name)
            if words and not words.match(said):
                return f"{name} {said!r} is not asked for" if said else f"the text gives no {name}"
        if not self._scope.region.holds(fact.within, fact.lat, fact.lon):
            return f"in {fact.place}, outside the region" if fact.place else "tied to no place"
        return None

    def _enough(self, fact: Casualty) -> bool:
        """A fact without a number is at least one; one of several that a statement adds up counts with the others,
        unless particular victims are asked for.
        """
        wanted = self._wanted
        low = fact.min if fact.min is not None else 1
        high = fact.max if fact.max is not None else low
        if fact.total is not None and not self._victims:
            low, high = max(low, fact.total), max(high, fact.total)
        number = low if wanted.bound == "min" else max(low, high)
        if wanted.at_least is not None and number < wanted.at_least:
            return False
        return wanted.at_most is None or number <= wanted.at_most

    def _bounds(self) -> str:
        wanted = self._wanted
        at_least = f" ≥ {wanted.at_least}" if wanted.at_least is not None else ""
        return at_least + (f" ≤ {wanted.at_most}" if wanted.at_most is not None else "")

    def _why(self, fact: Casualty) -> str:
        where = f", in {fact.place}" if fact.place and not self._scope.region.anywhere else ""
        status = f", {fact.status}" if fact.status != "stated" else ""
        return f"{shown(fact)}{self._bounds()}{where}{status}"


def shown(fact: Casualty) -> str:
    """A casualty in few words: ``killed 279``, ``injured 20-30``, ``missing at least 5``."""
    said = f"{fact.kind} {number_shown(fact.min, fact.max)}".rstrip()
    return f"{said}, {fact.total} in all" if (fact.total or 0) > (fact.max or fact.min or 1) else said


def number_shown(low: int | None, high: int | None) -> str:
    """A number between two bounds, either of which may be unknown."""
    if low is None and high is None:
        return ""
    if low is None:
        return f"at most {high}"
    if high is None:
        return f"at least {low}"
    return str(low) if low == high else f"{low}-{high}"


def _instance(fact: Casualty, why: str) -> Instance:
    hit = Hit("casualties", fact.field, fact.start, fact.end, fact.text, why)
    return Instance(1.0, (fact.kind, fact.min, fact.max, fact.place), (hit,))


def _gravity(fact: Casualty) -> int:
    return -(fact.min or fact.max or 1)
