"""Notices as plain text, for mail and for services that take a title and a body."""

from dataclasses import dataclass

from tocsin.core.analysis.text.clean import clean as without_markup
from tocsin.core.messages.slack.controls import NO_CONTROLS, Controls
from tocsin.core.model.alert import Alert
from tocsin.core.model.delivery import Held
from tocsin.core.routing.notice import Notice, NoticeKind
from tocsin.core.wording import facts
from tocsin.core.wording.text import clean, cut, safe_url, utc

_TITLE_LIMIT = 150
_LINE_LIMIT = 600
_LEAD_LIMIT = 500
_MAX_LINKS = 6
_MAX_EVIDENCE = 4
_MAX_CHANGES = 5

PREFIXES: dict[NoticeKind, str] = {
    "new": "",
    "update": "Update: ",
    "escalation": "Escalation: ",
    "withdrawal": "Withdrawn: ",
    "left": "No longer matches: ",
}
"""What a title begins with, by the kind of notice."""

ENDINGS: dict[NoticeKind, str] = {
    "withdrawal": "The reports behind this story were withdrawn by their publishers.",
    "left": "As it now stands, this story no longer meets this subscription's filter; there will be no more updates.",
}
"""What is said of a story that ends for the reader."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """A title of one line, and a body of several."""

    title: str
    body: str


def render_plain(notices: tuple[Notice, ...], controls: Controls = NO_CONTROLS) -> PlainText:
    """One notice in full, with links into the console; several as a list, under one title."""
    if len(notices) == 1:
        return PlainText(_title(notices[0]), _body(notices[0], controls))
    return PlainText(f"{len(notices)} alerts", "\n\n".join(f"{_title(notice)}\n{_brief(notice)}" for notice in notices))


def render_plain_held(held: Held) -> PlainText:
    """Tells that alerts were held back."""
    title = f"{held.count:,} alert{'' if held.count == 1 else 's'} held back"
    return PlainText(title, "More came than could be delivered here. They are on the alerts topic and in the console.")


def _title(notice: Notice) -> str:
    alert = notice.alert
    test = "TEST " if notice.test else ""
    headline = clean(alert.headline) or clean(alert.title) or "Alert"
    return cut(f"{alert.severity.capitalize()}: {test}{PREFIXES[notice.kind]}{headline}", _TITLE_LIMIT)


def _body(notice: Notice, controls: Controls) -> str:
    alert = notice.alert
    changes = "; ".join(clean(change) for change in alert.changes[:_MAX_CHANGES]) if notice.kind != "new" else ""
    lead = cut(facts.lead(alert), _LEAD_LIMIT)
    told = [
        ENDINGS.get(notice.kind, ""),
        "This is a test message; nothing happened." if notice.test else "",
        _line("What changed", changes),
        _line("Where", facts.places(alert)),
        _line("How many", facts.tolls(alert)),
        _line("What moves", facts.movements(alert)),
        _line("How sure", facts.sureness(alert)),
        _line("Who says so", facts.publishers(alert)),
        f"\n{lead}" if lead else "",
        *_links(alert),
        _why(alert),
        *(f"Also rule {facts.rule(other)}" for other in notice.also),
        *(_acts(controls) if notice.is_open else []),
    ]
    return "\n".join(line for line in told if line)


def _brief(notice: Notice) -> str:
    alert = notice.alert
    told = [facts.tolls(alert), facts.movements(alert), facts.places(alert), safe_url(alert.article.url) or ""]
    return "\n".join(line for line in told if line)


def _line(name: str, value: str) -> str:
    return f"{name}: {cut(value, _LINE_LIMIT)}" if value else ""


def _links(alert: Alert) -> list[str]:
    lines = []
    for item in alert.links[:_MAX_LINKS]:
        by = clean(item.publisher or item.source or "")
        parts = (cut(clean(item.title) or "report", _TITLE_LIMIT), by, utc(item.published) if item.published else "")
        url = safe_url(item.url)
        lines.append("\n" + " · ".join(part for part in parts if part) + (f"\n{url}" if url else ""))
    return lines


def _acts(controls: Controls) -> list[str]:
    offered = (("Acknowledge", controls.acknowledge), ("Mute this rule for an hour", controls.mute))
    return [f"\n{name}:\n{url}" for name, url in offered if url is not None]


def _why(alert: Alert) -> str:
    reasons = [
        f'- {clean(item.why)}: "{cut(clean(without_markup(item.text)[0]), _TITLE_LIMIT)}"'
        for item in alert.evidence[:_MAX_EVIDENCE]
    ]
    rule = f"\nWhy: rule {clean(alert.title)} ({alert.rule}), score {alert.score:.2f}"
    return "\n".join([rule, *reasons])
