"""What a run says for and against its names' being places, as features that the weights know.

They come in groups, each of a few small numbers and words, so that a group's weight can be remembered.
"""

from collections.abc import Iterator
from typing import Final

from tocsin.core.analysis.gazetteer.layout import MANNERS
from tocsin.core.analysis.gazetteer.records import Records
from tocsin.core.analysis.places.classes import CLASSES, GIVEN, NO_WORD, word_class
from tocsin.core.analysis.places.lexicon import FEATURE_NOUNS, NEVER, ORGANISATIONS
from tocsin.core.analysis.places.profile import ADMIN1, COUNTRY, CURATED, DEMONYM, KIND_OF
from tocsin.core.analysis.places.runs import Token
from tocsin.core.analysis.places.spans import Stretch

_GIVEN: Final = 4
_SURNAME: Final = 2
_FULL_NAME: Final = 3
_PLAIN: Final = 3
_NO_CODE: Final = 4
"""Letters that a code has at most."""

_FEATURE_NOUNS: Final = FEATURE_NOUNS
_NO_PEOPLE: Final = ORGANISATIONS | FEATURE_NOUNS | NEVER


class Own:
    """What the name itself says: its best place's kind, manner and whole size, how many words it has; of a single word
    how everyday it is and how often people bear it (in steps), and its letters; whether it reads as part of a person's
    name, is everyday words, or begins with a given name; whether it is in capitals; whether news speaks of its place
    often: a country, its people or its capital, or a first-level division.
    """

    __slots__ = (
        "common",
        "famed",
        "given",
        "kind",
        "letters",
        "manner",
        "named",
        "personal",
        "plain",
        "shouted",
        "size",
        "surname",
        "words",
    )

    def __init__(self, kind: int, manner: int, size: int, words: int) -> None:
        self.kind = kind
        self.manner = manner
        self.size = size
        self.words = words
        self.common = 0
        self.given = 0
        self.surname = 0
        self.letters = 0
        self.personal = False
        self.plain = False
        self.named = False
        self.shouted = False
        self.famed = False

    def code(self) -> int:
        """All of that as one number."""
        counts = ((self.size << 2 | self.words) << 4 | self.common) << 3 | self.given
        counts = ((counts << 3 | self.surname) << 3 | self.letters) << 3 | self.kind
        flags = self.personal << 4 | self.plain << 3 | self.named << 2 | self.shouted << 1 | self.famed
        return (counts << 4 | self.manner) << 5 | flags


class Beside:
    """What stands beside it in the run: the classes of the words before and behind it, none where the run begins or
    ends, of the word before "of", and of the second word behind; the kind and manner of its best place.
    """

    __slots__ = ("after", "alone", "before", "before_of", "kind", "manner", "second_after")

    def __init__(self, kind: int, manner: int, *, alone: bool) -> None:
        self.before = NO_WORD
        self.after = NO_WORD
        self.before_of = NO_WORD
        self.second_after = NO_WORD
        self.kind = kind
        self.manner = manner
        self.alone = alone

    def code(self) -> int:
        """All of that as one number."""
        classes = ((self.before << 4 | self.after) << 4 | self.before_of) << 4 | self.second_after
        return ((classes << 3 | self.kind) << 4 | self.manner) << 1 | self.alone


def is_personal(words: tuple[Token, ...]) -> bool:
    """Whether a whole run reads as a person's name: "Jack London", "Paris Hilton"."""
    if not 1 < len(words) <= _FULL_NAME or words[-1].start - words[-2].end != 1:
        return False
    last = words[-1]
    if last.surname < _SURNAME or last.key in _NO_PEOPLE:
        return False
    return all(len(word.key) == 1 or word.given >= _GIVEN for word in words[:-1])


