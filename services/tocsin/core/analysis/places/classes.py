"""What a word beside a place's name in a run may be, as a small number."""

from typing import Final

from tocsin.core.analysis.places.lexicon import ORGANISATIONS, TITLES
from tocsin.core.analysis.places.runs import Token

CLASSES: Final = ("", "place", "title", "organisation", "word", "given", "surname", "initial", "unknown")
"""What the weights call the classes, by their numbers; the first stands for no word."""

NO_WORD: Final = 0
PLACE: Final = 1
TITLE: Final = 2
ORGANISATION: Final = 3
WORD: Final = 4
GIVEN: Final = 5
SURNAME: Final = 6
INITIAL: Final = 7
UNKNOWN: Final = 8

_COMMON: Final = 4
_PERSONAL: Final = 4
_TITLES: Final = TITLES
_ORGANISATIONS: Final = ORGANISATIONS


def word_class(word: Token) -> int:
    """What a word of a run may be, when it is no place."""
    key = word.key
    if key in _TITLES:
        return TITLE
    if key in _ORGANISATIONS:
        return ORGANISATION
    common, given, surname = word.common, word.given, word.surname
    if common > _COMMON and given < _PERSONAL and surname < _PERSONAL:
        return WORD
    if given or surname:
        return GIVEN if given > surname else SURNAME
    if len(key) == 1:
        return INITIAL
    return WORD if common else UNKNOWN
