"""Finds in the words of a run what known places are called, and what may be the names of strangers."""

from typing import Final

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.gazetteer.layout import BEGINS_NAME, IS_NAME, SECOND_IN_NAME
from tocsin.core.analysis.gazetteer.records import Records
from tocsin.core.analysis.places.lexicon import ADMIN_TYPES, FEATURE_NOUNS, NEVER, NEVER_PHRASES, TITLES
from tocsin.core.analysis.places.profile import ADMIN1, ADMIN2, CODE, Numbers
from tocsin.core.analysis.places.runs import Token

LONGEST_NAME: Final = 8
"""Words that a name has at most."""

LONGEST_STRANGER: Final = 3
"""Words that a name the gazetteer lacks has at most."""

_CODE_LETTERS: Final = 4
"""Capitals alone mark a code up to so many letters."""

_PRONOUN: Final = 2
"""A code of so few letters ("US") is a word as well, in copy that is all capitals."""

_FAMED: Final = 6.0
"""Weight from which a place may be meant by a name in capitals that is no known code of it."""

_ADMIN_TYPES: Final = ADMIN_TYPES
_FEATURE_NOUNS: Final = FEATURE_NOUNS
_NEVER: Final = NEVER
_NEVER_PHRASES: Final = NEVER_PHRASES
_TITLES: Final = TITLES


class Stretch:
    """Words ``first`` to ``stop`` (exclusive) of a run, the name's key, and what it may stand for, as the gazetteer's
    postings tell it: nothing known when it is a stranger.
    """

    __slots__ = ("first", "key", "postings", "stop")

    def __init__(self, first: int, stop: int, key: str, postings: Numbers) -> None:
        self.first = first
        self.stop = stop
        self.key = key
        self.postings = postings


def names(words: tuple[Token, ...], gazetteer: Gazetteer, *, all_caps: bool) -> list[Stretch]:
    """The longest known names from left to right."""
    found: list[Stretch] = []
    at = 0
    while at < len(words):
        stretch = _longest(words, at, gazetteer, all_caps=all_caps)
        if stretch:
            found.append(stretch)
        at = stretch.stop if stretch else at + 1
    return found


def _longest(words: tuple[Token, ...], at: int, gazetteer: Gazetteer, *, all_caps: bool) -> Stretch | None:
    longest = words[at].key
    traits = words[at].traits
    if traits & BEGINS_NAME and at + 1 < len(words) and words[at + 1].traits & SECOND_IN_NAME:
        longest = " ".join([word.key for word in words[at : at + LONGEST_NAME]])
        known = gazetteer.beginnings(longest)
    elif traits & IS_NAME:
        known = gazetteer.named(longest)
    else:
        return None
    for name, number in reversed(known):
        if len(name) == len(longest) or longest[len(name)] == " ":
            stop = at + name.count(" ") + 1
            postings = _fitting(words[at:stop], name, number, gazetteer, all_caps=all_caps)
            if postings:
                return _with_type(Stretch(at, stop, name, postings), words, gazetteer)
    return None


def _with_type(stretch: Stretch, words: tuple[Token, ...], gazetteer: Gazetteer) -> Stretch:
    """The name with the type word that follows it ("Akita" Prefecture), where the place may be such a division."""
    if stretch.stop == len(words) or words[stretch.stop].key not in _ADMIN_TYPES:
        return stretch
    kinds = gazetteer.records.kinds
    divisions = tuple([entry for entry in stretch.postings if kinds[entry >> 4] in {ADMIN1, ADMIN2}])
    if not divisions:
        return stretch
    return Stretch(stretch.first, stretch.stop + 1, f"{stretch.key} {words[stretch.stop].key}", divisions)


def _fitting(words: tuple[Token, ...], name: str, number: int, gazetteer: Gazetteer, *, all_caps: bool) -> Numbers:
    """What the name may stand for, written so: codes want capitals, and capitals alone mark codes."""
    single = len(words) == 1
    if (single and (name in _NEVER or words[0].text.islower())) or (not single and name in _NEVER_PHRASES):
        return ()
    records = gazetteer.records
    postings = _spoken(gazetteer.postings_at(number), records)
    text = words[0].text
    if single and not all_caps and text.isupper() and len(text) <= _CODE_LETTERS:
        sizes = records.sizes
        return tuple([entry for entry in postings if entry & 15 == CODE or sizes[entry >> 4] > _FAMED])
    if not single or "." in text or (all_caps and len(name) > _PRONOUN and not words[0].known):
        return postings
    return _without_codes(postings)


def _spoken(postings: Numbers, records: Records) -> Numbers:
    """Those that a text may mean: no groups of countries."""
    last = records.last_silent
    for entry in postings:
        if entry >> 4 <= last:
            silent = records.silent
            return tuple([other for other in postings if other >> 4 not in silent])
    return postings


def _without_codes(postings: Numbers) -> Numbers:
    for entry in postings:
        if entry & 15 == CODE:
            return tuple([other for other in postings if other & 15 != CODE])
    return postings


def strangers(words: tuple[Token, ...], known: list[Stretch], *, all_caps: bool) -> list[Stretch]:
    """What may be a place that the gazetteer lacks: a whole run without a known name, or words with the noun of a
    natural feature or a division ("Neches River", "Lake Onega").
    """
    if not known and len(words) <= LONGEST_STRANGER:
        if all_caps and any(word.known for word in words):
            return []  # an everyday word as likely as a name
        first = words[0]
        plain = first.key not in _NEVER and first.key not in _TITLES and not first.text.islower()
        key = " ".join([word.key for word in words])
        return [Stretch(0, len(words), key, ())] if plain and len(key) > 3 else []  # noqa: PLR2004
    for at in range(1, len(words)):
        word = words[at]
        if (
            word.key in _FEATURE_NOUNS
            and words[at - 1].key not in _NEVER
            and not any(stretch.first <= at < stretch.stop or stretch.first < at <= stretch.stop for stretch in known)
        ):
            return [Stretch(at - 1, at + 1, f"{words[at - 1].key} {word.key}", ())]
    return []
