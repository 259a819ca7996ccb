"""Who takes a place: a force, a faction, or a people behind "by"."""

from typing import Final

from tocsin.core.analysis.deployments.actors import Actors
from tocsin.core.analysis.deployments.forces import Force, is_force, read_force
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_REACH: Final = 10
_BY_REACH: Final = 6

FACTIONS: Final = words("""
    rebels rebel pirates corsairs mutineers commanders generals attackers raiders loyalists clansmen tribesmen
    warlord warlords cartel sides general commander marshal emperor sultan tsar legions king
    militants guerrillas insurgents fighters jihadists extremists separatists militia militias militiamen
    gunmen army forces troops soldiers taliban isis isil daesh houthis islamists paramilitaries regulars units marines
    commandos paratroopers allies alliance coalition junta contras hezbollah hamas
    movement m23 houthi rsf wagner farc pkk houthis
    group groups crusaders vikings
""")
PEOPLES: Final = words("""
    mongols ottomans romans saxons normans turks germans japanese british soviets nazis spanish french americans
    britons ukrainians israelis iranians kurds serbs croats turks azeris armenians georgians ethiopians
    eritreans italians poles prussians austrians dutch confederates visigoths huns franks arabs berbers aztecs zulus
    vandals goths
    russians chinese moors swedes danes normans persians greeks
""")
SIEGE: Final = words("""
    siege besieged encircled encirclement defenders garrison offensive assault onslaught bombardment shelling resistance
    battle counter-offensive counteroffensive frontline invaders besiegers ceasefire surrender
""")
"""Beside one of these a town that "fell" was taken."""
_WALLS: Final = frozenset(";:") | words("after before while when but as since until because")
"""Who takes is not looked for across these."""


def taker(s: Sentence, at: int, end: int, actors: Actors) -> Force | None:
    """Who does what the verb at the words ``at`` to ``end`` says: named before it, or behind "by"."""
    for near in range(at - 1, max(-1, at - _REACH), -1):
        if s.words[near] in _WALLS:
            break
        found = _faction(s, near)
        if found is not None:
            return found
    for near in range(end, min(end + _REACH, len(s.words))):
        if s.words[near] == "by":
            return _behind_by(s, near + 1, actors)
    return None


def is_faction(s: Sentence, at: int) -> bool:
    """Whether a force or faction is named at the word ``at``."""
    return s.words[at] in FACTIONS or s.words[at] in PEOPLES or is_force(s, at)


def _behind_by(s: Sentence, start: int, actors: Actors) -> Force | None:
    for near in range(start, min(start + _BY_REACH, len(s.words))):
        found = _faction(s, near)
        if found is not None:
            return found
        if actors.named(s, near) is not None:
            return Force(near, near + 1, "troops", None, sure=True)
    return None


def _faction(s: Sentence, at: int) -> Force | None:
    if is_force(s, at):
        return read_force(s, at)
    if s.words[at] in FACTIONS or s.words[at] in PEOPLES or (s.words[at] == "m" and s.word(at + 1) == "23"):
        return Force(at, at + 1, "fighters", None, sure=True)
    return None
