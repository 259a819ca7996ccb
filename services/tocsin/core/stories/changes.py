"""What differs between what was told of a story and what now stands, in words, and how pressing it is."""

from collections.abc import Iterable, Iterator

from tocsin.core.model.alert import Movement, Toll
from tocsin.core.model.base import rank
from tocsin.core.model.story import Told
from tocsin.core.stories.policy import Policy
from tocsin.core.stories.report import top
from tocsin.core.stories.steps import Change, Facts

WIDE = ("country:", "region:")
"""Regions too wide to be one place: two towns in one country are two places, two in one province are not."""


def compare(told: Told, now: Facts, policy: Policy, fired_by: tuple[str, ...]) -> Change | None:
    """The change from what was told to what stands, or None if a subscriber would learn nothing new."""
    gone = _withdrawn(told, now, policy, fired_by)
    if gone:
        return None if told.kind == "withdrawal" else Change(kind="withdrawal", words=(gone,))
    pressing = tuple(_escalations(told, now, policy))
    again = ("reported again",) if told.kind == "withdrawal" else ()
    words = (*pressing, *again, *(word for word in _words(told, now) if word not in pressing))
    if pressing:
        return Change(kind="escalation", words=words)
    return Change(kind="update", words=words) if words else None


def _withdrawn(told: Told, now: Facts, policy: Policy, fired_by: tuple[str, ...]) -> str | None:
    """Why nothing is left of the story, if so: no report stands, or the numbers that alone fired it do not."""
    if not now.standing:
        return "corrected: no report says so any more" if now.edited else "withdrawn: no report of it stands"
    stood = told.kind == "withdrawal" or _any_reaches(told.tolls, policy)
    if fired_by != ("casualties",) or not stood:
        return None
    tolls = {toll.kind: toll for toll in now.tolls}
    counted = [tolls[kind] for kind in policy.floors if kind in tolls]
    if not counted or _any_reaches(counted, policy):
        return None
    if all(toll.status == "denied" for toll in counted):
        kinds = ", ".join(toll.kind for toll in counted)
        who = sorted({name for toll in counted for name in now.deniers.get(toll.kind, ())})
        return f"{kinds}: denied by {', '.join(who[:3])}, who had reported it"
    fallen = next(toll for toll in counted if toll.status != "denied")
    before = next((t for t in told.tolls if t.kind == fallen.kind), None)
    floor = policy.floors[fallen.kind]
    return f"{fallen.kind}: {_range(before)} → {_range(fallen)}, below the {floor} that fires the rule"


def _any_reaches(tolls: Iterable[Toll], policy: Policy) -> bool:
    """Whether one of the tolls is asserted and high enough to fire the rule; one without a number is."""
    for toll in tolls:
        floor = policy.floors.get(toll.kind)
        number = top(toll.min, toll.max)
        if floor is not None and toll.status != "denied" and (number is None or number >= floor):
            return True
    return False


def _escalations(told: Told, now: Facts, policy: Policy) -> Iterator[str]:
    if rank(now.severity) > rank(told.severity):
        yield f"severity: {told.severity} → {now.severity}"
    before = {toll.kind: toll for toll in told.tolls}
    for toll in now.tolls:
        when = policy.escalate_when.get(toll.kind)
        number = top(toll.min, toll.max)
        if when is None or number is None or toll.status == "denied":
            continue
        known = before.get(toll.kind)
        base = told.base.get(toll.kind, 0)
        crossed = 0 < base <= number / 2 if when == "doubles" else base < when <= number
        if crossed:
            yield f"{toll.kind}: {_range(known)} → {_range(toll)}" if known else f"{toll.kind}: {_range(toll)}"
    others = [actor for actor in now.actors if actor not in told.actors]
    if policy.escalate_on_actor and told.actors and others:
        yield f"another actor: {', '.join(others)}"


def _words(told: Told, now: Facts) -> Iterator[str]:
    before = {toll.kind: toll for toll in told.tolls}
    for toll in now.tolls:
        yield from _toll_words(before.get(toll.kind), toll, now)
        deniers = [name for name in now.deniers.get(toll.kind, ()) if name not in told.deniers.get(toll.kind, ())]
        if deniers and toll.status != "denied":
            yield f"{toll.kind}: denied by {', '.join(deniers[:3])}"
    known = {_identity(movement): movement for movement in told.movements}
    for movement in now.movements:
        earlier = known.get(_identity(movement))
        if earlier is None or (earlier.status == "denied") != (movement.status == "denied"):
            yield _movement_words(movement)
    if told.places:
        regions = {region for within in told.places for region in within}
        for place in now.places:
            own = [region for region in place.within if not region.startswith(WIDE)] or place.within
            if not any(region in regions for region in own):
                yield f"also in {place.name}"


def _toll_words(before: Toll | None, toll: Toll, now: Facts) -> Iterator[str]:
    deniers = ", ".join(now.deniers.get(toll.kind, ())[:3])
    if toll.status == "denied":
        if before is not None and before.status != "denied":
            yield f"{toll.kind}: now denied by {deniers}"
        return
    if before is None:
        yield f"{toll.kind}: {_range(toll)}"
    elif top(toll.min, toll.max) != top(before.min, before.max) and top(toll.min, toll.max) is not None:
        yield f"{toll.kind}: {_range(before)} → {_range(toll)}"
    if before is None:
        return
    if before.status == "unverified" and toll.status == "stated":
        yield f"{toll.kind}: now confirmed by {_sources(toll.sources)}"
    elif before.status == "denied":
        yield f"{toll.kind}: reported again after a denial"


def _movement_words(movement: Movement) -> str:
    what = f"{movement.count} {movement.force or 'forces'}" if movement.count else movement.force or "forces"
    parts = [movement.actor, movement.action, what]
    words = " ".join(part for part in parts if part)
    words = f"{words} ({movement.place})" if movement.place else words
    return f"denied: {words}" if movement.status == "denied" else words


def _identity(movement: Movement) -> tuple[str | None, ...]:
    return movement.action, movement.actor, movement.force, movement.place


def _range(toll: Toll | None) -> str:
    """A toll's numbers as people write them: one number, a range, at least one, or that it is not known."""
    if toll is None or (toll.min is None and toll.max is None):
        return "number not known"
    if toll.max is None:
        return f"at least {toll.min}"
    if toll.min is None or toll.min == toll.max:
        return f"{toll.max}" if toll.min is not None else f"up to {toll.max}"
    return f"{toll.min}–{toll.max}"  # noqa: RUF001 - an en dash is how a range is written


def _sources(count: int) -> str:
    return "1 source" if count == 1 else f"{count} sources"
