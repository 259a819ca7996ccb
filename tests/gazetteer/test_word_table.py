"""The table of words tells what the trie of words tells; the number of a word is its own."""

from importlib.resources import files

import marisa_trie
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.gazetteer.pair_filter import PairFilter, pack_pairs
from tocsin.core.analysis.gazetteer.sections import read_sections
from tocsin.core.analysis.gazetteer.word_table import EITHER_CASE, LONGEST, WordTable, pack_words, word_number
from tocsin.edge.gazetteer import FILE

LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS = st.text(LETTERS, min_size=1, max_size=LONGEST)


@given(one=WORDS, other=WORDS)
def test_words_have_a_number_each(one: str, other: str) -> None:
    assert 0 < word_number(one) < 2**63
    assert (word_number(one) == word_number(other)) == (one == other)


@given(WORDS, st.text(max_size=6))
def test_case_counts_only_if_asked_for(word: str, other: str) -> None:
    assert word_number(word.upper()) == 0
    assert word_number(word.upper(), EITHER_CASE) == word_number(word, EITHER_CASE) == word_number(word)
    assert (word_number(word[:5] + other, EITHER_CASE) > 0) == (other.isascii() and (word[:5] + other).isalpha())


@given(st.text(max_size=20))
def test_what_is_no_short_word_has_none(text: str) -> None:
    short = 0 < len(text) <= LONGEST and set(text) <= set(LETTERS)
    assert (word_number(text) > 0) == short


@given(known=st.dictionaries(WORDS | st.text(max_size=20), st.integers(0, 2**16 - 1), max_size=60), other=WORDS)
def test_a_table_tells_what_was_packed(known: dict[str, int], other: str) -> None:
    table = WordTable(pack_words(known))
    for word, told in known.items():
        if word_number(word):
            assert table.find(word_number(word)) == told
    if other not in known:
        assert table.find(word_number(other)) == 0


@given(known=st.dictionaries(WORDS, st.integers(0, 2**16 - 1), min_size=1, max_size=60), data=st.data())
def test_classes_stand_above_what_is_known(known: dict[str, int], data: st.DataObject) -> None:
    marked = data.draw(st.lists(st.sampled_from(sorted(known)), max_size=3))
    table = WordTable(pack_words(known), dict.fromkeys(marked, 5))
    for word, told in known.items():
        assert table.find(word_number(word)) == told | (5 << 16 if word in marked else 0)


@given(pairs=st.sets(st.tuples(WORDS, WORDS), max_size=60), other=st.tuples(WORDS, WORDS))
def test_a_filter_lets_all_pairs_through(pairs: set[tuple[str, str]], other: tuple[str, str]) -> None:
    names = PairFilter(pack_pairs(pairs))
    assert all(names.may_begin(word_number(one), word_number(two)) for one, two in pairs)
    if not pairs:
        assert not names.may_begin(word_number(other[0]), word_number(other[1]))


def test_a_filter_holds_back_most_others(gazetteer: Gazetteer) -> None:
    names = gazetteer.pair_filter()
    words = [word_number(word) for word in ("salvador", "guerrillas", "killed", "town", "police", "army", "bus", "car")]
    let = [names.may_begin(one, other) for one in words for other in words]
    assert sum(let) < len(let) / 4
    assert names.may_begin(word_number("san"), word_number("salvador"))


def test_the_file_has_the_same_in_its_table_and_its_trie(gazetteer: Gazetteer) -> None:
    """Which of both answers depends on whether this is compiled."""
    file = files("tocsin.core.analysis") / "data" / FILE
    sections = read_sections(file.read_bytes())
    trie = marisa_trie.Trie()
    trie.map(sections["words"])
    traits = sections["traits"].cast("H")
    table = gazetteer.word_table({"qqqqq": 3})
    numbered = [word for word in trie.keys()[::7] if word_number(word)]
    assert len(numbered) > 50_000
    for word in numbered:
        assert table.find(word_number(word)) == traits[trie.key_id(word)] == gazetteer.traits(word)
    assert table.find(word_number("qqqqq")) == 3 << 16
