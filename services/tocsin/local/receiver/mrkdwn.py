"""Slack's mrkdwn for eyes: as HTML and as plain text. All that is not markup is escaped; control characters go."""

import html
import re

_LINK = re.compile(r"<(https?://[^|>\s]+)(?:\|([^>]*))?>")
_DATE = re.compile(r"<!date\^\d+\^[^|>]*\|([^>]*)>")
"""A moment that Slack writes in each reader's own zone; here its fallback is shown."""

_MENTION = re.compile(r"<@[UW][A-Z0-9]+>")
"""A user, whose name Slack knows; here there is one."""

_BOLD = re.compile(r"(?<![\w*])\*([^*\n]+)\*(?![\w*])")
_ITALIC = re.compile(r"(?<![\w_])_([^_\n]+)_(?![\w_])")
_STRUCK = re.compile(r"(?<![\w~])~([^~\n]+)~(?![\w~])")


def printable(text: str) -> str:
    """Without what a terminal or browser would obey: controls, and marks that reverse the direction of reading."""
    return "".join(c for c in text if c == "\n" or c.isprintable())


def as_text(mrkdwn: str) -> str:
    """For a terminal."""
    text = _LINK.sub(lambda m: f"{m[2]} ({m[1]})" if m[2] else m[1], _named(mrkdwn))
    return printable(html.unescape(_BOLD.sub(r"\1", text)))


def as_html(mrkdwn: str) -> str:
    """For a page. Slack's own three escapes are undone first and everything is escaped again."""
    mrkdwn = _named(mrkdwn)
    pieces, last = [], 0
    for link in _LINK.finditer(mrkdwn):
        pieces.append(_inline(mrkdwn[last : link.start()]))
        target = html.escape(html.unescape(link[1]), quote=True)
        pieces.append(f'<a href="{target}" rel="noreferrer noopener">{_inline(link[2] or link[1])}</a>')
        last = link.end()
    pieces.append(_inline(mrkdwn[last:]))
    return "".join(pieces)


def _named(mrkdwn: str) -> str:
    return _MENTION.sub("@stand-in", _DATE.sub(r"\1", mrkdwn))


def _inline(text: str) -> str:
    safe = html.escape(printable(html.unescape(text)), quote=True)
    for pattern, tag in ((_BOLD, "b"), (_ITALIC, "i"), (_STRUCK, "s")):
        safe = pattern.sub(rf"<{tag}>\1</{tag}>", safe)
    return safe.replace("\n", "<br>")
