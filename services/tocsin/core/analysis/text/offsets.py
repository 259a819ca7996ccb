"""Where the characters of a text as read stand in the field as it came."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """The characters ``start`` to ``end`` of the original, read as ``replacement``."""

    start: int
    end: int
    replacement: str


class OffsetMap:
    """Takes offsets in the text as read back to the original, in the logarithm of the number of edits.

    Without edits both are the same.
    """

    __slots__ = ("_ends", "_origins", "_starts")

    def __init__(self, starts: list[int], origins: list[int], ends: list[int]) -> None:
        """Runs of characters: each begins at ``starts`` in the text as read, at ``origins`` in the original, and its
        last character stops at ``ends`` in the original; a run is either copied or stands for one edit.
        """
        self._starts = starts
        self._origins = origins
        self._ends = ends

    def start(self, offset: int) -> int:
        """The original offset of the character at ``offset``."""
        if not self._starts:
            return offset
        run = bisect_right(self._starts, offset) - 1
        return min(self._origins[run] + offset - self._starts[run], max(self._ends[run] - 1, self._origins[run]))

    def read(self, original: int) -> int:
        """The offset in the text as read of an original character; of a character that isn't read, the next one's."""
        if not self._starts:
            return original
        run = max(bisect_right(self._origins, original) - 1, 0)
        length = (
            self._starts[run + 1] if run + 1 < len(self._starts) else self._starts[run] + original
        ) - self._starts[run]
        return self._starts[run] + max(0, min(original - self._origins[run], length))

    def end(self, offset: int) -> int:
        """The original offset just behind the character that ends at ``offset``."""
        if not self._starts or offset == 0:
            return offset
        run = bisect_right(self._starts, offset - 1) - 1
        if run + 1 < len(self._starts) and self._starts[run + 1] == offset:
            return self._ends[run]
        return min(self._origins[run] + offset - self._starts[run], self._ends[run])


IDENTITY = OffsetMap([], [], [])
"""For a field that is read as it came."""


def apply_edits(original: str, edits: Iterable[Edit]) -> tuple[str, OffsetMap]:
    """The original with the edits made (in order, none overlapping), and the way back."""
    parts: list[str] = []
    runs: list[tuple[int, int, int]] = []
    written = taken = 0
    for start, end, replacement in edits:
        if start > taken:
            parts.append(original[taken:start])
            runs.append((written, taken, start))
            written += start - taken
        if replacement:
            parts.append(replacement)
            runs.append((written, start, end))
            written += len(replacement)
        taken = end
    if taken < len(original):
        parts.append(original[taken:])
        runs.append((written, taken, len(original)))
    if not parts:
        return "", IDENTITY
    return "".join(parts), OffsetMap([run[0] for run in runs], [run[1] for run in runs], [run[2] for run in runs])
