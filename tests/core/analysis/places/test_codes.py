"""Numbers that stand for what is known of a name: what differs has different ones."""

from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.analysis.gazetteer.layout import KINDS, MANNERS
from tocsin.core.analysis.places.classes import CLASSES
from tocsin.core.analysis.places.evidence import Evidence
from tocsin.core.analysis.places.features import Beside, Own
from tocsin.core.analysis.places.profile import (
    ADMIN1,
    ADMIN2,
    CAPITAL,
    CAPITAL_GRADE,
    CITY,
    CODE,
    COUNTRY,
    DEMONYM,
    GRADES,
    KIND_OF,
    LARGEST,
)

OWN = {
    "kind": len(KINDS) - 1,
    "manner": len(MANNERS) - 1,
    "size": LARGEST,
    "words": 3,
    "common": 8,
    "given": 7,
    "surname": 7,
    "letters": 6,
    **dict.fromkeys(("personal", "plain", "named", "shouted", "famed"), 1),
}
BESIDE = {
    **dict.fromkeys(("before", "after", "before_of", "second_after"), len(CLASSES) - 1),
    "kind": len(KINDS) - 1,
    "manner": len(MANNERS) - 1,
    "alone": 1,
}
EVIDENCE = {
    "grade": CAPITAL_GRADE,
    "manner": len(MANNERS) - 1,
    "division": 3,
    "country": 3,
    "mentions": 4,
    "locative": 2,
    "people": 2,
    **dict.fromkeys(("held", "holds", "surname", "lower"), 1),
}
"""The highest that each may be."""


def values(highest: dict[str, int]) -> st.SearchStrategy[dict[str, int]]:
    return st.fixed_dictionaries({name: st.integers(0, most) for name, most in highest.items()})


def differ_as_their_codes(one: dict[str, int], other: dict[str, int], codes: tuple[int, int]) -> bool:
    return (one == other) == (codes[0] == codes[1])


def own(known: dict[str, int]) -> int:
    made = Own(known["kind"], known["manner"], known["size"], known["words"])
    for name in ("common", "given", "surname", "letters"):
        setattr(made, name, known[name])
    for name in ("personal", "plain", "named", "shouted", "famed"):
        setattr(made, name, bool(known[name]))
    return made.code()


def beside(known: dict[str, int]) -> int:
    made = Beside(known["kind"], known["manner"], alone=bool(known["alone"]))
    for name in ("before", "after", "before_of", "second_after"):
        setattr(made, name, known[name])
    return made.code()


def evidence(known: dict[str, int]) -> int:
    made = Evidence(known["grade"], known["manner"])
    for name in ("division", "country", "mentions", "locative", "people"):
        setattr(made, name, known[name])
    for name in ("held", "holds", "surname", "lower"):
        setattr(made, name, bool(known[name]))
    return made.code()


@given(one=values(OWN), other=values(OWN), name=st.sampled_from(sorted(OWN)))
def test_what_names_say_of_themselves(one: dict[str, int], other: dict[str, int], name: str) -> None:
    alike = {**one, name: other[name]}
    assert differ_as_their_codes(one, alike, (own(one), own(alike)))
    assert differ_as_their_codes(one, other, (own(one), own(other)))


@given(one=values(BESIDE), other=values(BESIDE), name=st.sampled_from(sorted(BESIDE)))
def test_what_stands_beside_names(one: dict[str, int], other: dict[str, int], name: str) -> None:
    alike = {**one, name: other[name]}
    assert differ_as_their_codes(one, alike, (beside(one), beside(alike)))
    assert differ_as_their_codes(one, other, (beside(one), beside(other)))


@given(one=values(EVIDENCE), other=values(EVIDENCE), name=st.sampled_from(sorted(EVIDENCE)))
def test_what_articles_say_of_names(one: dict[str, int], other: dict[str, int], name: str) -> None:
    alike = {**one, name: other[name]}
    assert differ_as_their_codes(one, alike, (evidence(one), evidence(alike)))
    assert differ_as_their_codes(one, other, (evidence(one), evidence(other)))


def test_numbers_are_those_of_the_layout() -> None:
    assert [KINDS[kind] for kind in (CITY, ADMIN2, ADMIN1, COUNTRY)] == ["city", "admin2", "admin1", "country"]
    assert (MANNERS[DEMONYM], MANNERS[CODE]) == ("demonym", "code")
    assert GRADES[CAPITAL_GRADE] == CAPITAL
    assert GRADES[CITY * LARGEST + 5] == "city 5"
    assert len(GRADES) == len(KIND_OF) * LARGEST + 1
