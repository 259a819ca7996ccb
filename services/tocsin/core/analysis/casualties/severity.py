"""How badly people are hurt: those told to be worse off than others are some of all who were hurt."""

from typing import Final

from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_TENDED: Final = words("""
    hospitalized hospitalised hospital hospitals clinic clinics infirmary infirmaries treated treating treat treats
""")
"""What is done to some of the hurt."""

_WARDS: Final = (
    "hospitalized",
    "hospitalised",
    "condition",
    "intensive care",
    "hospital",
    "surgery",
    "treatment",
    "hospital with",
)
"""How set phrases end that say the same: "are in serious condition", "needed surgery"."""

_GRAVELY: Final = words("seriously badly gravely critically severely slightly lightly")
_ADVERB: Final = 2
"""How many words before or behind a verb its adverb stands."""

_FURTHER: Final = words("others other more another additional further")


def worse_hurt(s: Sentence, at: int, victim: Phrase) -> bool:
    """Whether the hurt that the word at ``at`` tells of may be some of those told before: "six were hospitalised",
    "three were seriously injured".
    """
    if not victim.counted or not _FURTHER.isdisjoint(s.words[victim.start : victim.end]):
        return False
    word = s.words[at]
    if word in _TENDED or (" " in word and word.endswith(_WARDS)):
        return True
    near = s.words[max(0, at - _ADVERB) : at + _ADVERB]
    return victim.sort == "number" and not _GRAVELY.isdisjoint(near)
