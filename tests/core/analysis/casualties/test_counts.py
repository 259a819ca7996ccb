from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tocsin.core.model.analysis import Casualty

Read = Callable[..., tuple[Casualty, ...]]
Count = tuple[str, int | None, int | None]


def lines(name: str) -> list[str]:
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def number(text: str) -> int | None:
    return None if text == "?" else int(text)


def expected(text: str) -> Counter[Count]:
    counts: list[Count] = []
    for part in text.split(";"):
        if part.strip() != "none":
            kind, amount = part.split()
            low, _, high = amount.partition("..")
            counts.append((kind, number(low), number(high or low)))
    return Counter(counts)


def told(casualties: tuple[Casualty, ...]) -> Counter[Count]:
    return Counter((casualty.kind, casualty.min, casualty.max) for casualty in casualties)


@pytest.mark.parametrize("line", lines("counts.txt"))
def test_who_is_hurt_and_how_many(line: str, read: Read) -> None:
    counts, sentence = line.split(" | ")
    assert told(read(sentence)) == expected(counts)


_BY_CAPITALS = {"King's assassination changed the country."}
"""Sentences where only a capital tells a name from a noun."""


@pytest.mark.parametrize("line", [line for line in lines("counts.txt") if line.split(" | ")[1] not in _BY_CAPITALS])
def test_wire_copy_in_capitals_says_the_same(line: str, read: Read) -> None:
    counts, sentence = line.split(" | ")
    assert told(read(sentence.upper())) == expected(counts)


@pytest.mark.parametrize("sentence", lines("none.txt"))
def test_nobody_is_hurt_in_a_figure_of_speech(sentence: str, read: Read) -> None:
    assert told(read(sentence)) == Counter()


def test_records_point_at_their_words(read: Read) -> None:
    body = "The mayor spoke. <b>Gunmen</b> killed 12&nbsp;people &amp; wounded 3 others near Homs."
    assert [body[casualty.start : casualty.end] for casualty in read(body)] == [c.text for c in read(body)]
    assert [casualty.text for casualty in read(body)] == ["killed 12&nbsp;people", "wounded 3 others"]
