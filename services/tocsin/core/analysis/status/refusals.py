"""What negations, refusals and failures make of a fact in their sentence."""

import re
from typing import Final

from tocsin.core.analysis.lexicon import Hit
from tocsin.core.analysis.status import reach
from tocsin.core.analysis.status.cues import CueKind
from tocsin.core.analysis.status.relation import BACK_REACH, OFFER_WORDS, PHRASE_WORDS, REACH, Relation

_CLAIM: Final = re.compile(
    r"\b(?:claims?|reports?|allegations?|rumou?rs?|statements?|figures?|tolls?|tall(?:y|ies)|counts?|accounts?|stor(?:y|ies)|tales?|news|talk|idea|suggestions?|"
    r"speculation|that|it)\b"
)
_CLAIM_NOUN: Final = re.compile(
    r"\b(?:claims?|reports?|allegations?|rumou?rs?|statements?|accounts?|stor(?:y|ies)|talk|suggestions?|speculation|news|"
    r"accusations?|assertions?|reporting|idea|notion|fears?|announcement|boasts?|tales?|version|charges?|tweet|toll|figures?|"
    r"remarks?|comments?|word|bulletins?|broadcasts?|posts?|messages?|hints?|theor(?:y|ies)|rumblings|footage|video|headlines?|"
    r"articles?|prophec(?:y|ies))\b"
)
_WISH_NOUN: Final = re.compile(
    r"\b(?:plans?|pleas?|requests?|calls?|demands?|appeals?|bids?|proposals?|motions?|bills?|offers?|orders?|invitations?|"
    r"resolutions?|pressure|schemes?|decisions?|moves?|pledges?|promises?|commitments?|ultimatums?|deployments?|"
    r"dispatch|withdrawals?|pull-?outs?|missions?|mandates?|push|attempts?|options?|prospect)\b(?: of| for| to| that)?"
)
"""What is turned down besides claims."""
_TAKEN_BACK: Final = re.compile(
    r",\s(?:which|a claim|something|an? (?:charge|accusation|allegation|assertion|account|version|report))\b"
    r"|\bclaims?\b"
)

_DENIED_IT: Final = re.compile(r"den(?:y|ied|ies) it\b")

_UNDENIED_REACH: Final = 12
_RELIEF: Final = 40
_SENTENCE: Final = 400


def _denied_ahead(gap: str) -> bool:
    return len(gap) <= REACH and reach.same_clause(gap) and not reach.describes(gap)


def _denied_behind(gap: str) -> bool:
    return len(gap) <= REACH and _TAKEN_BACK.search(gap) is not None


_UNDENIED: Final = re.compile(r"\b(?:nor|not|never|cannot|without|\w+n't) $")


def averts(r: Relation) -> bool:
    """Whether what is put off or turned down is the fact: "turned down a request (from Bamako) for infantry"."""
    if r.behind:
        return False
    asked = _ASKED_FOR.match(r.gap) if r.cue.endswith(_WISHES) else None
    return reach.at_once(r.gap[asked.end() :] if asked else r.gap.removeprefix(" that"), OFFER_WORDS)


_WISHES: Final = (
    "request",
    "requests",
    "plea",
    "pleas",
    "call",
    "calls",
    "demand",
    "demands",
    "appeal",
    "appeals",
    "offer",
)
_ASKED_FOR: Final = re.compile(r"(?: (?:from|by) [\w' -]{1,30})? (?:for|of)(?= )")


def denies(r: Relation) -> bool:
    """Whether a denial holds of the fact; who does "neither confirm nor deny" does not deny."""
    if _UNDENIED.search(r.folded, max(0, r.hit.start - _UNDENIED_REACH), r.hit.start):
        return False
    if r.behind and blames(r.folded, r.hit.start):
        return False
    if not (r.before or r.behind) and _WHO.search(r.folded, r.start, r.hit.start):
        return False  # "40 people who have refused to leave would drown"
    return _denied_behind(r.gap) if r.behind else _denied_ahead(r.gap)


_WHO: Final = re.compile(r"\b(?:who|that) (?:\w+ ){0,2}$")
_BLAME: Final = re.compile(
    r"\b(?:blam\w+|accus\w+|point\w* the finger|attribut\w+|responsible)\b[^.;]{0,80}"
    r"(?:\b(?:which|who) (?:\w+ ){0,2}|, an? (?:charge|accusation|allegation|claim) (?:\w+ ){0,4})$"
)
_BLAME_REACH: Final = 140


def blames(folded: str, at: int) -> bool:
    """Whether the denial at this offset is of blame, not of what happened: "are blaming rebels, who deny it"."""
    return _BLAME.search(folded, max(0, at - _BLAME_REACH), at) is not None


def denies_other(folded: str, hit: Hit[CueKind]) -> bool:
    """Whether "denied it" goes on with a verb, so that it denies what follows: "denied it was sending ships"."""
    return _DENIED_IT.match(folded, hit.start) is not None and _VERB.match(folded, hit.end) is not None


_VERB: Final = re.compile(
    r" (?:\w+ly |also |even |ever |never )?(?:was|were|is|are|had|has|have|would|will|could|can|did|does|"
    r"plan(?:s|ned)?|sen(?:t|ds)|intend(?:s|ed)|want(?:s|ed)|lost|took|shot|hit|held|\w{2,}ed)\b"
)


