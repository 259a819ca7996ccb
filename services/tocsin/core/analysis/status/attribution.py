"""Who says so: the words that name a fact's source."""

import re
from typing import Final

from tocsin.core.analysis.lexicon import Hit, words
from tocsin.core.analysis.lexicon.either import grouped
from tocsin.core.analysis.status.cues import CueKind

_SOURCE_KINDS: Final = frozenset({"say", "hearsay", "denial", "falsity"})

_VERBS: Final = words("""
    said says say saying told tells reported reports reporting announced announces announcing confirmed confirms added
    adds stated states declared noted notes claimed claims claim alleged alleges allege insisted explained tweeted wrote
    recounted recounts described describes
    quoted cited estimated estimates acknowledged admitted revealed indicated disclosed testified informed maintains
    asserted affirmed pointed warned warns denied denies put puts
""")

_LONGEST: Final = 90
"""Code points of the words that name a source; a longer clause is no name."""

_JOINTS: Final = ("but ", "and ", "while ", "as ", "that ")
"""Behind one of these a subject begins, unless a mark stands between them."""

_MARKS: Final = ',;:"'
_END: Final = re.compile(r'[;:."]|,(?!\d)|\b(?:that|who|which|and|in|on|at|after|as|but|to|when|while|by)\b|$')

_PARTISAN: Final = re.compile(
    r"\b"
    + grouped(
        r"rebels?|militants?|insurgents?|guerrillas?|separatists?|jihadists?|extremists?|islamists?|activists?|"
        r"opposition|opponents?|exiles?|dissidents?|junta's|al-shabaa?b|taliban|hezbollah|hamas|houthis?|islamic state|"
        r"isis|boko haram|the (?:group|movement|gang|cartel|militia)|web ?sites?|blogs?|bloggers?|leaflets?|facebook|"
        r"telegram|videos?|online|twitter|"
        r"(?:an?|one|another|the) (?:[\w-]+ ){0,2}?(?:shopkeeper|shepherd|herder|herdsman|farmer|trader|"
        r"fisherman|villager|neighbou?r|(?:eye)?(?<!reuters )(?<!afp )witness|defector|deserter|passer-by|smuggler|"
        r"monk|relative)\b(?! (?:agency|council|union))|"
        r"(?:a|one|another) (?:resident|local|refugee|driver|nephew|brother-in-law)\b(?! \w+ (?:agency|coordinator))|"
        r"who (?:had )?(?:got away|escaped|fled|hid|saw|witnessed)|"
        r"farmers(?!')|neighbou?rs|villagers|residents|townspeople|locals|inhabitants|refugees|(?:eye)?witnesses|onlookers|passers-by|"
        r"fishermen|herders|shepherds|herdsmen|traders|travell?ers|shopkeepers|lorry drivers|truck drivers|relatives|"
        r"defectors|deserters|smugglers|parishioners|monks|survivors|resistance|"
        r"rights (?:group|body|watchdog|monitor|organi[sz]ation)s?|exiled? (?:group|association|body|community)|"
        r"human rights group|"
        r"(?:splinter|armed|shadowy|little-known|militant|jihadist) group|diplomats?|"
        r"the (?:junta|front|brigade)|commanders|warlords?|pamphlets?|posters?|callers?|bulletin|word|"
        r"gunmen|fighters|mutineers|gossip|cousin|uncle|bystanders?|peasants?|"
        r"(?:local|state|exile|rebel) (?:radio|"
        r"media|television|tv|newspapers?|papers?|station|channel)|propaganda|secessionists?|mujahideen|social media|"
        r"according to (?:an? |the )?(?:\w+ ){0,3}(?:news agency|newspapers?|tabloids?|magazine|media|"
        r"press reports?|daily|weekly|"
        r"channel)"
    )
    + r"\b"
)


