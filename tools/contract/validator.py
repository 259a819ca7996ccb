"""Whether a record's bytes are what its topic promises: key, headers, and the message's schema."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tools.contract.catalog import read_catalog
from tools.contract.closed import closed
from tools.contract.dialect import validator
from tools.contract.keys import KeyMismatchError, render_key
from tools.contract.schema import Schema
from tools.contract.topics import SCHEMAS, Message, Topic, read_topics


class InvalidMessageError(Exception):
    """A record breaks its topic's contract; ``problems`` are sentences that name the place."""

    def __init__(self, topic: str, problems: list[str]) -> None:
        super().__init__("\n".join([f"not a message of {topic}:", *problems]))
        self.problems = problems


class MessageValidator:
    """Validates records as producers must write them: strictly, so an undeclared field is an error too."""

    def __init__(self, schemas: Path = SCHEMAS) -> None:
        """Reads all entries and schemas once.

        Raises:
            InvalidTopicError: An entry is wrong.
            OSError: A schema is missing.
        """
        self._topics = read_topics(schemas / "topics")
        self._schemas: dict[tuple[str, str], Schema] = {
            (group.name, message): json.loads(group.schema_path(message).read_text(encoding="utf-8"))
            for group in read_catalog(schemas).values()
            for message in group.structs
        }
        self._validators = {key: validator(closed(schema)) for key, schema in self._schemas.items()}
        self._headers = validator(json.loads((schemas / "headers.schema.json").read_text(encoding="utf-8")))

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
        name, content, problems = self._read(topic, value)
        message = entry.messages[name]
        if not problems:
            problems += self._key_problems(message, content, key)
        if headers is not None:
            problems += self._header_problems(message, headers)
        if problems:
            raise InvalidMessageError(topic, problems)
        return name

    def check_webhook(self, body: bytes) -> str:
        """Which message the body of a webhook is.

        Raises:
            InvalidMessageError: It breaks its schema, or is none.
        """
        name, _, problems = self._read("webhooks", body)
        if problems:
            raise InvalidMessageError("webhooks", problems)
        return name

    def _read(self, group: str, value: bytes) -> tuple[str, Any, list[str]]:
        """Which message this is, its content, and what in it breaks the schema."""
        try:
            content = json.loads(value)
        except ValueError as error:
            raise InvalidMessageError(group, [f"not JSON: {error}"]) from error
        name = self._kind(group, content)
        errors = self._validators[group, name].iter_errors(content)
        return name, content, [f"{error.json_path}: {error.message}" for error in errors]

    @staticmethod
    def _tombstone(entry: Topic, key: bytes | None) -> str:
        if not entry.compacted:
            raise InvalidMessageError(entry.name, ["a null value, but only compacted topics have tombstones"])
        if key is None:
            raise InvalidMessageError(entry.name, ["a tombstone without a key deletes nothing"])
        return "tombstone"

    def _kind(self, group: str, content: object) -> str:
        """Which message this is: the only one, or the one whose tag agrees."""
        schemas = {message: schema for (name, message), schema in self._schemas.items() if name == group}
        if len(schemas) == 1:
            return next(iter(schemas))
        for message, schema in schemas.items():
            field, tags = discriminator(schema)
            if isinstance(content, Mapping) and content.get(field) in tags:
                return message
        raise InvalidMessageError(group, [f"$: none of these by its tag: {', '.join(schemas)}"])

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


def discriminator(schema: Schema) -> tuple[str, tuple[Any, ...]]:
    """The field, ``kind`` or ``type``, that tells a message from others, and the values it has in this one.

    Raises:
        ValueError: There is none: give the struct a tag.
    """
    for field in ("kind", "type"):
        match schema.get("properties", {}).get(field):
            case {"const": tag}:
                return field, (tag,)
            case {"enum": tags} if field == "type":
                return field, tuple(tags)
    raise ValueError(f"{schema.get('$id')}: no tag tells this message from the others: give the struct one")
