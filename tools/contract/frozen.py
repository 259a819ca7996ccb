"""What was promised at the last release: ``schemas/frozen/TOPIC.json``, which later changes may only add to."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tools.contract.compatibility import breaking_changes, promise
from tools.contract.topics import SCHEMAS, TOPICS, Topic, example_paths, read_topics, schema_path

FROZEN = SCHEMAS / "frozen"

Promise = dict[str, Any]
"""``topic``: settings that readers rely on; ``messages``: schemas less their words; ``examples``: SHA-256 by path."""


def topic_promise(topic: Topic, folder: Path = TOPICS) -> Promise:
    """What the files now promise of a topic."""
    return {
        "topic": {
            "name": topic.name,
            "partitions": topic.partitions,
            "cleanup.policy": topic.config.get("cleanup.policy"),
            "keys": {name: message.key for name, message in topic.messages.items()},
            "ce_types": {name: message.ce_type for name, message in topic.messages.items()},
        },
        "messages": {
            name: promise(json.loads(schema_path(topic.name, name, folder).read_text(encoding="utf-8")))
            for name in topic.messages
        },
        "examples": {
            f"{name}/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest()
            for name in topic.messages
            for path in example_paths(topic.name, name, folder)
        },
    }


def promises(folder: Path = TOPICS) -> dict[str, Promise]:
    """What the files now promise, by topic.

    Raises:
        InvalidTopicError: An entry is wrong.
        OSError: A schema is missing.
    """
    return {name: topic_promise(topic, folder) for name, topic in read_topics(folder).items()}


def read_frozen(folder: Path = FROZEN) -> dict[str, Promise]:
    """What was promised at the last release, by topic; empty before the first."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}


def taken_back(frozen: Mapping[str, Promise], now: Mapping[str, Promise]) -> list[str]:
    """All that was promised of any topic and no longer holds; empty when everything only adds."""
    gone = [f"{name}: this topic is gone" for name in frozen if name not in now]
    broken = [
        f"{name}: {problem}"
        for name, before in frozen.items()
        if name in now
        for problem in broken_promises(before, now[name])
    ]
    return gone + broken


def freeze(schemas: Path = SCHEMAS) -> list[str]:
    """Writes ``frozen/`` anew and gives nothing; or changes nothing and gives what was taken back."""
    now = promises(schemas / "topics")
    problems = taken_back(read_frozen(schemas / "frozen"), now)
    if not problems:
        (schemas / "frozen").mkdir(exist_ok=True)
        for name, promise_now in now.items():
            text = json.dumps(promise_now, indent=1, sort_keys=True)
            (schemas / "frozen" / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    return problems


def broken_promises(old: Promise, new: Promise) -> list[str]:
    """What ``new`` takes back of ``old``; empty when it only adds."""
    problems = [
        f"{name}: {before!r} became {new['topic'].get(name)!r}"
        for name, before in old["topic"].items()
        if not _kept(before, new["topic"].get(name))
    ]
    for name, schema in old["messages"].items():
        if name not in new["messages"]:
            problems.append(f"{name}: this message is gone")
        else:
            problems += [f"{name}: {change}" for change in breaking_changes(schema, new["messages"][name])]
    for path, digest in old["examples"].items():
        if new["examples"].get(path) != digest:
            problems.append(f"examples/{path}: was released, so it must stay as it was; add another beside it")
    return problems


def _kept(old: Any, new: Any) -> bool:
    if isinstance(old, dict):
        return isinstance(new, dict) and all(new.get(key) == value for key, value in old.items())
    return bool(old == new)
