"""What a type can't say: conditions that name exactly one thing, terms with words, targets that make sense."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tocsin.core.config.durations import parse_duration
from tocsin.core.config.findings import Finding, Path
from tocsin.core.config.objects import ConfigObject
from tocsin.core.config.target_checks import check_target
from tocsin.core.config.terms import parse_term
from tocsin.core.model.rule import Condition, Limit, RegionRef, RegionSpec, Rule, TermRef, TermSpec, WatchList
from tocsin.core.model.subscription import Digest, Publishers, Silence, Subscription

_FORMS = ("casualties", "deployment", "terms", "places", "topics", "model", "all", "any", "none", "at_least")
_NESTED = ("all", "any", "none", "of")


def check_object(thing: ConfigObject) -> Iterator[Finding]:
    """Everything wrong with one object that can be told without other objects and without the gazetteer."""
    match thing:
        case Rule():
            yield from _rule(thing)
        case WatchList():
            yield from _watch_list(thing)
        case Subscription():
            yield from _subscription(thing)
        case Silence():
            yield from _silence(thing)
        case Publishers():
            return
        case _:
            if not thing.url.startswith(("http://", "https://")):
                yield ("url",), f"url {thing.url!r} must begin with https:// or http://"


def _rule(rule: Rule) -> Iterator[Finding]:
    for index, item in enumerate(rule.evidence):
        yield from _condition(item, ("evidence", index))
        if item.weight == 0:
            yield ("evidence", index, "weight"), "weight 0 adds nothing: give it a weight or take the item out"
    for index, condition in enumerate(rule.unless):
        yield from _condition(condition, ("unless", index))
    for severity, conditions in rule.severity_when.items():
        for index, condition in enumerate(conditions):
            yield from _condition(condition, ("severity_when", severity, index))
    yield from _regions(rule.regions, ("regions",))
    yield from _regions(rule.not_regions, ("not_regions",))
    reachable = sum(max(item.weight, 0) for item in rule.evidence)
    if reachable < rule.threshold:
        yield ("threshold",), f"threshold {rule.threshold:g} can't be reached: the weights add up to {reachable:g}"
    if not rule.statuses:
        yield ("statuses",), "statuses must name one: with none, no fact can count"
    yield from _durations(rule)


def _durations(rule: Rule) -> Iterator[Finding]:
    for field in ("quiet_for", "window"):
        try:
            parse_duration(getattr(rule.story, field))
        except ValueError as error:
            yield ("story", field), f"{field}: {error}"
    yield from _limit(rule.story.limit, ("story", "limit"))
    if rule.story.burst is not None:
        yield from _positive(rule.story.burst.within, ("story", "burst", "within"))
    for what, when in rule.story.escalate_when.items():
        if (what == "actor") != (when == "new"):
            wanted = "new" if what == "actor" else "doubles, or a number"
            yield ("story", "escalate_when", what), f"{what} can't be {when!r} here: write {what}: {wanted}"


def _limit(limit: Limit | None, path: Path) -> Iterator[Finding]:
    if limit is not None:
        yield from _positive(limit.per, (*path, "per"))


def _positive(duration: str, path: Path) -> Iterator[Finding]:
    """What is wrong with a duration that must not be 0."""
    try:
        length = parse_duration(duration)
    except ValueError as error:
        yield path, f"{path[-1]}: {error}"
    else:
        if not length:
            yield path, f"{path[-1]} {duration!r} is no time at all: write 1h, or leave it out"


def _digest(digest: Digest) -> Iterator[Finding]:
    path: Path = ("digest",)
    if (digest.every is None) == (not digest.at):
        yield path, "a digest comes either every so often (every: 1h) or at times of day (at: ['08:00', '18:00'])"
    if digest.every is not None:
        yield from _positive(digest.every, (*path, "every"))
    yield from _zone(digest.zone, (*path, "zone"))


def _zone(zone: str, path: Path) -> Iterator[Finding]:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield path, f"zone {zone!r} is unknown: write an IANA name such as Europe/Berlin"


def _condition(condition: Condition, path: Path) -> Iterator[Finding]:
    given = [form for form in _FORMS if getattr(condition, form) not in (None, ())]
    if not given:
        yield path, f"a condition needs one of {', '.join(_FORMS)}"
    elif len(given) > 1:
        yield (*path, given[1]), f"{given[0]} and {given[1]} in one condition: make two, or put them under all or any"
    if (condition.at_least is None) != (not condition.of):
        yield path, "at_least and of go together: at_least: 2, of: [condition, condition, ...]"
    elif condition.at_least is not None and condition.at_least > len(condition.of):
        yield (*path, "at_least"), f"at_least {condition.at_least} of {len(condition.of)} conditions can't hold"
    if condition.within != "article" and not (condition.all or condition.of):
        yield (*path, "within"), "within says how close the parts of all, or of at_least, stand: here are no parts"
    for form in _NESTED:
        for index, part in enumerate(getattr(condition, form)):
            yield from _condition(part, (*path, form, index))
    yield from _terms(condition.terms, (*path, "terms"))
    yield from _regions(condition.places, (*path, "places"))
    yield from _regions(condition.regions, (*path, "regions"))
    if condition.casualties is not None:
        yield from _casualties(condition, (*path, "casualties"))
    if condition.deployment is not None:
        yield from _terms(condition.deployment.forces, (*path, "deployment", "forces"))
        yield from _regions(condition.deployment.to, (*path, "deployment", "to"))


def _casualties(condition: Condition, path: Path) -> Iterator[Finding]:
    wanted = condition.casualties
    if wanted is None:
        return
    for field in ("victims", "actors", "manners"):
        yield from _terms(getattr(wanted, field), (*path, field))
    if wanted.at_least is not None and wanted.at_most is not None and wanted.at_least > wanted.at_most:
        yield (*path, "at_most"), f"at_most {wanted.at_most} is below at_least {wanted.at_least}"


def _terms(terms: tuple[TermRef, ...], path: Path) -> Iterator[Finding]:
    for index, term in enumerate(terms):
        here = (*path, index)
        if isinstance(term, TermSpec):
            if (term.list is None) == (not term.any):
                yield here, "give either list: ID or any: [terms]"
            for inner, written in enumerate(term.any):
                yield from _term(written, (*here, "any", inner))
        else:
            yield from _term(term, here)


def _term(written: str, path: Path) -> Iterator[Finding]:
    try:
        parse_term(written)
    except ValueError as error:
        yield path, str(error)


def _regions(regions: tuple[RegionRef, ...], path: Path) -> Iterator[Finding]:
    for index, region in enumerate(regions):
        if isinstance(region, RegionSpec):
            point = region.lat is not None and region.lon is not None
            forms = [region.list is not None, region.near is not None, point]
            if sum(forms) != 1 or (region.lat is None) != (region.lon is None):
                yield (*path, index), "give one of list: ID, near: PLACE with km, or lat and lon with km"
            elif (region.km is None) != (region.list is not None):
                yield (*path, index), "a circle needs km, and a list has none"


def _watch_list(thing: WatchList) -> Iterator[Finding]:
    if sum(map(bool, (thing.regions, thing.terms, thing.model))) != 1:
        yield (), "a list has one of regions, terms and model"
    yield from _terms(thing.terms, ("terms",))
    if thing.model is not None:
        yield from _terms(thing.model.cues, ("model", "cues"))


def _silence(thing: Silence) -> Iterator[Finding]:
    if thing.match == type(thing.match)():
        yield ("match",), "match is empty and would silence everything: name a rule, labels, a severity or regions"
    if thing.since is not None and thing.since >= thing.until:
        yield ("until",), f"until {thing.until:%Y-%m-%dT%H:%M:%SZ} is not after since"
    if thing.seq is not None and not thing.until_escalates:
        yield ("seq",), "seq says after which revision an escalation counts: it needs until_escalates: true"


def _subscription(thing: Subscription) -> Iterator[Finding]:
    yield from check_target(thing)
    if thing.quiet is not None:
        yield from _zone(thing.quiet.zone, ("quiet", "zone"))
    yield from _limit(thing.limit, ("limit",))
    if thing.digest is not None:
        yield from _digest(thing.digest)
