"""Bursts: many articles on one rule within a short time are themselves something to tell, once."""

from datetime import datetime
from typing import Final

from msgspec.structs import replace

from tocsin.core.model.alert import Alert
from tocsin.core.model.ids import alert_id, digest
from tocsin.core.model.story import Flow
from tocsin.core.stories.policy import Policy

SPANS: Final = 10
"""A burst's time is counted in so many spans: it is that long to within a tenth."""

OVER = 0.5
"""A burst is over when no more than this share of its articles came within its time; then another may begin."""


def flowing(known: Flow | None, at: datetime, policy: Policy) -> Flow | None:
    """The flow with one article more, of this event time; None where the rule tells no bursts.

    An article that is older than all that is counted does not count.
    """
    if not policy.burst:
        return None
    width = policy.burst_within.total_seconds() / SPANS
    span = int(at.timestamp() // width)
    if known is None or known.width != width:
        return Flow(width=width, newest=span, counts=(*[0] * (SPANS - 1), 1))
    ahead = span - known.newest
    counts = list(known.counts)
    if ahead > 0:
        counts = [*counts, *[0] * min(ahead, SPANS)][-SPANS:]
    place = SPANS - 1 + min(ahead, 0)
    if place < 0:
        return known
    counts[place] += 1
    over = sum(counts) <= policy.burst * OVER
    return replace(known, newest=max(span, known.newest), counts=tuple(counts), told=known.told and not over)


def bursting(flow: Flow | None, policy: Policy) -> bool:
    """Whether this is a burst of which nobody has heard."""
    return flow is not None and not flow.told and sum(flow.counts) >= policy.burst


def burst_alert(cause: Alert, flow: Flow, policy: Policy) -> Alert:
    """The alert of a burst; ``cause`` is what its newest article would tell of its own story."""
    count, minutes = sum(flow.counts), policy.burst_within.total_seconds() / 60
    story = digest("burst", cause.rule, cause.article.id)
    return replace(
        cause,
        id=alert_id(cause.rule, story),
        kind="new",
        story=story,
        headline=f"{count} articles within {minutes:g} minutes: {cause.title}",
        changes=(),
        tolls=(),
        movements=(),
        reports=count,
        new_reports=count,
        since=None,
        escalated=None,
        about="burst",
    )
