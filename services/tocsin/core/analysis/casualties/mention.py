"""One statement that people were hurt, with its status."""

from typing import Final

from tocsin.core.analysis.casualties.actors import is_actor
from tocsin.core.analysis.casualties.joined import joined_passive
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.severity import worse_hurt
from tocsin.core.analysis.casualties.standing import standing
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.casualties.triggers import TO_DEATH
from tocsin.core.analysis.lexicon import words
from tocsin.core.analysis.status import RANK, Assertion, Statuses
from tocsin.core.analysis.text import Text
from tocsin.core.model.analysis import CasualtyKind, Status

_INSERTED: Final = 6
"""With more words than these between victims and verb, the verb alone is asked for its status."""

_TAKES_UP: Final = words("the this that these those")
"""Words that begin a phrase about someone told before."""

_PART_OF: Final = words("including among whom which")
"""Words before some of those told before, who are no more victims."""


class Mention:
    """One statement that people were hurt, at ``start`` to ``end`` of the text as read.

    ``heads`` are the words that tell who: a name's words, or the noun. ``known`` says that the words take up someone
    ("the officer", "he"), ``part`` that the amount is of a larger one ("two of them"), ``whole`` of how many ("two of
    the nine"), ``worse`` that these may be some of the hurt ("three were seriously injured"), ``weak`` that the word
    leaves open whether more came of it ("shot"), ``quiet`` that one named person died and nothing tells of what.
    """

    __slots__ = (
        "actors",
        "assertion",
        "end",
        "heads",
        "kind",
        "known",
        "manner",
        "max",
        "min",
        "name",
        "part",
        "quiet",
        "start",
        "text",
        "total",
        "victims",
        "weak",
        "whole",
        "worse",
    )

    def __init__(  # noqa: PLR0917 - a statement's parts
        self,
        text: Text,
        start: int,
        end: int,
        kind: CasualtyKind,
        min: int | None,  # noqa: A002 - the model's own name
        max: int | None,  # noqa: A002 - the model's own name
        total: int | None,
        victims: str,
        actors: str | None,
        manner: str | None,
        assertion: Assertion,
        heads: frozenset[str],
        *,
        name: bool,
        known: bool,
        part: bool,
        worse: bool,
        whole: int | None,
        weak: bool,
        quiet: bool,
    ) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.kind: CasualtyKind = kind
        self.min = min
        self.max = max
        self.total = total
        self.victims = victims
        self.actors = actors
        self.manner = manner
        self.assertion = assertion
        self.heads = heads
        self.name = name
        self.known = known
        self.part = part
        self.worse = worse
        self.whole = whole
        self.weak = weak
        self.quiet = quiet

    def again(self) -> "Mention":
        """The same statement once more, of which something may then be said otherwise."""
        return Mention(
            self.text,
            self.start,
            self.end,
            self.kind,
            self.min,
            self.max,
            self.total,
            self.victims,
            self.actors,
            self.manner,
            self.assertion,
            self.heads,
            name=self.name,
            known=self.known,
            part=self.part,
            worse=self.worse,
            whole=self.whole,
            weak=self.weak,
            quiet=self.quiet,
        )

    @property
    def status(self) -> Status:
        """How the text stands to it."""
        return self.assertion.status

    @property
    def asserted(self) -> bool:
        """Whether the text says that it is so, be it on others' word."""
        return self.assertion.status in {"stated", "unverified"}

    @property
    def numbers(self) -> tuple[int | None, int | None]:
        """What is said of how many."""
        return self.min, self.max


def mention(  # noqa: PLR0917 - a statement's parts
    text: Text, s: Sentence, reading: Reading, victim: Phrase, statuses: Statuses, manner: str | None
) -> Mention:
    """The statement that a reading makes of one of its victims."""
    start = s.starts[min(victim.start, reading.at)]
    end = s.stop(max(victim.end - 1, reading.at))
    actor = next((actor for actor in reading.actors if is_actor(s, actor)), None)
    return Mention(
        text=text,
        start=start,
        end=end,
        kind=reading.trigger.kind,
        min=victim.min,
        max=victim.max,
        total=reading.whole or sum(one.min or 0 for one in reading.victims) or None,
        victims=_words(text, s, victim),
        actors=_words(text, s, actor) if actor else None,
        manner=manner,
        assertion=standing(text, s, reading, victim, _found(text, s, reading, victim, statuses, end)),
        heads=_heads(s, victim),
        name=victim.name,
        known=victim.definite
        and not victim.name
        and (victim.end - victim.start == 1 or s.words[victim.start] in _TAKES_UP),
        whole=victim.whole or reading.whole,
        part=victim.part
        or (s.word(victim.start - 1) in _PART_OF and not victim.name)
        or _of_the_hurt(s, reading, victim),
        worse=reading.trigger.kind == "injured" and worse_hurt(s, reading.at, victim),
        weak=reading.trigger.kind == "injured"
        and (s.words[reading.at] in TO_DEATH or reading.trigger.form == "idiom" or " " in s.words[reading.at]),
        quiet=reading.trigger.kind == "killed"
        and reading.trigger.form == "suffered"
        and victim.name
        and manner is None,
    )


def _of_the_hurt(s: Sentence, reading: Reading, victim: Phrase) -> bool:
    """Whether the victims are some of those that the word itself stands for: "three of the injured"."""
    of = reading.at - 2
    return (
        victim.several and victim.start < of and victim.end == reading.at and (s.tag(of), s.tag(of + 1)) == ("o", "d")
    )


def _found(text: Text, s: Sentence, reading: Reading, victim: Phrase, statuses: Statuses, end: int) -> Assertion:  # noqa: PLR0917 - a statement's parts
    """What the sentence's cues say; those inside a set phrase ("did not survive") are part of what is said."""
    own = reading.own if reading.own >= 0 else reading.at if " " in s.words[reading.at] else None
    said = (s.starts[own], s.stop(reading.at)) if own is not None else None
    found = statuses.of(text.field, _said_from(s, reading, victim), end, said)
    if reading.at - victim.end <= _INSERTED:
        return found
    of_victim = statuses.of(text.field, s.starts[victim.start], s.stop(victim.start), said)
    return of_victim if of_victim.status == "possible" and RANK[found.status] < RANK["possible"] else found


def _words(text: Text, s: Sentence, phrase: Phrase) -> str:
    return text.text[s.starts[phrase.start] : s.stop(phrase.end - 1)]


def _heads(s: Sentence, victim: Phrase) -> frozenset[str]:
    words = s.words[victim.start : victim.end]
    if victim.name:
        return frozenset(words)
    return frozenset(words[: words.index("of", 1)][-1:] if "of" in words[1:] else words[-1:])


def _said_from(s: Sentence, reading: Reading, victim: Phrase) -> int:
    """Where the words begin whose status counts: without what is inserted between the victims and the verb."""
    if reading.at - victim.end <= _INSERTED:
        return s.starts[min(victim.start, reading.at)]
    be = joined_passive(s, reading.at - 1) if s.tag(reading.at - 1) == "c" else None
    return s.starts[back_over(s, reading.at - 1 if be is None else be, "ehmrz") + 1]
