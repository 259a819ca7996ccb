"""Reads a force: its noun phrase, how many, and whether it is one at all."""

from typing import Final

from tocsin.core.analysis.deployments.armed import ARMED_WORDS, CARGO, COLLECTIVES
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.lexicon import words
from tocsin.core.analysis.numbers import is_number, read_quantity


class Force:
    """The words ``start`` to ``end`` of a sentence that name a force; ``sure`` when they alone say that it is armed."""

    __slots__ = ("end", "name", "number", "start", "sure")

    def __init__(self, start: int, end: int, name: str, number: int | None, *, sure: bool) -> None:
        self.start = start
        self.end = end
        self.name = name
        self.number = number
        self.sure = sure


_CLOSED: Final = words("""
    to of in on at by for from with without into onto over under after before during since until against between among
    through across near off around along within towards toward about as and or but nor if that which who whom whose when
    where while because than then is are was were be been being am do does did has have had having will would can could
    may might must shall should not says said say saying told announced reported added confirmed it he she they we you
    day i them him us there here what how why however also so too yet still up down out back away only denies denied
""") - {"us"}
"""Words that end a noun phrase on its left."""

_BEFORE_NUMBERS: Final = words("than least about over nearly almost some around up most only to")
"""Of these, what may stand before a number in a phrase ("more than 130 guards")."""

_ATTRIBUTES: Final = words("""
    armed armoured armored mechanised mechanized unmanned uniformed masked camouflaged guided allied united backed led
    based combined trained seasoned remaining fighting peacekeeping invading advancing retreating visiting occupying
    opposing supporting missing camouflaged hundred thousand seed red
""")
"""Words in -ed and -ing that describe a force; others are verbs."""

_LONGEST: Final = 8
_DETERMINERS: Final = words("the a an no its their his her our my your these those this that another any every each")
"""With one of these a noun phrase begins."""

_PHRASE: Final = 3
"""Words of the longest verb that may end inside what looks like a noun phrase."""

_VERBS: Final = frozenset({"move", "ask", "seize", "base", "noun", "fall", "state", "with"})
_STRONG_ONES: Final = words("detachment contingent force garrison")
_STRONG: Final = words("strong member man")
"""Told how strong it is, one of those is an armed force: "its 160-strong detachment"."""

_MASTERS: Final = words("wagner houthi taliban hezbollah hamas rebel militia cartel")
"""Whose "men" are fighters."""

_ONE: Final = words("a an one single another")


def read_force(s: Sentence, at: int) -> Force:
    """The force whose noun begins at the word ``at``."""
    end, term = s.terms[at]
    start = at
    while start > 0 and at - start < _LONGEST and _belongs(s, start - 1):
        start -= 1
        if s.words[start] in _DETERMINERS:
            break
    for near in range(max(0, start - _PHRASE), at):
        found = s.terms.get(near)
        if found is not None and found[1].role in _VERBS and found[0] <= at:
            start = max(start, found[0])
    number = next((n for n in range(start, at + 1) if is_number(s.words[n]) and s.words[n] not in _ONE), None)
    quantity = read_quantity(s.words, number) if number is not None else None
    count = None
    if quantity is not None and quantity.start <= at:
        start = min(start, quantity.start)
        count = quantity.min if quantity.min is not None else quantity.max
    elif not s.words[end - 1].endswith("s") and term.value not in {"troops", "artillery", "army", "special forces"}:
        count = 1
    strong = s.words[at] in _STRONG_ONES and not _STRONG.isdisjoint(s.words[start:at])
    marks = ARMED_WORDS if s.words[at] != "men" else _MASTERS
    armed = any(word in marks for word in s.words[start:at])
    sure = strong or armed or term.role == "force"
    return Force(start, end, term.value, count, sure=sure and not _is_civil(s, end))


