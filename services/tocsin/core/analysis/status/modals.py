"""What a modal governs: the verb behind it, or what that verb brings about."""

import re

from tocsin.core.analysis.lexicon import Hit
from tocsin.core.analysis.status import reach
from tocsin.core.analysis.status.cues import CueKind

_FIRST_WORDS = 2
"""Words of a first verb before the one that shares its modal: "would hunt down and kill"."""

_NOUN_WORDS = 8
"""Words from a modal to a noun that its verb brings about."""

_BRINGS_ABOUT = re.compile(
    r" ?(?:\w+ly |also |yet |soon |still |even |then |not |have |be )*"
    r"(?:lead|led|result|end|bring|see|mean|prompt|trigger|cause|spark|force|include|involve|entail|require|take|cost|claim|"
    r"need|hasten|speed|delay|halt|stop|block|allow|permit|enable|open|pave|order|announce|approve|agree|back|support|"
    r"seek|ask|consider|want|request|demand|begin|start|face|provide|make|help|herald|signal|precede|follow|complete)"
    r"(?:ed|d|en|t|ning)?\b"
)
""""May lead to the withdrawal of": the verb behind a modal brings about what it governs."""


def governs(gap: str) -> bool:
    """Whether a modal before this gap governs the fact: as its verb, or as what its verb brings about."""
    first, joint, second = gap.rpartition(" and ")
    if reach.is_verb_of(gap) or (joint and len(first.split()) <= _FIRST_WORDS and reach.is_verb_of(second)):
        return True
    return _BRINGS_ABOUT.match(gap) is not None and reach.at_once(gap.replace(" for ", " to "), _NOUN_WORDS)


def is_modal(folded: str, hit: Hit[CueKind]) -> bool:
    """Whether "may" is no month."""
    if folded[hit.start : hit.end] != "may":
        return True
    around = folded[max(0, hit.start - 3) : hit.start] + folded[hit.end : hit.end + 4]
    return not any(character.isdigit() for character in around)
