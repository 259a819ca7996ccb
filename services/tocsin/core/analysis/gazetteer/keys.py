"""How place names are spelled for look-up: one key for all spellings that differ only in case, accents and marks."""

import re
from typing import Final

from tocsin.core.analysis.text.fold import fold, straighten

_TOKEN: Final = re.compile(r"[^\W_]+(?:\.[^\W_]+)+\.?|[^\W_]+")
_MARKS: Final = re.compile("['\u02b9-\u02bf\u2018\u2019`]")


def token_key(token: str) -> str:
    """The key of one word: folded, without apostrophes, its full stop dropped unless it has an inner one ("u.s.")."""
    key = fold(token)
    if "'" in key:
        key = key.replace("'", "")
    if key.endswith(".") and key.find(".") == len(key) - 1:
        return key[:-1]
    return key


def name_key(name: str) -> str:
    """The key of a name: the keys of its words, joined by single spaces. Hyphens, commas and slashes part words."""
    return " ".join(map(token_key, _TOKEN.findall(_MARKS.sub("", straighten(name)))))
