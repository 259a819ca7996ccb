"""Brings together what an article tells several times: one record for each toll, parts left out."""

from typing import NamedTuple

from tocsin.core.analysis.status import Assertion
from tocsin.core.analysis.text import Text
from tocsin.core.model.analysis import Casualty, CasualtyKind, Status


class Mention(NamedTuple):
    """One statement that people were hurt, at ``start`` to ``end`` of the text as read.

    ``heads`` are the words that tell who: a name's words, or the noun. ``part`` says that the amount is of a larger
    one ("two of them"), ``weak`` that the word leaves open whether more came of it ("shot"), ``none`` that nobody was.
    """

    text: Text
    start: int
    end: int
    kind: CasualtyKind
    min: int | None
    max: int | None
    total: int | None
    victims: str | None
    actors: str | None
    manner: str | None
    assertion: Assertion
    heads: frozenset[str]
    name: bool
    known: bool
    part: bool
    weak: bool
    none: bool

    @property
    def status(self) -> Status:
        """How the text stands to it."""
        return self.assertion.status

    @property
    def numbers(self) -> tuple[int | None, int | None]:
        """What is said of how many."""
        return self.min, self.max

    @property
    def counted(self) -> bool:
        """Whether anything is."""
        return self.min is not None or self.max is not None


def merge(mentions: list[Mention]) -> tuple[Casualty, ...]:
    """One record for each toll, in the order in which the article first tells them."""
    kept: list[Mention] = []
    by_numbers: dict[tuple[CasualtyKind, str, int | None, int | None], list[int]] = {}
    for mention in mentions:
        if _left_out(mention, mentions):
            continue
        low, high = mention.numbers
        places = by_numbers.setdefault((mention.kind, _standing(mention), low, high), [])
        twin = next((at for at in places[-_COMPARED:] if _same(kept[at], mention)), None)
        if twin is None:
            places.append(len(kept))
            kept.append(mention)
        else:
            kept[twin] = _joined(kept[twin], mention)
    return tuple(_record(mention) for mention in kept)


_COMPARED = 12
"""How many earlier mentions of the same amount one is compared with."""


def _standing(mention: Mention) -> str:
    return "asserted" if mention.status in {"stated", "unverified"} else mention.status


def _left_out(mention: Mention, mentions: list[Mention]) -> bool:
    """Whether another mention tells more of the same people: the whole of a part, the death of who was shot."""
    if mention.weak and any(other.kind == "killed" and _same_people(mention, other) for other in mentions):
        return True
    if not mention.part:
        return False
    return any(
        other is not mention
        and other.kind == mention.kind
        and other.text is mention.text
        and not other.part
        and (other.min or 0) > (mention.min or mention.max or 0)
        and abs(other.start - mention.start) < _NEAR
        for other in mentions
    )


_NEAR = 400
"""How many characters apart a part and its whole are told: about a sentence or two."""


def _same_people(hurt: Mention, dead: Mention) -> bool:
    return dead.numbers == hurt.numbers and _standing(dead) == _standing(hurt) and (hurt.known or _same(hurt, dead))


def _same(one: Mention, other: Mention) -> bool:
    """Whether two mentions with the same amount tell of the same people."""
    if one.numbers != (1, 1):
        return True
    if one.name and other.name:
        return not one.heads.isdisjoint(other.heads)
    if one.known or other.known:
        return True
    return not one.heads.isdisjoint(other.heads)


def _joined(one: Mention, other: Mention) -> Mention:
    """The mention that says more, with what only the other tells."""
    better = one
    if one.text.field == "title" and other.text.field == "body":
        better = other
    elif one.status == "stated" and other.status == "unverified" and one.text is not other.text:
        better = other
    return better._replace(
        victims=better.victims or one.victims or other.victims,
        actors=better.actors or one.actors or other.actors,
        manner=better.manner or one.manner or other.manner,
        total=max(one.total or 0, other.total or 0) or None,
        heads=one.heads | other.heads,
        name=one.name or other.name,
    )


def _record(mention: Mention) -> Casualty:
    span = mention.text.span(mention.start, mention.end)
    return Casualty(
        field=span.field,
        start=span.start,
        end=span.end,
        text=span.text,
        kind=mention.kind,
        min=mention.min,
        max=mention.max,
        total=mention.total,
        status=mention.status,
        cue=mention.assertion.cue,
        attribution=mention.assertion.attribution,
        victims=mention.victims,
        actors=mention.actors,
        manner=mention.manner,
    )