def own(words: tuple[Token, ...], one: Stretch, records: Records, *, all_caps: bool) -> Own:
    """What a name in a run says by itself."""
    best = one.postings[0]
    place, manner = best >> 4, best & 15
    kind: int = records.kinds[place]
    first = words[one.first]
    count = one.stop - one.first
    found = Own(kind, manner, int(records.sizes[place]), min(3, count))
    if count == 1:
        found.common = min(8, first.common >> 1)
        found.given, found.surname = first.given >> 1, first.surname >> 1
        found.letters = min(6, len(first.key))
        found.personal = is_personal(words)
    else:
        found.plain = all(word.common > _PLAIN for word in words[one.first : one.stop])
        found.named = not found.plain and word_class(first) == GIVEN
    found.shouted = not all_caps and len(first.text) > _NO_CODE and first.text.isupper()
    found.famed = manner == DEMONYM or kind in (COUNTRY, ADMIN1) or place in records.capitals
    return found


def own_features(name: Own) -> Iterator[str]:
    """The same as the weights call it."""
    kind, size = KIND_OF[name.kind], name.size
    manner = MANNERS[name.manner]
    yield f"kind {kind} {manner}"
    yield f"size {kind} {size if kind != CURATED else 0}"
    yield f"words {name.words} {min(5, size)}"
    if name.words == 1:
        grade = str(max(3, size))
        if name.famed:
            grade = "big"
        elif kind == CURATED:
            grade = CURATED
        yield f"common {name.common} {grade}"
        yield f"given {name.given} {grade}"
        yield f"surname {name.surname} {grade}"
        yield f"letters {name.letters}"
    if name.plain:
        yield f"common words {min(5, size)}"
    if name.named:
        yield f"given first {min(5, size)}"
    if name.personal:
        yield "in a person's name"
        yield f"in a person's name {kind}"
    if name.shouted:
        yield "shouted"


def beside_features(beside: Beside) -> Iterator[str]:
    """What stands beside a name in its run, as the weights call it."""
    standing = f"{KIND_OF[beside.kind]} {MANNERS[beside.manner]}"
    if beside.before:
        yield f"before {CLASSES[beside.before]}"
        yield f"before {CLASSES[beside.before]} {standing}"
    elif beside.alone:
        yield "alone"
    if beside.after:
        yield f"after {CLASSES[beside.after]}"
        yield f"after {CLASSES[beside.after]} {standing}"
    if beside.before_of:
        yield f"before of {CLASSES[beside.before_of]}"
    if beside.second_after:
        yield f"second after {CLASSES[beside.second_after]}"


def word_features(words: tuple[Token, ...], one: Stretch) -> list[str]:
    """The very words that stand beside a name in its run, as the weights call them."""
    at, stop = one.first, one.stop
    found: list[str] = []
    if at:
        found.append("word before " + words[at - 1].key)
    if stop < len(words):
        found.append("word after " + words[stop].key)
    if at > 1 and words[at - 1].key == "of":
        found.append("word before of " + words[at - 2].key)
    return found


def stranger_features(words: tuple[Token, ...], one: Stretch) -> tuple[str, ...]:
    """What the run says of a name that the gazetteer lacks."""
    inner = words[one.first : one.stop]
    found = ["stranger", f"stranger words {len(inner)}", f"stranger whole {len(inner) == len(words)}"]
    found += [
        f"stranger {place} {CLASSES[word_class(word)]}" for place, word in (("first", inner[0]), ("last", inner[-1]))
    ]
    found += [f"stranger noun {word.key}" for word in inner if word.key in _FEATURE_NOUNS]
    if len(inner) == 1:
        found.append(f"stranger letters {min(9, len(inner[0].key))}")
        if inner[0].text.isupper():
            found.append("stranger capitals")
    if one.first:
        found.append(f"stranger before {CLASSES[word_class(words[one.first - 1])]}")
    if one.stop < len(words):
        found.append(f"stranger after {CLASSES[word_class(words[one.stop])]}")
    return tuple(dict.fromkeys(found))
