"""A rule ready to be asked about an article, and how its evidence becomes a score.

The score is the sum of what the evidence items add, held to 0..1:

* an item adds its weight once, times the closeness of its best instance to the region (``conditions.nearness``);
* each further instance that says something different corroborates: the second adds a quarter of the weight, the third
  a sixteenth, and so on, each times its closeness, so that an item never adds more than 4/3 of its weight;
* an item with a negative weight takes its weight off once.

The rule fires when the score reaches the threshold.
"""

from dataclasses import dataclass
from typing import NamedTuple

from tocsin.core.model.base import Severity, rank
from tocsin.core.model.rule import Rule
from tocsin.core.rules.conditions.base import Compiled
from tocsin.core.rules.hits import Hit, Instance
from tocsin.core.rules.keys import Needs, both, either
from tocsin.core.rules.regions import Region
from tocsin.core.rules.view import Reading, View

CORROBORATION = 0.25
"""What each further instance counts of the one before it."""

MOST_INSTANCES = 4
"""Instances of an item that count; the fifth would add less than a two-hundredth of the weight."""

_PRECISION = 1e-9
"""Sums of weights such as .1 + .2 are compared with the threshold to this precision."""


class Item(NamedTuple):
    """An evidence item; ``place`` is its index in the rule."""

    place: int
    weight: float
    condition: Compiled


class Contribution(NamedTuple):
    """What one instance added to the score."""

    item: int
    added: float
    instance: Instance


class Verdict(NamedTuple):
    """What an article's evidence comes to under one rule; it fires when the score reaches the threshold."""

    score: float
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True, eq=False, slots=True)
class ReadyRule:
    """A compiled rule. Immutable; holds no article's state."""

    rule: Rule
    version: str
    region: Region
    items: tuple[Item, ...]
    unless: tuple[Compiled, ...]
    severity_when: tuple[tuple[Severity, Compiled], ...]

    def needs(self) -> Needs:
        """What an article must have for the rule to be able to fire."""
        useful = [item for item in self.items if item.weight > 0]
        ceiling = {item.place: item.weight / (1 - CORROBORATION) for item in useful}
        whole = sum(ceiling.values())
        needed = [item for item in useful if whole - ceiling[item.place] < self.rule.threshold - _PRECISION]
        if needed:
            return both([item.condition.needs for item in needed])
        return either([item.condition.needs for item in useful])

    def judge(self, view: View) -> Verdict:
        """The score and what it is made of, gates and ``unless`` aside."""
        score = 0.0
        contributions: list[Contribution] = []
        for item in self.items:
            found = item.condition.find(view)
            if not found:
                continue
            for share, instance in _shares(found, single=item.weight < 0):
                after = min(1.0, max(0.0, score + item.weight * share))
                contributions.append(Contribution(item.place, after - score, instance))
                score = after
        return Verdict(score, tuple(contributions))

    def fires(self, verdict: Verdict) -> bool:
        """Whether the score reaches the threshold."""
        return verdict.score >= self.rule.threshold - _PRECISION

    def shut(self, reading: Reading) -> str | None:
        """Why the rule does not look at this article at all, from what is known of it as a whole; None if it does."""
        rule, article = self.rule, reading.article
        if rule.languages and article.language and _base(article.language) not in map(_base, rule.languages):
            return f"language is {article.language}"
        if rule.sources and not {article.source, article.publisher} & set(rule.sources):
            return f"source is {article.source or article.publisher or 'unknown'}"
        if rule.topics and reading.analysis.topic not in rule.topics:
            return f"topic is {reading.analysis.topic}"
        if reading.analysis.topic in rule.not_topics:
            return f"topic is {reading.analysis.topic}"
        return None

    def excused(self, view: View) -> tuple[Hit, ...] | None:
        """The words that satisfy an ``unless``; None when none does."""
        for condition in self.unless:
            found = condition.find(view)
            if found:
                return found[0].hits
        return None

    def severity(self, view: View) -> Severity:
        """The rule's severity, raised to the highest whose condition holds."""
        severity = self.rule.severity
        for raised, condition in self.severity_when:
            if rank(raised) > rank(severity) and condition.find(view):
                severity = raised
        return severity


def _shares(found: list[Instance], *, single: bool) -> list[tuple[float, Instance]]:
    """What part of the weight each instance adds; those that repeat one before them add nothing and are left out."""
    shares: list[tuple[float, Instance]] = []
    seen: set[object] = set()
    for instance in found:
        if instance.distinct not in seen:
            seen.add(instance.distinct)
            shares.append((instance.closeness * CORROBORATION ** len(shares), instance))
            if single or len(shares) == MOST_INSTANCES:
                break
    return shares


def _base(language: str) -> str:
    """``pt`` for ``pt-BR`` and ``PT_br``."""
    return language.replace("_", "-").split("-")[0].casefold()
