"""What is held of a story as a whole, from what its reports claim one by one."""

from collections.abc import Iterator, Sequence
from typing import get_args

from tocsin.core.model.alert import Movement, Toll
from tocsin.core.model.analysis import CasualtyKind
from tocsin.core.model.base import SEVERITIES, rank
from tocsin.core.model.story import Claim, Report
from tocsin.core.stories.report import ASSERTED, top
from tocsin.core.stories.steps import Facts

MAX_MOVEMENTS = 8
MAX_PLACES = 6
MAX_ACTORS = 8

STATED_DOUBT = 0.5
"""Chance that one publisher that asserts something errs; two independent ones both err with half of that, and so on."""

UNVERIFIED_DOUBT = 0.75
"""The same for a publisher that could not verify it."""

_KINDS: tuple[CasualtyKind, ...] = get_args(CasualtyKind)


def facts_of(reports: Sequence[Report]) -> Facts:
    """What the reports that were not withdrawn say together."""
    standing = in_time(reports)
    if not standing:
        return Facts(edited=any(r.edited for r in reports))
    kinds = _latest(standing)
    return Facts(
        tolls=tuple([_toll(kind, latest) for kind, latest in kinds]),
        movements=tuple(_movements(standing)),
        places=tuple({p.within[0]: p for r in standing for p in r.places if p.within}.values())[:MAX_PLACES],
        actors=tuple(dict.fromkeys([actor for r in standing for actor in r.actors]))[:MAX_ACTORS],
        severity=SEVERITIES[max([rank(r.severity) for r in standing])],
        score=max([r.score for r in standing]),
        families=len({r.family for r in standing}),
        confidence=_confidence(standing),
        standing=len(standing),
        deniers={
            kind: deniers for kind, latest in kinds if (deniers := tuple(f for f, c in latest if c.status == "denied"))
        },
    )


def in_time(reports: Sequence[Report]) -> list[Report]:
    """The reports that were not withdrawn, by event time, then in the order of the log."""
    standing = [r for r in reports if not r.withdrawn]
    if len(standing) > 1:
        standing.sort(key=lambda r: (r.at, r.seq))
    return standing


def _latest(standing: Sequence[Report]) -> list[tuple[CasualtyKind, list[tuple[str, Claim]]]]:
    """Each family's newest claim of each kind, oldest first; a family that denies takes back what it claimed."""
    newest: dict[CasualtyKind, dict[str, Claim]] = {}
    for report in standing:
        for claim in report.claims:
            claims = newest.setdefault(claim.kind, {})
            claims.pop(report.family, None)
            claims[report.family] = claim
    return [(kind, list(newest[kind].items())) for kind in _KINDS if kind in newest]


def _toll(kind: CasualtyKind, latest: list[tuple[str, Claim]]) -> Toll:
    """The range of numbers still held: tolls rise, so a claim is overtaken by a later one that is as high or higher."""
    asserted = [claim for _, claim in latest if claim.status in ASSERTED]
    if not asserted:
        denied = latest[-1][1]
        return Toll(kind=kind, min=denied.min, max=denied.max, status="denied", sources=len(latest))
    held: list[Claim] = []
    for claim in asserted:
        number = top(claim.min, claim.max)
        if number is not None:
            held = [earlier for earlier in held if (top(earlier.min, earlier.max) or 0) > number]
            held.append(claim)
    return Toll(
        kind=kind,
        min=min([c.min if c.min is not None else c.max or 0 for c in held], default=None),
        max=held[0].max if held else None,
        status="stated" if any(c.status == "stated" for c in asserted) else "unverified",
        sources=len(asserted),
    )


def _movements(standing: Sequence[Report]) -> Iterator[Movement]:
    """The newest state of each movement, told apart by who moves what where."""
    newest: dict[tuple[str, str | None, str | None, str | None], Movement] = {}
    for report in standing:
        for moved in report.movements:
            newest[moved.action, moved.actor, moved.force, moved.place] = moved
    return iter(list(newest.values())[-MAX_MOVEMENTS:])


def _confidence(standing: Sequence[Report]) -> float:
    """1 less the chance that all independent publishers err. A report without numbers counts as unverified."""
    doubt: dict[str, float] = {}
    for report in standing:
        statuses = [c.status for c in report.claims] + [m.status for m in report.movements]
        stated = "stated" in statuses
        own = STATED_DOUBT if stated else UNVERIFIED_DOUBT
        doubt[report.family] = min(own, doubt.get(report.family, 1.0))
    together = 1.0
    for own in doubt.values():
        together *= own
    return round(1 - together, 4)
