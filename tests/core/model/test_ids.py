"""Ids derive from content alone and keep apart what differs."""

from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.model.ids import alert_id, article_id, article_revision, delivery_id, digest, match_id, story_id


@given(st.lists(st.text()), st.lists(st.text()))
def test_different_parts_have_different_digests(one: list[str], other: list[str]) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)


@given(st.text(), st.text())
def test_ids_of_different_things_never_meet(a: str, b: str) -> None:
    kinds = [
        story_id(a, b),
        alert_id(a, b),
        delivery_id(a, b),
        match_id(a, b, ""),
        article_revision(a, b, "", "usable"),
    ]
    assert len(set(kinds)) == len(kinds)


def test_ids_stay_as_they_are_over_releases() -> None:
    """Topics hold ids for weeks: a change of the scheme would send every open alert again."""
    assert article_id("https://news.example/a") == "07c9a4f4056659db941a"
    assert alert_id("r", "s") == "f62a1cba0e435234b9fa"
