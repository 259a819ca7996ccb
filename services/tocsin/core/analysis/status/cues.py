"""The words that tell how a text stands to a fact, by what they do and how far they reach. All folded.

The kinds follow the literature on negation and speculation cues (BioScope, Vincze et al. 2008; FactBank, Sauri and
Pustejovsky 2009), the lists in ``phrases`` are our own. Their sections are named after the kinds.
"""

from typing import Literal, get_args

from tocsin.core.analysis.lexicon import read_phrases

CueKind = Literal[
    "negator",  # "no", "not": what follows at once
    "averted",  # "called off", "failed to": what follows at once
    "cancelled",  # "has been scrapped": the plan before it
    "denial",  # "denied that": the clause that follows
    "rebuff",  # "dismissed": where a claim follows, what it holds
    "falsity",  # "is false": the claim before it in the sentence
    "doubt",  # "could not be verified": the whole sentence
    "verify",  # "confirm", where a "not" stands before it: the whole sentence
    "claim",  # "claimed", unless it is lives: the clause that follows
    "hearsay",  # "reportedly", "claimed that": its clause
    "modal",  # "could", "will": the verb that follows
    "plan",  # "threatened to", "is considering": what follows in the clause
    "prospect",  # "possible", "planned": the noun that follows
    "foiled",  # "but were beaten off": the attempt before it
    "relief",  # "turned up safe": what was believed before it
    "fear",  # "feared", "presumed": either side in its clause
    "condition",  # "if", "unless", "whether": up to the comma
    "past",  # "decades ago", "during the civil war": its clause
    "proof",  # "pictures", where "no" stands before it: the whole sentence
    "future",  # "next month": its clause
    "contrast",  # "now houses a museum": what is told of the same place in another clause
    "memory",  # "the anniversary of": all that follows
    "now",  # "on Monday": bars "past" from its clause
    "say",  # "said": who says so
    "according",  # "according to"
    "record",  # "the deadliest since": bars the year behind it
    "inert",  # looks like a cue and is none: "denied involvement", "not only"
]

_FILES = (
    "speech",
    "proofs",
    "prospects",
    "memories",
    "fears",
    "past",
    "hearsay",
    "negations",
    "averted",
    "denials",
    "doubts",
)
"""In this order: of files that claim the same words, the later holds."""


def _cues() -> dict[str, CueKind]:
    kinds: dict[str, CueKind] = {kind: kind for kind in get_args(CueKind)}
    cues: dict[str, CueKind] = {}
    for name in _FILES:
        cues |= read_phrases(__package__, name, kinds)
    return cues


CUES = _cues()
"""Every phrase and its kind."""
