"""Whose force it is: a country's code, or the name of a group."""

from typing import Final

from tocsin.core.analysis.deployments.forces import Force
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.lexicon import words
from tocsin.core.analysis.text import Text
from tocsin.core.analysis.text.searching import last_not_above
from tocsin.core.model.analysis import Place

_SHIPS: Final = {"uss": "US", "hms": "GB", "hmas": "AU", "hmcs": "CA", "usns": "US", "ins": "IN"}
"""What a navy's ships are called by."""

_METONYMS: Final = {
    "pentagon": "US", "white house": "US", "kremlin": "RU", "whitehall": "GB", "downing street": "GB", "elysee": "FR",
    "washington": "US", "moscow": "RU", "london": "GB", "paris": "FR", "beijing": "CN", "tehran": "IR", "ankara": "TR",
    "berlin": "DE", "kyiv": "UA", "kiev": "UA", "tokyo": "JP", "seoul": "KR", "pyongyang": "KP", "delhi": "IN",
    "new delhi": "IN", "islamabad": "PK", "riyadh": "SA", "cairo": "EG", "manila": "PH", "canberra": "AU",
    "ottawa": "CA", "rome": "IT", "madrid": "ES", "warsaw": "PL", "jerusalem": "IL", "damascus": "SY", "baghdad": "IQ",
    "kabul": "AF",
    "kampala": "UG", "bishkek": "KG", "dakar": "SN", "bamako": "ML", "niamey": "NE", "ouagadougou": "BF",
    "accra": "GH", "ndjamena": "TD", "n'djamena": "TD", "bangui": "CF", "luanda": "AO", "maputo": "MZ",
    "lusaka": "ZM", "harare": "ZW", "pretoria": "ZA", "dodoma": "TZ", "bujumbura": "BI", "juba": "SS", "asmara": "ER",
    "mogadishu": "SO", "tunis": "TN", "nouakchott": "MR", "monrovia": "LR", "freetown": "SL", "conakry": "GN",
    "abidjan": "CI", "yaounde": "CM", "libreville": "GA", "brazzaville": "CG", "dublin": "IE", "vienna": "AT",
    "berne": "CH", "bern": "CH", "prague": "CZ", "bratislava": "SK", "budapest": "HU", "bucharest": "RO",
    "sofia": "BG", "skopje": "MK", "tirana": "AL", "pristina": "XK", "podgorica": "ME", "zagreb": "HR",
    "ljubljana": "SI", "vilnius": "LT", "riga": "LV", "tallinn": "EE", "helsinki": "FI", "reykjavik": "IS",
    "chisinau": "MD", "nicosia": "CY", "beirut": "LB", "amman": "JO", "sanaa": "YE", "muscat": "OM", "kuwait": "KW",
    "manama": "BH", "astana": "KZ", "tashkent": "UZ", "dushanbe": "TJ", "ashgabat": "TM", "kathmandu": "NP",
    "dhaka": "BD", "colombo": "LK", "naypyidaw": "MM", "bangkok": "TH", "phnom penh": "KH", "vientiane": "LA",
    "kuala lumpur": "MY", "wellington": "NZ", "suva": "FJ", "santiago": "CL", "quito": "EC", "la paz": "BO",
    "asuncion": "PY", "montevideo": "UY", "managua": "NI", "tegucigalpa": "HN", "san salvador": "SV", "havana": "CU",
    "port-au-prince": "HT", "santo domingo": "DO", "the bundestag": "DE", "bundestag": "DE",
    "addis ababa": "ET", "nairobi": "KE", "kigali": "RW", "kinshasa": "CD", "abuja": "NG", "khartoum": "SD",
    "taipei": "TW", "hanoi": "VN", "jakarta": "ID", "belgrade": "RS", "minsk": "BY", "baku": "AZ", "yerevan": "AM",
    "tbilisi": "GE", "oslo": "NO", "stockholm": "SE", "copenhagen": "DK", "the hague": "NL", "lisbon": "PT",
    "athens": "GR", "doha": "QA", "abu dhabi": "AE", "tripoli": "LY", "algiers": "DZ", "rabat": "MA", "bogota": "CO",
    "caracas": "VE", "lima": "PE", "brasilia": "BR", "buenos aires": "AR", "u.s": "US", "us": "US", "uk": "GB",
    "american": "US", "america": "US", "britain": "GB", "british": "GB", "soviet": "RU", "united states": "US",
}  # fmt: skip
"""Governments by the name of their seat, and short names that gazetteers leave out."""

_GROUPS: Final = {
    "isis": "Islamic State", "isil": "Islamic State", "daesh": "Islamic State", "islamic state": "Islamic State",
    "taliban": "Taliban", "hezbollah": "Hezbollah", "hamas": "Hamas", "houthi": "Houthis", "houthis": "Houthis",
    "huthi": "Houthis", "al-shabab": "al-Shabab", "al-shabaab": "al-Shabab", "boko haram": "Boko Haram",
    "wagner": "Wagner",
    "nato": "NATO", "united nations": "United Nations", "african union": "African Union", "ecowas": "ECOWAS",
    "european union": "European Union", "farc": "FARC", "eln": "ELN", "fmln": "FMLN", "pkk": "PKK", "ypg": "YPG",
    "sdf": "SDF", "m23": "M23", "m 23": "M23", "rsf": "RSF",
    "monusco": "United Nations", "unifil": "United Nations", "minusma": "United Nations",
    "minusca": "United Nations", "unmiss": "United Nations", "amisom": "African Union", "atmis": "African Union",
    "kfor": "NATO", "isaf": "NATO", "eufor": "European Union",
    "peshmerga": "Peshmerga", "kurdish": "Kurdish forces", "al-qaeda": "al-Qaeda",
    "rebel": "rebels", "rebels": "rebels", "guerrillas": "guerrillas", "guerrilla": "guerrillas",
    "militants": "militants",
    "separatists": "separatists", "insurgents": "insurgents", "extremists": "extremists", "jihadists": "jihadists",
    "militia": "militia", "government": "government", "opposition": "opposition", "contras": "contras",
    "un": "United Nations", "coalition": "coalition", "regime": "government",
}  # fmt: skip
"""Groups by the words for them; ``government`` and its like only where no country is named."""

