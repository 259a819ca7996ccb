"""Places that change hands, and posts that are opened."""

from collections.abc import Iterator

from tocsin.core.analysis.deployments.actors import Actors
from tocsin.core.analysis.deployments.forces import Force, is_force, read_force
from tocsin.core.analysis.deployments.lexicon import CONTEXT
from tocsin.core.analysis.deployments.movements import Move
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_ROLES = frozenset({"seize", "fall", "base"})
_REACH = 10
_OBJECT_REACH = 7
_PREPOSITIONS = words(
    "at in near from on during after with to by for against around outside as than when while before since"
)
"""Between a verb and a place these make the place where, not what."""

_FACTIONS = words("""
    rebels rebel militants guerrillas insurgents fighters jihadists extremists separatists militia militias militiamen
    gunmen army forces troops soldiers taliban isis isil daesh houthis islamists paramilitaries regulars units marines
    commandos paratroopers allies alliance coalition junta contras hezbollah hamas group groups crusaders vikings
    mongols ottomans romans saxons normans turks germans japanese british soviets nazis
""")
_WALLS = frozenset(";:") | words("after before while when but as since until because")
"""An agent is not looked for across these."""

_SURE = (
    "retak",
    "recaptur",
    "overr",
    "retook",
    "regain",
    "liberat",
    "annex",
    "conquer",
    "reoccup",
    "besieg",
    "encircl",
)
_TAKES = words("take takes took taken taking")
"""These take anything: only a place right behind them counts."""

_TAKERS = ("take", "took", "taking", "seiz", "occup", "overr")
"""Verbs whose named object, when forces do it, is a place; people are captured."""

_AUXILIARIES_BETWEEN = 3
_DETERMINERS = words("the a of in these those its their his from at into to many other several")
_TAKE_REACH = 4
_NAME_WORDS = 4
_PASSIVE_WORDS = words("been was is being has have had not yet now already finally again also since never")
_ARTICLES = words("the a an two three four five several")

_FALLEN_SITES = words("town city village base capital province district port airport stronghold garrison bastion")
_AUXILIARIES = words("has have had not yet now already finally also since again")


def seizures(s: Sentence, actors: Actors) -> Iterator[Move]:
    """The places that a sentence says are taken or fall, and the posts it says are opened."""
    roles = {term.role for _, term in s.terms.values()}
    if roles.isdisjoint(_ROLES) or "civil" in roles:
        return
    for at in sorted(s.terms):
        end, term = s.terms[at]
        if term.role == "seize":
            target = _target(s, at, end, actors)
            agent = _agent(s, at, end, actors)
            if target is None and agent is not None and s.words[at].startswith(_TAKERS):
                target = _capital(s, end)
            passive = s.word(at - 1) in {"been", "being"}
            fall = s.words[at] == "fall" and (actors.is_place(s, end) or not CONTEXT.isdisjoint(s.words))
            known = (
                passive
                or fall
                or agent is not None
                or s.words[at].startswith(_SURE)
                or actors.of(s, None, at) is not None
            )
            if target is not None and known:
                start = (
                    min(agent.start, at)
                    if agent and agent.start < at and at - agent.end <= _AUXILIARIES_BETWEEN
                    else at
                )
                yield Move(min(start, target[0]), max(end, target[1]), at, "seize", agent)
        elif term.role == "fall":
            subject = _fallen(s, at, end)
            if subject is not None:
                yield Move(subject, end, at, "seize", None)
        elif term.role == "base":
            post = _post(s, at, end)
            if post is not None:
                yield Move(min(at, post[0]), max(end, post[1]), at, "base", None)


def _target(s: Sentence, at: int, end: int, actors: Actors) -> tuple[int, int] | None:
    """The words of what is taken: a site, or a name, behind the verb; or before it in the passive."""
    if s.words[at].endswith("ed") and s.word(at - 1) in _DETERMINERS and end == at + 1:
        return None  # "the besieged towns"
    takes = s.words[at] in _TAKES and end == at + 1
    if actors.is_place(s, end) and not _has_owner(s, end):
        return end, end + (2 if s.word(end) == "the" else 1)
    if takes and s.word(end) not in _ARTICLES:
        return _subject(s, at)
    for near in range(end, min(end + (_TAKE_REACH if takes else _OBJECT_REACH), len(s.words))):
        word = s.words[near]
        if word in _PREPOSITIONS or not (word[0].isalnum() or word in {"'", ".", "-"}):
            break
        found = s.terms.get(near)
        if (found is not None and found[1].role in {"site", "post"}) or word == "garrison":
            return near, found[0] if found else near + 1
    if s.words[at].endswith(("ed", "en", "run")) or s.word(at) == "overrun":
        for near in range(at - 1, max(-1, at - _OBJECT_REACH), -1):
            found = s.terms.get(near)
            if found is not None and found[1].role in {"site", "post"} and _passive(s, found[0], at):
                return near, found[0]
    return _named(s, at, end) or _subject(s, at)


