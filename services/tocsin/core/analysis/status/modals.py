"""What a modal governs: the verb behind it, or what that verb brings about."""

import re
from typing import Final

from tocsin.core.analysis.lexicon import Hit
from tocsin.core.analysis.status import reach
from tocsin.core.analysis.status.cues import CueKind
from tocsin.core.analysis.status.relation import Relation

_FIRST_WORDS: Final = 2
"""Words of a first verb before the one that shares its modal: "would hunt down and kill"."""

_NOUN_WORDS: Final = 8
"""Words from a modal to a noun that its verb brings about."""

_BRINGS_ABOUT: Final = re.compile(
    r" ?(?:\w+ly |also |yet |soon |still |even |then |not |have |be )*"
    r"(?:lead|led|result|end|bring|see|mean|prompt|trigger|cause|spark|force|include|involve|entail|require|take|cost|claim|"
    r"need|hasten|speed|delay|halt|stop|block|allow|permit|enable|open|pave|order|announce|approve|agree|back|support|"
    r"seek|ask|consider|want|request|demand|begin|start|face|provide|make|help|herald|signal|precede|follow|complete)"
    r"(?:ed|d|en|t|ning)?\b"
)
""""May lead to the withdrawal of": the verb behind a modal brings about what it governs."""


_BARE: Final = re.compile(
    r" ?(?:kill|injure|wound|hurt|maim|drown|displace|uproot|capture|seize|kidnap|abduct|execute|murder|send|deploy|"
    r"dispatch|despatch|move|withdraw|pull|take|storm|occupy|reinforce|claim|cost|leave|wipe|slaughter|massacre|bury|"
    r"poison|bring|drive|cut|double|post|station|open|build)\b"
)
"""Verbs in the form that a modal leads, by which facts begin."""

_SHARED_WORDS: Final = 13
_CLAUSE: Final = re.compile(r"[,;:]|\b(?:that|who|which|but|while|when|after|before|because|if)\b")


def shares(r: Relation) -> bool:
    """Whether the fact's verb shares the modal of another verb: "might send a wave down the valley and kill 20"."""
    first, joint, second = r.gap.rpartition(" and")
    if not (r.before and joint and not second.strip() and _BARE.match(r.folded, r.start)):
        return False
    return len(first.split()) <= _SHARED_WORDS and _CLAUSE.search(first) is None


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
