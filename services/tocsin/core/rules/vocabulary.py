"""All terms of many rules in one automaton."""

import re
from collections.abc import Sequence

from daachorse import CharwiseDoubleArrayAhoCorasick

from tocsin.core.config.terms import Term, parse_term
from tocsin.core.rules.errors import RuleError
from tocsin.core.rules.fields import FieldText

LineSpan = tuple[int, int, int]
"""Which field (its number), and start and end in its folded line."""


class VocabularyBuilder:
    """Numbers terms as rules name them; the same term written twice has one number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.terms: list[Term] = []
        self._by_form: dict[tuple[tuple[str, ...], tuple[bool, ...]], int] = {}

    def numbered(self, written: Sequence[str]) -> frozenset[int]:
        """The numbers of some terms. Most terms of many rules were seen before: they cost one look each.

        Raises:
            RuleError: as ``number``.
        """
        try:
            return frozenset(map(self._numbers.__getitem__, written))
        except KeyError:
            return frozenset(map(self.number, written))

    def number(self, written: str) -> int:
        """The number of a term.

        Raises:
            RuleError: it has no word, or a misplaced ``*``.
        """
        known = self._numbers.get(written)
        if known is None:
            try:
                term = parse_term(written)
            except ValueError as error:
                raise RuleError(str(error), written) from None
            known = self._by_form.setdefault((term.words, term.open_words), len(self.terms))
            if known == len(self.terms):
                self.terms.append(term)
            self._numbers[written] = known
        return known


class Vocabulary:
    """Finds the numbered terms in folded text, in time that does not depend on how many there are."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = tuple(terms)
        patterns: dict[str, list[int]] = {}
        self._rest: dict[int, re.Pattern[str]] = {}
        for number, term in enumerate(self.terms):
            patterns.setdefault(_pattern(term), []).append(number)
            if any(term.open_words):
                self._rest[number] = _rest(term)
        self._numbers = tuple(tuple(numbers) for numbers in patterns.values())
        self._automaton = CharwiseDoubleArrayAhoCorasick(list(patterns)) if patterns else None

    def find(self, texts: Sequence[FieldText]) -> dict[int, list[LineSpan]]:
        """Where each term stands, by its number; terms that stand nowhere are not in it."""
        found: dict[int, list[LineSpan]] = {}
        if self._automaton is None:
            return found
        for field, text in enumerate(texts):
            for start, end, pattern in self._automaton.find_overlapping(text.line):
                for number in self._numbers[pattern]:
                    rest = self._rest.get(number)
                    if rest is not None:
                        matched = rest.match(text.line, start)
                        if matched is None:
                            continue
                        end = matched.end()  # noqa: PLW2901 - open words reach to where they end in this text
                    found.setdefault(number, []).append((field, start, end))
        return found


def _pattern(term: Term) -> str:
    """What the automaton seeks: up to the first open word, with the spaces that stand around words."""
    first_open = next((index for index, is_open in enumerate(term.open_words) if is_open), None)
    if first_open is None:
        return f" {' '.join(term.words)} "
    return f" {' '.join(term.words[: first_open + 1])}"


def _rest(term: Term) -> re.Pattern[str]:
    """The whole of a term with open words, sought where its first part was found."""
    words = (
        word + "[^ ]*" if is_open else word
        for word, is_open in zip(map(re.escape, term.words), term.open_words, strict=True)
    )
    return re.compile(f" {' '.join(words)} ")
