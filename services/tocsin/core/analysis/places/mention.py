"""Mentions: candidates where they stand in a text, and what stands around them."""

from collections.abc import Iterator

from mypy_extensions import mypyc_attr

from tocsin.core.analysis.places.candidate import Candidate
from tocsin.core.analysis.places.lexicon import KINDS_BEFORE, LOCATIVE
from tocsin.core.analysis.places.surroundings import PEOPLE, Surroundings, people_before
from tocsin.core.analysis.text import Text


@mypyc_attr(acyclic=True)
class Mention:
    """A candidate at a place of a text.

    ``before`` and ``after`` are the word (in lower case) or mark next to it, empty inside a run; ``two_before`` is the
    word before a small one. ``asks`` is the kind of place that they ask for ("Idlib province"), ``locative`` that the
    word before says that a place follows, ``hinted`` that any word does. ``logit`` is how much speaks for its being a
    place: in its run and in the words beside it.
    """

    __slots__ = (
        "after",
        "asks",
        "before",
        "candidate",
        "end",
        "hinted",
        "locative",
        "logit",
        "start",
        "text",
        "two_before",
    )

    def __init__(self, text: Text, offset: int, candidate: Candidate, around: Surroundings) -> None:
        self.text = text
        self.candidate = candidate
        self.start = start = offset + candidate.start
        self.end = end = offset + candidate.end
        people = candidate.is_demonym
        logit = candidate.logit
        asks: str | None = None
        locative = False
        self.two_before = two = ""
        if candidate.first:
            preceding, at = around.before(text.text, start)
            before, locative = preceding.word, preceding.locative
            logit += preceding.people if people else preceding.weight
            if preceding.small:
                self.two_before = two = around.before(text.text, at)[0].word
                if two:
                    logit += around.weigh_two(preceding, two, people=people)
                if before == "of":
                    asks = KINDS_BEFORE.get(two)
                elif before == "the":
                    locative = two in LOCATIVE
        else:
            before = ""
        hinted = locative
        if candidate.last:
            following = around.after(text.text, end)
            after = following.word
            logit += following.people if people else following.weight
            asks = following.asks or asks
            hinted = hinted or following.hints
        else:
            after = ""
        if asks:
            logit += around.asked_for
            hinted = True
        self.before = before
        self.after = after
        self.asks = asks
        self.locative = locative
        self.hinted = hinted
        self.logit = logit

    def features(self) -> Iterator[str]:
        """What stands around it, as the weights call it."""
        people = PEOPLE if self.candidate.is_demonym else ""
        if self.before:
            yield people + "behind " + self.before
            if self.two_before:
                yield f"{people}behind {self.two_before} {self.before}"
        if self.after:
            yield people + "ahead " + self.after
            if people and people_before(self.after):
                yield people_before(self.after)
        if self.asks:
            yield "asked for"
