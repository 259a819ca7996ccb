"""Whether the form of a verb says that nothing has moved yet: "to send", "be sent", "sending troops remains"."""

from typing import Final

from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.lexicon import words
from tocsin.core.model.analysis import Status

_REAL: Final = words("""
    began begin begun begins beginning started start starts starting continued continue continues continuing managed
    manages proceeded proceed went goes going had used able first second third fourth last latest
    only next seen sighted spotted said reported believed thought appeared appear appears seemed seem seems claimed
    claim claims came comes helped help hastened rushed rush allowed enabled free according prior due thanks response
    addition contrary get got lived failed fails refused refuses declined
""")
"""Behind these "to" tells of what has happened, or of what other words decide: "began to", "the first to"."""

_BE: Final = words("is are was were be been being am 's 're")
_OFFERS: Final[tuple[str, ...]] = ("offer", "promis", "pledg", "earmark")
"""Who only offers a force has moved none."""

_TO_REACH: Final = 2
"""Words between "to" and its verb: "to (quietly) send", "to be sent"."""

_ADVERBS: Final = words(
    "not never ever soon also quickly again now then even still further temporarily just simply be have"
)
_FINITE: Final = words(
    "is was would will could might may remains remained can must has had should means meant looks seems"
)
_SUBJECT: Final = 16
"""Words of a subject such as "Sending a second frigate to the Gulf"."""

_RELATIVES: Final = words("who which that , whom")


def mood(s: Sentence, at: int, force: int | None) -> Status | None:
    """The status that the form of the verb at this word gives what it tells; ``force`` is where its force begins."""
    if s.words[at] == "be" or (force is not None and s.words[force] == "any"):
        return "possible"
    if s.words[at].startswith(_OFFERS) or _is_infinitive(s, at) or _is_joined(s, at) or _is_subjunctive(s, at):
        return "possible"
    if s.words[at].endswith("ing") and s.words[at] != "bring" and _is_gerund(s, at, force):
        return "possible"
    return None


def _is_infinitive(s: Sentence, at: int) -> bool:
    """Whether "to" leads to the verb, and what it hangs on does not say that it happened."""
    near = at - 1
    while near >= 0 and at - near <= _TO_REACH and (s.words[near] in _ADVERBS or s.words[near].endswith("ly")):
        near -= 1
    if s.word(near) != "to" or (s.words[at].endswith("ing") and s.words[at] != "bring"):
        return False
    if s.words[at].endswith("ed") and s.word(at - 1) != "be":
        return False
    forced = not _FORCED.isdisjoint(s.words[max(0, near - _OBJECT) : near])
    return near > 0 and s.words[near - 1] not in _REAL and not _is_nth(s, near) and not forced


_FORCED: Final = words("forced forcing compelled compelling obliged drove led prompted saw watched caused")
_OBJECT: Final = 8
"""Words in which somebody is "forced to" go."""


def _is_nth(s: Sentence, to: int) -> bool:
    """Whether "the first soldiers" stand before this "to"."""
    return not _FIRSTS.isdisjoint(s.words[max(0, to - 4) : to])


_FIRSTS: Final = words("first last latest second third fourth fifth only")


def _is_joined(s: Sentence, at: int) -> bool:
    """Whether a bare verb is joined to one that a modal or "to" leads: "hopes to end its presence and bring back"."""
    if (
        s.word(at - 1) not in {"and", "or"}
        or (s.words[at] != "bring" and s.words[at].endswith(("ed", "ing", "s")))
        or s.words[at] in _PASTS
    ):
        return False
    for near in range(at - 2, max(0, at - _JOINED), -1):
        if s.words[near] in _MODALS:
            return True
        if s.words[near] == "to" and s.word(near + 1) not in _NO_VERBS and not s.is_capital(near + 1):
            return s.words[near - 1] not in _REAL
    return False


_JOINED: Final = 12
_MODALS: Final = words("will would could may might must should can shall")
_NO_VERBS: Final = words("the a an its his her their this that these those it them him")
_PASTS: Final = words(
    "sent took brought left flew put came went withdrew drove led built fell held kept won lost swept sank "
    "drew threw cut set fought quit overran retook ran made gave met stood began became"
)


def _is_subjunctive(s: Sentence, at: int) -> bool:
    """Whether a bare "be" stands before a participle: "asked that the contingent be brought home"."""
    return s.word(at - 1) == "be" and s.word(at - 2) not in {"to", "not", "never", "can", "could"} and at > 1


def _is_gerund(s: Sentence, at: int, force: int | None) -> bool:
    """Whether a verb in -ing is the name of a deed that is only talked of: "Sending a frigate remains an option"."""
    if at == 0:
        return _is_subject(s)
    before = s.word(at - 1)
    if before == "be":
        return False
    if before in _ADVERBS or before.endswith("ly"):
        before = s.word(at - 2)
    if force is not None and force < at:
        return False
    return before in _TALKS


_TALKS: Final = words("""
    about against over consider considering considered mooted canvassed favours favors favoured favored opposes opposed
    opposing backs backed debating debated discuss discussed discussing mulling mulled weigh weighing weighed propose
    proposed proposes proposing suggest suggested suggests recommend recommended recommends urge urged urges contemplate
    contemplated contemplating envisage envisages envisaged risk risks risked justify towards toward entail entails mean
    means involve involves involved imagine imagined plan planning postpone postponed delay delayed delaying avoid
    advocate advocated advocates preparing
""")


def _is_subject(s: Sentence) -> bool:
    """Whether the sentence's first words are the subject of its verb, no comma having closed them."""
    for near in range(1, min(_SUBJECT, len(s.words))):
        if s.words[near] == ",":
            return False
        if s.words[near] in _FINITE:
            return s.words[near] not in {"was", "had"}
    return False
