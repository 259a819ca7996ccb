"""A broker's empty storage: made once by Kafka's own tool, then copied, since the tool takes a whole Java start."""

import base64
import os
import re
import shutil
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_IDS = re.compile(r"^(cluster\.id|directory\.id)=.*$", re.MULTILINE)


def kafka_uuid() -> str:
    """A random id as Kafka writes them: 22 characters of URL-safe base64, the first of them no hyphen."""
    return "a" + base64.urlsafe_b64encode(uuid.uuid4().bytes).decode()[1:22]


def make_storage(logs: Path, template: Path, format_new: Callable[[Path], None]) -> None:
    """Give a new directory its empty storage, with ids of its own; nothing if it has one.

    ``format_new`` makes the storage in the directory it is given, with Kafka's tool; what it makes is kept as
    ``template``. All is done beside ``logs`` and moved there at the end: a start that is killed leaves no half of one.
    """
    if logs.exists():
        return
    unfinished = logs.with_name(f"{logs.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    if template.exists():
        shutil.copytree(template, unfinished)
    else:
        format_new(unfinished)
        _keep(unfinished, template)
    properties = unfinished / "meta.properties"
    content = properties.read_text(encoding="ascii")
    properties.write_text(_IDS.sub(lambda found: f"{found[1]}={kafka_uuid()}", content), encoding="ascii")
    unfinished.replace(logs)


def _keep(storage: Path, template: Path) -> None:
    copy = template.with_name(f"{template.name}.{os.getpid()}")
    shutil.copytree(storage, copy, dirs_exist_ok=True)
    with suppress(OSError):  # of two first starts at once one is the first
        copy.replace(template)
    shutil.rmtree(copy, ignore_errors=True)
