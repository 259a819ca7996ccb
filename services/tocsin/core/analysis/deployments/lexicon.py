"""What the words of military movement mean: who moves, how, what is taken. They stand in ``phrases``, all folded."""

from typing import get_args

from tocsin.core.analysis.deployments.terms import Role, Term
from tocsin.core.analysis.lexicon import Scanner, read_phrases, read_sections
from tocsin.core.model.analysis import Movement

_ACTIONS: tuple[Movement, ...] = get_args(Movement)

_FORCES = ("forces_on_land", "forces_at_sea", "forces_in_the_air", "weapons")


def _terms() -> dict[str, Term]:
    """Of files that claim the same words, the later holds: "helicopters" are a force, and none that "helicopter in"."""
    return {
        **_read("asks", {"ask": Term("ask", says="possible")}),
        **_read("motion", {"go": Term("go")} | {f"path {action}": Term("path", action=action) for action in _ACTIONS}),
        **_read("sites", {"site": Term("site")}),
        **_read("civil", {"civil": Term("civil"), "play": Term("civil", "play")}),
        **_read("nouns", {action: Term("noun", action=action) for action in _ACTIONS}),
        **_named("weak", "forces_in_company"),
        **{phrase: term for name in _FORCES for phrase, term in _named("force", name).items()},
        **_read("goings", {action: Term("move", action=action) for action in _ACTIONS}),
        **_read("moves", {action: Term("move", action=action, transitive=True) for action in _ACTIONS}),
        **_read("states", _states()),
        **_read("taken", _takings()),
        **_read("fallen", _falls()),
        **_read("posts", _posts()),
        **_read("companions", {"with": Term("with")}),
    }


def _read(name: str, meanings: dict[str, Term]) -> dict[str, Term]:
    return read_phrases(__package__, name, meanings)


def _named(role: Role, name: str) -> dict[str, Term]:
    """A file whose headings are what forces are called in facts."""
    terms: dict[str, Term] = {}
    for section in read_sections(__package__, name):
        terms |= dict.fromkeys(section.phrases(), Term(role, section.name))
    return terms


def _states() -> dict[str, Term]:
    return {
        **{action: Term("state", action=action) for action in _ACTIONS},
        "told": Term("state"),
        "stay": Term("state", action="withdraw", says="denied"),
        "back": Term("state", action="withdraw"),
    }


def _takings() -> dict[str, Term]:
    return {
        "seize": Term("seize", action="seize"),
        "take": Term("seize"),
        "bid": Term("seize", action="seize"),
        "assault": Term("seize", "try", action="seize", says="denied"),
    }


def _falls() -> dict[str, Term]:
    return {
        "fall": Term("fall", action="seize"),
        "bare fall": Term("fall", "bare", action="seize"),
        "kept": Term("fall", action="seize", says="denied"),
    }


def _posts() -> dict[str, Term]:
    return {
        "base": Term("base", action="base"),
        "post": Term("post", action="base"),
        "based": Term("state", action="base"),
    }


TERMS = _terms()
"""Every phrase, and what it means."""

MOVEMENTS: frozenset[Role] = frozenset({"move", "go", "path", "ask", "state", "noun"})
CONQUESTS: frozenset[Role] = frozenset({"seize", "fall", "base"})
TRIGGERS = MOVEMENTS | CONQUESTS
"""The roles of words that tell of a movement, of places that change hands and of posts."""


def trigger_words() -> frozenset[str]:
    """Folded words of which every text with a deployment has at least one; for those who would spare a reading."""
    return frozenset(
        max(phrase.replace("-", " ").replace("'", " ").split(), key=lambda word: (len(word), word))
        for phrase, term in TERMS.items()
        if term.role in TRIGGERS
    )


SCANNER: Scanner[Term] = Scanner(TERMS)
"""Finds all phrases in one pass."""
