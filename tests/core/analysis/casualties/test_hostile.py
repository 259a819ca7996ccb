import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.core.analysis.casualties.find import MOST, find_casualties
from tocsin.core.analysis.text import read_document
from tocsin.core.model.analysis import Casualty
from tocsin.core.model.article import Article

Read = Callable[..., tuple[Casualty, ...]]

_SOME = """killed wounded died dead the a of by and , . who were was had been 12 at least three men soldiers Perez
murder bodies lives lost toll rose to including two them missing hostage not no one in Mosul -- ( ) " ; ' 's one"""
_WORDS = st.sampled_from(_SOME.split())


def find(title: str, body: str) -> tuple[Casualty, ...]:
    return find_casualties(read_document(Article(id="a", title=title, body=body)))


@settings(deadline=None)  # the first reading builds what all share
@given(st.lists(_WORDS, max_size=60).map(" ".join), st.lists(_WORDS, max_size=8).map(" ".join))
def test_any_row_of_words_gives_records_that_point_at_their_words(body: str, title: str) -> None:
    for casualty in find(title, body):
        text = title if casualty.field == "title" else body
        assert text[casualty.start : casualty.end] == casualty.text
        assert casualty.min is None or casualty.max is None or 0 <= casualty.min <= casualty.max
        assert casualty.total is None or casualty.total >= (casualty.min or 0)


@settings(deadline=None)  # the first reading builds what all share
@given(st.text(max_size=200))
def test_any_text_is_read_without_error(body: str) -> None:
    find("", body)


@pytest.mark.parametrize("saying", ["burned to death", "face execution", "put to death", "blown apart"])
def test_a_text_may_end_in_a_set_phrase_that_a_longer_one_begins_like(saying: str) -> None:
    find("", f"Two men were {saying}")


def steps(body: str) -> int:
    """How many lines of Python it takes to read a text: what its time follows, and the same on every machine."""
    document = read_document(Article(id="a", title="", body=body))
    count = 0

    def count_line(_frame: object, event: str, _argument: object) -> object:
        nonlocal count
        count += event == "line"
        return count_line

    before = sys.gettrace()
    sys.settrace(count_line)  # type: ignore[arg-type]  # a local trace function may be any callable
    try:
        find_casualties(document)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "killed 5 ",
        "killed 5, ",
        "12 ",
        "the murder of the murder of ",
        "two of them, three of them, ",
        "who were killed, who ",
        "A man, B man, and ",
        "at least more than up to 5 ",
        "shot him. ",
        "(killed ",
        "x",
        "-- ",
        "men were killed and wounded and ",
    ],
)
def test_effort_grows_no_faster_than_the_text(unit: str) -> None:
    few, many = steps(unit * 400), steps(unit * 3_200)
    assert many <= 8 * 1.5 * few + 20_000


def test_a_field_gives_a_bounded_number_of_records() -> None:
    body = " ".join(f"Gunmen killed {number} men." for number in range(2, 2_000))
    assert len(find("", body)) == MOST
