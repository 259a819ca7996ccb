import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tocsin.core.analysis.lexicon import Either
from tocsin.core.analysis.lexicon.either import grouped, hint

PATTERN = r"rebel|boko haram|over\b|off\b|(?:no|not) (?:\w+ )?one|[a-z]{2}(?:men|ers)\b|a\|b|end(?:ed|s)?\b"
WORDS = ["rebels", "boko", "haram", "over", "overt", "off", "office", "no", "one", "gunmen", "men", "a|b", "ended", "x"]
_NEAR = st.lists(st.sampled_from(WORDS)).map(" ".join)


@given(_NEAR, st.integers(0, 12), st.integers(0, 60))
@example("over", 0, 4)
@example("overt", 0, 4)
@example("discover", 3, 8)
def test_one_is_found_where_the_pattern_finds_one(text: str, start: int, end: int) -> None:
    found = re.compile(PATTERN).search(text, start, end)
    assert Either(PATTERN).stands_in(text, start, end) is (found is not None)


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"\bbands?\b", "band"),
        (r"\b(?:it|they) (?:is|(?:has|have) been) (?:still )?holding", "holding"),
        (r"tak[ei]", "tak"),
        (r"fallen? down", "falle"),
        (r"end(?:ed|s)?", "end"),
        (r"xy{0,2}", "x"),
        (r"[a-z]{2}(?:men|ers)\b", ""),
        (r"\b(?:no|none) (?:\w+ )?(?:sick|ill)\b", ""),
        (r"(?:a(?:b(?:c|d)))efg", ""),
    ],
)
def test_a_pattern_is_tried_only_where_the_letters_stand_that_all_its_matches_have(pattern: str, letters: str) -> None:
    assert hint(pattern) == letters


@pytest.mark.parametrize(
    ("pattern", "equal"),
    [
        ("in|of|on|a|an?d", "(?:i(?:n)|o(?:f|n)|a(?:|n?d))"),
        (r"(?:eye)?witness|(?:an?|one) (?:x|y)", "(?:e(?:yewitness)|w(?:itness)|a(?:n? (?:x|y))|o(?:ne (?:x|y)))"),
        (r"\(|no|n?o", r"(?:\(|n?o|n(?:o))"),
        ("(?:a|b)*c|(?:a(?:b))c", "(?:(?:a|b)*c|(?:a(?:b))c)"),
    ],
)
def test_alternatives_are_tried_by_their_first_letter(pattern: str, equal: str) -> None:
    assert grouped(pattern) == equal


@given(_NEAR)
def test_the_same_is_found_by_first_letters(text: str) -> None:
    found, same = re.search(PATTERN, text), re.search(grouped(PATTERN), text)
    assert (found is None) == (same is None)
    assert found is None or same is None or found.start() == same.start()


@given(_NEAR)
def test_the_same_words_are_found_where_each_begins_with_a_letter(text: str) -> None:
    pattern = "no|none|o(?:ne)?|over|off|office|men|end(?:ed|s)?|(?:re|bo)[a-z]+"
    assert [found.span() for found in re.finditer(pattern, text)] == [
        found.span() for found in re.finditer(grouped(pattern), text)
    ]
