"""Matches for the story benchmarks: many rules, many open stories, one match in ten tells something new."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from tocsin.core.model.analysis import Casualty
from tocsin.core.model.ids import match_id
from tocsin.core.model.match import ArticleRef, Evidence, Match, Signature

START = datetime(2026, 6, 1, tzinfo=UTC)
COMMON = 400
"""Words that all events draw from, as real news does; each event also has words of its own."""


def make_match(dice: random.Random, rule: str, event: int, article: int, killed: int, minutes: float) -> Match:
    """One article about one event, with the sizes of a real match: 40 terms, 12 names, a sketch, places, evidence."""
    name = f"{rule}-{event}-{article}"
    own = [f"w{event}x{n}" for n in range(24)]
    terms = tuple(dice.sample(own, 16) + [f"common{dice.randrange(COMMON)}" for _ in range(20)])
    names = tuple([f"Town{event}", f"Person{event}"] + [f"Name{dice.randrange(COMMON)}" for _ in range(8)])
    at = START + timedelta(minutes=minutes)
    within = (f"geonames:{event}", f"admin1:X{event % 50}", "country:IQ")
    casualty = Casualty(
        field="body", start=10, end=30, text="killed people there", kind="killed", min=killed, max=killed,
        status="stated", within=within, place=f"Town{event}",
    )  # fmt: skip
    return Match(
        id=match_id(rule, name, "r"),
        rule=rule,
        rule_version="v",
        title="Mass casualties",
        score=0.9,
        severity="warning",
        labels={"desk": "middle-east"},
        article=ArticleRef(
            id=name,
            revision="r",
            title=f"{killed} killed in Town{event}, officials say",
            lead="x" * 200,
            url=f"https://news.example/{name}",
            publisher=f"publisher{dice.randrange(40)}",
            published=at,
            fetched=at,
        ),
        evidence=tuple(
            Evidence(
                field="body", start=n, end=n + 9, text="killed 20", kind="casualties", why="killed 20 ≥ 10", weight=0.5
            )
            for n in range(3)
        ),
        casualties=(casualty,),
        signature=Signature(
            sketch=tuple(sorted(dice.randrange(2**32) for _ in range(32))),
            terms=terms,
            names=names,
            places=within,
            numbers=(f"killed:{killed}",),
            manners=("bombing",),
        ),
    )


def opening(rules: int, stories: int, seed: int = 1) -> Iterator[Match]:
    """One match for each story, over all rules in turn."""
    dice = random.Random(seed)
    for event in range(stories):
        yield make_match(dice, f"rule-{event % rules}", event, 0, 20, 0)


def stream(rules: int, stories: int, count: int, first: int = 0) -> Iterator[Match]:
    """Matches that join the open stories at random; one in ten opens another. ``first`` numbers them on."""
    dice = random.Random(first)
    for n in range(first, first + count):
        event = stories + n if n % 10 == 0 else dice.randrange(stories)
        yield make_match(dice, f"rule-{event % rules}", event, n + 1, 20, n / 1000)
