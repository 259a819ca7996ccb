"""A console over a real Kafka, and a visitor who is logged in."""

import asyncio
import re
import uuid
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import msgspec
import pytest

from tests.core.conftest import build_alert
from tests.waiting import eventually
from tocsin.console import service
from tocsin.core.config.snapshot import ConfigSnapshot
from tocsin.core.messages.links import parse_link_key
from tocsin.core.model.alert import Alert
from tocsin.core.model.receipt import Receipt
from tocsin.core.model.subscription import Feed, Silence
from tocsin.edge.health import Health
from tocsin.edge.kafka.admin import create_missing_topics
from tocsin.edge.kafka.clients import create_producer
from tocsin.edge.kafka.config_store import read_config, write_config
from tocsin.edge.kafka.topics import ALERTS, RECEIPTS
from tocsin.edge.metrics import new_registry
from tocsin.edge.port import Port
from tocsin.edge.service import Runtime
from tocsin.edge.settings import Settings
from tocsin.local.broker import EmbeddedBroker
from tocsin.local.receiver.server import Receiver

TOKEN = "a token of a test, long enough"  # noqa: S105 - for tests alone
KEY = "a key of a test that is long enough"
SIGNING = "slack-signing-secret-of-a-test"


@pytest.fixture(scope="session")
def kafka(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedBroker]:
    """A broker with all topics, and something in force: a console waits for that."""
    with EmbeddedBroker(tmp_path_factory.mktemp("console-kafka"), port=0) as running:
        settings = Settings(brokers=running.bootstrap)
        asyncio.run(create_missing_topics(settings))
        asyncio.run(write_config(settings, [Feed(id="in-force", url="https://feed.example/")]))
        yield running


class Console:
    """A running console; what it needs of the world is put there by its methods."""

    key = parse_link_key(KEY)
    token = TOKEN
    signing = SIGNING

    def __init__(self, settings: Settings, receiver: Receiver) -> None:
        self.settings = settings
        self.receiver = receiver
        self.url = ""
        self.registry = new_registry()
        self.health = Health()
        self.rule = f"rule-{uuid.uuid4().hex[:8]}"

    def metric(self, name: str, **labels: str) -> float:
        """A value that the console shows."""
        return self.registry.get_sample_value(name, labels) or 0.0

    def alert(self, name: str, seq: int = 5, **fields: Any) -> Alert:
        """An alert of this test's own rule."""
        now = datetime.now(UTC)
        known = {"id": f"{name}-{self.rule}", "story": f"story-{name}-{self.rule}", "seq": seq, "rule": self.rule}
        return build_alert(**(known | {"last_published": now} | fields))

    def receipt(self, alert: Alert, subscription: str, outcome: Any = "delivered", **fields: Any) -> Receipt:
        """How the alert went to a subscription."""
        known: dict[str, Any] = {
            "id": uuid.uuid4().hex,
            "delivery": "d",
            "subscription": subscription,
            "alert": alert.id,
            "seq": alert.seq,
            "attempt": 1,
            "outcome": outcome,
            "at": datetime.now(UTC),
        }
        return Receipt(**(known | fields))

    async def publish(self, *things: Alert | Receipt) -> None:
        """Alerts and receipts onto their topics."""
        await self.produce(
            *(
                (ALERTS, thing.rule.encode(), msgspec.json.encode(thing))
                if isinstance(thing, Alert)
                else (RECEIPTS, thing.subscription.encode(), msgspec.json.encode(thing))
                for thing in things
            )
        )

    async def produce(self, *records: tuple[str, bytes, bytes | None]) -> None:
        """Raw records."""
        producer = create_producer(self.settings)
        await producer.start()
        try:
            for topic, key, value in records:
                await producer.send(topic, value, key=key)
        finally:
            await producer.stop()

    async def config(self) -> ConfigSnapshot:
        """What is in force."""
        return await read_config(self.settings)

    async def silences(self) -> list[Silence]:
        """Those of this test's rule and its stories."""
        standing = (await self.config()).silences.values()
        return [s for s in standing if self.rule in (s.match.rule or s.match.story or "")]

    until = staticmethod(eventually)


class Visitor:
    """A browser without a screen: keeps cookies, follows redirects, sends forms as the page has them."""

    def __init__(self, console: Console, session: aiohttp.ClientSession) -> None:
        self.console = console
        self.session = session

    async def get(self, path: str, **headers: str) -> tuple[int, str]:
        async with self.session.get(self.console.url + path, headers=headers) as answer:
            return answer.status, await answer.text()

    async def post(self, path: str, **form: str) -> tuple[int, str]:
        async with self.session.post(self.console.url + path, data=form) as answer:
            return answer.status, await answer.text()

    async def log_in(self, name: str = "Ana") -> None:
        status, page = await self.post("/login", token=TOKEN, name=name, next="/")
        assert status == 200, page

    async def csrf(self) -> str:
        _, page = await self.get("/silences")
        return str(re.findall(r'name="csrf" value="([0-9a-f]+)"', page)[0])

    async def see(self, path: str, *words: str) -> str:
        """The page, once it shows all these words."""
        page = ""

        async def shown() -> bool:
            nonlocal page
            _, page = await self.get(path)
            return all(word in page for word in words)

        await eventually(shown, f"{words} on {path}")
        return page


@pytest.fixture
async def console(kafka: EmbeddedBroker, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Console]:
    """A console, with a stand-in for Slack whose buttons it answers."""
    ports: list[Port] = []
    start = Port.start

    async def note(port: Port) -> None:
        await start(port)
        if port.what == "console":
            ports.append(port)

    monkeypatch.setattr(Port, "start", note)
    receiver = Receiver()
    await receiver.start()
    for name, value in {
        "TOCSIN_SECRET_CONSOLE_TOKEN": TOKEN,
        "TOCSIN_SECRET_CONSOLE_KEY": KEY,
        "TOCSIN_SECRET_SLACK_SIGNING": SIGNING,
        "TOCSIN_CONSOLE_PORT": "0",
        "TOCSIN_SLACK_API_URL": f"{receiver.url}/api",
        "TOCSIN_ALLOW_NETWORKS": "127.0.0.0/8",
    }.items():
        monkeypatch.setenv(name, value)
    made = Console(Settings(brokers=kafka.bootstrap), receiver)
    stop = asyncio.Event()
    running = asyncio.create_task(service.run(Runtime(made.settings, made.registry, made.health, stop)))

    async def ready() -> bool:
        assert not running.done() or running.result() is None
        return made.health.not_ready is None

    await eventually(ready, "a console that is ready")
    made.url = f"http://127.0.0.1:{ports[0].port}"
    receiver.connect(f"{made.url}/slack/interactions", SIGNING)
    yield made
    ours = [f"silence/{silence.id}" for silence in await made.silences()]
    if ours:
        await write_config(made.settings, [], ours)
    stop.set()
    await running
    await receiver.stop()


@pytest.fixture
async def stranger(console: Console) -> AsyncIterator[Visitor]:
    """Somebody who is not logged in."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        yield Visitor(console, session)


@pytest.fixture
async def visitor(stranger: Visitor) -> Visitor:
    """Somebody who is."""
    await stranger.log_in()
    return stranger