def is_force(s: Sentence, at: int) -> bool:
    """Whether a force's noun begins at the word ``at``, and does not merely describe the next word ("army chief")."""
    found = s.terms.get(at)
    if found is None or found[1].role not in {"force", "weak"}:
        return False
    if s.word(at - 1) in {"suicide", "anti"} or (s.word(at - 1) == "-" and s.word(at - 2) == "anti"):
        return False
    following = s.word(found[0])
    led = s.words[at] == "volunteers" and s.word(at - 1) == "of" and s.word(at - 2) in COLLECTIVES
    made = s.word(at - 1) in _MADE or s.word(at - 2) in _MADE
    if led or made or (following == "of" and s.words[at] == "tanks"):
        return False
    if following in _MEMBERS and any(is_number(s.words[near]) for near in range(max(0, at - _COUNT_REACH), at)):
        return True
    if found[1].value in _SERVICES and following.isalpha() and following not in _CLOSED and found[0] not in s.terms:
        return following.endswith("ed") or following in _DOES
    return following not in _OFFICES and not _is_civil(s, found[0])


_MADE: Final = words(
    "plastic clockwork chocolate cardboard tin lego plush toy miniature model knitted gingerbread cuddly"
)
"""Of these no force is made."""

_MEMBERS: Final = words("members men soldiers troops")
_COUNT_REACH: Final = 3
"""Words from a number to the force that its members are of: "600 National Guard members"."""

_DOES: Final = words("""
    intends plans wants hopes aims seeks refuses expects vows threatens began begins took takes went goes came left
    fled quit sent sends kept keeps held holds won lost put withdrew drew drove drives made makes rejects denies
    stands stood fell gave gives brought brings built builds needs continues rolls moves pulls pushes enters
    storms seizes captures claims marches
""")
"""Behind a service's name these tell what it does: "the army intends to", against "army positions"."""

_SERVICES: Final = frozenset({"army", "navy", "air force"})
"""Before another noun these only describe it: "army positions"."""

_OFFICES: Final = words("""
    spokesman spokeswoman spokesperson chief chiefs commander commanders officer officers official officials general
    sources source leader leaders minister ministry headquarters base bases court courts council junta ruler rulers
    statement communique hospital barracks doctor doctors families family veteran veterans intelligence coup
    operation operations exercise exercises drills aid wing post posts camp camps academy budget analyst analysts
    attache deserter deserters member members wives vets jeep fatigues uniform uniforms government regime dictatorship
    strikes strike attack attacks fire raid raids crimes police industry sales programme program plant site sites
""")
"""Behind a force's noun these are what is meant: "army chief"."""


def _belongs(s: Sentence, at: int) -> bool:
    word = s.words[at]
    if not (word[0].isalnum() or word == "-"):
        return word == "." and len(s.word(at - 1)) == 1
    if word in _CLOSED:
        return word in _BEFORE_NUMBERS and at + 1 < len(s.words) and is_number(s.words[at + 1])
    found = s.terms.get(at)
    if found is not None and found[1].role in _VERBS:
        return False
    return not (word.endswith(("ed", "ing", "ly")) and word not in _ATTRIBUTES and not s.is_capital(at))


def _is_civil(s: Sentence, end: int) -> bool:
    """Whether "of" and what no force is made of follow a collective: "an army of volunteers"."""
    if s.word(end) != "of":
        return False
    if s.word(end - 1) not in COLLECTIVES:
        led, crowd = s.word(end - 1), s.word(end + 1)
        led = "army" if led == "armies" else led.removesuffix("s")
        return (
            led in COLLECTIVES
            and crowd.endswith(("s", "children", "people", "women"))
            and crowd not in CARGO
            and crowd[0].isalpha()
            and not (s.is_capital(end + 1) or (end + 1) in s.terms or crowd in _DETERMINERS)
        )
    for at in range(end + 1, min(end + 5, len(s.words))):
        if s.words[at] in CARGO or is_number(s.words[at]):
            return False
    return True
