"""Fixtures for all tests."""

from collections.abc import Iterator

import pytest

from tocsin.local.broker import EmbeddedBroker

pytest_plugins = ("tests.plugins.schemas",)


class Clock:
    """A clock that tests move: seconds."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """What it shows."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A clock that only the test moves."""
    return Clock()


@pytest.fixture(scope="session")
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedBroker]:
    """A real Kafka that all tests share: use topic names of your own. ``.bootstrap`` is its address.

    Tests that stop or kill a broker make an EmbeddedBroker themselves.
    """
    with EmbeddedBroker(tmp_path_factory.mktemp("kafka"), port=0) as running:
        yield running
