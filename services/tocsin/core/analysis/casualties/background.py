"""Tells totals over months and years ("70,000 dead in ten years of war") from what has just happened."""

from tocsin.core.analysis.casualties.tokens import Sentence

_REACH = 16
"""How many words from the verb a span of time still counts it."""

_NOW = frozenset(
    "today yesterday tonight overnight monday tuesday wednesday thursday friday saturday sunday morning afternoon".split()
)
_PERIODS = frozenset("year years decade decades month months century centuries".split())
_LONG = frozenset("year years decade decades month months century centuries weeks".split())
_RECENT = frozenset("this last past previous recent".split())
_CONFLICTS = frozenset(
    "war wars conflict conflicts insurgency struggle violence uprising rebellion fighting unrest".split()
)
_RATES = frozenset("annually yearly".split())
_CUES = (
    {
        "since",
        "each",
        "every",
        "per",
        "decade-long",
        "decades-long",
        "years-long",
        "decade-old",
        "decades-old",
        "year-long",
    }
    | _RECENT
    | _RATES
    | _PERIODS
    | _CONFLICTS
)
"""Without one of these words, or "10-year", no span of time is told."""

_TOTAL = 2
"""One death is no total."""

_LARGE = 1_000
"""Deaths that a war makes over time, and no attack at once but the gravest."""


def span_of_time(s: Sentence, at: int, least: int) -> tuple[int, int] | None:
    """The words (first, behind the last) near the verb at ``at`` that make ``least`` or more hurt a total over time."""
    if least < _TOTAL:
        return None
    low, high = max(0, at - _REACH), min(s.size, at + _REACH)
    near = s.words[low:high]
    if _CUES.isdisjoint(near) and not any("-year" in word or "-month" in word for word in near):
        return None
    if not _NOW.isdisjoint(s.words[max(0, at - _REACH // 2) : at + _REACH // 2]):
        return None
    for here in range(low, high):
        found = _period(s, here, least)
        if found is not None and _reaches(s, at, *found):
            return found
    return None


def _period(s: Sentence, at: int, least: int) -> tuple[int, int] | None:
    word, after = s.words[at], s.word(at + 1)
    if word == "since" and any(_is_year(s.words[i]) for i in range(at + 2, min(at + 14, s.size))):
        return None if _is_record(s, at) else (at, at + 1)
    if word == "since" and (
        _is_year(after) or (after == "the" and s.word(at + 2) in {"start", "beginning"} and s.word(at + 5) in _PERIODS)
    ):
        return None if _is_record(s, at) else (at, at + 2)
    if word in _RECENT and after in _PERIODS:
        return at, at + 2
    if word in _RECENT and s.tag(at + 1) in "ns" and s.word(at + 2) in _LONG:
        return at, at + 3
    if word in {"each", "every", "per"} and after in {"year", "month", "day", "week"}:
        return at, at + 2
    if word in _RATES:
        return at, at + 1
    if word in _PERIODS and after == "of" and not _CONFLICTS.isdisjoint(s.words[at + 2 : at + 5]):
        return at, at + 3
    if (
        word in {"decade", "decades", "years"}
        and s.word(at - 1) in {"a", "for", "two", "three", "several", "many"}
        and s.word(at - 2) == "for"
    ):
        return at - 1, at + 1
    if word in {"year", "years"} and s.tag(at - 1) == "n" and after == "history":
        return at - 1, at + 2
    if word.endswith(
        ("-year", "-year-old", "-year-long", "-month-long", "-month", "-month-old")
    ) and not _CONFLICTS.isdisjoint(s.words[at + 1 : at + 4]):
        return at, at + 2
    if word in {"decade-long", "decades-long", "years-long", "decade-old", "decades-old", "year-long"}:
        return at, at + 1
    if least >= _LARGE and word in _CONFLICTS:
        return at, at + 1
    return None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in {"17", "18", "19", "20"}  # noqa: PLR2004 - as years are


def _is_record(s: Sentence, at: int) -> bool:
    """Whether "since 2003" belongs to "the deadliest attack since 2003"."""
    return any(
        s.words[i].endswith(("iest", "gest", "rest")) or s.words[i] in {"worst", "most", "first"}
        for i in range(max(0, at - 8), at)
    )


def _reaches(s: Sentence, at: int, first: int, end: int) -> bool:
    """Whether the span of time belongs to the verb's clause."""
    if first > at:
        return not any(s.tag(i) in ";wl" or s.words[i] == "who" for i in range(at + 1, first))
    return not any(s.tag(i) == ";" for i in range(end, at))
