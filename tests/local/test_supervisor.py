"""What ends is started again, later each time; what is stopped leaves nothing behind."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Clock
from tocsin.local.supervisor import (
    FIRST_PAUSE_SECONDS,
    LONGEST_PAUSE_SECONDS,
    SETTLED_SECONDS,
    Program,
    Supervisor,
    pause_before_restart,
)


def until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def watch_until(supervisor: Supervisor, holds: Callable[[], bool]) -> None:
    def look() -> bool:
        supervisor.watch()
        return holds()

    until(look)


def program(source: str) -> Program:
    return Program("worker", [sys.executable, "-c", source], dict(os.environ))


def runs(logs: Path) -> int:
    log = logs / "worker.log"
    return log.read_text(encoding="utf-8").count("started") if log.exists() else 0


def test_pauses_double_up_to_the_longest() -> None:
    assert [pause_before_restart(ends) for ends in (1, 2, 3, 4)] == [0.5, 1.0, 2.0, 4.0]


@given(st.integers(min_value=1, max_value=10**9))
def test_pauses_stay_within_bounds(ends: int) -> None:
    assert FIRST_PAUSE_SECONDS <= pause_before_restart(ends) <= LONGEST_PAUSE_SECONDS


def test_a_program_that_ends_is_started_again_after_its_pause(tmp_path: Path, clock: Clock) -> None:
    said: list[str] = []
    supervisor = Supervisor([program("print('started'); raise SystemExit(5)")], tmp_path, said.append, clock=clock)
    supervisor.start()

    def ends() -> int:
        return sum("starts again" in line for line in said)

    watch_until(supervisor, lambda: ends() == 1)
    assert "worker ended (exit code 5) and starts again in 0.5 s" in said[0]
    assert str(tmp_path / "worker.log") in said[0]
    supervisor.watch()
    assert supervisor.pids() == {}, "its pause is not over"
    clock.now += 0.5
    watch_until(supervisor, lambda: ends() == 2)
    assert "starts again in 1 s" in said[1]
    clock.now += 1
    watch_until(supervisor, lambda: ends() == 3)
    assert runs(tmp_path) == 3
    assert "The end of its log:\nstarted" in said[-1]
    supervisor.stop()


def test_one_that_ran_long_enough_begins_with_the_first_pause_again(tmp_path: Path, clock: Clock) -> None:
    said: list[str] = []
    supervisor = Supervisor([program("raise SystemExit(1)")], tmp_path, said.append, clock=clock)
    supervisor.start()
    watch_until(supervisor, lambda: len(said) == 1)
    clock.now += 0.5
    watch_until(supervisor, lambda: len(said) == 2)
    clock.now += 1
    supervisor.watch()
    clock.now += SETTLED_SECONDS
    watch_until(supervisor, lambda: len(said) == 3)
    assert "in 0.5 s" in said[0]
    assert "in 1 s" in said[1]
    assert "in 0.5 s" in said[2]
    supervisor.stop()


def test_stopping_ends_all(tmp_path: Path) -> None:
    sleeper = [sys.executable, "-c", "import time; print('started', flush=True); time.sleep(600)"]
    both = [Program(name, sleeper, dict(os.environ)) for name in ("one", "two")]
    supervisor = Supervisor(both, tmp_path, lambda _: None)
    supervisor.start()
    until(lambda: all("started" in (tmp_path / f"{name}.log").read_text() for name in ("one", "two")))
    pids = supervisor.pids()
    assert set(pids) == {"one", "two"}
    supervisor.stop()
    for pid in pids.values():
        with pytest.raises(ProcessLookupError):
            os.killpg(pid, 0)


def test_results_and_words_may_go_to_different_files(tmp_path: Path) -> None:
    source = "import sys; print('result'); print('word', file=sys.stderr)"
    command = [sys.executable, "-c", source]
    one = Program("worker", command, dict(os.environ), output=tmp_path / "results")
    supervisor = Supervisor([one], tmp_path, lambda _: None)
    supervisor.start()
    watch_until(supervisor, lambda: not supervisor.pids())
    assert (tmp_path / "results").read_text() == "result\n"
    assert (tmp_path / "worker.log").read_text() == "word\n"
    supervisor.stop()
