"""What was released is kept: of topics, messages and examples."""

import copy
from pathlib import Path

import pytest

from tools.contract.frozen import broken_promises, freeze, promises, read_frozen, taken_back


def test_what_was_released_is_kept() -> None:
    assert taken_back(read_frozen(), promises()) == []


def test_every_topic_was_frozen() -> None:
    assert read_frozen().keys() == promises().keys(), "run make freeze-schemas"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("partitions: 12", "partitions: 24", "partitions: 12 became 24"),
        ('key: "{rule}"', 'key: "{id}"', "keys: {'alert': '{rule}'} became {'alert': '{id}'}"),
        ("ce_type: tocsin.alert.v1", "ce_type: tocsin.alert.v2", "ce_types: "),
    ],
)
def test_a_topic_keeps_what_readers_rely_on(spoilable: Path, old: str, new: str, problem: str) -> None:
    entry = spoilable / "topics" / "news.alerts.v1" / "topic.yaml"
    before = promises(spoilable)
    entry.write_text(entry.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    problems = taken_back(before, promises(spoilable))
    assert len(problems) == 1
    assert problems[0].startswith(f"news.alerts.v1: {problem}")


def test_a_released_message_and_example_must_stay(spoilable: Path) -> None:
    before = promises(spoilable)["news.matches.v1"]
    example = next((spoilable / "topics" / "news.matches.v1" / "examples" / "match").iterdir())
    example.write_text("{}", encoding="utf-8")
    assert broken_promises(before, promises(spoilable)["news.matches.v1"]) == [
        f"examples/match/{example.name}: was released, so it must stay as it was; add another beside it"
    ]
    gone = copy.deepcopy(before)
    del (
        gone["messages"]["retraction"],
        gone["settings"]["keys"]["retraction"],
        gone["settings"]["ce_types"]["retraction"],
    )
    assert "retraction: this message is gone" in broken_promises(before, gone)
    assert broken_promises(gone, before) == []


def test_freezing_takes_additions_and_refuses_the_rest(spoilable: Path) -> None:
    entry = spoilable / "topics" / "news.alerts.v1" / "topic.yaml"
    text = entry.read_text(encoding="utf-8")
    (spoilable / "topics" / "news.alerts.v1" / "examples" / "alert" / "another.json").write_text("{}", encoding="utf-8")
    assert freeze(spoilable) == []
    frozen = read_frozen(spoilable / "frozen")
    assert "alert/another.json" in frozen["news.alerts.v1"]["examples"]

    entry.write_text(text.replace("partitions: 12", "partitions: 24"), encoding="utf-8")
    assert freeze(spoilable) == ["news.alerts.v1: partitions: 12 became 24"]
    assert read_frozen(spoilable / "frozen") == frozen


def test_a_topic_can_not_go() -> None:
    now = promises()
    fewer = {name: promise for name, promise in now.items() if name != "news.receipts.v1"}
    assert taken_back(now, fewer) == ["news.receipts.v1 is gone"]
    assert taken_back(fewer, now) == []
