"""Tells who can have done it."""

from typing import Final

from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_FORCES: Final = words("""
    army armies force forces navy police squad squads government regime militia militias cartel cartels gang gangs group
    groups brigade brigades mob troops coalition junta patrol patrols unit units battalion command faction factions
    movement organization organisation front commando commandos column warplanes jets
""")


def is_actor(s: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase can be who did it: people, an armed force, or a name; not a place after a preposition."""
    if phrase.sort == "person":
        return s.tag(phrase.start) not in "uU"
    if s.tag(phrase.start - 1) in "oi":
        return False
    if s.word(phrase.end - 1) in _FORCES or all(map(s.capital, range(phrase.start, phrase.end))):
        return True
    return phrase.sort == "unknown" and s.tag(phrase.end - 1) in "xf" and (phrase.name or s.capital(phrase.start))
