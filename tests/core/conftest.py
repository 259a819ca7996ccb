"""Alerts for the tests of delivery."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tocsin.core.model.alert import Alert, Link, Movement, Toll
from tocsin.core.model.analysis import Place
from tocsin.core.model.match import ArticleRef, Evidence

PUBLISHED = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
MakeAlert = Callable[..., Alert]

MOSUL = Place(
    field="body",
    start=0,
    end=5,
    text="Mosul",
    kind="city",
    name="Mosul",
    geonames_id=99072,
    admin1="Nineveh",
    country="IQ",
    lat=36.335,
    lon=43.119,
    within=("geonames:99072", "admin1:IQ.15", "country:IQ", "region:middle-east"),
)


def build_alert(**fields: Any) -> Alert:
    """A full alert, with any field changed."""
    known: dict[str, Any] = {
        "id": "alert1",
        "seq": 5,
        "kind": "new",
        "rule": "iraq-mass-casualties",
        "rule_version": "1",
        "story": "story1",
        "title": "Mass casualties in Iraq",
        "headline": "279 reported killed in Mosul",
        "severity": "critical",
        "score": 0.93,
        "labels": {"desk": "middle-east"},
        "article": ArticleRef(
            id="article1",
            revision="r1",
            title="Hundreds reported killed in Mosul",
            lead="Fighters were killing 279 of them & more, residents said; the figure could not be verified.",
            url="https://news.example/mosul?a=1&b=2",
            source="example-feed",
            publisher="Example News",
            published=PUBLISHED,
        ),
        "evidence": (
            Evidence(
                field="body",
                start=1520,
                end=1539,
                text="killing 279 of them",
                kind="casualties",
                why="killed 279 ≥ 10",
                weight=0.6,
            ),
        ),
        "tolls": (
            Toll(kind="killed", min=279, max=279, status="unverified", sources=2),
            Toll(kind="injured", min=40, max=None, status="stated"),
        ),
        "movements": (
            Movement(
                action="deploy", status="possible", force="aircraft carrier", count=1, actor="US", place="Persian Gulf"
            ),
        ),
        "places": (MOSUL,),
        "reports": 3,
        "publishers": 2,
        "links": (
            Link(
                title="Hundreds reported killed in Mosul",
                url="https://news.example/mosul?a=1&b=2",
                publisher="Example News",
                published=PUBLISHED,
            ),
            Link(
                title="Mosul: toll rises <unconfirmed>",
                url="https://wire.example/2",
                publisher="The Wire",
                published=PUBLISHED + timedelta(hours=1),
            ),
        ),
        "first_published": PUBLISHED,
        "last_published": PUBLISHED + timedelta(hours=1),
    }
    return Alert(**(known | fields))


@pytest.fixture(scope="session")
def make_alert() -> MakeAlert:
    """Makes alerts: ``make_alert(seq=7, kind="update")``."""
    return build_alert


@pytest.fixture
def mosul() -> Place:
    """A place with all that contains it."""
    return MOSUL


@pytest.fixture
def published() -> datetime:
    """When the alert's first article was published."""
    return PUBLISHED
