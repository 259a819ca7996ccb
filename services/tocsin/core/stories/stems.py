"""Words as story grouping compares them: folded, without grammar words, cut to a stem that survives retelling."""

import re
import unicodedata
from collections.abc import Iterator

WORD = re.compile(r"[^\W_]+(?:[.,'\u2019](?=[^\W_])[^\W_]+)*")
"""A run of letters and digits; points, commas and apostrophes count between them: U.S, 1,200, O'Brien. Hyphens do not,
since outlets differ in them: al-Qaim, al Qaim; eight-year, eight year.
"""

STOP_WORDS = frozenset(
    """
    a about above across after again against ago all almost along also although am amid among an and another any are
    around as at away back be became because been before behind being below between both but by came can cannot come
    comes could day days despite did do does doing done down during each earlier eight either else even ever every
    few first five following for former four from further gave get gets give given go goes going gone got had half has
    have having he her here hers herself him himself his how however i if in including inside instead into is it its
    itself just last late later latest least less like likely made make makes making many may me meanwhile might month
    months more most much must my near nearly never new next nine no nor not now of off on once one only onto or other
    others our out outside over own part per quite rather same second set seven several shall she should since six so
    some soon still such take taken takes ten than that the their them themselves then there these they third this
    those though three through throughout thus time times to today together told tomorrow tonight too took toward
    towards two under until up upon us use used using very via was way we week weeks well went were what when where
    whether which while who whole whom whose why will with within without would year years yesterday yet you your
    january february march april june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun am pm gmt utc
    al el said say says saying according added adding announced reported report reports reporting statement spokesman
    spokeswoman spokesperson told asked news agency press mr mrs ms dr photo file
    """.split()  # noqa: SIM905 - a list of 400 strings reads worse
)
"""English grammar words, words of time, and the words news has for saying: no sign of any one event."""

_POSSESSIVES = ("'s", "s'")
_DOUBLED_IN_THE_STEM = "lsz"
"""Consonants that English doubles in stems too (fall, pass, buzz)."""

_MIN_PLURAL, _MIN_PAST, _MIN_GERUND = 4, 5, 6
"""Shorter words keep their ending: gas, red, king."""


def stem(word: str) -> str:
    """The word without its inflection: "bombings", "bombing" and "bombed" are all "bomb"; Porter's step 1, shortened.

    Source: M. F. Porter, An algorithm for suffix stripping, Program 14(3), 1980.
    """
    if word.endswith(_POSSESSIVES):
        word = word[:-2] if word.endswith("'s") else word[:-1]
    if word.endswith("ies") and len(word) > _MIN_PLURAL:
        word = word[:-3] + "y"
    elif word.endswith("sses"):
        word = word[:-2]
    elif word.endswith("s") and len(word) >= _MIN_PLURAL and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("ing") and len(word) >= _MIN_GERUND:
        word = _undouble(word[:-3])
    elif word.endswith("ed") and len(word) >= _MIN_PAST:
        word = _undouble(word[:-2])
    return word[:-1] if word.endswith("e") and len(word) > _MIN_PLURAL else word


def fold(word: str) -> str:
    """Lower case, without accents, with the plain apostrophe: spellings that outlets differ in."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.replace("\u2019", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def words(text: str) -> Iterator[tuple[str, str]]:
    """Each word of the text that may tell one event from another, as it stands and as its stem."""
    for found in WORD.finditer(text):
        written = found.group()
        folded = fold(written)
        if folded in STOP_WORDS:
            continue
        stemmed = folded.replace(",", "") if folded[0].isdigit() else stem(folded)
        if stemmed and stemmed not in STOP_WORDS and (len(stemmed) > 1 or stemmed.isdigit()):
            yield written, stemmed


def _undouble(word: str) -> str:
    doubled = len(word) > 2 and word[-1] == word[-2] and word[-1] not in _DOUBLED_IN_THE_STEM  # noqa: PLR2004 - a pair and one before
    return word[:-1] if doubled else word
