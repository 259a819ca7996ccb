"""The months of articles, from datelines as FBIS wrote them: ``BOGOTA, 30 AUG 89 (EFE) --``."""

import re

_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]

_DATE = re.compile(rf"\b\d{{1,2}} ({'|'.join(_MONTHS)})[A-Z]* (\d\d)\b")

_DATELINE = 200
"""How far into an article its date may stand."""


def month(body: str) -> int:
    """The months from the start of 1900 to that of the article; -1 when it begins with no date."""
    found = _DATE.search(body[:_DATELINE])
    return -1 if found is None else int(found[2]) * 12 + _MONTHS.index(found[1])
