"""The rules in force: an immutable set that an article is matched against, and from which a changed set is made.

Rules are kept in levels, each compiled as one. A change makes a new small level and leaves the large ones as they are;
small levels are compiled together again once they have grown, so that there are never more than a few (as in a
log-structured merge tree, O'Neil et al. 1996). A set is never changed: whoever matches an article holds one set
throughout, so no article sees half a change.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from tocsin.core.model.analysis import Analysis
from tocsin.core.model.article import Article
from tocsin.core.model.match import Match
from tocsin.core.model.rule import Rule, WatchList
from tocsin.core.rules.bulk import without_collection
from tocsin.core.rules.compiler import Compiler
from tocsin.core.rules.cues import Cues
from tocsin.core.rules.errors import RuleError
from tocsin.core.rules.gazetteer import Regions
from tocsin.core.rules.keys import DEPLOYMENT_KEY, PLACE_KEY, casualty_key, region_key, topic_key
from tocsin.core.rules.level import Level
from tocsin.core.rules.lists import lists_of
from tocsin.core.rules.matches import to_match
from tocsin.core.rules.ready import ReadyRule
from tocsin.core.rules.view import Reading, Scan, View
from tocsin.core.rules.vocabulary import Vocabulary

_GROWTH = 8
"""A level is merged into the next when that is less than so many times its size."""


class _State(NamedTuple):
    """What a set is made of. ``home`` tells which level (its position) holds the rule in force under an id."""

    levels: tuple[Level, ...]
    home: Mapping[str, int]
    errors: Mapping[str, tuple[RuleError, ...]]
    lists: Mapping[str, WatchList]


class RuleSet:
    """Compiled rules. ``errors`` holds why some don't compile, by id, ``broken`` the same in words; the others work."""

    def __init__(self, regions: Regions, cues: Cues, state: _State) -> None:
        self._regions = regions
        self._cues = cues
        self._state = state
        self.errors: Mapping[str, tuple[RuleError, ...]] = MappingProxyType(dict(state.errors))
        self.broken: Mapping[str, str] = MappingProxyType(
            {name: "; ".join(map(str, errors)) for name, errors in state.errors.items()}
        )

    def __len__(self) -> int:
        return len(self._state.home)

    def __iter__(self) -> Iterator[ReadyRule]:
        """The rules in force, in no order that means anything."""
        for position, level in enumerate(self._state.levels):
            for ready in level.rules:
                if self._state.home.get(ready.rule.id) == position:
                    yield ready

    def might_match(self, article: Article, scan: Scan | None = None) -> bool:
        """Whether any rule could fire on the article, told from its words alone and quickly; no means no."""
        scan = scan or Scan(article)
        levels = self._state.levels
        likely = self._cues.likely(scan) if any(level.needs_facts for level in levels) else frozenset()
        return any(level.plausible(frozenset(scan.find(level.vocabulary)), likely) for level in levels)

    def match(self, article: Article, analysis: Analysis, scan: Scan | None = None) -> list[Match]:
        """The rules that fire, by id. ``scan`` is the article's, when ``might_match`` was asked with it before."""
        return self.match_reading(Reading(article, analysis, scan))

    def match_reading(self, reading: Reading) -> list[Match]:
        """As ``match``, for who keeps the reading to explain more."""
        keys = _keys(reading)
        matches: list[Match] = []
        home = self._state.home
        for position, level in enumerate(self._state.levels):
            view = View(reading, level.vocabulary)
            for ready in level.candidates(view, keys):
                if home.get(ready.rule.id) != position or ready.shut(reading) is not None:
                    continue
                verdict = ready.judge(view)
                if ready.fires(verdict) and ready.excused(view) is None:
                    matches.append(to_match(ready, verdict, view))
        matches.sort(key=lambda match: match.rule)
        return matches

    def views(self, reading: Reading) -> Iterator[tuple[ReadyRule, View]]:
        """Every rule in force beside the article as its level sees it, for explanations."""
        for position, level in enumerate(self._state.levels):
            view = View(reading, level.vocabulary)
            for ready in level.rules:
                if self._state.home.get(ready.rule.id) == position:
                    yield ready, view

    def with_changes(
        self,
        changed: Iterable[Rule] = (),
        removed: Iterable[str] = (),
        lists: Iterable[WatchList] | None = None,
    ) -> "RuleSet":
        """The set with these rules new or changed, and these ids gone. ``lists`` replaces all shared lists.

        When a list changes, pass the rules that use it among ``changed``. Costs what the change costs, not the set;
        now and then a large level is compiled again, which the growth since the last time pays for.
        """
        state = self._state
        known = state.lists if lists is None else {each.id: each for each in lists}
        fresh = {rule.id: rule for rule in changed}
        home = dict(state.home)
        errors = dict(state.errors)
        for name in (*removed, *fresh):
            home.pop(name, None)
            errors.pop(name, None)
        levels = list(state.levels)
        merged = dict(fresh)
        while levels and len(levels[-1].rules) < _GROWTH * len(merged):
            position = len(levels) - 1
            old = levels.pop()
            merged = {r.rule.id: r.rule for r in old.rules if home.get(r.rule.id) == position} | merged
        if merged:
            level, failed = _compile(merged.values(), self._regions, known)
            home.update((ready.rule.id, len(levels)) for ready in level.rules)
            for name in failed:
                home.pop(name, None)
            errors |= failed
            levels.append(level)
        return RuleSet(self._regions, self._cues, _State(tuple(levels), home, errors, known))

    def updated(self, rules: Mapping[str, Rule], lists: Mapping[str, WatchList]) -> "RuleSet":
        """The set in which exactly these rules are in force, with these lists; only what differs is compiled.

        Telling the difference costs a look at each rule, some milliseconds for 100,000.
        """
        state = self._state
        touched = {name for name in {*lists, *state.lists} if lists.get(name) != state.lists.get(name)}
        standing = {ready.rule.id: ready.rule for ready in self}
        changed = [
            rule
            for name, rule in rules.items()
            if (standing.get(name) is not rule and standing.get(name) != rule)
            or (touched and not touched.isdisjoint(lists_of(rule)))
        ]
        removed = [name for name in {*standing, *state.errors} if name not in rules]
        if not (changed or removed or touched):
            return self
        return self.with_changes(changed, removed, lists.values())


