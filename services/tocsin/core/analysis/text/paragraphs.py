"""Where paragraphs begin and end, in text with blank lines, with one line a paragraph, or with wrapped lines."""

import re
from typing import Final

Span = tuple[int, int]

_BLANK_LINE: Final = re.compile(r"\n\s*\n|\n(?: {3,})")
"""A blank line, or a new line that is set in, as teleprinters do."""

_WRAP_COLUMNS: Final = 100
"""Lines that were wrapped for a screen are no longer than this."""

_FULL_LINE: Final = 45
"""A wrapped text's lines reach this far on the average; lists and verse don't."""


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs in order, without the white space around them; empty ones are left out."""
    if "\n" not in text:
        return _trimmed(text, [(0, len(text))])
    lines: list[Span] = []
    start = 0
    while (end := text.find("\n", start)) >= 0:
        if end > start:
            lines.append((start, end))
        start = end + 1
    lines.append((start, len(text)))
    if not _is_wrapped(text, lines):
        return _trimmed(text, lines)
    blocks: list[Span] = []
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        blocks.append((start, gap.start()))
        start = gap.end()
    blocks.append((start, len(text)))
    return _trimmed(text, blocks)


def _is_wrapped(text: str, spans: list[Span]) -> bool:
    """Whether a single line end is no more than a space: the lines are short, full, and mostly stop in mid-sentence."""
    if any(end - start > _WRAP_COLUMNS and not text[start:end].isspace() for start, end in spans):
        return False
    lines = [line for start, end in spans if (line := text[start:end]) and not line.isspace()]
    if len(lines) < 3:  # noqa: PLR2004 - two lines tell nothing
        return False
    stopped = sum(line.rstrip().endswith((".", "!", "?", '"', ":")) for line in lines)
    goes_on = sum(line.lstrip()[0].islower() for line in lines)
    full = sum(map(len, lines)) > _FULL_LINE * len(lines)
    return stopped * 2 < len(lines) and (goes_on * 4 > len(lines) or (full and text.isupper()))


def _trimmed(text: str, cuts: list[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for start, end in cuts:
        part = text[start:end].rstrip()
        if part:
            stop = start + len(part)
            found.append((stop - len(part.lstrip()), stop))
    return tuple(found)
