"""Whether a record's bytes are what its topic promises: key, headers, and the message's schema."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tools.contract.closed import closed
from tools.contract.dialect import validator
from tools.contract.keys import KeyMismatchError, render_key
from tools.contract.schema import Schema
from tools.contract.topics import SCHEMAS, TOPICS, Message, Topic, read_topics, schema_path

HEADERS_SCHEMA = SCHEMAS / "headers.schema.json"


class InvalidMessageError(Exception):
    """A record breaks its topic's contract; ``problems`` are sentences that name the place."""

    def __init__(self, topic: str, problems: list[str]) -> None:
        super().__init__("\n".join([f"not a message of {topic}:", *problems]))
        self.problems = problems


class MessageValidator:
    """Validates records as producers must write them: strictly, so an undeclared field is an error too."""

    def __init__(self, folder: Path = TOPICS, headers: Path = HEADERS_SCHEMA) -> None:
        """Reads all entries and schemas once.

        Raises:
            InvalidTopicError: An entry is wrong.
            OSError: A schema is missing.
        """
        self._topics = read_topics(folder)
        self._schemas: dict[tuple[str, str], Schema] = {
            (topic.name, message): json.loads(schema_path(topic.name, message, folder).read_text(encoding="utf-8"))
            for topic in self._topics.values()
            for message in topic.messages
        }
        self._validators = {key: validator(closed(schema)) for key, schema in self._schemas.items()}
        self._headers = validator(json.loads(headers.read_text(encoding="utf-8")))

    def check(
        self,
        topic: str,
        value: bytes | None,
        *,
        key: bytes | None = None,
        headers: Iterable[tuple[str, bytes]] | None = None,
    ) -> str:
        """The name of the message that this record is; "tombstone" for a null value.

        Pass ``key`` and ``headers`` as they were read from Kafka; headers that are None are not checked.

        Raises:
            InvalidMessageError: The record breaks the contract, or there is no such topic.
        """
        entry = self._topics.get(topic)
        if entry is None:
            raise InvalidMessageError(topic, [f"no such topic; there are: {', '.join(self._topics)}"])
        if value is None:
            return self._tombstone(entry, key)
        try:
            content = json.loads(value)
        except ValueError as error:
            raise InvalidMessageError(topic, [f"not JSON: {error}"]) from error
        name = self._kind(entry, content)
        message = entry.messages[name]
        problems = [
            f"{error.json_path}: {error.message}" for error in self._validators[topic, name].iter_errors(content)
        ]
        if not problems:
            problems += self._key_problems(message, content, key)
        if headers is not None:
            problems += self._header_problems(message, headers)
        if problems:
            raise InvalidMessageError(topic, problems)
        return name

    @staticmethod
    def _tombstone(entry: Topic, key: bytes | None) -> str:
        if not entry.compacted:
            raise InvalidMessageError(entry.name, ["a null value, but only compacted topics have tombstones"])
        if key is None:
            raise InvalidMessageError(entry.name, ["a tombstone without a key deletes nothing"])
        return "tombstone"

    def _kind(self, entry: Topic, content: object) -> str:
        """Which message this is: the only one, or the one whose constant field agrees."""
        if len(entry.messages) == 1:
            return next(iter(entry.messages))
        tags: dict[str, Any] = {}
        for name in entry.messages:
            field, tag = discriminator(self._schemas[entry.name, name])
            tags[name] = {field: tag}
            if isinstance(content, Mapping) and content.get(field) == tag:
                return name
        raise InvalidMessageError(entry.name, [f"$: none of its messages, which are told by {tags}"])

    @staticmethod
    def _key_problems(message: Message, content: Any, key: bytes | None) -> list[str]:
        try:
            expected = render_key(message.key, content)
        except KeyMismatchError as error:
            return [f"key: {error}"]
        if expected is None or key == expected.encode():
            return []
        return [f"key: {key!r} should be {expected!r}"]

    def _header_problems(self, message: Message, headers: Iterable[tuple[str, bytes]]) -> list[str]:
        try:
            content = {name: value.decode() for name, value in headers}
        except UnicodeDecodeError as error:
            return [f"headers: not UTF-8: {error}"]
        problems = [f"headers: {error.json_path}: {error.message}" for error in self._headers.iter_errors(content)]
        if content.get("ce_type") not in {None, message.ce_type}:
            problems.append(f"headers: ce_type: {content['ce_type']!r} should be {message.ce_type!r}")
        return problems


def discriminator(schema: Schema) -> tuple[str, Any]:
    """The required field with one possible value that tells a message from the others on its topic.

    Raises:
        ValueError: There is none: give the struct a tag.
    """
    for field, node in schema.get("properties", {}).items():
        if "const" in node and field in schema.get("required", ()):
            return field, node["const"]
    raise ValueError(
        f"{schema.get('$id')}: no required constant tells this message from the others: give the struct a tag"
    )
