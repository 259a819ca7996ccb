"""Trains ``evaluation/muc4.yaml``: what MUC-4 holds to be terrorism and political violence in Latin America.

Run: python -m tools.train_relevance FILE.jsonl.gz ... [--keys KEY ...] [--check FILE] (articles with
``gold.relevance``, the development sets only). Writes a rule whose one piece of evidence is a learned model, so that
``tocsin explain`` shows the words that spoke for each alert. ``tools/relevance_validation.py`` says how good it is and
sets its threshold. MUC-4's answer keys for those articles teach it which sentences tell; none of their text comes out.
With --check nothing is written: the model is judged on files that it is not trained on.
"""

import argparse
import gzip
import json
import sys
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from tocsin.core.analysis.reader import Reader
from tocsin.core.model.article import Article
from tocsin.core.rules.fact_keys import fact_keys
from tocsin.core.rules.features import Lexicon, features
from tocsin.core.rules.view import Reading, View
from tocsin.core.rules.vocabulary import Vocabulary, VocabularyBuilder
from tocsin.edge.gazetteer import load_gazetteer
from tools.answer_keys import targets, tells
from tools.datelines import month
from tools.near_copies import groups
from tools.relevance_fit import WEIGHT, Example, Weights, train
from tools.relevance_validation import Judged, figures, validate, validate_months

OUTPUT = Path(__file__).parent.parent / "evaluation" / "muc4.yaml"
_TERMS = Path(__file__).parent / "relevance_terms.yaml"


def main() -> int:
    """Trains, says how good it was in cross-validation, and writes the file or checks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--check", action="append", default=[], metavar="FILE", help="judge on this file, write nothing"
    )
    parser.add_argument("--keys", nargs="+", default=[], metavar="KEY", help="answer keys of the articles to train on")
    parser.add_argument("files", nargs="+", metavar="FILE")
    options = parser.parse_args()
    hit = ChainMap(*(targets(Path(file).read_text("utf-8").splitlines()) for file in options.keys))
    examples, texts = _read(options.files, hit)
    group = groups(texts)
    threshold = validate(examples, group, train)
    validate_months(examples, group, [month(text) for text in texts], train)
    weights = train(examples)
    if options.check:
        others, _ = _read(options.check, {})
        judged = [Judged(each.relevant, weights.log_odds(each)) for each in others]
        print(f"on {len(others)} other articles: {figures(judged, threshold)}")
        return 0
    OUTPUT.write_text(_document(weights, threshold), encoding="utf-8")
    count = len(weights.whole) + len(weights.sentence)
    print(f"{len(examples)} articles, {count} features, threshold {threshold:.3f}: wrote {OUTPUT.name}")
    return 0


def _terms() -> tuple[list[str], dict[str, list[str]]]:
    """The cues, and the terms of each sense."""
    written = yaml.safe_load(_TERMS.read_text(encoding="utf-8"))
    return written["cues"].split(), {sense: terms.split() for sense, terms in written["senses"].items()}


def _read(files: Sequence[str], hit: Mapping[str, Sequence[str]]) -> tuple[list[Example], list[str]]:
    """The examples, and the articles' bodies; ``hit`` names what each article's incidents hit, where that is known."""
    builder = VocabularyBuilder()
    lexicon = Lexicon.of(builder, *_terms())
    vocabulary = Vocabulary(builder.terms)
    reader = Reader(load_gazetteer())
    examples, texts = [], []
    for article, relevant in _articles(files):
        view = View(Reading(article, reader.read(article)), vocabulary)
        examples.append(_example(view, lexicon, hit.get(article.id, ()), relevant=relevant))
        texts.append(article.body)
    return examples, texts


def _articles(files: Sequence[str]) -> Iterator[tuple[Article, bool]]:
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row["gold"]["relevance"] != "optional":
                    article = Article(id=row["id"], title=row["title"], body=row["body"])
                    yield article, row["gold"]["relevance"] == "relevant"


def _example(view: View, lexicon: Lexicon, hit: Sequence[str], *, relevant: bool) -> Example:
    """What the model may weigh. Senses count in sentences only: of a whole article they tell less than its words."""
    found = features(view, lexicon)
    keys = [_lasting(each.keys()) for each in found.told]
    whole = {("near", key) for each in keys for key in each}
    whole |= {("words", word) for word in _lasting(word for each in found.others for word in each.words)}
    whole |= {("facts", key) for key, _ in fact_keys(view.reading.analysis)}
    whole.add(("facts", f"topic {view.reading.analysis.topic}"))
    sentences = (
        frozenset((*(("words", key) for key in its), *(("facts", key) for key in each.facts)))
        for each, its in zip(found.told, keys, strict=True)
    )
    telling = tuple(relevant and tells(each.words, hit) for each in found.told)
    return Example(relevant, frozenset(whole), tuple(sentences), telling)


def _lasting(words: Iterable[str]) -> set[str]:
    """Those without digits: dates and hours of the events that a set happens to hold tell nothing of others."""
    return {word for word in words if not any(map(str.isdigit, word))}


def _document(weights: Weights, threshold: float) -> str:
    """The rule and its model. The bias is moved so that the threshold lies at a probability of one half."""
    rule = {
        "kind": "rule",
        "id": "political-violence",
        "title": "Terrorism and political violence in Latin America",
        "severity": "warning",
        "evidence": [{"model": "muc4-relevance"}],
        "threshold": 0.5,
    }
    cues, senses = _terms()
    model = {
        "bias": round(weights.bias - threshold, 3),
        "cues": cues,
        "senses": senses,
        **{group: _group(weights.whole, group) for group in ("near", "words", "facts")},
        "sentence": {
            "weight": WEIGHT,
            **{group: _group(weights.sentence, group) for group in ("words", "facts")},
        },
    }
    watch_list = {
        "kind": "list",
        "id": "muc4-relevance",
        "title": "Written by tools/train_relevance.py",
        "model": model,
    }
    head = "# What MUC-4 holds to be relevant. Written by tools/train_relevance.py: train anew, don't edit.\n"
    return head + yaml.safe_dump_all([rule, watch_list], sort_keys=False, allow_unicode=True, width=110)


def _group(weights: Mapping[tuple[str, str], float], group: str) -> dict[str, float]:
    """One group's weights, less those that round to nothing."""
    rounded = {key: round(weight, 3) for (own, key), weight in sorted(weights.items()) if own == group}
    return {key: weight for key, weight in rounded.items() if weight}


if __name__ == "__main__":
    sys.exit(main())
