"""The figures by which grouping is judged: worked by hand, and the same however often they are asked for."""

import sys
from pathlib import Path

import pytest

from tocsin.core.model.analysis import Analysis
from tocsin.core.model.article import Article
from tools import story_validation
from tools.story_validation import Labelled, choices, judge, orders


def _labelled(*stories: str) -> list[Labelled]:
    return [
        Labelled(Article(id=str(n), title="", body=""), Analysis(id=str(n)), story) for n, story in enumerate(stories)
    ]


def test_all_right_is_one() -> None:
    assert judge([("a", "1"), ("b", "2"), ("a", "1")]) == (1.0, 0.0)


def test_a_story_whose_first_article_joins_another_is_silenced() -> None:
    figures = judge([("a", "1"), ("b", "1"), ("b", "2")])
    precision, recall = (1 / 2 + 1 / 2 + 1) / 3, (1 + 1 / 2 + 1 / 2) / 3
    assert figures.f1 == pytest.approx(2 * precision * recall / (precision + recall))
    assert figures.silenced == 0.5


def test_a_later_article_gone_astray_silences_nothing() -> None:
    assert judge([("a", "1"), ("b", "2"), ("b", "1")]).silenced == 0.0


def test_orders_and_choices_repeat() -> None:
    articles = _labelled("1", "1+", "2", "2+", "3")
    assert list(orders(articles, 5)) == list(orders(articles, 5))
    assert len({tuple(each.article.id for each in order) for order in orders(articles, 5)}) > 1
    drawn = list(choices(articles, 2, 8))
    assert drawn == list(choices(articles, 2, 8))
    assert {len({each.story.rstrip("+") for each in choice}) for choice in drawn} == {2}
    assert all({"1", "1+"} <= {e.story for e in choice} for choice in drawn if "1" in {e.story for e in choice})


def test_without_labelled_articles_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["story_validation", str(tmp_path)])
    story_validation.main()
    assert capsys.readouterr().err.startswith("skipped")