def _subject(s: Sentence, at: int) -> tuple[int, int] | None:
    """The name before a verb in the passive that only places can undergo: "Bakhmut had not been taken"."""
    if (
        s.word(at - 1) not in {"been", "was", "being"}
        or not s.words[at].startswith((*_TAKERS, *_SURE))
        or s.text.all_caps
    ):
        return None
    near = at - 1
    while near >= 0 and s.words[near] in _PASSIVE_WORDS:
        near -= 1
    return (near, near + 1) if s.is_capital(near) and s.words[near].isalpha() else None


def _named(s: Sentence, at: int, end: int) -> tuple[int, int] | None:
    """A name right behind a verb that only places can be the object of: "recaptured Ramadi", "control of Mosul"."""
    if not (s.words[at].startswith(_SURE) or s.word(end - 1) in {"of", "over"}):
        return None
    return _capital(s, end)


def _capital(s: Sentence, at: int) -> tuple[int, int] | None:
    """The words of the name at this word, an article before it left out; None in text that is all capitals."""
    first = at + 1 if s.word(at) == "the" else at
    if s.text.all_caps or not s.is_capital(first):
        return None
    last = first + 1
    while s.is_capital(last) and last - first < _NAME_WORDS:
        last += 1
    return first, last


def _has_owner(s: Sentence, at: int) -> bool:
    """Whether the name at this word only says whose: "captured Brazil's heart"; "Hodeidah's port" is a place."""
    owner = next((near for near in range(at, at + 4) if s.word(near).endswith("'s") or s.word(near) == "'"), None)
    return owner is not None and not any(
        near in s.terms and s.terms[near][1].role in {"site", "post"} for near in range(owner + 1, owner + 4)
    )


def _passive(s: Sentence, start: int, at: int) -> bool:
    between = s.words[start:at]
    return any(word in {"be", "been", "being", "is", "are", "was", "were"} for word in between) or between[-1:] == [","]


def _agent(s: Sentence, at: int, end: int, actors: Actors) -> Force | None:
    """Who takes it: a force or faction before the verb, or behind "by"."""
    for near in range(at - 1, max(-1, at - _REACH), -1):
        if s.words[near] in _WALLS:
            break
        agent = _faction(s, near)
        if agent is not None:
            return agent
    for near in range(end, min(end + _REACH, len(s.words))):
        if s.words[near] == "by":
            for behind in range(near + 1, min(near + 6, len(s.words))):
                agent = _faction(s, behind)
                if agent is None and actors.named(s, behind) is not None:
                    agent = Force(behind, behind + 1, "troops", None, sure=True)
                if agent is not None:
                    return agent
    return None


def _faction(s: Sentence, at: int) -> Force | None:
    if is_force(s, at):
        return read_force(s, at)
    if s.words[at] in _FACTIONS:
        return Force(at, at + 1, "fighters", None, sure=True)
    return None


def _fallen(s: Sentence, at: int, end: int) -> int | None:
    """Where the place begins that falls, or None: prices fall too."""
    to_force = any(s.word(near) in _FACTIONS or is_force(s, near) for near in range(end, end + 5))
    near = at - 1
    while near >= 0 and s.words[near] in _AUXILIARIES:
        near -= 1
    for site in range(near, max(-1, near - 5), -1):
        found = s.terms.get(site)
        if found is not None and found[1].role == "site" and (to_force or s.words[site] in _FALLEN_SITES):
            return site
    told = to_force or (s.words[at] in {"had", "has", "have"} and not CONTEXT.isdisjoint(s.words))
    return near if told and near >= 0 and s.is_capital(near) and not s.text.all_caps else None


def _post(s: Sentence, at: int, end: int) -> tuple[int, int] | None:
    for near in range(end, min(end + _OBJECT_REACH, len(s.words))):
        found = s.terms.get(near)
        if found is not None and found[1].role == "post":
            return near, found[0]
        if s.words[near] in {";", ",", "after"}:
            break
    for near in range(at - 1, max(-1, at - _OBJECT_REACH), -1):
        found = s.terms.get(near)
        is_post = found is not None and (found[1].role == "post" or s.words[near] == "garrison")
        if found is not None and is_post and _passive(s, found[0], at):
            return near, found[0]
    return None
