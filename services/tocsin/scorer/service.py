"""The scorer's wiring and loop: articles in, matches out, at least once."""

import asyncio
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

import msgspec
import structlog
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord
from aiokafka.errors import KafkaError, MessageSizeTooLargeError

from tocsin.core.analysis.reader import Reader
from tocsin.core.model.article import Article
from tocsin.core.model.deadletter import DeadLetterReason
from tocsin.core.model.match import Match, Retraction, retraction_of
from tocsin.edge.garbage import collect_less
from tocsin.edge.gazetteer import load_gazetteer
from tocsin.edge.kafka.clients import MEMBERSHIP_LOST, create_consumer, create_producer
from tocsin.edge.kafka.config import ConfigFollower
from tocsin.edge.kafka.deadletters import DeadLetters
from tocsin.edge.kafka.headers import Headers, event_headers
from tocsin.edge.kafka.topics import ARTICLES, MATCHES, PARTITIONS
from tocsin.edge.service import Runtime, run_together
from tocsin.scorer.articles import ArticleDecoder
from tocsin.scorer.metrics import ScorerMetrics
from tocsin.scorer.rules import RulesInForce
from tocsin.scorer.score import score_article

log = structlog.get_logger(__name__)

GROUP = "tocsin-scorer"
_BATCH = 200
_POLL_MS = 200


@dataclass(frozen=True)
class Outgoing:
    """One record for the matches topic; ``partition`` None leaves the place to the key."""

    key: bytes | None
    value: bytes
    headers: Headers
    partition: int | None = None


class Scorer:
    """Turns an article into records for the matches topic, by the rules in force."""

    def __init__(self, reader: Reader, rules: RulesInForce, metrics: ScorerMetrics) -> None:
        self._reader = reader
        self._rules = rules
        self._metrics = metrics
        self._encoder = msgspec.json.Encoder()

    def handle(self, article: Article, cause: Headers) -> list[Outgoing]:
        """The article's matches, and a retraction for every partition when it was withdrawn or edited."""
        if article.status == "withdrawn":
            self._metrics.articles.labels(outcome="withdrawn").inc()
            return self._retractions(retraction_of(article), cause)
        matches = score_article(article, self._reader, self._rules.current)
        self._metrics.articles.labels(outcome="matched" if matches else "unmatched").inc()
        self._metrics.matches.inc(len(matches))
        retraction = retraction_of(article, [match.rule for match in matches])
        return [*self._retractions(retraction, cause), *(self._outgoing(match, cause) for match in matches)]

    def _outgoing(self, match: Match, cause: Headers) -> Outgoing:
        headers = event_headers("tocsin.match.v1", match.id, "scorer", cause)
        return Outgoing(match.rule.encode(), self._encoder.encode(match), headers)

    def _retractions(self, retraction: Retraction | None, cause: Headers) -> list[Outgoing]:
        if retraction is None:
            return []
        value = self._encoder.encode(retraction)
        headers = event_headers("tocsin.retraction.v1", retraction.id, "scorer", cause)
        return [Outgoing(None, value, headers, partition) for partition in range(PARTITIONS)]


async def run(runtime: Runtime) -> None:
    """Score articles until asked to stop."""
    metrics = ScorerMetrics(runtime.registry)
    gazetteer = load_gazetteer()
    rules = RulesInForce(gazetteer, metrics)
    scorer = Scorer(Reader(gazetteer), rules, metrics)
    follower = ConfigFollower(runtime.settings, rules.offer)
    producer = create_producer(runtime.settings)
    consumer = create_consumer(runtime.settings, ARTICLES, group=GROUP, max_poll_records=_BATCH)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(follower.close)
        await follower.start(runtime.stop, runtime.health.tick)
        await rules.settle()
        collect_less()
        await producer.start()
        stack.push_async_callback(producer.stop)
        await consumer.start()
        stack.push_async_callback(consumer.stop)
        letters = DeadLetters(producer, "scorer", runtime.registry)
        runtime.health.ready()
        loop = _Loop(runtime, consumer, producer, letters, scorer, metrics)
        await run_together(follower.follow(runtime.stop), rules.run(runtime.stop), loop.run())


@dataclass(frozen=True)
class _Loop:
    runtime: Runtime
    consumer: AIOKafkaConsumer
    producer: AIOKafkaProducer
    letters: DeadLetters
    scorer: Scorer
    metrics: ScorerMetrics
    decoder: ArticleDecoder = field(default_factory=ArticleDecoder)

    async def run(self) -> None:
        while not self.runtime.stop.is_set():
            self.runtime.health.tick()
            batches = await self.consumer.getmany(timeout_ms=_POLL_MS, max_records=_BATCH)
            records = [record for batch in batches.values() for record in batch]
            if records:
                await self._handle(records)

    async def _handle(self, records: list[ConsumerRecord]) -> None:
        """Write what the records give rise to, wait for the broker's word on all of it, then commit."""
        acks: list[asyncio.Future[object]] = []
        for record in records:
            acks += await self._send(record)
            await asyncio.sleep(0)  # heartbeats and sends share this thread
        await asyncio.gather(*acks)
        try:
            await self.consumer.commit()
        except MEMBERSHIP_LOST as error:
            log.warning("commit_refused", reason=type(error).__name__)

    async def _send(self, record: ConsumerRecord) -> list[asyncio.Future[object]]:
        try:
            return [
                await self.producer.send(MATCHES, out.value, key=out.key, partition=out.partition, headers=out.headers)
                for out in self._score(record)
            ]
        except msgspec.ValidationError as error:
            await self._bury(record, "invalid", str(error))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            await self._bury(record, "undecodable", str(error))
        except MessageSizeTooLargeError as error:
            await self._bury(record, "too_large", str(error))
        except KafkaError:
            raise
        except Exception as error:
            log.exception("article_failed", topic=record.topic, partition=record.partition, offset=record.offset)
            await self._bury(record, "error", f"{type(error).__name__}: {error}")
        return []

    def _score(self, record: ConsumerRecord) -> list[Outgoing]:
        if record.value is None:
            raise msgspec.ValidationError("an article can't be a tombstone: publish it with status withdrawn")
        start = time.perf_counter()
        article = self.decoder.decode(record.value, record.timestamp)
        outgoing = self.scorer.handle(article, record.headers)
        self.metrics.seconds.observe(time.perf_counter() - start)
        if article.published is not None:
            self.metrics.age.observe(max(0.0, time.time() - article.published.timestamp()))
        return outgoing

    async def _bury(self, record: ConsumerRecord, reason: DeadLetterReason, detail: str) -> None:
        self.metrics.articles.labels(outcome="dead_letter").inc()
        await self.letters.bury(record, reason, detail)
