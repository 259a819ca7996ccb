"""Choosing stories: by standing, rule, severity, region and words; whatever an address says."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.conftest import build_alert
from tocsin.core.board.board import Board
from tocsin.core.board.choice import Choice, choose, read_choice
from tocsin.core.model.subscription import Filter, Silence
from tocsin.core.routing.filters import FilterError
from tocsin.core.routing.route import Routing, build_routing
from tocsin.core.routing.silencing import acknowledgement_of, silence_of

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Iraq:
    """A gazetteer that knows one country."""

    def region_ids(self, name: str | int) -> tuple[str, ...]:
        return ("country:IQ",) if name == "Iraq" else ()

    def suggest(self, name: str) -> tuple[str, ...]:
        del name
        return ("Iraq",)


def routing(*silences: Silence) -> Routing:
    written: Mapping[str, Silence] = {silence.id: silence for silence in silences}
    return build_routing({}, written, Iraq())


@pytest.fixture
def board() -> Board:
    made = Board(100)
    stories: dict[str, dict[str, Any]] = {
        "mosul": {},
        "mild": {"severity": "info", "headline": "Troops seen on a road", "rule": "movements"},
        "elsewhere": {"places": (), "headline": "Blast in Kandahar", "severity": "warning"},
        "gone": {"kind": "withdrawal"},
    }
    for name, fields in stories.items():
        made.add_alert(build_alert(**({"id": name, "story": f"story-{name}"} | fields)), NOW)
    return made


def chosen(board: Board, silences: Routing | None = None, **fields: Any) -> set[str]:
    found = choose(board, Choice(**fields), silences or routing(), Iraq(), NOW)
    return {entry.alert.id for entry, _ in found}


def test_each_condition_narrows(board: Board) -> None:
    assert chosen(board) == {"mosul", "mild", "elsewhere"}
    assert chosen(board, standing="all") == {"mosul", "mild", "elsewhere", "gone"}
    assert chosen(board, standing="withdrawn") == {"gone"}
    assert chosen(board, severity="warning") == {"mosul", "elsewhere"}
    assert chosen(board, rule="movements") == {"mild"}
    assert chosen(board, region="Iraq") == {"mosul", "mild"}
    assert chosen(board, text="kandahar") == {"elsewhere"}
    assert chosen(board, text="BLAST kanda") == {"elsewhere"}
    assert chosen(board, text="blast mosul tikrit") == set()
    with pytest.raises(FilterError, match="did you mean Iraq"):
        chosen(board, region="Iraqq")


def test_what_is_silent_is_told_apart(board: Board) -> None:
    ack = acknowledgement_of("mosul", 5, NOW + timedelta(days=1), "ana", since=NOW - timedelta(hours=1))
    rule = silence_of(Filter(rule="movements"), NOW + timedelta(hours=1), "drill", "ben")
    over = silence_of(Filter(regions=("Iraq",)), NOW - timedelta(hours=1), "over", "ben")
    silences = routing(ack, rule, over)
    assert chosen(board, silences) == {"elsewhere"}
    assert chosen(board, silences, standing="silent") == {"mosul", "mild"}
    by = {entry.alert.id: silence for entry, silence in choose(board, Choice(standing="all"), silences, Iraq(), NOW)}
    assert by["mosul"] == ack
    assert by["gone"] is None


def test_an_acknowledged_story_is_open_again_once_it_escalates(board: Board) -> None:
    ack = acknowledgement_of("mosul", 5, NOW + timedelta(days=1), "ana")
    board.add_alert(build_alert(id="mosul", story="story-mosul", seq=9, kind="escalation", escalated=9), NOW)
    assert "mosul" in chosen(board, routing(ack))


@given(given_fields=st.lists(st.tuples(st.sampled_from([*Choice.__struct_fields__, "x"]), st.text(max_size=300))))
def test_any_address_is_a_choice(given_fields: list[tuple[str, str]]) -> None:
    choice = read_choice(given_fields)
    assert all(len(value) <= 200 for value in msgspec.to_builtins(choice).values())
    list(choose([], choice, routing(), _Anywhere(), NOW))


class _Anywhere(Iraq):
    def region_ids(self, name: str | int) -> tuple[str, ...]:
        return (str(name),)
