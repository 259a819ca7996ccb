"""Trains ``evaluation/muc4.yaml``: what MUC-4 holds to be terrorism and political violence in Latin America.

Run: python -m tools.train_relevance FILE.jsonl.gz ... (articles with ``gold.relevance``, the development sets only).
Writes a rule whose one piece of evidence is a learned model (a logistic regression over words, facts, statuses and
topic), so that ``tocsin explain`` shows the words that spoke for each alert. The threshold is the one that keeps the
share of false alerts at ``_FALSE_ALERTS`` in cross-validation.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from tocsin.core.analysis.reader import Reader
from tocsin.core.model.article import Article
from tocsin.core.rules.features import features
from tocsin.core.rules.view import Reading, View
from tocsin.core.rules.vocabulary import Vocabulary, VocabularyBuilder
from tocsin.edge.gazetteer import load_gazetteer
from tools.logistic import fit, log_odds, prune

OUTPUT = Path(__file__).parent.parent / "evaluation" / "muc4.yaml"
_CUES = """
kidnap* abduct* bomb* explo* dynamit* attack* assassinat* murder* kill* massacr* shot shoot* machinegun* ambush*
sabotag* blew blown burned fire hijack* hostage* threat* grenade* mine mines execut* wound* injur* dead died death
rob* rocket* mortar* damag* destroy* terroris*
"""
"""A sentence with one of these may tell of an event."""

_LEAST_ARTICLES = 5
"""A feature of fewer articles says more of those than of others."""

_KEPT, _STRENGTH, _FOLDS = 2500, 0.3, 10
_WORD_SCALE = 0.5
"""Words are many and correlated: their weights grow half as freely as those of facts."""

_FALSE_ALERTS = 0.18
"""Below the .20 allowed, for what differs between sets."""

Key = tuple[str, str]


class Example(NamedTuple):
    """One article: whether it is relevant, and its features."""

    relevant: bool
    keys: frozenset[Key]


def main(arguments: list[str]) -> int:
    """Trains, says how good it was in cross-validation, and writes the file."""
    if not arguments:
        print("usage: python -m tools.train_relevance FILE.jsonl.gz ...", file=sys.stderr)
        return 2
    examples = list(_read(arguments))
    known = _known(examples)
    threshold = _threshold(_cross_validated(examples, known), [example.relevant for example in examples])
    weights = _train(examples, known)
    OUTPUT.write_text(_document(weights, threshold), encoding="utf-8")
    print(f"{len(examples)} articles, {len(weights) - 1} features, threshold {threshold:.3f}: wrote {OUTPUT.name}")
    return 0


def _read(files: Sequence[str]) -> Iterator[Example]:
    builder = VocabularyBuilder()
    cues = builder.numbered(_CUES.split())
    vocabulary = Vocabulary(builder.terms)
    reader = Reader(load_gazetteer())
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row["gold"]["relevance"] != "optional":
                    article = Article(id=row["id"], title=row["title"], body=row["body"])
                    view = View(Reading(article, reader.read(article)), vocabulary)
                    yield Example(row["gold"]["relevance"] == "relevant", frozenset(features(view, cues)))


def _known(examples: Sequence[Example]) -> list[Key]:
    often = Counter(key for example in examples for key in example.keys)
    return sorted(key for key, count in often.items() if count >= _LEAST_ARTICLES)


def _train(examples: Sequence[Example], known: Sequence[Key]) -> dict[Key | None, float]:
    """Weights by key, the bias under None: trained on all features, then again on those that mattered most."""
    kept = list(known)
    weights: list[float] = []
    for last in (False, True):
        numbers = {key: number for number, key in enumerate(kept)}
        rows = [[numbers[key] for key in sorted(example.keys) if key in numbers] for example in examples]
        scales = [1.0 if group == "facts" else _WORD_SCALE for group, _ in kept]
        weights = fit(rows, [example.relevant for example in examples], scales, _STRENGTH)
        if not last:
            chosen = prune(rows, weights, _KEPT)
            kept = [key for number, key in enumerate(kept) if number in chosen]
    return {**dict(zip(kept, weights, strict=False)), None: weights[-1]}


def _cross_validated(examples: Sequence[Example], known: Sequence[Key]) -> list[float]:
    """The log-odds of each example by a model that did not see it."""
    said = [0.0] * len(examples)
    for fold in range(_FOLDS):
        weights = _train([e for number, e in enumerate(examples) if number % _FOLDS != fold], known)
        for number in range(fold, len(examples), _FOLDS):
            keys = [key for key in examples[number].keys if key in weights]
            said[number] = log_odds([*(weights[key] for key in keys), weights[None]], range(len(keys)))
    return said


def _threshold(said: Sequence[float], relevant: Sequence[bool]) -> float:
    """The log-odds that keep false alerts to their share; tells what that means for the relevant."""
    false = sorted((value for value, truth in zip(said, relevant, strict=True) if not truth), reverse=True)
    threshold = false[int(len(false) * _FALSE_ALERTS)]
    hits = sum(value > threshold for value, truth in zip(said, relevant, strict=True) if truth)
    recall, alarms = hits / sum(relevant), int(len(false) * _FALSE_ALERTS)
    f1 = 2 * hits / (hits + alarms + sum(relevant))
    print(f"cross-validated: recall {recall:.3f}, false-alert rate {alarms / len(false):.3f}, F1 {f1:.3f}")
    return threshold


def _document(weights: dict[Key | None, float], threshold: float) -> str:
    """The rule and its model. The bias is moved so that the threshold lies at a probability of one half."""
    groups: dict[str, dict[str, float]] = {"near": {}, "lead": {}, "words": {}, "facts": {}}
    for key in sorted(key for key in weights if key is not None):
        groups[key[0]][key[1]] = round(weights[key], 3)
    rule = {
        "kind": "rule",
        "id": "political-violence",
        "title": "Terrorism and political violence in Latin America",
        "severity": "warning",
        "evidence": [{"model": "muc4-relevance"}],
        "threshold": 0.5,
    }
    model = {"bias": round(weights[None] - threshold, 3), "cues": _CUES.split(), **groups}
    watch_list = {
        "kind": "list",
        "id": "muc4-relevance",
        "title": "Written by tools/train_relevance.py",
        "model": model,
    }
    head = "# What MUC-4 holds to be relevant. Written by tools/train_relevance.py: train anew, don't edit.\n"
    return head + yaml.safe_dump_all([rule, watch_list], sort_keys=False, allow_unicode=True, width=110)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
