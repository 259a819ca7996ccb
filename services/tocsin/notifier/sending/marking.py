"""Messages in Slack that come to show an acknowledgement, or lose it, wherever it was made."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
import structlog
from msgspec.structs import replace

from tocsin.core.delivery.attempt import Verdict
from tocsin.core.delivery.keys import partition_of, shown_key
from tocsin.core.delivery.lane import Mark
from tocsin.core.delivery.outbox import Outbox
from tocsin.core.delivery.schedule import is_over
from tocsin.core.messages.slack.interaction import with_mark
from tocsin.core.model.delivery import DeliveryRecord, Shown
from tocsin.core.model.subscription import Silence, Subscription
from tocsin.core.routing.marking import acknowledgement_in, shows_already
from tocsin.core.wording.text import clean, escape_cut
from tocsin.edge.kafka.topics import PARTITIONS
from tocsin.notifier.config import Current
from tocsin.notifier.sending.recalling import Recall
from tocsin.notifier.sending.requests import Message
from tocsin.notifier.sending.settle import Settler

log = structlog.get_logger(__name__)

_AUTHOR_LIMIT = 120
_UNTIL = "silent until it escalates"


@dataclass(frozen=True)
class Marking:
    """Finds what to say, and writes down what was said, for one partition in hand."""

    current: Current
    settler: Settler
    recall: Recall

    async def message(self, mark: Mark) -> Message | None:
        """What the message shall say now; None: there is nothing to be said, and what is known of it is settled."""
        silence = acknowledgement_in(self.current.silences(), mark.shown.alert)
        if mark.version and silence is not None and shows_already(silence, mark.shown) and not mark.shown.marked:
            full = await self._recalled(mark)
            if full is not None:
                await self._keep(replace(full, marked=mark.version))
            return None
        full = await self._recalled(mark)
        if full is None or (mark.version and silence is None):
            return None
        edit = {"channel": full.channel, "ts": full.ts, **_words(full, silence if mark.version else None)}
        return Message(id="", edit=edit)

    async def attempted(self, mark: Mark, verdict: Verdict, pause: float | None, outbox: Outbox) -> None:
        """A request was made; ``pause`` is what Slack asks for, in seconds."""
        lane, now = outbox.lane(mark.shown.subscription), time.time()
        if verdict.outcome == "delivered":
            full = await self._recalled(mark)
            if full is not None:
                await self._keep(replace(full, marked=mark.version))
            lane.answered()
        elif verdict.outcome == "retry" and not self._is_old(mark, now):
            lane.marks.setdefault(mark.shown.alert, mark)
            lane.failed((), now, pause)
        else:  # the message is gone, or can't be edited any more
            key = shown_key(mark.shown.subscription, mark.shown.alert)
            await self.settler.write(mark.shown.subscription, [(key, None)])
            log.info("message_not_marked", subscription=mark.shown.subscription, reason=verdict.reason)
            lane.answered()

    def _is_old(self, mark: Mark, now: float) -> bool:
        silence = acknowledgement_in(self.current.silences(), mark.shown.alert)
        return silence is None or is_over(silence.since, now)

    async def _recalled(self, mark: Mark) -> Shown | None:
        partition = partition_of(mark.shown.subscription, PARTITIONS)
        value = await self.recall.value(partition, mark.offset)
        record = None if value is None else msgspec.json.decode(value, type=DeliveryRecord)
        return record if isinstance(record, Shown) else None

    async def _keep(self, shown: Shown) -> None:
        await self.settler.write(shown.subscription, [(shown_key(shown.subscription, shown.alert), shown)])


def can_be_marked(subscription: Subscription | None) -> bool:
    """Whether its messages can be edited: only a bot's can."""
    return subscription is not None and subscription.slack is not None and subscription.slack.token is not None


def _words(shown: Shown, silence: Silence | None) -> dict[str, Any]:
    blocks = msgspec.json.decode(shown.blocks, type=list[dict[str, Any]]) if shown.blocks else []
    if silence is None:
        return {"text": shown.text, "blocks": blocks} if blocks else {"text": shown.text}
    by = escape_cut(clean(silence.author) or "somebody", _AUTHOR_LIMIT)
    at = silence.since or datetime.now(UTC)
    return with_mark(shown.text, blocks, deed="acknowledge", by=by, at=at, done=_UNTIL)
