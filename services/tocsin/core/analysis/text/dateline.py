"""The dateline: where and by whom a text was filed ("BAGHDAD, June 16 (Reuters) -"), not where things happened."""

import re
from typing import Final

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:\s+\d{{2,4}})?|\w{{3,9}}day)"
_PLACE = r"[A-Z][\w.'-]*(?:[ ,/]{1,2}(?:[A-Z(][\w.')-]*|de|del|da|do|of|el|al|la)){0,6}"
_CAPITALS = r"[A-Z][A-Z.'-]+(?:[ /][A-Z.'-]+){0,3}(?:,\s+[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?"
_AGENCY = r"[(\[][A-Za-z][^()\[\]\n]{1,60}[)\]]"
_DASH = r"(?:-{1,3}|\u2013|\u2014|:)"
_BRACKETS = r"(?:\s*\[[A-Z][^\[\]\n]{1,60}\]){0,3}"

_DATELINE: Final = re.compile(
    rf"""\s*(?:TST\d-MUC\d-\d{{4}}|DEV-MUC\d-\d{{4}})?\s*
    (?P<line>
      {_PLACE},?\s+(?i:{_DATE})\s*(?:{_AGENCY})?{_BRACKETS}\s*{_DASH}   # BAGHDAD, June 16 (Reuters) -
     |{_PLACE}\s*{_AGENCY}\s*{_DASH}                                    # BAGHDAD (AP) --
     |{_CAPITALS}\s*(?:\s-{{1,3}}|\s?\u2013|\s?\u2014|:|\s\|)           # NEW DELHI: ...
     |{_AGENCY}\s*{_DASH}                                               # (CNN) -
     |(?:AP|AFP|Reuters|UPI|PTI|Xinhua|TASS|Interfax|ANSA|EFE|dpa|IRNA|SANA|Anadolu)\s+(?:-{{1,2}}|\u2013|\u2014)
    )
    {_BRACKETS}(?=\s)\s*""",
    re.VERBOSE,
)
"""Every repetition is bounded, so that a match costs the same whatever the text."""

_LONGEST: Final = 200


def dateline_end(text: str, start: int, end: int) -> int | None:
    """The offset behind the dateline that the paragraph ``start`` to ``end`` begins with, or None."""
    reach = min(end, start + _LONGEST)
    found = _DATELINE.match(text, start, reach)
    if found is None or found.end() >= end:
        return None
    line = found["line"]
    if line.endswith(":") and (len(line) > 40 or not line[:-1].isupper()):  # noqa: PLR2004 - "NEW DELHI:" is short
        return None
    if "(" not in line and not any(character.isdigit() for character in line) and text[start:end].isupper():
        return None  # in copy that is all capitals, "POLICE: ..." is no place
    return found.end()
