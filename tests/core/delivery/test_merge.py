"""A newer revision in the place of an unsent older one."""

from typing import Any

import pytest

from tocsin.core.delivery.merge import MAX_CHANGES, merge
from tocsin.core.model.delivery import Delivery


def delivery(alert: Any, **fields: Any) -> Delivery:
    return Delivery(id="d", subscription="s", alert=alert, **fields)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("new", "update", "new"),
        ("new", "escalation", "new"),
        ("escalation", "update", "escalation"),
        ("update", "escalation", "escalation"),
        ("update", "update", "update"),
        ("new", "withdrawal", "withdrawal"),
        ("escalation", "withdrawal", "withdrawal"),
        ("withdrawal", "update", "update"),
    ],
)
def test_the_weightier_kind_stays(make_alert: Any, before: str, after: str, kind: str) -> None:
    merged = merge(delivery(make_alert(seq=5, kind=before)), delivery(make_alert(seq=7, kind=after)))
    assert (merged.alert.kind, merged.alert.seq) == (kind, 7)


def test_the_higher_severity_and_the_changes_of_both_stay(make_alert: Any) -> None:
    older = delivery(make_alert(seq=5, severity="critical", changes=("a", "b")))
    newer = delivery(make_alert(seq=7, severity="warning", changes=("b", "c"), headline="now"))
    merged = merge(older, newer)
    assert merged.alert.severity == "critical"
    assert merged.alert.changes == ("a", "b", "c")
    assert merged.alert.headline == "now"


def test_changes_stay_bounded(make_alert: Any) -> None:
    older = delivery(make_alert(seq=5, changes=tuple(map(str, range(50)))))
    assert len(merge(older, delivery(make_alert(seq=7, changes=("x",)))).alert.changes) == MAX_CHANGES


def test_a_story_that_ended_or_left_is_told_as_it_is(make_alert: Any) -> None:
    older = delivery(make_alert(seq=5, severity="critical", changes=("a",)))
    left = delivery(make_alert(seq=7, severity="info"), left=True)
    assert merge(older, left) == left
    back = delivery(make_alert(seq=9, severity="info", kind="update"))
    assert merge(left, back).alert.severity == "info"
