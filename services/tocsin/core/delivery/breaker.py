"""A circuit breaker: a receiver that fails again and again is asked seldom until it answers."""

from dataclasses import dataclass

FAILURES_TO_OPEN = 5
FIRST_PAUSE_SECONDS = 2.0
LONGEST_PAUSE_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Breaker:
    """``failures`` in a row; when there are enough, no attempt is made before ``until`` (seconds since 1970)."""

    failures: int = 0
    until: float = 0.0

    @property
    def is_open(self) -> bool:
        """Whether attempts are probes."""
        return self.failures >= FAILURES_TO_OPEN

    def failed(self, now: float) -> "Breaker":
        """After a failed attempt; each further failure doubles the pause."""
        failures = self.failures + 1
        if failures < FAILURES_TO_OPEN:
            return Breaker(failures)
        doublings = min(failures - FAILURES_TO_OPEN, 16)
        return Breaker(failures, now + min(FIRST_PAUSE_SECONDS * 2**doublings, LONGEST_PAUSE_SECONDS))

    def succeeded(self) -> "Breaker":
        """After the receiver answered."""
        return Breaker()
