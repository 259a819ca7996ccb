"""What the schema tests share: the entries, the schemas, and a copy of them that a test may spoil."""

import json
import shutil
from pathlib import Path

import pytest

from tools.contract.catalog import Group, read_catalog
from tools.contract.schema import Schema
from tools.contract.topics import SCHEMAS, Topic, read_topics
from tools.contract.written import generated_files


@pytest.fixture(scope="session")
def topics() -> dict[str, Topic]:
    return read_topics()


@pytest.fixture(scope="session")
def catalog() -> dict[str, Group]:
    return read_catalog()


@pytest.fixture(scope="session")
def schemas(catalog: dict[str, Group]) -> dict[tuple[str, str], Schema]:
    """Each message's schema as it is committed, by group (a topic, or webhooks) and message."""
    return {
        (group.name, message): json.loads(group.schema_path(message).read_text(encoding="utf-8"))
        for group in catalog.values()
        for message in group.structs
    }


@pytest.fixture
def spoilable(tmp_path: Path) -> Path:
    """A copy of ``schemas/``, up to date even where the original is not."""
    copy = shutil.copytree(SCHEMAS, tmp_path / "schemas")
    for path, text in generated_files(copy).items():
        (copy / path).write_text(text, encoding="utf-8")
    return copy
