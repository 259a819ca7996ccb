"""How well labelled articles are grouped into stories, over many orders in which they may come and choices of topics.

Run: python -m tools.story_validation FOLDER [--orders 30] [--topics 10] [--choices 120]

FOLDER holds ``stories-*.jsonl.gz``: one article a line, with its ``gold.story``; of stories of one topic the names
differ in a trailing "+". One order says little: with 20 stories, one of them is five points.
"""

import argparse
import gzip
import random
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from tocsin.core.analysis.reader import Reader
from tocsin.core.model.analysis import Analysis
from tocsin.core.model.article import Article
from tocsin.core.stories import Assigner
from tocsin.edge.gazetteer import load_gazetteer

_LEAST_F1, _MOST_SILENCED = 0.85, 0.12
"""The bars."""


class Labelled(NamedTuple):
    """An article as read, and the story that people put it into."""

    article: Article
    analysis: Analysis
    story: str


class Figures(NamedTuple):
    """How well articles were grouped, in the order in which they came.

    B-cubed (Bagga and Baldwin 1998): of an article, precision is the share of its story that belongs there, recall the
    share of what belongs there that is in its story; ``f1`` is of their means. ``silenced`` is the share of true
    stories whose first article joined one that an article of another had opened.
    """

    f1: float
    silenced: float

    @property
    def passes(self) -> bool:
        """Whether both bars are met."""
        return self.f1 >= _LEAST_F1 and self.silenced <= _MOST_SILENCED


def judge(pairs: Sequence[tuple[str, str]]) -> Figures:
    """The figures of (true story, story given), one pair an article, in order."""
    both, true, given = Counter(pairs), Counter(g for g, _ in pairs), Counter(s for _, s in pairs)
    precision = sum(n * n / given[s] for (_, s), n in both.items()) / len(pairs)
    recall = sum(n * n / true[g] for (g, _), n in both.items()) / len(pairs)
    heard: set[str] = set()
    opened: set[str] = set()
    silenced = 0
    for truth, story in pairs:
        silenced += truth not in heard and story in opened
        heard.add(truth)
        opened.add(story)
    return Figures(2 * precision * recall / (precision + recall), silenced / len(true))


def orders(articles: Sequence[Labelled], count: int) -> Iterator[list[Labelled]]:
    """The articles in so many orders, the same at each call."""
    for seed in range(count):
        yield random.Random(seed).sample(articles, len(articles))  # noqa: S311 - orders, not secrets


def choices(articles: Sequence[Labelled], topics: int, count: int) -> Iterator[list[Labelled]]:
    """The articles of so many topics chosen at random, in a random order, so many times."""
    by_topic: dict[str, list[Labelled]] = defaultdict(list)
    for each in articles:
        by_topic[each.story.rstrip("+")].append(each)
    for seed in range(count):
        dice = random.Random(seed)  # noqa: S311 - choices, not secrets
        chosen = [each for topic in dice.sample(sorted(by_topic), topics) for each in by_topic[topic]]
        yield dice.sample(chosen, len(chosen))


def group(articles: Iterable[Labelled]) -> Figures:
    """Have the articles grouped in this order, and judge it."""
    assigner = Assigner()
    return judge([(each.story, assigner.assign(each.article, each.analysis)) for each in articles])


def _read(path: Path, reader: Reader) -> list[Labelled]:
    with gzip.open(path, "rb") as lines:
        rows = [msgspec.json.decode(line) for line in lines]
    articles = [Article(id=row["id"], title=row["title"], body=row["body"]) for row in rows]
    return [
        Labelled(article, reader.read(article), row["gold"]["story"])
        for article, row in zip(articles, rows, strict=True)
    ]


def _tell(what: str, figures: Sequence[Figures]) -> None:
    shares = []
    for name in ("f1", "silenced"):
        values = [getattr(each, name) for each in figures]
        shares.append(f"{name} {statistics.fmean(values):.3f} (deviation {statistics.pstdev(values):.3f})")
    passed = statistics.fmean(each.passes for each in figures)
    print(f"{what}: {', '.join(shares)}, both bars met in {passed:.2f} of {len(figures)}")


def main() -> None:
    """Read the sets of the folder and print how well each is grouped."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--orders", type=int, default=30)
    options.add_argument("--topics", type=int, default=10)
    options.add_argument("--choices", type=int, default=120)
    chosen = options.parse_args()
    paths = sorted(chosen.folder.glob("stories-*.jsonl.gz"))
    if not paths:
        print(f"skipped: no stories-*.jsonl.gz in {chosen.folder}", file=sys.stderr)
        return
    reader = Reader(load_gazetteer())
    for path in paths:
        articles = _read(path, reader)
        name = path.name.removesuffix(".jsonl.gz")
        _tell(f"{name}, all articles", [group(each) for each in orders(articles, chosen.orders)])
        topics = {each.story.rstrip("+") for each in articles}
        if len(topics) > chosen.topics:
            figures = [group(each) for each in choices(articles, chosen.topics, chosen.choices)]
            _tell(f"{name}, {chosen.topics} of {len(topics)} topics", figures)


if __name__ == "__main__":
    main()
