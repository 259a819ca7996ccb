"""Filters and their index."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin.core.model.subscription import Circle, Filter
from tocsin.core.routing.filters import FilterError, compile_filter, distance_km
from tocsin.core.routing.index import FilterIndex

KNOWN = {
    "Iraq": ("country:IQ",),
    "Nineveh": ("admin1:IQ.15",),
    "Middle East": ("region:middle-east",),
    99072: ("geonames:99072",),
    "Persian Gulf": ("region:persian-gulf",),
}


class Atlas:
    """A small gazetteer."""

    def region_ids(self, name: str | int) -> tuple[str, ...]:
        return KNOWN.get(name, ())

    def suggest(self, name: str) -> tuple[str, ...]:
        return tuple(known for known in KNOWN if isinstance(known, str) and known[:2] == name[:2])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (Filter(), True),
        (Filter(rule="iraq-mass-casualties"), True),
        (Filter(rule="other"), False),
        (Filter(rules=("other", "iraq-mass-casualties")), True),
        (Filter(rule="other", rules=("iraq-mass-casualties",)), True),
        (Filter(labels={"desk": "middle-east"}), True),
        (Filter(labels={"desk": "europe"}), False),
        (Filter(labels={"desk": "middle-east", "tier": "1"}), False),
        (Filter(severity="info"), True),
        (Filter(severity="critical"), True),
        (Filter(regions=("Iraq",)), True),
        (Filter(regions=("Nineveh",)), True),
        (Filter(regions=("Middle East",)), True),
        (Filter(regions=(99072,)), True),
        (Filter(regions=("Persian Gulf",)), False),
        (Filter(regions=("Persian Gulf", "Iraq")), True),
        (Filter(near=Circle(lat=36.2, lon=43.1, km=50)), True),
        (Filter(near=Circle(lat=33.3, lon=44.4, km=50)), False),
        (Filter(sources=("example NEWS",)), True),
        (Filter(sources=("The Wire",)), True),
        (Filter(sources=("Nobody",)), False),
        (Filter(story="story1"), True),
        (Filter(story="alert1"), True),
        (Filter(story="other"), False),
        (Filter(rule="iraq-mass-casualties", severity="critical", regions=("Iraq",)), True),
        (Filter(rule="iraq-mass-casualties", regions=("Persian Gulf",)), False),
    ],
)
def test_matching(make_alert: Any, written: Filter, expected: bool) -> None:  # noqa: FBT001
    alert = make_alert()
    compiled = compile_filter(written, Atlas())
    assert compiled.matches(alert) is expected
    assert (compiled.mismatch(alert) is None) is expected
    assert (FilterIndex({"f": written}, Atlas()).matching(alert) == ["f"]) is expected


def test_severity_is_a_floor(make_alert: Any) -> None:
    compiled = compile_filter(Filter(severity="warning"), Atlas())
    assert [compiled.matches(make_alert(severity=s)) for s in ("info", "warning", "critical")] == [False, True, True]


def test_a_dateline_counts_only_when_nothing_else_is_known(make_alert: Any, mosul: Any) -> None:
    import msgspec  # noqa: PLC0415

    dateline = msgspec.structs.replace(mosul, role="dateline")
    elsewhere = msgspec.structs.replace(mosul, within=("country:FR",))
    compiled = compile_filter(Filter(regions=("Iraq",)), Atlas())
    assert compiled.matches(make_alert(places=(dateline,)))
    assert not compiled.matches(make_alert(places=(dateline, elsewhere)))


def test_kinds_say_what_is_wanted_and_a_first_notice_is_new(make_alert: Any) -> None:
    compiled = compile_filter(Filter(kinds=("new", "escalation")), Atlas())
    assert compiled.matches(make_alert(kind="update"))
    assert compiled.wants(make_alert(kind="update"), first=True)
    assert not compiled.wants(make_alert(kind="update"), first=False)
    assert compiled.wants(make_alert(kind="escalation"), first=False)
    assert compiled.wants(make_alert(kind="withdrawal"), first=False)


def test_an_unknown_region_is_named_with_near_ones() -> None:
    with pytest.raises(FilterError, match="unknown region 'Irak'; did you mean Iraq"):
        compile_filter(Filter(regions=("Irak",)), Atlas())
    index = FilterIndex({"bad": Filter(regions=("Irak",)), "good": Filter()}, Atlas())
    assert set(index.broken) == {"bad"}
    assert set(index.filters) == {"good"}


filters = st.builds(
    Filter,
    rule=st.sampled_from([None, "iraq-mass-casualties", "other"]),
    rules=st.lists(st.sampled_from(["iraq-mass-casualties", "x"]), max_size=2).map(tuple),
    labels=st.dictionaries(st.sampled_from(["desk", "tier"]), st.sampled_from(["middle-east", "1"]), max_size=2),
    severity=st.sampled_from([None, "info", "warning", "critical"]),
    regions=st.lists(st.sampled_from(list(KNOWN)), max_size=2).map(tuple),
    sources=st.lists(st.sampled_from(["The Wire", "Nobody"]), max_size=2).map(tuple),
    story=st.sampled_from([None, None, "story1", "other"]),
)


@given(written=st.lists(filters, max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_index_finds_what_asking_each_would_find(make_alert: Any, written: list[Filter]) -> None:
    alert = make_alert()
    named = {f"f{number:02}": item for number, item in enumerate(written)}
    expected = [name for name, item in named.items() if compile_filter(item, Atlas()).matches(alert)]
    assert FilterIndex(named, Atlas()).matching(alert) == expected


standing = st.dictionaries(st.sampled_from("abcdef"), filters | st.builds(Filter, regions=st.just(("Irak",))))


@given(states=st.lists(standing, min_size=1, max_size=6), kept=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_index_changed_step_by_step_is_as_one_made_anew(
    make_alert: Any,
    states: list[dict[str, Filter]],
    kept: bool,  # noqa: FBT001 - drawn
) -> None:
    alert = make_alert()
    index, filters_now = FilterIndex({}, Atlas()), dict[str, Filter]()
    for state in states:
        before, was = index, index.matching(alert)
        filters_now = {**filters_now, **state} if kept else state
        index, anew = FilterIndex(filters_now, Atlas(), index), FilterIndex(filters_now, Atlas())
        assert (index.matching(alert), index.broken) == (anew.matching(alert), anew.broken)
        assert index.filters.keys() == anew.filters.keys()
        assert before.matching(alert) == was


def test_ten_thousand_subscriptions_are_not_all_asked(make_alert: Any) -> None:
    named = {f"s{number}": Filter(rule=f"rule-{number % 1000}") for number in range(10_000)}
    index = FilterIndex(named, Atlas())
    asked = 0

    class Counting(dict[str, Any]):
        def __getitem__(self, name: str) -> Any:
            nonlocal asked
            asked += 1
            return super().__getitem__(name)

    index.filters = Counting(index.filters)
    assert len(index.matching(make_alert(rule="rule-7"))) == 10
    assert asked == 10


def test_distances() -> None:
    assert distance_km(36.335, 43.119, 36.335, 43.119) == 0
    assert distance_km(0, 0, 0, 180) == pytest.approx(20015.1, rel=1e-4)
    assert distance_km(51.5074, -0.1278, 48.8566, 2.3522) == pytest.approx(343.6, rel=1e-2)
