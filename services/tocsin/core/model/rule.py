"""A watch rule as its author writes it."""

from typing import Annotated, Any

import msgspec

from tocsin.core.model.analysis import Status
from tocsin.core.model.base import Severity, Value

Identifier = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9._-]{0,99}$")]


class StoryPolicy(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How matches of a rule fold into stories. Durations are written like ``2h``, ``30m``, ``1d``."""

    quiet_for: str = "2h"
    window: str = "3d"
    escalate_when: dict[str, Any] = {}


class Rule(Value, frozen=True, kw_only=True, tag_field="kind", tag="rule", forbid_unknown_fields=True):
    """Which articles matter, why, and how much. See docs/rules.md for the language."""

    id: Identifier
    title: str
    evidence: tuple[dict[str, Any], ...]
    severity: Severity = "warning"
    labels: dict[str, str] = {}
    regions: tuple[str | int, ...] = ()
    unless: tuple[dict[str, Any], ...] = ()
    statuses: tuple[Status, ...] = ("stated", "unverified")
    threshold: float = 0.5
    story: StoryPolicy = StoryPolicy()
