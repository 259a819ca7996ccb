"""The fold: one record from the matches topic against a rule's open stories gives changed stories and alerts.

Nothing here changes anything: the caller first makes the alerts durable, then writes the stories. So a crash between
the two repeats the fold, with the same alerts under the same ids and numbers, and never forgets one.
"""

from collections.abc import Sequence
from datetime import datetime

from msgspec.structs import replace

from tocsin.core.model.alert import Alert
from tocsin.core.model.ids import story_id
from tocsin.core.model.match import ArticleRef, Match, Retraction
from tocsin.core.model.story import Flow, Report, Story
from tocsin.core.stories.bursts import burst_alert, bursting, flowing
from tocsin.core.stories.changes import compare
from tocsin.core.stories.facts import facts_of
from tocsin.core.stories.families import family_of
from tocsin.core.stories.open_stories import OpenStories
from tocsin.core.stories.policy import Policy
from tocsin.core.stories.profile import add, copied, profile
from tocsin.core.stories.report import MAX_TITLE, MAX_URL, event_time, report_of
from tocsin.core.stories.size import MAX_EVIDENCE, bounded, within_limits
from tocsin.core.stories.steps import Change, Facts, Now, Outcome, Telling
from tocsin.core.stories.tell import alert_of, told_of, unheard

PRUNED_PER_RECORD = 4
"""Expired stories let go with one record: the work of one record stays bounded however far the clock jumps."""

RELEASED_PER_RECORD = 2
"""Held-back updates of other stories told with one record."""

MAX_OPEN = 5_000
"""Open stories of one rule; beyond, the oldest close early. A rule that opens more is too wide to be read."""


def fold(
    stories: OpenStories,
    record: Match | Retraction,
    place: tuple[int, int],
    policy: Policy,
    logged: datetime | None = None,
) -> Outcome:
    """Fold a record into the open stories of one rule.

    ``place`` is its partition and offset, ``logged`` when the log took it. A retraction concerns the stories of any
    rule; fold it into each that knows the article: it is withdrawn, or was edited and no longer fires the rule. Only
    event times and ``logged`` decide, never the time it is now.
    """
    partition, seq = place
    now = Now(seq=seq, clock=stories.clock, logged=logged, flow=stories.flow)
    if isinstance(record, Retraction):
        return _retract(stories, record, now, policy)
    if seq <= stories.watermark:
        return _again(stories, now, policy)
    known = stories.of_article(record.article.id, policy.window)
    if known is None:
        at = event_time(record.article) or stories.clock
        story = stories.find(record.signature, at, policy.window)
        family = family_of(record.article, policy.families)
        folded = _open(record, (partition, seq), at, family) if story is None else _join(story, record, seq, at, family)
        now = replace(now, flow=flowing(stories.flow, at, policy))
    else:
        revised = _revise(known, record, seq)
        if revised is None:
            return _remind(known, now, policy)
        folded = revised
    now = replace(now, clock=max(stories.clock, folded.last))
    flow = now.flow
    bursts: tuple[Alert, ...] = ()
    if flow is not None and bursting(flow, policy):
        now = replace(now, flow=replace(flow, told=True))
        bursts = (_burst(folded, flow, seq, policy),)
    tellings = [_tell(folded, now, policy), *_release(stories, now, policy, besides=folded.id)]
    removed = stories.expired(now.clock - policy.window, PRUNED_PER_RECORD, MAX_OPEN, newest=folded)
    outcome = _outcome(tellings, removed)
    return replace(outcome, alerts=(*outcome.alerts, *bursts)) if bursts else outcome


def put(stories: OpenStories, story: Story, policy: Policy) -> None:
    """Take a written story into the index, with the time from which its held-back update may be told."""
    told = story.told
    change = None
    if told.seq < story.seq and told.reports:
        change = compare(told, facts_of(story.reports), policy, story.fired_by)
    stories.put(story, None if change is None else told.at + policy.quiet_for)


def apply(stories: OpenStories, outcome: Outcome) -> None:
    """Take an outcome into the index, once its alerts are durable and its stories written."""
    for told in outcome.changed:
        stories.put(told.story, told.due)
    for removed in outcome.removed:
        stories.discard(removed)


def _open(match: Match, place: tuple[int, int], at: datetime, family: str) -> Story:
    partition, seq = place
    report = report_of(match, seq, at, family)
    return _with_cause(
        Story(
            id=story_id(match.rule, match.article.id),
            rule=match.rule,
            partition=partition,
            seq=seq,
            first=at,
            last=at,
            profile=profile(match.signature, report.family),
            reports=(report,),
            told=unheard(),
            count=1,
            article=match.article,
            title=match.title,
            rule_version=match.rule_version,
            families=(report.family,),
        ),
        match,
        seq,
    )


def _join(story: Story, match: Match, seq: int, at: datetime, own_family: str) -> Story:
    family = copied(story.profile, frozenset(match.signature.sketch)) or own_family
    report = report_of(match, seq, at, family)
    joined = replace(
        story,
        first=min(story.first, at),
        last=max(story.last, at),
        profile=add(story.profile, match.signature, family),
        reports=(*story.reports, report),
        count=story.count + 1,
        families=story.families if family in story.families else (*story.families, family),
    )
    return _with_cause(joined, match, seq)


