"""``tocsin --version`` says which build runs."""

from importlib.metadata import version
from pathlib import Path

from click.testing import CliRunner

from tocsin.cli import tocsin
from tocsin.core.analysis.ties import tying


def test_the_version_says_whether_reading_is_compiled() -> None:
    compiled = Path(tying.__file__).suffix != ".py"
    build = "compiled" if compiled else "pure Python"
    assert CliRunner().invoke(tocsin, ["--version"]).output == f"tocsin, version {version('tocsin')}, {build}\n"
