"""A learned model is one more piece of evidence: its probability counts, and its words are shown."""

import math
from collections.abc import Callable
from typing import Any

import pytest

from tocsin.core.model.match import Match
from tocsin.core.rules import RuleSet
from tocsin.core.rules.conditions.learned import log_odds_of_any

Matches = Callable[[str, Any], list[Match]]

RULES = """
kind: rule
id: r
title: T
evidence: [{model: violence, weight: 0.8}]
threshold: 0.1
---
kind: list
id: violence
model:
  bias: -1
  cues: [bomb*]
  near: {market: 2, drill: -3}
  lead: {army: 0.75}
  words: {market: 0.5}
  facts: {killed stated: 1.5, victims soldiers: 1, no actors: 0.25, topic sport: -2}
"""


def sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-value))


def test_words_weigh_by_whether_their_sentence_has_a_cue(matches: Matches, text: Any) -> None:
    (near,) = matches(RULES, text("A bomb at the market."))
    (apart,) = matches(RULES, text("A bomb. They went to market."))
    assert near.score == pytest.approx(0.8 * sigmoid(1), abs=1e-4)
    assert apart.score == pytest.approx(0.8 * sigmoid(-0.5), abs=1e-4)
    (evidence,) = near.evidence
    assert evidence.text == "market"
    assert evidence.why == "violence: “market” beside a cue +2.00 of +1.00 log-odds"
    assert evidence.weight == pytest.approx(near.score, abs=1e-3)


def test_facts_weigh_and_what_speaks_against_is_not_shown(matches: Matches, text: Any) -> None:
    article = text("In a drill a bomb killed two soldiers.")
    article.casualty("killed two soldiers", 2, victims="two soldiers")
    (match,) = matches(RULES.replace("drill: -3", "drill: -1"), article)
    assert match.score == pytest.approx(0.8 * sigmoid(-1 - 1 + 1.5 + 1 + 0.25), abs=1e-4)
    assert sum(each.weight for each in match.evidence) == pytest.approx(match.score, abs=1e-3)
    (evidence,) = match.evidence
    assert [why.split(" ")[1] for why in evidence.why.split("; ")] == ["killed", "victims", "no"]


def test_the_lead_weighs_on_top(matches: Matches, text: Any) -> None:
    (match,) = matches(RULES, text("The army.\n\nA bomb."))
    assert match.score == pytest.approx(0.8 * sigmoid(-1 + 0.75), abs=1e-4)
    (later,) = matches(RULES, text("A bomb.\n\nThe army."))
    assert later.score == pytest.approx(0.8 * sigmoid(-1), abs=1e-4)


SENTENCES = """
kind: rule
id: r
title: T
evidence: [{model: violence}]
threshold: 0.1
---
kind: list
id: violence
model:
  bias: -1
  cues: [bomb*]
  senses: {officials: [mayor*, governor], blast: [bomb*]}
  near: {car bomb: 0.5}
  facts: {officials: 0.25, blast + officials: 1}
  sentence: {words: {killed: 1, the mayor: 0.5}, facts: {killed stated: 2}}
"""


def test_pairs_of_neighbours_and_senses_weigh_in_sentences_that_tell(matches: Matches, text: Any) -> None:
    (pair,) = matches(SENTENCES, text("A car bomb went off."))
    assert pair.score == pytest.approx(sigmoid(-0.5), abs=1e-4)
    (together,) = matches(SENTENCES, text("A bomb hit the governor."))
    assert together.score == pytest.approx(sigmoid(-1 + 0.25 + 1), abs=1e-4)
    (apart,) = matches(SENTENCES, text("A bomb.\n\nThe governor spoke of a car. Bomb!"))
    assert apart.score == pytest.approx(sigmoid(-1 + 0.25 + 1 + 0.5), abs=1e-4)
    (elsewhere,) = matches(SENTENCES, text("A bomb.\n\nThe governor spoke."))
    assert elsewhere.score == pytest.approx(sigmoid(-1), abs=1e-4)


