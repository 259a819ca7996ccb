"""What a reader of a Slack message can do: open the source, acknowledge the story, mute the rule."""

from dataclasses import dataclass

from tocsin.core.messages.slack.blocks import SECTION_LIMIT, Block, actions, button, confirm, joined, section
from tocsin.core.routing.notice import Notice
from tocsin.core.wording.text import clean, escape_cut, link, safe_url

_CONFIRM_LIMIT = 200
_LINK_LIMIT = 80


@dataclass(frozen=True, slots=True)
class Controls:
    """``buttons``: Slack tells the console of presses. Otherwise links into the console, where there is one: Slack
    puts a warning beside buttons, even those that only lead somewhere, whose app answers no presses.
    """

    buttons: bool = False
    acknowledge: str | None = None
    mute: str | None = None


NO_CONTROLS = Controls()
"""Nobody could answer: only the source is offered."""


def render_controls(notice: Notice, controls: Controls) -> list[Block]:
    """The last blocks of a message; none when there is nothing to offer."""
    acts = notice.is_open
    if controls.buttons:
        buttons = [*(_acting(notice) if acts else []), *_source_button(notice)]
        return [actions(buttons)] if buttons else []
    links = [link(notice.alert.article.url, "Open the source", _LINK_LIMIT)] if _source(notice) else []
    if acts and controls.acknowledge is not None:
        links.append(link(controls.acknowledge, "Acknowledge", _LINK_LIMIT))
    if acts and controls.mute is not None:
        links.append(link(controls.mute, "Mute this rule 1 h", _LINK_LIMIT))
    shown = joined(links, SECTION_LIMIT, "   ·   ")
    return [section(shown)] if shown else []


def button_value(alert: str, seq: int) -> str:
    """What a button carries: the revision that was before the eyes of who pressed it."""
    return f"{alert}/{seq}"


def _acting(notice: Notice) -> list[Block]:
    alert = notice.alert
    seen = button_value(alert.id, alert.seq)
    rule = escape_cut(clean(alert.title) or alert.rule, _CONFIRM_LIMIT)
    asked = confirm("Mute this rule?", f"For an hour nobody is told of anything by the rule “{rule}”.", "Mute 1 h")
    return [
        button("Acknowledge", "tocsin-acknowledge", value=seen, style="primary"),
        button("Mute this rule 1 h", "tocsin-mute", value=seen, confirm=asked),
    ]


def _source_button(notice: Notice) -> list[Block]:
    target = _source(notice)
    return [] if target is None else [button("Open the source", "tocsin-open", url=target)]


def _source(notice: Notice) -> str | None:
    return safe_url(notice.alert.article.url)
