"""What one cue makes of one fact in its sentence."""

import re
from collections.abc import Callable
from typing import Final

from tocsin.core.analysis.lexicon import Hit
from tocsin.core.analysis.lexicon.either import grouped
from tocsin.core.analysis.status import reach, refusals
from tocsin.core.analysis.status.asides import aside
from tocsin.core.analysis.status.cues import CueKind
from tocsin.core.analysis.status.modals import governs, is_modal, shares
from tocsin.core.analysis.status.relation import BACK_REACH, OFFER_WORDS, REACH, Relation
from tocsin.core.model.analysis import Status

RANK: Final[dict[Status, int]] = {"stated": 0, "unverified": 1, "past": 2, "possible": 3, "denied": 4}
"""Where several cues reach a fact, the status of the higher rank holds."""

_UNABLE: Final = re.compile(
    r"\b(?:not|nor?|never|none|nobody|neither|cannot|n't|unable|unwilling|impossible|difficult|hard|without|"
    r"refus\w+|declin\w+|fail\w+|yet to|await\w*|pending|attempts? to|trying to|could be|little|few)\b[^,;:.]*$"
    r"|n't [^,;:.]*$"
)
"""Before "confirm" these turn it into doubt."""

_AFTERTHOUGHT: Final = re.compile(r",(?: [\w-]+){0,3} ?$")
""""..., almost a century ago." dates the whole sentence."""

_LIVES: Final = re.compile(r"(?: [\w,.-]+){0,4} (?:lives|life|victims?|casualties)\b")
"""Fires and floods claim lives; that is no doubt."""

_BARE_INFINITIVES: Final = frozenset({"is to", "are to", "was to", "were to"})

_GOVERNING: Final = frozenset({"negator", "averted", "denial", "modal", "plan"})
"""Cues that hold of the verb behind them, and not of the next."""

_NEAR: Final = 48
_IF_REACH: Final = 160
_SENTENCE: Final = 400


def judge(folded: str, hit: Hit[CueKind], start: int, end: int) -> Status | None:
    """The status that this cue gives the fact ``start`` to ``end`` of the same sentence, or None: it doesn't reach."""
    verdict = _VERDICTS.get(hit.what)
    if verdict is None:
        return None
    relation = Relation(folded, hit, start, end)
    if len(relation.gap) > _SENTENCE or (hit.what in _GOVERNING and aside(relation)):
        return None
    status, reaches = verdict
    return status if reaches(relation) else None


def _looks_back(cue: str, gap: str, *, behind: bool) -> bool:
    """Whether a cue of the past, or a year, dates a fact across this gap."""
    if behind:
        return reach.clause_back(gap) and not cue.endswith((" after", " since", " on"))
    return reach.same_statement(gap)


def _hearsay(gap: str, *, behind: bool) -> bool:
    if behind:
        return len(gap) <= BACK_REACH and reach.clause_back(gap)
    return len(gap) <= REACH and reach.same_clause(gap)


def _hears(r: Relation) -> bool:
    """Whether hearsay holds of the fact; a source may stand behind a comma: "14 died, according to a blog"."""
    gap = r.gap.rstrip()
    sourced = r.behind and gap.endswith(",") and r.cue.startswith(_SOURCED)
    return _hearsay(gap[:-1] if sourced else r.gap, behind=r.behind)


_SOURCED: Final = ("according to", "citing", "quoting", "if ", "it is ", "it was ", "or so ", "so ")
"""How cues begin that name a source, or a condition on it, at a sentence's end."""


def _feared(gap: str, *, behind: bool) -> bool:
    if behind:
        return len(gap) <= BACK_REACH // 2 and reach.clause_back(gap.removeprefix(","))
    return len(gap) <= REACH and reach.same_clause(gap) and not reach.describes(gap)


_ASKED: Final = re.compile(
    r"\b(?:not|unable|impossible|nobody|no one|cannot) (?:\w+ ){0,3}?(?:verif|confirm|establish|clear|check)\w*,? $"
)


_BEHIND: Final = ("should", "unless", "in case", "in the event", "were ")
_WERE: Final = re.compile(r"(?: [\w-]+){0,4}? to [a-z]+")


def _is_subjunctive(folded: str, hit: Hit[CueKind]) -> bool:
    """Whether "were the" inverts a condition: "were the strikes to spread"."""
    return folded.endswith(" to", hit.start, hit.end) or _WERE.match(folded, hit.end) is not None


def _conditional(folded: str, hit: Hit[CueKind], gap: str, *, behind: bool) -> bool:
    if folded.startswith("were ", hit.start) and not _is_subjunctive(folded, hit):
        return False
    if behind:
        return len(gap) <= BACK_REACH and folded.startswith(_BEHIND, hit.start)
    if _ASKED.search(folded, max(0, hit.start - _NEAR), hit.start):
        return False  # "it could not be established whether": a doubt
    return len(gap) <= _IF_REACH and not any(mark in gap for mark in ",;:")


