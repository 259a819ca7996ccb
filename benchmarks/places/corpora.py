"""Labelled articles to learn from: GeoVirus, LGL and re3d, as the evaluation data beside the repository holds them."""

import gzip
import json
import math
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from tocsin.core.model.article import Article

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "eval" / "data"
SETS = ("geo-lgl", "geo-geovirus", "re3d")
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


class Gold(NamedTuple):
    """A place that people marked. ``counts`` is False where opinions differ on whether it is a mention."""

    start: int
    end: int
    text: str
    lat: float | None
    lon: float | None
    geonames_id: int | None
    counts: bool


class Labelled(NamedTuple):
    """An article and the places in its body."""

    set: str
    article: Article
    gold: tuple[Gold, ...]


def load(name: str) -> Iterator[Labelled]:
    """The articles of a set."""
    with gzip.open(FOLDER / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            article = Article(
                id=row["id"],
                revision="1",
                title=row["title"],
                body=row["body"],
                source="",
                published=EPOCH,
                fetched=EPOCH,
            )
            gold = _places(row) if name.startswith("geo-") else _entities(row)
            yield Labelled(name, article, tuple(sorted(gold)))


def _places(row: dict[str, Any]) -> Iterator[Gold]:
    for place in row["gold"]["places"]:
        yield Gold(
            place["start"], place["end"], place["text"], place["lat"], place["lon"], place["geonames_id"], counts=True
        )


def _entities(row: dict[str, Any]) -> Iterator[Gold]:
    for entity in row["gold"]["entities"]:
        if entity["type"] in {"Location", "Nationality"}:
            named = entity["type"] == "Location" and _is_named(entity["text"])
            yield Gold(entity["start"], entity["end"], entity["text"], None, None, None, counts=named)


def _is_named(text: str) -> bool:
    return bool(re.search(r"(?:^|[\s(\-'\u2019])[A-Z]", re.sub(r"^(?:The|An?)\s", "", text)))


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance by the haversine formula on a sphere of 6371 km."""
    one, other = math.radians(lat1), math.radians(lat2)
    half = (
        math.sin((other - one) / 2) ** 2
        + math.cos(one) * math.cos(other) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    )
    return 2 * 6371 * math.asin(math.sqrt(min(1.0, half)))
