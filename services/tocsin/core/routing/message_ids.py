"""The ids of messages, as subscribers see them: the same at each attempt."""

from datetime import datetime

from tocsin.core.model.delivery import Delivery, Gathered
from tocsin.core.model.ids import digest
from tocsin.core.routing.gathering import cause_of


def message_id(delivery: Delivery) -> str:
    """The id that a subscriber sees: of one revision for one subscription, the same at each attempt."""
    return "msg_" + digest("message", delivery.id, str(delivery.alert.seq))


def held_message_id(subscription: str, since: datetime) -> str:
    """The id of the message that tells a number held back from then on."""
    return "msg_" + digest("held", subscription, since.isoformat())


def summary_message_id(gathered: Gathered) -> str:
    """The id of the message that tells what was gathered from then on."""
    return "msg_" + digest("gathered", gathered.subscription, cause_of(gathered), gathered.since.isoformat())
