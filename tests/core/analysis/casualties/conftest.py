from collections.abc import Callable

import pytest

from tocsin.core.analysis.casualties import find_casualties
from tocsin.core.analysis.text import read_document
from tocsin.core.model.analysis import Casualty
from tocsin.core.model.article import Article

Read = Callable[..., tuple[Casualty, ...]]


@pytest.fixture(scope="session")
def read() -> Read:
    def find(body: str, title: str = "") -> tuple[Casualty, ...]:
        return find_casualties(read_document(Article(id="a", title=title, body=body)))

    return find
