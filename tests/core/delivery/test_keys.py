"""Keys and the partitioner: both are stored, so neither may ever change."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.delivery.keys import (
    Key,
    disabled_key,
    due_key,
    gathered_key,
    held_key,
    parse_key,
    partition_of,
    routed_key,
    sent_key,
    tally_key,
)

names = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,99}", fullmatch=True)


@given(name=names, alert=names, seq=st.integers(0, 2**63 - 1))
def test_keys_are_read_back(name: str, alert: str, seq: int) -> None:
    assert parse_key(due_key(name, alert, seq)) == Key("due", name, alert, seq)
    assert parse_key(sent_key(name, alert)) == Key("sent", name, alert)
    assert parse_key(held_key(name)) == Key("held", name)
    assert parse_key(gathered_key(name, f"silence.{alert}")) == Key("gathered", name, cause=f"silence.{alert}")
    assert parse_key(tally_key(name)) == Key("tally", name)
    assert parse_key(disabled_key(name)) == Key("disabled", name)
    assert parse_key(routed_key(alert)) == Key("routed", alert=alert)


@pytest.mark.parametrize(
    "key", [b"", b"due", b"due/a/b", b"due/a/b/x", b"due/a//1", b"sent/a", b"other/a", b"held/a/b", b"\xff"]
)
def test_other_keys_are_refused(key: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_key(key)


@pytest.mark.parametrize(
    ("name", "partition"),
    [("mena-desk", 1), ("risk-engine", 10), ("a", 11), ("ops", 6), ("0", 1)],
)
def test_a_subscription_stays_where_its_records_are(name: str, partition: int) -> None:
    assert partition_of(name, 12) == partition


def test_subscriptions_spread_over_all_partitions() -> None:
    counts = Counter(partition_of(f"desk-{number}", 12) for number in range(12_000))
    assert set(counts) == set(range(12))
    assert max(counts.values()) < 1.2 * min(counts.values())
