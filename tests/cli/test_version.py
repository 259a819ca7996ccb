"""``tocsin --version`` says which build runs."""

from importlib.metadata import version
from pathlib import Path

from click.testing import CliRunner

from tocsin.cli import tocsin
from tocsin.core.analysis import tie


def test_the_version_says_whether_reading_is_compiled() -> None:
    compiled = Path(tie.__file__).suffix != ".py"
    build = "compiled" if compiled else "pure Python"
    assert CliRunner().invoke(tocsin, ["--version"]).output == f"tocsin, version {version('tocsin')}, {build}\n"
