"""The files under ``schemas/`` that are made from the model and the topics' entries, as they should be."""

import json
import tomllib
from pathlib import Path

import yaml

from tools.contract.asyncapi import asyncapi_document
from tools.contract.catalog import read_catalog
from tools.contract.schema import message_schema
from tools.contract.topics import ROOT, SCHEMAS, read_topics
from tools.contract.vocabulary import read_vocabulary

ASYNCAPI = "asyncapi.yaml"


def generated_files(folder: Path = SCHEMAS) -> dict[Path, str]:
    """Each file's text by its path under ``folder``, which must hold the topics' entries.

    Raises:
        InvalidTopicError: An entry is wrong.
        ImportError, AttributeError: An entry names a struct that does not exist.
    """
    topics = read_topics(folder / "topics")
    vocabulary = read_vocabulary()
    files = {
        group.schema_path(name).relative_to(folder): _json(message_schema(group.name, name, struct, vocabulary))
        for group in read_catalog(folder).values()
        for name, struct in group.structs.items()
    }
    files[Path(ASYNCAPI)] = (
        "# Made by tools/write_schemas.py from topics/*/topic.yaml: change those.\n"
        + yaml.safe_dump(asyncapi_document(topics.values(), _version()), sort_keys=False, width=120, allow_unicode=True)
    )
    return files


def outdated_files(folder: Path = SCHEMAS) -> list[Path]:
    """Files under ``folder`` whose text is not what the model and the entries give."""
    return [
        path
        for path, text in generated_files(folder).items()
        if not (folder / path).exists() or (folder / path).read_text(encoding="utf-8") != text
    ]


def _version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def _json(schema: object) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
