"""A verdict as the message that tells others of it."""

from msgspec.structs import replace

from tocsin.core.analysis.text.clean import clean
from tocsin.core.analysis.text.credit import credit
from tocsin.core.model.analysis import Fact
from tocsin.core.model.article import Article
from tocsin.core.model.ids import match_id
from tocsin.core.model.match import ArticleRef, Evidence, Match, reference
from tocsin.core.rules.ready import Contribution, ReadyRule, Verdict
from tocsin.core.rules.view import Reading, View

_LEAD = 300
"""The longest lead, in characters."""


def to_match(ready: ReadyRule, verdict: Verdict, view: View) -> Match:
    """The match of a rule that fired: its evidence, and the facts that the rule may count."""
    reading = view.reading
    article, analysis, rule = reading.article, reading.analysis, ready.rule
    evidence = _evidence(verdict)
    return Match(
        id=match_id(rule.id, article.id, article.revision),
        rule=rule.id,
        rule_version=ready.version,
        title=rule.title,
        score=round(verdict.score, 4),
        severity=ready.severity(view),
        labels=rule.labels,
        article=_referred_to(reading, evidence),
        evidence=evidence,
        topic=analysis.topic,
        places=reading.places_in(ready.region),
        casualties=tuple(fact for fact in analysis.casualties if _counts(fact, ready)),
        deployments=tuple(fact for fact in analysis.deployments if _counts(fact, ready)),
    )


def _evidence(verdict: Verdict) -> tuple[Evidence, ...]:
    """All evidence; words that are listed already and add nothing more (the score was full) are left out."""
    listed: dict[tuple[str, str, int, int], Evidence] = {}
    for contribution in verdict.contributions:
        for each in to_evidence(contribution):
            key = (each.kind, each.field, each.start, each.end)
            known = listed.get(key)
            listed[key] = each if known is None else _merged(known, each)
    return tuple(listed.values())


def _merged(known: Evidence, again: Evidence) -> Evidence:
    """The same words for two reasons."""
    why = known.why if again.weight == 0 or again.why in known.why else f"{known.why}; {again.why}"
    return replace(known, why=why, weight=round(known.weight + again.weight, 4))


def to_evidence(contribution: Contribution) -> list[Evidence]:
    """The words of one contribution, which share what it added."""
    hits = contribution.instance.hits
    added = contribution.added
    return [
        Evidence(
            field=hit.field,
            start=hit.start,
            end=hit.end,
            text=hit.text,
            kind=hit.kind,
            why=hit.why,
            weight=round(added / len(hits) if hit.share is None else added * hit.share, 4),
        )
        for hit in hits
    ]


def _referred_to(reading: Reading, evidence: tuple[Evidence, ...]) -> ArticleRef:
    """The article less its body, its title as a reader sees it, with the lead that shows the first evidence. Many rules
    may fire on one article, mostly by the same words.
    """
    first = min((each.start for each in evidence if each.field == "body"), default=0)
    known = reading.references.get(first)
    if known is None:
        known = reading.references[first] = replace(_known_as(reading), lead=_lead_at(reading.article, first))
    return known


def _known_as(reading: Reading) -> ArticleRef:
    known = next(iter(reading.references.values()), None)
    if known is not None:
        return known
    article = reading.article
    return replace(reference(article), title=_readable(article.title), credit=credit(article.body))


def _lead_at(article: Article, first: int) -> str:
    """The body from the sentence or line that holds this code point on."""
    low = max(0, first - _LEAD // 2)
    ends = ((article.body.rfind(mark, low, first), len(mark)) for mark in ("\n", ". "))
    begin = max((at + length for at, length in ends if at >= 0), default=low)
    return _readable(article.body[begin : begin + 2 * _LEAD])[:_LEAD].rstrip()


def _readable(text: str) -> str:
    """The text as a reader sees it: markup gone, entities and broken encodings resolved, on one line."""
    return " ".join(clean(text)[0].split())


def _counts(fact: Fact, ready: ReadyRule) -> bool:
    return fact.status in ready.rule.statuses and ready.region.holds(fact.within, fact.lat, fact.lon)
