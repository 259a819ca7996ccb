"""Runs in copy that is all capitals: those found with a memory of words are those found without one."""

from collections.abc import Callable
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.gazetteer.keys import token_key
from tocsin.core.analysis.places.capitals import LONGEST, CapitalRuns
from tocsin.core.analysis.places.letters import LetterRuns
from tocsin.core.analysis.places.lexicon import CONTINUING
from tocsin.core.model.analysis import Place

Find = Callable[..., tuple[Place, ...]]

WORDS = """
THE OF AND GUERRILLAS KILLED SAN SALVADOR EL SALVADOR, NEW YORK. "NEW YORK" (PERU) REPUBLIC OF PANAMA CITY PROVINCE
GREAT BRITAIN'S CRISTIANI CAR BOMB U.S. ST. VINCENT 12 -- - 18 FEB SANTA ANA DEPARTMENT NORTH KOREA UNITED STATES \n
"""
TEXTS = st.lists(st.sampled_from([*WORDS.split(" "), "\n"]) | st.text("AB .,'\"-()\n", max_size=5), max_size=80).map(
    " ".join
)


def from_word_to_word(text: str, runs: CapitalRuns, gazetteer: Gazetteer) -> list[tuple[int, str]]:
    """The runs, each word and pair of words looked at anew."""
    parts = text.replace("\n", " ").split(" ")
    words = [runs.word(part) for part in parts]
    starts = [start + at for at, start in enumerate(accumulate(map(len, parts), initial=0))]

    def begins(at: int) -> bool:
        if at + 1 == len(parts) or not words[at + 1].key or not words[at].may_begin:
            return False
        return gazetteer.begins(words[at].key, words[at + 1].key)

    found = []
    at = 0
    while at < len(parts):
        before = words[at]
        if before.everyday and (before.rest or not begins(at)):
            at += 1
            continue
        first, held = at, before.everyday
        at += 1
        while at < len(parts) and at < first + LONGEST and not before.rest and not words[at].lead:
            following = words[at]
            pair = begins(at)
            goes_on = held or pair or (following.key in CONTINUING and not before.everyday)
            if following.everyday and not goes_on:
                break
            held, before = pair, following
            at += 1
        start = starts[first] + words[first].lead
        found.append((start, text[start : starts[at - 1] + len(parts[at - 1]) - words[at - 1].rest]))
    return found


@settings(max_examples=400, deadline=None)
@given(text=TEXTS)
def test_runs_are_those_found_without_a_memory(gazetteer: Gazetteer, text: str) -> None:
    runs = CapitalRuns(gazetteer)
    assert runs.find(text) == from_word_to_word(text, runs, gazetteer)
    assert runs.find(text) == runs.find(text)


@settings(max_examples=400, deadline=None)
@given(text=TEXTS | st.text(max_size=60))
def test_runs_found_letter_by_letter_are_the_same(gazetteer: Gazetteer, text: str) -> None:
    assert LetterRuns(gazetteer).find(text) == CapitalRuns(gazetteer).find(text)


@pytest.mark.parametrize("key", ["salvador", "killed", "u.s"])
def test_words_are_told_apart(gazetteer: Gazetteer, key: str) -> None:
    word = CapitalRuns(gazetteer).word(f'"{key.upper()},')
    assert (word.key, word.lead, word.rest) == (token_key(key), 1, 1)
    assert word.everyday == (key == "killed")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (
            "COLONEL LOPEZ WAS RELIEVED OF HIS DUTIES AND SENT TO EUROPE AS A MILITARY ATTACHE, OFFICIALS SAID.",
            "Europe",
        ),
        ("ONE OF LOPEZ' ASSISTANTS IS ALSO A SPANISH OFFICER, POLICE SAID.", "Spain"),
    ],
)
def test_a_name_begins_with_two_whole_words(find: Find, body: str, name: str) -> None:
    """No run begins with "SENT TO" because some name begins with "Sent T...", or with "ALSO A" for "Also Al..."."""
    assert [place.name for place in find(body)] == [name]
