"""Matches as the scorer would send them, and a rule's stories kept as the correlator keeps them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from tocsin.core.model.alert import Alert
from tocsin.core.model.analysis import Analysis, Casualty, CasualtyKind, Deployment, Place, Status
from tocsin.core.model.article import Article
from tocsin.core.model.base import Severity
from tocsin.core.model.ids import match_id
from tocsin.core.model.match import ArticleRef, Evidence, Match, Retraction
from tocsin.core.model.story import Story
from tocsin.core.stories import OpenStories, Outcome, Policy, apply, decode_story, fold, put, signature
from tocsin.core.stories.changes import compare
from tocsin.core.stories.facts import facts_of

START = datetime(2026, 3, 1, 8, tzinfo=UTC)
TEXT = "Gunmen stormed the al-Nasr market in Mosul and opened fire on shoppers, a hospital director said."

Toll = tuple[CasualtyKind, int | None, Status]


def make_match(
    article: str,
    text: str = TEXT,
    *,
    minutes: float = 0,
    tolls: tuple[Toll, ...] = (("killed", 279, "stated"),),
    publisher: str = "Reuters",
    revision: str = "r1",
    severity: Severity = "warning",
    rule: str = "iraq",
    places: tuple[str, ...] = ("geonames:99072", "admin1:IQ.15", "country:IQ"),
    fetched: float | None = None,
    actors: tuple[str, ...] = (),
    credit: str | None = None,
) -> Match:
    """A match whose article says ``text`` at START + ``minutes``, with these tolls in one place."""
    casualties = tuple(
        Casualty(field="body", start=0, end=6, text=text[:6], kind=k, min=n, max=n, status=s, within=places)
        for k, n, s in tolls
    )
    place = Place(field="body", start=7, end=12, text=text[7:12], kind="city", name=places[0], within=places)
    published = START + timedelta(minutes=minutes)
    got = published if fetched is None else START + timedelta(minutes=fetched)
    source = Article(id=article, title="", body=text, revision=revision)
    return Match(
        id=match_id(rule, article, revision),
        rule=rule,
        rule_version="v1",
        title="Mass casualties",
        score=0.8,
        severity=severity,
        labels={"desk": "mena"},
        article=ArticleRef(
            id=article,
            revision=revision,
            title=text[:60],
            publisher=publisher,
            published=published,
            fetched=got,
            credit=credit,
        ),
        evidence=(Evidence(field="body", start=0, end=6, text=text[:6], kind="casualties", why="killed", weight=0.8),),
        places=(place,),
        casualties=casualties,
        deployments=tuple(
            Deployment(field="body", start=0, end=6, text=text[:6], action="deploy", status="stated", actor=actor)
            for actor in actors
        ),
        signature=signature(source, Analysis(id=article, casualties=casualties, places=(place,))),
    )


def make_retraction(
    article: str, *, edited: bool = False, fetched: float | None = None, rules: tuple[str, ...] = ()
) -> Retraction:
    """The source takes this article back, or edited it so that it fires no rules but these."""
    return Retraction(
        id=f"x{article}",
        article=ArticleRef(
            id=article,
            revision="gone",
            title="withdrawn",
            publisher="Reuters",
            fetched=None if fetched is None else START + timedelta(minutes=fetched),
            status="usable" if edited else "withdrawn",
        ),
        rules=rules,
    )


class Rulebook:
    """One rule's stories, written as bytes after each fold; ``restart`` keeps nothing but those."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.table: dict[str, bytes] = {}
        self.kept: dict[str, Story] = {}
        self.stories = OpenStories(self.kept)
        self.alerts: list[Alert] = []

    def fold(
        self, record: Match | Retraction, seq: int, *, writes: int | None = None, logged: datetime | None = None
    ) -> Outcome:
        """Send, then write; ``writes`` is how many of the writes a crash leaves done."""
        outcome = fold(self.stories, record, (0, seq), self.policy, logged)
        self.alerts.extend(outcome.alerts)
        for told in outcome.changed[:writes]:
            self.table[told.story.id] = told.data
        if writes is not None:
            self.restart()
            return outcome
        for removed in outcome.removed:
            del self.table[removed]
        for told in outcome.changed:
            self.kept[told.story.id] = told.story
        apply(self.stories, outcome)
        for alert in (each for each in outcome.alerts if each.about == "story"):
            story = self.kept[alert.story]
            assert compare(story.told, facts_of(story.reports), self.policy, story.fired_by) is None
        return outcome

    def restart(self) -> None:
        """What a worker that takes over knows."""
        self.kept.clear()
        self.kept.update({key: decode_story(value) for key, value in self.table.items()})
        self.stories = OpenStories(self.kept)
        for story in self.kept.values():
            put(self.stories, story, self.policy)


@pytest.fixture
def match() -> Callable[..., Match]:
    return make_match


@pytest.fixture
def retraction() -> Callable[..., Retraction]:
    return make_retraction


@pytest.fixture
def rulebook() -> Callable[..., Rulebook]:
    def make(**policy: object) -> Rulebook:
        return Rulebook(Policy(**policy))  # type: ignore[arg-type]  # a test's own words for a policy

    return make


@pytest.fixture(scope="session")
def make() -> tuple[Callable[..., Rulebook], Callable[..., Match], Callable[..., Retraction]]:
    """The three factories, for property tests, which want fixtures that live as long as they do."""

    def book(**policy: object) -> Rulebook:
        return Rulebook(Policy(**policy))  # type: ignore[arg-type]  # a test's own words for a policy

    return book, make_match, make_retraction
