"""Reads lists of phrases from the text files beside the code.

A file has a section a kind, and a pattern a line, with braces as ``expand`` reads them::

    # who says that it is not so
    [denial]
    {denied,denies} {,that }
    {declined,declines,
        refused,refuses} to

An indented line goes on with the pattern above it, after a comma or in place of a space. What follows "#" at a line's
beginning is a comment; blank lines mean nothing. Patterns are in the order of their first phrases.
"""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import NamedTuple, TypeVar

from tocsin.core.analysis.lexicon.scanner import expand

T = TypeVar("T")


class Pattern(NamedTuple):
    """A pattern and the line that it begins on."""

    line: int
    text: str


class Section(NamedTuple):
    """What stands below a heading. ``file`` is named in errors, ``line`` is the heading's."""

    file: str
    line: int
    name: str
    patterns: list[Pattern]

    def phrases(self) -> list[str]:
        """All that its patterns stand for.

        Raises:
            ValueError: A brace opens or ends alone, or a pattern stands for too many phrases or is there already;
                file and line are named.
        """
        found: list[str] = []
        seen: dict[str, int] = {}
        for line, text in self.patterns:
            if text in seen:
                raise ValueError(f"{self.file}:{line}: stands on line {seen[text]} already: {text}")
            seen[text] = line
            try:
                found += expand(text)
            except ValueError as error:
                raise ValueError(f"{self.file}:{line}: {error}") from None
        return found


def read_sections(room: str, name: str) -> list[Section]:
    """The sections of the file of that name, without its ending, in a package's folder ``phrases``; as in the file.

    Raises:
        FileNotFoundError: There is none.
        ValueError: A heading is there twice, a line belongs to none, or to no pattern; file and line are named.
    """
    text = files(room).joinpath("phrases", f"{name}.txt").read_text("utf-8")
    return parse_sections(text, f"{room.rpartition('.')[2]}/phrases/{name}.txt")


def read_phrases(room: str, name: str, meanings: Mapping[str, T]) -> dict[str, T]:
    """Every phrase of such a file with what its section means; of sections that have the same phrase, the later holds.

    Raises:
        ValueError: as from ``read_sections`` and ``Section.phrases``, or a section has no meaning.
    """
    return mean(read_sections(room, name), meanings)


def mean(sections: list[Section], meanings: Mapping[str, T]) -> dict[str, T]:
    """The phrases of sections, as ``read_phrases`` has them."""
    found: dict[str, T] = {}
    for section in sections:
        if section.name not in meanings:
            known = ", ".join(f"[{name}]" for name in meanings)
            raise ValueError(f"{section.file}:{section.line}: [{section.name}] is none of its sections: {known}")
        found |= dict.fromkeys(section.phrases(), meanings[section.name])
    return found


def parse_sections(text: str, file: str) -> list[Section]:
    """The sections of a file's text, as ``read_sections`` has them."""
    sections: dict[str, Section] = {}
    patterns: list[Pattern] | None = None
    for number, line in _lines(text, file):
        if line.startswith("["):
            name = line[1:-1]
            if not line.endswith("]") or name in sections:
                raise ValueError(f"{file}:{number}: this heading stands there already, or is unfinished: {line}")
            patterns = []
            sections[name] = Section(file, number, name, patterns)
        elif patterns is None:
            raise ValueError(f"{file}:{number}: stands before the first heading: {line}")
        else:
            patterns.append(Pattern(number, line))
    return list(sections.values())


def _lines(text: str, file: str) -> Iterator[tuple[int, str]]:
    """Headings and patterns, in one piece, each with the line that it begins on."""
    begun, whole = 0, ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        if not line[0].isspace():
            if whole:
                yield begun, whole
            begun, whole = number, line.rstrip()
        elif whole and not whole.startswith("["):
            whole += line.strip() if whole.endswith(",") else f" {line.strip()}"
        else:
            raise ValueError(f"{file}:{number}: goes on with no pattern: {line.strip()}")
    if whole:
        yield begun, whole