def _claims(r: Relation) -> bool:
    if r.behind and len(r.gap) <= REACH and "," in r.gap and r.folded[r.hit.end : r.hit.end + 1] in {".", ";", ""}:
        return True  # "..., a local rights group alleges."
    if r.behind or _LIVES.match(r.folded, r.hit.end) or reach.describes(r.gap):
        return False
    return _hearsay(r.gap, behind=False)


def _plans(r: Relation) -> bool:
    if r.before and r.cue.endswith(" to") and shares(r):
        return True
    limit = 2 if r.cue in _BARE_INFINITIVES else OFFER_WORDS
    return not r.behind and reach.at_once(r.gap.removeprefix(" that"), limit)


def _lacks(r: Relation) -> bool:
    """Whether proof or a word from others is what is wanting: "no pictures have emerged", "citing no source"."""
    return _LACK.search(r.folded, max(0, r.hit.start - _NEAR), r.hit.start) is not None


_LACK: Final = re.compile(
    r"\b"
    + grouped(
        r"no|not any|without|nor any|neither|little|few|scant|hardly any|lack(?:s|ed|ing)?(?: of)?|absence of|awaits?|"
        r"awaiting|(?:not|n't|never|nor|yet to) (?:\w+ )?(?:give|gave|given|provide|provided|offer|offered|show|shown|"
        r"produce|produced|seen?|publish|published|release|released|name|named|reveal|revealed|cite|cited)(?: any)?"
    )
    + r"(?: [\w'-]+){0,3} $"
)

_SUBORDINATE: Final = re.compile(r"\b(?:which|where|whose|whom|when|that|who|once)\b|,")


def _contrasts(r: Relation) -> bool:
    """Whether the fact is told of a place only beside what that is today: "the fort, taken by Swedes, now houses"."""
    if r.before:
        return _SUBORDINATE.search(r.gap.partition(",")[0]) is not None
    first = max(r.folded.rfind(". ", 0, r.start) + 1, r.start - REACH)
    return r.behind and _SUBORDINATE.search(r.folded, max(0, first), r.end) is not None


_SOON_REACH: Final = 45


def _comes(r: Relation) -> bool:
    """Whether a time that is still to come holds of the fact."""
    if r.behind:
        return len(r.gap) <= _SOON_REACH and reach.clause_back(r.gap) and " to " not in r.gap
    return len(r.gap) <= REACH and reach.same_clause(r.gap) and not reach.describes(r.gap)


def _dates(r: Relation) -> bool:
    if r.folded.startswith('"', r.hit.start - 1) and r.folded.startswith('"', r.hit.end):
        return False  # what somebody calls his enemies: had slain 45 "crusaders"
    if r.behind and r.folded.startswith(".", r.hit.end) and _AFTERTHOUGHT.search(r.gap):
        return True
    return _looks_back(r.cue, r.gap, behind=r.behind)


_VERDICTS: Final[dict[CueKind, tuple[Status, Callable[[Relation], bool]]]] = {
    "doubt": ("unverified", lambda _: True),
    "verify": ("unverified", lambda r: _UNABLE.search(r.folded, max(0, r.hit.start - _NEAR), r.hit.start) is not None),
    "negator": ("denied", refusals.negates),
    "averted": ("denied", refusals.averts),
    "denial": ("denied", refusals.denies),
    "cancelled": ("denied", refusals.cancels),
    "foiled": ("denied", refusals.foils),
    "rebuff": ("denied", refusals.rebuffed),
    "falsity": ("denied", refusals.falsifies),
    "relief": ("denied", refusals.relieves),
    "claim": ("unverified", _claims),
    "hearsay": ("unverified", _hears),
    "modal": ("possible", lambda r: not r.behind and is_modal(r.folded, r.hit) and (governs(r.gap) or shares(r))),
    "plan": ("possible", _plans),
    "proof": ("unverified", _lacks),
    "future": ("possible", _comes),
    "contrast": ("past", _contrasts),
    "prospect": ("possible", lambda r: not r.behind and reach.at_once(r.gap, 1)),
    "fear": ("possible", lambda r: _feared(r.gap, behind=r.behind)),
    "condition": ("possible", lambda r: _conditional(r.folded, r.hit, r.gap, behind=r.behind)),
    "past": ("past", _dates),
    "memory": ("past", lambda r: r.before and reach.depends(r.gap)),
}
"""What each kind of cue says of the facts that it reaches, and which those are."""
