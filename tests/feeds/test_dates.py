"""Stored articles move to the present with their intervals."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.model.article import Article
from tocsin.feeds.dates import shift_to

NOW = datetime(2030, 5, 1, 12, tzinfo=UTC)
moments = st.datetimes(datetime(1990, 1, 1), datetime(2029, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants bounds without zones


@given(st.lists(moments, min_size=1))
def test_the_newest_is_now_and_intervals_stay(dates: list[datetime]) -> None:
    given_articles = [Article(id=str(n), title="t", body="b", published=date) for n, date in enumerate(dates)]
    shifted = [a.published for a in shift_to(given_articles, NOW)]
    assert max(d for d in shifted if d) == NOW
    assert [d - shifted[0] for d in shifted if d and shifted[0]] == [d - dates[0] for d in dates]


def test_articles_without_a_date_are_of_now() -> None:
    old = Article(id="1", title="t", body="b", published=NOW - timedelta(days=900))
    undated = Article(id="2", title="t", body="b")
    assert [a.published for a in shift_to([old, undated], NOW)] == [NOW, NOW]


def test_a_new_date_is_a_new_revision() -> None:
    article = Article(id="1", title="t", body="b", published=NOW, revision="before")
    assert shift_to([article], NOW + timedelta(days=1))[0].revision != shift_to([article], NOW)[0].revision
