"""Each sentence of ours, read as its author means it."""

from pathlib import Path

import pytest

from tocsin.core.analysis.deployments import find_deployments, trigger_words
from tocsin.core.analysis.reader import Reader
from tocsin.core.analysis.text import read_document
from tocsin.core.model.analysis import Deployment
from tocsin.core.model.article import Article


def _cases(*, quiet: bool) -> list[tuple[str, str, str]]:
    lines = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [(action, status, sentence) for action, status, sentence in rows if (action == "quiet") == quiet]


def read(reader: Reader, body: str) -> tuple[Deployment, ...]:
    return reader.read(Article(id="a", title="", body=body)).deployments


@pytest.mark.parametrize(("action", "status", "sentence"), _cases(quiet=False))
def test_a_movement_is_read(reader: Reader, action: str, status: str, sentence: str) -> None:
    found = read(reader, sentence)
    assert found, "nothing read"
    assert (found[0].action, found[0].status) == (action, status), found[0].text


@pytest.mark.parametrize("sentence", [sentence for _, _, sentence in _cases(quiet=True)])
def test_everyday_news_moves_no_forces(reader: Reader, sentence: str) -> None:
    assert read(reader, sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "force", "count", "actor"),
    [
        ("Kenya deployed 300 soldiers to Kismayo.", "troops", 300, "KE"),
        ("The USS Nimitz aircraft carrier is being deployed to the Gulf.", "aircraft carrier", 1, "US"),
        ("Two Chinese destroyers entered the strait.", "destroyer", 2, "CN"),
        ("Moscow sent 1,200 paratroopers to Kazakhstan.", "paratroopers", 1200, "RU"),
        ("NATO has put 40,000 troops on standby.", "troops", 40000, "NATO"),
        ("More than 130 Revolutionary Guards are on hand in Iraq.", "revolutionary guards", 130, None),
        ("Hezbollah fighters crossed into Syria.", "fighters", None, "Hezbollah"),
        ("A brigade was sent to Ituri.", "brigade", 1, None),
        ("Patriot missile batteries were shipped to Gaziantep.", "missiles", None, None),
        ("Britain pulled its last soldiers out of Basra.", "troops", None, "GB"),
    ],
)
def test_whose_force_how_many_and_which(
    reader: Reader, sentence: str, force: str, count: int | None, actor: str | None
) -> None:
    found = read(reader, sentence)
    assert [(one.force, one.count, one.actor) for one in found] == [(force, count, actor)]


def test_forces_that_go_along_are_read_too(reader: Reader) -> None:
    found = read(reader, "The carrier USS Ford is being deployed to the Red Sea, accompanied by two more warships.")
    assert [(one.force, one.count, one.status) for one in found] == [
        ("aircraft carrier", 1, "stated"),
        ("warship", 2, "stated"),
    ]


def test_one_sentence_may_state_and_deny(reader: Reader) -> None:
    found = read(
        reader, "Iran offered help but denies sending troops. There are reports of 500 fighters on the ground."
    )
    assert [(one.status, one.text) for one in found] == [
        ("denied", "sending troops"),
        ("unverified", "500 fighters on the ground"),
    ]


def test_a_movement_is_tied_to_where_it_goes(reader: Reader) -> None:
    found = read(reader, "PARIS (AFP) - France sent 500 soldiers from Marseille to Bamako in Mali on Tuesday.")
    assert [one.place for one in found] == ["Bamako"]


def test_what_is_printed_twice_moves_once(reader: Reader) -> None:
    line = "The army sent 300 soldiers to the border on Tuesday, the ministry said."
    assert len(read(reader, f"{line}\n\nRoads were closed.\n\n{line}")) == 1


def test_places_are_not_needed() -> None:
    document = read_document(Article(id="a", title="", body="The army sent 300 soldiers to the border."))
    assert [(one.force, one.count) for one in find_deployments(document)] == [("troops", 300)]


def test_a_sentence_without_end_is_read_as_far_as_it_makes_sense() -> None:
    document = read_document(Article(id="a", title="", body="troops deployed and " * 5000))
    assert len(find_deployments(document)) < 100


TRIGGER_WORDS = trigger_words()


@pytest.mark.parametrize("sentence", [sentence for _, _, sentence in _cases(quiet=False)])
def test_every_movement_has_a_trigger_word(sentence: str) -> None:
    spaced = read_document(Article(id="a", title="", body=sentence)).body.spaced
    assert not TRIGGER_WORDS.isdisjoint(spaced.split())
