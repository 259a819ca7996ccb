"""What was gathered as a message for people: a digest, what a limit held back, what a silence kept back."""

from datetime import UTC
from typing import Any

from tocsin.core.messages.plain import PREFIXES, PlainText
from tocsin.core.messages.slack.blocks import context, header, joined, message, section
from tocsin.core.messages.slack.message import MARKS, packed
from tocsin.core.model.delivery import Gathered, SummaryLine
from tocsin.core.routing.gathering import DIGEST, cause_of, ranked, rule_in, silence_in
from tocsin.core.wording.text import clean, cut, escape_cut, link, when

_LINE_LIMIT = 600
_TITLE_LIMIT = 160
_PLAIN_LIMIT = 3500
_LISTED_LIMIT = 9000


def render_slack_summary(gathered: Gathered, *, plain: bool = False) -> dict[str, Any]:
    """Tells of the stories that were gathered, the gravest first; ``plain`` for when Slack refuses the blocks."""
    title = _title(gathered)
    why = f"{escape_cut(_why(gathered), _LINE_LIMIT)}since {when(gathered.since)}"
    limit = _PLAIN_LIMIT if plain else _LISTED_LIMIT
    shown = joined([_slack_line(line) for line in ranked(gathered)], limit).split("\n")
    lines = [*shown, *_more(gathered, len(shown))]
    if plain:
        return message("\n".join([title, why, *lines]))
    return message(title, [header(title), context(why), *(section(part) for part in packed(lines))])


def render_plain_summary(gathered: Gathered) -> PlainText:
    """The same as plain text."""
    why = cut(f"{_why(gathered)}since {gathered.since.astimezone(UTC):%Y-%m-%d %H:%M} UTC", _LINE_LIMIT)
    lines = [_plain_line(line) for line in ranked(gathered)]
    return PlainText(_title(gathered), "\n\n".join([why, *lines, *_more(gathered, len(lines))]))


def _title(gathered: Gathered) -> str:
    alerts = f"{gathered.count:,} alert{'' if gathered.count == 1 else 's'}"
    stories = f"{gathered.stories:,} stor{'y' if gathered.stories == 1 else 'ies'}"
    if cause_of(gathered) == DIGEST:
        return f"Digest: {stories}"
    return f"{'Silence ended' if silence_in(cause_of(gathered)) else 'Held back'}: {alerts} of {stories}"


def _why(gathered: Gathered) -> str:
    """What explains the summary, as far as anything has to be explained."""
    cause = cause_of(gathered)
    if silence_in(cause):
        return clean(f"Reason: {gathered.reason}{f', by {gathered.author}' if gathered.author else ''}") + " · "
    if cause == DIGEST:
        return ""
    rule = rule_in(cause)
    return f"More than the limit of {f'the rule {rule}' if rule else 'this subscription'} · "


def _more(gathered: Gathered, shown: int) -> list[str]:
    more = gathered.stories - shown
    return [f"and {more:,} more, in the console"] if more > 0 else []


def _slack_line(line: SummaryLine) -> str:
    tail = f" · {escape_cut(line.where, _TITLE_LIMIT)}" if line.where else ""
    return f"{MARKS[line.severity]} {link(line.url, f'{PREFIXES[line.kind]}{line.headline}', _TITLE_LIMIT)}{tail}"


def _plain_line(line: SummaryLine) -> str:
    first = f"{line.severity.capitalize()}: {PREFIXES[line.kind]}{line.headline}"
    return "\n".join(part for part in (first, line.where, line.url or "") if part)
