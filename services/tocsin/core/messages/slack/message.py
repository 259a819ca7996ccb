"""Notices as Slack messages: Block Kit within every limit, with plain text for notifications and screen readers.

All that derives from an article is cleaned and escaped; the only mention that can stand in a message is @channel, and
only when the subscription allows it.
"""

from typing import Any

from tocsin.core.analysis.text.clean import clean as without_markup
from tocsin.core.messages.plain import ENDINGS, PREFIXES
from tocsin.core.messages.slack.blocks import (
    HEADER_LIMIT,
    SECTION_LIMIT,
    Block,
    context,
    header,
    joined,
    message,
    section,
)
from tocsin.core.messages.slack.controls import NO_CONTROLS, Controls, render_controls
from tocsin.core.model.alert import Alert
from tocsin.core.model.base import Severity
from tocsin.core.routing.notice import Notice
from tocsin.core.wording import facts
from tocsin.core.wording.text import clean, cut, escape_cut, link, when

_LEAD_LIMIT = 500
_LINE_LIMIT = 600
_TITLE_LIMIT = 160
_WHY_LIMIT = 300
_FALLBACK_LIMIT = 1000
_PLAIN_LIMIT = 3500
_DIGEST_LIMIT = 9000
_MAX_LINKS = 4
_MAX_EVIDENCE = 4
_MAX_CHANGES = 5

MARKS: dict[Severity, str] = {"critical": "🔴", "warning": "🟠", "info": "🔵"}


def render_slack(notice: Notice, *, mention_channel: bool = False, controls: Controls = NO_CONTROLS) -> dict[str, Any]:
    """``text`` and ``blocks`` for an incoming webhook or ``chat.postMessage``."""
    loud = mention_channel and notice.alert.severity == "critical" and notice.kind in ("new", "escalation")
    blocks = [
        header(_title(notice)),
        *([section("<!channel>")] if loud else []),
        section(_body(notice)),
        *_lead(notice.alert),
        *_links(notice),
        context(_why(notice)),
        *render_controls(notice, controls),
    ]
    return message(fallback(notice), blocks)


def render_slack_plain(notice: Notice) -> dict[str, Any]:
    """The same as bare text, for when Slack refuses the blocks."""
    lines = [_title(notice), _body(notice), *(_link_lines(notice.alert)), _why(notice)]
    return message(joined(lines, _PLAIN_LIMIT))


def fallback(notice: Notice) -> str:
    """One line for notifications and screen readers: severity in words, what, where, what changed."""
    alert = notice.alert
    parts = [f"{alert.severity.capitalize()}: {PREFIXES[notice.kind]}{clean(alert.headline or alert.title)}"]
    parts += [facts.tolls(alert), facts.movements(alert), facts.places(alert)]
    parts += [clean(change) for change in alert.changes[:2]] if notice.kind != "new" else []
    told = ". ".join(part for part in parts if part)
    return escape_cut(f"TEST. {told}" if notice.test else told, _FALLBACK_LIMIT)


def digest_line(notice: Notice) -> str:
    """One notice in a message of many: mark, headline as a link, where."""
    alert = notice.alert
    title = f"{PREFIXES[notice.kind]}{alert.headline or alert.title}"
    where = facts.places(alert)
    tail = f" · {escape_cut(where, _TITLE_LIMIT)}" if where else ""
    return f"{MARKS[alert.severity]} {link(alert.article.url, title, _TITLE_LIMIT)}{tail}"


def render_slack_digest(notices: list[Notice]) -> dict[str, Any]:
    """Many notices at once as one message, the gravest first."""
    order = {severity: number for number, severity in enumerate(MARKS)}
    ranked = sorted(notices, key=lambda notice: order[notice.alert.severity])
    title = f"{len(notices)} alerts"
    shown = joined([digest_line(notice) for notice in ranked], _DIGEST_LIMIT).split("\n")
    more = len(ranked) - len(shown)
    lines = [*shown, f"and {more} more, in the console"] if more else shown
    text = joined([title, *(fallback(notice) for notice in ranked)], _FALLBACK_LIMIT)
    return message(text, [header(title), *(section(part) for part in packed(lines))])


