"""Acknowledgements and silences made here: config objects, written as ``tocsin apply`` writes them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import structlog
from aiokafka.errors import KafkaError

from tocsin.console.current import Current
from tocsin.console.metrics import ConsoleMetrics, Deed, DeedOutcome, Way
from tocsin.core.board.board import Board, Entry
from tocsin.core.config.checks import check_object
from tocsin.core.config.objects import ConfigObject
from tocsin.core.model.subscription import Filter, Silence
from tocsin.core.routing.filters import FilterError, compile_filter
from tocsin.core.routing.silencing import ACKNOWLEDGED, acknowledgement_of, silence_of
from tocsin.core.wording.text import clean, cut

log = structlog.get_logger(__name__)

ACKNOWLEDGED_FOR = timedelta(days=7)
"""As the command's default: longer than any story's life."""

LONGEST = timedelta(days=90)
_WORDS_LIMIT = 300
_LONGEST_SEQ = 18
_TRIES = 3
_RETRY_SECONDS = 0.2

Write = Callable[[Sequence[ConfigObject], Sequence[str]], Awaitable[None]]
"""Puts objects, and tombstones for keys, onto the configuration topic."""


class DeedError(Exception):
    """It was not done; the message tells a person why."""


@dataclass(frozen=True)
class Who:
    """Who acts, and by which way."""

    name: str
    way: Way


@dataclass(frozen=True)
class Deeds:
    """Does what people ask for, one after the other: the writes share a transactional id."""

    board: Board
    current: Current
    write: Write
    metrics: ConsoleMetrics
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    def find(self, alert: str) -> Entry:
        """The story that something is to be done about.

        Raises:
            DeedError: It is unknown here, or over.
        """
        entry = self.board.find(alert)
        if entry is None:
            raise DeedError("This story is unknown here, or too old: nothing was done.")
        if entry.is_over:
            raise DeedError("This story was withdrawn: there will be no more of it.")
        return entry

    async def acknowledge(self, alert: str, seq: int, who: Who, reason: str = "", marked: str = "") -> Silence:
        """Keep the story silent until it escalates after revision ``seq``. ``marked`` is the message that shows it.

        Raises:
            DeedError: It is unknown or over, has escalated since, or could not be written.
        """
        entry = self.find(alert)
        escalated = entry.alert.escalated
        if escalated is not None and escalated > seq:
            raise DeedError("This story has escalated since that message: acknowledge the newer one.")
        now = datetime.now(UTC)
        words = _words(reason) or ACKNOWLEDGED
        until = now + ACKNOWLEDGED_FOR
        silence = acknowledgement_of(entry.alert.id, seq, until, _words(who.name), words, since=now, marked=marked)
        await self._put(silence, "acknowledge", who)
        return silence

    async def silence(self, match: Filter, length: timedelta, who: Who, reason: str, deed: Deed = "silence") -> Silence:
        """Keep silent what ``match`` means, for so long.

        Raises:
            DeedError: It means nothing or everything, names an unknown region, or could not be written.
        """
        if not timedelta(0) < length <= LONGEST:
            raise DeedError(f"A silence lasts at most {LONGEST.days} days.")
        now = datetime.now(UTC)
        silence = silence_of(match, now + length, _words(reason) or "no reason given", _words(who.name), since=now)
        await self._put(silence, deed, who)
        return silence

    async def end(self, identifier: str, who: Who) -> None:
        """Take a silence or an acknowledgement back; one that is gone already is no error.

        Raises:
            DeedError: It could not be written.
        """
        if identifier not in self.current.snapshot.silences:
            return
        await self._write((), [f"silence/{identifier}"], "end", who)
        await self.current.until(lambda snapshot: identifier not in snapshot.silences)

    async def _put(self, silence: Silence, deed: Deed, who: Who) -> None:
        problems = [message for _, message in check_object(silence)]
        try:
            compile_filter(silence.match, self.current.regions)
        except FilterError as error:
            problems.append(str(error))
        if problems:
            self._count(deed, who, "refused")
            raise DeedError("; ".join(problems))
        await self._write([silence], (), deed, who)
        await self.current.until(lambda snapshot: snapshot.silences.get(silence.id) == silence)

    async def _write(self, objects: Sequence[ConfigObject], deleted: Sequence[str], deed: Deed, who: Who) -> None:
        async with self.lock:
            for attempt in range(1, _TRIES + 1):
                try:
                    await self.write(objects, deleted)
                except KafkaError as error:  # a `tocsin apply` at the same time ends our transaction: once more
                    if attempt < _TRIES:
                        await asyncio.sleep(_RETRY_SECONDS)
                        continue
                    self._count(deed, who, "failed")
                    log.warning("deed_not_written", deed=deed, way=who.way, reason=type(error).__name__)
                    raise DeedError("It could not be written: the brokers do not answer. Try again.") from error
                break
        self._count(deed, who, "done")
        log.info("deed_done", deed=deed, way=who.way)

    def _count(self, deed: Deed, who: Who, outcome: DeedOutcome) -> None:
        self.metrics.deeds.labels(deed=deed, way=who.way, outcome=outcome).inc()


def seq_of(text: str) -> int:
    """The revision that a form names.

    Raises:
        DeedError: It names none.
    """
    if not text.isascii() or not text.isdigit() or len(text) > _LONGEST_SEQ:
        raise DeedError("Of which revision? Load the page anew and try again.")
    return int(text)


def _words(text: str) -> str:
    return cut(clean(text), _WORDS_LIMIT)
