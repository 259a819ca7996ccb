"""Runs one command and ends it when the process that asked for it is gone, however that ended.

A stand-alone script (standard library only, started by path) between a parent and its child: a parent that is killed
with SIGKILL can clean up nothing itself. Two signs of its end are watched: the end of a pipe that only the parent
holds open, and this process's parent id (a forked copy of the parent could keep the pipe open). In turn Linux ends the
child with this process (PR_SET_PDEATHSIG; see prctl(2)).

Usage: ``python lifeline.py PIPE_FD GRACE_SECONDS COMMAND [ARGUMENT ...]``. SIGTERM and SIGINT are passed on. The exit
code is the child's, or 128 + the signal that ended it.
"""

import ctypes
import os
import select
import signal
import subprocess
import sys

_PR_SET_PDEATHSIG = 1
"""From linux/prctl.h."""

_POLL_SECONDS = 0.5
"""How often the parent's id is looked at; all else is told at once."""


def _die_with_parent() -> None:
    """In the child, before its program starts. The signal comes when the parent's *thread* ends: it has only one."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def main(pipe: int, grace_seconds: float, command: list[str]) -> int:
    """Run the command to its end, or to the parent's."""
    parent = os.getppid()
    # Signals are noted from before the child is there, so that none finds this process without a handler; each also
    # writes a byte that wakes select(), as does the child's end.
    asked: list[int] = []
    woken, waker = os.pipe()
    for end in (woken, waker):
        os.set_blocking(end, False)
    signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGCHLD):
        signal.signal(number, lambda which, _frame: asked.append(which))
    try:
        child = subprocess.Popen(command, preexec_fn=_die_with_parent)  # noqa: S603, PLW1509 - one thread, our own command
    except OSError as error:
        sys.stderr.write(f"cannot run {command[0]}: {error.strerror}\n")
        return 127
    while child.poll() is None:
        while asked:
            which = asked.pop(0)
            if which != signal.SIGCHLD:
                child.send_signal(which)
        readable, _, _ = select.select([pipe, woken], [], [], _POLL_SECONDS)
        if woken in readable:
            os.read(woken, 64)
        if pipe in readable or os.getppid() != parent:
            _end(child, grace_seconds)
    return child.returncode if child.returncode >= 0 else 128 - child.returncode


def _end(child: "subprocess.Popen[bytes]", grace_seconds: float) -> None:
    child.terminate()
    try:
        child.wait(grace_seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]))
