"""Why each rule did or did not fire on an article: contributions with their words, and what was missing."""

from collections.abc import Collection
from typing import Literal

from tocsin.core.model.base import Severity, Value
from tocsin.core.model.match import Evidence
from tocsin.core.rules.describing import describe
from tocsin.core.rules.matches import to_evidence
from tocsin.core.rules.ready import ReadyRule
from tocsin.core.rules.ruleset import RuleSet
from tocsin.core.rules.view import Reading, View

Outcome = Literal["fired", "below threshold", "excused", "shut"]
"""``excused``: an ``unless`` held. ``shut``: its language, source or topic kept the article out."""


class ItemExplanation(Value, frozen=True, kw_only=True):
    """One evidence item: what it asks for, what it ``added``, with which words; or, when nothing, why (``miss``)."""

    asks: str
    weight: float
    added: float
    evidence: tuple[Evidence, ...] = ()
    miss: str | None = None


class Explanation(Value, frozen=True, kw_only=True):
    """One rule against one article. ``reason`` says what excused or shut it out."""

    rule: str
    title: str
    outcome: Outcome
    score: float
    threshold: float
    severity: Severity
    items: tuple[ItemExplanation, ...]
    reason: str | None = None


def explain(rules: RuleSet, reading: Reading, only: Collection[str] = ()) -> list[Explanation]:
    """Every rule in force (or ``only`` those with these ids), those that fire first, then by score.

    Asks every rule, without the indexes: it is for people who look at one article.
    """
    explained = [_explain(ready, view) for ready, view in rules.views(reading) if not only or ready.rule.id in only]
    explained.sort(key=lambda each: (each.outcome != "fired", -each.score, each.rule))
    return explained


def _explain(ready: ReadyRule, view: View) -> Explanation:
    rule = ready.rule
    verdict = ready.judge(view)
    items = []
    for item in ready.items:
        own = [each for each in verdict.contributions if each.item == item.place]
        held = bool(own) or bool(item.condition.find(view))
        items.append(
            ItemExplanation(
                asks=describe(rule.evidence[item.place]),
                weight=item.weight,
                added=round(sum(each.added for each in own), 4),
                evidence=tuple(evidence for each in own for evidence in to_evidence(each)),
                miss=None if held else item.condition.miss(view),
            )
        )
    outcome, reason = _outcome(ready, view, fires=ready.fires(verdict))
    return Explanation(
        rule=rule.id,
        title=rule.title,
        outcome=outcome,
        score=round(verdict.score, 4),
        threshold=rule.threshold,
        severity=ready.severity(view),
        items=tuple(items),
        reason=reason,
    )


def _outcome(ready: ReadyRule, view: View, *, fires: bool) -> tuple[Outcome, str | None]:
    shut = ready.shut(view.reading)
    if shut is not None:
        return "shut", shut
    if not fires:
        return "below threshold", None
    excuse = ready.excused(view)
    if excuse is not None:
        return "excused", "; ".join(hit.why for hit in excuse) or "an unless holds"
    return "fired", None
