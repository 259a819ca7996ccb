import re

from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.analysis.casualties.tokens import _PIECE as CASUALTY_PIECE
from tocsin.core.analysis.deployments.tokens import _PIECE as DEPLOYMENT_PIECE
from tocsin.core.analysis.lexicon import common_words, pieces
from tocsin.core.analysis.lexicon.common import LONGEST, CommonWords, with_letter
from tocsin.core.analysis.lexicon.cutting import by_chunks, by_letters
from tocsin.core.analysis.text.fold import fold

CHUNKS = st.one_of(
    st.sampled_from(
        ["troops", "u.s.", "u.", "said,", "well-known", "12,000", "1st", "o'brien's", "--", "groß", "\n", "the", "the,"]
    ),
    st.text(st.sampled_from("aebcz.,'-_;\"(12\u00e9\u0663\u4e00A"), max_size=8),
    st.text(max_size=6),
)
TEXTS = st.lists(CHUNKS).map(" ".join).map(fold)
PATTERNS = st.sampled_from([CASUALTY_PIECE, DEPLOYMENT_PIECE])
COMMON = common_words(["troops said", "o'brien"])


@given(TEXTS, PATTERNS)
def test_words_are_cut_as_the_pattern_alone_would_cut_them(text: str, piece: re.Pattern[str]) -> None:
    words, starts = pieces(text, 0, len(text), piece, COMMON)
    every = list(piece.finditer(text))
    assert words == [found[0] for found in every]
    assert starts == [found.start() for found in every]


@given(TEXTS, PATTERNS, st.integers(0, 9), st.integers(0, 40))
def test_letter_by_letter_is_no_other_than_chunk_by_chunk(
    text: str, piece: re.Pattern[str], start: int, length: int
) -> None:
    end = start + length
    assert by_letters(text, start, end, piece, COMMON) == by_chunks(text, start, end, piece, COMMON.words)


def number_of(word: str) -> int:
    number = 0
    for letter in word:
        number = with_letter(number, ord(letter))
    return number


LETTERS = st.text(st.sampled_from("abcyz"), min_size=1, max_size=LONGEST)


@given(st.sets(LETTERS), st.lists(LETTERS))
def test_a_common_word_is_found_by_its_number_and_no_other(words: set[str], others: list[str]) -> None:
    common = CommonWords(words)
    assert [common.find(number_of(word)) for word in words] == list(words)
    assert [common.find(number_of(word)) for word in others] == [word if word in words else None for word in others]


def test_a_long_word_is_cut_out_though_its_end_is_common() -> None:
    words, _ = by_letters("antidisestablished", 0, 18, CASUALTY_PIECE, CommonWords(["stablished", "tablished"]))
    assert words == ["antidisestablished"]
