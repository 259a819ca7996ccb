"""Sums of those told one by one as well: "two people" beside "the mayor and his son were killed"."""

from collections.abc import Iterable
from itertools import accumulate
from typing import Final

from tocsin.core.analysis.casualties.mention import Mention
from tocsin.core.analysis.lexicon import words
from tocsin.core.analysis.numbers import is_number

_ANYONE: Final = words("""
    people persons victims dead killed others deaths bodies corpses fatalities casualties individuals lives wounded
    injured
""")
"""Nouns that whoever is told one by one can be counted by."""

_PAIR: Final = 2
"""So few are a sum only close to their list, since any two would do; larger ones anywhere in the article."""

_PAIR_NEAR: Final = 800
_BROKEN_DOWN: Final = 600
"""How many characters behind a sum its parts are told, where these are several statements."""

_PARTS: Final = 4
"""How many such parts are added up."""


def restated(mentions: list[Mention]) -> dict[int, int | None]:
    """The indices of those mentions that only tell the sum of others, each with None; and of those others whose sum
    their own sentence does not tell, each with that sum.
    """
    lists: dict[tuple[str, int], list[Mention]] = {}
    sums: dict[int, int | None] = {}
    for number, mention in enumerate(mentions):
        if not mention.asserted or mention.min is None or mention.total is None:
            continue
        if mention.min < mention.total and mention.whole is None:
            lists.setdefault((mention.kind, mention.total), []).append(mention)
        elif mention.min > _PAIR:
            sums |= _broken_down(number, mention, mentions)
    for number, mention in enumerate(mentions):
        if mention.asserted and mention.min is not None and _PAIR <= mention.min == mention.total:
            listed = lists.get((mention.kind, mention.min))
            if listed is not None and _sums(mention, listed):
                sums[number] = None
    return sums


def _sums(mention: Mention, listed: Iterable[Mention]) -> bool:
    """Whether the mention counts those of one of the lists with its amount. In the list's own sentence, "the toll of
    24" is what the text makes of them, and stays.
    """
    anyone = _counts_anyone(mention)
    return any(
        member.status in {mention.status, "stated"}
        and (anyone or member.name or not mention.heads.isdisjoint(member.heads))
        and _told_apart(mention, member)
        for member in listed
    )


def _told_apart(mention: Mention, member: Mention) -> bool:
    """Whether two sentences tell them, for a pair near each other."""
    text = mention.text
    if member.text is not text:
        return mention.min != _PAIR
    if text.sentence_at(member.start) == text.sentence_at(mention.start):
        return False
    return mention.min != _PAIR or abs(member.start - mention.start) < _PAIR_NEAR


def _counts_anyone(mention: Mention) -> bool:
    """Whether the mention tells only how many: "35 people", "six were killed"."""
    return all(word in _ANYONE or is_number(word) for word in mention.heads)


def _broken_down(number: int, mention: Mention, mentions: list[Mention]) -> dict[int, int | None]:
    """The mention at ``number`` with None, and the next ones with its amount, where these add up to it: "35 people
    died. 26 were farmers killed at home; nine rebels died".
    """
    if not _counts_anyone(mention):
        return {}
    parts: list[int] = []
    for at in range(number + 1, min(number + 1 + 2 * _PARTS, len(mentions))):
        part = mentions[at]
        if part.text is not mention.text or part.start - mention.end > _BROKEN_DOWN:
            break
        if part.kind != mention.kind or part.min is None:
            continue
        certain = part.status in {mention.status, "stated"}
        if not certain or part.part or part.min >= (mention.min or 0) or len(parts) == _PARTS:
            break
        parts.append(at)
    added = list(accumulate(mentions[at].min or 0 for at in parts))
    if mention.min not in added[1:]:
        return {}
    return {number: None, **dict.fromkeys(parts[: added.index(mention.min) + 1], mention.min)}
