from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.places import find_places
from tocsin.core.analysis.text import read_document
from tocsin.core.model.analysis import Place
from tocsin.core.model.article import Article
from tocsin.edge.gazetteer import load_gazetteer

Find = Callable[..., tuple[Place, ...]]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture(scope="session")
def find(gazetteer: Gazetteer) -> Find:
    """Finds the places of an article with this body (and title)."""

    def places(body: str, title: str = "") -> tuple[Place, ...]:
        at = datetime(2026, 1, 1, tzinfo=UTC)
        article = Article(id="a", revision="1", title=title, body=body, source="test", published=at, fetched=at)
        return find_places(read_document(article), gazetteer)

    return places
