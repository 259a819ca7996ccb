"""The address that other terminals find, and the directory of a run."""

from pathlib import Path

import pytest

from tocsin.edge.settings import BROKERS_FILE, load_settings
from tocsin.local.errors import LocalError
from tocsin.local.state import FRESH_HOME, home_of_a_run, noted_brokers
from tocsin.local.tail import Tail


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TOCSIN_BROKERS", raising=False)


def test_commands_find_the_noted_brokers_while_they_run() -> None:
    with noted_brokers("127.0.0.1:12345"):
        assert load_settings().bootstrap_servers() == "127.0.0.1:12345"
    assert not BROKERS_FILE.exists()


def test_the_note_of_another_run_is_left_alone() -> None:
    with noted_brokers("127.0.0.1:1"):
        BROKERS_FILE.write_text("127.0.0.1:2\n", encoding="utf-8")
    assert load_settings().bootstrap_servers() == "127.0.0.1:2"


def test_a_note_that_cannot_be_written_is_told() -> None:
    BROKERS_FILE.parent.write_text("", encoding="utf-8")
    with pytest.raises(LocalError, match="Work in another directory"), noted_brokers("127.0.0.1:1"):
        pass


def test_without_a_name_each_run_begins_anew() -> None:
    with home_of_a_run(None) as home:
        assert home == FRESH_HOME.absolute()
        (home / "kafka" / "logs").mkdir(parents=True)
        (home / "messages.txt").write_text("old", encoding="utf-8")
        (home / "link").symlink_to(home.parent)
    with home_of_a_run(None) as home:
        assert sorted(path.name for path in home.iterdir()) == ["lock", "logs"]


def test_a_named_directory_is_gone_on_with(tmp_path: Path) -> None:
    with home_of_a_run(tmp_path / "mine") as home:
        (home / "kafka").mkdir()
    with home_of_a_run(tmp_path / "mine") as home:
        assert (home / "kafka").is_dir()


def test_two_runs_do_not_share_a_directory() -> None:
    with (
        home_of_a_run(None),
        pytest.raises(LocalError, match="already runs"),
        home_of_a_run(None),
    ):
        pass
    with home_of_a_run(None):
        pass


def test_new_lines_come_once_and_whole(tmp_path: Path) -> None:
    file = tmp_path / "messages.txt"
    tail = Tail(file)
    assert tail.new_lines() == []
    file.write_bytes(b"one\ntwo\nthr")
    assert tail.new_lines() == ["one", "two"]
    assert tail.new_lines() == []
    with file.open("ab") as more:
        more.write("ee é\n".encode()[:-2])
    assert tail.new_lines() == []
    with file.open("ab") as more:
        more.write("é\n".encode()[-2:])
    assert tail.new_lines() == ["three é"]
    assert Tail(file).new_lines() == []
