"""Articles into ``news.articles.v1``."""

import asyncio
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import msgspec
from aiokafka.errors import MessageSizeTooLargeError

from tocsin.core.model.article import Article
from tocsin.edge.kafka.clients import MAX_MESSAGE_BYTES, create_producer
from tocsin.edge.kafka.headers import event_headers
from tocsin.edge.kafka.present import require_topics
from tocsin.edge.kafka.topics import ARTICLES
from tocsin.edge.settings import Settings

_IN_FLIGHT = 1000
_NAMED = 60
"""So many characters of a title are enough to find the article by."""


class TooLargeError(Exception):
    """An article is larger than a Kafka message may be; the message names it."""


async def publish_articles(
    settings: Settings,
    articles: Iterable[Article],
    *,
    pause_seconds: float = 0.0,
    published: Callable[[], None] = lambda: None,
) -> int:
    """Send each article, keyed by its id, and wait until the brokers have all of them; returns their number.

    ``pause_seconds`` is waited between articles; ``published`` is called after each.

    Raises:
        TooLargeError: An article does not fit into a message; those before it were sent.
        TopicMissingError: There is no topic for articles.
        KafkaError: The brokers can't be reached or refuse.
    """
    await require_topics(settings, ARTICLES)
    producer = create_producer(settings)
    await producer.start()
    waiting: set[asyncio.Future[object]] = set()
    count = 0
    try:
        for article in articles:
            fetched = article if article.fetched else msgspec.structs.replace(article, fetched=datetime.now(UTC))
            headers = event_headers("tocsin.article.v1", f"{article.id}.{article.revision}", "publish")
            value = msgspec.json.encode(fetched)
            try:
                ack = await producer.send(ARTICLES, value, key=article.id.encode(), headers=headers)
            except MessageSizeTooLargeError:
                raise TooLargeError(
                    f"article {article.id} ({article.title[:_NAMED]!r}): its {len(value):,} bytes do not fit into a "
                    f"message, which holds {MAX_MESSAGE_BYTES:,}; shorten its body. Articles before it: {count} sent"
                ) from None
            waiting.add(ack)
            if len(waiting) >= _IN_FLIGHT:
                await asyncio.gather(*waiting)
                waiting.clear()
            count += 1
            published()
            if pause_seconds:
                await asyncio.sleep(pause_seconds)
        await asyncio.gather(*waiting)
    finally:
        await producer.stop()
    return count
