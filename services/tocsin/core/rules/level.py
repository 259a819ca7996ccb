"""Many rules compiled together, with the indexes that lead from an article to the few worth asking."""

import re
from collections.abc import Iterable, Iterator, Sequence

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
        always = bytearray(self._size)
        lists: dict[str | int, list[int]] = {}
        for number, keys in enumerate(needs):
            if keys is None:
                always[number >> 3] |= 1 << (number & 7)
            else:
                for key in keys:
                    lists.setdefault(key, []).append(number)
        self._always = int.from_bytes(always, "little")
        self._dense: dict[str | int, int] = {}
        for key in [key for key, numbers in lists.items() if len(numbers) * _DENSE > len(needs)]:
            self._dense[key] = self._bits(lists.pop(key))
        self._sparse = lists

    def __iter__(self) -> Iterator[str | int]:
        """Every key that some rule needs."""
        yield from self._dense
        yield from self._sparse

    def rules(self, keys: Iterable[str | int]) -> int:
        """The numbers of the rules, as a bit set."""
        found = self._always
        few: list[int] = []
        for key in keys:
            dense = self._dense.get(key)
            if dense is not None:
                found |= dense
            else:
                few += self._sparse.get(key, ())
        return found | self._bits(few) if few else found

    def _bits(self, numbers: Iterable[int]) -> int:
        mask = bytearray(self._size)
        for number in numbers:
            mask[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(mask, "little")


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
        yield from self._numbered(self._what.rules(present) & self._where.rules(present))

    def plausible(self, numbers: frozenset[int], likely: frozenset[str]) -> bool:
        """Whether any rule could fire on an article with these terms, and of facts none but the ``likely``.

        Places and topics are not known before an article is read: rules that need no more than those are plausible.
        """
        return self._unread or bool(self._what.rules(numbers | likely))

    def _numbered(self, bits: int) -> Iterator[ReadyRule]:
        if not bits:
            return
        mask = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
        for match in _NOT_ZERO.finditer(mask):
            position = match.start()
            for bit in _BITS[mask[position]]:
                yield self.rules[position * 8 + bit]
