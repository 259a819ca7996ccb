"""The agency that a text credits: an outlet that prints an agency's report is no second source for it."""

import re

_AGENCIES: dict[str, tuple[str, ...]] = {
    "ap": ("AP", "Associated Press", "The Associated Press"),
    "reuters": ("Reuters", "Thomson Reuters"),
    "afp": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur"),
    "upi": ("UPI", "United Press International"),
    "efe": ("EFE", "Agencia EFE"),
    "ansa": ("ANSA",),
    "pti": ("PTI", "Press Trust of India"),
    "xinhua": ("Xinhua", "Xinhua News Agency"),
    "tass": ("TASS", "ITAR-TASS", "Itar-Tass"),
    "interfax": ("Interfax",),
    "anadolu": ("Anadolu", "Anadolu Agency"),
    "kyodo": ("Kyodo", "Kyodo News"),
    "yonhap": ("Yonhap", "Yonhap News Agency"),
    "irna": ("IRNA",),
    "sana": ("SANA",),
}
"""Agencies whose reports others print, by the id that they count under, with the names that credit lines use."""

_BY_NAME = {name: agency for agency, names in _AGENCIES.items() for name in names}
_FOLDED = {name.casefold(): agency for name, agency in _BY_NAME.items()}
_NAMES = "|".join(re.escape(name) for name in sorted(_BY_NAME, key=len, reverse=True))
_HEAD = re.compile(
    rf"""(?:
      [(\[](?P<bracket>{_NAMES})[)\]]\s*(?:-{{1,3}}|\u2013|\u2014|:)       # BAGHDAD (AP) --
     |^\s*(?P<first>{_NAMES})\s+(?:-{{1,2}}|\u2013|\u2014)                  # AFP -
     |^\s*(?:By\s+)?(?:[A-Z][\w.'-]+,?\s){{1,4}}?(?:of|for)?\s*(?:The\s+)?(?P<byline>{_NAMES})\s*$   # By Jane Doe, AP
    )""",
    re.VERBOSE | re.MULTILINE,
)
_TAIL = re.compile(
    rf"[(\[](?P<bracket>{_NAMES})[)\]]|(?:\u00a9|Copyright|Source:)\s+(?:\d{{4}}\s+)?(?:The\s+)?(?P<named>{_NAMES})\b"
)
_HEAD_READ, _TAIL_READ = 400, 250


def credit(body: str) -> str | None:
    """The id of the agency in the dateline, byline or credit line of an article's body, or None."""
    found = _HEAD.search(body[:_HEAD_READ]) or _TAIL.search(body[-_TAIL_READ:])
    name = next((name for name in found.groups() if name), None) if found is not None else None
    return None if name is None else _BY_NAME[name]


def agency_named(name: str) -> str | None:
    """The id of the agency that goes by this name, or None."""
    return _FOLDED.get(name.strip().casefold())
