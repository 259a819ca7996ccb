"""Movements without a force being named: countries withdraw, bases are abandoned, alerts are raised."""

from typing import Final

from tocsin.core.analysis.deployments.actors import Actors
from tocsin.core.analysis.deployments.armed import CONTEXT
from tocsin.core.analysis.deployments.headings import AFFAIRS
from tocsin.core.analysis.deployments.proof import has_army
from tocsin.core.analysis.deployments.terms import Term
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.deployments.vocabulary import EMPTIES, LEAVES, RAISES
from tocsin.core.analysis.lexicon import words


def leaves(s: Sentence, at: int, end: int, term: Term, actors: Actors) -> bool:  # noqa: PLR0911 - one return a way to leave
    """Whether a country or group itself withdraws from a place: "Ethiopia plans to withdraw from Baidoa"."""
    if term.action != "withdraw" or s.words[at] in {"left", "returned"}:
        return False
    if _quits(s, at, end, actors):
        return True
    origin = _origin(s, at, end, term)
    if origin is not None:
        return _comes_from(s, at, origin, actors)
    if s.words[at].startswith(LEAVES) and s.word(end)[:1] in {",", ".", ""}:
        return actors.of(s, None, at) is not None and not CONTEXT.isdisjoint(s.words)
    if s.words[at].startswith(EMPTIES) and s.word(at - 1) in {"be", "been", "were", "was", "being"}:
        return any(_is_post(s, near) for near in range(max(0, at - _POST_REACH), at))
    if s.words[at].startswith(EMPTIES) and _is_emptied(s, at, end, actors):
        return actors.of(s, None, at) is not None
    if s.word(end - 1) not in {"from", "of"}:
        return False
    if any(s.word(near) in AFFAIRS for near in range(end, end + 6)):
        return False
    if s.word(end) in _COMPASS and s.word(end + 1) == "of":
        end += 2
    named = actors.is_place(s, end) or (s.is_capital(end) and not s.text.all_caps)
    return named and actors.of(s, None, at) is not None


def sends_police(s: Sentence, at: int, end: int, term: Term, actors: Actors) -> bool:
    """Whether a country sends its police to another, as "Kenya plans to deploy police to Haiti"."""
    if term.action != "deploy" or not s.words[at].startswith(SENDS):
        return False
    police = next((near for near in range(end, end + _POLICE_REACH) if s.word(near) == "police"), None)
    if police is None or any(s.word(near) in {"to", "by", "in", "for", ","} for near in range(end, police)):
        return False
    to = police + 2 if s.word(police + 1) in {"officers", "units", "commandos", "constables"} else police + 1
    return s.word(to) in {"to", "into"} and actors.named(s, to + 1) is not None


SENDS: Final[tuple[str, ...]] = ("deploy", "send", "sent", "dispatch", "despatch", "fly", "flew", "flown")
_POLICE_REACH: Final = 5


def _origin(s: Sentence, at: int, end: int, term: Term) -> int | None:
    """Where the place begins that a noun leads from: "the withdrawal from", "a pull-out from"."""
    if term.role == "noun" and s.word(end) == "from":
        return end + 1
    return end if s.word(at - 1) in _ARTICLES and s.word(end - 1) == "from" else None


def _comes_from(s: Sentence, at: int, origin: int, actors: Actors) -> bool:
    if s.words[at] in _PULLBACKS and actors.is_people(s, at - 1):
        return s.is_capital(origin) and not s.text.all_caps
    return actors.is_place(s, origin) and not CONTEXT.isdisjoint(s.words)


_PULLBACKS: Final = words("pullback pullbacks pull-back pullout pullouts pull-out drawdown retreat disengagement")
"""Of a people, only its soldiers do this: "a Turkish pullback from Bashiqa"."""

_ARTICLES: Final = words("a the any its their his no full partial early")


def _is_emptied(s: Sentence, at: int, end: int, actors: Actors) -> bool:
    """Whether what is left is a post, or a place that a people leaves: "the Russians abandoned Lyman"."""
    if any(_is_post(s, near) for near in range(end, end + _POST_REACH)):
        return True
    return actors.is_place(s, end) and "the" in s.words[max(0, at - _POST_REACH) : at]


def _quits(s: Sentence, at: int, end: int, actors: Actors) -> bool:
    """Whether an armed group itself leaves a place: "NATO will not leave Kabul's airport"."""
    leaves_it = s.words[at] in _QUITS and s.word(end - 1) == s.words[at] and actors.is_place(s, end)
    return leaves_it and not actors.is_people(s, end) and has_army(s) and actors.of(s, None, at) is not None


_QUITS: Final = words("leave leaves leaving quit quits")
_COMPASS: Final = words("north south east west")
_POST_REACH: Final = 5
_ALERT_REACH: Final = 9
_POSTS: Final = words(
    "base bases outpost outposts barracks position positions garrisons airbase garrison fort forts trenches hilltop "
    "hilltops"
)


def _is_post(s: Sentence, at: int) -> bool:
    """Whether what stands here is left by soldiers, where a village is left by its people."""
    found = s.terms.get(at)
    return found is not None and s.words[found[0] - 1] in _POSTS


def alerts(s: Sentence, at: int, term: Term, actors: Actors) -> bool:
    """Whether a country raises its alert without a force being named: "Seoul raised its alert level"."""
    if term.action != "alert":
        return False
    if any(_is_post(s, near) for near in range(max(0, at - _ALERT_REACH), at)):
        return True
    if not (s.words[at].startswith(RAISES) or has_army(s)):
        return False
    return actors.of(s, None, at) is not None
