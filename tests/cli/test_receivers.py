"""What became of a test message, in words."""

from datetime import UTC, datetime

from tocsin.cli._receivers import in_words
from tocsin.core.model.receipt import Receipt


def test_a_refused_address_is_told_with_the_setting_that_allows_it() -> None:
    receipt = Receipt(
        id="r",
        delivery="d",
        subscription="s",
        alert="a",
        seq=0,
        attempt=1,
        outcome="exhausted",
        at=datetime(2026, 1, 1, tzinfo=UTC),
        reason="address_refused",
    )
    assert "TOCSIN_ALLOW_NETWORKS" in in_words(receipt, 30)
