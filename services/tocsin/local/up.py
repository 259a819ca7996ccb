"""Everything on this machine: broker, topics, services, an example configuration, a sample feed, and what it raises."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import NoReturn

from tocsin.edge.settings import Settings
from tocsin.local import examples
from tocsin.local.broker import EmbeddedBroker
from tocsin.local.child import Child
from tocsin.local.errors import StartError
from tocsin.local.guide import Guide
from tocsin.local.state import home_of_a_run, noted_brokers
from tocsin.local.supervisor import Supervisor
from tocsin.local.system import (
    MESSAGES_FILE,
    choose_ports,
    common_environment,
    login_link,
    new_secrets,
    programs,
    tocsin_command,
)
from tocsin.local.tail import Tail

EXAMPLES = Path(examples.__file__).parent
FEED = EXAMPLES / "feed.jsonl"
_PAUSE_SECONDS = "0.1"
"""Between articles of the sample feed, so that a person can follow."""

_POLL_SECONDS = 0.1


class Up:
    """One run of the whole system. ``show`` gets the messages as they arrive, ``say`` words for a person.

    ``data`` None works in a directory that is emptied first; a directory that is named is gone on with, and gets the
    example configuration and the sample feed only the first time. ``sample`` False leaves both out.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        data: Path | None,
        sample: bool,
        show: Callable[[str], None],
        say: Callable[[str], None],
    ) -> None:
        self._settings = settings
        self._data = data
        self._sample = sample
        self._show = show
        self._say = say
        self._home = Path()
        self._broker: EmbeddedBroker | None = None

    def run(self) -> NoReturn:
        """Start everything and keep it running until KeyboardInterrupt; then all of it has ended.

        Raises:
            LocalError: It did not start.
            KeyboardInterrupt: Always, in the end.
        """
        with ExitStack() as stack:
            self._home = stack.enter_context(home_of_a_run(self._data))
            bootstrap = self._settings.brokers or self._start_broker(stack)
            stack.enter_context(noted_brokers(bootstrap))
            self._say(f"Kafka at {bootstrap}.")
            self._command(bootstrap, "topics")
            ports = choose_ports()
            messages = Tail(self._home / MESSAGES_FILE)
            secrets = new_secrets()
            supervisor = Supervisor(programs(bootstrap, ports, self._home, secrets), self._home / "logs", self._say)
            stack.callback(supervisor.stop)
            supervisor.start()
            login = login_link(ports, secrets)
            guide = Guide(bootstrap, ports, self._home, login=login, kept=self._data is not None)
            feed = self._start_feed(bootstrap, stack)
            self._say(guide.where_to_look())
            while True:
                supervisor.watch()
                self._watch_broker()
                for line in messages.new_lines():
                    self._show(line)
                if feed is not None and feed.poll() is not None:
                    self._say(guide.after_the_feed() if feed.poll() == 0 else self._failure(feed, "publish"))
                    feed = None
                time.sleep(_POLL_SECONDS)

    def _start_broker(self, stack: ExitStack) -> str:
        broker = EmbeddedBroker(self._home / "kafka", say=self._say)
        stack.enter_context(broker)
        self._broker = broker
        return broker.bootstrap

    def _watch_broker(self) -> None:
        if self._broker is not None and (code := self._broker.poll()) is not None:
            self._say(f"The broker ended (exit code {code}) and starts again. Its log: {self._broker.log}")
            self._broker.start()

    def _start_feed(self, bootstrap: str, stack: ExitStack) -> Child | None:
        """Put the examples in force and begin to publish; None if they were before, or nobody wants them."""
        marker = self._home / "examples-applied"
        if not self._sample:
            return None
        if marker.exists():
            self._say(f"The examples were applied here before. Their feed again: tocsin publish --now {FEED}")
            return None
        self._command(bootstrap, "apply", str(EXAMPLES))
        marker.touch()
        feed = self._child(bootstrap, "publish", "--now", "--pause", _PAUSE_SECONDS, str(FEED))
        stack.callback(feed.stop)
        return feed

    def _command(self, bootstrap: str, *words: str) -> None:
        child = self._child(bootstrap, *words)
        try:
            failed = child.wait() != 0
        finally:
            child.stop()
        if failed:
            raise StartError(self._failure(child, words[0]))

    def _child(self, bootstrap: str, *words: str) -> Child:
        log = self._home / "logs" / f"{words[0]}.log"
        return Child(tocsin_command(*words), log=log, env=common_environment(bootstrap))

    def _failure(self, child: Child, name: str) -> str:
        return f"`tocsin {name}` failed (exit code {child.poll()}). The end of {child.log}:\n{child.log_tail()}"
