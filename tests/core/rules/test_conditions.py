"""What each condition of the language takes and refuses."""

from collections.abc import Callable
from typing import Any

import pytest

from tocsin.core.model.match import Match

Matches = Callable[[str, Any], list[Match]]


@pytest.mark.parametrize(
    ("terms", "body", "found"),
    [
        ("[war]", "The WAR began", "WAR"),
        ("[war]", "The warden began", None),
        ("[war*]", "The warden began", "warden"),
        ("[mass execution]", "a mass\n  execution", "mass\n  execution"),
        ("[mass execution]", "a mass-execution", "mass-execution"),
        ("['execut* of']", "the executions of men", "executions of"),
        ("['execut* of']", "the executions in", None),
        ("[São Paulo]", "in Sao Paulo", "Sao Paulo"),
        ("[sao paulo]", "in São Paulo", "São Paulo"),
        ("[Iran]", "Iran's men", "Iran"),
        ("['戦争']", "大戦争中", "戦争"),
        ("[{any: [US], case: true}]", "tell us", None),
        ("[{any: [US], case: true}]", "tell us of the US", "US"),
        ("[{any: [war], field: title}]", "war", None),
        ("[{list: words}]", "a war", "war"),
    ],
)
def test_terms(matches: Matches, text: Any, terms: str, body: str, found: str | None) -> None:
    rules = f"kind: rule\nid: r\ntitle: T\nevidence: [{{terms: {terms}}}]\n---\n{{kind: list, id: words, terms: [war]}}"
    fired = matches(rules, text(body, title="A title"))
    assert [each.text for match in fired for each in match.evidence] == ([found] if found else [])


def test_phrases_do_not_run_from_title_to_body(matches: Matches, text: Any) -> None:
    assert not matches("evidence: [{terms: [mass execution]}]", text("execution", title="mass"))


def test_terms_in_no_evidence_zones_do_not_count(matches: Matches, text: Any) -> None:
    rule = "evidence: [{terms: [war]}]"
    assert not matches(rule, text("He likes war.").zone("He likes war."))
    assert matches(rule, text("War came. He likes war.").zone("He likes war."))


@pytest.mark.parametrize(
    ("wanted", "fact", "fires"),
    [
        ("{}", {"number": 1}, True),
        ("{kinds: [injured]}", {"number": 1}, False),
        ("{at_least: 10}", {"number": 9}, False),
        ("{at_least: 10}", {"number": 10}, True),
        ("{at_least: 1}", {"number": None}, True),
        ("{at_least: 2}", {"number": None}, False),
        ("{at_least: 20}", {"number": 10, "max": 30}, False),
        ("{at_least: 20, bound: max}", {"number": 10, "max": 30}, True),
        ("{at_least: 20, bound: max}", {"number": 25, "max": None}, True),
        ("{at_most: 5}", {"number": 6}, False),
        ("{victims: [child*, soldier]}", {"number": 3, "victims": "three soldiers"}, True),
        ("{victims: [child*]}", {"number": 3, "victims": "three soldiers"}, False),
        ("{victims: [child*]}", {"number": 3}, False),
        ("{manners: [air strike]}", {"number": 3, "manner": "air strike"}, True),
        ("{actors: [militant]}", {"number": 3, "actors": "suspected militants"}, True),
    ],
)
def test_casualties(matches: Matches, text: Any, wanted: str, fact: dict[str, Any], *, fires: bool) -> None:
    article = text("some dead").casualty("some dead", **fact)
    assert bool(matches(f"evidence: [{{casualties: {wanted}}}]", article)) == fires


@pytest.mark.parametrize(
    ("wanted", "fires"),
    [
        ("{}", True),
        ("{actions: [withdraw]}", False),
        ("{actors: [US]}", True),
        ("{actors: [Iran]}", False),
        ("{forces: [aircraft carrier]}", True),
        ("{forces: [brigade]}", False),
        ("{to: [Persian Gulf]}", True),
        ("{to: [Iraq]}", False),
        ("{at_least: 2}", True),
        ("{at_least: 3}", False),
    ],
)
def test_deployments(matches: Matches, text: Any, wanted: str, *, fires: bool) -> None:
    article = text("two carriers sail")
    article.deployment("two carriers sail", "Persian Gulf", actor="US", force="aircraft carriers", count=2)
    assert bool(matches(f"evidence: [{{deployment: {wanted}}}]", article)) == fires


