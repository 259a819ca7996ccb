"""A noun phrase: who is meant, and how many."""

from typing import Final, Literal

from tocsin.core.analysis.casualties.names import FIRST_NAMES
from tocsin.core.analysis.casualties.people import DESCRIBING, NATIONS
from tocsin.core.analysis.casualties.tokens import Sentence

Sort = Literal["person", "number", "unknown", "thing", "none"]
"""People for certain; an amount and nothing else; a noun we do not know; no person; nobody ("no soldiers")."""

INNER: Final = frozenset("jxfpPgyDk")
"""Classes that a noun phrase may have after its determiner."""

LENGTH: Final = 14
"""How many words of one noun phrase are read."""

PAIRS: Final = {"couple": 2, "pair": 2, "duo": 2, "trio": 3, "twins": 2}
"""Groups that tell how many they are."""

_SAME: Final = -1
"""How many, where it stays as it is."""

_LONG_NAME: Final = 2
"""Unknown words in a row that are a name even behind a word that often describes a thing: "student Ana Maria"."""


class Phrase:
    """Words ``start`` to ``end`` of a sentence that may be victims.

    ``min`` and ``max`` bound how many; both are None when the phrase does not tell. ``name`` says that it has a
    person's name, ``definite`` that it speaks of someone known, ``part`` that the amount is of those told before
    ("two of them"), ``whole`` how many those are ("41 of the 45").
    """

    __slots__ = ("definite", "end", "max", "min", "name", "part", "sort", "start", "whole")

    def __init__(
        self,
        start: int,
        end: int,
        sort: Sort,
        min: int | None = None,  # noqa: A002 - the model's own name
        max: int | None = None,  # noqa: A002 - the model's own name
        *,
        name: bool = False,
        definite: bool = False,
        part: bool = False,
        whole: int | None = None,
    ) -> None:
        self.start = start
        self.end = end
        self.sort: Sort = sort
        self.min = min
        self.max = max
        self.name = name
        self.definite = definite
        self.part = part
        self.whole = whole

    def but(
        self,
        *,
        start: int | None = None,
        end: int | None = None,
        sort: Sort | None = None,
        min: int | None = _SAME,  # noqa: A002 - the model's own name
        max: int | None = _SAME,  # noqa: A002 - the model's own name
        name: bool | None = None,
        definite: bool | None = None,
        part: bool | None = None,
        whole: int | None = _SAME,
    ) -> "Phrase":
        """The same phrase with something else said of it; with None, that it does not tell how many."""
        return Phrase(
            self.start if start is None else start,
            self.end if end is None else end,
            self.sort if sort is None else sort,
            self.min if min == _SAME else min,
            self.max if max == _SAME else max,
            name=self.name if name is None else name,
            definite=self.definite if definite is None else definite,
            part=self.part if part is None else part,
            whole=self.whole if whole == _SAME else whole,
        )

    @property
    def counted(self) -> bool:
        """Whether it says how many."""
        return self.min is not None or self.max is not None

    @property
    def several(self) -> bool:
        """Whether it counts more than one."""
        return self.counted and not self.min == self.max == 1


class Amount:
    """How many a phrase counts: bounds, and whether it counts at all."""

    __slots__ = ("counted", "max", "min")

    def __init__(self, min: int | None = None, max: int | None = None, *, counted: bool = False) -> None:  # noqa: A002 - the model's own names
        self.min = min
        self.max = max
        self.counted = counted


def judge(s: Sentence, begin: int, first: int, end: int, amount: Amount, head_of: str) -> Phrase:  # noqa: PLR0911, PLR0917 - a list of cases
    """What the words ``first`` to ``end`` make of a phrase that begins at ``begin``, behind amount and determiner.

    ``head_of`` is the class of the word that the phrase begins with.
    """
    if end == first:
        return Phrase(begin, end, "number", amount.min, amount.max, definite=head_of == "d")
    head, definite = s.tag(end - 1), head_of == "d"
    tags = [s.tag(i) for i in range(first, end)]
    if head == "y" or (head == "n" and len(tags) > 1):
        return Phrase(begin, end, "thing", amount.min, amount.max, definite=definite)
    if head_of == "N":
        return Phrase(begin, end, "none")
    if amount.counted:
        return Phrase(begin, end, "unknown" if head in "xf" else "person", amount.min, amount.max, definite=definite)
    if head == "P" and s.word(first) == "twin":
        return Phrase(begin, end, "person", 2, 2, definite=definite)
    if head_of == "s" or head in "PgU":
        pair = PAIRS.get(s.word(end - 1)) if head == "g" and head_of != "s" else None
        return Phrase(begin, end, "person", pair, pair, definite=definite)
    if head == "p":
        return Phrase(begin, end, "person", 1, 1, definite=definite)
    if head in "xf":
        return _unknown(s, begin, first, end, tags, head_of)
    if head == "j" and _stands_for_one(s.words[end - 1], head_of):
        return Phrase(begin, end, "person", 1, 1, definite=definite)
    return Phrase(begin, end, "unknown", definite=definite)


def _stands_for_one(word: str, head_of: str) -> bool:
    """Whether an adjective is a person where no noun follows: "a Peruvian", "the 39-year-old"."""
    return word.endswith("-year-old") or (head_of == "a" and word in NATIONS)


def _unknown(s: Sentence, begin: int, first: int, end: int, tags: list[str], head_of: str) -> Phrase:  # noqa: PLR0917 - parts of one phrase
    """A phrase whose last word we do not know: a name, or any noun."""
    if head_of == "a":
        return Phrase(begin, end, "unknown", 1, 1)
    if any(s.words[i].endswith("-year-old") for i in range(first, end)):
        return Phrase(begin, end, "person", 1, 1, name=True, definite=True)  # "the 39-year-old Pizarro"
    if _named(s, first, tags):
        return Phrase(begin, end, "person", 1, 1, name=True, definite=True)
    return Phrase(begin, end, "unknown", definite=head_of == "d", name=len(tags) > 1 and set(tags) <= set("xf"))


def _named(s: Sentence, first: int, tags: list[str]) -> bool:
    """Whether the unknown words are a person's name: a given name among them, or a role before them."""
    if tags[-1] == "x" and s.capitals_tell:
        return False  # a name's last word has a capital
    article = s.word(first - 1) == "the"
    if any(tag == "f" and (not article or s.words[first + i] in FIRST_NAMES) for i, tag in enumerate(tags)):
        return True
    role = next((i for i in range(len(tags) - 1, -1, -1) if tags[i] == "p"), None)
    return role is not None and (s.word(first + role) not in DESCRIBING or len(tags) - role > _LONG_NAME)
