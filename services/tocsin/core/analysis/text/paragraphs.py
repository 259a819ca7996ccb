"""Where paragraphs begin and end, in text with blank lines, with one line a paragraph, or with wrapped lines."""

import re

Span = tuple[int, int]

_BLANK_LINE = re.compile(r"\n\s*\n|\n(?: {3,})")
"""A blank line, or a new line that is set in, as teleprinters do."""

_WRAP_COLUMNS = 100
"""Lines that were wrapped for a screen are no longer than this."""

_FULL_LINE = 45
"""A wrapped text's lines reach this far on the average; lists and verse don't."""


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs in order, without the white space around them; empty ones are left out."""
    if "\n" not in text:
        return _trimmed(text, [(0, len(text))])
    separator = _BLANK_LINE if _is_wrapped(text) else None
    cuts: list[Span] = []
    start = 0
    if separator is None:
        while (end := text.find("\n", start)) >= 0:
            cuts.append((start, end))
            start = end + 1
    else:
        for gap in separator.finditer(text):
            cuts.append((start, gap.start()))
            start = gap.end()
    cuts.append((start, len(text)))
    return _trimmed(text, cuts)


def _is_wrapped(text: str) -> bool:
    """Whether a single line end is no more than a space: the lines are short, full, and mostly stop in mid-sentence."""
    lines = [line for line in text.split("\n") if line and not line.isspace()]
    if len(lines) < 3 or max(map(len, lines)) > _WRAP_COLUMNS:  # noqa: PLR2004 - two lines tell nothing
        return False
    stopped = sum(line.rstrip().endswith((".", "!", "?", '"', ":")) for line in lines)
    goes_on = sum(line.lstrip()[0].islower() for line in lines)
    full = sum(map(len, lines)) > _FULL_LINE * len(lines)
    return stopped * 2 < len(lines) and (goes_on * 4 > len(lines) or (full and text.isupper()))


def _trimmed(text: str, cuts: list[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for start, end in cuts:
        part = text[start:end]
        size = len(part.strip())
        if size:
            begin = start + len(part) - len(part.lstrip())
            found.append((begin, begin + size))
    return tuple(found)
