"""What one cue makes of one fact in its sentence."""

import re
from collections.abc import Callable
from typing import NamedTuple

from tocsin.core.analysis.lexicon import Hit
from tocsin.core.analysis.status import reach
from tocsin.core.analysis.status.cues import CueKind
from tocsin.core.analysis.status.modals import governs, is_modal
from tocsin.core.model.analysis import Status

RANK: dict[Status, int] = {"stated": 0, "unverified": 1, "past": 2, "possible": 3, "denied": 4}
"""Where several cues reach a fact, the status of the higher rank holds."""

_CLAIM = re.compile(
    r"\b(?:claims?|reports?|allegations?|rumou?rs?|statements?|figures?|accounts?|stor(?:y|ies)|tales?|news|talk|idea|suggestions?|"
    r"speculation|that|it)\b"
)
_CLAIM_NOUN = re.compile(
    r"\b(?:claims?|reports?|allegations?|rumou?rs?|statements?|accounts?|stor(?:y|ies)|talk|suggestions?|speculation|news|"
    r"accusations?|assertions?|reporting|idea|notion|fears?|announcement|boasts?|tales?|version|charges?|tweet|toll|figures?)\b"
)
_TAKEN_BACK = re.compile(
    r",\s(?:which|a claim|something|an? (?:charge|accusation|allegation|assertion|account|version|report))\b"
    r"|\bclaims?\b"
)

_UNABLE = re.compile(
    r"\b(?:not|nor?|never|none|nobody|neither|cannot|n't|unable|unwilling|impossible|difficult|hard|without|"
    r"refus\w+|declin\w+|fail\w+|yet to|await\w*|pending|attempts? to|trying to|could be|little|few)\b[^,;:.]*$"
    r"|n't [^,;:.]*$"
)
"""Before "confirm" these turn it into doubt."""

_AFTERTHOUGHT = re.compile(r",(?: [\w-]+){0,3} ?$")
""""..., almost a century ago." dates the whole sentence."""

_UNDENIED_REACH = 12
_NEAR = 48
_LIVES = re.compile(r"(?: [\w,.-]+){1,4} (?:lives|life|victims?|casualties)\b")
"""Fires and floods claim lives; that is no doubt."""

_DENIED_IT = re.compile(r"den(?:y|ied|ies) it\b")

_BARE_INFINITIVES = frozenset({"is to", "are to", "was to", "were to"})

_PHRASE_WORDS = 6
_OFFER_WORDS = 8
_REACH = 110
_BACK_REACH = 60
_RELIEF = 40
_IF_REACH = 160
_SENTENCE = 400


class Relation(NamedTuple):
    """A cue and a fact of one sentence: ``gap`` is the folded text between them, empty where they overlap."""

    folded: str
    hit: Hit[CueKind]
    gap: str
    before: bool
    behind: bool

    @property
    def cue(self) -> str:
        """The cue's words."""
        return self.folded[self.hit.start : self.hit.end]


def judge(folded: str, hit: Hit[CueKind], start: int, end: int) -> Status | None:
    """The status that this cue gives the fact ``start`` to ``end`` of the same sentence, or None: it doesn't reach."""
    verdict = _VERDICTS.get(hit.what)
    if verdict is None:
        return None
    before, behind = hit.start < start, hit.start >= end
    gap = folded[min(hit.end, start) : start] if before else folded[end : hit.start] if behind else ""
    if len(gap) > _SENTENCE:
        return None
    status, reaches = verdict
    return status if reaches(Relation(folded, hit, gap, before, behind)) else None


def _looks_back(cue: str, gap: str, *, behind: bool) -> bool:
    """Whether a cue of the past, or a year, dates a fact across this gap."""
    if behind:
        return reach.clause_back(gap) and not cue.endswith((" after", " since", " on"))
    return reach.same_statement(gap)


def _denied_ahead(gap: str) -> bool:
    return len(gap) <= _REACH and reach.same_clause(gap) and not reach.describes(gap)


def _denied_behind(gap: str) -> bool:
    return len(gap) <= _REACH and _TAKEN_BACK.search(gap) is not None


_UNDENIED = re.compile(r"\b(?:nor|not|never|cannot|without|\w+n't) $")


def _denies(r: Relation) -> bool:
    """Whether a denial holds of the fact; who does "neither confirm nor deny" does not deny."""
    if _UNDENIED.search(r.folded, max(0, r.hit.start - _UNDENIED_REACH), r.hit.start):
        return False
    return _denied_behind(r.gap) if r.behind else _denied_ahead(r.gap)


def _rebuffed(r: Relation) -> bool:
    """Whether a claim with the fact stands behind a verb of refusing: "dismissed as lies a report that"."""
    held = None if r.behind else _CLAIM_NOUN.search(r.gap)
    return held is not None and not r.gap.startswith((" and ", ", "), held.end()) and _denied_ahead(r.gap)


