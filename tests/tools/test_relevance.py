"""The trainer of relevance: what it learns from words it saw and from what they mean, and how it is judged."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import yaml

from tocsin.core.model.rule import LinearModel, SentenceWeights
from tools.datelines import month
from tools.relevance_fit import WEIGHT, Example, Weights, train
from tools.relevance_validation import validate_months
from tools.word_vectors import DIMENSIONS, make, word_vectors

MODEL = Path(__file__).parents[2] / "evaluation" / "muc4.yaml"


def example(words: str, *sentences: str, relevant: bool) -> Example:
    told = tuple(frozenset(("words", word) for word in sentence.split()) for sentence in sentences)
    return Example(relevant, frozenset(("near", word) for word in words.split()), told)


def crime_and_weather() -> list[Example]:
    crimes = ("murder", "murdered", "killed", "assassinated", "kidnapped", "slain")
    skies = ("rain", "sunny", "clouds", "cloudy", "weather", "snow")
    return [example(word, word, "said", relevant=word in crimes) for word in (*crimes, *skies) for _ in range(12)]


def test_a_word_weighs_by_what_others_like_it_told() -> None:
    rare = [example("stabbed", relevant=True)] * 3 + [example("stabbed", relevant=False)] * 3
    weights = train([*crime_and_weather(), *rare])
    assert weights.whole["near", "stabbed"] > 0 > weights.whole["near", "snow"]


def test_a_victim_weighs_by_what_others_like_it_told() -> None:
    people = ("peasants", "farmers", "villagers", "workers")
    forces = ("soldiers", "troops", "sergeant", "infantry")
    told = [_victims(who, relevant=who in people) for who in (*people, *forces) for _ in range(12)]
    weights = train([*told, *[_victims("fishermen", relevant=True)] * 3, *[_victims("fishermen", relevant=False)] * 3])
    assert weights.whole["facts", "victims fishermen"] > 0 > weights.whole["facts", "victims troops"]


def _victims(who: str, *, relevant: bool) -> Example:
    return Example(relevant, frozenset([("facts", f"victims {who}")]), (frozenset([("words", "said")]),))


def test_one_sentence_that_tells_is_enough() -> None:
    weights = train(crime_and_weather())
    quiet = example("", "rain", "weather", relevant=False)
    told = example("", "rain", "murdered", "weather", relevant=True)
    assert weights.log_odds(quiet) < 0 < weights.log_odds(told)


def test_sentences_that_are_known_to_tell_teach_what_does() -> None:
    told = [example("said", "peasants", "embassy", "said", relevant=True) for _ in range(12)]
    quiet = [example("said", "rain", "said", relevant=False) for _ in range(12)]
    unsaid = train([*told, *quiet]).sentence
    assert unsaid["words", "peasants"] == pytest.approx(unsaid["words", "embassy"], abs=0.1)
    said = train([*(replace(each, telling=(True, False, False)) for each in told), *quiet]).sentence
    assert said["words", "peasants"] > unsaid["words", "peasants"] > 0 > said["words", "embassy"]


def test_examples_are_scored_as_models_are() -> None:
    weights = Weights(-1.0, {("near", "bomb"): 1.0}, {("words", "killed"): 3.0, ("words", "hurt"): -1.0})
    assert weights.log_odds(example("bomb", "killed", "hurt", relevant=True)) == pytest.approx(WEIGHT * 3.0)
    assert weights.log_odds(example("", "hurt", relevant=False)) == pytest.approx(-1 - WEIGHT)
    assert weights.log_odds(example("", relevant=False)) == pytest.approx(-1)


def test_the_model_that_is_shipped_is_of_this_shape() -> None:
    written = list(yaml.load_all(MODEL.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))[1]["model"]
    assert set(written) <= set(LinearModel.__struct_fields__)
    assert {*written["sentence"], "bias"} == set(SentenceWeights.__struct_fields__)
    assert written["sentence"]["weight"] == WEIGHT


def test_vectors_are_kept_by_frequency_and_of_length_one(tmp_path: Path) -> None:
    file = tmp_path / "vectors.npz"
    dice = np.random.default_rng(0)
    numbers = [" ".join(map(str, dice.normal(size=DIMENSIONS))) for _ in range(4)]
    make([f"{word} {own}" for word, own in zip(("the", "café", ",", "bomb"), numbers, strict=True)], file)
    kept = word_vectors(file)
    assert list(kept) == ["the", "bomb"]
    assert [float(np.linalg.norm(each)) for each in kept.values()] == pytest.approx([1, 1], abs=0.03)


def test_words_alike_point_the_same_way() -> None:
    vectors = word_vectors()
    assert len(vectors) == 20_000
    assert vectors["murdered"] @ vectors["assassinated"] > 0.6
    assert vectors["murdered"] @ vectors["weather"] < 0.3


def test_months_come_from_datelines() -> None:
    assert month("BOGOTA, 30 AUG 89 (EFE) -- [TEXT] ...") - month("LIMA, 3 DECEMBER 88 --") == 8
    assert month("NO DATE. " + "WORD " * 50 + "3 MAY 89") == -1


def test_months_are_judged_by_models_that_saw_none_of_their_copies(capsys: pytest.CaptureFixture[str]) -> None:
    examples = [example(word, relevant=word == "bomb") for word in ("bomb", "rain") * 80]
    months = [number // 80 for number in range(160)]
    months[:2] = [-1, -1]
    group = list(range(160))
    group[159] = 2  # a copy of the first month's
    seen: list[int] = []

    def train_and_count(some: Sequence[Example]) -> Weights:
        seen.append(len(some))
        return Weights(-1.0, {("near", "bomb"): 2.0}, {})

    validate_months(examples, group, months, train_and_count)
    assert seen == [160 - 78 - 1, 160 - 80 - 1]
    assert "2 runs of months: recall 1.000, false-alert rate 0.000" in capsys.readouterr().out
