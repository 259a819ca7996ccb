import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.analysis.lexicon import Chorus, Scanner, expand

WORDS = st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(" ".join)


def test_braces_give_alternatives() -> None:
    assert expand("{is,was} {,not }hurt") == ["is hurt", "is not hurt", "was hurt", "was not hurt"]


def test_spaces_are_single_and_only_between_words() -> None:
    assert expand(" {,is } {,not }  hurt{, by} ") == [
        *("hurt", "hurt by", "not hurt", "not hurt by"),
        *("is hurt", "is hurt by", "is not hurt", "is not hurt by"),
    ]
    assert expand("is\thurt\u00a0by") == ["is hurt by"]


def test_a_pattern_that_stands_for_too_many_phrases_is_refused() -> None:
    tens = "{0,1,2,3,4,5,6,7,8,9}"
    assert len(expand(tens * 3)) == 1000
    with pytest.raises(ValueError, match="10000 phrases"):
        expand(tens * 4)


@pytest.mark.parametrize("pattern", ["{is,was hurt", "is} hurt", "{is,{was,were}} hurt"])
def test_a_brace_that_opens_or_ends_alone_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="a brace opens or ends alone"):
        expand(pattern)


@given(st.sets(WORDS, min_size=1, max_size=8), st.lists(st.sampled_from("abcd"), max_size=14).map(" ".join))
def test_the_longest_phrases_are_found_and_no_part_of_them(wanted: set[str], text: str) -> None:
    spaced = f" {text} "
    every = [
        (at, at + len(phrase)) for phrase in wanted for at in range(len(text)) if spaced.startswith(f" {phrase} ", at)
    ]
    outer = sorted(
        one for one in every if not any(two != one and two[0] <= one[0] and one[1] <= two[1] for two in every)
    )
    found = Scanner({phrase: phrase for phrase in wanted}).find(spaced)
    assert [(hit.start, hit.end) for hit in found] == outer
    assert all(text[hit.start : hit.end] == hit.what for hit in found)


@given(
    st.lists(st.sets(WORDS, min_size=1, max_size=8), min_size=1, max_size=3),
    st.lists(st.sampled_from("abcd"), max_size=14).map(" ".join),
)
def test_scanners_find_together_what_each_finds_alone(wanted: list[set[str]], text: str) -> None:
    scanners = [Scanner(dict.fromkeys(phrases)) for phrases in wanted]
    together = Chorus(scanners).matches(f" {text} ")
    assert together == {scanner: scanner.matches(f" {text} ") for scanner in scanners}