def _hearsay(gap: str, *, behind: bool) -> bool:
    if behind:
        return len(gap) <= _BACK_REACH and reach.clause_back(gap)
    return len(gap) <= _REACH and reach.same_clause(gap)


def _feared(gap: str, *, behind: bool) -> bool:
    if behind:
        return len(gap) <= _BACK_REACH // 2 and reach.clause_back(gap.removeprefix(","))
    return len(gap) <= _REACH and reach.same_clause(gap) and not reach.describes(gap)


def _conditional(folded: str, hit: Hit[CueKind], gap: str, *, behind: bool) -> bool:
    if behind:
        return len(gap) <= _BACK_REACH and folded.startswith(("should", "unless", "in case", "in the event"), hit.start)
    return len(gap) <= _IF_REACH and not any(mark in gap for mark in ",;:")


def _negates(r: Relation) -> bool:
    if r.behind:
        return r.gap == " " and r.cue.startswith(("nobody", "no one", "none"))
    return reach.at_once(r.gap, _PHRASE_WORDS)


def _falsifies(r: Relation) -> bool:
    if r.before and _DENIED_IT.match(r.cue):
        return _denied_ahead(r.gap)
    if r.before:
        return _rebuffed(r)
    return r.behind and _CLAIM.search(r.folded, max(0, r.hit.start - _SENTENCE), r.hit.end) is not None


_PLAN = re.compile(
    r"\b(?:plans?|proposals?|decision|idea|bid|moves?|deployment|dispatch|sending|withdrawal|pull-?out|transfer|mission|"
    r"order|deal|offer|request|posting|exercise|offensive|operation|talk|landing|redeployment|attempts?|efforts?|"
    r"(?:deploy|dispatch|despatch|mov|station|commit|pull|withdraw|redeploy|evacuat|leav|reinforc|bas|seiz|tak|storm)ing)\b"
)


def _cancels(r: Relation) -> bool:
    """Whether the fact is, or hangs on, a plan that the words behind it end."""
    if not r.behind or len(r.gap) > _REACH or not reach.clause_back(r.gap):
        return False
    return _PLAN.search(r.folded, max(0, r.hit.start - len(r.gap) - _REACH), r.hit.start) is not None


def _relieves(r: Relation) -> bool:
    """Whether those told before it turned out to be well: "eight skiers listed as missing turned up safe"."""
    return r.behind and len(r.gap) <= _RELIEF and reach.clause_back(r.gap) and " and " not in r.gap


def _claims(r: Relation) -> bool:
    if (
        r.behind
        and len(r.gap) <= _BACK_REACH
        and r.gap.startswith(",")
        and r.folded[r.hit.end : r.hit.end + 1] in {".", ""}
    ):
        return True  # "..., a local rights group alleges."
    if r.behind or _LIVES.match(r.folded, r.hit.end) or reach.describes(r.gap):
        return False
    return _hearsay(r.gap, behind=False)


def _plans(r: Relation) -> bool:
    limit = 2 if r.cue in _BARE_INFINITIVES else _OFFER_WORDS
    return not r.behind and reach.at_once(r.gap, limit)


def _dates(r: Relation) -> bool:
    if r.behind and r.folded.startswith(".", r.hit.end) and _AFTERTHOUGHT.search(r.gap):
        return True
    return _looks_back(r.cue, r.gap, behind=r.behind)


_VERDICTS: dict[CueKind, tuple[Status, Callable[[Relation], bool]]] = {
    "doubt": ("unverified", lambda _: True),
    "verify": ("unverified", lambda r: _UNABLE.search(r.folded, max(0, r.hit.start - _NEAR), r.hit.start) is not None),
    "negator": ("denied", _negates),
    "averted": ("denied", lambda r: not r.behind and reach.at_once(r.gap.removeprefix(" that"), _OFFER_WORDS)),
    "denial": ("denied", _denies),
    "cancelled": ("denied", _cancels),
    "rebuff": ("denied", _rebuffed),
    "falsity": ("denied", _falsifies),
    "relief": ("denied", _relieves),
    "claim": ("unverified", _claims),
    "hearsay": ("unverified", lambda r: _hearsay(r.gap, behind=r.behind)),
    "modal": ("possible", lambda r: not r.behind and is_modal(r.folded, r.hit) and governs(r.gap)),
    "plan": ("possible", _plans),
    "prospect": ("possible", lambda r: not r.behind and reach.at_once(r.gap, 1)),
    "fear": ("possible", lambda r: _feared(r.gap, behind=r.behind)),
    "condition": ("possible", lambda r: _conditional(r.folded, r.hit, r.gap, behind=r.behind)),
    "past": ("past", _dates),
    "memory": ("past", lambda r: r.before and reach.depends(r.gap)),
}
"""What each kind of cue says of the facts that it reaches, and which those are."""
