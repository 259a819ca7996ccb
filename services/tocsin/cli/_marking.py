"""A text with its evidence marked, for a terminal: in colour, or with brackets and numbers where there is none."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import click

_SUPERSCRIPTS = str.maketrans("0123456789,", "⁰¹²³⁴⁵⁶⁷⁸⁹˒")
COLOURS: Mapping[str, str] = {
    "casualties": "red",
    "deployment": "blue",
    "terms": "yellow",
    "region": "green",
    "topic": "magenta",
}
_HOSTILE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Mark(NamedTuple):
    """Words to mark: their code points, the evidence's kind and the number by which the legend speaks of them."""

    start: int
    end: int
    kind: str
    number: int


def clean(text: str) -> str:
    """Text of others with what would steer the terminal (escape sequences, direction overrides) replaced."""
    return _HOSTILE.sub("\N{REPLACEMENT CHARACTER}", text)


def marked(text: str, marks: Iterable[Mark], dimmed: Sequence[tuple[int, int]] = (), *, colour: bool) -> str:
    """The text with marks around words; marks that overlap become one that bears all their numbers."""
    pieces: list[str] = []
    position = 0
    for start, end, kind, numbers in _merged(marks):
        pieces.append(_plain(text, position, start, dimmed, colour=colour))
        number = ",".join(map(str, sorted(set(numbers)))).translate(_SUPERSCRIPTS)
        words = clean(text[start:end])
        shown = click.style(words, fg=COLOURS.get(kind), bold=True, underline=True) if colour else f"⟦{words}⟧"
        pieces.append(shown + number)
        position = end
    pieces.append(_plain(text, position, len(text), dimmed, colour=colour))
    return "".join(pieces)


def wrapped(text: str, width: int, indent: str) -> str:
    """Paragraphs filled to ``width`` columns; escape sequences are not counted."""
    paragraphs = [_filled(part.split(), width, indent) for part in re.split(r"\n\s*\n", text) if part.strip()]
    return "\n\n".join(paragraphs)


def _filled(words: Iterable[str], width: int, indent: str) -> str:
    lines: list[str] = []
    line, columns = indent, len(indent)
    for word in words:
        size = len(click.unstyle(word))
        if columns + size + 1 > width and line != indent:
            lines.append(line)
            line, columns = indent, len(indent)
        space = "" if line == indent else " "
        line += space + word
        columns += len(space) + size
    return "\n".join([*lines, line])


def _merged(marks: Iterable[Mark]) -> list[tuple[int, int, str, list[int]]]:
    merged: list[tuple[int, int, str, list[int]]] = []
    for mark in sorted(marks):
        if merged and mark.start < merged[-1][1]:
            start, end, kind, numbers = merged[-1]
            merged[-1] = (start, max(end, mark.end), kind, [*numbers, mark.number])
        else:
            merged.append((mark.start, mark.end, mark.kind, [mark.number]))
    return merged


def _plain(text: str, start: int, end: int, dimmed: Sequence[tuple[int, int]], *, colour: bool) -> str:
    """What no evidence marks; parts that can't be evidence (biographies, repetitions) are dim."""
    if not colour:
        return clean(text[start:end])
    pieces: list[str] = []
    position = start
    for zone_start, zone_end in sorted(dimmed):
        first, last = max(zone_start, position), min(zone_end, end)
        if first < last:
            pieces += [clean(text[position:first]), click.style(clean(text[first:last]), dim=True)]
            position = last
    pieces.append(clean(text[position:end]))
    return "".join(pieces)
