"""Measures the rule engine on one core: articles/s by number of rules, compiling, and one rule changed.

Run: python -m benchmarks.rules [--articles 3000] [--rules 100 1000 10000 100000]. Scores and explanations are on, the
article's own reading is not part of it. Times are of the processor, so that what else a machine does counts little.
Every set of matches is checked against brute force, on as many articles as that takes bearable time.
"""

import argparse
import gc
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.nowhere import Nowhere
from benchmarks.rules.lucene_side import LuceneSide
from benchmarks.rules.reference import BruteForce, Dictionaries
from benchmarks.rules.workload import Plan, Workload, to_rule
from tocsin.core.model.analysis import Analysis
from tocsin.core.model.article import Article
from tocsin.core.rules import RuleSet, Scan, compile_rules

_LUCENE, _LUCENE_LEAST = 6_000_000, 60
"""Pairs of rule and article that Lucene Monitor is measured on, and the fewest articles: it would need an hour for all
articles at 100,000 rules."""

_TURNS = 5

_CHECKS = 1_000_000
"""Pairs of rule and article that brute force looks at for each number of rules."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--rules", type=int, nargs="+", default=[100, 1_000, 10_000, 100_000])
    parser.add_argument("--lucene", action="store_true", help="Apache Lucene Monitor beside it; needs Java and Maven")
    options = parser.parse_args()
    workload = Workload()
    articles = workload.articles(options.articles)
    size = sum(len(each.body) for each in articles) / len(articles)
    print(f"{len(articles)} articles of {size:.0f} characters\n")
    heads = ("rules", "compile s", "articles/s", "dictionaries, articles/s", "Lucene Monitor, articles/s (on so many)")
    print(f"| {' | '.join(heads)} | matches/article | checked pairs |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    largest: RuleSet | None = None
    with tempfile.TemporaryDirectory() as folder:
        lucene = LuceneSide(Path(folder)) if options.lucene else None
        for count in options.rules:
            largest = _row(workload.plans(count), articles, lucene)
    if largest is not None:
        _changes(largest, workload)
    _same_matches(workload, articles, options.rules)


def _row(plans: Sequence[Plan], articles: Sequence[Article], lucene: LuceneSide | None) -> RuleSet:
    rules = [to_rule(plan) for plan in plans]
    seconds, compiled = _timed(lambda: compile_rules(rules, Nowhere()))
    plain = Dictionaries(plans)
    _check(plans, articles, compiled, plain)
    rate, matches = _rate(articles, lambda article: len(_match(compiled, article)))
    plain_rate, _ = _rate(articles, lambda article: len(plain.match(article)))
    checked = min(len(articles), max(1, _CHECKS // len(plans))) * len(plans)
    beside = _lucene(lucene, plans, articles, compiled)
    figures = (f"{len(plans):,}", f"{seconds:.2f}", f"{rate:,.0f}", f"{plain_rate:,.0f}", beside)
    print(f"| {' | '.join(figures)} | {matches / len(articles):.2f} | {checked:,} |", flush=True)
    return compiled


def _lucene(lucene: LuceneSide | None, plans: Sequence[Plan], articles: Sequence[Article], rules: RuleSet) -> str:
    """Lucene's rate, once it is sure that it found the same."""
    if lucene is None:
        return "-"
    some = articles[: max(_LUCENE_LEAST, _LUCENE // len(plans))]
    measured = lucene.measure(plans, some)
    for article, fired in zip(some, measured.fired, strict=True):
        if fired != _match(rules, article):
            raise SystemExit(f"{article.id}: Lucene Monitor disagrees")
    return f"{len(some) / measured.match:,.1f} ({len(some):,})"


def _match(rules: RuleSet, article: Article) -> set[str]:
    scan = Scan(article)
    if not rules.might_match(article, scan):
        return set()
    return {match.rule for match in rules.match(article, Analysis(id=article.id), scan)}


def _check(plans: Sequence[Plan], articles: Sequence[Article], rules: RuleSet, plain: Dictionaries) -> None:
    brute = BruteForce(plans)
    for article in articles[: max(1, _CHECKS // len(plans))]:
        wanted = brute.match(article)
        if _match(rules, article) != wanted or plain.match(article) != wanted:
            raise SystemExit(f"{article.id}: the matchers disagree")


def _changes(rules: RuleSet, workload: Workload) -> None:
    """One rule changed at a time: how long until a set with it is ready."""
    times = []
    for plan in workload.plans(200):
        changed = to_rule(plan)
        start = time.process_time()
        rules = rules.with_changes([changed])
        times.append(time.process_time() - start)
    times.sort()
    print(f"\none rule of {len(rules):,} changed: median {times[100]:.4f} s, longest of 200 {times[-1]:.3f} s")


def _same_matches(workload: Workload, articles: Sequence[Article], counts: Sequence[int]) -> None:
    """The same 100 rules alone, and among many that no article touches; in turns, since what else the machine does
    weighs more on who needs more of its caches.
    """
    few = [to_rule(plan) for plan in workload.plans(100)]
    many = [*few, *(to_rule(plan) for plan in workload.untouched(max(counts) - 100))]
    alone, among = compile_rules(few, Nowhere()), compile_rules(many, Nowhere())
    ratios = []
    for _ in range(_TURNS):
        rates = [
            _rate(articles, lambda article, rules=rules: len(_match(rules, article)))[0]  # type: ignore[misc]
            for rules in (alone, among)
        ]
        ratios.append(rates[0] / rates[1])
    ratios.sort()
    print(
        f"the same 100 rules among {len(many):,}: {ratios[_TURNS // 2]:.2f} times the cost they have alone, "
        f"{ratios[0]:.2f} to {ratios[-1]:.2f} in {_TURNS} turns"
    )


def _rate(articles: Sequence[Article], work: Callable[[Article], int]) -> tuple[float, int]:
    for article in articles[:50]:
        work(article)
    gc.collect()
    start = time.process_time()
    total = sum(map(work, articles))
    return len(articles) / (time.process_time() - start), total


def _timed(work: Callable[[], RuleSet]) -> tuple[float, RuleSet]:
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


if __name__ == "__main__":
    main()
