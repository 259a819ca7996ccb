"""From the changelogs' bytes to stories in memory and their index, once the changelogs have been read."""

import asyncio

import msgspec
import structlog

from tocsin.core.model.story import Story
from tocsin.core.stories import decode_story
from tocsin.correlator.rulebook import Rulebook
from tocsin.correlator.table import StoryTable

log = structlog.get_logger(__name__)

TAKEN_AT_ONCE = 200
"""Stories taken in between two turns of the loop: about 20 ms."""


async def take_in(table: StoryTable, rulebook: Rulebook) -> int:
    """Bring what the changelogs said into memory and index; returns how many entries could not be read.

    Those are skipped and named. Of a partition that was held before, what it said is known but for what another
    worker wrote in the meantime.
    """
    unreadable = taken = 0
    for said in table.said.values():
        while said:
            key, value = said.popitem()
            story = _decoded(key, value)
            known = table.stories.get(key.decode(errors="replace") if story is None else story.id)
            if value is None and known is not None:
                table.drop(known.id)
                rulebook.discard(known)
            elif story is not None and (known is None or known.seq < story.seq):
                table.keep(story)
                rulebook.take_in(story)
            unreadable += story is None and value is not None
            taken += 1
            if taken % TAKEN_AT_ONCE == 0:
                await asyncio.sleep(0)
    table.said.clear()
    return unreadable


def _decoded(key: bytes, value: bytes | None) -> Story | None:
    try:
        return None if value is None else decode_story(value)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        log.warning("story_unreadable", key=repr(key)[:80], problem=str(error))
        return None
