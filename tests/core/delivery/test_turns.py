"""The pace of a receiver, which lanes that post to one channel share. Times are handed in, none is measured."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.core.delivery.deliveries import NOW, delivery, taken
from tocsin.core.delivery.lane import Lane
from tocsin.core.delivery.pace import Turns


def test_the_interval_is_kept() -> None:
    lane = Lane(turns=Turns(1.0))
    lane.add(delivery("a"))
    lane.add(delivery("b"))
    assert taken(lane) == [("a", 1)]
    lane.attempted(NOW)
    lane.answered()
    assert lane.next_at(NOW + 0.2) == NOW + 1.0
    assert taken(lane, NOW + 1.0) == [("b", 1)]


@given(st.lists(st.tuples(st.integers(0, 3), st.floats(0, 3)), min_size=1, max_size=60))
def test_lanes_of_one_channel_share_its_pace(steps: list[tuple[int, float]]) -> None:
    turns = Turns(1.0)
    lanes = [Lane(turns=turns) for _ in range(4)]
    now, sent, number = NOW, list[float](), 0
    for chosen, passed in steps:
        now, lane, number = now + passed, lanes[chosen], number + 1
        lane.add(delivery(str(number)))
        if lane.take(now) is not None:
            lane.attempted(now)
            lane.answered()
            sent.append(now)
    assert all(later - earlier >= 1.0 for earlier, later in pairwise(sent))


def test_what_one_lane_is_told_to_wait_its_channel_waits() -> None:
    turns = Turns(1.0)
    first, second = Lane(turns=turns), Lane(turns=turns)
    first.add(delivery("a"))
    second.add(delivery("b"))
    work = first.take(NOW)
    assert work is not None
    first.attempted(NOW)
    first.failed(work.owed, NOW, 30)
    assert second.next_at(NOW + 2) == NOW + 30


def test_a_turn_in_which_nothing_was_sent_is_given_back() -> None:
    turns = Turns(1.0)
    first, second = Lane(turns=turns), Lane(turns=turns)
    first.add(delivery("a"))
    second.add(delivery("b"))
    assert first.take(NOW) is not None
    assert second.take(NOW) is None
    first.done()
    assert second.take(NOW) is not None
