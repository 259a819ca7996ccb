"""The pinned jars: fetched from the mirror that is configured, whole or not at all, and refused when altered."""

import multiprocessing
import socket
from pathlib import Path
from typing import Any

import pytest
from jgo.maven._core import DEFAULT_REMOTE_REPOS

from tocsin.local import jars as jars_module
from tocsin.local.errors import ChecksumError, RegistryError
from tocsin.local.jars import Jar, pinned_jars, provide_jars
from tocsin.local.registry import repositories


def test_every_jar_is_pinned_by_a_whole_checksum() -> None:
    table = pinned_jars()
    assert {len(bytes.fromhex(jar.sha256)) for jar in table} == {32}
    assert len({(jar.group, jar.artifact) for jar in table}) == len(table)
    versions = {jar.artifact: jar.version for jar in table}
    assert versions["kafka-clients"] == versions["kafka_2.13"]


def test_they_come_from_the_configured_mirror_once(mirror: Any, few_jars: tuple[Jar, ...], tmp_path: Path) -> None:
    said: list[str] = []
    first = provide_jars(tmp_path / "cache", said.append)
    fetched = list(mirror.asked)
    assert {line.split()[0].rpartition("/")[2] for line in fetched if line.endswith(" 200")} == {
        jar.filename for jar in few_jars
    }
    assert provide_jars(tmp_path / "cache", said.append) == first
    assert mirror.asked == fetched
    assert len(said) == 1
    assert sorted(path.name for path in first[0].parent.iterdir()) == sorted(jar.filename for jar in few_jars)


def test_a_jar_that_a_mirror_altered_is_refused(mirror: Any, few_jars: tuple[Jar, ...], tmp_path: Path) -> None:
    altered = mirror.path(few_jars[1])
    altered.write_bytes(altered.read_bytes() + b"!")
    with pytest.raises(ChecksumError, match=f"{few_jars[1].filename} is not the file that was pinned"):
        provide_jars(tmp_path / "cache")
    assert not list((tmp_path / "cache").rglob(few_jars[1].filename))


def test_a_jar_that_was_altered_in_the_cache_is_refused(mirror: Any, few_jars: tuple[Jar, ...], tmp_path: Path) -> None:
    del mirror
    paths = provide_jars(tmp_path / "cache")
    content = bytearray(paths[0].read_bytes())
    content[len(content) // 2] ^= 1
    paths[0].write_bytes(content)
    with pytest.raises(ChecksumError, match=r"Delete .* to have it fetched again") as refused:
        provide_jars(tmp_path / "cache")
    assert few_jars[0].sha256 in str(refused.value)


def test_a_missing_jar_names_the_mirror_without_its_password(
    mirror: Any, few_jars: tuple[Jar, ...], tmp_path: Path
) -> None:
    mirror.path(few_jars[0]).unlink()
    configured = tmp_path / "home" / ".config" / "jgo.conf"
    configured.write_text(configured.read_text(encoding="utf-8").replace("http://", "http://me:hidden@"), "utf-8")
    with pytest.raises(RegistryError, match="no repository has it") as refused:
        provide_jars(tmp_path / "cache")
    assert mirror.url in str(refused.value)
    assert "hidden" not in str(refused.value)


def test_an_unreachable_registry_is_told_with_what_to_do(
    few_jars: tuple[Jar, ...], tmp_path: Path, use_mirror: Any
) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))  # bound and not listening: every connection is refused
        use_mirror(f"http://127.0.0.1:{silent.getsockname()[1]}")
        with pytest.raises(RegistryError) as refused:
            provide_jars(tmp_path / "cache")
    message = str(refused.value)
    assert few_jars[0].filename in message
    assert "Connection refused" in message
    for remedy in ("jgo's configuration file", "TOCSIN_CACHE_DIR", "TOCSIN_BROKERS"):
        assert remedy in message


def test_a_mirror_in_mavens_settings_is_used(
    mirror: Any, few_jars: tuple[Jar, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "maven-home"
    (home / ".m2").mkdir(parents=True)
    (home / ".m2" / "settings.xml").write_text(
        '<settings xmlns="http://maven.apache.org/SETTINGS/1.2.0"><mirrors><mirror><id>here</id>'
        f"<mirrorOf>central</mirrorOf><url>{mirror.url}/</url></mirror></mirrors></settings>",
        encoding="utf-8",
    )
    monkeypatch.setenv("HOME", str(home))
    assert len(provide_jars(tmp_path / "cache")) == len(few_jars)
    assert mirror.asked


def _provide(cache: Path, few: tuple[Jar, ...], done: Any) -> None:
    jars_module.pinned_jars = lambda: few
    jars_module.kafka_version = lambda: "few"
    done.put(len(provide_jars(cache)))


def test_two_first_starts_at_once_fetch_each_jar_once(mirror: Any, few_jars: tuple[Jar, ...], tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    done = context.Queue()
    starts = [context.Process(target=_provide, args=(tmp_path / "cache", few_jars, done)) for _ in range(2)]
    for start in starts:
        start.start()
    assert [done.get(timeout=60) for _ in starts] == [len(few_jars)] * 2
    for start in starts:
        start.join()
    assert sum(line.endswith(".jar 200") for line in mirror.asked) == len(few_jars)


def test_without_a_home_directory_the_default_repository_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")  # what pathlib says

    monkeypatch.setattr(Path, "home", no_home)
    for name in ("XDG_CONFIG_HOME", "JGO_CONFIG_FILE", "JGO_CACHE_DIR", "M2_REPO"):
        monkeypatch.delenv(name, raising=False)
    assert repositories() == DEFAULT_REMOTE_REPOS
