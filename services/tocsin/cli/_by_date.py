"""Articles of files in the order of their dates, however many there are."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec

from tocsin.cli._articles import read_articles
from tocsin.core.model.article import Article

_UNDATED = float("inf")


class ByDate:
    """To be iterated once; undated articles come last. In memory are only a date and a place for each, some 100 bytes:
    the articles themselves wait in a file. ``len`` is how many there are.
    """

    def __init__(self, spool: BinaryIO, places: Sequence[tuple[float, int, int]]) -> None:
        self._spool = spool
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Article]:
        decoder = msgspec.json.Decoder(Article)
        for _, start, end in self._places:
            self._spool.seek(start)
            yield decoder.decode(self._spool.read(end - start))


@contextmanager
def articles_by_date(files: Sequence[Path]) -> Iterator[ByDate]:
    """Read all files through; what is kept of them is gone at the end.

    Raises:
        ArticleInputError: at the first line that is no article.
    """
    encoder = msgspec.json.Encoder()
    places: list[tuple[float, int, int]] = []
    with tempfile.TemporaryFile() as spool:
        start = 0
        for file in files:
            for article in read_articles(file):
                moment = article.published or article.fetched
                end = start + spool.write(encoder.encode(article))
                places.append((_UNDATED if moment is None else moment.timestamp(), start, end))
                start = end
        places.sort()
        yield ByDate(spool, places)