def find_source(folded: str, sentence: tuple[int, int], hits: list[Hit[CueKind]], at: int) -> tuple[int, int] | None:
    """(start, end) of the words that say who stands behind the fact at ``at``: "police said", "according to X"."""
    best: tuple[int, int] | None = None
    for hit in hits:
        if hit.what == "according":
            best = hit.start, _forward(folded, hit.end, sentence[1])
            break
        if (
            hit.what in _SOURCE_KINDS
            and (best is None or hit.end <= at)
            and _first_word(folded, hit) in _VERBS
            and not folded.endswith(_PASSIVE, max(0, hit.start - _BE_REACH), hit.start)
        ):
            best = _around(folded, sentence, hit, at) or best
    return best


_BE_REACH: Final = 6
_PASSIVE: Final = (" was ", " were ", " been ", " be ")
"""Behind these a verb of saying tells of somebody: "were declared missing"."""


def is_partisan(source: str) -> bool:
    """Whether these words name a side of the conflict, whose word alone proves little."""
    return _PARTISAN.search(source) is not None


def _first_word(folded: str, hit: Hit[CueKind]) -> str:
    return folded[hit.start : hit.end].partition(" ")[0]


def _around(folded: str, sentence: tuple[int, int], hit: Hit[CueKind], at: int) -> tuple[int, int] | None:
    """The subject before a verb of saying, with the verb; or the one behind it where none stands before."""
    first = max(sentence[0], hit.start - _LONGEST)
    begin = _clause_begin(folded, first, hit.start)
    if folded[begin : hit.start].strip() == "":
        named = _before_apposition(folded, first, hit.start) if at > hit.end else None
        if named is not None and (named > first or first == sentence[0]):
            return named, hit.start + len(_first_word(folded, hit))
        stop = _forward(folded, hit.end, sentence[1])
        return (hit.start, stop) if stop > hit.end else None
    while folded[begin] == " ":
        begin += 1
    if (begin == first and first > sentence[0]) or _is_aside(folded, begin, hit, at):
        return None
    return begin, hit.start + len(_first_word(folded, hit))


def _clause_begin(folded: str, first: int, end: int) -> int:
    """Where the clause begins that goes on to ``end``: behind the last mark or joining word from ``first`` on."""
    mark = max([folded.rfind(sign, first, end) for sign in _MARKS])
    begin = -1
    for joint in _JOINTS:
        at = folded.rfind(joint, max(first, mark + 1), end)
        while at > 0 and (folded[at - 1].isalnum() or folded[at - 1] == "_"):  # part of another word
            at = folded.rfind(joint, max(first, mark + 1), at)
        if at >= 0:
            begin = max(begin, at + len(joint))
    if begin >= 0:
        return begin
    while mark >= 0 and folded[mark] == "," and folded[mark + 1 : min(mark + 2, end)].isdecimal():
        mark = max([folded.rfind(sign, first, mark) for sign in _MARKS])  # a comma inside a number
    return mark + 1 if mark >= 0 else first


def _is_aside(folded: str, begin: int, hit: Hit[CueKind], at: int) -> bool:
    """Whether it is told only beside the fact that somebody spoke: "..., a day after the rebels said they had"."""
    beside = hit.start > at or folded.find(",", hit.end, at) >= 0
    return beside and _TIME_CLAUSE.search(folded, begin, hit.start) is not None


_TIME_CLAUSE: Final = re.compile(r"\b(?:after|before|since|until|when|while|because)\b")


def _before_apposition(folded: str, first: int, at: int) -> int | None:
    """Where the subject begins that stands before a name between commas: "the spokesman, Nasrat Rahimi, said"."""
    end = folded.rfind(",", first, at)
    comma = folded.rfind(",", first, end) if end > 0 else -1
    if comma < 0:
        return None
    begin = _clause_begin(folded, first, comma)
    while folded[begin] == " ":
        begin += 1
    return begin if begin < comma else None


def _forward(folded: str, start: int, end: int) -> int:
    found = _END.search(folded, start + 1, min(end, start + _LONGEST))
    stop = found.start() if found else min(end, start + _LONGEST)
    while stop > start and folded[stop - 1] == " ":
        stop -= 1
    return stop
