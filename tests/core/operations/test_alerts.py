"""What operators are told of Tocsin itself."""

from datetime import UTC, datetime

import pytest

from tocsin.core.operations.alerts import stall_delivery
from tocsin.core.operations.watching import Standing


@pytest.mark.parametrize(("seconds", "words"), [(21.4, "21 seconds"), (300, "5 minutes"), (7260, "121 minutes")])
def test_a_stall_is_told_in_the_unit_that_fits(seconds: float, words: str) -> None:
    standing = Standing(group="tocsin-correlator", position=7, behind=3)
    told = stall_delivery("ops", standing, seconds, datetime(2026, 6, 1, tzinfo=UTC))
    assert told.alert is not None
    assert told.alert.headline == f"tocsin-correlator has stood still for {words}: 3 records wait"
