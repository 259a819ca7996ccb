"""Articles from JSON Lines, as people have them: extra keys are no error, most keys may be missing."""

import codecs
import gzip
import re
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import BinaryIO

import click
import msgspec

from tocsin.core.model.article import Article, ArticleStatus
from tocsin.core.model.ids import article_id, article_revision

_GZIP = b"\x1f\x8b"
_SLASHES = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
_MONTHS = 12


class ArticleInputError(click.ClickException):
    """A line is no article. The message names file, line and what is wrong; the exit code is 2, bad input."""

    exit_code = 2


class _Line(msgspec.Struct):
    """One line before it is checked: every key may be missing, dates may be written in any common way."""

    id: str | int | None = None
    title: str | None = None
    body: str | None = None
    revision: str | None = None
    url: str | None = None
    source: str | None = None
    publisher: str | None = None
    language: str | None = None
    published: str | int | float | None = None
    modified: str | int | float | None = None
    fetched: str | int | float | None = None
    status: ArticleStatus | None = None


def read_articles(file: Path) -> Iterator[Article]:
    """The articles of ``file`` in order: JSON Lines, perhaps gzipped; ``-`` is standard input.

    An article without an id gets one from its URL, else from its words. Empty lines are skipped.

    Raises:
        ArticleInputError: at the first line that is no article, or can't be unpacked.
    """
    decoder = msgspec.json.Decoder(_Line)
    name = "standard input" if str(file) == "-" else file
    with _opened(file) as lines:
        for number, line in enumerate(_unpacked(lines, name), 1):
            if not line.isspace():
                try:
                    yield _article(decoder.decode(_text(line, number)))
                except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
                    raise ArticleInputError(f"{name}, line {number}: {_in_words(error)}") from None


def _unpacked(lines: BinaryIO, name: object) -> Iterator[bytes]:
    """The lines. click takes an EOFError for a person who breaks off, so that nobody would hear of a file cut short."""
    read = 0
    try:
        for line in lines:
            read += 1
            yield line
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise ArticleInputError(f"{name}, after line {read}: the gzip file is cut short or damaged: {error}") from None


def _text(line: bytes, number: int) -> bytes:
    """The line without its end and, in the first, without the mark of UTF-8 that some editors write."""
    return (line.removeprefix(codecs.BOM_UTF8) if number == 1 else line).rstrip()


def _in_words(error: Exception) -> str:
    """What is wrong, and what to do."""
    if isinstance(error, UnicodeDecodeError):
        return "not UTF-8: save the file as UTF-8"
    if isinstance(error, msgspec.ValidationError) or not isinstance(error, msgspec.DecodeError):
        return f"{error}: write one article a line" if "Expected `object`" in str(error) else str(error)
    return f"{error}: each line must be one article, a whole JSON object"


@contextmanager
def _opened(file: Path) -> Iterator[BinaryIO]:
    if str(file) == "-":
        yield sys.stdin.buffer
        return
    with file.open("rb") as raw:
        if raw.peek(2)[:2] == _GZIP:
            with gzip.open(raw) as unpacked:
                yield unpacked  # type: ignore[misc]  # a GzipFile reads as a BinaryIO does
        else:
            yield raw


def _article(line: _Line) -> Article:
    title, body = line.title or "", line.body or ""
    if not title and not body:
        raise ValueError("an article needs a `title` or a `body` that is not empty")
    published = _moment(line.published, "published")
    status = line.status or "usable"
    revision = line.revision or article_revision(title, body, published.isoformat() if published else "", status)
    identifier = str(line.id) if line.id not in (None, "") else article_id(line.url or f"{title}\n{body}")
    return Article(
        id=identifier,
        title=title,
        body=body,
        revision=revision,
        url=line.url,
        source=line.source,
        publisher=line.publisher,
        language=line.language,
        published=published,
        modified=_moment(line.modified, "modified"),
        fetched=_moment(line.fetched, "fetched"),
        status=status,
    )


def _moment(value: str | float | None, key: str) -> datetime | None:
    """A time in any common way of writing it, or in seconds since 1970; UTC where no zone is said."""
    if value is None or value == "":
        return None
    try:
        if isinstance(value, (int, float)):
            return datetime.fromtimestamp(value, UTC)
        moment = _written(value.strip())
    except (ValueError, OverflowError, OSError):
        raise ValueError(f"`{key}` is {value!r}; write a time such as 2026-01-31T12:00:00Z, or leave it out") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _written(value: str) -> datetime:
    """A time written as ISO 8601, with slashes (month first, as in America, where it can be), or as RFC 822 has it.

    Raises:
        ValueError: when it is written in none of these ways.
    """
    if value[:4].isdigit():
        return datetime.fromisoformat(value.replace("/", "-"))
    if _SLASHES.fullmatch(value):
        first, second, year = map(int, value.split("/"))
        month, day = (first, second) if first <= _MONTHS else (second, first)
        return datetime(year, month, day, tzinfo=UTC)
    return parsedate_to_datetime(value)
