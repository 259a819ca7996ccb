import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.analysis.lexicon import Chorus, Hit, Scanner, expand
from tocsin.core.analysis.lexicon.seeker import Seeker

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


LISTS = st.lists(st.sets(WORDS, min_size=1, max_size=8), min_size=1, max_size=3)


def told(hits: list[Hit[Any]]) -> list[tuple[int, int, Any]]:
    return [(hit.start, hit.end, hit.what) for hit in hits]


@given(LISTS, st.lists(st.sampled_from("abcd"), max_size=14).map(" ".join))
def test_scanners_find_together_what_each_finds_alone(wanted: list[set[str]], text: str) -> None:
    scanners = [Scanner({phrase: phrase for phrase in phrases}) for phrases in wanted]
    together = Chorus(scanners).find(f" {text} ")
    assert {scanner: told(hits) for scanner, hits in together.items()} == {
        scanner: told(scanner.find(f" {text} ")) for scanner in scanners
    }


def test_what_ends_behind_the_reach_is_not_sought() -> None:
    for length, found in ((2, []), (3, ["a"]), (4, ["a"]), (5, ["a b"])):
        assert [hit.what for hit in Scanner({"a": "a", "a b": "a b"}, length).find(" a b ")] == found


PIECES = st.one_of(
    st.sampled_from(["a", "b", "c", "\u00e9", "\u0434", "\u0436", "a  b", "'", ""]),
    st.characters(codec="utf-8", exclude_characters="\n"),
)
"""Texts have no halves of surrogate pairs by then (``text.fold.straighten``), and the automaton takes none."""


@given(
    st.lists(st.tuples(st.lists(st.lists(PIECES, min_size=1, max_size=3)), st.integers(1, 40)), min_size=1, max_size=3),
    st.lists(PIECES, max_size=14).map(" ".join),
    st.sampled_from(["", " "]),
)
def test_compiled_code_finds_the_same(wanted: list[tuple[list[list[str]], int]], text: str, edge: str) -> None:
    scanners = [Scanner({" ".join(words): number for number, words in enumerate(one)}, reach) for one, reach in wanted]
    spaced = f"{edge}{text}{edge}"
    automaton = [scanner.hits(scanner.matches(spaced)) if scanner.patterns else [] for scanner in scanners]
    seeker = Seeker([scanner.part() for scanner in scanners]).find(spaced)
    assert [told(hits) for hits in seeker] == [told(hits) for hits in automaton]


@given(st.text(st.one_of(st.characters(max_codepoint=127), st.characters()), max_size=12))
def test_marks_in_phrases_count_as_spaces(phrase: str) -> None:
    lines = [re.sub(r"[^\w ]", " ", line) for line in phrase.split("\n")]
    assert Scanner({phrase: 1}).patterns == [f" {line} " for line in lines]
