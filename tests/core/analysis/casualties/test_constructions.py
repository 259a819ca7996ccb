"""Sentences of ours, each with a construction that hides who was hurt, or that nobody was."""

import pytest

from tocsin.core.analysis.casualties import find_casualties
from tocsin.core.analysis.text import read_document
from tocsin.core.model.analysis import CasualtyKind, Status
from tocsin.core.model.article import Article


@pytest.mark.parametrize(
    ("sentence", "kind", "numbers", "status"),
    [
        ("Two drivers are said to have been killed near Torit.", "killed", (2, 2), "unverified"),
        ("Two climbers are thought to have perished on the Eiger.", "killed", (2, 2), "possible"),
        ("Up to 200 miners are believed trapped and may be dead.", "killed", (None, 200), "possible"),
        ("Relatives of the 11 oilmen who died on the rig in 2010 met on Monday.", "killed", (11, 11), "past"),
        ("Eight hundred families were made homeless by the fire.", "displaced", (800, 800), "stated"),
        ("The rebels speak of 70 soldiers killed; the capital is silent.", "killed", (70, 70), "unverified"),
        ("Allegedly 13 villagers were burned alive at Kivumu.", "killed", (13, 13), "unverified"),
        ("Rescuers fear three potholers have drowned in the cave.", "killed", (3, 3), "possible"),
        ("The militia threatened to seize 20 villagers as hostages.", "captured", (20, 20), "possible"),
        ("A cenotaph names the 90 fishermen lost in the gale of 1881.", "killed", (90, 90), "past"),
        ("The navy denied that three sailors had been lost.", "killed", (3, 3), "denied"),
        ("Seventeen commuters needed hospital treatment.", "injured", (17, 17), "stated"),
    ],
)
def test_the_hurt_are_found(
    sentence: str, kind: CasualtyKind, numbers: tuple[int | None, int | None], status: Status
) -> None:
    found = find_casualties(read_document(Article(id="a", title="", body=sentence)))
    assert [(one.kind, (one.min, one.max), one.status) for one in found] == [(kind, numbers, status)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The actor is dead right for the part.",
        "The candidate seized on the figures.",
        "The toddler was missing two front teeth.",
        "Police closed the road for a film shoot in which actors play dead.",
    ],
)
def test_figures_of_speech_hurt_nobody(sentence: str) -> None:
    assert find_casualties(read_document(Article(id="a", title="", body=sentence))) == ()
