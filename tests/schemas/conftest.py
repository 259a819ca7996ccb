"""What the schema tests share: the entries, the schemas, and a copy of them that a test may spoil."""

import json
import shutil
from pathlib import Path

import pytest

from tools.contract.schema import Schema
from tools.contract.topics import SCHEMAS, Topic, read_topics, schema_path
from tools.contract.written import generated_files


@pytest.fixture(scope="session")
def topics() -> dict[str, Topic]:
    return read_topics()


@pytest.fixture(scope="session")
def schemas(topics: dict[str, Topic]) -> dict[tuple[str, str], Schema]:
    """Each message's schema as it is committed, by topic and message."""
    return {
        (topic.name, message): json.loads(schema_path(topic.name, message).read_text(encoding="utf-8"))
        for topic in topics.values()
        for message in topic.messages
    }


@pytest.fixture
def spoilable(tmp_path: Path) -> Path:
    """A copy of ``schemas/``, up to date even where the original is not."""
    copy = shutil.copytree(SCHEMAS, tmp_path / "schemas")
    for path, text in generated_files(copy).items():
        (copy / path).write_text(text, encoding="utf-8")
    return copy
