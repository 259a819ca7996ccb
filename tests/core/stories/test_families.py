"""One newsroom is one voice, and so is one agency, whoever prints it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tocsin.core.model.match import ArticleRef
from tocsin.core.model.subscription import Publishers
from tocsin.core.stories import families_of
from tocsin.core.stories.families import family_of

Make = Callable[..., Any]

TABLE = families_of(
    [
        Publishers(id="example-group", members=("Example Times", "Sunday Example", "times.example")),
        Publishers(id="wires", members=("AP", "feed-7")),
    ]
)
RETELLINGS = (
    "Gunmen stormed the al-Nasr market in Mosul and opened fire on shoppers, a hospital director said.",
    "Attackers raided the al-Nasr market in Mosul, shooting at people who were shopping, the governor confirmed.",
    "Shoppers at the al-Nasr market in Mosul were shot by attackers who stormed it at noon, traders told us.",
)


@pytest.mark.parametrize(
    ("fields", "family"),
    [
        ({"publisher": "Example Times"}, "example-group"),
        ({"publisher": "  sunday EXAMPLE "}, "example-group"),
        ({"url": "https://www.times.example/a"}, "example-group"),
        ({"url": "HTTP://desk:secret@Times.Example:8080?a=//b"}, "example-group"),
        ({"url": "//times.example#top"}, "example-group"),
        ({"url": "https:///no-host"}, "a"),
        ({"url": "times.example/a"}, "a"),
        ({"publisher": "Another", "source": "feed-7"}, "wires"),
        ({"publisher": "Another", "source": "feed-8"}, "another"),
        ({"publisher": "Another", "credit": "afp"}, "afp"),
        ({"publisher": "Example Times", "credit": "ap"}, "wires"),
        ({"publisher": "Associated Press"}, "wires"),
        ({"publisher": "Reuters"}, "reuters"),
        ({}, "a"),
        ({"url": "https://[broken"}, "a"),
    ],
)
def test_whom_an_article_counts_for(fields: dict[str, Any], family: str) -> None:
    assert family_of(ArticleRef(id="a", revision="r", title="t", **fields), TABLE) == family


def test_titles_of_one_newsroom_are_one_publisher(rulebook: Make, match: Make) -> None:
    apart, together = rulebook(quiet_for=timedelta(0)), rulebook(quiet_for=timedelta(0), families=TABLE)
    for book in (apart, together):
        for number, publisher in enumerate(("Example Times", "Sunday Example", "Other Post")):
            book.fold(match(f"a{number}", RETELLINGS[number], minutes=number, publisher=publisher), number)
        book.fold(match("z", RETELLINGS[0] + " Later.", minutes=9, tolls=(("killed", 300, "stated"),)), 9)
    assert [book.alerts[-1].publishers for book in (apart, together)] == [3, 2]
    assert together.alerts[-1].confidence < apart.alerts[-1].confidence


def test_an_agencys_report_in_many_papers_is_one_voice(rulebook: Make, match: Make) -> None:
    book = rulebook(quiet_for=timedelta(0))
    for number, (publisher, credit) in enumerate((("Example Times", "ap"), ("Other Post", "ap"), ("AP", None))):
        book.fold(
            match(f"a{number}", RETELLINGS[number], minutes=number, publisher=publisher, credit=credit, tolls=()),
            number,
        )
    (story,) = book.kept.values()
    assert story.families == ("ap",)
