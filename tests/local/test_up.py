"""``tocsin up`` as a person runs it: everything comes up, shows alerts, heals, and leaves nothing behind."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

PATIENCE_SECONDS = 120.0

ARTICLE = {
    "url": "https://levant-courier.example/2026/03/06/ramadi-station",
    "title": "Blast at Ramadi bus station kills 18",
    "body": "RAMADI, Iraq — A bomb at the main bus station of Ramadi killed 18 people on Friday, police said.",
    "publisher": "Levant Courier",
    "published": "2026-03-06T09:00:00Z",
}


class Running:
    """A ``tocsin up`` and what it has printed so far."""

    def __init__(self, cwd: Path, *options: str) -> None:
        command = [sys.executable, "-P", "-m", "tocsin.cli", "up", *options]
        env = {name: value for name, value in os.environ.items() if not name.startswith("TOCSIN_BROKERS")}
        self.cwd = cwd
        self.process = subprocess.Popen(
            command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self.shown: list[str] = []
        self.said: list[str] = []
        self._readers = [
            threading.Thread(target=self._read, args=(stream, lines), daemon=True)
            for stream, lines in ((self.process.stdout, self.shown), (self.process.stderr, self.said))
        ]
        for reader in self._readers:
            reader.start()

    def until(self, holds: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not holds():
            assert self.process.poll() is None, "".join(self.said)
            assert time.monotonic() < deadline, "".join(self.said + self.shown)
            time.sleep(0.1)

    def says(self, words: str) -> bool:
        return any(words in line for line in self.said)

    def shows(self, words: str) -> bool:
        return any(words in line for line in self.shown)

    def address(self, name: str) -> str:
        """The URL that was printed behind a word."""
        line = next(line for line in self.said if name in line.split() and "http://" in line)
        return line[line.index("http://") :].strip()

    def tocsin(self, *words: str, text: str = "") -> "subprocess.CompletedProcess[str]":
        """A command in another terminal, in the same directory."""
        command = [sys.executable, "-P", "-m", "tocsin.cli", *words]
        return subprocess.run(command, cwd=self.cwd, input=text, capture_output=True, text=True, check=False)

    def end(self, number: int) -> int:
        self.process.send_signal(number)
        code = self.process.wait(PATIENCE_SECONDS)
        for reader in self._readers:
            reader.join(PATIENCE_SECONDS)
        return code

    @staticmethod
    def _read(stream: "Iterator[str] | None", lines: list[str]) -> None:
        for line in stream or ():  # one by one, as they come
            lines.append(line)  # noqa: PERF402


def console_page(link: str) -> str:
    """The stories, for who follows the link and logs in."""
    address, _, token = link.partition("/login#token=")
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    form = urllib.parse.urlencode({"token": token, "name": "Ana", "next": "/?standing=all"}).encode()
    with browser.open(address + "/login", form) as page:
        shown: str = page.read().decode()
        return shown


@pytest.fixture
def up(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    started: list[Running] = []

    def start(*options: str) -> Running:
        started.append(Running(tmp_path, *options))
        return started[-1]

    yield start
    for running in started:
        if running.process.poll() is None:
            running.end(signal.SIGKILL)


def test_it_shows_alerts_takes_more_heals_and_ends(
    up: Callable[..., Running], descendants: Callable[[int], dict[int, str]]
) -> None:
    running = up()
    running.until(lambda: running.shows("Mosul"))
    running.until(lambda: running.says("The sample feed is published"))

    # what it prints leads somewhere
    with urllib.request.urlopen(running.address("messages")) as page:  # noqa: S310
        assert "Mosul" in page.read().decode()
    for service in ("scorer", "correlator", "notifier"):
        with urllib.request.urlopen(running.address(service)) as page:  # noqa: S310
            assert list(text_string_to_metric_families(page.read().decode()))

    # the link that it prints lets into the console, and a press on the stand-in's page silences a story
    assert "Mosul" in console_page(running.address("console"))
    messages = running.address("messages")
    with urllib.request.urlopen(messages) as page:  # noqa: S310
        ts, action = re.findall(
            r'name="ts" value="([0-9.]+)"><button [^>]*value="(tocsin-acknowledge)"', page.read().decode()
        )[0]
    form = urllib.parse.urlencode({"ts": ts, "action": action}).encode()
    urllib.request.urlopen(urllib.request.Request(messages + "press", form, {"Origin": messages.rstrip("/")}))  # noqa: S310
    running.until(lambda: running.shows("Acknowledged by"))
    assert "(Slack U0STANDIN)" in running.tocsin("silence", "list").stdout

    # a service that is killed comes back, and an article from another terminal reaches Slack
    commands = descendants(running.process.pid)
    (victim,) = [pid for pid, line in commands.items() if line.endswith(" scorer") and "lifeline" not in line]
    os.kill(victim, signal.SIGKILL)
    running.until(lambda: running.says("scorer ended (exit code 137) and starts again"))
    sent = running.tocsin("publish", "--now", "-", text=json.dumps(ARTICLE))
    assert sent.returncode == 0, sent.stderr
    running.until(lambda: running.shows("Ramadi"))

    # a second one in the same place says what is the matter
    second = running.tocsin("up")
    assert second.returncode == 1
    assert "already runs" in second.stderr

    children = descendants(running.process.pid)
    assert len(children) >= 5
    assert running.end(signal.SIGINT) == 0
    assert not set(children) & set(descendants(1) | descendants(os.getpid()))
    assert not (running.cwd / ".tocsin" / "brokers").exists()


def test_nothing_outlives_it_when_it_is_killed(
    up: Callable[..., Running], descendants: Callable[[int], dict[int, str]]
) -> None:
    running = up("--no-sample")
    running.until(lambda: running.says("Tocsin runs"))
    children = set(descendants(running.process.pid))
    assert len(children) >= 5
    running.end(signal.SIGKILL)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while left := children & set(descendants(1) | descendants(os.getpid())):
        assert time.monotonic() < deadline, left
        time.sleep(0.1)


def test_a_broker_that_does_not_answer_is_told(
    up: Callable[..., Running], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    del up
    monkeypatch.setenv("TOCSIN_BROKERS", "127.0.0.1:9")
    command = [sys.executable, "-P", "-m", "tocsin.cli", "up"]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "`tocsin topics` failed" in ended.stderr
    assert "127.0.0.1:9" in ended.stderr
