"""Tells lost matches and bad decisions from blows: "beaten in straight sets", "hurt by the ruling"."""

from typing import Final

from tocsin.core.analysis.casualties.ahead import phrase_from
from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.manner import manners
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words


def is_figure(s: Sentence, at: int, trigger: Trigger) -> bool:
    """Whether nobody is hurt or taken for all that the verb at ``at`` says."""
    if trigger.form == "ed" and any(_is_score(s, i) for i in range(at + 2, min(at + _SCORED, s.size))):
        return True  # "crushed Getafe 6-0"
    if trigger.kind == "injured":
        return _is_lost_match(s, at)
    if trigger.kind == "captured":
        return _in_play(s)
    return trigger.form == "ing" and (_entitles(s, at) or (s.words[at] == "killing" and _is_ache(s, at)))


def _is_score(s: Sentence, at: int) -> bool:
    """Whether a score stands here, behind the name of the beaten."""
    score = s.words[at].isdigit() and s.word(at + 1) == "-" and s.word(at + 2).isdigit()
    return score and s.tag(at - 1) in "fx" and s.tag(at + 3) in ",;ilcT"


_SCORED: Final = 6

_UNHURT_BEHIND: Final = words("off back in into at for on to out")
_INDOORS: Final = words("custody prison jail detention hospital police the his her their front public a")


def _is_lost_match(s: Sentence, at: int) -> bool:
    """Whether a verb of hurting tells of a lost match or a bad decision: "beaten in straight sets", "hurt by rates"."""
    word, after = s.words[at], s.word(at + 1)
    if word == "hurting" and s.tag(back_over(s, at - 1, "rz")) == "e":
        return True  # "some are hurting the president": nobody strikes for so long
    if word in _BEATEN:
        return (after in _UNHURT_BEHIND and s.word(at + 2) not in _INDOORS) or after[:1].isdigit()
    if word not in _FIGURED or after != "by":
        return False
    doer = phrase_from(s, at + 2)
    if doer is None or doer.sort in {"person", "number"}:
        return False
    return not manners(s.words[at + 2 : doer.end + 2]) and _HARMFUL.isdisjoint(s.words[at + 2 : doer.end + 1])


_BEATEN: Final = words("beaten whipped punched pummelled pummeled")
_FIGURED: Final = words(
    "stung hurt wounded battered bruised crushed burned burnt scalded crippled blinded slashed mauled savaged"
)
_HARMFUL: Final = words("""
    car bus train truck lorry tram van vehicle motorcycle plane helicopter debris glass shrapnel splinters stone stones
    rock rocks tree branch wall roof crane machine dog bear shark lion tiger crocodile elephant bull horse steam acid
    oil water flames smoke masonry rubble brick bricks bottle bottles fireworks firework ice hail wave waves animal
    petrol falling flying bees wasps hornets jellyfish scorpions police troops army soldiers thugs mob crowd
    attackers guards pieces fragments
""")
"""What does hurt people, beside people and weapons."""


_WORKS: Final = words("""
    band film movie album novel series drama thriller comedy opera musical song single game show trio quartet duo play
    quintet group label podcast sitcom franchise
""")
_APPOSED: Final = 9


def _entitles(s: Sentence, at: int) -> bool:
    """Whether the word begins the name of a band, book or film, as told behind it: "Killing Joke, the rock band"."""
    if at + 1 >= s.size or not (s.capital(at) and s.capital(at + 1)):
        return False
    comma = next((i for i in range(at + 2, min(at + 5, s.size)) if s.tag(i) == ","), None)
    told = comma is not None and s.tag(comma + 1) in "ad"
    return told and comma is not None and not _WORKS.isdisjoint(s.words[comma + 2 : comma + _APPOSED])


_LIMBS: Final = words(
    "feet foot legs leg back knee knees head shoes heels teeth tooth eyes neck shoulder shoulders hip"
)
_ACHES: Final = words("me us him her them")


def _is_ache(s: Sentence, at: int) -> bool:
    """Whether it is aching limbs that "are killing" somebody."""
    return s.word(at + 1) in _ACHES and s.tag(at - 1) == "e" and s.word(at - 2) in _LIMBS


_GAME: Final = words("""
    chess pawn pawns rook rooks checkmate ace aces trumps trump grandmaster draughts backgammon mahjong checkers
""")


def _in_play(s: Sentence) -> bool:
    """Whether what is captured is a piece or a card."""
    return not _GAME.isdisjoint(s.words)
