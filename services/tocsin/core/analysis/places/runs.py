"""Runs of capitalised words ("Deir ez-Zor", "University of Texas", "U.S. President Obama"): names stand in them."""

import re

from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.gazetteer.layout import LANGUAGE

_ASCII = "A-Z"
_LATIN = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x250) if chr(code).isupper()) + "\u1e00-\u1eff"
"""Capitals; Latin Extended Additional mixes both cases and counts as a whole."""

_ARTICLES = "al|el|ad|ar|as|ash|at|an|az|ez|es|ed|ul|ur|bin|ben"
_PARTICLES = (
    "of|of the|de|de la|de los|de las|del|la|las|los|le|les|da|do|dos|das|di|du|des|der|den|van|van der|von|al|el|y|e|i"
)
_JOINED = (
    "al|el|ez|es|ed|ad|ar|as|ash|az|at|an|on|upon|sur|sous|le|les|la|de|du|des|en|au|aux|am|ob|in|under|the|by|a|and|ul"
)
_STOPPED = """
    St Mt Ft Pt Lt Dr Mr Ms La Md Mo Pa Vt Va Ky Ga Gen Col Sgt Maj Cpl Pvt Adm Gov Sen Rep Mrs Rev Hon Sec Amb Det Ste
    Sta Sto Ala Ark Cal Del Fla Ill Ind Kan Neb Nev Ore Tex Wis Wyo Ont Que Man Dem Capt Cmdr Brig Prof Pres Supt Insp
    Ariz Colo Conn Kans Mass Mich Minn Miss Mont Nebr Okla Penn Tenn Wash Wisc Sask Alta Nfld Calif
"""
"""Words whose full stop belongs to them."""

_AND = (
    "Herzegovina|Tobago|Barbuda|Labrador|Kashmir|Wear\\b|Baluch|Baloch|Caicos|Nevis|Futuna|Kinross|Samaria|Hove\\b"
    "|Galloway|Maidenhead|Cleveland|Nicobar|Down\\b|Fulham|Chelsea|Bute\\b|Principe|Pr\u00edncipe|the[ ]Grenadines"
)
"""Second halves of names that hold an "and"."""

_OPENERS = """
    The In At On From Near To Of For By With As And But Or If When While After Before Since Until During Although
    Though Because Across Around Outside Inside Through Throughout Between Over Under About Against Into Within Toward
    Towards A An This That These Those Some Many Most All Both Each Every No Another Other His Her Their Its Our My
    Your He She It They We You There Here Now Then Today Yesterday Meanwhile However Like Unlike Despite Once Where
    What Why How Also Still Even Only Just So Yet Nor Not Is Are Was Were Will Would Could Should Has Have Had Did Does
    Do Can May Northern Southern Eastern Western Northeastern Northwestern Southeastern Southwestern Downtown Nearby
    Former Neighboring Neighbouring
"""
_KEPT = re.compile(
    "Hague|Gambia|Bahamas|Dalles|Ireland|Cape|Territory|Europe|Africa|Australia|Asia|Cyprus|Bahr|Darfur|Cameroon|Isles"
    "|Mariana|Samoa|Sahara"
)
"""What makes a name together with an opener ("The Hague", "Northern Ireland")."""

_OPENING = frozenset(_OPENERS.split())
"""Words whose capital only says that they begin a sentence or a heading, and so no name."""


def _pattern(capitals: str) -> "re.Pattern[str]":
    """A run begins with a capital, so that the search skips all else at once."""
    behind = "|".join(rf"(?<=\b{word})" for word in _STOPPED.split())
    stop = rf"(?=\.)(?:{behind})\."
    pair = rf"(?:(?<=[a-z])[ ]and[ ](?={_AND})(?:the[ ])?[{capitals}]\w*)?"
    rest = (
        rf"(?:(?:\.[{capitals}][a-z]{{0,2}})+\.?|\.(?=[ ][{capitals}])"
        rf"|\w*(?:'(?![sS]\b)\w+|(?<=\bPeople)'s(?=[ ]Republic))*(?:{stop})?){pair}"
    )
    joint = (
        rf"(?:[ -](?=[{capitals}])|[ ](?:{_PARTICLES})[ ](?=[{capitals}])|[ ](?:{_ARTICLES})-(?=[{capitals}])"
        rf"|-(?:{_JOINED})-(?=[{capitals}])|[ ](?:d|l|dell|t)'(?=[{capitals}]))"
    )
    return re.compile(rf"[{capitals}](?<![\w'&].){rest}(?:{joint}[{capitals}]{rest})*")


_RUN_ASCII = _pattern(_ASCII)
_RUN_LATIN = _pattern(_LATIN)
_ARTICLE_BEFORE = re.compile(rf"(?<![\w-])(?:{_ARTICLES})-\Z")
_TOKEN = re.compile(r"[^\s/-]+")


class Token:
    """One word of a run: its place in the run, its key for look-up, and what the gazetteer knows of it: ``traits``, and
    of these, what it is in the language, and how often a given name and a surname.
    """

    __slots__ = ("common", "end", "given", "key", "known", "start", "surname", "text", "traits")

    def __init__(self, start: int, text: str, gazetteer: Gazetteer) -> None:
        self.start = start
        self.end = start + len(text)
        self.key, traits = gazetteer.read(text)
        self.text = text
        self.traits = traits
        self.known = traits & LANGUAGE != 0
        self.common = traits >> 8 & 15
        self.given = traits >> 4 & 15
        self.surname = traits & 15


def find_runs(text: str) -> list[tuple[int, str]]:
    """(Offset, words) of each run, in order; what merely begins a sentence ("In Iraq") is left out."""
    kept: list[tuple[int, str]] = []
    if not text:
        return kept
    for found in (_RUN_ASCII if text.isascii() else _RUN_LATIN).finditer(text):
        start, run = _with_article(text, found.start(), found[0])
        skipped, space = 0, run.find(" ")
        while space > 0 and run[skipped:space] in _OPENING and not _KEPT.match(run, space + 1):
            skipped = space + 1
            space = run.find(" ", skipped)
        kept.append((start + skipped, run[skipped:]))
    return kept


def _with_article(text: str, start: int, run: str) -> tuple[int, str]:
    """A run and where it begins, with the article before it: "al-" of "al-Qaim"."""
    if start and text[start - 1] == "-":
        article = _ARTICLE_BEFORE.search(text, max(0, start - 5), start)
        if article:
            return article.start(), article[0] + run
    return start, run


def tokens(run: str, gazetteer: Gazetteer) -> tuple[Token, ...]:
    """The words of a run; hyphens and spaces part them."""
    if "-" in run or "/" in run:
        return tuple([Token(found.start(), found[0], gazetteer) for found in _TOKEN.finditer(run)])
    found_words: list[Token] = []
    at = 0
    for text in run.split():
        start = run.find(text, at)
        word = Token(start, text, gazetteer)
        found_words.append(word)
        at = word.end
    return tuple(found_words)
