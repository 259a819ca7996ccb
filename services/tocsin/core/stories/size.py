"""A story's bytes in the table: bounded, whatever its articles say and however many there are."""

from msgspec import json, msgpack
from msgspec.structs import replace

from tocsin.core.model.story import Profile, Story
from tocsin.core.stories.profile import MAX_WORDS

LIMIT_BYTES = 60_000
"""Below the 64 KiB that a table's record may have, with room for its key and headers."""

MAX_REPORTS = 40
MAX_OLDER = 400
MAX_FAMILIES = 200
MAX_EVIDENCE = 6
MAX_TEXT = 300

_ENCODER = msgpack.Encoder()
_DECODER = msgpack.Decoder(Story)
_JSON_DECODER = json.Decoder(Story)
_JSON_BEGINS = b"{"
"""Stories were written as JSON before; no MessagePack of an object begins so."""


def encode_story(story: Story) -> bytes:
    """The story as it is written to its table: MessagePack, half as dear as JSON to write, and a quarter smaller."""
    return _ENCODER.encode(story)


def decode_story(data: bytes) -> Story:
    """The story that was written.

    Raises:
        msgspec.DecodeError: These are not a story's bytes.
    """
    return (_JSON_DECODER if data.startswith(_JSON_BEGINS) else _DECODER).decode(data)


def within_limits(story: Story) -> Story:
    """The story with no list too long: its oldest reports go. The first stays: it is the earliest source."""
    return _bound_lists(story, MAX_REPORTS)


def bounded(story: Story) -> tuple[Story, bytes]:
    """The story, and its bytes, no more than a table's record may have, whatever its texts: what it can spare goes."""
    reports = len(story.reports)
    data = _ENCODER.encode(story)
    while len(data) > LIMIT_BYTES and reports > 1:
        reports //= 2
        spared = replace(story, evidence=story.evidence[:1], labels={}, older=story.older[-reports:])
        story = _bound_lists(spared, reports)
        data = _ENCODER.encode(story)
    if len(data) > LIMIT_BYTES:
        story = replace(story, profile=_halved(story.profile), labels={}, evidence=())
        data = _ENCODER.encode(story)
    return story, data


def _halved(known: Profile) -> Profile:
    """The profile with half the features of each sort: what no text but one made for it will need."""
    halves = {
        name: dict(list(getattr(known, name).items())[: MAX_WORDS // 4])
        for name in ("terms", "names", "places", "numbers", "actors", "manners")
    }
    return Profile(articles=known.articles, sketches=known.sketches, **halves)


def _bound_lists(story: Story, reports: int) -> Story:
    kept = story.reports
    older = story.older
    if len(kept) > reports:
        dropped = kept[1 : len(kept) - reports + 1]
        kept = (kept[0], *kept[len(kept) - reports + 1 :])
        older = (*older, *(report.article for report in dropped))[-MAX_OLDER:]
    if kept is story.reports and len(story.families) <= MAX_FAMILIES and len(story.evidence) <= MAX_EVIDENCE:
        return story
    return replace(
        story,
        reports=kept,
        older=older,
        families=story.families[:MAX_FAMILIES],
        evidence=story.evidence[:MAX_EVIDENCE],
    )
