"""Each broker's storage has ids of its own, and a start that was killed leaves nothing that counts."""

import re
from pathlib import Path

import pytest

from tocsin.local.broker import EmbeddedBroker
from tocsin.local.storage import kafka_uuid, make_storage


def ids(logs: Path) -> dict[str, str]:
    lines = (logs / "meta.properties").read_text(encoding="ascii").splitlines()
    return dict(line.split("=", 1) for line in lines if not line.startswith("#"))


def test_ids_are_as_kafka_writes_them() -> None:
    made = {kafka_uuid() for _ in range(500)}
    assert len(made) == 500
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{21}", one) for one in made)


def test_the_tool_runs_once_and_each_copy_has_its_own_ids(tmp_path: Path) -> None:
    runs: list[Path] = []

    def format_new(storage: Path) -> None:
        runs.append(storage)
        storage.mkdir()
        (storage / "meta.properties").write_text("#x\ncluster.id=c\ndirectory.id=d\nnode.id=1\nversion=1\n")
        (storage / "bootstrap.checkpoint").write_bytes(b"\x00\x01")

    template = tmp_path / "formatted"
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        make_storage(tmp_path / name / "logs", template, format_new)
        assert (tmp_path / name / "logs" / "bootstrap.checkpoint").read_bytes() == b"\x00\x01"
    assert len(runs) == 1
    one, two = ids(tmp_path / "one" / "logs"), ids(tmp_path / "two" / "logs")
    assert {key for key in one if one[key] != two[key]} == {"cluster.id", "directory.id"}
    before = ids(tmp_path / "one" / "logs")
    make_storage(tmp_path / "one" / "logs", template, format_new)
    assert ids(tmp_path / "one" / "logs") == before


def test_a_start_that_was_killed_half_way_is_done_again(tmp_path: Path) -> None:
    half = tmp_path / "logs.unfinished"
    half.mkdir()
    (half / "meta.properties").write_text("cluster.", encoding="ascii")

    def killed(storage: Path) -> None:
        assert not storage.exists()
        storage.mkdir()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_storage(tmp_path / "logs", tmp_path / "formatted", killed)
    assert not (tmp_path / "logs").exists()
    assert not (tmp_path / "formatted").exists()


def test_brokers_differ_in_their_clusters(broker: EmbeddedBroker, tmp_path: Path) -> None:
    with EmbeddedBroker(tmp_path, port=0) as other:
        assert ids(other.data / "logs")["cluster.id"] != ids(broker.data / "logs")["cluster.id"]
        assert ids(other.data / "logs")["directory.id"] != ids(broker.data / "logs")["directory.id"]
