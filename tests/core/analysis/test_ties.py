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


def test_the_capital_of_a_people_is_where_the_title_says(reader: Reader) -> None:
    body = "A bomber blew himself up at a wedding in the Afghan capital on Saturday, killing at least 18 people."
    assert place_of(reader, "Blast at wedding in Kabul", body) == "Kabul"


def test_a_title_places_what_the_body_leaves_open(reader: Reader) -> None:
    assert place_of(reader, "Ferry sinks off Zanzibar", "Divers found 31 bodies by nightfall.") == "Zanzibar"


@pytest.mark.parametrize(
    "who",
    [
        "the Britain-based Observatory said",
        "said a group based in London",
        "after U.S. air strikes",
        "after US-led raids",
        "a Russia-backed force said",
    ],
)
def test_who_somebody_is_says_nothing_of_where(reader: Reader, who: str) -> None:
    body = f"Shells fell on Raqqa. At least 22 people were killed, {who}."
    assert place_of(reader, "Shells fall", body) == "Raqqa"


def test_a_peoples_coast_guard_is_no_coast(reader: Reader) -> None:
    body = "Chinese coast guard vessels fired at a boat near Second Thomas Shoal, injuring four sailors."
    assert place_of(reader, "Boat fired at", body) == "Second Thomas Shoal"


def test_a_border_is_a_place(reader: Reader) -> None:
    (massed,) = reader.read(Article(id="1", title="Turkey masses tanks on Syrian border", body="")).deployments
    assert massed.place == "Syria"


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (
            "Forty migrants are missing after a boat that left Sfax in Tunisia sank off the island of Lampedusa.",
            "Lampedusa",
        ),
        ("Four survivors from Mali and Guinea said 41 people had drowned off Lampedusa.", "Lampedusa"),
        ("Raids killed 31 civilians in Yemen's al-Jawf province, a day after Riyadh denied it.", "Al Jawf"),
        ("The toll in the Russian schoolhouse siege soared to more than 340 dead. Russian papers mourned.", "Russia"),
    ],
)
def test_a_fact_lies_where_it_happened_not_where_people_come_from(reader: Reader, body: str, place: str) -> None:
    assert place_of(reader, "Many dead", body) == place


def test_a_people_within_a_country_is_not_where(reader: Reader) -> None:
    body = "Witnesses said 200 people, mostly of Amhara ethnicity, were killed in the country's Oromia region."
    assert place_of(reader, "Many dead in Ethiopia", body) == "Oromia"