def _revise(story: Story, match: Match, seq: int) -> Story | None:
    """The story with a newer state of an article that it has; None if that state, or a later one, is known."""
    known = next((report for report in story.reports if report.article == match.article.id), None)
    if known is None or known.match == match.id or _is_older(match.article, known):
        return None
    report = report_of(match, seq, known.at, known.family)
    return _with_cause(replace(story, reports=_replaced(story.reports, report)), match, seq)


def _remind(story: Story, now: Now, policy: Policy) -> Outcome:
    """A match that is known came again. If its story's update was held back for long enough, it is told."""
    told = _tell(replace(story, seq=now.seq), now, policy)
    return Outcome(repeat=True) if told.alert is None else _outcome([told], ())


def _again(stories: OpenStories, now: Now, policy: Policy) -> Outcome:
    """A record that was folded before. The newest may have been cut short between the writes of its stories, which
    are in order: its own, those it released, those it removed. The latter are made up for, under the same number.
    """
    if now.seq < stories.watermark:
        return Outcome(repeat=True)
    missing = RELEASED_PER_RECORD + 1 - stories.last_touched
    released = _release(stories, now, policy, limit=missing)
    removed = stories.expired(now.clock - policy.window, PRUNED_PER_RECORD, MAX_OPEN)
    return replace(_outcome(released, removed), repeat=True)


def _retract(stories: OpenStories, retraction: Retraction, now: Now, policy: Policy) -> Outcome:
    story = stories.of_article(retraction.article.id, policy.window)
    if story is None or now.seq <= story.seq or story.rule in retraction.rules:
        return Outcome(repeat=True)
    known = next((report for report in story.reports if report.article == retraction.article.id), None)
    edited = retraction.article.status == "usable"
    if known is None or known.withdrawn or (edited and _is_older(retraction.article, known)):
        return Outcome(repeat=True)
    without = replace(
        story,
        seq=now.seq,
        reports=_replaced(story.reports, replace(known, withdrawn=True, edited=edited)),
        article=_trimmed(retraction.article),
        evidence=(),
    )
    return _outcome([_tell(without, now, policy)], ())


def _release(
    stories: OpenStories, now: Now, policy: Policy, *, besides: str = "", limit: int = RELEASED_PER_RECORD
) -> list[Telling]:
    """Other stories whose held-back update may be told now that the rule's clock has moved on."""
    closed = now.clock - policy.window
    due = stories.due(now.clock, limit, besides)
    return [
        _tell(replace(story, seq=now.seq), now, policy) for story in due if story.seq < now.seq and story.last >= closed
    ]


def _tell(story: Story, now: Now, policy: Policy) -> Telling:
    """Tell what is to be told of the story: at once, but for updates, which keep their distance."""
    story = within_limits(story if story.flow is now.flow else replace(story, flow=now.flow))
    facts = facts_of(story.reports)
    change = _change(story, facts, policy)
    alert = due = None
    if change is not None and change.kind == "update" and not _has_been_quiet(story, now, policy):
        due = story.told.at + policy.quiet_for
    elif change is not None:
        alert = alert_of(story, facts, change, now.seq)
        story = replace(story, told=told_of(story, facts, change, now))
    story, data = bounded(story)
    return Telling(story=story, data=data, alert=alert, due=due)


def _has_been_quiet(story: Story, now: Now, policy: Policy) -> bool:
    """Whether ``quiet_for`` has passed since the last alert, as the news tells time or as the log does."""
    if now.clock >= story.told.at + policy.quiet_for:
        return True
    last = story.told.logged
    return last is not None and now.logged is not None and now.logged >= last + policy.quiet_for


def _burst(story: Story, flow: Flow, seq: int, policy: Policy) -> Alert:
    cause = alert_of(story, facts_of(story.reports), Change(kind="new", words=()), seq)
    return burst_alert(cause, flow, policy)


def _outcome(tellings: Sequence[Telling], removed: Sequence[str]) -> Outcome:
    touched = {told.story.id for told in tellings}
    return Outcome(
        alerts=tuple(told.alert for told in tellings if told.alert is not None),
        changed=tuple(tellings),
        removed=tuple(story for story in removed if story not in touched),
    )


def _change(story: Story, facts: Facts, policy: Policy) -> Change | None:
    if not story.told.reports:
        return Change(kind="new", words=())
    return compare(story.told, facts, policy, story.fired_by)


def _with_cause(story: Story, match: Match, seq: int) -> Story:
    """The story with what its alerts take from the newest match."""
    fired = {*story.fired_by, *(evidence.kind for evidence in match.evidence if evidence.weight > 0)}
    return replace(
        story,
        seq=seq,
        article=_trimmed(match.article),
        title=match.title,
        rule_version=match.rule_version,
        labels=match.labels,
        evidence=match.evidence[:MAX_EVIDENCE],
        fired_by=tuple(sorted(fired)),
    )


def _trimmed(article: ArticleRef) -> ArticleRef:
    url = article.url if article.url is None or len(article.url) <= MAX_URL else None
    return replace(article, title=article.title[:MAX_TITLE], url=url)


def _replaced(reports: tuple[Report, ...], report: Report) -> tuple[Report, ...]:
    return tuple(report if old.article == report.article else old for old in reports)


def _is_older(article: ArticleRef, known: Report) -> bool:
    return article.fetched is not None and known.fetched is not None and article.fetched < known.fetched
