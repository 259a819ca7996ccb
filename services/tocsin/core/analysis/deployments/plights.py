"""What forces are about or how they fare, which moves none: "killed on patrol", "are on trial", "are in captivity"."""

from typing import Final

from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_NEAR_ON, _NEAR_IN = 4, 3
"""How many words behind "on" and "in" may tell which it is."""

_GROUND: Final = words("""
    soil territory ground border frontier coast island islands streets outskirts bank banks side hills heights
    road roads march shore beach beaches rooftops roofs bridge bridges peninsula front line
""")
"""What forces "are on" when that tells where they are, rather than on trial or on strike."""

_STRAITS: Final = words(
    "captivity custody detention hospital shock mourning disarray retreat tears jail prison hands chains"
)
_WHILE_ON: Final = words("patrol parade leave march exercise exercises")
"""Behind "on" no verb, but what somebody was about."""


def is_on_duty(s: Sentence, at: int) -> bool:
    """Whether the word at ``at`` tells what somebody was doing: "killed on patrol"."""
    return s.word(at - 1) == "on" and s.words[at] in _WHILE_ON


def is_plight(s: Sentence, end: int) -> bool:
    """Whether "are on" or "are in" before ``end`` tells how forces fare: "on trial", "in rebel captivity"."""
    if s.word(end - 1) == "on":
        return _GROUND.isdisjoint(s.words[end : end + _NEAR_ON])
    return s.word(end - 1) == "in" and not _STRAITS.isdisjoint(s.words[end : end + _NEAR_IN])
