"""No child outlives its parent, however the parent ends."""

import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tocsin.local.child import Child

PATIENCE_SECONDS = 60.0


def until(holds: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.05)
    return False


def refuses(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) != 0


def gone(pid: int) -> bool:
    """No such process, or one that only waits to be reaped."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    command = ["ps", "-o", "stat=", "-p", str(pid)]
    state = subprocess.run(command, capture_output=True, text=True, check=False)
    return state.stdout.strip()[:1] in {"", "Z"}


def environment() -> Mapping[str, str]:
    return dict(os.environ)


def shell(script: str, log: Path, grace_seconds: float = 10.0) -> Child:
    return Child(["/bin/sh", "-c", script], log=log, env=environment(), grace_seconds=grace_seconds)


def pid_in(log: Path) -> int:
    assert until(lambda: log.exists() and log.read_text().endswith("\n"))
    return int(log.read_text().split()[-1])


def test_a_broker_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    program = f"""
        import time
        from pathlib import Path
        from tocsin.local.broker import EmbeddedBroker
        broker = EmbeddedBroker(Path({str(tmp_path)!r}), port=0)
        broker.start()
        print(broker.bootstrap, flush=True)
        time.sleep(600)
    """
    command = [sys.executable, "-c", textwrap.dedent(program)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        port = int(parent.stdout.readline().rpartition(":")[2])
        assert not refuses(port)
        parent.kill()
    assert until(lambda: refuses(port))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_tocsin_broker_prints_its_address_and_ends_when_told(tmp_path: Path, number: int) -> None:
    # as a shell starts background jobs: with SIGINT ignored
    command = [
        "/bin/sh",
        "-c",
        'trap "" INT; exec "$@"',
        "sh",
        sys.executable,
        "-m",
        "tocsin.cli",
        "broker",
        "--data",
        str(tmp_path),
        "--port",
        "0",
    ]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, cwd=tmp_path) as running:
        assert running.stdout is not None
        address = running.stdout.readline().strip()
        port = int(address.rpartition(":")[2])
        assert not refuses(port)
        assert (tmp_path / ".tocsin" / "brokers").read_text().strip() == address
        running.send_signal(number)
        _, words = running.communicate(timeout=PATIENCE_SECONDS)
    assert running.returncode == 0
    assert f"TOCSIN_BROKERS={address}" in words
    assert refuses(port)
    assert not (tmp_path / ".tocsin" / "brokers").exists()


def test_a_child_ends_when_the_process_between_is_killed(tmp_path: Path) -> None:
    child = shell("echo $$; exec sleep 600", tmp_path / "log")
    pid = pid_in(tmp_path / "log")
    os.kill(child.pid, signal.SIGKILL)
    assert until(lambda: gone(pid))
    child.kill()


def test_stopping_asks_first_and_the_exit_code_is_the_childs(tmp_path: Path) -> None:
    child = shell("trap 'echo asked; exit 7' TERM; echo $$; while :; do sleep 0.05; done", tmp_path / "log")
    pid_in(tmp_path / "log")
    assert child.stop() == 7
    assert "asked" in child.log_tail()


def test_a_child_that_does_not_listen_is_killed_after_its_grace(tmp_path: Path) -> None:
    child = shell("trap '' TERM; echo $$; while :; do sleep 0.05; done", tmp_path / "log", grace_seconds=0.5)
    pid = pid_in(tmp_path / "log")
    assert child.stop() != 0
    assert until(lambda: gone(pid))


@pytest.mark.parametrize(("script", "code"), [("exit 3", 3), ("kill -9 $$", 137)])
def test_how_a_child_ended_is_passed_on(tmp_path: Path, script: str, code: int) -> None:
    assert shell(script, tmp_path / "log").wait(PATIENCE_SECONDS) == code


def test_a_command_that_cannot_run_is_told_in_its_log(tmp_path: Path) -> None:
    child = Child([tmp_path / "nothing"], log=tmp_path / "log", env=environment())
    assert child.wait(PATIENCE_SECONDS) == 127
    assert "cannot run" in child.log_tail()
