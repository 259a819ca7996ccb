"""Towns that fall without a word of who takes them: "Severodonetsk fell after its last defenders left"."""

from typing import Final

from tocsin.core.analysis.casualties.names import FIRST_NAMES
from tocsin.core.analysis.deployments.actors import Actors
from tocsin.core.analysis.deployments.takers import SIEGE, is_faction
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.lexicon import words

FALLEN_SITES: Final = words("town city village base capital province district port airport stronghold garrison bastion")
FALL_WORDS: Final = words(
    "could may might will would soon risks risk is are was were be been "
    "about to expected likely set poised going certain bound due must can should "
    "remains remained firmly still has have had not yet now already finally also since again"
)

_LEADS: Final = words("""
    at in near from on during after with to by for against around outside as than when while before since and
""")
"""Before a name these tell where something else falls."""


def town_fallen(s: Sentence, at: int, end: int, actors: Actors) -> int | None:
    """The town that "fell on Saturday", or "could fall within days", where a fight is told of."""
    if s.word(end) not in _AFTER_FALL or s.words[at] == "not":
        return None
    near = at - 1
    while near >= 0 and (s.words[near] in FALL_WORDS or s.words[near] == "on"):
        near -= 1
    if near < 0 or s.word(near - 1) in _LEADS or (s.word(near - 1) == "," and near >= _SECOND):
        return None
    fought = any(is_faction(s, i) or _tells_of_siege(s, i) for i in range(len(s.words)))
    town = fought and s.word(near - 1) in {"", "that"} and s.words[near] not in FIRST_NAMES and s.is_capital(near)
    named = (actors.is_place(s, near) and not actors.is_people(s, near)) or (town and not s.text.all_caps)
    site = s.word(near) in FALLEN_SITES
    fought = fought or s.word(end) == "within" or any(word in SIEGE for word in s.words)
    first = near - 1 if named and s.is_capital(near - 1) and near > 1 else near
    return first if (named or site) and fought else None


def _tells_of_siege(s: Sentence, at: int) -> bool:
    """Whether the word is of sieges alone; teams have defenders and fight battles as well."""
    if s.words[at] == "defenders":
        return s.word(at - 1) in {"its", "last"}
    return s.words[at] in SIEGE and s.words[at] not in _OF_PLAY


_OF_PLAY: Final = words("defenders resistance battle offensive assault onslaught surrender")
_SECOND: Final = 2
_AFTER_FALL: Final = frozenset({".", ",", ";", ""}) | words("""
    on after within without at before late early last yesterday this today in when following quickly easily overnight
""")
"""What follows "fell" where a town does."""
