"""Which messages in Slack are to show that their story is acknowledged, or no longer."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from tocsin.core.delivery.lane import Mark
from tocsin.core.delivery.outbox import Placed
from tocsin.core.model.delivery import Shown
from tocsin.core.model.ids import digest
from tocsin.core.model.subscription import Silence
from tocsin.core.routing.silencing import in_force, is_acknowledgement


def marks(shown: Mapping[str, Mapping[str, Placed]], silences: Iterable[Silence], now: datetime) -> Iterator[Mark]:
    """What is to be marked, or freed of its mark, so that these messages (by alert and subscription) show what stands.

    An acknowledgement that ended by its time stays on its message; one that was taken back does not.
    """
    standing = {silence.match.story: silence for silence in silences if is_acknowledgement(silence)}
    marked = (alert for alert, by in shown.items() if any(placed.shown.marked for placed in by.values()))
    for alert in dict.fromkeys((*standing, *marked)):
        for placed in shown.get(alert or "", {}).values():
            wanted = _version(standing.get(alert), placed.shown, now)
            if wanted is not None and wanted != placed.shown.marked:
                yield Mark(placed.shown, placed.offset, wanted)


def acknowledgement_in(silences: Iterable[Silence], alert: str) -> Silence | None:
    """The acknowledgement of that story, if there is one."""
    return next((each for each in silences if each.match.story == alert and is_acknowledgement(each)), None)


def _version(silence: Silence | None, shown: Shown, now: datetime) -> str | None:
    """What is to be marked on the message; empty: nothing, None: what stands there may stay."""
    if silence is None:
        return ""
    if silence.seq is None or not in_force(silence, now):
        return None
    if shown.escalated is not None and shown.escalated > silence.seq:
        return None
    return digest("mark", silence.id, str(silence.seq), silence.author, str(silence.since))


def shows_already(silence: Silence, shown: Shown) -> bool:
    """Whether the button that made it was this message's, and so the message was changed by who answered the press."""
    return silence.marked == place_of(shown.channel, shown.ts)


def place_of(channel: str, ts: str) -> str:
    """A message in Slack, as silences name it."""
    return f"{channel}/{ts}"
