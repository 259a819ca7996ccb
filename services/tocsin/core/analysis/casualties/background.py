"""Tells totals over months and years ("70,000 dead in ten years of war") from what has just happened."""

from typing import Final

from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words

Span = tuple[int, int]
"""Indices of the first word, and behind the last."""

_REACH: Final = 16
"""How many words from the verb a span of time still counts it."""

_FAR: Final = 30
"""The same for a number that no attack makes."""

_NOW: Final = words(
    "today yesterday tonight overnight monday tuesday wednesday thursday friday saturday sunday morning afternoon"
)
_PERIODS: Final = words("year years decade decades month months century centuries")
_LONG: Final = _PERIODS | {"weeks"}
_RECENT: Final = words("this last past previous recent")
_EACH: Final = words("each every per")
_CONFLICTS: Final = words("war wars conflict conflicts insurgency struggle violence uprising rebellion fighting unrest")
_WARS: Final = words("war conflict uprising insurgency revolution crisis rebellion")
"""What lasts so long that all its dead are a total."""

_BRIEF: Final = words("hour hours day days night nights week weekend")
"""Fighting that lasted only so long is news, however many it killed: "a week of fighting"."""

_LENGTH: Final = 4
"""How many words may tell how long a fight lasted."""

_ADJECTIVES: Final = words("annually yearly decade-long decades-long years-long decade-old decades-old year-long")
_CAMPAIGNS: Final = _CONFLICTS | words(
    "battle battles siege campaign offensive operation operations crackdown fight occupation"
)
"""What is told to have lasted months or years: "a month-long battle"."""

_SHORT: Final = {"days": 1, "weeks": 7}
_MANY_DAYS: Final = 14
"""From so many days on a number is a total: "in less than 40 days"."""

_WITHIN: Final = words("in within over during past last")
_MONTHS: Final = words(
    "january february march april may june july august september october november december month year"
)
_AGED: Final = ("month-long", "months-long", "-year", "-year-old", "-year-long", "-month-long", "-month", "-month-old")

_CUES: Final = frozenset({"since", "alone", *_SHORT}) | _EACH | _RECENT | _ADJECTIVES | _PERIODS | _CONFLICTS
"""Without one of these words, or "10-year", no span of time is told."""

_TOTAL: Final = 2
"""One death is no total."""

_LARGE: Final = 1_000
"""Deaths that a war makes over time, and no attack at once but the gravest."""

_SINCE: Final = 14
"""How far behind "since" its year may stand: "since the government began its campaign in 1981"."""

_RECORD: Final = 8
"""How far before "since" a superlative makes it part of "the deadliest attack since 2003"."""


def span_of_time(s: Sentence, at: int, least: int) -> Span | None:
    """The words near the verb at ``at`` that make ``least`` or more hurt a total over time, if there are any."""
    if least < _TOTAL:
        return None
    reach = _REACH if least < _LARGE else _FAR
    low, high = max(0, at - reach), min(s.size, at + reach)
    near = s.words[low:high]
    if _CUES.isdisjoint(near) and not _has_length(near):
        return None
    if not _NOW.isdisjoint(s.words[max(0, at - _REACH // 2) : at + _REACH // 2]):
        return None
    found = (_span(s, here, least) for here in range(low, high) if s.words[here] in _CUES or "-" in s.words[here])
    return next((span for span in found if span is not None and _reaches(s, at, span)), None)


def _has_length(near: list[str]) -> bool:
    """Whether one of the words may be "ten-year"."""
    return any("-year" in word or "-month" in word or "month-" in word for word in near if "-" in word)


def _span(s: Sentence, at: int, least: int) -> Span | None:
    """The span of time that the word at ``at`` begins or belongs to."""
    word = s.words[at]
    if word == "since":
        return (at, at + 2) if _since_long(s, at) and not _is_record(s, at) else None
    if word in _READERS:
        return _READERS[word](s, at)
    if word == "alone" and (s.word(at - 1) in _MONTHS or _is_year(s.word(at - 1))):
        return at - 1, at + 1
    if _is_long(s, at):
        return at, at + 1
    if least < _LARGE or word not in _CONFLICTS or not _BRIEF.isdisjoint(s.words[max(0, at - _LENGTH) : at]):
        return None
    return at, at + 1


def _is_long(s: Sentence, at: int) -> bool:
    """Whether the word says that something lasted months or years: "a month-long battle", "yearly"."""
    word = s.words[at]
    return word in _ADJECTIVES or (word.endswith(_AGED) and not _CAMPAIGNS.isdisjoint(s.words[at + 1 : at + 4]))


def _many_days(s: Sentence, at: int) -> Span | None:
    """Weeks in which several things happened: "in less than 40 days"; but "two weeks of fighting" go on."""
    quantity = s.quantity(at - 1) if s.tag(at - 1) == "n" else None
    if quantity is None or s.word(at + 1) == "of" or s.word(quantity.start - 1) not in _WITHIN:
        return None
    days = (quantity.max or quantity.min or 0) * _SHORT[s.words[at]]
    return (quantity.start - 1, at + 1) if days >= _MANY_DAYS else None


def _since_long(s: Sentence, at: int) -> bool:
    """Whether it is "since 1981", "since the campaign began in 1981", "since the start of the year"."""
    behind = s.words[at + 1 : at + _SINCE]
    if any(map(_is_year, behind)):
        return True
    began = s.word(at + 2) in {"start", "beginning", "outbreak"} and (s.word(at + 5) in _PERIODS | _WARS)
    return began or (s.word(at + 2) in _WARS and "began" in behind[:4])


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in {"17", "18", "19", "20"}  # noqa: PLR2004 - as years are


def _is_record(s: Sentence, at: int) -> bool:
    before = s.words[max(0, at - _RECORD) : at]
    return any(word.endswith(("iest", "gest", "rest")) or word in {"worst", "most", "first"} for word in before)


def _period(s: Sentence, at: int) -> Span | None:
    """A period: "this year", "the past ten years", "every month"."""
    after = s.word(at + 1)
    if s.words[at] in _EACH:
        return (at, at + 2) if after in {"year", "month", "week", "day"} else None
    if after in _PERIODS:
        return at, at + 2
    return (at, at + 3) if s.tag(at + 1) in "ns" and s.word(at + 2) in _LONG else None


def _years_of(s: Sentence, at: int) -> Span | None:
    """Years that last: "years of civil war", "its 10 year history", "for two decades"."""
    if s.word(at + 1) == "of" and not _CONFLICTS.isdisjoint(s.words[at + 2 : at + 5]):
        return at, at + 3
    history = s.word(at + 1) == "history" and s.tag(at - 1) == "n"
    lasting = s.word(at - 2) == "for" and s.tag(at - 1) in "ans" and "month" not in s.words[at]
    return (at - 1, at + 1) if history or lasting else None


def _reaches(s: Sentence, at: int, span: Span) -> bool:
    """Whether the span of time belongs to the verb's clause."""
    first, end = span
    if first > at:
        return not any((s.tag(i) in ";wl" and s.words[i] != "$") or s.words[i] == "who" for i in range(at + 1, first))
    return not any(s.tag(i) == ";" for i in range(end, at))


_READERS: Final = {
    **dict.fromkeys(_RECENT | _EACH, _period),
    **dict.fromkeys(_PERIODS, _years_of),
    **dict.fromkeys(_SHORT, _many_days),
}
"""Who reads the words that begin a span of time, or belong to one."""
