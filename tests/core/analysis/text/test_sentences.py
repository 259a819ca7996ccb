import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.analysis.text.document import READ_LIMIT, Text


def cut(body: str) -> list[str]:
    text = Text("body", body)
    return [text.text[start:end] for start, end in text.sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lt. Gen. Qasim Ata spoke.",
        "The U.S. Navy sent two ships.",
        "U.S. President George W. Bush met Gov. J. Smith.",
        "He lives at No. 5 Baker St. in town.",
        "It rose by 3.5 percent to $1.2 billion.",
        "The meeting at 7 p.m. Tuesday ended late.",
        "In Jan. 2003 Sgt. Pepper of Portland, Ore. left for Ft. Worth.",
        "Dr. A. B. Khan treated 14 people, i.e. all of them.",
        "Acme Inc. shares fell.",
        '"Nobody was hurt," she said.',
        "Gen. McChrystal vs. Adm. Mullen was the talk of the day.",
        "BRIG. GEN. RENE EMILIO PONCE SAID SO.",
    ],
)
def test_a_sentence_is_not_cut_at_an_abbreviation(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    "pair",
    [
        ("It happened in the U.S.", "The army said so."),
        ("He said no.", "Then he left."),
        ('"They shot at us."', '"We ran."'),
        ("Twelve died!", "Who did it?"),
        ("They arrived at 7 p.m.", "Police were waiting."),
        ("He works for Acme Inc.", "It makes anvils."),
        ("SEVEN DIED IN SAN SALVADOR.", "THE ARMY DENIED IT."),
        ("It was plan B.", "Nobody liked it."),
        ("She went (at last).", "He stayed."),
    ],
)
def test_two_sentences_are_cut(pair: tuple[str, str]) -> None:
    assert cut(" ".join(pair)) == list(pair)


def test_a_lost_space_is_no_obstacle() -> None:
    assert cut("They were soldiers.The army said so.") == ["They were soldiers.", "The army said so."]


def test_wrapped_lines_are_one_sentence_and_listed_lines_are_several() -> None:
    wrapped = (
        "Showers continued throughout the week in the\nregion, alleviating the drought since early\n"
        "January and improving prospects for the crop\nthat farmers bring in."
    )
    assert len(cut(wrapped)) == 1
    assert cut("Three killed in Leeds\nFour hurt in York") == ["Three killed in Leeds", "Four hurt in York"]


def test_a_dateline_is_a_sentence_of_its_own() -> None:
    assert cut("BAGHDAD, June 16 (Reuters) - Six people died.") == ["BAGHDAD, June 16 (Reuters) - ", "Six people died."]


@given(st.text("Ab.!? \n\"')5-", max_size=200))
def test_sentences_are_in_order_and_miss_no_letter(body: str) -> None:
    text = Text("body", body)
    last = 0
    covered = set[int]()
    for start, end in text.sentences:
        assert last <= start < end <= len(text.text)
        covered.update(range(start, end))
        last = end
    assert all(at in covered for at, character in enumerate(text.text) if character.isalnum())


@given(st.text("Ab.! \n", max_size=80), st.integers(0, 100))
def test_every_character_knows_its_sentence(body: str, offset: int) -> None:
    text = Text("body", body)
    number = text.sentence_at(offset)
    if number >= 0:
        assert text.sentences[number][0] <= offset
        assert number + 1 == len(text.sentences) or offset < text.sentences[number + 1][0]


@pytest.mark.parametrize("unit", [".", "!?", '."', ".)", "...a", ". ", "A."])
def test_a_field_of_nothing_but_stops_is_cut_in_one_pass(unit: str) -> None:
    """A search that begins anew at each of a row of stops never ends with so many."""
    body = unit * (READ_LIMIT // len(unit))
    assert "".join(cut(body)).replace(" ", "") == body.replace(" ", "")
