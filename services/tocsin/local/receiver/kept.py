"""What the receiver got, newest last, bounded."""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

KEPT = 10_000


@dataclass(frozen=True)
class Message:
    """One request: where it came in, what it said, and how it was answered.

    ``accepted`` tells that the answer was one of success; ``verified`` whether the signature fitted, None where none
    could be checked; ``ts`` is the id that Slack gave the message. ``at`` is seconds since 1970.
    """

    at: float
    path: str
    kind: Literal["slack", "webhook"]
    accepted: bool
    status: int
    payload: Any
    headers: dict[str, str] = field(default_factory=dict)
    verified: bool | None = None
    error: str | None = None
    ts: str | None = None

    def as_json(self) -> dict[str, Any]:
        """For ``/messages``."""
        return asdict(self)


class Kept:
    """The last ``KEPT`` requests, and counts over all."""

    def __init__(self) -> None:
        self._messages: deque[Message] = deque(maxlen=KEPT)
        self.requests: Counter[str] = Counter()
        self.accepted: Counter[str] = Counter()

    def add(self, message: Message) -> None:
        """Keep one; the oldest goes when there are too many."""
        self._messages.append(message)
        self.requests[message.path] += 1
        self.accepted[message.path] += message.accepted

    def __iter__(self) -> Iterator[Message]:
        return iter(tuple(self._messages))

    def __len__(self) -> int:
        return len(self._messages)

    def clear(self) -> None:
        """Forget all."""
        self._messages.clear()
        self.requests.clear()
        self.accepted.clear()
