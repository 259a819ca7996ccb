"""Brings together what an article tells several times: one record for each toll, parts left out."""

from typing import Final

from tocsin.core.analysis.casualties.mention import Mention
from tocsin.core.analysis.casualties.restated import restated
from tocsin.core.model.analysis import Casualty

_COMPARED: Final = 12
"""How many earlier mentions of the same amount one is compared with."""

_WHOLE: Final = 400
"""How many characters apart a part and its whole are told: about a sentence or two."""

_NEIGHBOURS: Final = 40
"""How many mentions on either side are asked whether they tell more of the same people."""


def merge(mentions: list[Mention]) -> tuple[Casualty, ...]:
    """One record for each toll, in the order in which the article first tells them."""
    if all(mention.quiet for mention in mentions):
        return ()  # an obituary
    kept: list[Mention] = []
    places: dict[tuple[object, ...], list[int]] = {}
    sums = restated(mentions)
    for number, mention in enumerate(mentions):
        if number in sums:
            told = sums[number]
            if told is None:
                continue
            mention = mention.again()  # noqa: PLW2901 - told with its sum
            mention.total = max(told, mention.total or 0)
        if mention.part or mention.kind == "injured":
            near = mentions[max(0, number - _NEIGHBOURS) : number + _NEIGHBOURS]
            if _left_out(mention, near):
                continue
        standing = "asserted" if mention.asserted else mention.status
        alike = places.setdefault((mention.kind, standing, *mention.numbers), [])
        twin = next((at for at in alike[-_COMPARED:] if _same(kept[at], mention)), None)
        if twin is None:
            alike.append(len(kept))
            kept.append(mention)
        else:
            kept[twin] = _joined(kept[twin], mention)
    return tuple(_record(mention) for mention in kept)


def _left_out(mention: Mention, near: list[Mention]) -> bool:
    """Whether a mention near it tells more of the same people: the whole of a part, the death of who was shot."""
    if mention.weak and any(other.kind == "killed" and _died(mention, other) for other in near):
        return True
    if mention.kind == "injured" and any(other.kind == "killed" and _died_then(mention, other) for other in near):
        return True
    amount = mention.min or mention.max or 0
    return (mention.part or mention.worse) and any(
        other.kind == mention.kind
        and other.text is mention.text
        and not other.part
        and (other.asserted or not mention.asserted)
        and (other.min or 0) > amount
        and mention.whole in (None, other.min)
        and abs(other.start - mention.start) < _WHOLE
        for other in near
    )


def _died_then(hurt: Mention, dead: Mention) -> bool:
    """Whether the very words that tell who is hurt tell who died: "the judge, who was wounded on Monday, has died"."""
    same = dead.text is hurt.text and dead.start == hurt.start and dead.victims == hurt.victims
    return same and hurt.min is not None and dead.numbers == hurt.numbers and dead.asserted and hurt.asserted


def _died(hurt: Mention, dead: Mention) -> bool:
    alike = dead.numbers == hurt.numbers and dead.asserted == hurt.asserted
    return alike and (hurt.known or _same(hurt, dead))


def _same(one: Mention, other: Mention) -> bool:
    """Whether two mentions with the same amount tell of the same people."""
    if one.numbers != (1, 1) or (not (one.name and other.name) and (one.known or other.known)):
        return True
    return not one.heads.isdisjoint(other.heads)


def _joined(one: Mention, other: Mention) -> Mention:
    """The mention that says more, with what only the other tells.

    An article's body says more than its title, and what it doubts, the title doesn't make certain.
    """
    joined = (other if one.text is not other.text else one).again()
    joined.total = max(one.total or 0, other.total or 0) or None
    joined.actors = joined.actors or one.actors or other.actors
    joined.manner = joined.manner or one.manner or other.manner
    joined.heads = one.heads | other.heads
    joined.name = one.name or other.name
    return joined


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
