"""Whose forces a rule means."""

import re
from pathlib import Path
from typing import Any

import pytest

from tocsin.core.analysis.deployments import ACTORS
from tocsin.core.rules.actors import actors_named
from tocsin.core.rules.errors import RuleError
from tocsin.core.rules.regions import RegionResolver
from tocsin.edge.gazetteer import load_gazetteer


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Russia", {"RU"}),
        ("US", {"US"}),
        ("Kremlin", {"RU"}),
        ("ISIS", {"Islamic State"}),
        ("Wagner Group", {"Wagner"}),
        ("shabab", {"al-Shabab"}),
        ("u.s", {"US"}),
    ],
)
def test_by_any_name(written: str, meant: set[str]) -> None:
    assert RegionResolver(load_gazetteer(), {}).actors(written) == meant


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Rusia", "unknown actor 'Rusia': did you mean 'Russia'?"),
        ("Iraqi", "unknown actor 'Iraqi': did you mean 'Iraq'?"),
        ("Hezbolah", "unknown actor 'Hezbolah': did you mean 'Hezbollah'?"),
        ("Qwxzjkv", "unknown actor 'Qwxzjkv': give a country, or a group that readings name (docs/rules.md)"),
        ("--", "unknown actor '--': give a country, or a group that readings name (docs/rules.md)"),
    ],
)
def test_what_no_reading_names_is_refused(written: str, said: str) -> None:
    with pytest.raises(RuleError) as refused:
        RegionResolver(load_gazetteer(), {}).actors(written)
    assert (str(refused.value), refused.value.word) == (said, written)


def test_all_that_readings_name_can_be_asked_for(atlas: Any) -> None:
    for name, actor in ACTORS.items():
        assert actors_named(name, None, atlas) == {actor}
        assert len(actor) == 2 or actors_named(actor, None, atlas) == {actor}


def test_the_guide_lists_the_groups() -> None:
    guide = Path(__file__).parents[3] / "docs" / "rules.md"
    listed = re.sub(r"\s+", " ", guide.read_text(encoding="utf-8"))
    assert [name for name in ACTORS.values() if len(name) > 2 and name not in listed] == []