def compile_rules(rules: Iterable[Rule], gazetteer: Regions, lists: Iterable[WatchList] = ()) -> RuleSet:
    """All rules compiled together; those that can't be are left out and named in ``RuleSet.broken``."""
    empty = RuleSet(gazetteer, Cues(), _State((), {}, {}, {each.id: each for each in lists}))
    return empty.with_changes(rules)


def _compile(
    rules: Collection[Rule], regions: Regions, lists: Mapping[str, WatchList]
) -> tuple[Level, dict[str, tuple[RuleError, ...]]]:
    compiler = Compiler(regions, lists)
    ready: list[ReadyRule] = []
    errors: dict[str, tuple[RuleError, ...]] = {}
    with without_collection(len(rules)):
        for rule in rules:
            try:
                ready.append(compiler.rule(rule))
            except RuleError:
                errors[rule.id] = compiler.errors_of(rule)
        return Level(ready, Vocabulary(compiler.vocabulary.terms)), errors


def _keys(reading: Reading) -> frozenset[str | int]:
    """What is in the article, as the indexes name it; terms aside."""
    analysis = reading.analysis
    keys: set[str | int] = {casualty_key(fact.kind) for fact in analysis.casualties}
    keys |= {region_key(region) for region in reading.region_ids}
    keys.add(topic_key(analysis.topic))
    if analysis.deployments:
        keys.add(DEPLOYMENT_KEY)
    if analysis.places:
        keys.add(PLACE_KEY)
    return frozenset(keys)
