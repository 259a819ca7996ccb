"""What enters: news articles, as feeds fetch them."""

from typing import Literal

from tocsin.core.model.base import UtcTime, Value

ArticleStatus = Literal["usable", "withdrawn"]
"""IPTC's pubStatus, less ``canceled``, which feeds map to ``withdrawn``."""


class Article(Value, frozen=True, kw_only=True):
    """One state of one article.

    ``id`` derives from the URL or guid and stays when the article is edited; ``revision`` derives from what a reader
    would see and changes then. ``publisher`` is who stands behind the words (several sources may share one), ``source``
    where they were fetched. ``published`` is the article's own date, never later than ``fetched`` + 5 min.
    """

    id: str
    title: str
    body: str
    revision: str = ""
    url: str | None = None
    source: str | None = None
    publisher: str | None = None
    language: str | None = None
    published: UtcTime | None = None
    modified: UtcTime | None = None
    fetched: UtcTime | None = None
    status: ArticleStatus = "usable"
