"""How far a cue reaches in its sentence: to the verb behind it, to the end of its clause, or over all of it.

A gap is the folded text between a cue and a fact.
"""

import re
from typing import Final

from tocsin.core.analysis.lexicon import words
from tocsin.core.analysis.lexicon.either import grouped

_CLAUSE_END: Final = re.compile(r"[;:]|\b(?:but|while|whereas|although|though|however|when|despite)\b")
"""Where a clause ends that a cue before it has opened."""

_BREAK: Final = re.compile(r"[;:]|\b(?:but|while|whereas)\b")
"""What parts two statements that stand side by side."""

_PHRASE_END: Final = re.compile(
    r"[,;:()\[\]]|\b"
    + grouped(
        "and|but|when|while|which|who|whom|whose|where|because|as|after|before|since|if|until|that|whether|said|says"
        "|say|saying|told|claimed|responsible|responsibility|comment|for|than|so|how"
    )
    + r"\b"
)
"""What a determiner or a negation never reaches across."""

_BACK_STOP: Final = re.compile(r"[,;:]|\b(?:which|who|whom|whose|where|when|after|before|since|because|but|while|as)\b")
"""What closes a clause against a cue that stands behind it."""

_YEAR_STOP: Final = re.compile(r"[,;:]|\b(?:which|who|whom|whose|where|after|before|since|because|but|while)\b")
"""The same for a year: "hurt when the line collapsed in 1879" is one event."""

_RELATIVE: Final = re.compile(r"\b(?:which|who|whom|whose|where|when|since|after)\b")
_THAT: Final = re.compile(r"(?:^|(\w+) )that\b")
_CLAIMS: Final = words("""
    claim claims report reports allegation allegations rumour rumours rumor rumors suggestion suggestions statement
    statements assertion assertions accusation accusations news idea notion story stories charge fear fears possibility
    evidence announcement announcements boast boasts message messages word impression tale talk view theory charge
    account accounts rumblings hints boast claim theory version charges lie fabrication falsehood invention
    warning tweet post line sign signs indication indications speculation belief
""")
"""Nouns whose "that" says what they hold, rather than which one is meant."""

_MAIN_CLAUSE: Final = re.compile(
    r",(?! (?:which|who|whom|whose|when|where|in which|at which|that|\w+ of (?:whom|which|whose)))"
)

_AUXILIARIES: Final = words("""
    be been being have has had get got not also yet soon still even only now then already actually ever again to never
    have each both himself themselves itself later first so just either well further
""")

_ADVERB_GAP: Final = 48


def at_once(gap: str, limit: int) -> bool:
    """Whether a fact behind this gap is what a determiner governs: at most ``limit`` words between, all one phrase."""
    return len(gap) <= 12 * (limit + 1) and len(gap.split()) <= limit and not _PHRASE_END.search(gap)


def is_verb_of(gap: str) -> bool:
    """Whether only auxiliaries and adverbs stand between a modal and the fact, and at most the verb itself: "could
    (also) claim 300 lives".
    """
    if len(gap) > _ADVERB_GAP:
        return False
    others = [word for word in gap.split() if word not in _AUXILIARIES and not word.endswith("ly")]
    return len(others) <= 1 and not any(mark in gap for mark in ",;:")


def same_clause(gap: str) -> bool:
    """Whether no new clause opens in the gap between a cue and a fact behind it."""
    return not _CLAUSE_END.search(gap)


def same_statement(gap: str) -> bool:
    """Whether cue and fact belong to one statement, with all its dependent clauses."""
    return not _BREAK.search(gap)


def clause_back(gap: str) -> bool:
    """Whether a cue behind the fact, across this gap, still belongs to the fact's clause."""
    return not _BACK_STOP.search(gap)


def dated_back(gap: str) -> bool:
    """Whether a year behind the fact, across this gap, dates it."""
    return not _YEAR_STOP.search(gap)


def describes(gap: str) -> bool:
    """Whether the fact behind this gap stands in a clause that only describes a noun: "denied the attack that"."""
    if _RELATIVE.search(gap):
        return True
    words_between = gap.lstrip()
    if _ASIDE.match(words_between):
        return False
    return any(that[1] is not None and that[1] not in _CLAIMS for that in _THAT.finditer(words_between))


_ASIDE: Final = re.compile(
    r"(?:(?:on|in|at|through|via|by|during|to|late|early|again|yesterday|today|flatly|once|last|"
    r"this|earlier) [^,;]{0,40}?)?that\b"
)
"""Between a verb and what it says: "denied on Monday that"."""


def depends(gap: str) -> bool:
    """Whether the fact behind this gap hangs on what the cue names, rather than standing in a main clause after it."""
    return not _MAIN_CLAUSE.search(gap) and ";" not in gap
