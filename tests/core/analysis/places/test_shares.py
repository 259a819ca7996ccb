"""Scores as shares of one."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.analysis.places.shares import FAINT, greatest, likeliest, softmax

SCORES = st.lists(st.floats(-50, 50), min_size=1, max_size=40)


@given(scores=SCORES, more=st.floats(-50, 50))
def test_shares_are_of_one_whatever_is_added_to_all_scores(scores: list[float], more: float) -> None:
    shares = softmax(scores)
    assert sum(shares) == pytest.approx(1)
    assert shares == pytest.approx(softmax([score + more for score in scores]))
    assert shares[scores.index(max(scores))] == max(shares)


def test_shares_grow_with_the_power_of_the_score() -> None:
    assert softmax([math.log(1), math.log(3)]) == pytest.approx([0.25, 0.75])


def test_the_first_of_equals_is_the_likeliest() -> None:
    assert likeliest([0.2, 0.4, 0.4]) == 1


def test_faint_shares_count_for_nothing() -> None:
    shares = [0.5, FAINT, FAINT / 2]
    assert [greatest(shares, numbers) for numbers in ([1, 0], [1, 2], [2], [])] == [0.5, FAINT, 0.0, 0.0]
