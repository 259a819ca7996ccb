"""A rule as written to a rule ready to be asked: names resolved, terms numbered, conditions built."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain

from tocsin.core.config import content_version
from tocsin.core.config.terms import parse_term
from tocsin.core.model.rule import (
    CasualtyCondition,
    Condition,
    DeploymentCondition,
    Rule,
    TermRef,
    TermSpec,
    WatchList,
)
from tocsin.core.rules.conditions.base import Compiled, Scope
from tocsin.core.rules.conditions.casualties import Casualties
from tocsin.core.rules.conditions.combine import Either, Nothing, Several
from tocsin.core.rules.conditions.deployments import Deployments
from tocsin.core.rules.conditions.learned import Learned
from tocsin.core.rules.conditions.places import Places, Topics
from tocsin.core.rules.conditions.terms import Terms, TermUse
from tocsin.core.rules.conditions.words import Words
from tocsin.core.rules.errors import RuleError
from tocsin.core.rules.features import Lexicon
from tocsin.core.rules.gazetteer import Regions
from tocsin.core.rules.lists import find_list
from tocsin.core.rules.ready import Item, ReadyRule
from tocsin.core.rules.regions import Region, RegionResolver
from tocsin.core.rules.vocabulary import VocabularyBuilder


class Compiler:
    """Compiles rules that share one vocabulary and one reading of the regions' names."""

    def __init__(self, regions: Regions, lists: Mapping[str, WatchList]) -> None:
        self.vocabulary = VocabularyBuilder()
        self._lists = lists
        self._resolver = RegionResolver(regions, lists)
        self._words: dict[tuple[TermRef, ...], Words] = {}

    def rule(self, rule: Rule) -> ReadyRule:
        """The rule made ready.

        Raises:
            RuleError: it can't be, with what is wrong in words for its author.
        """
        without = self._resolver.area(rule.not_regions)
        region = Region(self._resolver.area(rule.regions), without)
        scope = Scope(region, frozenset(rule.statuses))
        items = tuple(
            Item(index, item.weight, self._condition(item, scope)) for index, item in enumerate(rule.evidence)
        )
        if not any(item.weight > 0 for item in items):
            raise RuleError("no evidence adds to the score: give an item a weight above 0")
        anywhere = Scope(Region(), frozenset(rule.statuses))
        return ReadyRule(
            rule=rule,
            version=content_version(rule),
            region=region,
            items=items,
            unless=tuple(self._condition(each, anywhere) for each in rule.unless),
            severity_when=tuple(
                (severity, self._condition(each, scope))
                for severity, conditions in rule.severity_when.items()
                for each in conditions
            ),
        )

    def errors_of(self, rule: Rule) -> tuple[RuleError, ...]:
        """All that is wrong with a rule that could not be made ready, each once, in the order of the rule's parts."""
        found: dict[str, RuleError] = {}
        for attempt in self._attempts(rule):
            try:
                attempt()
            except RuleError as error:
                found.setdefault(str(error), error)
        return tuple(found.values())

    def _attempts(self, rule: Rule) -> Iterator[Callable[[], object]]:
        """The rule's smallest parts, each to be resolved by itself; the whole at last."""
        anywhere = Scope(Region(), frozenset(rule.statuses))
        yield from (partial(self._resolver.area, (ref,)) for ref in (*rule.regions, *rule.not_regions))
        raised = (each for conditions in rule.severity_when.values() for each in conditions)
        for condition in chain.from_iterable(map(_with_parts, (*rule.evidence, *rule.unless, *raised))):
            yield from (partial(self._resolver.area, (ref,)) for ref in condition.regions)
            if condition.deployment is not None:
                yield from (partial(self._resolver.actors, name) for name in condition.deployment.actors)
            if not _parts(condition):
                yield partial(self._leaf, condition, anywhere)
        yield partial(self.rule, rule)

    def _condition(self, wanted: Condition, scope: Scope) -> Compiled:
        if wanted.regions or wanted.statuses:
            area = self._resolver.area(wanted.regions) if wanted.regions else scope.region.area
            statuses = frozenset(wanted.statuses) or scope.statuses
            scope = Scope(Region(area, scope.region.without), statuses)
        parts = tuple(self._condition(part, scope) for part in _parts(wanted))
        return self._combination(wanted, parts) if parts else self._leaf(wanted, scope)

    def _leaf(self, wanted: Condition, scope: Scope) -> Compiled:
        if wanted.casualties is not None:
            return self._casualties(wanted.casualties, scope)
        if wanted.deployment is not None:
            return self._deployment(wanted.deployment, scope)
        if wanted.terms:
            plain, uses = self._uses(wanted.terms)
            return Terms(plain, uses, scope)
        if wanted.places:
            return Places(Region(self._resolver.area(wanted.places), scope.region.without))
        if wanted.model is not None:
            return self._model(wanted.model)
        if not wanted.topics:
            raise RuleError("a condition asks for nothing: give it casualties, deployment, terms or another part")
        return Topics(wanted.topics)

    def _combination(self, wanted: Condition, parts: tuple[Compiled, ...]) -> Compiled:
        if wanted.any:
            return Either(parts)
        if wanted.none:
            return Nothing(parts)
        count = wanted.at_least if wanted.at_least is not None else len(parts)
        return Several(parts, count, wanted.within)

    def _casualties(self, wanted: CasualtyCondition, scope: Scope) -> Casualties:
        return Casualties(
            wanted,
            victims=self._fact_words(wanted.victims),
            actors=self._fact_words(wanted.actors),
            manners=self._fact_words(wanted.manners),
            scope=scope,
        )

    def _deployment(self, wanted: DeploymentCondition, scope: Scope) -> Deployments:
        actors = frozenset(chain.from_iterable(map(self._resolver.actors, wanted.actors)))
        return Deployments(wanted, actors, self._fact_words(wanted.forces), self._resolver.area(wanted.to), scope)

    def _model(self, name: str) -> Learned:
        watch_list = find_list(name, self._lists)
        if watch_list.model is None:
            raise RuleError(f"list {name!r} holds no model", name)
        model = watch_list.model
        return Learned(model, Lexicon.of(self.vocabulary, model.cues, model.senses), name)

    def _uses(self, refs: tuple[TermRef, ...]) -> tuple[frozenset[int], tuple[TermUse, ...]]:
        """The terms that count wherever they stand, and those of which more is asked."""
        plain: list[str] = []
        uses: list[TermUse] = []
        number = self.vocabulary.number
        for ref in refs:
            if not isinstance(ref, TermSpec):
                plain.append(ref)
            elif ref.case or ref.field:
                uses += [TermUse(number(each), each, ref.case, ref.field) for each in self._listed(ref)]
            else:
                plain += self._listed(ref)
        return self.vocabulary.numbered(plain), tuple(uses)

    def _fact_words(self, refs: tuple[TermRef, ...]) -> Words:
        known = self._words.get(refs)
        if known is None:
            written: list[str] = []
            for ref in refs:
                written += self._listed(ref) if isinstance(ref, TermSpec) else (ref,)
            for each in written:
                _check(each)
            known = self._words[refs] = Words(tuple(written))
        return known

    def _listed(self, spec: TermSpec) -> tuple[str, ...]:
        if spec.list is None:
            return spec.any
        watch_list = find_list(spec.list, self._lists)
        if not watch_list.terms:
            raise RuleError(f"list {spec.list!r} holds regions, not terms", spec.list)
        return watch_list.terms


def _parts(condition: Condition) -> tuple[Condition, ...]:
    return (*condition.all, *condition.any, *condition.none, *condition.of)


def _with_parts(condition: Condition) -> Iterator[Condition]:
    """The condition and all within it."""
    yield condition
    for part in _parts(condition):
        yield from _with_parts(part)


def _check(written: str) -> None:
    try:
        parse_term(written)
    except ValueError as error:
        raise RuleError(str(error), written) from None
