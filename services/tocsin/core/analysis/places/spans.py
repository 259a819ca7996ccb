"""Finds in the words of a run what known places are called, and what may be the names of strangers."""

from typing import NamedTuple

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.places.lexicon import (
    ADMIN_TYPES,
    FEATURE_NOUNS,
    NEVER,
    NEVER_PHRASES,
    ORGANISATIONS,
    TITLES,
)
from tocsin.core.analysis.places.profile import ADMIN1, ADMIN2, CODE, Numbers
from tocsin.core.analysis.places.runs import Token

LONGEST_NAME = 8
"""Words that a name has at most."""

LONGEST_STRANGER = 3
"""Words that a name the gazetteer lacks has at most."""

_CODE_LETTERS = 4
"""Capitals alone mark a code up to so many letters."""

_PRONOUN = 2
"""A code of so few letters ("US") is a word as well, in copy that is all capitals."""

_FAMED = 6.0
"""Weight from which a place may be meant by a name in capitals that is no known code of it."""

_COMMON, _PERSONAL = 4, 4


class Stretch(NamedTuple):
    """Words ``first`` to ``stop`` (exclusive) of a run, the name's key, and what it may stand for, as the gazetteer's
    postings tell it: nothing known when it is a stranger.
    """

    first: int
    stop: int
    key: str
    postings: Numbers


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
    longest = " ".join([word.key for word in words[at : at + LONGEST_NAME]])
    known = gazetteer.beginnings(longest) if at + 1 < len(words) else gazetteer.named(longest)
    for name, number in reversed(known):
        if len(name) == len(longest) or longest[len(name)] == " ":
            stop = at + name.count(" ") + 1
            postings = _fitting(words[at:stop], name, number, gazetteer, all_caps=all_caps)
            if postings:
                return _with_type(Stretch(at, stop, name, postings), words, gazetteer)
    return None


def _with_type(stretch: Stretch, words: tuple[Token, ...], gazetteer: Gazetteer) -> Stretch:
    """The name with the type word that follows it ("Akita" Prefecture), where the place may be such a division."""
    if stretch.stop == len(words) or words[stretch.stop].key not in ADMIN_TYPES:
        return stretch
    kinds = gazetteer.records.kinds
    divisions = tuple(entry for entry in stretch.postings if kinds[entry >> 4] in {ADMIN1, ADMIN2})
    if not divisions:
        return stretch
    return Stretch(stretch.first, stretch.stop + 1, f"{stretch.key} {words[stretch.stop].key}", divisions)


def _fitting(words: tuple[Token, ...], name: str, number: int, gazetteer: Gazetteer, *, all_caps: bool) -> Numbers:
    """What the name may stand for, written so: codes want capitals, and capitals alone mark codes."""
    if name in NEVER_PHRASES or (len(words) == 1 and (name in NEVER or words[0].text.islower())):
        return ()
    postings = gazetteer.postings_at(number)
    silent = gazetteer.records.silent
    if not silent.isdisjoint([entry >> 4 for entry in postings]):
        postings = tuple(entry for entry in postings if entry >> 4 not in silent)
    if len(words) > 1:
        return postings
    text = words[0].text
    if not all_caps and text.isupper() and len(text) <= _CODE_LETTERS:
        sizes = gazetteer.records.sizes
        return tuple(entry for entry in postings if entry & 15 == CODE or sizes[entry >> 4] > _FAMED)
    coded = "." in text or (all_caps and len(name) > _PRONOUN and gazetteer.word(name) == 0)
    return postings if coded else tuple([entry for entry in postings if entry & 15 != CODE])


def word_class(word: Token, gazetteer: Gazetteer) -> str:
    """What a word of a run may be, when it is no place."""
    key = word.key
    if key in TITLES or key in ORGANISATIONS:
        return "title" if key in TITLES else "organisation"
    traits = gazetteer.word(key)
    common, given, surname = traits >> 8, traits >> 4 & 15, traits & 15
    if common > _COMMON and given < _PERSONAL and surname < _PERSONAL:
        return "word"
    if given or surname:
        return "given" if given > surname else "surname"
    if len(key) == 1:
        return "initial"
    return "word" if common else "unknown"


def strangers(words: tuple[Token, ...], known: list[Stretch], gazetteer: Gazetteer, *, all_caps: bool) -> list[Stretch]:
    """What may be a place that the gazetteer lacks: a whole run without a known name, or words with the noun of a
    natural feature or a division ("Neches River", "Lake Onega").
    """
    if not known and len(words) <= LONGEST_STRANGER:
        key = " ".join(word.key for word in words)
        plain = not any(word.key in NEVER or word.key in TITLES or word.text.islower() for word in words[:1])
        if all_caps and any(gazetteer.word(word.key) for word in words):
            return []  # an everyday word as likely as a name
        return [Stretch(0, len(words), key, ())] if plain and len(key) > 3 else []  # noqa: PLR2004
    taken = {at for stretch in known for at in range(stretch.first, stretch.stop)}
    for at, word in enumerate(words):
        if (
            word.key in FEATURE_NOUNS
            and at not in taken
            and at
            and at - 1 not in taken
            and words[at - 1].key not in NEVER
        ):
            return [Stretch(at - 1, at + 1, f"{words[at - 1].key} {word.key}", ())]
    return []
