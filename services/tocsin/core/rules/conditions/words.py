"""Terms sought in the few words of a fact ("women and children", "aircraft carriers"): number does not matter there."""

from tocsin.core.config.terms import folded_words, parse_term


class Words:
    """Any of some terms."""

    def __init__(self, written: tuple[str, ...]) -> None:
        self.written = written
        self._patterns = tuple(map(_pattern, written))

    def __bool__(self) -> bool:
        return bool(self._patterns)

    def match(self, text: str | None) -> bool:
        """Whether one of the terms stands in ``text``."""
        if not text:
            return False
        line = f" {' '.join(map(_singular, folded_words(text)))} "
        return any(pattern in line for pattern in self._patterns)


def _pattern(written: str) -> str:
    term = parse_term(written)
    words = [word if is_open else _singular(word) for word, is_open in zip(term.words, term.open_words, strict=True)]
    return f" {' '.join(words)}" + ("" if term.open_words[-1] else " ")


def _singular(word: str) -> str:
    """``troop`` for ``troops``; the same on both sides, so it need not be right, only regular."""
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word  # noqa: PLR2004 - "was" stays
