"""Years named in a text, against the year it was written in."""

import re
from typing import Final

from tocsin.core.analysis.lexicon.either import grouped
from tocsin.core.analysis.text import Document

_COUNTED: Final = (
    r"(?:killed|wounded|injured)(?! (?:\d|an?\b|some|more|at least|about|up to|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|hundreds|thousands|dozens|scores|his|her|their|all|many|several|nearly|almost|over))"
)
"""Behind a number, these count it, unless they have an object of their own: "in 1974 killed 12"."""

_LEADS: Final = grouped(
    "in|of|since|from|by|until|before|after|during|between|for|to|and|the|early|late|mid|a|circa|around|spring|summer"
    "|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_YEAR: Final = re.compile(
    r"\b(?:" + _LEADS + r"[.,]?[ -](?:\d{1,2},? )?|\()"
    r"(?P<year>1[0-9]\d\d|20\d\d)(?P<decade>'?s)?\b(?![,.]\d|[ -](?:people|men|women|children|civilians|soldiers|troops"
    r"|dead|deaths|"
    + _COUNTED
    + r"|others|victims|casualties|percent|per|dollars|tons|km|miles|metres|meters|kg|fighters|refugees|homes|houses))"
)
"""A year needs a word before it that years have, and no word behind it that counts things."""

_SHORT_YEAR: Final = re.compile(r"\b\d{1,2} [a-z]{3,9} (?P<year>\d\d)\b")
"""As wire copy dates itself: "3 JAN 90"."""

_WITHIN_DATELINE: Final = re.compile(r"\b(?:1[89]\d\d|20\d\d)\b")


_FIGURES: Final = re.compile(r"[1-9]\d\d")
"""Most sentences have no three figures in a row, and so no year."""

_ONES: Final = bytes(
    ord("1") if chr(code).isdigit() or code >= ord("\x80") or chr(code) == "?" else ord(" ") for code in range(256)
)
"""Makes ones of figures, and of what may be figures beyond ASCII: a search for three is cheaper than a pattern."""

_OF_THREE: Final = re.compile(r" [3-9]\d\d")
_OF_FOUR: Final = re.compile(r"[ (-](?:1\d|20)\d\d")
"""The figures of years, with what stands before them."""

_LED: Final = 24
"""Before its figures a year has no more: "september. 30, "."""

_EARLY: Final = re.compile(
    r"\b(?:in|around|about|by|until|before|after|since|circa) (?P<year>[3-9]\d\d)(?= ?(?:[.,;]|$|ad\b|bc\b|a\.d))"
)
"""A year of three digits stands behind "in" and closes its clause."""


def years(folded: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """(start, end, year) of each year named between the offsets; of a decade, its last year."""
    if b"111" not in folded[start:end].encode("latin-1", "replace").translate(_ONES):
        return []
    figures = _FIGURES.search(folded, start, end)
    if figures is None:
        return []
    named: list[tuple[int, int, int]] = []
    start = max(start, figures.start() - _LED)
    early = _EARLY.search(folded, start, end) if _OF_THREE.search(folded, start, end) else None
    if early:
        named.append((early.start(), early.end(), int(early["year"])))
    four = _OF_FOUR.search(folded, start, end)
    if four:
        for found in _YEAR.finditer(folded, max(start, four.start() - _LED), end):
            year = int(found["year"])
            named.append((found.start(), found.end(), year + 9 if found["decade"] else year))
    return named


def written_in(document: Document) -> int | None:
    """The year in which an article was written: of its date, else of its dateline or of a date
    at its head; None when nothing tells.
    """
    if document.article.published is not None:
        return document.article.published.year
    line = document.body.dateline
    words = document.body.folded[line[0] : line[1]] if line else document.body.folded[:_HEAD]
    full = _WITHIN_DATELINE.search(words) if line else _DATE_AT_HEAD.match(words)
    if full:
        return int(full[0][-4:])
    short = _SHORT_YEAR.search(words)
    if short:
        year = int(short["year"])
        return year + (2000 if year < _CENTURY_TURNS else 1900)
    return None


_HEAD: Final = 60
_DATE_AT_HEAD: Final = re.compile(
    r"\s*(?:\w+,? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9},? ?|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? ?|\d{1,2}[-/.]\d{1,2}[-/.])"
    r"(?:1[89]\d\d|20\d\d)(?!\d)"
)
"""A date before the first sentence: "28 November 2016", "Fri Jul 1 2016"."""

_CENTURY_TURNS: Final = 70
"""Two-digit years below are of this century, as POSIX reads them."""
