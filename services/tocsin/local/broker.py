"""Apache Kafka as a child process: a real broker with no Docker, no installed Java and no Maven."""

import fcntl
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from tocsin.local.cache import cache_dir
from tocsin.local.child import Child
from tocsin.local.errors import PortTakenError, StartError
from tocsin.local.jars import provide_jars
from tocsin.local.java import java_command, java_environment
from tocsin.local.ports import LOOPBACK, free_ports, is_free, usual_or_free
from tocsin.local.properties import LOG4J, READY, server_properties
from tocsin.local.storage import kafka_uuid, make_storage

USUAL_PORT = 9092
_READY_SECONDS = 90.0
_UNLOCK_SECONDS = 20.0
_POLL_SECONDS = 0.05
_BIND_FAILURES = ("Address already in use", "Socket server failed to bind")
_BIND_ATTEMPTS = 5


class EmbeddedBroker:
    """One broker over one data directory; a context manager that starts and stops it.

    ``port`` None takes 9092 if it is free and any other else; 0 takes any free one; a number insists. The port stays
    the object's over stop and start, so that clients find the broker again. ``properties`` go to server.properties
    over ours. ``say`` gets words for a person who waits.
    """

    def __init__(
        self,
        data: Path,
        *,
        port: int | None = None,
        properties: Mapping[str, str] | None = None,
        say: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.data = data.absolute()
        self._wanted_port = port
        self._port = port or 0
        self._properties = dict(properties or {})
        self._say = say
        self._child: Child | None = None

    @property
    def bootstrap(self) -> str:
        """Its address, ``127.0.0.1:PORT``; only after the first start."""
        return f"{LOOPBACK}:{self._port}"

    @property
    def log(self) -> Path:
        """What the broker writes."""
        return self.data / "broker.log"

    def poll(self) -> int | None:
        """None while it runs; else how it ended (0 also if it was never started)."""
        return self._child.poll() if self._child else 0

    def start(self) -> None:
        """Fetch what is missing, format the directory if it is new, start, and return once requests are accepted.

        Raises:
            LocalError: With what went wrong and what to do; see ``tocsin.local.errors`` for the kinds.
        """
        if self.poll() is None:
            return
        jars = provide_jars(cache_dir(), self._say)
        try:
            self.data.mkdir(parents=True, exist_ok=True)
            (self.data / "log4j2.properties").write_text(LOG4J, encoding="utf-8")
        except OSError as error:
            raise StartError(f"Cannot write to {self.data}: {error.strerror}. Name another directory.") from error
        self._wait_for_lock()
        make_storage(self.data / "logs", jars[0].parent / "formatted", partial(self._format, jars))
        for attempt in range(1, _BIND_ATTEMPTS + 1):
            settled = self._choose_port()
            try:
                self._launch(jars)
            except PortTakenError:
                # Between our look and its bind someone else took a port; only the controller's if ours is settled.
                if attempt == _BIND_ATTEMPTS or (settled and not is_free(self._port)):
                    raise
            else:
                return

    def stop(self) -> None:
        """End it in good order; nothing that was acknowledged is lost, and the next start needs no recovery."""
        if self._child:
            self._child.stop()
            self._child = None

    def kill(self) -> None:
        """End it by SIGKILL, as a crash would."""
        if self._child:
            self._child.kill()
            self._child = None

    def __enter__(self) -> Self:
        """Start."""
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Stop."""
        self.stop()

    def _choose_port(self) -> bool:
        """Set the port, if it is still to be chosen; whether it was settled before."""
        if self._wanted_port:
            if not is_free(self._port):
                raise PortTakenError(
                    f"Port {self._port} on {LOOPBACK} is in use. Stop what listens there, or name another port."
                )
            return True
        self._port = usual_or_free(USUAL_PORT) if self._wanted_port is None else free_ports(1)[0]
        return False

    def _wait_for_lock(self) -> None:
        """Wait until a broker that is just ending has let go of the directory (Kafka locks ``.lock`` in it)."""
        lock = self.data / "logs" / ".lock"
        deadline = time.monotonic() + _UNLOCK_SECONDS
        while lock.exists():
            with lock.open("ab") as file:
                try:
                    fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except OSError:
                    pass
                else:
                    return
            if time.monotonic() > deadline:
                raise StartError(f"Another broker runs on {self.data}. Stop it, or name another directory.")
            time.sleep(_POLL_SECONDS)

    def _format(self, jars: tuple[Path, ...], storage: Path) -> None:
        """Run Kafka's tool; the cluster id it is given is replaced in each copy of what it makes."""
        properties = self.data / "format.properties"
        port, controller_port = free_ports(2)
        properties.write_text(server_properties(storage.name, port, controller_port, {}), encoding="utf-8")
        options = ("format", "--cluster-id", kafka_uuid(), "--config", properties.name)
        child = self._run(jars, "kafka.tools.StorageTool", *options)
        if child.wait(_READY_SECONDS) != 0:
            raise StartError(self._failure(child, "Kafka could not format its data directory"))

    def _launch(self, jars: tuple[Path, ...]) -> None:
        (controller_port,) = free_ports(1)
        properties = self.data / "server.properties"
        properties.write_text(
            server_properties("logs", self._port, controller_port, self._properties), encoding="utf-8"
        )
        child = self._run(jars, "kafka.Kafka", properties.name)
        try:
            self._wait_until_ready(child)
        except BaseException:
            child.kill()
            raise
        self._child = child
        self._wanted_port = self._port

    def _wait_until_ready(self, child: Child) -> None:
        deadline = time.monotonic() + _READY_SECONDS
        while READY not in child.log_tail():
            if child.poll() is not None:
                if any(words in child.log_tail(200) for words in _BIND_FAILURES):
                    raise PortTakenError(self._failure(child, f"Port {self._port} or the controller's was taken"))
                raise StartError(self._failure(child, "The broker ended while it was starting"))
            if time.monotonic() > deadline:
                raise StartError(self._failure(child, f"The broker was not ready after {_READY_SECONDS:.0f} s"))
            time.sleep(_POLL_SECONDS)

    def _run(self, jars: tuple[Path, ...], main_class: str, *arguments: str | Path) -> Child:
        command = java_command(jars, self.data / "log4j2.properties", main_class, *arguments)
        return Child(command, log=self.log, env=java_environment(), cwd=self.data)

    def _failure(self, child: Child, what: str) -> str:
        return (
            f"{what} (exit code {child.poll()}). The end of {self.log}:\n{child.log_tail()}\n"
            "If Java itself cannot run here, name another java program (17 or newer) in TOCSIN_JAVA."
        )
