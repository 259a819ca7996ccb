"""What a reader would see of a field: markup and entities resolved, broken encodings mended, with the way back."""

import html
import re
from collections.abc import Iterator
from html.entities import html5

from tocsin.core.analysis.text.offsets import IDENTITY, Edit, OffsetMap, apply_edits

_BLOCKS = (
    "address|article|aside|blockquote|body|br|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|head|header|hr"
    "|html|li|main|nav|ol|option|p|pre|section|select|table|tbody|td|th|thead|title|tr|ul"
)
"""HTML elements that begin and end a paragraph."""

_NO_TEXT = (
    *("script", "style", "noscript", "template", "svg", "iframe", "head"),
    *("nav", "footer", "aside", "button", "select"),
)
"""HTML elements whose content nobody reads, or that is by their name no part of the report."""

_SUSPECT = ("<", "&", "\\", *"\u00c2\u00c3\u00e2\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
"""Without one of these characters a field is read as it came; the first three are ASCII."""

_PIECE = re.compile(
    rf"""(?P<comment><!--)
    |<(?P<silent>(?i:{"|".join(_NO_TEXT)}))\b[^<>]*>
    |(?P<block></?(?i:{_BLOCKS})\b[^<>]*>)
    |(?P<tag></?[a-zA-Z][^<>]*>|<[!?][^<>]*>)
    |(?P<entity>&(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z][a-zA-Z0-9]{{1,31}});)
    |(?P<broken>[\u00c2\u00c3][\u0080-\u009f\u00a0-\u00bf\u2013-\u203a\u20ac\u2122\u02c6\u02dc\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192]
        |\u00e2(?:\u20ac|\u0080)[\u0080-\u00bf\u2013-\u203a\u2122\u02c6\u02dc\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u20ac])
    |(?P<slash>\\)
    |(?P<hidden>[\u00ad\u200b-\u200f\u2060\ufeff])""",
    re.VERBOSE,
)
"""All that is not read as it stands. No alternative looks further than the next ``<``, so the cost is linear."""


_IS_PAGE = re.compile(r"<(?i:p|div|br|li|h[1-6]|article|section|td|blockquote)\b")
_LINE_END = re.compile(r"(?<!\n)\n(?![ \t\r]*\n)")
"""In a page a line's end is a space; blank lines are kept, since some put them between paragraphs all the same."""


def clean(original: str) -> tuple[str, OffsetMap]:
    """The text of a field as read, and its offsets. Tags vanish (a block's become a blank line), entities and UTF-8
    read as Windows-1252 ("â€™") become what they stand for, invisible characters and comments go.
    """
    suspects = _SUSPECT[:3] if original.isascii() else _SUSPECT
    if not any(suspect in original for suspect in suspects):
        return original, IDENTITY
    source = _LINE_END.sub(" ", original) if "<" in original and _IS_PAGE.search(original) else original
    return apply_edits(source, _edits(source))


def _edits(original: str) -> Iterator[Edit]:
    at = 0
    closed = _Closings(original)
    while piece := _PIECE.search(original, at):
        start, at = piece.span()
        kind = piece.lastgroup
        if kind == "comment":
            at = closed.after("-->", at)
            yield Edit(start, at, "")
        elif kind == "silent":
            at = closed.after(f"</{piece['silent'].lower()}>", at)
            yield Edit(start, at, "\n\n")
        elif kind == "block":
            yield Edit(start, at, "\n\n")
        elif kind == "entity":
            meaning = _meaning(piece[0])
            if meaning is not None:
                yield Edit(start, at, meaning)
        elif kind == "broken":
            mended = mend(piece[0])
            if mended is not None:
                yield Edit(start, at, mended)
        else:
            yield Edit(start, at, " " if kind == "slash" else "")


def _meaning(entity: str) -> str | None:
    """The characters of an entity such as "&amp;", a space for those that don't print; None when it is no entity."""
    if entity[1] != "#" and entity[1:] not in html5:
        return None
    meaning = html.unescape(entity)
    return "" if meaning == "\u00ad" else meaning if meaning.isprintable() else " "


class _Closings:
    """Finds where an element closes; remembers what never closes, so that many openings cost no more than one."""

    def __init__(self, original: str) -> None:
        self._lowered = original.lower() if len(original.lower()) == len(original) else original
        self._unclosed: set[str] = set()

    def after(self, closing: str, at: int) -> int:
        """The offset behind the next ``closing``, or ``at`` when there is none: then only the opening is dropped."""
        if closing in self._unclosed:
            return at
        found = self._lowered.find(closing, at)
        if found < 0:
            self._unclosed.add(closing)
            return at
        return found + len(closing)


def mend(broken: str) -> str | None:
    """UTF-8 bytes that were read as Windows-1252, read again; None when they are no UTF-8.

    The five bytes that Windows-1252 leaves open are taken as Latin-1, as browsers do.
    """
    try:
        raw = b"".join(_byte(character) for character in broken)
        return raw.decode("utf-8")
    except UnicodeError:
        return None


def _byte(character: str) -> bytes:
    code = ord(character)
    return bytes((code,)) if code < 256 else character.encode("cp1252")  # noqa: PLR2004 - Latin-1's reach
