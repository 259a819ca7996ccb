"""Parts of a text that are no evidence: printed twice, or about the author, other stories, the reader's account."""

from typing import Final, NamedTuple, cast

from tocsin.core.analysis.lexicon import Openings
from tocsin.core.analysis.text.furniture import AUTHOR_NOTE, AUTHOR_WORDS, LIST_HEADING, OPENING, OPENING_LETTERS
from tocsin.core.analysis.text.paragraphs import Span
from tocsin.core.model.analysis import ZoneKind

_AUTHOR_WORDS: Final = Openings(AUTHOR_WORDS)


class Zone(NamedTuple):
    """The characters ``start`` to ``end`` of a text as read, and why they do not count."""

    start: int
    end: int
    why: ZoneKind


_LAST: Final = 3
"""An author's note stands among so many last paragraphs, and is never the first."""

_NOTE_LENGTH: Final = 900
"""Longer paragraphs are no author's note; also bounds the search."""

_SHORT: Final = 180
"""Navigation, bylines and their like stand in short paragraphs; a longer one that begins so is prose."""

_WORTH_COMPARING: Final = 25
"""Shorter paragraphs ("He paused.", "***") may well be repeated without being a copy."""

_MOST_LISTED: Final = 12
"""Headlines that may stand below "Related stories" or "Most read"."""

_NUMBER: Final = 4
"""A paragraph no longer than this is a number in a list."""

_EDGES: Final = " \t\n.,:;!?-\u2013\u2014\"'()[]*|"


def find_zones(folded: str, paragraphs: tuple[Span, ...], title: str = "") -> tuple[Zone, ...]:
    """The paragraphs, and openings of paragraphs, that are no evidence. ``title`` is the folded title, of which the
    body may hold copies; the first printing of any other paragraph counts.
    """
    found: list[Zone] = []
    heading = title.strip(_EDGES)
    if len(heading) < _WORTH_COMPARING:
        heading = ""
    printed = _Printed()
    printed.before(heading)
    last = max(len(paragraphs) - _LAST, 1)
    listed = 0
    for number, (start, end) in enumerate(paragraphs):
        size = end - start
        if size >= _WORTH_COMPARING:
            if printed.before(folded[start:end].strip(_EDGES)):
                found.append(Zone(start, end, "duplicate"))
                continue
            if number == 0 and heading and folded.startswith(heading, start):
                found.append(Zone(start, start + len(heading), "duplicate"))
                continue
        kind = _furniture(folded, start, end) if size <= _SHORT else None
        if kind is None and listed and _is_headline(folded, start, end):
            kind = "related"
        if kind is None and number >= last and size <= _NOTE_LENGTH and _is_note(folded, start, end):
            kind = "biography"
        listed = (
            0 if kind is None else _MOST_LISTED if LIST_HEADING.fullmatch(folded, start, end) else max(listed - 1, 0)
        )
        if kind is not None:
            found.append(Zone(start, end, kind))
    return tuple(found)


class _Printed:
    """What was printed before. Most paragraphs are told apart by their length, so that few need be hashed."""

    def __init__(self) -> None:
        self._by_length: dict[int, str] = {}
        """By length the first of it."""
        self._others: set[str] = set()

    def before(self, paragraph: str) -> bool:
        """Whether it was asked for before."""
        length = len(paragraph)
        first = self._by_length.get(length)
        if first is None:
            self._by_length[length] = paragraph
            return False
        if paragraph == first or paragraph in self._others:
            return True
        self._others.add(paragraph)
        return False


def _furniture(folded: str, start: int, end: int) -> ZoneKind | None:
    if folded[start : start + 3] not in OPENING_LETTERS:
        return None
    opening = OPENING.match(folded, start, end)
    if opening is None or (
        opening.lastgroup == "byline" and folded[end - 1] == "." and folded.startswith("by ", start)
    ):
        return None  # "By all accounts seven people died."
    return cast("ZoneKind", opening.lastgroup)


def _is_headline(folded: str, start: int, end: int) -> bool:
    """Whether a paragraph in a list may be another story's title: it is short, and no full stop ends it."""
    return end - start <= _NUMBER or (end - start <= _SHORT and not folded.endswith((".", '."', ".'"), start, end))


def _is_note(folded: str, start: int, end: int) -> bool:
    """Whether a paragraph tells about the author."""
    return _AUTHOR_WORDS.may_stand_in(folded, start, end) and AUTHOR_NOTE.search(folded, start, end) is not None
