"""The names of an article as they stand there, before it is decided what each stands for."""

from tocsin.core.analysis.places.mention import Mention
from tocsin.core.analysis.places.sense import Sense


class Names:
    """The names of an article.

    ``bearers`` are the known ones by their keys, in order of their first mention, ``mentions`` all mentions of those,
    in order, the title's first, and ``mentioned``, in parallel, whose they are; ``strangers`` are unknown ones that
    something hints at, ``surnames`` words that stand like surnames.
    """

    __slots__ = ("bearers", "mentioned", "mentions", "strangers", "surnames")

    def __init__(self) -> None:
        self.bearers: dict[str, Sense] = {}
        self.mentions: list[Mention] = []
        self.mentioned: list[Sense] = []
        self.strangers: list[Mention] = []
        self.surnames: set[str] = set()

    @property
    def senses(self) -> list[Sense]:
        """The known ones, in order of their first mention."""
        return list(self.bearers.values())
