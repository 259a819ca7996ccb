"""Which spellings of a place's names are kept for look-up, and which further ones are made."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from tocsin.core.analysis.gazetteer.keys import name_key

_LATIN = re.compile(r"^[\u0041-\u024f\u1e00-\u1eff\s.,'\u2018\u2019\u02b9-\u02bf`/&-]+$")
_ASCII = str.maketrans(
    {
        "\u0131": "i",
        "\u00f8": "o",
        "\u00d8": "O",
        "\u0142": "l",
        "\u0141": "L",
        "\u0111": "d",
        "\u0110": "D",
        "\u00f0": "d",
        "\u00e6": "ae",
        "\u00c6": "Ae",
        "\u0153": "oe",
        "\u00df": "ss",
        "\u00fe": "th",
        "\u00de": "Th",
        "\u0259": "a",
        "\u018f": "A",
        "\u0127": "h",
        "\u0126": "H",
        "\u014b": "ng",
    }
)
"""Letters that have no accent to lose, as those without them on the keyboard write."""

_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|at|an|az|ed|er|es|et|ez|en|ath|adh)[ -](?=\w{4})", re.IGNORECASE)
"""The Arabic article, in front of whatever letter it takes the sound of."""

_CODES = "AE BH DJ DZ EG EH ER IL IQ JO KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE"
ARABIC = frozenset(_CODES.split())
"""Countries whose place names carry the Arabic article."""

ROMANISED = ARABIC | {"AF", "IR", "PK", "IN"}
"""Countries whose names GeoNames spells with marks that no newspaper prints."""

_APOSTROPHES = re.compile("[\u02b9-\u02bf\u2018\u2019`']")

TYPE_WORDS = (
    "Governorate|Province|Oblast|oblast|Region|State|County|Prefecture|District|Department|Municipality|Republic|Territory"
    "|Krai|Kray|Voivodeship|Canton|Division|Parish|Borough|Raion|Rayon|Woreda|Emirate|Autonomous Region"
    "|Autonomous Community|Census Area|Metropolis"
)
_TYPED = re.compile(rf"^(?P<proper>.+?) (?:{TYPE_WORDS})$")
_LISTED = re.compile(r"[(),0-9]")


def latin(name: str) -> bool:
    """Whether a name is written in Latin letters and as a name."""
    first = name.split(maxsplit=1)[0]
    return bool(_LATIN.match(name)) and not _LISTED.search(name) and any(map(str.isupper, first[:3]))


def untyped(name: str) -> str | None:
    """The name without its type word ("Boone County" → "Boone"), or None when it has none."""
    typed = _TYPED.match(name)
    return typed["proper"] if typed else None


def english(name: str, aliases: Iterable[str]) -> str:
    """What English calls a division: "Nineveh" of "Nīnawá", "Nineveh", "Nineveh Governorate"."""
    spelled = [alias for alias in aliases if latin(alias)]
    for alias in spelled:
        proper = untyped(alias)
        if proper and proper in spelled:
            return proper
    for alias in spelled:
        proper = untyped(alias)
        if proper and not name.isascii():
            return proper
    return untyped(name) or name


def keys(name: str, country: str) -> Iterator[str]:
    """The look-up keys of one spelling: its own, without rare letters, and Arabic names with and without article."""
    key = name_key(name)
    if len(key) < 2:  # noqa: PLR2004 - one letter names nothing
        return
    yield key
    plain = name.translate(_ASCII)
    if plain != name:
        yield name_key(plain)
    if country in ARABIC:
        bare = _ARTICLE.sub("", plain)
        if bare != plain:
            stem = name_key(bare)
            yield stem
            yield f"al {stem}"
            yield f"el {stem}"
            yield f"al{stem}"


def plain(name: str, country: str) -> str:
    """The name as English news would print it: romanised Arabic and Persian without the marks of scholars."""
    if country not in ROMANISED or name.isascii():
        return name
    bare = "".join(
        mark for mark in unicodedata.normalize("NFKD", name.translate(_ASCII)) if not unicodedata.combining(mark)
    )
    return _APOSTROPHES.sub("", bare)


def usable_alias(name: str) -> bool:
    """Whether another name of a city is worth looking for; codes ("OSM") and fragments are not."""
    return len(name) > 2 and latin(name) and not name.isupper()  # noqa: PLR2004 - airports' codes have three
