"""When Tocsin's own state is worth an alert."""

from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.operations.watching import Bursts, Change, Progress, Standing

GROUP = "tocsin-scorer"


def test_a_burst_is_told_once_an_hour_for_each_stage() -> None:
    bursts = Bursts(3, 300)
    assert [bursts.add("scorer", at) for at in (0, 100, 200, 250)] == [None, None, 3, None]
    assert [bursts.add("sender", at) for at in (250, 251, 252)] == [None, None, 3]
    assert [bursts.add("scorer", at) for at in (3590, 3601, 3602)] == [None, None, 3]


@given(st.lists(st.floats(min_value=300.5, max_value=1e6), max_size=50))
def test_letters_far_apart_are_no_burst(gaps: list[float]) -> None:
    bursts, at = Bursts(2, 300), 0.0
    for gap in gaps:
        at += gap
        assert bursts.add("router", at) is None


def test_a_group_that_stands_still_is_told_once_and_so_is_that_it_moves() -> None:
    progress, still = Progress(60), Standing(GROUP, 10, 5)
    assert progress.look([still], 0) == []
    assert progress.look([Standing(GROUP, 10, 7)], 59) == []
    (change,) = progress.look([Standing(GROUP, 10, 9)], 61)
    assert change == Change("still", Standing(GROUP, 10, 9), 61)
    assert progress.look([Standing(GROUP, 10, 12)], 200) == []
    (change,) = progress.look([Standing(GROUP, 11, 12)], 210)
    assert (change.kind, change.standing.position) == ("moves", 10)
    assert progress.look([Standing(GROUP, 12, 12)], 220) == []


def test_a_group_with_nothing_to_do_does_not_stand_still() -> None:
    progress = Progress(60)
    assert progress.look([Standing(GROUP, 10, 0)], 0) == []
    assert progress.look([Standing(GROUP, 10, 0)], 600) == []
    assert progress.look([Standing(GROUP, 10, 1)], 610) == []
    assert progress.look([Standing(GROUP, 10, 1)], 659) == []
