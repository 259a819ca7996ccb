import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.core.analysis.deployments import DEPLOYMENT_SCANNER
from tocsin.core.analysis.deployments.actors import Actors
from tocsin.core.analysis.deployments.lexicon import TERMS
from tocsin.core.analysis.deployments.movements import movements
from tocsin.core.analysis.deployments.seizures import seizures
from tocsin.core.analysis.deployments.shouted import may_be_taken
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.deployments.worth import is_worth, may_move
from tocsin.core.analysis.lexicon import words
from tocsin.core.analysis.text import read_document
from tocsin.core.model.analysis import Place
from tocsin.core.model.article import Article


def worth(sentence: str, *, named: bool = True) -> bool:
    text = read_document(Article(id="a", title="", body=sentence)).body
    hits = text.hits(DEPLOYMENT_SCANNER)
    return is_worth(text.folded, (0, len(text.folded)), hits, named=named)


@pytest.mark.parametrize(
    "sentence",
    [
        "France sent troops.",
        "The troops, officials said, were then sent home.",
        "The deployment of 500 soldiers went ahead.",
        "The brigade's deployment was put off.",
        "Ethiopia pulled out of Baidoa.",
        "Rebels took the town.",
        "The city has fallen.",
        "They opened a naval base.",
        "There are soldiers on the border.",
        "The warships which sailed into the gulf came back.",
    ],
)
def test_what_may_tell_of_a_movement_is_taken_apart(sentence: str) -> None:
    assert worth(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "He left home at nine.",
        "The troops sang because the minister moved them.",
        "There are many who say that the army lied.",
        "They opened a school.",
        "He left; the soldiers saw him.",
    ],
)
def test_what_cannot_is_not(sentence: str) -> None:
    assert not worth(sentence)


def test_a_conquest_needs_a_place() -> None:
    assert worth("THE REBELS CAPTURED HIM.")
    assert not worth("THE REBELS CAPTURED HIM.", named=False)


_SHORT = 8
"""Code points of phrases that stand closer than a verb reaches, however many it may pass over."""

_PHRASES = [phrase for phrase in TERMS if len(phrase) <= _SHORT]
_ROLES = {
    role: [phrase for phrase in _PHRASES if TERMS[phrase].role == role] for role in {t.role for t in TERMS.values()}
}
_WORDS = st.one_of(
    *(st.sampled_from(phrases) for phrases in _ROLES.values() if phrases),
    st.sampled_from(
        sorted(words("the of by to from in its 300 more were been has who that , . ; 's Kunduz Iraq army"))
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_WORDS, max_size=9).map(" ".join))
def test_no_sentence_with_a_movement_is_left_out(sentence: str) -> None:
    text = read_document(Article(id="a", title="", body=sentence)).body
    hits = text.hits(DEPLOYMENT_SCANNER)
    apart, actors = Sentence(text, 0, len(text.text), hits), Actors(text, ())
    whole = 0, len(text.folded)
    moves = movements(apart, actors)
    assert not moves or may_move(text.folded, whole, hits)
    assert not (moves or seizures(apart, actors)) or is_worth(text.folded, whole, hits, named=not text.all_caps)


def places(body: str) -> tuple[Place, ...]:
    """The names in it, as places."""
    found = (match.span() for match in re.finditer("KUNDUZ|IRAQ", body))
    return tuple(
        Place(field="body", start=start, end=end, text=body[start:end], kind="city", name="x") for start, end in found
    )


@settings(max_examples=300, deadline=None)
@given(st.lists(_WORDS, max_size=9).map(" ".join).map(str.upper))
def test_no_sentence_in_capitals_with_a_conquest_is_left_out(sentence: str) -> None:
    text = read_document(Article(id="a", title="", body=sentence)).body
    hits = text.hits(DEPLOYMENT_SCANNER)
    actors = Actors(text, places(sentence))
    whole = 0, len(text.folded)
    if seizures(Sentence(text, *whole, hits), actors):
        assert may_be_taken(text, 0, hits, actors)
        assert is_worth(text.folded, whole, hits, named=not text.all_caps or actors.has_place(*whole))


@pytest.mark.parametrize(
    ("sentence", "worth_it"),
    [
        ("THE REBELS CAPTURED KUNDUZ.", True),
        ("THE REBELS CAPTURED THE\nKUNDUZ ROAD.", True),
        ("THE REBELS CAPTURED THE GARRISON.", True),
        ("CAPTURED BY THE REBELS, IRAQ FELL SILENT.", True),
        ("THE REBELS GAINED GROUND.", True),
        ("THE REBELS IN KUNDUZ CAPTURED HIM.", False),
    ],
)
def test_in_capitals_a_conquest_needs_a_place_behind_it(sentence: str, *, worth_it: bool) -> None:
    text = read_document(Article(id="a", title="", body=sentence)).body
    assert may_be_taken(text, 0, text.hits(DEPLOYMENT_SCANNER), Actors(text, places(sentence))) == worth_it


def test_police_that_nobody_sends_do_not_move() -> None:
    assert worth("Kenya sent police to Haiti.")
    assert not worth("Letters were received by the police.")
