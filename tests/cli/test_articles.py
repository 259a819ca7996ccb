import gzip
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tocsin.cli._articles import ArticleInputError, read_articles
from tocsin.core.model.article import Article


def read(folder: Path, text: str) -> list[Article]:
    file = folder / "articles.jsonl"
    file.write_text(text, encoding="utf-8")
    return list(read_articles(file))


def test_lines_become_articles_in_order(tmp_path: Path) -> None:
    found = read(
        tmp_path, '{"id": "b", "title": "T", "body": "B"}\n\n{"id": "a", "title": "", "body": "C", "gold": {"x": 1}}\n'
    )
    assert [(one.id, one.title, one.body) for one in found] == [("b", "T", "B"), ("a", "", "C")]


def test_gzip_is_read_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "articles"
    file.write_bytes(gzip.compress(b'{"id": 7, "title": "T"}\n'))
    assert [(one.id, one.title, one.body) for one in read_articles(file)] == [("7", "T", "")]


def test_an_article_without_an_id_keeps_the_one_its_url_gives(tmp_path: Path) -> None:
    first, second, third = read(
        tmp_path,
        '{"url": "https://a.example/1", "body": "x"}\n{"url": "https://a.example/1", "body": "y"}\n{"body": "y"}\n',
    )
    assert first.id == second.id != third.id
    assert first.revision != second.revision


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"2014-06-16T10:00:00Z"', datetime(2014, 6, 16, 10, tzinfo=UTC)),
        ('"2014-06-16"', datetime(2014, 6, 16, tzinfo=UTC)),
        ('"2014-06-16T10:00:00+02:00"', datetime(2014, 6, 16, 10, tzinfo=timezone(timedelta(hours=2)))),
        ('"Mon, 16 Jun 2014 10:00:00 GMT"', datetime(2014, 6, 16, 10, tzinfo=UTC)),
        ('"4/15/2017"', datetime(2017, 4, 15, tzinfo=UTC)),
        ('"15/4/2017"', datetime(2017, 4, 15, tzinfo=UTC)),
        ("1402912800", datetime(2014, 6, 16, 10, tzinfo=UTC)),
        ("null", None),
        ('""', None),
    ],
)
def test_dates_are_read_as_people_write_them(tmp_path: Path, written: str, meant: datetime | None) -> None:
    (article,) = read(tmp_path, f'{{"id": "a", "body": "x", "published": {written}}}')
    assert article.published == meant


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("not JSON", "malformed"),
        ("[]", "object"),
        ('{"id": "a"}', "`title` or a `body`"),
        ('{"id": "a", "body": 7}', "$.body"),
        ('{"id": "a", "body": "x", "published": "last week"}', "2026-01-31T12:00:00Z"),
        ('{"id": "a", "body": "x", "published": "13/13/2017"}', "`published` is '13/13/2017'"),
        ('{"id": "a", "body": "x", "status": "gone"}', "gone"),
    ],
)
def test_what_is_no_article_is_named_with_file_and_line(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(ArticleInputError) as caught:
        read(tmp_path, f'{{"id": "fine", "body": "x"}}\n{line}\n')
    message = caught.value.message
    assert f"{tmp_path / 'articles.jsonl'}, line 2: " in message
    assert words in message
    assert caught.value.exit_code == 2


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_bytes(b'{"id": "a", "body": "\xff"}\n')
    with pytest.raises(ArticleInputError, match="line 1"):
        list(read_articles(file))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b'{"id": "a", "body": "Caf\xe9"}\n', "line 1: not UTF-8: save the file as UTF-8"),
        (b'{\n "id": "a"\n}\n', "line 1: Input data was truncated: each line must be one article, a whole JSON object"),
        (b'{"id": "a", "body": "no end\n', "line 1: Input data was truncated: each line must be one article"),
        (b"\x00\x01\n", "line 1: JSON is malformed: invalid character (byte 0): each line must be one article"),
        (b'[{"id": "a", "body": "x"}]\n', "write one article a line"),
    ],
)
def test_a_file_of_another_form_is_told_what_to_do(tmp_path: Path, text: bytes, said: str) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_bytes(text)
    with pytest.raises(ArticleInputError) as caught:
        list(read_articles(file))
    assert said in caught.value.message


@pytest.mark.parametrize(
    "packed", [gzip.compress(b'{"body": "x"}\n')[:-9], b"\x1f\x8b rubble", b"\x1f\x8b\x08" + b"\xff" * 40]
)
def test_a_damaged_gzip_file_is_named(tmp_path: Path, packed: bytes) -> None:
    file = tmp_path / "articles.gz"
    file.write_bytes(packed)
    with pytest.raises(ArticleInputError, match=r"articles\.gz, after line \d: the gzip file is cut short or damaged"):
        list(read_articles(file))


def test_the_mark_of_utf_8_that_some_editors_write_is_passed_over(tmp_path: Path) -> None:
    (article,) = read(tmp_path, '\ufeff{"id": "a", "body": "x"}\r\n')
    assert article.id == "a"
