"""The fold alone, in one process without Kafka: CPU time for each match, and how it grows with the open stories.

Run: python benchmarks/stories/fold.py [--stories 10000 100000] [--rules 100] [--matches 5000]
"""

import argparse
import gc
import resource
import statistics
import time
from pathlib import Path
from sys import path

path.insert(0, str(Path(__file__).parent))
from load import opening, stream

from tocsin.core.model.story import Story
from tocsin.core.stories import OpenStories, Policy, apply, decode_story, fold, put


def measure(rules: int, stories: int, matches: int) -> None:
    """Open the stories, fold the stream, and print what it took."""
    kept: dict[str, Story] = {}
    written: dict[str, bytes] = {}
    policy = Policy()
    books = {f"rule-{n}": OpenStories(kept) for n in range(rules)}
    seq = 0
    for seq, match in enumerate(opening(rules, stories)):
        outcome = fold(books[match.rule], match, (0, seq), policy)
        for told in outcome.changed:
            kept[told.story.id], written[told.story.id] = told.story, told.data
        apply(books[match.rule], outcome)
    opened = sum(len(book) for book in books.values())
    gc.freeze()  # as the correlator does
    took: list[float] = []
    alerts = 0
    for match in list(stream(rules, stories, matches)):
        seq += 1
        start = time.process_time()
        outcome = fold(books[match.rule], match, (0, seq), policy)
        for told in outcome.changed:
            kept[told.story.id], written[told.story.id] = told.story, told.data
        apply(books[match.rule], outcome)
        took.append(time.process_time() - start)
        alerts += len(outcome.alerts)
    start = time.process_time()
    kept.clear()
    again = {f"rule-{n}": OpenStories(kept) for n in range(rules)}
    for data in written.values():
        story = kept[story.id] = decode_story(data)
        put(again[story.rule], story, policy)
    recovery = time.process_time() - start
    sizes = [len(data) for data in written.values()]
    print(
        f"{opened:>8} open stories, {rules} rules: {1 / statistics.fmean(took):>7.0f} matches/s, "
        f"median {statistics.median(took) * 1e6:.0f} µs, p99 {statistics.quantiles(took, n=100)[98] * 1e6:.0f} µs; "
        f"{alerts / matches:.2f} alerts a match; a story {statistics.fmean(sizes):.0f} bytes; "
        f"indexing all {recovery:.1f} s; peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
    )


def main() -> None:
    """Parse the command line and measure each size."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--stories", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    options.add_argument("--rules", type=int, default=100)
    options.add_argument("--matches", type=int, default=5_000)
    chosen = options.parse_args()
    for stories in chosen.stories:
        measure(chosen.rules, stories, chosen.matches)


if __name__ == "__main__":
    main()
