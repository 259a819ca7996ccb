"""Parts that must stand close together: in a sentence, in a paragraph, or within some words of each other."""

from collections.abc import Callable, Hashable, Sequence
from itertools import chain

from tocsin.core.model.rule import Reach
from tocsin.core.rules.hits import Instance
from tocsin.core.rules.view import Reading

Parts = Sequence[Sequence[Instance]]
"""For each part of a combination, how it holds."""


def together(
    reading: Reading, parts: Parts, barred: Sequence[Instance], count: int, reach: Reach
) -> list[list[Instance]]:
    """Ways to take one instance each of at least ``count`` parts within ``reach``, away from all that is barred."""
    if isinstance(reach, int):
        return _within_words(reading, parts, barred, count, reach)
    unit = _unit(reading, reach)
    shut = {unit(instance) for instance in barred}
    rooms: dict[Hashable, dict[int, Instance]] = {}
    for number, part in enumerate(parts):
        for instance in part:
            room = unit(instance)
            if room is not None and room not in shut:
                rooms.setdefault(room, {}).setdefault(number, instance)
    return [list(room.values()) for room in rooms.values() if len(room) >= count]


def _unit(reading: Reading, reach: Reach) -> Callable[[Instance], Hashable]:
    """The sentence or paragraph that holds all of an instance; None when it spreads over several."""
    at = reading.sentence_at if reach == "sentence" else reading.paragraph_at

    def unit(instance: Instance) -> Hashable:
        rooms = {(hit.field, at(hit.field, hit.start)) for hit in instance.hits}
        return rooms.pop() if len(rooms) == 1 else None

    return unit


def _within_words(
    reading: Reading, parts: Parts, barred: Sequence[Instance], count: int, words: int
) -> list[list[Instance]]:
    """Windows of ``words`` words, each beginning at an instance; of windows that overlap the first is kept."""
    placed = sorted(
        chain.from_iterable(
            ((*_extent(reading, instance), number, instance) for instance in part if instance.hits)
            for number, part in enumerate(parts)
        ),
        key=lambda each: each[:4],
    )
    bars = [_extent(reading, instance) for instance in barred if instance.hits]
    found: list[list[Instance]] = []
    end_of_last = ("", -1)
    for index, (field, first, _, _, _) in enumerate(placed):
        limit = first + words
        if (field, first) <= end_of_last or any(_near(bar, field, first, limit) for bar in bars):
            continue
        window: dict[int, Instance] = {}
        for other_field, _, last, number, instance in placed[index:]:
            if other_field == field and last < limit:
                window.setdefault(number, instance)
        if len(window) >= count:
            found.append(list(window.values()))
            end_of_last = (field, limit - 1)
    return found


def _extent(reading: Reading, instance: Instance) -> tuple[str, int, int]:
    """Field, first and last word of an instance."""
    hit = instance.hits[0]
    text = reading.text_of(hit.field)
    first = min(text.word_at(each.start) for each in instance.hits)
    last = max(text.word_at(max(each.end - 1, each.start)) for each in instance.hits)
    return hit.field, first, last


def _near(bar: tuple[str, int, int], field: str, first: int, limit: int) -> bool:
    return bar[0] == field and bar[1] < limit and bar[2] >= first
