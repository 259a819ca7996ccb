"""Two replays side by side: which alerts would be new, gone or changed, and how many messages a day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from tocsin.core.backtest.desks import Message
from tocsin.core.backtest.replay import Result, Told
from tocsin.core.model.base import Value

SUMMARIES = "(summaries)"
"""In the place of a rule: messages that tell of several stories, for a digest, past a limit, or after a silence."""


class RuleCount(Value, frozen=True, kw_only=True):
    """One rule: stories alerted, and messages about its alerts, by the rules on trial and by those in force. What came
    in summaries is counted with the desks.
    """

    rule: str
    stories: int
    messages: int
    before_stories: int
    before_messages: int


class DeskCount(Value, frozen=True, kw_only=True):
    """One subscription: all messages that it would have got, and how many of them were summaries."""

    desk: str
    messages: int
    summaries: int
    before_messages: int
    before_summaries: int


class Day(Value, frozen=True, kw_only=True):
    """One rule (or ``SUMMARIES``) on one day (UTC): messages by the rules on trial and by those in force."""

    day: date
    rule: str
    messages: int
    before_messages: int


class Comparison(Value, frozen=True, kw_only=True):
    """``new`` and ``gone`` hold a story's first revision; ``changed`` the pairs of stories told otherwise than before.

    A story is the same when its alert id is, or when the two share an article under the same rule.
    """

    rules: tuple[RuleCount, ...]
    days: tuple[Day, ...]
    new: tuple[Told, ...]
    gone: tuple[Told, ...]
    changed: tuple[tuple[Told, Told], ...]
    same: int
    desks: tuple[DeskCount, ...] = ()


def compare(result: Result, before: Result) -> Comparison:
    """What the rules on trial told, beside what those in force told."""
    stories, earlier = _by_story(result.told), _by_story(before.told)
    partners = _partners(stories, earlier)
    pairs = [(revisions, earlier[partners[alert]]) for alert, revisions in stories.items() if alert in partners]
    taken = set(partners.values())
    return Comparison(
        rules=tuple(_counts(result.told, before.told)),
        days=tuple(_days(result, before)),
        desks=tuple(_desks(result.messages, before.messages)),
        new=tuple(revisions[0] for alert, revisions in stories.items() if alert not in partners),
        gone=tuple(revisions[0] for alert, revisions in earlier.items() if alert not in taken),
        changed=tuple((mine[0], theirs[0]) for mine, theirs in pairs if _sense(mine) != _sense(theirs)),
        same=sum(_sense(mine) == _sense(theirs) for mine, theirs in pairs),
    )


def _by_story(told: Iterable[Told]) -> dict[str, list[Told]]:
    stories: dict[str, list[Told]] = defaultdict(list)
    for each in told:
        stories[each.alert].append(each)
    return stories


def _partners(stories: dict[str, list[Told]], earlier: dict[str, list[Told]]) -> dict[str, str]:
    """For each story of the one the story of the other that it is; each is taken once."""
    partners = {alert: alert for alert in stories if alert in earlier}
    free = {
        (each.rule, each.article): alert
        for alert, revisions in earlier.items()
        if alert not in partners
        for each in revisions
    }
    for alert, revisions in stories.items():
        if alert not in partners:
            shared = (free.get((each.rule, each.article)) for each in revisions)
            partner = next((other for other in shared if other and other not in partners.values()), None)
            if partner is not None:
                partners[alert] = partner
    return partners


def _sense(revisions: Iterable[Told]) -> list[tuple[object, ...]]:
    """What a desk would notice."""
    return [(r.kind, r.severity, r.article, r.subscriptions, r.among, r.silenced) for r in revisions]


def _counts(told: Sequence[Told], before: Sequence[Told]) -> Iterable[RuleCount]:
    for rule in sorted({each.rule for each in (*told, *before)}):
        mine, theirs = ([each for each in some if each.rule == rule] for some in (told, before))
        yield RuleCount(
            rule=rule,
            stories=len({each.alert for each in mine}),
            messages=sum(each.messages for each in mine),
            before_stories=len({each.alert for each in theirs}),
            before_messages=sum(each.messages for each in theirs),
        )


def _desks(messages: Iterable[Message], before: Iterable[Message]) -> Iterable[DeskCount]:
    mine, theirs = (Counter((each.desk, bool(each.cause)) for each in some) for some in (messages, before))
    for desk in sorted({desk for desk, _ in (*mine, *theirs)}):
        yield DeskCount(
            desk=desk,
            messages=mine[desk, False] + mine[desk, True],
            summaries=mine[desk, True],
            before_messages=theirs[desk, False] + theirs[desk, True],
            before_summaries=theirs[desk, True],
        )


def _days(result: Result, before: Result) -> Iterable[Day]:
    mine, theirs = _messages_a_day(result), _messages_a_day(before)
    for day, rule in sorted({*mine, *theirs}):
        yield Day(day=day, rule=rule, messages=mine[day, rule], before_messages=theirs[day, rule])


def _messages_a_day(result: Result) -> Counter[tuple[date, str]]:
    """By the rule of the alert that the message is about, or ``SUMMARIES``; each revision if nobody is subscribed."""
    if not result.messages:
        return Counter((each.at.date(), each.rule) for each in result.told if each.messages)
    rules = {each.alert: each.rule for each in result.told}
    return Counter(
        (each.at.date(), SUMMARIES if each.cause else rules[each.lines[0].alert]) for each in result.messages
    )
