"""What a run says for and against its names' being places, as features that the weights know."""

from tocsin.core.analysis.gazetteer import Gazetteer, Naming
from tocsin.core.analysis.places.lexicon import FEATURE_NOUNS, NEVER, ORGANISATIONS
from tocsin.core.analysis.places.runs import Token
from tocsin.core.analysis.places.spans import Stretch, word_class

CURATED = "curated"
"""What seas, regions, bases and features go by together: all were entered by hand."""

_BY_HAND = frozenset({"region", "water", "base", "feature"})
_COMMON, _GIVEN, _SURNAME = 3, 4, 2
_FULL_NAME = 3


def is_personal(words: tuple[Token, ...], gazetteer: Gazetteer) -> bool:
    """Whether a whole run reads as a person's name: "Jack London", "Paris Hilton"."""
    if not 1 < len(words) <= _FULL_NAME or words[-1].start - words[-2].end != 1:
        return False
    last = words[-1].key
    if last in ORGANISATIONS or last in FEATURE_NOUNS or last in NEVER or gazetteer.word(last) & 15 < _SURNAME:
        return False
    return all(len(word.key) == 1 or gazetteer.word(word.key) >> 4 & 15 >= _GIVEN for word in words[:-1])


def run_features(
    words: tuple[Token, ...],
    one: Stretch,
    before: str | None,
    after: str | None,
    gazetteer: Gazetteer,
    *,
    all_caps: bool,
) -> tuple[str, ...]:
    """What the run says of a name: what it may stand for, how everyday its word is, which words stand beside it.

    ``before`` and ``after`` are the classes of its neighbours in the run, None where the run begins or ends.
    """
    at, stop, _, namings = one
    best = namings[0]
    kind = CURATED if best.place.kind in _BY_HAND else best.place.kind
    size = int(best.place.weight)
    found = [
        f"kind {kind} {best.manner}",
        f"size {kind} {size if kind != CURATED else 0}",
        f"words {min(3, stop - at)} {min(5, size)}",
    ]
    found += _word_features(words[at:stop], kind, best, gazetteer)
    if stop - at == 1 and is_personal(words, gazetteer):
        found += ["in a person's name", f"in a person's name {kind}"]
    if before:
        found += [
            f"before {before}",
            f"before {before} {kind} {best.manner}",
            f"word before {words[at - 1].key}",
        ]
    elif stop - at == len(words):
        found.append("alone")
    if after:
        found += [f"after {after}", f"after {after} {kind} {best.manner}", f"word after {words[stop].key}"]
    if at > 1 and words[at - 1].key == "of":
        found.append(f"word before of {words[at - 2].key}")
        found.append(f"before of {word_class(words[at - 2], gazetteer)}")
    if stop + 1 < len(words):
        found.append(f"second after {word_class(words[stop + 1], gazetteer)}")
    if not all_caps and words[at].text.isupper() and len(words[at].text) > 4:  # noqa: PLR2004
        found.append("shouted")
    return tuple(dict.fromkeys(found))


def _word_features(inner: tuple[Token, ...], kind: str, best: Naming, gazetteer: Gazetteer) -> list[str]:
    """How everyday the words of the name are, and how often people bear them."""
    size = int(best.place.weight)
    if len(inner) == 1:
        traits = gazetteer.word(inner[0].key)
        common, given, surname = traits >> 8, traits >> 4 & 15, traits & 15
        grade = str(max(3, size))
        if kind in {"country", "admin1"} or best.manner == "demonym":
            grade = "big"
        elif kind == CURATED:
            grade = CURATED
        return [
            f"common {min(8, common // 2)} {grade}",
            f"given {given // 2} {grade}",
            f"surname {surname // 2} {grade}",
            f"letters {min(6, len(inner[0].key))}",
        ]
    if all(gazetteer.word(word.key) >> 8 > _COMMON for word in inner):
        return [f"common words {min(5, size)}"]
    if word_class(inner[0], gazetteer) == "given":
        return [f"given first {min(5, size)}"]
    return []


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
