"""Lists of noun phrases: what joins their members."""

from typing import Final

from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words

LONGEST: Final = 10
"""How many members of one list are read."""

_JOINTS: Final = (("as", "well", "as"), ("along", "with"), ("together", "with"), ("in", "addition", "to"))
_FIRST: Final = frozenset(joint[0] for joint in _JOINTS)
_LAST: Final = frozenset(joint[-1] for joint in _JOINTS)


def joint_before(s: Sentence, at: int) -> int:
    """Where the "and" or "as well as" that ends at ``at`` begins; 0 when there is none."""
    if s.tag(at) == "c":
        return at
    if s.word(at) not in _LAST:
        return 0
    for joint in _JOINTS:
        first = at - len(joint) + 1
        if first > 0 and s.word(at) == joint[-1] and tuple(s.words[first : at + 1]) == joint:
            return first
    return 0


def joint_from(s: Sentence, at: int) -> int:
    """How many words long the "and" or "as well as" at ``at`` is; 0 when there is none."""
    if s.tag(at) == "c":
        return 1
    if s.word(at) not in _FIRST:
        return 0
    for joint in _JOINTS:
        if s.word(at) == joint[0] and tuple(s.words[at : at + len(joint)]) == joint:
            return len(joint)
    return 0


def may_list(phrase: Phrase) -> bool:
    """Whether a phrase can be one member of a list of people."""
    return phrase.counted or phrase.sort == "person" or phrase.name


_RAISED: Final = words("""
    said thought reported believed feared presumed known alleged understood rumoured rumored likely unlikely expected
    suspected claimed estimated supposed assumed deemed appear appears appeared seem seems seemed certain bound going
    about due set stand stands stood able had have has needed need needs trying hoping forced ordered told made
""")
"""Before "to", these stand between a verb and its subject as auxiliaries do: "are said to have died"."""


def back_over(s: Sentence, at: int, tags: str) -> int:
    """The first index at or before ``at`` whose class is not among ``tags``. Where they hold auxiliaries ("e"), what
    a verb is raised over counts as one.
    """
    while at >= 0:
        if s.tag(at) in tags:
            at -= 1
        elif "e" in tags and s.word(at) == "to" and s.word(at - 1) in _RAISED:
            at -= 2
        else:
            break
    return at
