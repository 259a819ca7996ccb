"""Set phrases of harm, each read as if it were one word: "fell to their deaths", "wiped out", "held captive".

They stand in ``phrases``, a file a kind of harm. What a phrase says, and how a sentence is built around it, is told as
for single words: a section is named after a form.
"""

from typing import get_args

from tocsin.core.analysis.casualties.forms import Form, Trigger
from tocsin.core.analysis.lexicon import expand, read_phrases
from tocsin.core.model.analysis import CasualtyKind, Status

_FORMS: tuple[Form, ...] = get_args(Form)

_KINDS: tuple[CasualtyKind, ...] = get_args(CasualtyKind)
"""In this order: of files that claim the same words, the later holds."""

_SAYS: dict[Form, Status] = {"unhurt": "denied"}


def _meanings(kind: CasualtyKind) -> dict[str, Trigger]:
    """What the sections of a kind's file mean: "[ed sure]", "[ed]", "[ed possible]"."""
    return {
        **{f"{form} sure": Trigger(kind, form, says=_SAYS.get(form)) for form in _FORMS},
        **{form: Trigger(kind, form, sure=False, says=_SAYS.get(form)) for form in _FORMS},
        **{f"{form} possible": Trigger(kind, form, says="possible") for form in _FORMS},
    }


def _table() -> dict[str, Trigger]:
    table: dict[str, Trigger] = {}
    for kind in _KINDS:
        table |= read_phrases(__package__, kind, _meanings(kind))
    return table


SAYINGS = _table()
"""Phrase to its reading."""

ALL_ABOARD = tuple(expand("{all,those,everyone,everybody,anyone} {aboard,on board,inside}"))
"""Pronouns of two words."""


def _seconds() -> dict[str, dict[str, tuple[int, ...]]]:
    lengths: dict[str, dict[str, set[int]]] = {}
    for phrase in (*SAYINGS, *ALL_ABOARD):
        first, *others = phrase.split()
        if others:
            lengths.setdefault(first, {}).setdefault(others[0], set()).add(len(others) + 1)
    return {
        first: {second: tuple(sorted(several, reverse=True)) for second, several in seconds.items()}
        for first, seconds in lengths.items()
    }


SECONDS = _seconds()
"""First word, and second, to how many words the phrases have that begin with these, the most first."""
