"""Article text made fit for messages: it is hostile until cleaned, cut and escaped.

Source of Slack's escapes and control sequences: https://api.slack.com/reference/surfaces/formatting
"""

import unicodedata
from datetime import UTC, datetime
from urllib.parse import quote

_JOINERS = frozenset("\u200c\u200d")
"""Format characters that Persian, Indic scripts and emoji need; all others can hide or reorder text."""

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_PLANE = 0x10000
_URL_LIMIT = 2000
_URL_SAFE = "%/:=&?~#+!$,;'@()*[]-._"


def clean(text: str) -> str:
    """One line without control characters, direction overrides and half surrogates; runs of white space are one."""
    if not text.isprintable():  # what is, has none of them: most texts, and told without looking at each character
        text = "".join(_cleaned(c) for c in text)
    return " ".join(text.split())


def _cleaned(character: str) -> str:
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    return "" if category in ("Cc", "Cf") and character not in _JOINERS else character


def escape(text: str) -> str:
    """Slack's three: nothing in the text can be a mention, a link or a channel then."""
    return "".join(_ESCAPES.get(c, c) for c in text)


def width(text: str) -> int:
    """How long Slack may hold a text to be: in UTF-16 units, as the strictest count."""
    return len(text) + sum(ord(c) >= _PLANE for c in text)


def cut(text: str, limit: int) -> str:
    """At most ``limit`` wide, with an ellipsis where something is missing."""
    return _cut(text, limit, escaped=False)


def escape_cut(text: str, limit: int) -> str:
    """Escaped, and then at most ``limit`` wide; no escape is cut through."""
    return _cut(text, limit, escaped=True)


def _cut(text: str, limit: int, *, escaped: bool) -> str:
    written = escape(text) if escaped else text
    if width(written) <= limit:
        return written
    pieces, room = [], limit - 1
    for character in text:
        piece = _ESCAPES.get(character, character) if escaped else character
        room -= width(piece)
        if room < 0:
            break
        pieces.append(piece)
    return "".join(pieces).rstrip() + "…" if limit > 0 else ""


def safe_url(url: str | None) -> str | None:
    """The URL with everything quoted that Slack's link syntax or a page could take amiss; None: no link of the web."""
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    quoted = quote(url.encode("utf-8", "replace"), safe=_URL_SAFE)
    return quoted if len(quoted) <= _URL_LIMIT else None


def link(url: str | None, text: str, limit: int) -> str:
    """A Slack link with the text cut to ``limit``, or the bare text where there is no good URL."""
    shown = escape_cut(clean(text), limit)
    target = safe_url(url)
    return shown if target is None or not shown else f"<{escape(target)}|{shown.replace('|', '¦')}>"


def utc(moment: datetime) -> str:
    """``2026-11-20 09:30 UTC``."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def when(moment: datetime) -> str:
    """A time that Slack shows in each reader's own zone, UTC where it can't."""
    return f"<!date^{int(moment.timestamp())}^{{date_short_pretty}} {{time}}|{utc(moment)}>"