def render_slack_held(count: int) -> dict[str, Any]:
    """Tells that alerts were held back."""
    text = (
        f"{count:,} alert{'' if count == 1 else 's'} held back: more came than could be delivered here. "
        "They are on the alerts topic and in the console."
    )
    return message(text, [section(text)])


def _title(notice: Notice) -> str:
    alert = notice.alert
    test = "TEST " if notice.test else ""
    headline = clean(alert.headline) or clean(alert.title) or "Alert"
    severity = f"{MARKS[alert.severity]} {alert.severity.capitalize()}"
    return escape_cut(f"{severity} · {test}{PREFIXES[notice.kind]}{headline}", HEADER_LIMIT)


def _body(notice: Notice) -> str:
    alert = notice.alert
    lines = [ENDINGS.get(notice.kind, "")]
    if notice.kind != "new" and alert.changes:
        lines.append(_line("What changed", "; ".join(clean(change) for change in alert.changes[:_MAX_CHANGES])))
    lines += [
        _line("Where", facts.places(alert)),
        _line("How many", facts.tolls(alert)),
        _line("What moves", facts.movements(alert)),
        _line("How sure", facts.sureness(alert)) + ("" if notice.kind == "new" else _since(alert)),
        _line("Who says so", facts.publishers(alert)),
    ]
    if notice.test:
        lines.append("This is a test message; nothing happened.")
    return joined([line for line in lines if line], SECTION_LIMIT)


def _line(name: str, value: str) -> str:
    return f"*{name}:* {escape_cut(value, _LINE_LIMIT)}" if value else ""


def _since(alert: Alert) -> str:
    if alert.new_reports < 1 or alert.since is None:
        return ""
    return f", {alert.new_reports:,} of them since {when(alert.since)}"


def _lead(alert: Alert) -> list[Block]:
    lead = facts.lead(alert)
    return [section("> " + escape_cut(lead, _LEAD_LIMIT))] if lead else []


def _links(notice: Notice) -> list[Block]:
    lines = _link_lines(notice.alert)
    return [section(joined(lines, SECTION_LIMIT))] if lines else []


def _link_lines(alert: Alert) -> list[str]:
    lines = []
    for item in alert.links[:_MAX_LINKS]:
        by = clean(item.publisher or item.source or "")
        at = when(item.published) if item.published else ""
        tail = " · ".join(part for part in (escape_cut(by, _TITLE_LIMIT), at) if part)
        shown = link(item.url, item.title or "report", _TITLE_LIMIT)
        lines.append(f"• {shown}{f' · {tail}' if tail else ''}")
    return lines


def _why(notice: Notice) -> str:
    alert = notice.alert
    reasons = [
        f"{clean(item.why)} (“{cut(clean(without_markup(item.text)[0]), _TITLE_LIMIT)}”)"
        for item in alert.evidence[:_MAX_EVIDENCE]
    ]
    rule = f"*{escape_cut(clean(alert.title), _TITLE_LIMIT)}* ({escape_cut(clean(alert.rule), _TITLE_LIMIT)})"
    told = [f"Rule {rule}, score {alert.score:.2f}"]
    told += [escape_cut(reason, _WHY_LIMIT) for reason in reasons]
    told += [f"Also rule {escape_cut(facts.rule(other), _WHY_LIMIT)}" for other in notice.also]
    return joined(["Why: " + " · ".join(told)], SECTION_LIMIT)


def packed(lines: list[str]) -> list[str]:
    """Lines in as few texts as the limit of a section allows."""
    texts: list[str] = []
    rest = lines
    while rest:
        text = joined(rest, SECTION_LIMIT) or escape_cut(rest[0], SECTION_LIMIT)
        texts.append(text)
        rest = rest[text.count("\n") + 1 :]
    return texts
