"""A small Maven repository on the loopback interface, served from the jars that the real one gave."""

import subprocess
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tocsin.local import jars as jars_module
from tocsin.local.cache import cache_dir
from tocsin.local.jars import Jar, pinned_jars, provide_jars

FEW = ("slf4j-api", "jspecify", "HdrHistogram")


class Mirror:
    """A repository whose files tests can change; ``url`` is where it answers, ``asked`` what was fetched."""

    def __init__(self, root: Path, url: str, asked: list[str]) -> None:
        self.root = root
        self.url = url
        self.asked = asked

    def path(self, jar: Jar) -> Path:
        return self.root.joinpath(*jar.group.split("."), jar.artifact, jar.version, jar.filename)


@pytest.fixture
def few_jars(monkeypatch: pytest.MonkeyPatch) -> tuple[Jar, ...]:
    """Three small jars stand for all, with their real checksums."""
    few = tuple(jar for jar in pinned_jars() if jar.artifact in FEW)
    monkeypatch.setattr(jars_module, "pinned_jars", lambda: few)
    monkeypatch.setattr(jars_module, "kafka_version", lambda: "few")
    return few


@pytest.fixture
def mirror(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mirror]:
    """A mirror of Central, named in jgo's configuration file in an otherwise empty home directory."""
    real = {path.name: path for path in provide_jars(cache_dir())}
    asked: list[str] = []

    class Handler(SimpleHTTPRequestHandler):
        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            del size
            asked.append(f"{self.path} {int(code)}")

    served = Mirror(tmp_path / "mirror", "", asked)
    for jar in pinned_jars():
        if jar.artifact in FEW:
            served.path(jar).parent.mkdir(parents=True)
            served.path(jar).write_bytes(real[jar.filename].read_bytes())
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(served.root))) as server:
        served.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        _use_home(tmp_path / "home", monkeypatch, served.url)
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()


def _use_home(home: Path, monkeypatch: pytest.MonkeyPatch, mirror: str) -> None:
    """Make this the home directory, empty but for jgo's configuration."""
    (home / ".config").mkdir(parents=True)
    (home / ".config" / "jgo.conf").write_text(f"[repositories]\ncentral = {mirror}\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "JGO_CONFIG_FILE", "http_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def use_mirror(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Name this URL as the mirror of Central, in an otherwise empty home directory."""
    return partial(_use_home, tmp_path / "home", monkeypatch)


@pytest.fixture
def descendants() -> Callable[[int], dict[int, str]]:
    """Command lines, by process id, of all that a process has started; zombies left out."""

    def find(root: int) -> dict[int, str]:
        listing = ["ps", "-A", "-o", "pid=,ppid=,stat=,args="]
        rows = subprocess.run(listing, capture_output=True, text=True, check=True).stdout.splitlines()
        table = {int(row[0]): row for row in (line.split(None, 3) for line in rows)}
        found: dict[int, str] = {}
        grown = {root}
        while grown:
            grown = {pid for pid, row in table.items() if int(row[1]) in grown and pid not in found}
            found |= {pid: table[pid][3] for pid in grown}
        return {pid: command for pid, command in found.items() if not table[pid][2].startswith("Z")}

    return find
