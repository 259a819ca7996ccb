"""Many rules compiled together, with the indexes that lead from an article to the few worth asking."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tocsin.core.rules.keys import KeySet, is_place_or_topic
from tocsin.core.rules.ready import ReadyRule
from tocsin.core.rules.view import View
from tocsin.core.rules.vocabulary import Vocabulary

_DENSE = 256
"""A key that more than one rule in so many has is kept as a bit set, the others as lists: at most 32 bytes a rule."""

_NOT_ZERO = re.compile(rb"[^\0]")
_BITS = tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))


class Index:
    """From keys to the rules that need one of them; rules that need none are always among the answer."""

    def __init__(self, needs: Sequence[KeySet]) -> None:
        self._size = (len(needs) + 7) // 8
        always: list[int] = []
        lists: dict[str | int, list[int]] = {}
        for number, keys in enumerate(needs):
            if keys is None:
                always.append(number)
            else:
                for key in keys:
                    lists.setdefault(key, []).append(number)
        self._always = self._bits(always)
        self._dense: dict[str | int, int] = {}
        for key in [key for key, numbers in lists.items() if len(numbers) * _DENSE > len(needs)]:
            self._dense[key] = self._bits(lists.pop(key))
        self._sparse = lists

    def __iter__(self) -> Iterator[str | int]:
        """Every key that some rule needs."""
        yield from self._dense
        yield from self._sparse

    def find(self, keys: Iterable[str | int]) -> "Numbers":
        """The numbers of the rules."""
        bits = self._always
        few: set[int] = set()
        for key in keys:
            dense = self._dense.get(key)
            if dense is not None:
                bits |= dense
            else:
                few.update(self._sparse.get(key, ()))
        return Numbers(bits, few)

    def has_any(self, keys: Iterable[str | int]) -> bool:
        """Whether ``find`` finds any."""
        return self._always != 0 or any(key in self._dense or key in self._sparse for key in keys)

    def _bits(self, numbers: Iterable[int]) -> int:
        mask = bytearray(self._size)
        for number in numbers:
            mask[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(mask, "little")


class Numbers(NamedTuple):
    """Numbers of rules: many as a bit set, few by themselves. Some may be in both."""

    bits: int
    few: set[int]

    def shared(self, other: "Numbers") -> set[int]:
        """The numbers that are in both."""
        found = self.few & other.few
        found.update(_of(self.bits & other.bits))
        for one, two in ((self, other), (other, self)):
            if one.few and two.bits:
                mask = _mask(two.bits)
                end = 8 * len(mask)
                found.update([n for n in one.few if n < end and mask[n >> 3] >> (n & 7) & 1])
        return found


def _mask(bits: int) -> bytes:
    return bits.to_bytes((bits.bit_length() + 7) // 8, "little")


def _of(bits: int) -> Iterator[int]:
    """The numbers in a bit set."""
    mask = _mask(bits)
    for match in _NOT_ZERO.finditer(mask):
        position = match.start()
        for bit in _BITS[mask[position]]:
            yield position * 8 + bit


class Level:
    """Compiled rules with one vocabulary and one pair of indexes. Immutable."""

    def __init__(self, rules: Sequence[ReadyRule], vocabulary: Vocabulary) -> None:
        self.rules = tuple(rules)
        self.vocabulary = vocabulary
        needs = [rule.needs() for rule in self.rules]
        self._what = Index([need.what for need in needs])
        self._where = Index([need.where for need in needs])
        self._unread = any(is_place_or_topic(key) for key in self._what)
        self.needs_facts = any(isinstance(key, str) for key in self._what)

    def candidates(self, view: View, keys: frozenset[str | int]) -> Iterator[ReadyRule]:
        """The rules that this article could make fire, given what was read in it (``keys``)."""
        present = keys | view.numbers
        for number in self._what.find(present).shared(self._where.find(present)):
            yield self.rules[number]

    def plausible(self, numbers: frozenset[int], likely: frozenset[str]) -> bool:
        """Whether any rule could fire on an article with these terms, and of facts none but the ``likely``.

        Places and topics are not known before an article is read: rules that need no more than those are plausible.
        """
        return self._unread or self._what.has_any(numbers | likely)
