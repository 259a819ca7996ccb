"""Keeps programs running: one that ends is started again, the sooner the longer it had lived."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tocsin.local.child import Child

FIRST_PAUSE_SECONDS: Final = 0.5
LONGEST_PAUSE_SECONDS: Final = 30.0
SETTLED_SECONDS: Final = 60.0
"""A program that ran this long is counted as well; its next end is its first."""

_TELL_MORE_AFTER: Final = 3
_LINES_SHOWN: Final = 12


@dataclass(frozen=True)
class Program:
    """A command to keep running: a name for people and for its log file, its words, its whole environment.

    ``output`` is where its standard output goes, when not to the log.
    """

    name: str
    command: Sequence[str]
    env: Mapping[str, str]
    output: Path | None = None


def pause_before_restart(ends_in_a_row: int) -> float:
    """Seconds to wait after the n-th end in a row: 0.5, 1, 2, … up to 30."""
    return min(FIRST_PAUSE_SECONDS * 2.0 ** min(ends_in_a_row - 1, 16), LONGEST_PAUSE_SECONDS)


class Supervisor:
    """Runs programs, each with its own log in ``logs``. ``say`` gets what a person should know.

    ``watch`` is to be called again and again, several times a second; it never waits.
    """

    def __init__(
        self,
        programs: Sequence[Program],
        logs: Path,
        say: Callable[[str], None],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._logs = logs
        self._say = say
        self._clock = clock
        self._watched = [_Watched(program) for program in programs]

    def start(self) -> None:
        """Start all."""
        for one in self._watched:
            self._start(one)

    def watch(self) -> None:
        """Note which have ended, and start those whose pause is over."""
        now = self._clock()
        for one in self._watched:
            if one.child is not None and one.child.poll() is not None:
                self._note_end(one, one.child, now)
            elif one.child is None and now >= one.due:
                self._start(one)

    def stop(self) -> None:
        """Ask all to stop, wait for each, kill those that don't."""
        running = [one.child for one in self._watched if one.child is not None]
        for child in running:
            child.ask_to_stop()
        for child in running:
            child.stop()

    def pids(self) -> dict[str, int]:
        """The process groups that run now, by name."""
        return {one.program.name: one.child.pid for one in self._watched if one.child is not None}

    def _start(self, one: "_Watched") -> None:
        log, program = self._logs / f"{one.program.name}.log", one.program
        one.child = Child(program.command, log=log, env=program.env, output=program.output)
        one.started = self._clock()

    def _note_end(self, one: "_Watched", child: Child, now: float) -> None:
        code = child.stop()
        one.child = None
        one.ends = 1 if now - one.started >= SETTLED_SECONDS else one.ends + 1
        pause = pause_before_restart(one.ends)
        one.due = now + pause
        self._say(f"{one.program.name} ended (exit code {code}) and starts again in {pause:g} s. Its log: {child.log}")
        if one.ends == _TELL_MORE_AFTER:
            self._say(f"{one.program.name} keeps ending. The end of its log:\n{child.log_tail(_LINES_SHOWN)}")


class _Watched:
    """A program, and what is known of its runs."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.child: Child | None = None
        self.started = 0.0
        self.due = 0.0
        self.ends = 0
