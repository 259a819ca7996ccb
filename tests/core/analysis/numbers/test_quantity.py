import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.analysis.numbers import is_number, read_quantity

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spell(number: int) -> str:
    ones, tens = _ONES.split(), _TENS.split()
    if number < 20:
        return ones[number]
    if number < 100:
        return tens[number // 10 - 2] + (f"-{ones[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {spell(number % 100)}" if number % 100 else ""
        return f"{ones[number // 100]} hundred{rest}"
    rest = f" {spell(number % 1000)}" if number % 1000 else ""
    return f"{spell(number // 1000)} thousand{rest}"


def read(text: str) -> tuple[int | None, int | None, str] | None:
    words = text.lower().split()
    at = next(i for i, word in enumerate(words) if is_number(word))
    quantity = read_quantity(words, at)
    return None if quantity is None else (quantity.min, quantity.max, " ".join(words[quantity.start : quantity.end]))


@pytest.mark.parametrize(
    ("text", "low", "high", "words"),
    [
        ("killing 12 people", 12, 12, "12"),
        ("1,250 dead", 1250, 1250, "1,250"),
        ("at least 12 people", 12, None, "at least 12"),
        ("more than 130 guards", 130, None, "more than 130"),
        ("no fewer than eighteen farmers", 18, None, "no fewer than eighteen"),
        ("upwards of 200 people", 200, None, "upwards of 200"),
        ("12 or more people", 12, None, "12 or more"),
        ("up to 40 soldiers", None, 40, "up to 40"),
        ("as many as 100 people", None, 100, "as many as 100"),
        ("fewer than a dozen people", None, 12, "fewer than a dozen"),
        ("between 20 and 30 people", 20, 30, "between 20 and 30"),
        ("12 to 15 men", 12, 15, "12 to 15"),
        ("20 - 30 men", 20, 30, "20 - 30"),
        ("five or six women", 5, 6, "five or six"),
        ("nearly 100 people", 100, 100, "nearly 100"),
        ("some 50 people", 50, 50, "some 50"),
        ("about two dozen people", 24, 24, "about two dozen"),
        ("a dozen people", 12, 12, "a dozen"),
        ("half a dozen people", 6, 6, "half a dozen"),
        ("a couple of people", 2, 2, "a couple"),
        ("a hundred and twenty soldiers", 120, 120, "a hundred and twenty"),
        ("1.2 million people", 1_200_000, 1_200_000, "1.2 million"),
        ("dozens of people", 24, None, "dozens"),
        ("scores of people", 40, None, "scores"),
        ("hundreds of people", 200, None, "hundreds"),
        ("several hundred people", 200, None, "several hundred"),
        ("tens of thousands of people", 20_000, None, "tens of thousands"),
        ("hundreds of thousands of people", 200_000, None, "hundreds of thousands"),
        ("the six priests", 6, 6, "the six"),
    ],
)
def test_amounts_and_their_bounds(text: str, low: int | None, high: int | None, words: str) -> None:
    assert read(text) == (low, high, words)


def test_two_numbers_side_by_side_stay_two() -> None:
    words = ["in", "1989", "12", "people"]
    first, second = read_quantity(words, 1), read_quantity(words, 2)
    assert first is not None
    assert second is not None
    assert (first.max, second.max) == (1989, 12)


@pytest.mark.parametrize("word", ["people", "hundredth", "the", "", "12th", "one-time", "4x4", "twenty-third"])
def test_what_is_no_number(word: str) -> None:
    assert not is_number(word)


@given(st.integers(0, 999_999))
def test_numbers_in_words_mean_what_their_digits_do(number: int) -> None:
    words = [*spell(number).split(), "people"]
    for at in range(len(words) - 1):
        if is_number(words[at]):
            quantity = read_quantity(words, at)
            assert quantity is not None
            assert (quantity.min, quantity.max) == (number, number)


_SOME = """one twelve 12 1,250 20 hundred thousand million dozen a an and or to of at least more than between from up -
half scores tens hundreds several people the 1.5 007 couple 999999999999999 twenty-five"""
_WORDS = st.sampled_from(_SOME.split())


@given(st.lists(_WORDS, max_size=30))
def test_any_words_give_amounts_inside_them_with_bounds_in_order(words: list[str]) -> None:
    for at in range(len(words)):
        quantity = read_quantity(words, at)
        if quantity is not None:
            assert 0 <= quantity.start <= at < quantity.end <= len(words)
            assert quantity.min is None or quantity.max is None or quantity.min <= quantity.max
            assert quantity.min is not None or quantity.max is not None


@given(st.lists(st.text(max_size=8), max_size=12), st.integers(-2, 14))
def test_any_text_is_read_without_error(words: list[str], at: int) -> None:
    read_quantity(words, at)
