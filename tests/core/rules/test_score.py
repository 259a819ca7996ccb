"""How evidence becomes a score, and what a match says of it."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from tocsin.core.model.match import Match

Matches = Callable[[str, Any], list[Match]]

RULE = """
severity: critical
labels: {desk: middle-east}
regions: [Iraq, Persian Gulf]
evidence:
  - casualties: {kinds: [killed], at_least: 10}
    weight: 0.6
  - deployment: {actors: [US, Iran], forces: [aircraft carrier, troops]}
    weight: 0.5
  - terms: ["mass execution*", beheading]
    weight: 0.4
unless:
  - terms: [film review]
threshold: 0.6
"""


def test_a_fact_in_the_region_fires_with_its_words_and_reason(matches: Matches, text: Any) -> None:
    article = text("The army said 279 were killed in Mosul.").casualty("279 were killed", 279, "Mosul")
    (match,) = matches(RULE, article)
    assert (match.score, match.severity, match.labels) == (0.6, "critical", {"desk": "middle-east"})
    (evidence,) = match.evidence
    assert (evidence.text, evidence.why, evidence.weight) == ("279 were killed", "killed 279 ≥ 10, in Mosul", 0.6)
    assert article.article.body[evidence.start : evidence.end] == evidence.text
    assert [fact.min for fact in match.casualties] == [279]


def test_a_fact_without_place_or_elsewhere_never_satisfies_a_region(matches: Matches, text: Any) -> None:
    body = "The army said 279 were killed in Aleppo, not Mosul."
    assert not matches(RULE, text(body).place("Mosul").casualty("279 were killed", 279))
    assert not matches(RULE, text(body).place("Mosul").casualty("279 were killed", 279, "Aleppo"))


@pytest.mark.parametrize("status", ["denied", "possible", "past"])
def test_a_status_that_the_rule_does_not_name_does_not_count(matches: Matches, text: Any, status: str) -> None:
    article = text("279 were killed in Mosul").casualty("279 were killed", 279, "Mosul", status=status)
    assert not matches(RULE, article)
    assert matches(RULE + f"statuses: [{status}]\n", article)


def test_below_the_threshold_nothing_fires_and_weights_add_up(matches: Matches, text: Any) -> None:
    body = "A mass execution in Mosul. The US sent an aircraft carrier."
    terms = text(body).place("Mosul")
    assert not matches(RULE, terms)
    both = terms.deployment("sent an aircraft carrier", "Persian Gulf", actor="US", force="aircraft carriers")
    (match,) = matches(RULE, both)
    assert match.score == pytest.approx(0.9)
    assert [each.kind for each in match.evidence] == ["deployment", "terms"]


def test_the_score_is_capped_and_evidence_says_what_each_added(matches: Matches, text: Any) -> None:
    body = "A beheading and a mass execution in Mosul left 12 dead. The US sent troops."
    article = text(body).place("Mosul").casualty("12 dead", 12, "Mosul")
    article.deployment("sent troops", "Mosul", actor="US", force="troops")
    (match,) = matches(RULE, article)
    assert match.score == 1.0
    assert sum(each.weight for each in match.evidence) == pytest.approx(1.0)


def test_corroboration_counts_less_each_time_and_repetition_nothing(matches: Matches, text: Any) -> None:
    rule = "evidence: [{terms: [one, two, three], weight: 0.5}]\nthreshold: 0.1"
    scores = [matches(rule, text(body))[0].score for body in ("one", "one one one", "one two", "one two three")]
    assert scores == pytest.approx([0.5, 0.5, 0.625, 0.6562], abs=1e-4)


def test_evidence_farther_from_the_region_counts_less(matches: Matches, text: Any) -> None:
    rule = "regions: [Iraq]\nevidence: [{terms: [beheading]}]\nthreshold: 0.1"
    same = text("A beheading in Mosul.").place("Mosul")
    paragraph = text("They went to Mosul. A beheading.").place("Mosul")
    demonym = text("An Iraqi beheading.").place("Iraqi", kind="demonym")
    focus = text("They went to Mosul.\n\nA beheading.").place("Mosul")
    aside = text("Mosul. Aleppo. Syria. Bogota.\n\nA beheading.").place("Mosul").place("Aleppo").place("Syria")
    assert [matches(rule, each)[0].score for each in (same, paragraph, demonym, focus)] == [1.0, 0.8, 0.8, 0.5]
    assert not matches(rule, aside)


def test_a_dateline_is_no_place_beside_the_words(matches: Matches, text: Any) -> None:
    rule = "regions: [Iraq]\nevidence: [{terms: [beheading]}]\nthreshold: 0.1"
    assert matches(rule, text("Mosul a beheading.").place("Mosul", role="dateline"))[0].score == 0.5


def test_unless_excuses_whatever_the_score(matches: Matches, text: Any) -> None:
    article = text("Film review: 279 were killed in Mosul").casualty("279 were killed", 279, "Mosul")
    assert not matches(RULE, article)


def test_negative_weights_take_off_once(matches: Matches, text: Any) -> None:
    rule = "evidence: [{terms: [war], weight: 0.6}, {terms: [game, team], weight: -0.2}]\nthreshold: 0.1"
    assert matches(rule, text("war"))[0].score == 0.6
    assert matches(rule, text("war game team"))[0].score == pytest.approx(0.4)


def test_severity_is_raised_by_facts(matches: Matches, text: Any) -> None:
    rule = "severity: info\nevidence: [{casualties: {}}]\nseverity_when: {critical: [{casualties: {at_least: 50}}]}"
    severities = [matches(rule, text("dead").casualty("dead", n))[0].severity for n in (1, 50)]
    assert severities == ["info", "critical"]


def test_words_within_a_denied_fact_do_not_count(matches: Matches, text: Any) -> None:
    rule = "evidence: [{terms: [execution*]}]"
    denied = text("They denied executions took place.").casualty("executions", None, status="denied")
    assert not matches(rule, denied)
    assert matches(rule, text("They confirmed executions took place."))


@pytest.mark.parametrize(
    ("gate", "article", "fires"),
    [
        ("languages: [en]", {"language": "en-GB"}, True),
        ("languages: [en]", {"language": "fr"}, False),
        ("languages: [en]", {}, True),
        ("sources: [wire]", {"publisher": "wire"}, True),
        ("sources: [wire]", {"source": "blog"}, False),
        ("topics: [violence]", {}, False),
        ("not_topics: [other]", {}, False),
        ("not_topics: [sport]", {}, True),
    ],
)
def test_gates(matches: Matches, text: Any, gate: str, article: dict[str, str], *, fires: bool) -> None:
    assert bool(matches(f"evidence: [{{terms: [war]}}]\n{gate}", text("war", **article))) == fires


def test_the_lead_begins_at_the_sentence_of_the_evidence(matches: Matches, text: Any) -> None:
    body = "Nothing here. " * 40 + "\n\nA beheading took place. " + "More. " * 100
    (match,) = matches("evidence: [{terms: [beheading]}]", text(body))
    assert match.article.lead.startswith("A beheading took place.")
    assert len(match.article.lead) <= 300
    assert not re.search(r"\s$", match.article.lead)


def test_title_and_lead_are_as_a_reader_sees_them(matches: Matches, text: Any) -> None:
    body = "<p>A <b>beheading</b> took place in the general&rsquo;s town.</p>"
    (match,) = matches("evidence: [{terms: [beheading]}]", text(body, "Town&#39;s grief &amp; <i>anger</i>"))
    assert match.article.title == "Town's grief & anger"
    assert match.article.lead == "A beheading took place in the general\u2019s town."
