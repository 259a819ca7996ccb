"""A story as the correlator remembers it: what its articles look like, what they claim, and what was told of it."""

from tocsin.core.model.alert import AlertKind, Movement, Toll
from tocsin.core.model.analysis import CasualtyKind, Place, Status
from tocsin.core.model.base import Severity, UtcTime, Value
from tocsin.core.model.match import ArticleRef, Evidence


class Profile(Value, frozen=True, kw_only=True, omit_defaults=True):
    """How many of a story's ``articles`` have each feature of their signatures, and one sketch a family."""

    articles: int = 0
    terms: dict[str, int] = {}
    names: dict[str, int] = {}
    places: dict[str, int] = {}
    numbers: dict[str, int] = {}
    actors: dict[str, int] = {}
    manners: dict[str, int] = {}
    sketches: dict[str, tuple[int, ...]] = {}


class Claim(Value, frozen=True, kw_only=True, omit_defaults=True):
    """The number that one report gives for one kind of casualty, as in ``Casualty``."""

    kind: CasualtyKind
    min: int | None = None
    max: int | None = None
    status: Status = "stated"


class Report(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One article in a story, in its newest revision. ``at`` is its event time, ``family`` whom it counts for:
    its publisher, or the publisher of the report that it copies. ``withdrawn``: it stands no more, because its source
    took it back, or ``edited`` it so that it no longer fires the rule.
    """

    article: str
    match: str
    seq: int
    at: UtcTime
    family: str
    score: float
    severity: Severity
    title: str
    fetched: UtcTime | None = None
    url: str | None = None
    source: str | None = None
    publisher: str | None = None
    claims: tuple[Claim, ...] = ()
    movements: tuple[Movement, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[str, ...] = ()
    withdrawn: bool = False
    edited: bool = False


class Told(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What subscribers have heard of a story: the facts of its newest alert. ``base`` are the numbers, by kind, of
    the newest alert that was new or an escalation: what "doubles" is measured from. ``places`` are
    regions as in ``Place``. ``logged`` is the log's time of the record that led to the alert, ``escalated`` the
    number of the newest escalation. ``actors`` are all who moved forces in what was told, ``deniers`` the publishers
    that denied, by kind.
    """

    seq: int
    at: UtcTime
    kind: AlertKind
    severity: Severity
    reports: int
    families: int = 1
    tolls: tuple[Toll, ...] = ()
    movements: tuple[Movement, ...] = ()
    places: tuple[tuple[str, ...], ...] = ()
    base: dict[CasualtyKind, int] = {}
    logged: UtcTime | None = None
    escalated: int | None = None
    actors: tuple[str, ...] = ()
    deniers: dict[CasualtyKind, tuple[str, ...]] = {}


class Flow(Value, frozen=True, kw_only=True, omit_defaults=True):
    """How many articles came to a rule of late, by their event times, as of one record. ``counts`` are those of spans
    of ``width`` seconds up to the one numbered ``newest``; ``told``: they are a burst, and it was told.
    """

    width: float
    newest: int
    counts: tuple[int, ...]
    told: bool = False


class Story(Value, frozen=True, kw_only=True, omit_defaults=True):
    """All that is kept of one story. Times are event times: ``first`` and ``last`` over its articles, of which there
    were ``count``; ``reports`` hold the newest of them, ``older`` the ids of some before those. ``seq`` is the offset
    of the last record that changed it, ``partition`` where its rule's matches lie, ``flow`` its rule's articles of late
    as of that record, where bursts are told.
    """

    id: str
    rule: str
    partition: int
    seq: int
    first: UtcTime
    last: UtcTime
    profile: Profile
    reports: tuple[Report, ...]
    told: Told
    count: int
    article: ArticleRef
    title: str
    rule_version: str
    labels: dict[str, str] = {}
    evidence: tuple[Evidence, ...] = ()
    families: tuple[str, ...] = ()
    older: tuple[str, ...] = ()
    fired_by: tuple[str, ...] = ()
    flow: Flow | None = None
