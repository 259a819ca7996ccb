"""Dead letters, chosen and sent back to where they failed."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatchcase

import msgspec

from tocsin.core.delivery.keys import parse_key
from tocsin.core.model.deadletter import DeadLetter
from tocsin.edge.kafka.clients import create_producer
from tocsin.edge.kafka.topics import ALERTS, DEAD_LETTERS, DELIVERIES, PARTITIONS
from tocsin.edge.settings import Settings
from tocsin.notifier.reading import read_through
from tocsin.notifier.routing.router import FORCED_HEADER


@dataclass(frozen=True)
class Choice:
    """Which letters: all that is given must hold. ``key`` is a shell pattern over the original's key."""

    stage: str | None = None
    reason: str | None = None
    topic: str | None = None
    key: str | None = None
    subscription: str | None = None
    since: datetime | None = None

    def takes(self, letter: DeadLetter) -> bool:
        """Whether the letter is meant."""
        key = (letter.key or b"").decode("utf-8", "replace")
        return (
            self.stage in (None, letter.stage)
            and self.reason in (None, letter.reason)
            and self.topic in (None, letter.topic)
            and (self.key is None or fnmatchcase(key, self.key))
            and (self.subscription is None or subscription_of(letter) == self.subscription)
            and (self.since is None or letter.at >= self.since)
        )


def subscription_of(letter: DeadLetter) -> str | None:
    """Whose delivery the letter is, if it is one."""
    if letter.topic != DELIVERIES or letter.key is None:
        return None
    try:
        return parse_key(letter.key).subscription
    except ValueError:
        return None


async def chosen_letters(settings: Settings, choice: Choice) -> AsyncIterator[DeadLetter]:
    """The letters meant, each original once however often it failed.

    Raises:
        KafkaError: The broker can't be reached or refuses.
    """
    seen: set[tuple[str, int, int]] = set()
    decoder = msgspec.json.Decoder(DeadLetter)
    async for record in read_through(settings, DEAD_LETTERS, range(PARTITIONS)):
        try:
            letter = decoder.decode(record.value or b"")
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
        place = (letter.topic, letter.partition, letter.offset)
        if choice.takes(letter) and place not in seen:
            seen.add(place)
            yield letter


def can_go_back(letter: DeadLetter) -> bool:
    """Whether the original is whole and was one."""
    return letter.original is not None and not letter.truncated


async def send_back(settings: Settings, letters: list[DeadLetter], *, force: bool) -> None:
    """Write the originals to the partitions they were in, and wait until all are durable.

    ``force`` marks alerts to be sent however old they are. What was done already is known by its id at each stage, so
    a letter may be sent back twice.

    Raises:
        KafkaError: The broker can't be reached or refuses.
    """
    producer = create_producer(settings)
    await producer.start()
    try:
        acks = []
        for letter in letters:
            headers = [(name, value) for name, value in letter.headers if name != FORCED_HEADER]
            if force and letter.topic == ALERTS:
                headers.append((FORCED_HEADER, b"1"))
            acks.append(
                await producer.send(
                    letter.topic, letter.original, key=letter.key, partition=letter.partition, headers=headers
                )
            )
        await asyncio.gather(*acks)
    finally:
        await producer.stop()
