import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.core.analysis.text import read_document
from tocsin.core.analysis.topic import find_topic, topic_scores
from tocsin.core.model.analysis import Topic
from tocsin.core.model.article import Article


@pytest.mark.parametrize(
    ("topic", "title", "body"),
    [
        ("violence", "Gunmen kill nine in market", "Gunmen opened fire on shoppers before soldiers arrived."),
        ("sport", "Late goal kills off hopes", "The striker scored in the second half and the coach praised his team."),
        (
            "business",
            "Carmaker axes 300 jobs",
            "Shares fell after the company cut its profit forecast for the quarter.",
        ),
        ("science", "Probe reaches Mars", "Scientists at NASA said the spacecraft entered orbit with its telescope."),
        ("entertainment", "Thriller tops box office", "The film stars an actor known for comedy, its director said."),
        (
            "politics",
            "Parliament passes bill",
            "The prime minister won the vote after talks with the opposition party.",
        ),
        ("accident", "Bus crash on mountain road", "The driver lost control and the bus plunged into a ravine."),
        (
            "disaster",
            "Quake shakes coast",
            "The earthquake had a magnitude of 6.8; rescue teams reached the epicentre.",
        ),
        ("obituary", "Pianist dies", "She passed away at home after a long illness, survived by her two sons."),
        ("retrospective", "Veterans gather", "Survivors marked the anniversary of the battle of the Second World War."),
        ("other", "Market days", "The fair opens on Friday."),
    ],
)
def test_topics(topic: Topic, title: str, body: str) -> None:
    assert find_topic(read_document(Article(id="a", title=title, body=body))) == topic


def test_repetition_soon_stops_counting() -> None:
    once = topic_scores(read_document(Article(id="a", title="", body="earthquake " * 3)))
    often = topic_scores(read_document(Article(id="a", title="", body="earthquake " * 50)))
    assert once == often


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_one_topic(body: str) -> None:
    document = read_document(Article(id="a", title="", body=body))
    scores = topic_scores(document)
    assert find_topic(document) in {*scores, "other"}
