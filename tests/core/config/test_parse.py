"""Configuration text to objects: the language of docs/rules.md, and what people are told when they slip."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.config import (
    ConfigError,
    content_version,
    decode_object,
    encode_object,
    parse_config,
)
from tocsin.core.model.rule import Rule
from tocsin.core.model.subscription import Silence, Subscription

HERE = Path(__file__).parent
RULE = "kind: rule\nid: r\ntitle: T\nevidence: [{terms: [war]}]\n"

SKETCH = """
kind: rule
id: iraq-mass-casualties
title: Mass casualties in Iraq
severity: critical
labels: {desk: middle-east}
regions: [Iraq, Persian Gulf, 99072]
evidence:
  - casualties: {kinds: [killed], at_least: 10}
    weight: 0.6
  - deployment: {actors: [US, Iran], forces: [aircraft carrier, troops]}
    weight: 0.5
  - terms: ["mass execution*", beheading]
    weight: 0.4
unless:
  - terms: [film review]
statuses: [stated, unverified]
threshold: 0.6
story: {quiet_for: 2h, escalate_when: {killed: doubles}}
---
kind: subscription
id: mena-desk
match: {labels: {desk: middle-east}, severity: warning}
slack: {token: {env: TOCSIN_SECRET_SLACK}, channel: C0123456789}
---
kind: silence
id: iraq-drill
match: {rule: iraq-mass-casualties}
until: 2026-12-01T12:00:00Z
reason: exercise
"""


def problems(text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        parse_config(text, "r.yaml")
    return [str(problem) for problem in caught.value.problems]


def read_or_refused(text: str) -> bool:
    try:
        return isinstance(parse_config(text, "r.yaml"), list)
    except ConfigError as error:
        return bool(error.problems)


def test_objects_of_several_kinds_in_one_text() -> None:
    rule, subscription, silence = parse_config(SKETCH, "r.yaml")
    assert isinstance(rule, Rule)
    assert rule.regions == ("Iraq", "Persian Gulf", 99072)
    assert [item.weight for item in rule.evidence] == [0.6, 0.5, 0.4]
    assert rule.story.escalate_when == {"killed": "doubles"}
    assert isinstance(subscription, Subscription)
    assert isinstance(silence, Silence)
    assert silence.until.isoformat() == "2026-12-01T12:00:00+00:00"


def test_objects_pass_through_the_topic_unchanged_and_versions_tell_content() -> None:
    objects = parse_config(SKETCH, "r.yaml")
    assert [decode_object(encode_object(each)) for each in objects] == objects
    again, changed = parse_config(RULE, "a")[0], parse_config(RULE + "threshold: 0.7", "b")[0]
    reordered = parse_config("title: T\n" + RULE.replace("title: T\n", ""), "c")[0]
    assert content_version(again) == content_version(reordered) != content_version(changed)


def test_words_that_yaml_takes_for_something_else_stay_words() -> None:
    (rule,) = parse_config(RULE.replace("[war]", "[no, 1914, 2026-11-01, 9.11]"), "r.yaml")
    assert isinstance(rule, Rule)
    assert rule.evidence[0].terms == ("no", "1914", "2026-11-01", "9.11")


def test_nothing_is_nothing() -> None:
    assert parse_config("", "r.yaml") == parse_config("# only words\n---\n", "r.yaml") == []


@pytest.mark.parametrize("case", sorted((HERE / "problems").glob("*.yaml")), ids=lambda path: path.stem)
def test_problems_name_place_and_remedy(case: Path) -> None:
    """Each file is a mistaken text; beside it what is said of it."""
    said = "\n".join(problems(case.read_text(encoding="utf-8"))) + "\n"
    assert said == case.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        (
            "evidence:\n\t- terms: [war]\n",
            "2:1: not YAML: found character that cannot start any token: indent with spaces",
        ),
        ("title: @war\n", "1:8: not YAML: found character that cannot start any token: put the text in quotes"),
        ("title: War: begun\n", "put text that holds a colon and a space in quotes"),
        ("terms: [*bomb]\n", "put what begins with * in quotes"),
        ('title: "War\n', "a quote is not closed"),
    ],
)
def test_slips_of_yaml_are_told_with_a_remedy(slip: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config(slip, "rules.yaml")
    assert said in str(caught.value)


def test_a_bomb_of_aliases_is_refused_quickly() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    assert problems("\n".join(lines)) == ["r.yaml:1:1: the aliases of this text multiply beyond all use: write it out"]


def test_honest_aliases_work() -> None:
    (_, second) = parse_config(
        RULE.replace("[war]", "&w [war]") + "unless: [{terms: *w}]\n---\n" + RULE.replace("id: r", "id: s"), "r.yaml"
    )
    assert isinstance(second, Rule)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5000,
        "{a: " * 5000,
        "a: &a [*a]",
        "a: \x00",
        "\ud800",
        "a: [1",
        "? [a]\n: b",
        "!!python/object:os.system {}",
    ],
)
def test_hostile_text_is_refused_with_a_place(text: str) -> None:
    assert all(problem.startswith("r.yaml:") for problem in problems(text))


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert read_or_refused(text)


@given(
    st.lists(
        st.sampled_from([*RULE.split(" "), "[", "]", "{", "}", ":", "- ", "\n", "null", "1e999", "~"]), max_size=20
    )
)
def test_any_rubble_of_a_rule_is_read_or_refused(parts: list[str]) -> None:
    assert read_or_refused(RULE + " ".join(parts))
