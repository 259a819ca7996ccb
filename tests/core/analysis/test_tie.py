"""Where the text puts a fact: beside it, in the sentences before it, else in the country that the article is about."""

import pytest

from tocsin.core.analysis.reader import Reader
from tocsin.core.model.article import Article
from tocsin.edge.gazetteer import load_gazetteer


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load_gazetteer())


def place_of(reader: Reader, title: str, body: str) -> str | None:
    (casualty,) = reader.read(Article(id="1", title=title, body=body)).casualties
    return casualty.place


FAR = "Earlier, the spokesman said the army had scored successes in several areas, killing 279 militants."


def test_a_fact_with_no_place_near_it_is_in_the_country_that_the_article_is_about(reader: Reader) -> None:
    before = (
        "Fighting went on in Mosul. Towns near Tikrit were retaken. Nobody could be reached. Night fell. Rain came."
    )
    assert place_of(reader, "Iraq crisis deepens", f"{before} {FAR}") == "Iraq"


def test_an_article_about_two_countries_lends_its_facts_neither(reader: Reader) -> None:
    before = (
        "Talks in Baghdad and Basra ended. Talks in Ankara and Izmir went on. Nobody was named. Night fell. Rain came."
    )
    assert place_of(reader, "Iraq and Turkey at odds", f"{before} {FAR}") is None


def test_one_mention_does_not_make_an_article_about_a_country(reader: Reader) -> None:
    before = "A paper in Norway reported it first. Nobody was named. Night fell. Rain came. The line was cut."
    assert place_of(reader, "Army reports successes", f"{before} {FAR}") is None


def test_a_common_word_behind_its_article_is_a_sea(reader: Reader) -> None:
    body = "The carrier is being deployed to the Gulf, accompanied by two more warships. Iraq and Iran said nothing."
    first, *_ = reader.read(Article(id="1", title="Carrier sails", body=body)).deployments
    assert first.place == "Persian Gulf"
