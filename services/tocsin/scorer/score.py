"""One article against the rules in force: what the service and the command line share."""

from collections.abc import Sequence

import msgspec

from tocsin.core.analysis.reader import Reader
from tocsin.core.model.article import Article
from tocsin.core.model.match import Match, Signature
from tocsin.core.rules import RuleSet, Scan
from tocsin.core.stories import signature

MAX_RULES = 20
"""So many rules of one article are named in its matches."""


def score_article(article: Article, reader: Reader, rules: RuleSet) -> list[Match]:
    """The article's matches, by rule id. Articles that no rule could fire on are not read; none is signed in vain."""
    scan = Scan(article)
    if not rules.might_match(article, scan):
        return []
    analysis = reader.read(article)
    matches = rules.match(article, analysis, scan)
    return complete(matches, signature(article, analysis)) if matches else []


def complete(matches: Sequence[Match], signed: Signature) -> list[Match]:
    """One article's matches as they go out: with its signature, and each with the rules that fired beside its own."""
    if len(matches) == 1:
        return [msgspec.structs.replace(matches[0], signature=signed)]
    fired = tuple(match.rule for match in matches)[:MAX_RULES]
    return [
        msgspec.structs.replace(match, signature=signed, article=msgspec.structs.replace(match.article, rules=fired))
        for match in matches
    ]
