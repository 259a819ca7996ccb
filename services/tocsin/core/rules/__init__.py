"""Watch rules: compiled together, asked of each article, and every answer explained."""

from tocsin.core.rules.errors import RuleError
from tocsin.core.rules.explain import Explanation, explain
from tocsin.core.rules.gazetteer import Regions
from tocsin.core.rules.problems import problems_of
from tocsin.core.rules.ruleset import RuleSet, compile_rules
from tocsin.core.rules.view import Reading, Scan

__all__ = [
    "Explanation",
    "Reading",
    "Regions",
    "RuleError",
    "RuleSet",
    "Scan",
    "compile_rules",
    "explain",
    "problems_of",
]
