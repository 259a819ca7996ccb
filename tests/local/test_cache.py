"""Where downloads go, for users with a home directory, an empty one, or none."""

import os
import tempfile
from pathlib import Path

import pytest

from tocsin.local.cache import cache_dir
from tocsin.local.errors import LocalError


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TOCSIN_CACHE_DIR", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr("sys.platform", "linux")


def test_the_directory_that_is_named_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TOCSIN_CACHE_DIR", str(tmp_path / "named"))
    assert cache_dir() == tmp_path / "named"


def test_then_the_platforms_own_made_if_the_home_directory_is_empty(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert cache_dir() == tmp_path / "home" / ".cache" / "tocsin"
    monkeypatch.setattr("sys.platform", "darwin")
    assert cache_dir() == tmp_path / "home" / "Library" / "Caches" / "tocsin"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_dir() == tmp_path / "xdg" / "tocsin"


def test_without_a_home_directory_it_is_a_temporary_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")  # what pathlib says

    monkeypatch.setattr(Path, "home", no_home)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert cache_dir() == tmp_path / f"tocsin-cache-{os.getuid()}"
    assert cache_dir().stat().st_mode & 0o077 == 0


def test_a_named_directory_that_cannot_be_made_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("TOCSIN_CACHE_DIR", str(tmp_path / "file" / "cache"))
    with pytest.raises(LocalError, match="Set TOCSIN_CACHE_DIR to a directory that can"):
        cache_dir()
