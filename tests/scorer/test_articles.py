"""What senders leave out is settled from the record, so that a replay settles it alike."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.scorer.articles import MAX_LEAD, ArticleDecoder

RECEIVED = datetime(2030, 5, 1, 12, tzinfo=UTC)
RECEIVED_MS = int(RECEIVED.timestamp() * 1000)


def test_dates_left_out_come_from_the_record() -> None:
    article = ArticleDecoder().decode(b'{"id": "a", "title": "t", "body": "b"}', RECEIVED_MS)
    assert article.fetched == article.published == RECEIVED


@given(st.timedeltas(timedelta(days=-900), timedelta(days=900)))
def test_publication_never_runs_ahead_of_the_fetch(lead: timedelta) -> None:
    fields = {"id": "a", "title": "t", "body": "b", "fetched": RECEIVED, "published": RECEIVED + lead}
    article = ArticleDecoder().decode(msgspec.json.encode(fields), RECEIVED_MS)
    assert article.published == RECEIVED + min(lead, MAX_LEAD)


def test_the_revision_follows_what_a_reader_sees() -> None:
    base = {"id": "a", "title": "t", "body": "b", "published": RECEIVED}
    revisions = [
        ArticleDecoder().decode(msgspec.json.encode(base | change), RECEIVED_MS).revision
        for change in ({}, {"source": "elsewhere"}, {"title": "T"}, {"body": "B"}, {"status": "withdrawn"})
    ]
    assert revisions[0] == revisions[1]
    assert len(set(revisions)) == 4


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (b"\xff\xfe", "malformed|utf-8|UTF-8"),
        (b'{"id": "a", "title": "t"', "truncated"),
        (b'{"id": "a", "title": "t"}', "`body`"),
        (b'{"id": "a", "title": "t", "body": "b", "published": "yesterday"}', r"\$\.published"),
        (b'{"id": "a", "title": "t", "body": "b", "published": "2030-01-01T00:00:00"}', r"\$\.published"),
        (b'{"id": "a", "title": "t", "body": "b", "status": "spiked"}', r"\$\.status"),
    ],
)
def test_what_breaks_the_schema_is_named(value: bytes, problem: str) -> None:
    with pytest.raises((msgspec.DecodeError, UnicodeDecodeError), match=problem):
        ArticleDecoder().decode(value, RECEIVED_MS)
