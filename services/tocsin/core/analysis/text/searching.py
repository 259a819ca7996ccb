"""Finds a number among ascending ones."""

from bisect import bisect_right

from mypy_extensions import i64

from tocsin.core.analysis.compiled import IS_COMPILED


def last_not_above(numbers: list[int], limit: int) -> int:
    """The index of the last of these ascending numbers that is not above the limit; -1 when all are."""
    return by_halves(numbers, limit) if IS_COMPILED else bisect_right(numbers, limit) - 1


def by_halves(numbers: list[int], limit: int) -> int:
    """The same for compiled code, where a call of ``bisect`` takes longer than its work."""
    low: i64 = 0
    high: i64 = len(numbers)
    while low < high:
        middle: i64 = (low + high) >> 1
        if limit < numbers[middle]:
            high = middle
        else:
            low = middle + 1
    return low - 1
