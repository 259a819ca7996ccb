"""What an article's incidents hit, by the answer keys of MUC-4: hints for training which sentences tell of them.

A key file has templates of numbered slots, one an incident, whose fills quote the article's own words. Its lines are
in columns: a slot's number and name, then its fill, which may go on below.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tocsin.core.config.terms import folded_words

_NAME, _FILL = 4, 36
"""Where a slot's name and its fill begin."""

_TARGETS = ("PHYS TGT: ID", "HUM TGT: NAME", "HUM TGT: DESCRIPTION")

_QUOTED = re.compile(r'"([^"]*)"')


def targets(lines: Iterable[str]) -> dict[str, list[str]]:
    """The folded words that name whom or what the incidents of each article hit; optional templates are left out."""
    found: dict[str, list[str]] = defaultdict(list)
    article, slot, optional = "", "", False
    for line in lines:
        if line.startswith(";") or not line.strip():
            continue
        slot = line[_NAME:_FILL].strip() or slot
        fill = line[_FILL:]
        if slot == "MESSAGE: ID":
            article = fill.split()[0]
        elif slot == "MESSAGE: TEMPLATE":
            optional = "OPTIONAL" in fill
        elif slot in _TARGETS and not optional:
            folded = (" ".join(folded_words(text)) for text in _QUOTED.findall(fill))
            found[article] += [words for words in folded if words]
    return dict(found)


def tells(words: Sequence[str], hit: Iterable[str]) -> bool:
    """Whether a sentence of these folded words names any of the targets."""
    text = f" {' '.join(words)} "
    return any(f" {each} " in text for each in hit)
