"""An article and what rules make of it, as people read it."""

from collections.abc import Iterator, Sequence

import click

from tocsin.cli._marking import Mark, clean, marked, wrapped
from tocsin.core.model.analysis import Analysis
from tocsin.core.model.article import Article
from tocsin.core.model.base import Field
from tocsin.core.rules.explain import Explanation

_SIGNS = {"fired": "●", "below threshold": "○", "excused": "◌", "shut": "◌"}


class Page:
    """Renders articles one after another, all at one width, in colour or not."""

    def __init__(self, *, width: int, colour: bool, every_rule: bool) -> None:
        self._width = width
        self._colour = colour
        self._every_rule = every_rule

    def render(self, article: Article, analysis: Analysis, explained: Sequence[Explanation]) -> str:
        """The text with the evidence of all rules shown, and below it the rules."""
        every_rule = self._every_rule or len(explained) == 1  # who asks about one rule asks why not, too
        shown = [each for each in explained if every_rule or each.score > 0 or each.outcome == "fired"]
        numbers = _numbered(shown)
        lines = [self._bold(self._field("title", article.title, analysis, shown, numbers)), ""]
        lines += [wrapped(self._field("body", article.body, analysis, shown, numbers), self._width, "  "), ""]
        for each in shown:
            lines += [*self._rule(each, numbers), ""]
        left_out = len(explained) - len(shown)
        if left_out:
            which = f"{left_out} {'more ' if shown else ''}rule{'' if left_out == 1 else 's'}"
            lines += [self._dim(f"{which} found no evidence (--all shows why)"), ""]
        return "\n".join(lines)

    def _field(
        self,
        field: Field,
        text: str,
        analysis: Analysis,
        shown: Sequence[Explanation],
        numbers: dict[tuple[Field, int, int, str], int],
    ) -> str:
        marks = [
            Mark(each.start, each.end, each.kind, numbers[each.field, each.start, each.end, each.why])
            for explanation in shown
            for item in explanation.items
            for each in item.evidence
            if each.field == field and each.kind != "topic"
        ]
        zones = [(zone.start, zone.end) for zone in analysis.zones if zone.field == field]
        return marked(text, marks, zones, colour=self._colour)

    def _rule(self, explained: Explanation, numbers: dict[tuple[Field, int, int, str], int]) -> Iterator[str]:
        outcome = explained.outcome + (f": {clean(explained.reason)}" if explained.reason else "")
        head = f"{_SIGNS[explained.outcome]} {explained.rule}  {explained.score:.2f} of {explained.threshold:.2f}  "
        yield self._bold(head) + self._outcome(outcome, explained)
        for item in explained.items:
            if item.miss is not None:
                yield self._dim(f"    {'-':>7}  {item.asks}: {clean(item.miss)}")
            elif not item.evidence:
                yield f"    {item.added:>+7.3f}  {item.asks}"
            for evidence in item.evidence:
                number = numbers[evidence.field, evidence.start, evidence.end, evidence.why]
                yield f"    {evidence.weight:>+7.3f}  [{number}] {clean(evidence.why)}"

    def _outcome(self, outcome: str, explained: Explanation) -> str:
        if explained.outcome != "fired":
            return self._dim(outcome)
        told = f"{outcome}, {explained.severity}"
        return click.style(told, fg="red", bold=True) if self._colour else told

    def _bold(self, text: str) -> str:
        return click.style(text, bold=True) if self._colour else text

    def _dim(self, text: str) -> str:
        return click.style(text, dim=True) if self._colour else text


def _numbered(explained: Sequence[Explanation]) -> dict[tuple[Field, int, int, str], int]:
    """Each distinct piece of evidence and its number, in the order of the rules that name it."""
    numbers: dict[tuple[Field, int, int, str], int] = {}
    for each in explained:
        for item in each.items:
            for evidence in item.evidence:
                numbers.setdefault((evidence.field, evidence.start, evidence.end, evidence.why), len(numbers) + 1)
    return numbers
