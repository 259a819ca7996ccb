"""The pack that is shipped: it parses, compiles against the real gazetteer, and its one-file form is up to date."""

from pathlib import Path

from click.testing import CliRunner

from tocsin.cli.test import command
from tocsin.core.config import parse_config
from tools.write_pack import PACK, main, pack_text

RULES = Path(__file__).parents[2] / "rules"


def test_the_one_file_form_is_up_to_date() -> None:
    assert PACK.read_text(encoding="utf-8") == pack_text(), "run python -m tools.write_pack"
    assert main(["--check"]) == 0
    assert main(["--chekc"]) == 2
    assert len(parse_config(pack_text(), "pack.yaml")) > 20


def test_every_rule_fires_on_what_it_is_for_and_on_nothing_else() -> None:
    result = CliRunner().invoke(command, [str(RULES)])
    assert result.exit_code == 0, result.output
    assert "no test fires" not in result.output
