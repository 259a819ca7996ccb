"""A broker, the topics, a configuration, the stand-in for Slack and a webhook consumer; services as each test needs."""

import base64
import secrets
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.e2e.hooks import HookServer
from tests.e2e.system import Service, base_environment, run_command
from tocsin.local.broker import EmbeddedBroker
from tocsin.local.receiver.server import SLACK_PATH, Receiver

CONFIG = """
kind: rule
id: iraq-mass-casualties
title: Mass casualties in Iraq
severity: critical
labels: {desk: middle-east}
regions: [Iraq, Persian Gulf]
evidence:
  - casualties: {kinds: [killed], at_least: 10}
    weight: 0.7
  - deployment: {forces: ["aircraft carrier*", "warship*", "troop*"]}
    weight: 0.7
statuses: [stated, unverified]
threshold: 0.6
story: {escalate_when: {killed: doubles}}
---
kind: subscription
id: desk
match: {labels: {desk: middle-east}}
slack: {webhook: {env: TOCSIN_SECRET_SLACK_URL}}
---
kind: subscription
id: risk-engine
match: {regions: [Iraq]}
webhook: {url: {env: TOCSIN_SECRET_HOOK_URL}, secret: {env: TOCSIN_SECRET_HOOK}}
"""

SERVICES = ("scorer", "correlator", "notifier", "console")


@dataclass
class Stage:
    """Everything around the services, and the services by name once they are started."""

    broker: EmbeddedBroker
    slack: Receiver
    hooks: HookServer
    secret: str
    folder: Path
    services: dict[str, Service] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        return base_environment(
            self.broker.bootstrap,
            {
                "TOCSIN_SECRET_SLACK_URL": self.slack.url + SLACK_PATH,
                "TOCSIN_SECRET_HOOK_URL": self.hooks.url,
                "TOCSIN_SECRET_HOOK": self.secret,
                "TOCSIN_ALLOW_NETWORKS": "127.0.0.0/8",
                "TOCSIN_CONSOLE_PORT": "0",
                "TOCSIN_SECRET_CONSOLE_TOKEN": self.secret,
                "TOCSIN_SECRET_CONSOLE_KEY": self.secret,
            },
        )

    def run(self, *words: str) -> str:
        """A command that must succeed; returns what it printed."""
        done = run_command(self.environment, *words)
        assert done.returncode == 0, f"tocsin {' '.join(words)}: {done.stdout}{done.stderr}"
        return done.stdout

    async def start(self, *names: str) -> None:
        for name in names:
            self.services[name] = Service(name, self.environment, self.folder)
            await self.services[name].start()

    def publish(self, lines: str, name: str = "articles") -> None:
        """Publish JSON Lines, their dates moved to now."""
        file = self.folder / f"{name}.jsonl"
        file.write_text(lines, encoding="utf-8")
        self.run("publish", "--now", str(file))


@pytest.fixture(scope="module")
def own_broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedBroker]:
    with EmbeddedBroker(tmp_path_factory.mktemp("own-kafka"), port=0) as running:
        yield running


@pytest.fixture(scope="module")
async def stage(own_broker: EmbeddedBroker, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    """Topics created, configuration applied, all services running."""
    slack, hooks = Receiver(), HookServer()
    await slack.start()
    await hooks.start()
    secret = "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
    stage = Stage(own_broker, slack, hooks, secret, tmp_path_factory.mktemp("stage"))
    stage.run("topics")
    config = stage.folder / "config.yaml"
    config.write_text(CONFIG, encoding="utf-8")
    stage.run("apply", str(config))
    await stage.start(*SERVICES)
    yield stage
    for service in stage.services.values():
        service.kill()
    await hooks.stop()
    await slack.stop()
