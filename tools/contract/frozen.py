"""What was promised at the last release: ``schemas/frozen/TOPIC.json``, which later changes may only add to."""

import hashlib
import json
from pathlib import Path
from typing import Any, cast

from tools.contract.compatibility import breaking_changes, promise
from tools.contract.topics import SCHEMAS, TOPICS, Topic, example_paths, schema_path

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


def read_promise(topic: str, folder: Path = FROZEN) -> Promise | None:
    """What was promised of a topic; None if it was never released."""
    path = folder / f"{topic}.json"
    return cast("Promise", json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


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
