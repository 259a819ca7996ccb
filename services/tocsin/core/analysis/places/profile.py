"""What a name may stand for, made ready for choosing: all that does not depend on the text."""

from typing import Final

from mypy_extensions import mypyc_attr

from tocsin.core.analysis.gazetteer.layout import KINDS

CURATED: Final = "curated"
"""What seas, regions, bases and features go by together: all were entered by hand."""

CAPITAL: Final = "capital"
"""Capitals of countries are a kind of their own where one of several places is chosen."""

KIND_OF: Final = tuple(kind if kind in {"city", "admin2", "admin1", "country"} else CURATED for kind in KINDS)
"""Kinds of place as the weights know them, by their numbers."""

CITY: Final = 0
ADMIN2: Final = 1
ADMIN1: Final = 2
COUNTRY: Final = 3
"""Places in ``layout.KINDS``; what is higher was entered by hand."""

DEMONYM: Final = 3
CODE: Final = 4
"""Places in ``layout.MANNERS``. Written as numbers, which compiled code has at hand."""

LARGEST: Final = 12
"""Greater than any size, a decimal logarithm of people."""

_SIZELESS = frozenset({"country", "admin1", CURATED})
"""Kinds of place whose size says little."""

GRADES: Final = (
    *(kind if kind in _SIZELESS else f"{kind} {size}" for kind in KIND_OF for size in range(LARGEST)),
    CAPITAL,
)
"""What a place is, and how big: by its kind times ``LARGEST``, and its whole size; the capitals come last."""

CAPITAL_GRADE: Final = 96
"""Where ``GRADES`` has ``CAPITAL``."""

Numbers = tuple[int, ...]


@mypyc_attr(acyclic=True)
class Holding:
    """Which of a name's places lie in one country or first-level division (``holder``, by its number in the gazetteer),
    by where they stand in its profile, and how much the name speaks for that by itself: the share of the likeliest.

    The holder is called an object because it is only looked up: compiled code would otherwise make an object of the
    number each time.
    """

    __slots__ = ("holder", "numbers", "share")

    def __init__(self, holder: object, first: int) -> None:
        self.holder = holder
        self.numbers: list[int] = [first]
        self.share = 0.0


@mypyc_attr(acyclic=True)
class Profile:
    """The places of a name by their numbers in the gazetteer, best first, and in parallel ``manners``, ``kinds``,
    ``grades`` (in ``GRADES``), ``lands`` and ``parts``: the country and the first-level division of each, and
    ``bases``: how likely each is without knowing the text.

    ``shares`` are the same as shares of one. ``countries`` and ``divisions`` say which places lie there, and
    ``specific`` what a mere possibility adds to each division: the less, the more divisions have such a place.
    ``districts`` are the places that are districts, and ``parents``, in parallel to ``places`` or empty, what cities
    lie in, which may be one. ``at_sea`` means that the first lies in no country but others may be meant, ``settled``
    that only neighbours can speak for another than the first. Nobody changes what is in them.
    """

    __slots__ = (
        "at_sea",
        "bases",
        "countries",
        "districts",
        "divisions",
        "grades",
        "kinds",
        "lands",
        "manners",
        "parents",
        "parts",
        "places",
        "settled",
        "shares",
        "specific",
    )

    def __init__(
        self,
        places: Numbers,
        manners: bytes,
        kinds: bytes,
        grades: bytes,
        *,
        lands: Numbers,
        parts: Numbers,
        bases: list[float],
        shares: list[float],
        countries: list[Holding],
        divisions: list[Holding],
        specific: float,
        districts: Numbers,
        parents: Numbers,
        at_sea: bool,
        settled: bool,
    ) -> None:
        self.places = places
        self.manners = manners
        self.kinds = kinds
        self.grades = grades
        self.lands = lands
        self.parts = parts
        self.bases = bases
        self.shares = shares
        self.countries = countries
        self.divisions = divisions
        self.specific = specific
        self.districts = districts
        self.parents = parents
        self.at_sea = at_sea
        self.settled = settled


NOTHING: Final = Profile(
    (),
    b"",
    b"",
    b"",
    lands=(),
    parts=(),
    bases=[],
    shares=[],
    countries=[],
    divisions=[],
    specific=0.0,
    districts=(),
    parents=(),
    at_sea=False,
    settled=True,
)
"""The profile of a name that no known place bears."""
