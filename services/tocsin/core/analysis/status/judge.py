"""What one cue makes of one fact in its sentence."""

import re

from tocsin.core.analysis.lexicon import Hit
from tocsin.core.analysis.status import reach
from tocsin.core.analysis.status.cues import CueKind
from tocsin.core.model.analysis import Status

RANK: dict[Status, int] = {"stated": 0, "unverified": 1, "past": 2, "possible": 3, "denied": 4}
"""Where several cues reach a fact, the status of the higher rank holds."""

_CLAIM = re.compile(
    r"\b(?:claims?|reports?|allegations?|rumou?rs?|statements?|figures?|accounts?|stor(?:y|ies)|news|that|it)\b"
)
_TAKEN_BACK = re.compile(
    r",\s(?:which|a claim|something|an? (?:charge|accusation|allegation|assertion|account|version|report))\b|\bclaims?\b"
)

_DENIED_IT = re.compile(r"den(?:y|ied|ies) it\b")

_PHRASE_WORDS = 6
_OFFER_WORDS = 8
_REACH = 110
_BACK_REACH = 60
_IF_REACH = 160
_SENTENCE = 400


def judge(folded: str, hit: Hit[CueKind], start: int, end: int) -> Status | None:  # noqa: PLR0911 - one return a kind
    """The status that this cue gives the fact ``start`` to ``end`` of the same sentence, or None: it doesn't reach."""
    kind = hit.what
    if kind == "doubt":
        return "unverified"
    before, behind = hit.end <= start, hit.start >= end
    gap = folded[hit.end : start] if before else folded[end : hit.start] if behind else ""
    if len(gap) > _SENTENCE:
        return None
    inside = not before and not behind
    match kind:
        case "negator":
            return "denied" if not behind and reach.at_once(gap, _PHRASE_WORDS) else None
        case "averted":
            return "denied" if not behind and reach.at_once(gap, _OFFER_WORDS) else None
        case "denial":
            return "denied" if (_denied_behind(gap) if behind else _denied_ahead(gap)) else None
        case "falsity" if before and _DENIED_IT.match(folded, hit.start):
            return "denied" if _denied_ahead(gap) else None
        case "falsity":
            return "denied" if behind and _CLAIM.search(folded, max(0, hit.start - _SENTENCE), hit.end) else None
        case "hearsay":
            return "unverified" if _hearsay(gap, behind=behind) else None
        case "modal":
            return "possible" if inside or (before and _is_modal(folded, hit) and reach.is_verb_of(gap)) else None
        case "plan":
            limit = 2 if folded[hit.start : hit.end] in {"is to", "are to", "was to", "were to"} else _OFFER_WORDS
            return "possible" if not behind and reach.at_once(gap, limit) else None
        case "prospect":
            return "possible" if not behind and reach.at_once(gap, 1) else None
        case "fear":
            return "possible" if _feared(gap, behind=behind) else None
        case "condition":
            return "possible" if not behind and "," not in gap and len(gap) <= _IF_REACH else None
        case "past":
            return "past" if looks_back(folded[hit.start : hit.end], gap, behind=behind) else None
        case "memory":
            return "past" if before and reach.depends(gap) else None
        case _:
            return None


def looks_back(cue: str, gap: str, *, behind: bool) -> bool:
    """Whether a cue of the past, or a year, dates a fact across this gap."""
    if behind:
        return reach.clause_back(gap) and not cue.endswith((" after", " since", " on"))
    return reach.same_statement(gap)


def _denied_ahead(gap: str) -> bool:
    return len(gap) <= _REACH and reach.same_clause(gap) and not reach.describes(gap)


def _denied_behind(gap: str) -> bool:
    return len(gap) <= _REACH and _TAKEN_BACK.search(gap) is not None


def _hearsay(gap: str, *, behind: bool) -> bool:
    if behind:
        return len(gap) <= _BACK_REACH and reach.clause_back(gap)
    return len(gap) <= _REACH and reach.same_clause(gap)


def _feared(gap: str, *, behind: bool) -> bool:
    if behind:
        return len(gap) <= _BACK_REACH // 2 and reach.clause_back(gap.removeprefix(","))
    return len(gap) <= _REACH and reach.same_clause(gap) and not reach.describes(gap)


def _is_modal(folded: str, hit: Hit[CueKind]) -> bool:
    """Whether "may" is no month."""
    if folded[hit.start : hit.end] != "may":
        return True
    around = folded[max(0, hit.start - 3) : hit.start] + folded[hit.end : hit.end + 4]
    return not any(character.isdigit() for character in around)
