"""Fixtures for all tests."""

from collections.abc import Iterator

import pytest

from tocsin.local.broker import EmbeddedBroker

pytest_plugins = ("tests.plugins.schemas",)


@pytest.fixture(scope="session")
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedBroker]:
    """A real Kafka that all tests share: use topic names of your own. ``.bootstrap`` is its address.

    Tests that stop or kill a broker make an EmbeddedBroker themselves.
    """
    with EmbeddedBroker(tmp_path_factory.mktemp("kafka"), port=0) as running:
        yield running
