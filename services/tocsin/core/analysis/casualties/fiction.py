"""Tells deaths in books, films and games from deaths: "has killed 1,400 people, all on paper", "kill 50 enemies"."""

import re
from typing import Final

from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.known import FICTION
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_MADE_UP: Final = re.compile(
    r"\b(?:all|only|but|though|just|mostly|purely|albeit)(?: of them)? (?:on (?:paper|the page|screen|stage)|in "
    r"(?:print|fiction|books|novels|games))\b"
    r"|\bon the (?:printed )?page\b|\bin fiction\b"
    r"|\b(?:in|across|over|throughout) (?:his|her|their|its|the author ?'s|\d+|[a-z]+)(?: [\w-]+){0,2} "
    r"(?:novels|thrillers?|whodunits?|bestsellers?|trilogy)\b"
)
"""What says that it happened in a book or on a screen."""

_PLAYED: Final = re.compile(
    r"\b(?:you|players?|gamers?) (?:must|can|have to|has to|need to|needs to|get to|gets to|are asked to|are told to)\b"
)
"""What a game asks of who plays it."""

_CREATURES: Final = words("zombies zombie orcs goblins vampires villains baddies ghouls undead mutants werewolves")
_FOES: Final = _CREATURES | words("enemies foes monsters bosses robots dragons demons trolls opponents")
"""Whom games and books have killed; the first are nowhere else."""

_NEAR: Final = 5
"""Words from a verb to the last of those whom it kills."""


def is_fiction(s: Sentence, at: int, trigger: Trigger) -> bool:
    """Whether the harm that the word at ``at`` tells is made up."""
    if trigger.form in {"base", "ed", "ing"}:
        foes = _FOES if trigger.form == "base" and _is_asked(s, at) else _CREATURES
        for word in s.words[at + 1 : at + _NEAR]:
            if word in foes:
                return True
    if not s.marks & FICTION:
        return False
    if trigger.form == "base" and _PLAYED.search(" ".join(s.words[:at])):
        return True
    return _MADE_UP.search(" ".join(s.words)) is not None


def _is_asked(s: Sentence, at: int) -> bool:
    """Whether the verb has nobody before it who does it: "Hollow Front: kill 50 enemies"."""
    return at == 0 or not s.words[at - 1][-1].isalnum()
