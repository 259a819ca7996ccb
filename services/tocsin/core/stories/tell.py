"""What subscribers are told of a story, and what is remembered of having told it."""

from collections.abc import Iterator

from tocsin.core.model.alert import Alert, Link
from tocsin.core.model.analysis import CasualtyKind
from tocsin.core.model.base import SEVERITIES
from tocsin.core.model.ids import alert_id
from tocsin.core.model.story import Report, Story, Told
from tocsin.core.stories.facts import in_time
from tocsin.core.stories.report import NO_TIME, top
from tocsin.core.stories.steps import Change, Facts, Now

MAX_LINKS = 6
MAX_ACTORS_TOLD = 24


def unheard() -> Told:
    """What has been told of a story that nobody has heard of."""
    return Told(seq=-1, at=NO_TIME, kind="new", severity=SEVERITIES[0], reports=0)


def alert_of(story: Story, facts: Facts, change: Change, seq: int) -> Alert:
    """The revision of the story's alert that tells this change."""
    told = story.told
    return Alert(
        id=alert_id(story.rule, story.id),
        seq=seq,
        kind=change.kind,
        rule=story.rule,
        rule_version=story.rule_version,
        story=story.id,
        title=story.title,
        headline=story.article.title,
        severity=facts.severity if facts.standing else told.severity,
        score=facts.score,
        labels=story.labels,
        article=story.article,
        evidence=story.evidence,
        changes=change.words,
        tolls=facts.tolls,
        movements=facts.movements,
        places=facts.places,
        reports=story.count,
        publishers=max(len(story.families), 1),
        links=tuple(_links(story.reports)),
        first_published=None if story.first == NO_TIME else story.first,
        last_published=None if story.last == NO_TIME else story.last,
        confidence=facts.confidence,
        new_reports=story.count - told.reports,
        since=told.at if told.reports and told.at != NO_TIME else None,
        escalated=seq if change.kind == "escalation" else told.escalated,
    )


def told_of(story: Story, facts: Facts, change: Change, now: Now) -> Told:
    """What subscribers know once they have that revision."""
    numbers = {toll.kind: top(toll.min, toll.max) for toll in facts.tolls if toll.status != "denied"}
    known: dict[CasualtyKind, int] = {kind: number for kind, number in numbers.items() if number is not None}
    grew = change.kind in ("new", "escalation")
    return Told(
        seq=now.seq,
        at=now.clock,
        logged=now.logged,
        kind=change.kind,
        severity=facts.severity if facts.standing else story.told.severity,
        reports=story.count,
        families=len(story.families),
        tolls=facts.tolls,
        movements=facts.movements,
        places=tuple(place.within for place in facts.places),
        escalated=now.seq if change.kind == "escalation" else story.told.escalated,
        actors=tuple(dict.fromkeys((*facts.actors, *story.told.actors)))[:MAX_ACTORS_TOLD],
        deniers=facts.deniers,
        base={**story.told.base, **known} if grew else {**known, **story.told.base},
    )


def _links(reports: tuple[Report, ...]) -> Iterator[Link]:
    """The earliest report first, then the newest, without those withdrawn."""
    standing = in_time(reports)
    for report in (*standing[:1], *reversed(standing[1:][-(MAX_LINKS - 1) :])):
        yield Link(
            title=report.title,
            url=report.url,
            source=report.source,
            publisher=report.publisher,
            published=None if report.at == NO_TIME else report.at,
        )
