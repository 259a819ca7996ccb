"""How one rule's matches fold into stories: the rule's words for it as values."""

from datetime import timedelta
from typing import Literal

from tocsin.core.config import parse_duration
from tocsin.core.model.analysis import CasualtyKind
from tocsin.core.model.base import Value
from tocsin.core.model.rule import Rule


class Policy(Value, frozen=True, kw_only=True):
    """``quiet_for`` lies between two updates, ``window`` after a story's last article before it closes.

    ``escalate_when`` maps a kind of casualty to the number that escalates once reached, or to "doubles". ``floors``
    holds the numbers below which the rule does not fire, by kind, where it fires on numbers at all.
    """

    quiet_for: timedelta = timedelta(hours=2)
    window: timedelta = timedelta(days=3)
    escalate_when: dict[CasualtyKind, Literal["doubles"] | int] = {}
    floors: dict[CasualtyKind, int] = {}


def policy_of(rule: Rule) -> Policy:
    """The policy that a rule states."""
    floors: dict[CasualtyKind, int] = {}
    for item in rule.evidence:
        if item.casualties is not None:
            for kind in item.casualties.kinds:
                floors[kind] = min(floors.get(kind, item.casualties.at_least or 1), item.casualties.at_least or 1)
    return Policy(
        quiet_for=parse_duration(rule.story.quiet_for),
        window=parse_duration(rule.story.window),
        escalate_when=dict(rule.story.escalate_when),
        floors=floors,
    )
