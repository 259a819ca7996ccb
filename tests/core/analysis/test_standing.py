"""How places' names stand in their sentences: the same whatever parts the words around them."""

from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.analysis.ties.standing import Standing, is_bystander, standings
from tocsin.core.model.analysis import Place, PlaceKind

BEFORE = (
    "in of from to with the based headquartered citizens president reports district border northern its said The OF"
)
BEHIND = "troops said forces border coast northern guard second-largest city school airstrike ethnicity will Army . 's"
WORDS = st.lists(st.sampled_from(BEFORE.split()), max_size=4), st.lists(st.sampled_from(BEHIND.split()), max_size=3)
GAPS = st.lists(st.sampled_from((" ", "  ", "\n", "\t", " \n")), min_size=8, max_size=8)
KINDS: tuple[PlaceKind, ...] = ("country", "city", "demonym")


def told(before: list[str], behind: list[str], gaps: list[str], kind: PlaceKind) -> tuple[str, Place]:
    """A text with France in it, and France."""
    head = "".join(map("".join, zip(before, gaps, strict=False)))
    tail = "".join(map("".join, zip(gaps[4:], behind, strict=False)))
    start, end = len(head), len(head) + len("France")
    return f"{head}France{tail}", Place(field="body", start=start, end=end, text="France", kind=kind, name="France")


def as_told(standing: Standing) -> tuple[str, bool, bool, bool]:
    return standing.lead, standing.whence, standing.whither, standing.who


@given(before=WORDS[0], behind=WORDS[1], gaps=GAPS, kind=st.sampled_from(KINDS))
def test_what_parts_words_says_nothing(before: list[str], behind: list[str], gaps: list[str], kind: PlaceKind) -> None:
    plain, place = told(before, behind, [" "] * 8, kind)
    spaced, moved = told(before, behind, gaps, kind)
    assert is_bystander(spaced, moved) == is_bystander(plain, place)
    assert list(map(as_told, standings(spaced, [moved]))) == list(map(as_told, standings(plain, [place])))


def test_words_behind_make_somebody_or_somewhere_of_a_country() -> None:
    def whose(before: str, behind: str, kind: PlaceKind = "country") -> bool:
        return is_bystander(*told(before.split(), behind.split(), [" "] * 8, kind))

    assert whose("citizens of", "")
    assert whose("president", "")
    assert not whose("the president", "")
    assert whose("based in", "")
    assert not whose("in", "said")
    assert whose("in", "troops")
    assert whose("the", "ethnicity", "city")
    assert whose("the", "army", "demonym")
    assert not whose("the", "second-largest city", "demonym")
    assert whose("the", "coast guard", "demonym")
