"""What one word of harm says in its sentence."""

from typing import Literal, NamedTuple

from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.phrase import Phrase

Voice = Literal["active", "passive", "describing", "act", "count", "toll"]
"""Who is hurt is the verb's object, its subject, the noun it describes, the noun's owner, or only counted."""


class Reading(NamedTuple):
    """The word at ``at`` says that ``victims`` were hurt, by ``actors`` as far as it tells. From ``own`` on the words
    are part of what it says, so that the "none" of "none survived" denies nothing; -1 where only the word itself is.
    ``whole`` is how many the text counts in all, where the victims are some of these.
    """

    at: int
    trigger: Trigger
    victims: list[Phrase]
    voice: Voice
    actors: list[Phrase]
    own: int = -1
    whole: int | None = None
