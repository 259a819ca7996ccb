"""Two replays side by side: which alerts would be new, gone or changed, and how many messages a day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from tocsin.core.backtest.replay import Told
from tocsin.core.model.base import Value


class RuleCount(Value, frozen=True, kw_only=True):
    """One rule: stories alerted and messages sent, by the rules on trial and by those in force."""

    rule: str
    stories: int
    messages: int
    before_stories: int
    before_messages: int


class Day(Value, frozen=True, kw_only=True):
    """One rule on one day (UTC): messages by the rules on trial and by those in force."""

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


def compare(told: Sequence[Told], before: Sequence[Told]) -> Comparison:
    """What the rules on trial told, beside what those in force told."""
    stories, earlier = _by_story(told), _by_story(before)
    partners = _partners(stories, earlier)
    pairs = [(revisions, earlier[partners[alert]]) for alert, revisions in stories.items() if alert in partners]
    taken = set(partners.values())
    return Comparison(
        rules=tuple(_counts(told, before)),
        days=tuple(_days(told, before)),
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
    return [(r.kind, r.severity, r.article, r.subscriptions, r.silenced) for r in revisions]


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


def _days(told: Iterable[Told], before: Iterable[Told]) -> Iterable[Day]:
    mine, theirs = _messages_a_day(told), _messages_a_day(before)
    for day, rule in sorted({*mine, *theirs}):
        yield Day(day=day, rule=rule, messages=mine[day, rule], before_messages=theirs[day, rule])


def _messages_a_day(told: Iterable[Told]) -> Counter[tuple[date, str]]:
    counts: Counter[tuple[date, str]] = Counter()
    for each in told:
        counts[each.at.date(), each.rule] += each.messages
    return counts
