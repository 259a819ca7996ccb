import pytest

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.edge.gazetteer import load_gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer()
