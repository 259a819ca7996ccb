"""What a text says happened: the facts of an article, each with the words that say it."""

from typing import Literal

from tocsin.core.model.base import Field, Span, Value

Status = Literal["stated", "unverified", "denied", "possible", "past"]
"""How the text stands to a fact: it asserts it, cannot confirm it, negates it, sees it coming, or looks back on it."""

CasualtyKind = Literal["killed", "injured", "missing", "captured", "displaced"]

Movement = Literal["deploy", "build up", "reinforce", "withdraw", "alert", "transit", "seize", "base"]
"""``seize`` is territory that changes hands, ``base`` a post that is opened or held."""

PlaceKind = Literal["city", "admin2", "admin1", "country", "region", "water", "base", "feature", "demonym"]

PlaceRole = Literal["mention", "dateline"]
"""A dateline ("BAGHDAD (AP) —") says where the text was filed, not where things happened."""

ZoneKind = Literal["duplicate", "byline", "biography", "related", "subscription", "navigation"]

Topic = Literal[
    "violence",
    "politics",
    "accident",
    "disaster",
    "sport",
    "entertainment",
    "business",
    "science",
    "obituary",
    "opinion",
    "retrospective",
    "other",
]
"""What an article is about as a whole; a signal for rules, never a reason to drop a fact."""


class Place(Span, frozen=True, kw_only=True):
    """A place name in the text, and the place it stands for.

    ``within`` lists the ids of the place itself and all that contain it, nearest first, e.g. ``geonames:99072``,
    ``admin1:IQ.15``, ``country:IQ``, ``region:middle-east``. ``admin1`` is a name, ``country`` ISO 3166-1 alpha-2,
    ``lat`` and ``lon`` WGS 84 degrees, ``radius_km`` how far from there the place may still be.
    """

    kind: PlaceKind
    name: str
    geonames_id: int | None = None
    admin1: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    within: tuple[str, ...] = ()
    role: PlaceRole = "mention"


class Fact(Span, frozen=True, kw_only=True):
    """Words that say what happened, how they stand to it, and where they put it.

    ``place``, ``lat``, ``lon`` and ``within`` are as in ``Place``, and empty when the text ties the fact to no place.
    ``cue`` is what decided the status, ``attribution`` who says so ("police said").
    """

    status: Status
    cue: Span | None = None
    attribution: Span | None = None

    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    within: tuple[str, ...] = ()


class Casualty(Fact, frozen=True, kw_only=True):
    """People hurt by one event. ``min`` and ``max`` bound the number and are both None when the text gives none.

    "at least 12" is (12, None), "12" is (12, 12), "between 20 and 30" is (20, 30). ``total`` is the least that the same
    statement makes of all its victims: 8 for each of "six priests" and "two women were killed". ``victims`` and
    ``actors`` are the words for who was hurt and who did it, ``manner`` a lower-case English noun phrase ("air strike",
    "bombing", "execution", "shooting").
    """

    kind: CasualtyKind
    min: int | None
    max: int | None
    total: int | None = None
    victims: str | None = None
    actors: str | None = None
    manner: str | None = None


class Deployment(Fact, frozen=True, kw_only=True):
    """A force that moves. ``actor`` is an ISO 3166-1 alpha-2 code or a name, ``force`` a lower-case noun phrase."""

    action: Movement
    force: str | None = None
    count: int | None = None
    actor: str | None = None


class Zone(Value, frozen=True, kw_only=True):
    """Code points ``start`` to ``end`` of ``field`` that are no evidence, and why."""

    field: Field
    start: int
    end: int
    why: ZoneKind


class Analysis(Value, frozen=True, kw_only=True):
    """All that was read in one article. ``sentences`` are (start, end) code points of the body, in order."""

    id: str
    topic: Topic = "other"
    places: tuple[Place, ...] = ()
    casualties: tuple[Casualty, ...] = ()
    deployments: tuple[Deployment, ...] = ()
    zones: tuple[Zone, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
