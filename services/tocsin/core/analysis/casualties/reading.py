"""What one word of harm says in its sentence."""

from typing import Literal

from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.phrase import Phrase

Voice = Literal["active", "passive", "describing", "act", "count", "toll"]
"""Who is hurt is the verb's object, its subject, the noun it describes, the noun's owner, or only counted."""


class Reading:
    """The word at ``at`` says that ``victims`` were hurt, by ``actors`` as far as it tells. From ``own`` on the words
    are part of what it says, so that the "none" of "none survived" denies nothing; -1 where only the word itself is.
    ``whole`` is how many the text counts in all, where the victims are some of these.
    """

    __slots__ = ("actors", "at", "own", "trigger", "victims", "voice", "whole")

    def __init__(  # noqa: PLR0917 - the word, and what it says
        self,
        at: int,
        trigger: Trigger,
        victims: list[Phrase],
        voice: Voice,
        actors: list[Phrase],
        own: int = -1,
        whole: int | None = None,
    ) -> None:
        self.at = at
        self.trigger = trigger
        self.victims = victims
        self.voice: Voice = voice
        self.actors = actors
        self.own = own
        self.whole = whole

    def but(
        self,
        *,
        at: int | None = None,
        trigger: Trigger | None = None,
        victims: list[Phrase] | None = None,
        whole: int | None = None,
    ) -> "Reading":
        """The same reading of another word, or of others."""
        return Reading(
            self.at if at is None else at,
            self.trigger if trigger is None else trigger,
            self.victims if victims is None else victims,
            self.voice,
            self.actors,
            self.own,
            self.whole if whole is None else whole,
        )
