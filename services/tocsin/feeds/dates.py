"""Moves the dates of stored articles to the present, so that they are news again."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from tocsin.core.model.article import Article
from tocsin.core.model.ids import article_revision


def shift_to(articles: Iterable[Article], now: datetime) -> list[Article]:
    """The same articles with their newest publication at ``now`` and all intervals kept.

    Articles without a date are taken as published ``now``. Revisions are derived anew, since a date is part of them.
    """
    given = list(articles)
    newest = max((article.published for article in given if article.published), default=now)
    offset = now - newest

    def moved(moment: datetime | None) -> datetime | None:
        return None if moment is None else moment + offset

    shifted = [
        msgspec.structs.replace(a, published=moved(a.published) or now, modified=moved(a.modified)) for a in given
    ]
    return [
        msgspec.structs.replace(a, revision=article_revision(a.title, a.body, str(a.published), a.status))
        for a in shifted
    ]
