"""A broker of this folder's own, with the topics and one rule in force."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.e2e.system import Service, base_environment
from tocsin.core.config import parse_config
from tocsin.edge.kafka.admin import create_missing_topics
from tocsin.edge.kafka.config_store import write_config
from tocsin.edge.settings import Settings
from tocsin.local.broker import EmbeddedBroker

RULES = """
kind: rule
id: iraq-killed
title: Killed in Iraq
severity: critical
regions: [Iraq]
evidence:
  - casualties: {kinds: [killed], at_least: 10}
"""


@pytest.fixture(scope="module")
def own_broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedBroker]:
    with EmbeddedBroker(tmp_path_factory.mktemp("own-kafka"), port=0) as running:
        yield running


@pytest.fixture(scope="module")
async def settings(own_broker: EmbeddedBroker) -> Settings:
    settings = Settings(brokers=own_broker.bootstrap)
    await create_missing_topics(settings)
    await write_config(settings, parse_config(RULES, "rules.yaml"))
    return settings


@pytest.fixture
async def scorer(own_broker: EmbeddedBroker, settings: Settings, tmp_path: Path) -> AsyncIterator[Service]:
    """A real scorer process, ready."""
    del settings
    service = Service("scorer", base_environment(own_broker.bootstrap, {}), tmp_path)
    await service.start()
    yield service
    service.kill()
