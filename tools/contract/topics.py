"""A topic's entry, ``schemas/topics/NAME/topic.yaml``: what it carries, who writes and reads it, how long it keeps."""

from importlib import import_module
from pathlib import Path
from typing import Annotated

import msgspec

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "schemas"
TOPICS = SCHEMAS / "topics"
ENTRY = "topic.yaml"

Text = Annotated[str, msgspec.Meta(min_length=1)]
Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9-]*$")]


class Message(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of message on a topic.

    ``struct`` is the dotted path of its msgspec struct. ``key`` is a template over the message's own fields, such as
    ``due/{subscription}/{alert.id}``; None where the key can't be told from the message (``key_about`` says why).
    """

    about: Text
    struct: Annotated[str, msgspec.Meta(pattern=r"^tocsin\.core\.model(\.[a-z_]+)+\.[A-Z]\w*$")]
    ce_type: Annotated[str, msgspec.Meta(pattern=r"^tocsin\.[a-z]+\.v[0-9]+$")]
    key: Text | None
    key_about: Text

    def model(self) -> type[msgspec.Struct]:
        """The struct itself.

        Raises:
            ImportError: There is no such module.
            AttributeError: The module has no such struct.
        """
        module, _, name = self.struct.rpartition(".")
        model: type[msgspec.Struct] = getattr(import_module(module), name)
        return model


class Topic(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A topic. ``config`` holds Kafka's own topic settings by their names, ``tombstones`` says what a null means."""

    name: Annotated[str, msgspec.Meta(pattern=r"^[a-z]+\.[a-z]+\.v[0-9]+$")]
    title: Text
    about: Text
    partitioned_by: Text
    producers: Annotated[tuple[Name, ...], msgspec.Meta(min_length=1)]
    consumers: Annotated[tuple[Name, ...], msgspec.Meta(min_length=1)]
    partitions: Annotated[int, msgspec.Meta(ge=1)]
    config: dict[str, str]
    messages: Annotated[dict[Name, Message], msgspec.Meta(min_length=1)]
    tombstones: Text | None = None

    @property
    def compacted(self) -> bool:
        """Whether Kafka keeps the newest value of each key, so that a null value deletes one."""
        return self.config.get("cleanup.policy") == "compact"


class InvalidTopicError(Exception):
    """A topic's entry is not what ``Topic`` asks for; the text names the file and the place in it."""


def read_topic(folder: Path) -> Topic:
    """The entry in this folder.

    Raises:
        InvalidTopicError: It can't be read, breaks the rules of ``Topic``, or has another name than its folder.
    """
    path = folder / ENTRY
    try:
        topic = msgspec.yaml.decode(path.read_bytes(), type=Topic)
    except (OSError, msgspec.MsgspecError) as error:
        raise InvalidTopicError(f"{path}: {error}") from error
    if topic.name != folder.name:
        raise InvalidTopicError(f"{path}: name: {topic.name} stands in the folder {folder.name}; give both one name")
    if topic.compacted != (topic.tombstones is not None):
        raise InvalidTopicError(
            f"{path}: tombstones: say what a null value means if, and only if, the topic is compacted"
        )
    return topic


def read_topics(folder: Path = TOPICS) -> dict[str, Topic]:
    """All entries by name, in the order of their names.

    Raises:
        InvalidTopicError: As ``read_topic``.
    """
    return {path.name: read_topic(path) for path in sorted(folder.iterdir()) if path.is_dir()}
