"""The configuration as it stands is the fold of its records, whatever else lies on the topic."""

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.config import config_key, encode_object
from tocsin.core.config.difference import by_key, compare
from tocsin.core.config.snapshot import ConfigState
from tocsin.core.model.subscription import Filter, Silence


def silence(name: str, reason: str) -> Silence:
    return Silence(id=name, match=Filter(), until=datetime(2030, 1, 1, tzinfo=UTC), reason=reason)


records = st.lists(st.tuples(st.sampled_from("abc"), st.none() | st.sampled_from(["one", "two"])))


@given(records)
def test_the_last_record_of_each_key_stands(written: list[tuple[str, str | None]]) -> None:
    state, wanted = ConfigState(), dict[str, str]()
    for name, reason in written:
        value = None if reason is None else msgspec.json.encode(silence(name, reason))
        assert state.apply(f"silence/{name}".encode(), value) is None
        if reason is None:
            wanted.pop(name, None)
        else:
            wanted[name] = reason
    assert {name: item.reason for name, item in state.snapshot().silences.items()} == wanted


@given(st.binary(), st.binary())
def test_no_bytes_make_it_raise(key: bytes, value: bytes) -> None:
    state = ConfigState()
    assert state.apply(key, value) is not None
    assert len(state.snapshot().broken) == 1


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        (b"rumour/a", b"{}", "unknown kind"),
        (b"silence/", b"{}", "unknown kind"),
        (b"silence/a", b'{"kind": "silence", "id": "a"', "truncated"),
        (b"silence/a", b'{"kind": "silence", "id": "a"}', "match"),
        (b"silence/b", msgspec.json.encode(silence("a", "x")), "silence/a"),
    ],
)
def test_what_is_wrong_is_said(key: bytes, value: bytes, problem: str) -> None:
    assert problem in (ConfigState().apply(key, value) or "")


def test_a_snapshot_does_not_change_under_its_reader() -> None:
    state = ConfigState()
    state.apply(b"silence/a", msgspec.json.encode(silence("a", "x")))
    before = state.snapshot()
    state.apply(b"silence/a", None)
    assert set(before.silences) == {"a"}


def test_differences_are_by_content() -> None:
    state = ConfigState()
    for name in "ab":
        state.apply(config_key(silence(name, "x")).encode(), encode_object(silence(name, "x")))
    standing = state.snapshot()
    changes = compare([silence("a", "x"), silence("b", "y"), silence("c", "z")], standing)
    assert [(c.key, c.change) for c in changes] == [
        ("silence/a", "unchanged"),
        ("silence/b", "changed"),
        ("silence/c", "new"),
    ]
    assert list(by_key(standing)) == ["silence/a", "silence/b"]
