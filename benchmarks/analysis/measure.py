"""Measures how fast articles are read, stage by stage, on one core; and that hostile text costs no more than its share.

    python benchmarks/analysis/measure.py [FILE ...]        articles per second (JSON Lines, gzip too)
    python benchmarks/analysis/measure.py --hostile         cost of a code point, news against hostile text

Without FILE the evaluation's articles are read, from ../shared/eval/data beside the checkout.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

import msgspec

from tocsin.cli._articles import read_articles
from tocsin.core.analysis.casualties import find_casualties
from tocsin.core.analysis.deployments import find_deployments
from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.phrases import find_phrases
from tocsin.core.analysis.places import find_places
from tocsin.core.analysis.reader import Reader
from tocsin.core.analysis.status import Statuses
from tocsin.core.analysis.text import Document, read_document
from tocsin.core.analysis.text.document import READ_LIMIT
from tocsin.core.analysis.ties import Ties
from tocsin.core.analysis.topic import find_topic
from tocsin.core.model.analysis import Fact
from tocsin.core.model.article import Article
from tocsin.edge.garbage import collect_less
from tocsin.edge.gazetteer import load_gazetteer

EVALUATION = Path(__file__).resolve().parents[3] / "shared" / "eval" / "data"
SETS = ("muc4-dev", "syria-fakes-dev", "geo-lgl", "quiet-reuters", "quiet-ag")
REPEATS = 3
HOSTILE = (
    *("a", "A", "(", '"', ". ", "12 ", "12 people were killed in Mosul. ", "12 people were killed and "),
    *("troops were deployed to Iraq, ", "<p", "<!--", "&amp;", "Mosul Iraq ", "in 1991 "),
    *(
        "not reportedly could denied ",
        ".",
        "!?",
        "\n",
        "\u00e9",
        "\u200b",
        "\u00e2\u20ac\u2122",
        "<nav>",
        "\ud800",
        "U.S. ",
    ),
    *("San ", "Mr Smith ", "killed 5, ", "burned to death ", "left ", "took the town "),
)
HOSTILE_LENGTH = READ_LIMIT
"""What is longer costs no more."""

T = TypeVar("T")
P = ParamSpec("P")


class Clock:
    """Processor seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, stage: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the work returns; its time is added to the stage's."""
        start = time.process_time()
        result = work(*args, **kwargs)
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - start
        return result


def stages(articles: list[Article], reader: Reader, gazetteer: Gazetteer) -> dict[str, float]:
    """Processor microseconds an article of each stage; measuring itself adds about a microsecond to each."""
    clock = Clock()
    for article in articles:
        document = clock.time("take text apart", _apart, article)
        clock.time("phrases", find_phrases, document)
        statuses = Statuses(document)
        places = clock.time("places", find_places, document, gazetteer)
        casualties = clock.time("casualties", find_casualties, document, statuses)
        deployments = clock.time("deployments", find_deployments, document, statuses, places)
        clock.time("topic", find_topic, document)
        facts: tuple[Fact, ...] = (*casualties, *deployments)
        clock.time("tie to places", Ties(document, places).tie, facts)
        analysis = reader.read(article)
        clock.time("write JSON", msgspec.json.encode, analysis)
    return {stage: seconds / len(articles) * 1e6 for stage, seconds in clock.seconds.items()}


def _apart(article: Article) -> Document:
    document = read_document(article)
    for text in document.fields:
        _ = text.zones, text.sentences
    return document


def passes(articles: list[Article], reader: Reader) -> tuple[float, float]:
    """Articles read and written in a second of processor time: by a reader that has never seen these names, and by one
    that has, the best of some passes.
    """
    encode = msgspec.json.Encoder().encode
    spent: list[float] = []
    for _ in range(1 + REPEATS):
        start = time.process_time()
        for article in articles:
            encode(reader.read(article))
        spent.append(time.process_time() - start)
    return len(articles) / spent[0], len(articles) / min(spent[1:])


def measure(files: list[Path]) -> None:
    """Prints the table of speeds and, for the first file, where the time goes."""
    start = time.perf_counter()
    gazetteer = load_gazetteer()
    reader = Reader(gazetteer)
    reader.read(Article(id="warm", title="", body="Twelve people were killed in Mosul, Iraq."))
    collect_less()  # as the services and `tocsin analyze` do
    print(f"ready in {time.perf_counter() - start:.2f} s\n")
    print("| articles | number | mean length | articles/s, names new | articles/s, names known |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for file in files:
        articles = list(read_articles(file))
        length = sum(len(article.title) + len(article.body) for article in articles) / len(articles)
        new, known = passes(articles, Reader(load_gazetteer()))
        print(f"| {file.name.partition('.')[0]} | {len(articles)} | {length:.0f} | {new:.0f} | {known:.0f} |")
    articles = list(read_articles(files[0]))
    passes(articles, reader)
    print(f"\n| stage, {files[0].name.partition('.')[0]} | µs an article |\n| --- | ---: |")
    for stage, spent in stages(articles, reader, gazetteer).items():
        print(f"| {stage} | {spent:.0f} |")


def hostile(news: Path) -> None:
    """Prints what a code point of hostile text costs, as a multiple of what one of news costs."""
    reader = Reader(load_gazetteer())
    articles = list(read_articles(news))
    start = time.process_time()
    for article in articles:
        reader.read(article)
    share = (time.process_time() - start) / sum(len(article.body) for article in articles)
    print(f"| {HOSTILE_LENGTH} code points of | seconds | times its share ({share * 1e9:.0f} ns a code point) |")
    print("| --- | ---: | ---: |")
    for unit in HOSTILE:
        article = Article(id="hostile", title="", body=unit * (HOSTILE_LENGTH // len(unit)))
        start = time.process_time()
        reader.read(article)
        spent = time.process_time() - start
        print(f"| `{ascii(unit)[1:-1]}` | {spent:.2f} | {spent / (share * HOSTILE_LENGTH):.1f} |")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="*", type=Path)
    parser.add_argument("--hostile", action="store_true")
    options = parser.parse_args()
    files = options.file or [file for name in SETS if (file := EVALUATION / f"{name}.jsonl.gz").exists()]
    if not files:
        sys.exit(f"no articles: give a file, or put the evaluation's data into {EVALUATION}")
    if options.hostile:
        hostile(files[0])
    else:
        measure(files)


if __name__ == "__main__":
    main()
