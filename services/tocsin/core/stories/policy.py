"""How one rule's matches fold into stories: the rule's words for it as values."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Literal

from tocsin.core.config import parse_duration
from tocsin.core.model.analysis import CasualtyKind
from tocsin.core.model.base import Value
from tocsin.core.model.rule import Rule


class Policy(Value, frozen=True, kw_only=True):
    """``quiet_for`` lies between two updates, ``window`` after a story's last article before it closes.

    ``escalate_when`` maps a kind of casualty to the number that escalates once reached, or to "doubles";
    ``escalate_on_actor`` has another actor do so. ``floors`` holds the numbers below which the rule does not fire, by
    kind, where it fires on numbers at all. ``burst`` new articles in event time ``burst_within`` are an alert; 0: none.
    ``families`` maps publishers, folded, to the newsroom that they count for.
    """

    quiet_for: timedelta = timedelta(hours=2)
    window: timedelta = timedelta(days=3)
    escalate_when: dict[CasualtyKind, Literal["doubles"] | int] = {}
    escalate_on_actor: bool = False
    floors: dict[CasualtyKind, int] = {}
    burst: int = 0
    burst_within: timedelta = timedelta(minutes=10)
    families: Mapping[str, str] = {}


def policy_of(rule: Rule, families: Mapping[str, str] | None = None) -> Policy:
    """The policy that a rule states; ``families`` are those in force."""
    floors: dict[CasualtyKind, int] = {}
    for item in rule.evidence:
        if item.casualties is not None:
            for kind in item.casualties.kinds:
                floors[kind] = min(floors.get(kind, item.casualties.at_least or 1), item.casualties.at_least or 1)
    return Policy(
        quiet_for=parse_duration(rule.story.quiet_for),
        window=parse_duration(rule.story.window),
        escalate_when={
            what: when for what, when in rule.story.escalate_when.items() if what != "actor" and when != "new"
        },
        escalate_on_actor="actor" in rule.story.escalate_when,
        floors=floors,
        burst=0 if rule.story.burst is None else rule.story.burst.articles,
        burst_within=parse_duration("10m" if rule.story.burst is None else rule.story.burst.within),
        families=families or {},
    )
