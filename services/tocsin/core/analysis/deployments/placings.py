"""What stands around the force behind a verb: it is put or ordered somewhere, added, asked for, or simply there."""

from typing import Final

from tocsin.core.analysis.deployments.forces import Force
from tocsin.core.analysis.deployments.headings import heading
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.lexicon import words
from tocsin.core.analysis.numbers import is_number

_REACH: Final = 9
_OF_REACH: Final = 3

OWN: Final = words("its their his the our")


def is_added(s: Sentence, end: int, force: Force) -> bool:
    """Whether the force is what something is reinforced by: "bolstered its posts with two rifle companies"."""
    if s.word(end) == "by":
        return force.start - end <= _OF_REACH
    return s.word(force.start - 1) == "with" and s.word(end) in OWN | {"with"} and force.start - end <= _REACH


def is_counted(s: Sentence, end: int, force: Force) -> bool:
    """Whether so many are added, rather than that somebody added what he said: "add 700 troops"."""
    return force.start == end and (force.number is not None or s.word(end) in {"a", "an", "another", "more"})


_SOIL: Final = words("soil territory ground")
_PUT: Final = words("into onto ashore in")
"""Where forces are put."""

_SEES: Final = words("saw seen show shows showed showing")
"""Of these too a force somewhere is the object, where the place is named: "footage showing soldiers in Kursk"."""

_ERRANDS: Final = words(
    "the deploy move advance withdraw return leave march patrol head pull reinforce guard occupy retake their"
)


def is_put(s: Sentence, force: Force) -> bool:
    """Whether a force is put somewhere: "put soldiers into Aden", "on Ukrainian soil"."""
    if s.word(force.end) == "on" and _is_land(s, force.end + 1):
        return True
    if s.word(force.end) in {"on", "aboard"} and heading(s, force.end) is not None:
        return True
    if s.word(force.end) == "on":
        return not _SOIL.isdisjoint(s.words[force.end + 1 : force.end + _OF_REACH + 1])
    return s.word(force.end) in _PUT


_DAYS: Final = words("monday tuesday wednesday thursday friday saturday sunday christmas")


def _is_land(s: Sentence, at: int) -> bool:
    """Whether the name of some ground stands here: "on the Golan", "on Snake Island"."""
    name = at + 1 if s.word(at) == "the" else at
    return s.is_capital(name) and not s.text.all_caps and s.words[name] not in _DAYS


def is_asked(s: Sentence, end: int, force: Force) -> bool:
    """Whether a force is what is asked for or talked of: "asked Moscow for another 400 instructors"."""
    if s.word(end - 1) == "for":
        return force.start - end <= 1
    if s.word(end - 1) in {"by", "from"}:
        return s.word(force.start - 1) == "for"
    if (
        s.words[end - 1].startswith(("ask", "beg", "press", "urg", "petition", "lobb", "to"))
        and s.word(force.end) != "out"
    ):
        return s.word(force.start - 1) == "for"
    if force.start - end > 1:
        return False
    following = s.word(force.end)
    if following == "of" and is_number(s.word(force.end + 1)):
        following = s.word(force.end + 2)
    wished = s.words[end - 1] in _WISHES and not following.isalpha()
    return (
        wished or following in {"out", "for", "to", "in", "into", "at", "on", "through", "ready", "use", "be"} | _ALONG
    )


_ALONG: Final = words("along near around across off outside inside from within between beside")
_WISHES: Final = words("like needs wants")
"""Of these a force is the object, wherever it is wanted: "would like 800 more men"."""


SOMEWHERE: Final = words("on in at near along inside off outside around across")
"""Behind a force these tell where it is."""


def is_there(s: Sentence, force: Force, end: int) -> bool:
    """Whether "there are" only says that the force is at a place: "no foreign soldiers on Panamanian soil"."""
    name = force.end + 2 if s.word(force.end + 1) == "the" else force.end + 1
    if s.words[end - 1] in _SEES and not s.is_capital(name):
        return False
    if s.word(force.end) == "for" and s.word(force.end + 1) in OWN:
        return force.start - end <= 1
    return force.start - end <= 1 and s.word(force.end) in SOMEWHERE


def is_sent(s: Sentence, force: Force, *, headline: bool) -> bool:
    """Whether a force is ordered somewhere, rather than to do something."""
    following = s.word(force.end)
    if following == "to":
        return s.word(force.end + 1) in _ERRANDS or (s.is_capital(force.end + 1) and not headline)
    return following in {"into", "out", "home", "back", "onto"}
