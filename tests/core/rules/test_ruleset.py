"""Many rules: indexes lose none, changes make the same set as compiling anew, and a broken rule harms no other."""

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.core.model.rule import CasualtyCondition, Condition, EvidenceItem, Rule, TermSpec, WatchList
from tocsin.core.rules import Reading, RuleSet, compile_rules

WORDS = ("war", "bomb", "school", "dead", "game", "attack*")
PLACES = ("Mosul", "Aleppo", "Bogota", "Iraq")

leaves = st.one_of(
    st.builds(Condition, terms=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(tuple)),
    st.builds(lambda n: Condition(casualties=CasualtyCondition(at_least=n)), st.integers(1, 20)),
    st.builds(lambda p: Condition(places=(p,)), st.sampled_from(PLACES)),
    st.builds(lambda t: Condition(topics=(t,)), st.sampled_from(("violence", "sport"))),
)
parts = st.lists(leaves, min_size=1, max_size=3).map(tuple)
conditions = st.one_of(
    leaves,
    st.builds(Condition, all=parts, within=st.sampled_from(("article", "sentence", 5))),
    st.builds(Condition, any=parts),
    st.builds(Condition, none=parts),
    st.builds(lambda p, n: Condition(of=p, at_least=min(n, len(p))), parts, st.integers(1, 3)),
)
items = st.builds(
    lambda c, w: EvidenceItem(weight=w, **{f: getattr(c, f) for f in c.__struct_fields__}),
    conditions,
    st.sampled_from((-0.3, 0.2, 0.4, 0.6, 1.0)),
)
regions = st.lists(st.sampled_from(PLACES), max_size=2).map(tuple)


@st.composite
def rules(draw: st.DrawFn, identifier: str) -> Rule:
    return Rule(
        id=identifier,
        title=identifier,
        evidence=(*draw(st.lists(items, max_size=3)), EvidenceItem(terms=("war",), weight=0.2)),
        regions=draw(regions),
        unless=tuple(draw(st.lists(leaves, max_size=1))),
        threshold=draw(st.sampled_from((0.2, 0.5, 0.7))),
    )


rule_lists = st.integers(1, 12).flatmap(lambda n: st.tuples(*(rules(f"r{i}") for i in range(n))))


@st.composite
def articles(draw: st.DrawFn, text: Any) -> Any:
    words = draw(st.lists(st.sampled_from((*WORDS[:-1], "attacked", "the", *PLACES, ".")), max_size=30))
    article = text(" ".join(words))
    for place in PLACES:
        if place in words and draw(st.booleans()):
            article.place(place)
    if "dead" in words:
        article.casualty("dead", draw(st.integers(1, 30)), draw(st.sampled_from((None, *PLACES))))
    article.topic = draw(st.sampled_from(("violence", "sport", "other")))
    return article


def ids(found: RuleSet, article: Any) -> set[str]:
    return {match.rule for match in found.match(article.article, article.analysis())}


def one_by_one(rules: RuleSet, article: Any) -> set[str]:
    """Every rule asked, without the indexes."""
    reading = Reading(article.article, article.analysis())
    return {
        ready.rule.id
        for ready, view in rules.views(reading)
        if ready.fires(ready.judge(view)) and ready.excused(view) is None
    }


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_the_indexes_and_the_prefilter_lose_no_rule(data: st.DataObject, atlas: Any, text: Any) -> None:
    found = compile_rules(data.draw(rule_lists), atlas)
    article = data.draw(articles(text))
    fired = ids(found, article)
    assert fired == one_by_one(found, article)
    assert found.might_match(article.article) or not fired


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_changes_make_what_compiling_anew_makes(data: st.DataObject, atlas: Any, text: Any) -> None:
    found = compile_rules((), atlas)
    standing: dict[str, Rule] = {}
    for _ in range(data.draw(st.integers(1, 6))):
        changed = data.draw(rule_lists)
        removed = data.draw(st.lists(st.sampled_from([f"r{i}" for i in range(12)]), max_size=3))
        standing = {name: rule for name, rule in standing.items() if name not in removed}
        standing |= {rule.id: rule for rule in changed}
        before, size = found, len(found)
        found = found.with_changes(changed, removed)
        assert len(before) == size
    anew = compile_rules(standing.values(), atlas)
    article = data.draw(articles(text))
    assert {ready.rule.id for ready in found} == set(standing)
    assert ids(found, article) == ids(anew, article)
    assert ids(found.updated(standing, {}), article) == ids(anew, article)


def many(count: int, word: str = "word") -> list[Rule]:
    return [Rule(id=f"{word}{i}", title="T", evidence=(EvidenceItem(terms=(f"{word}{i}",)),)) for i in range(count)]


def test_levels_stay_few(atlas: Any, text: Any) -> None:
    found = compile_rules(many(2000), atlas)
    for index in range(200):
        found = found.with_changes(many(1, f"new{index}x"))
    assert len(found) == 2200
    assert len(found._state.levels) <= 5  # noqa: SLF001 - how many there are is what the levels promise
    assert ids(found, text("word7 new0x0 new199x0")) == {"word7", "new0x0", "new199x0"}


def test_a_broken_rule_is_named_and_the_others_work(atlas: Any, text: Any) -> None:
    bad = Rule(id="bad", title="T", evidence=(EvidenceItem(terms=("war",)),), regions=("Irak",))
    found = compile_rules([bad, *many(3)], atlas)
    assert dict(found.broken) == {"bad": "unknown region 'Irak': did you mean 'Iraq'?"}
    assert ids(found, text("word1 war")) == {"word1"}
    mended = found.with_changes([Rule(id="bad", title="T", evidence=(EvidenceItem(terms=("war",)),))])
    assert not mended.broken
    assert ids(mended, text("word1 war")) == {"word1", "bad"}


def test_a_changed_list_changes_the_rules_that_use_it(atlas: Any, text: Any) -> None:
    rule = Rule(id="listed", title="T", evidence=(EvidenceItem(terms=(TermSpec(list="words"),)),))
    standing = {each.id: each for each in (rule, *many(3))}
    found = compile_rules(standing.values(), atlas, [WatchList(id="words", terms=("war",))])
    later = found.updated(standing, {"words": WatchList(id="words", terms=("peace",))})
    assert ids(found, text("war word1")) == {"listed", "word1"}
    assert ids(later, text("war word1")) == {"word1"}
    assert ids(later, text("peace")) == {"listed"}
    assert later.updated(standing, {"words": WatchList(id="words", terms=("peace",))}) is later


def test_a_missing_list_is_named(ruleset: Callable[[str], RuleSet]) -> None:
    rules = ruleset(
        "kind: rule\nid: r\ntitle: T\nregions: [{list: sahell}]\nevidence: [{terms: [war]}]\n"
        "---\n{kind: list, id: sahel, regions: [Iraq]}"
    )
    assert rules.broken == {"r": "unknown list 'sahell': did you mean 'sahel'?"}