def test_senses_weigh_by_the_order_in_which_a_sentence_names_them(matches: Matches, text: Any) -> None:
    rules = SENTENCES.replace(
        "killed stated: 2", "officials > blast: 0.5, blast > officials: 3, blast > officials > blast: 4"
    )
    (before,) = matches(rules, text("The mayor spoke of a bomb."))
    assert before.score == pytest.approx(sigmoid(-1 + 0.25 + 1 + 0.5 + 0.5), abs=1e-4)
    (after,) = matches(rules, text("Bomb after bomb hit governor Diaz."))
    assert after.score == pytest.approx(sigmoid(-1 + 0.25 + 1 + 3), abs=1e-4)
    evidence = after.evidence[0]
    assert evidence.text == "Bomb"
    assert evidence.why.startswith("violence: blast > officials in one sentence +3.00 of +3.25 log-odds; ")
    (around,) = matches(rules, text("A bomb met the governor with a second bomb."))
    assert around.score == pytest.approx(sigmoid(-1 + 0.25 + 1 + 3 + 0.5 + 4), abs=1e-4)


def test_only_the_sentence_that_speaks_most_counts_as_one(matches: Matches, text: Any) -> None:
    (match,) = matches(SENTENCES, text("A bomb killed many.\n\nBombs again near the mayor.\n\nBombs killed."))
    assert match.score == pytest.approx(sigmoid(-1 + 0.25 + 1 + 1), abs=1e-4)
    assert [each.why for each in match.evidence if "sentence" in each.why] == [
        "violence: “killed” in one sentence +1.00 of +1.25 log-odds"
    ]
    article = text("A bomb killed many.\n\nBombs near the mayor.")
    article.casualty("killed many", 7)
    (with_fact,) = matches(SENTENCES, article)
    assert with_fact.score == pytest.approx(sigmoid(-1 + 0.25 + 1 + 1 + 2), abs=1e-4)


WITNESSES = SENTENCES.replace("sentence: {words", "sentence: {bias: -2, weight: 0.5, words").replace("-1\n", "0\n")


def test_sentences_are_witnesses_of_which_any_may_tell(matches: Matches, text: Any) -> None:
    (alone,) = matches(WITNESSES, text("A bomb killed many."))
    assert alone.score == pytest.approx(sigmoid(0.5 * (-2 + 1)), abs=1e-4)
    (both,) = matches(WITNESSES, text("A bomb killed many.\n\nBombs killed."))
    doubted = (1 - sigmoid(-1)) ** 2
    assert both.score == pytest.approx(sigmoid(0.5 * math.log((1 - doubted) / doubted)), abs=1e-4)
    assert [each.why for each in alone.evidence] == [
        "violence: “killed” in one sentence +0.50 of -0.50 log-odds",
    ]


def test_what_any_of_some_comes_to_is_finite(matches: Matches, text: Any) -> None:
    assert log_odds_of_any([0.7]) == pytest.approx(0.7)
    assert log_odds_of_any([0.0, 0.0]) == pytest.approx(math.log(3))
    assert log_odds_of_any([800.0, -800.0]) == pytest.approx(800)
    assert -1000 < log_odds_of_any([-5000.0]) < -600
    # A fact in what is no evidence leaves no sentence, and the bias alone.
    article = text("Related stories: A bomb killed many.")
    article.casualty("killed many", 7)
    assert math.isfinite(sum(match.score for match in matches(WITNESSES, article)))


def test_nothing_to_judge_by_is_no_evidence(matches: Matches, text: Any) -> None:
    assert not matches(RULES, text("They went to market."))


@pytest.mark.parametrize(
    ("name", "problem"),
    [("violense", "unknown list 'violense': did you mean 'violence'?"), ("words", "list 'words' holds no model")],
)
def test_a_model_must_be_there(ruleset: Callable[[str], RuleSet], name: str, problem: str) -> None:
    rules = ruleset(RULES.replace("model: violence,", f"model: {name},") + "---\n{kind: list, id: words, terms: [a]}")
    assert rules.broken == {"r": problem}