@pytest.mark.parametrize(
    ("regions", "place", "fires"),
    [
        ("regions: [Iraq]", "Mosul", True),
        ("regions: [99072]", "Mosul", True),
        ("regions: [99072]", "Tikrit", False),
        ("regions: [Middle East]", "Mosul", True),
        ("regions: [{near: Mosul, km: 50}]", "Mosul", True),
        ("regions: [{near: Mosul, km: 50}]", "Tikrit", False),
        ("regions: [{near: Mosul, km: 300}]", "Tikrit", True),
        ("regions: [{near: Mosul, km: 500}]", "Iraq", False),
        ("regions: [{lat: 34.6, lon: 43.7, km: 10}]", "Tikrit", True),
        ("regions: [Iraq]\nnot_regions: [Mosul]", "Mosul", False),
        ("regions: [Iraq]\nnot_regions: [Mosul]", "Tikrit", True),
        ("not_regions: [Iraq]", "Tikrit", False),
        ("not_regions: [Iraq]", None, True),
        ("regions: [{list: levant}]", "Aleppo", True),
    ],
)
def test_regions(matches: Matches, text: Any, regions: str, place: str | None, *, fires: bool) -> None:
    rules = f"kind: rule\nid: r\ntitle: T\nevidence: [{{casualties: {{}}}}]\n{regions}\n---\n"
    article = text("dead").casualty("dead", 3, place)
    assert bool(matches(rules + "{kind: list, id: levant, regions: [Syria]}", article)) == fires


def test_a_condition_may_have_its_own_region(matches: Matches, text: Any) -> None:
    rule = """
regions: [{near: Mosul, km: 50}]
evidence:
  - {casualties: {kinds: [killed]}, weight: 0.5}
  - {casualties: {kinds: [displaced]}, regions: [Iraq], weight: 0.5}
threshold: 0.5
"""
    near = text("dead and fled").casualty("dead", 3, "Tikrit")
    assert not matches(rule, near)
    assert matches(rule, near.casualty("fled", 3, "Tikrit", kind="displaced"))


@pytest.mark.parametrize(
    ("condition", "body", "fires"),
    [
        ("all: [{terms: [bomb]}, {terms: [school]}]", "A bomb. A school.", True),
        ("all: [{terms: [bomb]}, {terms: [school]}]", "A bomb.", False),
        ("all: [{terms: [bomb]}, {terms: [school]}], within: sentence", "A bomb. A school.", False),
        ("all: [{terms: [bomb]}, {terms: [school]}], within: sentence", "A bomb. A bomb hit a school.", True),
        ("all: [{terms: [bomb]}, {terms: [school]}], within: paragraph", "A bomb. A school.", True),
        ("all: [{terms: [bomb]}, {terms: [school]}], within: paragraph", "A bomb.\n\nA school.", False),
        ("all: [{terms: [bomb]}, {terms: [school]}], within: 3", "bomb hit school", True),
        ("all: [{terms: [bomb]}, {terms: [school]}], within: 3", "school was hit by bomb", False),
        ("all: [{terms: [bomb]}, {terms: [school]}], within: 3", "school was hit by bomb at school", True),
        ("all: [{terms: [bomb]}, {none: [{terms: [drill]}]}]", "A bomb drill", False),
        ("all: [{terms: [bomb]}, {none: [{terms: [drill]}]}]", "A bomb", True),
        ("all: [{terms: [bomb]}, {none: [{terms: [drill]}]}], within: sentence", "A bomb. A drill.", True),
        ("all: [{terms: [bomb]}, {none: [{terms: [drill]}]}], within: sentence", "A bomb drill.", False),
        ("all: [{terms: [bomb]}, {none: [{terms: [drill]}]}], within: 4", "A bomb drill.", False),
        ("any: [{terms: [bomb]}, {terms: [school]}]", "A school", True),
        ("any: [{terms: [bomb]}, {terms: [school]}]", "A house", False),
        ("at_least: 2, of: [{terms: [a]}, {terms: [b]}, {terms: [c]}]", "a c", True),
        ("at_least: 2, of: [{terms: [a]}, {terms: [b]}, {terms: [c]}]", "c c", False),
        ("at_least: 2, of: [{terms: [a]}, {terms: [b]}, {terms: [c]}], within: sentence", "a. c.", False),
        ("at_least: 2, of: [{terms: [a]}, {terms: [b]}, {terms: [c]}], within: sentence", "a. c b.", True),
    ],
)
def test_combinations(matches: Matches, text: Any, condition: str, body: str, *, fires: bool) -> None:
    assert bool(matches(f"evidence: [{{{condition}}}]", text(body))) == fires


def test_places_and_topics_are_conditions_too(matches: Matches, text: Any) -> None:
    rule = "evidence: [{all: [{places: [Iraq]}, {topics: [violence]}]}]"
    article = text("In Mosul", title="A headline").place("Mosul")
    assert not matches(rule, article)
    article.topic = "violence"
    (match,) = matches(rule, article)
    assert [(each.kind, each.text) for each in match.evidence] == [("region", "Mosul"), ("topic", "A headline")]


def test_victims_that_one_statement_adds_up_count_together(matches: Matches, text: Any) -> None:
    article = text("Gunmen killed six priests and two women.").casualty(
        "six priests", 6, total=8, victims="six priests"
    )
    (match,) = matches("evidence: [{casualties: {kinds: [killed], at_least: 8}}]", article)
    assert match.evidence[0].why == "killed 6, 8 in all ≥ 8"
    assert not matches("evidence: [{casualties: {kinds: [killed], at_least: 8, victims: ['priest*']}}]", article)
