"""What a run says for and against its names' being places, as features that the weights know.

They come in groups, each of a few small numbers and words, so that a group's weight can be remembered.
"""

from collections.abc import Iterator
from typing import NamedTuple

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.gazetteer.layout import MANNERS
from tocsin.core.analysis.places.lexicon import FEATURE_NOUNS, NEVER, ORGANISATIONS
from tocsin.core.analysis.places.profile import ADMIN1, COUNTRY, CURATED, DEMONYM, KIND_OF
from tocsin.core.analysis.places.runs import Token
from tocsin.core.analysis.places.spans import Stretch, word_class

_COMMON, _GIVEN, _SURNAME = 3, 4, 2
_FULL_NAME = 3


class Own(NamedTuple):
    """What the name itself says: its best place's kind (by its name for the weights), manner and whole size, how many
    words it has; of a single word how everyday it is and how often people bear it (in steps), and its letters; whether
    it reads as part of a person's name, is everyday words, or begins with a given name; whether it is in capitals;
    whether news speaks of its place often: a country, its people or its capital, or a first-level division.
    """

    kind: str
    manner: int
    size: int
    words: int
    common: int
    given: int
    surname: int
    letters: int
    personal: bool
    plain: bool
    named: bool
    shouted: bool
    famed: bool


class Beside(NamedTuple):
    """What stands beside it in the run: the classes of the words before and behind it, None where the run begins or
    ends, of the word before "of", and of the second word behind; the kind and manner of its best place.
    """

    before: str | None
    after: str | None
    before_of: str | None
    second_after: str | None
    kind: str
    manner: int
    alone: bool


def is_personal(words: tuple[Token, ...], gazetteer: Gazetteer) -> bool:
    """Whether a whole run reads as a person's name: "Jack London", "Paris Hilton"."""
    if not 1 < len(words) <= _FULL_NAME or words[-1].start - words[-2].end != 1:
        return False
    last = words[-1].key
    if last in ORGANISATIONS or last in FEATURE_NOUNS or last in NEVER or gazetteer.word(last) & 15 < _SURNAME:
        return False
    return all(len(word.key) == 1 or gazetteer.word(word.key) >> 4 & 15 >= _GIVEN for word in words[:-1])


def own(words: tuple[Token, ...], one: Stretch, gazetteer: Gazetteer, *, all_caps: bool) -> Own:
    """What a name in a run says by itself."""
    best = one.postings[0]
    records = gazetteer.records
    kind = records.kinds[best >> 4]
    first = words[one.first]
    count = one.stop - one.first
    common = given = surname = letters = 0
    personal = plain = named = False
    if count == 1:
        traits = gazetteer.word(first.key)
        common, given, surname = min(8, traits >> 9), traits >> 5 & 7, traits >> 1 & 7
        letters = min(6, len(first.key))
        personal = is_personal(words, gazetteer)
    else:
        plain = all(gazetteer.word(word.key) >> 8 > _COMMON for word in words[one.first : one.stop])
        named = not plain and word_class(first, gazetteer) == "given"
    return Own(
        KIND_OF[kind],
        best & 15,
        int(records.sizes[best >> 4]),
        min(3, count),
        common,
        given,
        surname,
        letters,
        personal,
        plain,
        named,
        not all_caps and len(first.text) > 4 and first.text.isupper(),  # noqa: PLR2004 - no code
        best & 15 == DEMONYM or kind in {COUNTRY, ADMIN1} or best >> 4 in records.capitals,
    )


def own_features(name: Own) -> Iterator[str]:
    """The same as the weights call it."""
    kind, size = name.kind, name.size
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
    manner = MANNERS[beside.manner]
    if beside.before:
        yield f"before {beside.before}"
        yield f"before {beside.before} {beside.kind} {manner}"
    elif beside.alone:
        yield "alone"
    if beside.after:
        yield f"after {beside.after}"
        yield f"after {beside.after} {beside.kind} {manner}"
    if beside.before_of:
        yield f"before of {beside.before_of}"
    if beside.second_after:
        yield f"second after {beside.second_after}"


def word_features(words: tuple[Token, ...], one: Stretch) -> Iterator[str]:
    """The very words that stand beside a name in its run, as the weights call them."""
    at, stop = one.first, one.stop
    if at:
        yield f"word before {words[at - 1].key}"
    if stop < len(words):
        yield f"word after {words[stop].key}"
    if at > 1 and words[at - 1].key == "of":
        yield f"word before of {words[at - 2].key}"


def stranger_features(words: tuple[Token, ...], one: Stretch, gazetteer: Gazetteer) -> tuple[str, ...]:
    """What the run says of a name that the gazetteer lacks."""
    inner = words[one.first : one.stop]
    found = ["stranger", f"stranger words {len(inner)}", f"stranger whole {len(inner) == len(words)}"]
    found += [
        f"stranger {place} {word_class(word, gazetteer)}" for place, word in (("first", inner[0]), ("last", inner[-1]))
    ]
    found += [f"stranger noun {word.key}" for word in inner if word.key in FEATURE_NOUNS]
    if len(inner) == 1:
        found.append(f"stranger letters {min(9, len(inner[0].key))}")
        if inner[0].text.isupper():
            found.append("stranger capitals")
    if one.first:
        found.append(f"stranger before {word_class(words[one.first - 1], gazetteer)}")
    if one.stop < len(words):
        found.append(f"stranger after {word_class(words[one.stop], gazetteer)}")
    return tuple(dict.fromkeys(found))
