"""A watch rule as its author writes it, and the lists that rules share. docs/rules.md explains the language."""

from typing import Annotated, Literal

import msgspec

from tocsin.core.model.analysis import CasualtyKind, Movement, Status, Topic
from tocsin.core.model.base import Field, Severity, Value

Identifier = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9._-]{0,99}$")]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Count = Annotated[int, msgspec.Meta(ge=0)]
Kilometres = Annotated[float, msgspec.Meta(gt=0, le=20_000)]
Latitude = Annotated[float, msgspec.Meta(ge=-90, le=90)]
Longitude = Annotated[float, msgspec.Meta(ge=-180, le=180)]
Weight = Annotated[float, msgspec.Meta(ge=-1, le=1)]
Share = Annotated[float, msgspec.Meta(gt=0, le=1)]
Reach = Literal["sentence", "paragraph", "article"] | Annotated[int, msgspec.Meta(ge=1, le=1000)]
"""How close together parts must stand; a number counts words."""


class Written(Value, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What people write by hand. Defaults are left out when it is encoded, so a version outlives new fields."""


class RegionSpec(Written, frozen=True, kw_only=True):
    """A shared ``list`` of regions, or a circle of ``km`` around a place (``near``) or a point (``lat``, ``lon``)."""

    list: Identifier | None = None
    near: str | int | None = None
    lat: Latitude | None = None
    lon: Longitude | None = None
    km: Kilometres | None = None


RegionRef = Text | int | RegionSpec
"""A region by name or GeoNames id, or a list or circle."""


class TermSpec(Written, frozen=True, kw_only=True):
    """Terms with more to say: a shared ``list``, or ``any`` of these, in this case only, in this field only."""

    list: Identifier | None = None
    any: tuple[Text, ...] = ()
    case: bool = False
    field: Field | None = None


TermRef = Text | TermSpec


class CasualtyCondition(Written, frozen=True, kw_only=True):
    """People hurt. All that is given must hold of one fact.

    The number compared with ``at_least`` and ``at_most`` is the fact's ``bound``: ``min`` is what is sure, ``max`` what
    may be. ``victims``, ``actors`` and ``manners`` are terms sought in the fact's own words.
    """

    kinds: tuple[CasualtyKind, ...] = ()
    at_least: Count | None = None
    at_most: Count | None = None
    bound: Literal["min", "max"] = "min"
    victims: tuple[TermRef, ...] = ()
    actors: tuple[TermRef, ...] = ()
    manners: tuple[TermRef, ...] = ()


class DeploymentCondition(Written, frozen=True, kw_only=True):
    """Forces that move. ``actors`` are countries by any name, or other names; ``to`` is where the movement goes."""

    actions: tuple[Movement, ...] = ()
    actors: tuple[Text, ...] = ()
    forces: tuple[TermRef, ...] = ()
    to: tuple[RegionRef, ...] = ()
    at_least: Count | None = None


class Condition(Written, frozen=True, kw_only=True):
    """Exactly one of ``casualties`` to ``none``, or ``at_least`` a number ``of`` parts.

    ``model`` names a list with a learned model; it counts as much as the probability that the model gives.

    ``within`` says how close together the parts must stand. ``regions`` replaces the rule's own for this condition, so
    that one kind of event may count in a wider circle than another; ``statuses`` likewise.
    """

    casualties: CasualtyCondition | None = None
    deployment: DeploymentCondition | None = None
    terms: tuple[TermRef, ...] = ()
    places: tuple[RegionRef, ...] = ()
    topics: tuple[Topic, ...] = ()
    model: Identifier | None = None
    all: tuple["Condition", ...] = ()
    any: tuple["Condition", ...] = ()
    none: tuple["Condition", ...] = ()
    at_least: Annotated[int, msgspec.Meta(ge=1)] | None = None
    of: tuple["Condition", ...] = ()
    within: Reach = "article"
    regions: tuple[RegionRef, ...] = ()
    statuses: tuple[Status, ...] = ()


class EvidenceItem(Condition, frozen=True, kw_only=True):
    """A condition, and what it adds to the score when it holds. Left at 1, it fires the rule by itself."""

    weight: Weight = 1.0


class Limit(Written, frozen=True, kw_only=True):
    """At most so many ``alerts`` in any time ``per`` (``1h``); those beyond are told in one summary."""

    alerts: Annotated[int, msgspec.Meta(ge=1, le=200)]
    per: str = "1h"


class Burst(Written, frozen=True, kw_only=True):
    """So many new ``articles`` ``within`` a time (``10m``, by the dates of the articles) are a burst: one alert."""

    articles: Annotated[int, msgspec.Meta(ge=3, le=10_000)]
    within: str = "10m"


Escalation = Literal["killed", "injured", "missing", "captured", "displaced", "actor"]
"""What may make a story escalate: the number of one kind of casualty, or who moves forces in it."""


class StoryPolicy(Written, frozen=True, kw_only=True):
    """How matches of a rule fold into stories. Durations are written like ``2h``, ``30m``, ``1d``.

    ``escalate_when`` names what makes a story escalate: a number that ``doubles``, or reaches one; ``actor: new``,
    another actor. ``limit`` bounds how many of the rule's alerts each subscriber gets one by one. ``burst`` has many
    articles at once be an alert of their own.
    """

    quiet_for: str = "2h"
    window: str = "3d"
    escalate_when: dict[Escalation, Literal["doubles", "new"] | Annotated[int, msgspec.Meta(ge=1)]] = {}
    limit: Limit | None = None
    burst: Burst | None = None


class Rule(Written, frozen=True, kw_only=True, tag_field="kind", tag="rule"):
    """Which articles matter, why, and how much. docs/rules.md explains the language.

    ``title`` is what subscribers read. ``evidence`` is what counts: each item adds its weight, and the rule fires when
    the sum reaches the ``threshold``. ``severity`` ranks its alerts, and ``severity_when`` raises it by what was found.
    ``labels`` are what subscriptions choose by. ``regions`` say where facts must lie and terms be near; what lies in
    ``not_regions`` does not count. ``unless`` excuses an article: one that holds is enough. ``statuses`` are those that
    facts may have. ``languages`` (``en``), ``sources`` (source or publisher), ``topics`` and ``not_topics`` keep other
    articles out. ``story`` says how matches fold into stories.
    """

    id: Identifier
    title: Text
    evidence: Annotated[tuple[EvidenceItem, ...], msgspec.Meta(min_length=1)]
    severity: Severity = "warning"
    severity_when: dict[Severity, tuple[Condition, ...]] = {}
    labels: dict[str, str] = {}
    regions: tuple[RegionRef, ...] = ()
    not_regions: tuple[RegionRef, ...] = ()
    unless: tuple[Condition, ...] = ()
    statuses: tuple[Status, ...] = ("stated", "unverified")
    languages: tuple[Text, ...] = ()
    sources: tuple[Text, ...] = ()
    topics: tuple[Topic, ...] = ()
    not_topics: tuple[Topic, ...] = ()
    threshold: Share = 0.5
    story: StoryPolicy = StoryPolicy()


class SentenceWeights(Written, frozen=True, kw_only=True):
    """What counts only together in one sentence: words and pairs of neighbours, and facts and senses.

    Without ``bias`` the sentence that speaks most adds its sum. With it each sentence is a witness of its own: the
    log-odds that it tells of an event are ``bias`` and its sum, and what they add are the log-odds that any of them
    does. ``weight`` multiplies what they add.
    """

    bias: float | None = None
    weight: float = 1.0
    words: dict[str, float] = {}
    facts: dict[str, float] = {}


class LinearModel(Written, frozen=True, kw_only=True):
    """A logistic regression over an article's words and facts, as ``tools/train_relevance.py`` writes it.

    Weights are log-odds. Sentences with one of the ``cues`` (terms) or with a fact may tell of an event: words and
    pairs of neighbours weigh by ``near`` there, words by ``words`` elsewhere, and by ``lead`` on top of that when the
    title or the first paragraph has them. ``senses`` are terms that mean alike (``officials``). ``facts`` weigh what
    was read (``killed stated``, ``victims civilian``, ``killed in country:CO``), and the senses that those sentences
    name: one, two anywhere in a sentence (``kidnapping + officials``), and two or three in the order in which it names
    them (``insurgents > bombing > homes``). What single sentences say, ``sentence`` adds.
    """

    bias: float
    cues: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    senses: dict[str, tuple[Text, ...]] = {}
    near: dict[str, float] = {}
    lead: dict[str, float] = {}
    words: dict[str, float] = {}
    facts: dict[str, float] = {}
    sentence: SentenceWeights = SentenceWeights()


class WatchList(Written, frozen=True, kw_only=True, tag_field="kind", tag="list"):
    """Regions or terms that several rules share, as ``{list: ID}``; or a learned model, as ``model: ID``."""

    id: Identifier
    title: str = ""
    regions: tuple[Text | int, ...] = ()
    terms: tuple[Text, ...] = ()
    model: LinearModel | None = None
