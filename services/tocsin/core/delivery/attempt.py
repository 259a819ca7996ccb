"""What comes of one request to a receiver, and what it means for the delivery."""

from dataclasses import dataclass

from tocsin.core.model.receipt import Outcome, Reason


@dataclass(frozen=True, slots=True)
class Answer:
    """The receiver answered. ``body`` is cut at the client's limit; ``whole`` tells that it was not."""

    status: int
    body: bytes = b""
    retry_after: str | None = None
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Failure:
    """There was no answer."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an attempt means.

    ``retry_after`` is the receiver's wish as it wrote it. ``plain`` asks to send the message again as plain text,
    ``anew`` as a message of its own because the one it belongs to is gone; both at once and without waiting. ``ts`` and
    ``channel`` say where Slack put the message.
    """

    outcome: Outcome
    reason: Reason
    status: int | None = None
    retry_after: str | None = None
    plain: bool = False
    anew: bool = False
    ts: str | None = None
    channel: str | None = None
