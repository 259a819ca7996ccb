"""What a condition found: words, why they count, and how near the region they stand."""

from typing import Literal, NamedTuple

from tocsin.core.model.base import Field

EvidenceKind = Literal["casualties", "deployment", "terms", "region", "topic"]


class Hit(NamedTuple):
    """Words that satisfy a condition."""

    kind: EvidenceKind
    field: Field
    start: int
    end: int
    text: str
    why: str
    share: float | None = None
    """What part of the instance's weight these words carry; None: as much as the others."""


class Instance(NamedTuple):
    """One way in which a condition holds: one hit, or for a combination one of each part.

    ``closeness`` is 1 in the region itself and less the farther the words stand from it. Two instances with the same
    ``distinct`` say the same thing and count once.
    """

    closeness: float
    distinct: object
    hits: tuple[Hit, ...]


Found = list[Instance] | None
"""None: the condition does not hold. It may hold without words to show (``none``): one instance without hits."""
