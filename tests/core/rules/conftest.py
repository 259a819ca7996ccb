"""A small world, and articles whose analysis is written by hand: rules are tested apart from the reading of text."""

import difflib
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from tocsin.core.config import parse_config
from tocsin.core.model.analysis import Analysis, Casualty, Deployment, Place, Zone
from tocsin.core.model.article import Article
from tocsin.core.model.match import Match
from tocsin.core.model.rule import Rule, WatchList
from tocsin.core.rules import RuleSet, compile_rules

WITHIN = {
    "Mosul": ("geonames:99072", "admin1:IQ.15", "country:IQ", "region:middle-east"),
    "Tikrit": ("geonames:91597", "admin1:IQ.18", "country:IQ", "region:middle-east"),
    "Iraq": ("country:IQ", "region:middle-east"),
    "Iraqi": ("country:IQ", "region:middle-east"),
    "Aleppo": ("geonames:170063", "admin1:SY.09", "country:SY", "region:middle-east"),
    "Syria": ("country:SY", "region:middle-east"),
    "Bogota": ("geonames:3688689", "admin1:CO.34", "country:CO"),
    "US": ("country:US",),
    "Iran": ("country:IR", "region:middle-east"),
    "Persian Gulf": ("region:persian-gulf",),
    "Middle East": ("region:middle-east",),
}
POINTS = {"Mosul": (36.335, 43.119), "Tikrit": (34.597, 43.677), "Aleppo": (36.202, 37.134), "Iraq": (33.0, 44.0)}


class Point(NamedTuple):
    lat: float | None
    lon: float | None


class Atlas:
    """A gazetteer of a dozen places."""

    def region_ids(self, name: str | int) -> tuple[str, ...]:
        if isinstance(name, int):
            return next((w[:1] for w in WITHIN.values() if w[0] == f"geonames:{name}"), ())
        return next((w[:1] for n, w in WITHIN.items() if n.casefold() == name.casefold()), ())

    def suggest(self, name: str) -> tuple[str, ...]:
        return tuple(difflib.get_close_matches(name, WITHIN))

    def region_name(self, region: str) -> str:
        return next((n for n, w in WITHIN.items() if w[0] == region), region)

    def place(self, region: str) -> Point | None:
        name = self.region_name(region)
        known = any(within[0] == region for within in WITHIN.values())
        return Point(*POINTS.get(name, (None, None))) if known else None


class Text:
    """An article whose facts are put in by the words that state them."""

    def __init__(self, body: str, title: str = "", **known: Any) -> None:
        self.article = Article(id="a1", revision="r1", title=title, body=body, **known)
        self.places: list[Place] = []
        self.casualties: list[Casualty] = []
        self.deployments: list[Deployment] = []
        self.zones: list[Zone] = []
        self.topic: Any = "other"

    def _span(self, words: str) -> dict[str, Any]:
        for field in ("title", "body"):
            start = getattr(self.article, field).find(words)
            if start >= 0:
                return {"field": field, "start": start, "end": start + len(words), "text": words}
        raise AssertionError(f"{words!r} is not in the text")

    def _at(self, place: str | None) -> dict[str, Any]:
        if place is None:
            return {}
        lat, lon = POINTS.get(place, (None, None))
        return {"place": place, "within": WITHIN[place], "lat": lat, "lon": lon}

    def place(self, name: str, words: str | None = None, **more: Any) -> "Text":
        at = self._at(name)
        del at["place"]
        self.places.append(Place(**self._span(words or name), name=name, kind=more.pop("kind", "city"), **at, **more))
        return self

    def casualty(self, words: str, number: int | None, place: str | None = None, **more: Any) -> "Text":
        bounds = {"kind": "killed", "min": number, "max": number, "status": "stated"} | more
        self.casualties.append(Casualty(**self._span(words), **self._at(place), **bounds))
        return self

    def deployment(self, words: str, place: str | None = None, **more: Any) -> "Text":
        fields = {"action": "deploy", "status": "stated"} | more
        self.deployments.append(Deployment(**self._span(words), **self._at(place), **fields))
        return self

    def zone(self, words: str, why: Any = "biography") -> "Text":
        span = self._span(words)
        self.zones.append(Zone(field=span["field"], start=span["start"], end=span["end"], why=why))
        return self

    def analysis(self) -> Analysis:
        body = self.article.body
        ends = [i + 1 for i, c in enumerate(body) if c == "."] or [len(body)]
        starts = [0, *(end for end in ends[:-1])]
        return Analysis(
            id=self.article.id,
            topic=self.topic,
            places=tuple(self.places),
            casualties=tuple(self.casualties),
            deployments=tuple(self.deployments),
            zones=tuple(self.zones),
            sentences=tuple(zip(starts, ends, strict=True)),
        )


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return Atlas()


@pytest.fixture(scope="session")
def text() -> type[Text]:
    return Text


@pytest.fixture(scope="session")
def ruleset(atlas: Atlas) -> Callable[[str], RuleSet]:
    """Rules and lists in YAML; ``rule:`` alone may leave out kind, id and title."""

    def build(yaml: str) -> RuleSet:
        if not yaml.lstrip().startswith("kind:"):
            yaml = "kind: rule\nid: r\ntitle: Rule\n" + yaml
        objects = parse_config(yaml, "rules.yaml")
        rules = [each for each in objects if isinstance(each, Rule)]
        return compile_rules(rules, atlas, [each for each in objects if isinstance(each, WatchList)])

    return build


@pytest.fixture(scope="session")
def matches(ruleset: Callable[[str], RuleSet]) -> Callable[[str, Text], list[Match]]:
    def match(yaml: str, text: Text) -> list[Match]:
        rules = ruleset(yaml)
        assert not rules.broken
        found = rules.match(text.article, text.analysis())
        assert rules.might_match(text.article) or not found
        return found

    return match
