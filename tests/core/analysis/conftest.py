"""What the analysis's rooms are tested with: the reader over the packaged gazetteer."""

import pytest

from tocsin.core.analysis.reader import Reader
from tocsin.edge.gazetteer import load_gazetteer


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader as the services use it."""
    return Reader(load_gazetteer())
