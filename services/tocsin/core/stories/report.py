"""What a story keeps of one match: who says it, when, and what it claims."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from tocsin.core.model.alert import Movement
from tocsin.core.model.analysis import Casualty, CasualtyKind, Fact, Place
from tocsin.core.model.match import ArticleRef, Match
from tocsin.core.model.story import Claim, Report
from tocsin.core.stories.families import MAX_NAME

ASSERTED = ("stated", "unverified")

MAX_TITLE = 200
MAX_URL = 500
MAX_MOVEMENTS = 4
MAX_PLACES = 3
MAX_ACTORS = 4

CLOCK_SKEW = timedelta(minutes=5)
"""How far an article's own date may lie after the time it was fetched; a later one is an error or a lie."""

NO_TIME = datetime.fromtimestamp(0, UTC)


def event_time(article: ArticleRef) -> datetime | None:
    """When the article says it appeared, at most ``CLOCK_SKEW`` after it was fetched; None if it has no date at all."""
    if article.published is None or article.fetched is None:
        return article.published or article.fetched
    return min(article.published, article.fetched + CLOCK_SKEW)


def report_of(match: Match, seq: int, at: datetime, family: str) -> Report:
    """The report that a match adds to a story; bounded in size whatever the match's."""
    article = match.article
    facts: list[Fact] = [f for f in (*match.casualties, *match.deployments) if f.status in ASSERTED]
    return Report(
        article=article.id,
        match=match.id,
        seq=seq,
        at=at,
        family=family,
        score=match.score,
        severity=match.severity,
        title=article.title[:MAX_TITLE],
        fetched=article.fetched,
        url=article.url if article.url and len(article.url) <= MAX_URL else None,
        source=article.source[:MAX_NAME] if article.source else None,
        publisher=article.publisher[:MAX_NAME] if article.publisher else None,
        claims=tuple(_claims(match.casualties)),
        movements=tuple(_movements(match))[:MAX_MOVEMENTS],
        places=_places(facts, match.places),
        actors=tuple(dict.fromkeys(d.actor[:MAX_NAME] for d in match.deployments if d.actor and d.status in ASSERTED))[
            :MAX_ACTORS
        ],
    )


def top(low: int | None, high: int | None) -> int | None:
    """The number that stands for a range: its upper end, or the lower of an open one."""
    return low if high is None else high


def _claims(casualties: tuple[Casualty, ...]) -> Iterator[Claim]:
    """For each kind the largest number that is asserted; where nothing is asserted but something denied, the denial.

    The largest, since parts of a toll ("30 of them children") stand beside the whole. Who are told one by one ("six
    priests and two women") are as many as their statement adds up to.
    """
    by_kind: dict[CasualtyKind, list[Casualty]] = {}
    for casualty in casualties:
        by_kind.setdefault(casualty.kind, []).append(casualty)
    for kind, said in by_kind.items():
        asserted = [c for c in said if c.status in ASSERTED]
        chosen = asserted or [c for c in said if c.status == "denied"]
        if chosen:
            largest = max(chosen, key=lambda c: (top(*_told(c)) or -1, c.status == "stated"))
            low, high = _told(largest)
            yield Claim(kind=kind, min=low, max=high, status=largest.status)


def _told(casualty: Casualty) -> tuple[int | None, int | None]:
    """The bounds of all whom the statement counts: those of the casualty, or the sum of its list."""
    low, high = casualty.min, casualty.max
    if casualty.total is None or casualty.total <= (top(low, high) or 0):
        return low, high
    return casualty.total, None if high is None else casualty.total


def _movements(match: Match) -> Iterator[Movement]:
    for moved in match.deployments:
        if moved.status in ASSERTED or moved.status == "denied":
            yield Movement(
                action=moved.action,
                status=moved.status,
                force=moved.force[:MAX_NAME] if moved.force else None,
                count=moved.count,
                actor=moved.actor[:MAX_NAME] if moved.actor else None,
                place=moved.place[:MAX_NAME] if moved.place else None,
            )


def _places(facts: list[Fact], named: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places that the asserted facts name, each once."""
    wanted = {fact.within[0] for fact in facts if fact.within}
    kept: dict[str, Place] = {}
    for place in named:
        if place.within and place.within[0] in wanted:
            kept.setdefault(place.within[0], place)
    return tuple(kept.values())[:MAX_PLACES]
