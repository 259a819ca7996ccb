"""Records of the articles topic to articles that can be scored."""

from datetime import UTC, datetime, timedelta

import msgspec

from tocsin.core.model.article import Article
from tocsin.core.model.ids import article_revision

MAX_LEAD = timedelta(minutes=5)
"""A publication date may run ahead of the fetch by no more than this; feeds with wrong clocks do."""


class ArticleDecoder:
    """Decodes and settles articles. Not shared between threads."""

    def __init__(self) -> None:
        self._decoder = msgspec.json.Decoder(Article)

    def decode(self, value: bytes, received_ms: int) -> Article:
        """The article, with dates and revision settled; ``received_ms`` is the record's timestamp.

        Raises:
            msgspec.DecodeError: Not JSON in UTF-8.
            msgspec.ValidationError: JSON that breaks the schema; the message names the field.
        """
        return settle(self._decoder.decode(value), datetime.fromtimestamp(received_ms / 1000, UTC))


def settle(article: Article, received: datetime) -> Article:
    """Fill in what the sender left out: fetched, published (never later than fetched + 5 min), revision."""
    fetched = article.fetched or received
    published = min(article.published or fetched, fetched + MAX_LEAD)
    revision = article.revision or article_revision(article.title, article.body, published.isoformat(), article.status)
    return msgspec.structs.replace(article, fetched=fetched, published=published, revision=revision)
