"""What was promised at the last release, ``schemas/frozen``, which later changes may only add to."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tools.contract.catalog import Group, read_catalog
from tools.contract.compatibility import breaking_changes, promise
from tools.contract.topics import SCHEMAS

FROZEN = SCHEMAS / "frozen"

Promise = dict[str, Any]
"""``settings`` that readers rely on; ``messages``: schemas less their words; ``examples``: SHA-256 by path."""


def promises(schemas: Path = SCHEMAS) -> dict[str, Promise]:
    """What the files now promise, by topic, and of ``webhooks``.

    Raises:
        InvalidTopicError: An entry is wrong.
        OSError: A schema is missing.
    """
    return {name: _promise(group) for name, group in read_catalog(schemas).items()}


def _promise(group: Group) -> Promise:
    return {
        "settings": dict(group.settings),
        "messages": {
            name: promise(json.loads(group.schema_path(name).read_text(encoding="utf-8"))) for name in group.structs
        },
        "examples": {
            f"{name}/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest()
            for name in group.structs
            for path in group.example_paths(name)
        },
    }


def read_frozen(folder: Path = FROZEN) -> dict[str, Promise]:
    """What was promised at the last release, by topic; empty before the first."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}


def taken_back(frozen: Mapping[str, Promise], now: Mapping[str, Promise]) -> list[str]:
    """All that was promised of any topic and no longer holds; empty when everything only adds."""
    gone = [f"{name} is gone" for name in frozen if name not in now]
    broken = [
        f"{name}: {problem}"
        for name, before in frozen.items()
        if name in now
        for problem in broken_promises(before, now[name])
    ]
    return gone + broken


def freeze(schemas: Path = SCHEMAS) -> list[str]:
    """Writes ``frozen/`` anew and gives nothing; or changes nothing and gives what was taken back."""
    now = promises(schemas)
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
        f"{name}: {before!r} became {new['settings'].get(name)!r}"
        for name, before in old["settings"].items()
        if not _kept(before, new["settings"].get(name))
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