def rebuffed(r: Relation) -> bool:
    """Whether a claim with the fact stands behind a verb of refusing: "dismissed as lies a report that"."""
    if r.behind:
        return False
    held = _CLAIM_NOUN.search(r.folded, r.hit.start, r.hit.end + len(r.gap))
    if held is not None and not r.folded.startswith((" and ", ", "), held.end()) and _denied_ahead(r.gap):
        return True
    if _WISH_NOUN.match(r.folded, r.start) and reach.at_once(r.gap, PHRASE_WORDS):
        return True
    wished = _WISH_NOUN.search(r.gap)
    return (
        wished is not None
        and reach.at_once(r.gap[: wished.start()], PHRASE_WORDS)
        and reach.at_once(r.gap[wished.end() :], OFFER_WORDS)
    )


def negates(r: Relation) -> bool:
    """Whether a "no" or "not" negates the fact: the noun or verb right behind it."""
    if r.behind:
        return r.gap == " " and r.cue.startswith(("nobody", "no one", "none"))
    if _UNVERIFIED.match(r.gap) or (r.cue == "without" and _FINITE.search(r.folded, r.hit.end, r.end)):
        return False  # "could not be verified"; "another winter without heating may cost 12 lives"
    if _THREAT.search(r.gap) and _IF.search(r.folded, max(0, r.hit.start - REACH), r.hit.start):
        return False  # "if the ransom is not paid the gang threatens to seize two more"
    return reach.at_once(r.gap, PHRASE_WORDS)


_IF: Final = re.compile(r"\b(?:if|unless|should|once|when|until)\b[^,;:.]*$")
_THREAT: Final = re.compile(
    r"\b(?:threat\w*|vow\w*|warn\w*|will|would|could|may|might|says?|said|swears?|swore|promis\w*)\b"
)
_FINITE: Final = re.compile(r"\b(?:may|might|could|can|will|would|shall|should|must|has|have|had|is|are|was|were)\b")
_UNVERIFIED: Final = re.compile(
    r" (?:yet |immediately |independently )?(?:be(?:en)? )?(?:\w+ly )?"
    r"(?:verif|confirm|authentic|corrobor|substantiat|check|prove|establish|borne|clear)"
)
"""Behind "could not" these leave a claim in doubt and deny nothing."""


def falsifies(r: Relation) -> bool:
    """Whether a claim with the fact is called untrue."""
    if r.before and _DENIED_IT.match(r.cue):
        return _denied_ahead(r.gap)
    if r.behind and (denies_other(r.folded, r.hit) or blames(r.folded, r.hit.start)):
        return False
    if r.before:
        return rebuffed(r)
    if r.behind and r.cue.startswith("never") and cancels(r):
        return True
    if r.behind and _INVENTED.search(r.cue) and reach.clause_back(r.gap) and len(r.gap) <= BACK_REACH:
        return True  # "the presence of soldiers in Mali is a fabrication"
    return r.behind and _CLAIM.search(r.folded, max(0, r.hit.start - _SENTENCE), r.hit.end) is not None


_INVENTED: Final = re.compile(
    r"^(?:is|are|was|were)\b.*(?:fabricat|hoax|\blies?\b|myth|fiction|invent|untrue|nonsense|figment)"
)

_PLAN: Final = re.compile(
    r"\b(?:plans?|proposals?|decision|idea|bid|moves?|deployment|dispatch|sending|withdrawal|pull-?out|transfer|mission|"
    r"order|deal|offer|request|posting|exercise|offensive|operation|talk|landing|redeployment|attempts?|efforts?|"
    r"(?:deploy|dispatch|despatch|mov|station|commit|pull|withdraw|redeploy|evacuat|leav|reinforc|bas|seiz|tak|storm)ing)\b"
)


def cancels(r: Relation) -> bool:
    """Whether the fact is, or hangs on, a plan that the words behind it end."""
    if not r.behind or len(r.gap) > REACH or not reach.clause_back(r.gap):
        return False
    return _PLAN.search(r.folded, max(0, r.hit.start - len(r.gap) - REACH), r.hit.start) is not None


_TRY: Final = re.compile(
    r"\b(?:tr(?:y|ies|ied|ying)|attempt\w*|bid|push\w*|assaults?|offensive|sought|seek\w*|efforts?|advance\w*)\b"
)


def foils(r: Relation) -> bool:
    """Whether the fact is tried only, and the words behind it tell that it failed."""
    if len(r.gap) > BACK_REACH or not (r.behind or r.before):
        return False
    if r.before:
        return _TRY.search(r.gap) is not None
    return _TRY.search(r.folded, max(0, r.start - BACK_REACH), r.end) is not None


def relieves(r: Relation) -> bool:
    """Whether those told before it turned out to be well: "eight skiers listed as missing turned up safe"."""
    gap = _WHEN.sub(" ", r.gap)
    return r.behind and len(r.gap) <= _RELIEF and reach.clause_back(gap) and " and " not in gap


_WHEN: Final = re.compile(r"^ (?:after|when|since|as) (?:[\w-]+ ){1,4}$")
"""What may stand between those given up and that they live: "six infants reported to have died after vaccination"."""
