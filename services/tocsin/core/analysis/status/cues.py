# ruff: noqa: E501 - a pattern stands on one line
"""The words that tell how a text stands to a fact, by what they do and how far they reach. All folded.

The kinds follow the literature on negation and speculation cues (BioScope, Vincze et al. 2008; FactBank, Sauri and
Pustejovsky 2009), the lists are our own. Braces give alternatives: "{is,are} {,not }true".
"""

from typing import Literal

from tocsin.core.analysis.lexicon import phrases
from tocsin.core.analysis.status.denials import (
    AVERTED,
    CANCELLED,
    DENIALS,
    FALSITIES,
    FOILED,
    NEGATORS,
    NO_DENIALS,
    NO_NEGATORS,
    REBUFFS,
    RELIEFS,
)
from tocsin.core.analysis.status.doubts import CLAIM_VERBS, DOUBTS, HEARSAY, NO_HEARSAY, PROOFS, VERIFIES
from tocsin.core.analysis.status.memories import CONTRASTS, ERAS, MEMORIES, NOW, PAST, RECORDS
from tocsin.core.analysis.status.prospects import CONDITIONS, FEARS, FUTURES, MODALS, PLANS, PROSPECTS

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


_SAYS = """
{put,puts,putting} {the ,}{number,toll,death toll,figure,total,tally,losses}
{said,says,say,saying,told,tells,reported,reports,reporting,wrote,writes,asserted,asserts,insisted,insists,insist,maintain,maintained,proclaimed,proclaims,reckon,reckoned,estimate,recount,recounted,described,describe,describes,boasted,bragged,trumpeted,broadcast,aired,carried,ran,related,swore,announced,announces,announcing,confirmed,confirms,added,adds,stated,states,declared,noted,notes,claimed,claims,alleged,insisted,explained,tweeted,wrote,quoted,cited,estimated,estimates,acknowledged,admitted,revealed,indicated,disclosed,testified,informed,maintains,asserted,affirmed,pointed out,claim,allege,report,warned,warns,denied,denies}
"""

CUES: dict[str, CueKind] = {
    **phrases([_SAYS], "say"),
    **phrases(["according to"], "according"),
    **phrases([PROOFS], "proof"),
    **phrases([FUTURES], "future"),
    **phrases([CONTRASTS], "contrast"),
    **phrases([MODALS], "modal"),
    **phrases([PLANS], "plan"),
    **phrases([PROSPECTS], "prospect"),
    **phrases([FEARS], "fear"),
    **phrases([CONDITIONS], "condition"),
    **phrases([PAST, ERAS], "past"),
    **phrases([MEMORIES], "memory"),
    **phrases([NOW], "now"),
    **phrases([RECORDS], "record"),
    **phrases([HEARSAY], "hearsay"),
    **phrases([CLAIM_VERBS], "claim"),
    **phrases([NO_HEARSAY], "inert"),
    **phrases([NEGATORS], "negator"),
    **phrases([NO_NEGATORS], "inert"),
    **phrases([FOILED], "foiled"),
    **phrases([CANCELLED], "cancelled"),
    **phrases([AVERTED], "averted"),
    **phrases([REBUFFS], "rebuff"),
    **phrases([DENIALS], "denial"),
    **phrases([NO_DENIALS], "inert"),
    **phrases([RELIEFS], "relief"),
    **phrases([FALSITIES], "falsity"),
    **phrases([VERIFIES], "verify"),
    **phrases([DOUBTS], "doubt"),
}
"""Every phrase and its kind; of kinds that claim the same words, the later holds."""
