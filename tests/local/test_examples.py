"""The example configuration holds together, and the sample feed is as odd as real feeds are."""

import unicodedata
from datetime import timedelta
from pathlib import Path

import pytest

from tocsin.cli._articles import read_articles
from tocsin.cli._checks import check_objects
from tocsin.cli._config_files import read_objects
from tocsin.core.config.snapshot import ConfigSnapshot
from tocsin.core.model.article import Article
from tocsin.core.model.rule import Rule
from tocsin.core.model.subscription import Subscription
from tocsin.local import system
from tocsin.local.up import EXAMPLES, FEED


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return list(read_articles(FEED))


def test_the_configuration_passes_the_checks_of_apply() -> None:
    parsed = read_objects([EXAMPLES])
    check_objects(parsed, ConfigSnapshot())
    assert {one.thing.id for one in parsed if isinstance(one.thing, Rule)} >= {
        "iraq-mass-casualties",
        "gulf-deployments",
    }


def test_the_subscribers_secrets_are_those_that_up_makes(tmp_path: Path) -> None:
    notifier = next(
        program
        for program in system.programs("127.0.0.1:1", system.choose_ports(), tmp_path, system.new_secrets())
        if program.name == "notifier"
    )
    things = [parsed.thing for parsed in read_objects([EXAMPLES])]
    subscriptions = [one for one in things if isinstance(one, Subscription)]
    assert any(one.slack for one in subscriptions)
    assert any(one.webhook for one in subscriptions)
    for one in subscriptions:
        references = [one.slack.token] if one.slack else [one.webhook.url, one.webhook.secret] if one.webhook else []
        for reference in references:
            assert reference is not None
            assert not isinstance(reference, str)
            assert notifier.env[reference.env]


def test_the_feed_spans_several_days_in_order(articles: list[Article]) -> None:
    dates = [article.modified or article.published for article in articles]
    known = [date for date in dates if date is not None]
    assert known == sorted(known)
    assert len(known) == len(articles) >= 60
    assert known[-1] - known[0] > timedelta(days=3)
    assert articles[-1].published == max(article.published for article in articles if article.published)


def test_the_feed_has_reprints_edits_and_withdrawals(articles: list[Article]) -> None:
    assert len({article.id for article in articles}) < len(articles), "an article is edited"
    assert [article for article in articles if article.status == "withdrawn"]
    for withdrawn in (article for article in articles if article.status == "withdrawn"):
        assert any(one.id == withdrawn.id and one.status == "usable" for one in articles)
    words = [article.body.casefold() for article in articles]
    assert len(set(words)) < len(words), "a wire report is reprinted"
    assert len({article.publisher for article in articles}) >= 8
    assert {article.language for article in articles} >= {"en", "es", "fr", "ar"}


def test_the_feed_has_odd_text(articles: list[Article]) -> None:
    bodies = [article.body for article in articles]
    assert any("<p>" in body and "&" in body for body in bodies)
    assert any("\r\n" in body for body in bodies)
    assert any("â€œ" in body for body in bodies)
    assert any(unicodedata.normalize("NFC", body) != body for body in bodies)
    assert any(body.isupper() for body in bodies)
    assert any(unicodedata.category(char) == "Cf" for body in bodies for char in body)


def test_the_feeds_outlets_are_fictional(articles: list[Article]) -> None:
    assert all(article.url is not None and ".example/" in article.url for article in articles)
