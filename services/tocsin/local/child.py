"""A child process that cannot outlive this one."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tocsin.local import lifeline

GRACE_SECONDS = 10.0
"""How long a child may take to end in good order before it is killed."""


class Child:
    """A running command in a session of its own, so that Ctrl-C reaches only us and we decide the order.

    Output goes to ``log``, standard output to ``output`` if given; both are appended to. ``env`` is the whole
    environment. ``grace_seconds`` holds also if we are killed.

    Raises:
        OSError: The log cannot be written.
    """

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        log: Path,
        env: Mapping[str, str],
        output: Path | None = None,
        cwd: Path | None = None,
        grace_seconds: float = GRACE_SECONDS,
    ) -> None:
        self.log = log
        self._grace_seconds = grace_seconds
        watched, self._lifeline = os.pipe()
        try:
            with log.open("ab") as errors, (output or log).open("ab") as results:
                self.log_start = errors.tell()
                self._process = subprocess.Popen(  # noqa: S603 - our own command
                    [
                        *(sys.executable, "-I", "-S", lifeline.__file__, str(watched), str(grace_seconds)),
                        *map(str, command),
                    ],
                    stdin=subprocess.DEVNULL,
                    stdout=results,
                    stderr=errors,
                    env=dict(env),
                    cwd=cwd,
                    pass_fds=(watched,),
                    start_new_session=True,
                )
        except BaseException:
            os.close(self._lifeline)
            raise
        finally:
            os.close(watched)

    @property
    def pid(self) -> int:
        """The process id of the group's leader."""
        return self._process.pid

    def poll(self) -> int | None:
        """The exit code (128 + N after signal N), or None while it runs."""
        code = self._process.poll()
        return None if code is None else _as_exit_code(code)

    def wait(self, seconds: float | None = None) -> int:
        """Wait for the end. Raises subprocess.TimeoutExpired."""
        return _as_exit_code(self._process.wait(seconds))

    def ask_to_stop(self) -> None:
        """Send SIGTERM and return at once."""
        if self._process.poll() is None:
            self._process.terminate()

    def stop(self) -> int:
        """End it in good order, or by SIGKILL after the grace time; the exit code."""
        self.ask_to_stop()
        try:
            return self.wait(self._grace_seconds)
        except subprocess.TimeoutExpired:
            return self.kill()
        finally:
            self._close()

    def kill(self) -> int:
        """End it and all it started with SIGKILL; the exit code."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        try:
            return self.wait()
        finally:
            self._close()

    def log_tail(self, lines: int = 15) -> str:
        """The last lines that this run wrote."""
        with self.log.open("rb") as file:
            file.seek(self.log_start)
            return "\n".join(file.read().decode("utf-8", "replace").splitlines()[-lines:])

    def _close(self) -> None:
        if self._lifeline >= 0:
            os.close(self._lifeline)
            self._lifeline = -1


def _as_exit_code(code: int) -> int:
    """As shells and the lifeline count: 128 + N for a process that signal N ended."""
    return code if code >= 0 else 128 - code
