"""Forces that move: what they do, whose they are, what they are, where to."""

from tocsin.core.model.analysis import Deployment
from tocsin.core.model.rule import DeploymentCondition
from tocsin.core.rules.conditions.base import BEST, Scope
from tocsin.core.rules.conditions.words import Words
from tocsin.core.rules.hits import Found, Hit, Instance
from tocsin.core.rules.keys import DEPLOYMENT_KEY, Needs, region_key
from tocsin.core.rules.regions import Area
from tocsin.core.rules.view import View


class Deployments:
    """A deployment of the article that satisfies all that was asked. ``actors`` are countries' codes and groups' names,
    as facts have them; none: any will do.
    """

    def __init__(
        self, wanted: DeploymentCondition, actors: frozenset[str], forces: Words, to: Area, scope: Scope
    ) -> None:
        self._wanted = wanted
        self._actors, self._forces, self._to = actors, forces, to
        self._scope = scope
        area = to or scope.region.area
        where = frozenset(map(region_key, area.ids)) if area and not area.circles else None
        self.needs = Needs(frozenset((DEPLOYMENT_KEY,)), where)

    def find(self, view: View, limit: int = BEST) -> Found:
        """One instance for each fact."""
        facts = view.reading.analysis.deployments
        found = [_instance(fact, self._why(fact)) for fact in facts if self._refusal(fact) is None]
        return found[:limit] or None

    def miss(self, view: View) -> str:
        """The refused facts, and why they were refused."""
        facts = view.reading.analysis.deployments
        if not facts:
            return "no deployment in the text"
        return "; ".join(dict.fromkeys(f"{shown(fact)}: {self._refusal(fact)}" for fact in facts[:3]))

    def _refusal(self, fact: Deployment) -> str | None:
        wanted = self._wanted
        checks = (
            (bool(wanted.actions) and fact.action not in wanted.actions, f"not {' or '.join(wanted.actions)}"),
            (fact.status not in self._scope.statuses, fact.status),
            (bool(self._actors) and fact.actor not in self._actors, "another actor, or none named"),
            (bool(self._forces) and not self._forces.match(fact.force), "another force, or none named"),
            (wanted.at_least is not None and (fact.count or 1) < wanted.at_least, f"≥ {wanted.at_least} is asked for"),
            (bool(self._to) and not self._to.holds(fact.within, fact.lat, fact.lon), "not going there"),
        )
        for refused, why in checks:
            if refused:
                return why
        if not self._scope.region.holds(fact.within, fact.lat, fact.lon):
            return f"in {fact.place}, outside the region" if fact.place else "tied to no place"
        return None

    def _why(self, fact: Deployment) -> str:
        tied = self._to or not self._scope.region.anywhere
        where = f", {fact.place}" if fact.place and tied else ""
        status = f", {fact.status}" if fact.status != "stated" else ""
        return f"{shown(fact)}{where}{status}"


def shown(fact: Deployment) -> str:
    """A movement in few words: ``deploy: US, 2 warships``."""
    force = f"{fact.count} {fact.force or ''}".strip() if fact.count else fact.force
    parts = ", ".join(part for part in (fact.actor, force) if part)
    return f"{fact.action}: {parts}" if parts else fact.action


def _instance(fact: Deployment, why: str) -> Instance:
    hit = Hit("deployment", fact.field, fact.start, fact.end, fact.text, why)
    return Instance(1.0, (fact.action, fact.force, fact.actor, fact.place), (hit,))
