"""What holds of any text."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.gazetteer.layout import NO_COUNTRY, NOWHERE
from tocsin.core.analysis.places.crowd import Crowd
from tocsin.core.analysis.places.find import PlaceFinder
from tocsin.core.analysis.places.resolve import connect, resolve
from tocsin.core.analysis.places.shares import FAINT
from tocsin.core.analysis.places.support import Supports, dynamic_features, dynamic_scores
from tocsin.core.analysis.places.voice import others_say
from tocsin.core.analysis.text import Document, read_document
from tocsin.core.model.analysis import Place
from tocsin.core.model.article import Article

Find = Callable[..., tuple[Place, ...]]

WORDS = """
Mosul Iraq Paris Texas Springfield Georgia U.S. US Al-Raqqah al-Foua Gulf Sahel Jordan Reading London Jack Hilton
President province in the of and near from said County River St. Louis New York Bosnia and Herzegovina Côte d'Ivoire
Łódź ISTANBUL W.Va. Deir ez-Zor - -- , . ( ) " 's <p> &amp; 12 killed X Kavkaponi Smith University Times
"""
TEXTS = st.lists(st.sampled_from([*WORDS.split(), "\n"]) | st.text(max_size=6), max_size=60).map(" ".join)


def article(body: str, title: str = "") -> Document:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return read_document(Article(id="a", revision="1", title=title, body=body, source="test", published=at, fetched=at))


@settings(max_examples=300, deadline=None)
@given(body=TEXTS, title=TEXTS)
def test_spans_are_words_of_the_field_in_order_and_apart(find: Find, body: str, title: str) -> None:
    places = find(body, title)
    fields = {"title": title, "body": body}
    for place in places:
        assert fields[place.field][place.start : place.end] == place.text
        assert (place.lat is None) == (place.lon is None)
        assert place.lat is None or (-90 <= place.lat <= 90 and -180 <= (place.lon or 0) <= 180)
    for one, other in pairwise(places):
        assert one.field != other.field or one.end <= other.start
        assert not (one.field == "body" and other.field == "title")
    assert find(body, title) == places


@settings(max_examples=150, deadline=None)
@given(body=TEXTS)
def test_quick_and_explained_scores_agree(gazetteer: Gazetteer, body: str) -> None:
    finder = PlaceFinder(gazetteer)
    for text in (body, body.upper()):
        names = finder.names(article(text))
        for sense in names.senses:
            for mention in sense.mentions:
                run = finder.weights.weigh(finder.reader.features(mention.candidate))
                assert mention.candidate.logit == pytest.approx(run)
                assert mention.logit == pytest.approx(run + finder.weights.weigh(mention.features()))
        connect(names, gazetteer.records)
        crowd = Crowd(names.senses, gazetteer.records)
        weights = finder.weights.resolution
        supports = Supports(weights)
        for sense in names.senses:
            slow = [
                base + sum(weights[name] * value for name, value in features.items())
                for base, features in zip(sense.profile.bases, dynamic_features(sense, crowd), strict=True)
            ]
            assert dynamic_scores(sense, crowd, supports) == pytest.approx(slow)


@settings(max_examples=150, deadline=None)
@given(body=TEXTS)
def test_the_crowd_keeps_count_of_what_each_name_says(gazetteer: Gazetteer, body: str) -> None:
    finder = PlaceFinder(gazetteer)
    names = finder.names(article(body))
    resolve(names, gazetteer.records, Supports(finder.weights.resolution))
    for sense in names.senses:
        assert sense.chosen == max(range(len(sense.shares)), key=lambda at: sense.shares[at])
        others = [other for other in names.senses if other is not sense]
        for land in set(sense.profile.lands) - {NO_COUNTRY}:
            told = sum(said_for(land, other.profile.lands, other.shares) for other in others)
            assert others_say(sense.countries, land) == pytest.approx(told, abs=1e-9)
        for part in set(sense.profile.parts) - {NOWHERE}:
            told = sum(said_for(part, other.profile.parts, other.shares) for other in others)
            assert others_say(sense.divisions, part) == pytest.approx(told, abs=1e-9)


def said_for(holder: int, holders: Sequence[int], shares: Sequence[float]) -> float:
    """What a name says for a country or division: the share of the likeliest of its places there, unless faint."""
    there = [share for number, share in zip(holders, shares, strict=True) if number == holder and share >= FAINT]
    return max(there, default=0.0)


@pytest.mark.parametrize(
    "part",
    [
        "Paris ",
        "PARIS ",
        "a",
        "A",
        "A.",
        "A'",
        "al-",
        "A-",
        "A of ",
        "St. ",
        "the Gulf, ",
        "Springfield, ",
        "\u0141",
        "<p>Iraq",
        "X, ",
    ],
)
def test_reads_hostile_lengths(find: Find, part: str) -> None:
    body = part * (120_000 // len(part))
    assert all(body[place.start : place.end] == place.text for place in find(body))