ACTORS: dict[str, str] = {**_METONYMS, **_GROUPS}
"""What countries' names leave out: by the words for it, a country's code or a group's name, as facts have it."""

_LISTED: Final = frozenset(key.split()[0] for key in (*_SHIPS, *ACTORS))
"""The first words of all of them."""

_VAGUE: Final = frozenset({"government", "rebels", "guerrillas", "militants", "separatists", "insurgents", "extremists",
                    "jihadists", "militia", "opposition"})  # fmt: skip

_ELSEWHERE: Final = words(
    "in at to from near of into on off for around towards toward against with between outside inside over"
)
"""Behind these a name is where, not who."""

_OWNED: Final = words("its their his her")
_HOLDS: Final = words("put puts putting placed places placing kept keeps keeping has have had ordered with")
_SUBJECT_REACH: Final = 14


class Actors:
    """Reads actors from the place names that were found, and from lists of seats, ships and groups."""

    def __init__(self, text: Text, places: tuple[Place, ...]) -> None:
        found = [place for place in places if place.field == text.field]
        self._starts = [place.start for place in found]
        self._places = found

    def of(self, s: Sentence, force: Force | None, verb: int) -> str | None:
        """Whose ``force`` it is, moved by the verb at that word: named with the force, else the verb's subject."""
        if force is not None:
            named = self._among(s, force.start, force.end, skip_elsewhere=False)
            if named is not None and named not in _VAGUE:
                return named
            subject = self._among(s, max(0, verb - _SUBJECT_REACH), min(verb, force.start), skip_elsewhere=True)
            held = s.word(force.start - 1) in _HOLDS
            owned = held or verb <= force.start or not _OWNED.isdisjoint(s.words[force.start : force.end])
            return subject if subject is not None and owned else named
        return self._among(s, max(0, verb - _SUBJECT_REACH), verb, skip_elsewhere=True)

    def named(self, s: Sentence, at: int) -> str | None:
        """The actor named at the word ``at``: a country's code or a group's name."""
        return self._name(s, at)

    def is_place(self, s: Sentence, at: int) -> bool:
        """Whether a place name stands at the word ``at``, or behind an article there."""
        return self._place(s, at) is not None or (s.word(at) == "the" and self._place(s, at + 1) is not None)

    def is_people(self, s: Sentence, at: int) -> bool:
        """Whether the word ``at`` is the name of a place's people: "Japanese"."""
        place = self._place(s, at)
        return place is not None and place.kind == "demonym"

    def has_place(self, start: int, end: int) -> bool:
        """Whether a place name stands between these original offsets."""
        return last_not_above(self._starts, end - 1) > last_not_above(self._starts, start - 1)

    def is_named(self, text: Text, offset: int) -> bool:
        """Whether the character at that offset belongs to a place name."""
        return self._place_over(text, offset) is not None

    def _among(self, s: Sentence, start: int, end: int, *, skip_elsewhere: bool) -> str | None:
        """The last actor named by the words ``start`` to ``end``, countries before vague groups."""
        vague: str | None = None
        for at in range(end - 1, start - 1, -1):
            if skip_elsewhere and (
                s.word(at - 1) in _ELSEWHERE or (s.word(at - 1) == "the" and s.word(at - 2) in _ELSEWHERE)
            ):
                continue
            name = self._name(s, at)
            if name is None:
                continue
            if name not in _VAGUE:
                return name
            vague = vague or name
        return vague

    def _name(self, s: Sentence, at: int) -> str | None:
        word = s.words[at]
        listed = self._listed(s, at) if word in _LISTED else None
        if listed is not None:
            return listed
        if word == "s" and s.word(at - 1) == "." and s.word(at - 2) == "u":
            return "US"
        return self._country(s, at)

    def _listed(self, s: Sentence, at: int) -> str | None:
        """Whom the lists have for the word at ``at``, or for it and the next."""
        word = s.words[at]
        if word in _SHIPS:
            return _SHIPS[word]
        for key in (f"{word} {s.word(at + 1)}", word):
            if key in _METONYMS and (key != "us" or s.text.text[s.starts[at] : s.stop(at)] == "US"):
                return _METONYMS[key]
            if key in _GROUPS:
                return _GROUPS[key]
        return None

    def _country(self, s: Sentence, at: int) -> str | None:
        place = self._place(s, at)
        return place.country if place is not None and place.kind in {"country", "demonym"} else None

    def _place(self, s: Sentence, at: int) -> Place | None:
        return self._place_over(s.text, s.starts[at]) if 0 <= at < len(s.words) else None

    def _place_over(self, text: Text, offset: int) -> Place | None:
        if not self._places:
            return None
        origin, _ = text.origin(offset, offset + 1)
        near = last_not_above(self._starts, origin)
        return self._places[near] if near >= 0 and self._places[near].end > origin else None
