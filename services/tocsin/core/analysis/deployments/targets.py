"""What is taken, falls or is opened: a site ("the port"), or a name that only a place can be here."""

from typing import Final

from tocsin.core.analysis.casualties.names import FIRST_NAMES
from tocsin.core.analysis.casualties.people import TITLES
from tocsin.core.analysis.deployments.actors import Actors
from tocsin.core.analysis.deployments.armed import CONTEXT
from tocsin.core.analysis.deployments.falls import FALL_WORDS, FALLEN_SITES, town_fallen
from tocsin.core.analysis.deployments.takers import is_faction
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.lexicon import words

Words = tuple[int, int]
"""The indices of the first word and of the one behind the last."""

_REACH: Final = 7
_TAKE_REACH: Final = 4
_LEFT_REACH: Final = 10
_TO_FORCE: Final = 5
_NAME_WORDS: Final = 4

_PREPOSITIONS: Final = words(
    "at in near from on during after with to by for against around outside as than when while before since"
)
"""Between a verb and a place these make the place where, not what."""

SURE: Final[tuple[str, ...]] = (
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
"""Verbs whose object, even unnamed who does it, is a place."""

TAKERS: Final[tuple[str, ...]] = ("take", "took", "taking", "seiz", "occup", "overr")
"""Verbs whose named object, when forces do it, is a place; people are captured."""

_SEIZES: Final[tuple[str, ...]] = (*TAKERS, *SURE, "captur")
_TAKES: Final = words("take takes took taken taking")
"""These take anything: only a place right behind them counts."""

_DETERMINERS: Final = words("the a of in these those its their his from at into to many other several")
_ARTICLES: Final = words("the a an two three four five several")
_BE: Final = words("be been being is are was were")
_PASSIVE_WORDS: Final = words("been was is being have has had not yet now already finally again also since never")
_FIGURES: Final = words(
    "victim ill asleep behind short silent apart off through foul prey from by below sharply flat sick pregnant"
)
"""Behind "has fallen" these tell of no conquest."""


def taken(s: Sentence, at: int, end: int, actors: Actors) -> Words | None:  # noqa: PLR0911 - one return a construction
    """The words of what the verb at the words ``at`` to ``end`` takes, behind it, or before it in the passive."""
    if s.words[at].endswith("ed") and s.word(at - 1) in _DETERMINERS and end == at + 1:
        return None  # "the besieged towns"
    if at == 0 and s.words[at].endswith("ed"):
        return _head(s, end, actors)
    last = s.word(end - 1)
    if last == "ground":
        return end - 1, end
    if last in {"back", "out"}:
        return _left(s, end)
    if actors.is_place(s, end) and not _has_owner(s, end) and not _describes(s, end, actors):
        return end, end + (2 if s.word(end) == "the" else 1)
    if s.words[at] in _TAKES and end == at + 1:
        found = _site(s, end, _TAKE_REACH) if s.word(end) in _ARTICLES else _subject(s, at)
        by = s.word(end) == "by" or s.word(at - 1) in {"been", "being"}
        found = found or (_site_before(s, at) if by else None)
        return found or (_antecedent(s, at) if s.word(end + 1) == "storm" else None)
    return _site(s, end, _REACH) or _site_before(s, at) or _named(s, at, end) or _subject(s, at) or _antecedent(s, at)


def _head(s: Sentence, end: int, actors: Actors) -> Words | None:
    """What a participle that opens the sentence is said of: "Captured by Cromwell's men in 1649, the abbey"."""
    comma = next((near for near in range(end, min(end + _LEFT_REACH, len(s.words))) if s.words[near] == ","), None)
    if comma is None:
        return None
    if actors.is_place(s, comma + 1):
        return comma + 1, comma + (3 if s.word(comma + 1) == "the" else 2)
    return _site(s, comma + 1, _TAKE_REACH)


def is_town_taken(s: Sentence, at: int, end: int, actors: Actors) -> bool:
    """Whether "been taken" tells of a place, by whomever: "Bakhmut had not been taken", but "was taken ill"."""
    near = at - 1
    while near >= 0 and s.words[near] in _PASSIVE_WORDS:
        near -= 1
    place = _is_site(s, near) or (actors.is_place(s, near) and not actors.is_people(s, near))
    return place and s.word(end) in _AFTER_TOWN | _CLOSE and s.word(near - 1) not in _PREPOSITIONS


def target(s: Sentence, at: int, actors: Actors) -> Words | None:
    """The site or named place that begins at the word ``at``: "the barracks", "Sevare"."""
    if actors.is_place(s, at):
        return at, at + (2 if s.word(at) == "the" else 1)
    return _site(s, at, _TAKE_REACH) or (name_at(s, at) if s.word(at - 2) == "to" or _is_military(s) else None)


def fallen(s: Sentence, at: int, end: int, actors: Actors) -> int | None:
    """Where the place begins that falls by the verb at the words ``at`` to ``end``, or None: prices fall too."""
    if s.word(end) in _FIGURES:
        return None
    to_force = any(is_faction(s, near) for near in range(end, min(end + _TO_FORCE, len(s.words))))
    near = at - 1
    while near >= 0 and s.words[near] in FALL_WORDS:
        near -= 1
    if s.terms[at][1].value == "bare":
        return town_fallen(s, at, end, actors)
    held = _held(s, at, end, near, actors)
    if held is not None:
        return held
    for site in range(near, max(-1, near - _TO_FORCE), -1):
        if s.words[site] == "that":
            break  # "the ministry refuted reports that Mocha had fallen into their hands"
        found = s.terms.get(site)
        if found is None or found[1].role != "site" or not (to_force or s.words[site] in FALLEN_SITES):
            continue
        if found[0] == near + 1 or s.words[found[0]] in _OF or to_force:
            return site
    if s.words[end - 1] in {"theirs", "ours"}:
        to_force = any(is_faction(s, before) for before in range(at))
    bare = s.words[at] in {"had", "has", "have"}
    told = to_force or ((bare or s.words[end - 1] == "hands") and _is_military(s))
    told = told or (bare and actors.is_place(s, near) and s.word(end) in _CLOSE)
    return near if told and near >= 0 and s.is_capital(near) and not s.text.all_caps else None


def _held(s: Sentence, at: int, end: int, near: int, actors: Actors) -> int | None:
    """The place that "fell to Mehmed II", or that "remains in government hands"."""
    if s.words[end - 1] == "to" and s.is_capital(end) and s.word(end + 1) in _NUMERALS:
        while near >= 0 and s.words[near] in _RELATIVES:
            near -= 1
        return near if s.is_capital(near) and not s.text.all_caps else None
    sided = s.words[end - 1] == "hands" and not _SIDES.isdisjoint(s.words[at:end])
    return near if sided and actors.is_place(s, near) else None


_NUMERALS: Final = words("i ii iii iv v vi vii viii ix xi xii xiii xiv")
"""Behind a ruler's name: "fell to Mehmed II"."""

_RELATIVES: Final = frozenset({","}) | words("which that")
_SIDES: Final = words(
    "government government's rebel rebels rebels' army army's loyalist insurgent militia opposition taliban"
)


def _is_military(s: Sentence) -> bool:
    return any(word.removesuffix("'s") in CONTEXT for word in s.words)


def _is_armys(s: Sentence) -> bool:
    """Whether a base is an army's: one is told of."""
    return _is_military(s) or any(term.role == "force" for _, term in s.terms.values())


_BASES: Final = words("base bases")
_OF: Final = frozenset({"of", "at", "in", "near", "on", ","})
_CLOSE: Final = frozenset(".,;") | {"", "after", "on"}
"""What follows "has fallen" where a place does, rather than a price to a level."""


def opened(s: Sentence, at: int, end: int) -> Words | None:
    """The words of the post that the verb opens, behind it, or before it in the passive."""
    for near in range(end, min(end + _REACH, len(s.words))):
        found = s.terms.get(near)
        if found is not None and (found[1].role == "post" or (s.words[near] in _BASES and _is_armys(s))):
            return near, found[0]
        if s.words[near] in {";", ",", "after"}:
            break
    for near in range(at - 1, max(-1, at - _REACH), -1):
        found = s.terms.get(near)
        is_post = found is not None and (found[1].role == "post" or s.words[near] == "garrison")
        if found is not None and is_post and (_passive(s, found[0], at) or _opens(s, near, found[0], at)):
            return near, found[0]
    return None


def name_at(s: Sentence, at: int) -> Words | None:
    """The words of the name at this word, an article before it left out; None in text that is all capitals."""
    first = at + 1 if s.word(at) == "the" else at
    if s.text.all_caps or not s.is_capital(first):
        return None
    last = first + 1
    while s.is_capital(last) and last - first < _NAME_WORDS:
        last += 1
    return first, last


def town_at(s: Sentence, at: int) -> Words | None:
    """The name at this word that no person has, behind a verb whose object may be people: "capture Chasiv Yar"."""
    named = name_at(s, at)
    if named is None or s.words[named[0]] in FIRST_NAMES or s.words[named[0]] in TITLES:
        return None
    return named if s.word(named[1]) in _AFTER_TOWN or not s.word(named[1]).isalpha() else None


_AFTER_TOWN: Final = words("before by in within after this next last on and from during at as without but")


def _is_site(s: Sentence, at: int) -> bool:
    found = s.terms.get(at)
    return found is not None and (found[1].role in {"site", "post"} or s.words[at] == "garrison")


def _site(s: Sentence, start: int, reach: int) -> Words | None:
    """The site behind a verb that no preposition makes a mere where."""
    for near in range(start, min(start + reach, len(s.words))):
        word = s.words[near]
        if word in _PREPOSITIONS or not (word[0].isalnum() or word in {"'", ".", "-"}):
            return None
        if _is_site(s, near):
            return near, s.terms[near][0]
    return None


def _site_before(s: Sentence, at: int) -> Words | None:
    """The site that undergoes a participle: "the towns that were overrun"."""
    if not s.words[at].endswith(("ed", "en", "run")):
        return None
    for near in range(at - 1, max(-1, at - _REACH), -1):
        if _is_site(s, near) and _passive(s, s.terms[near][0], at):
            return near, s.terms[near][0]
    return None


def _antecedent(s: Sentence, at: int) -> Words | None:
    """The site that a relative clause tells who took: "the ramparts that militiamen captured"."""
    relative = next(
        (near for near in range(at - 1, max(0, at - _REACH), -1) if s.words[near] in {"that", "which"}), None
    )
    if relative is None:
        return None
    for near in range(relative - 1, max(-1, relative - _TAKE_REACH - 1), -1):
        if _is_site(s, near):
            return near, s.terms[near][0]
    return None


def _left(s: Sentence, end: int) -> Words | None:
    """The place that somebody is driven from: "drove back the rebels from a key village"."""
    origin = next((near for near in range(end, min(end + _LEFT_REACH, len(s.words))) if s.words[near] == "from"), None)
    if origin is None:
        return None
    site = next((near for near in range(origin + 1, min(origin + _REACH, len(s.words))) if _is_site(s, near)), None)
    return (site, s.terms[site][0]) if site is not None else name_at(s, origin + 1)


def _subject(s: Sentence, at: int) -> Words | None:
    """The name before a verb in the passive that only places can undergo: "Bakhmut had not been taken"."""
    verb = s.words[at].startswith(_SEIZES)
    beside = s.word(at - 1) == "," and s.word(at + 1) == "by"
    if not (verb or beside) or s.text.all_caps or not (beside or s.word(at - 1) in {"been", "was", "being"}):
        return None
    if beside:
        return (at - 2, at - 1) if s.is_capital(at - 2) else None
    near = at - 1
    while near >= 0 and s.words[near] in _PASSIVE_WORDS:
        near -= 1
    return (near, near + 1) if s.is_capital(near) and s.words[near].isalpha() else None


def _named(s: Sentence, at: int, end: int) -> Words | None:
    """A name right behind a verb that only places can be the object of: "recaptured Ramadi", "control of Mosul"."""
    sure = s.words[at].startswith(SURE) or s.word(end - 1) in {"of", "over"}
    return name_at(s, end) if sure else None


def _has_owner(s: Sentence, at: int) -> bool:
    """Whether the name at this word only says whose: "captured Brazil's heart"; "Hodeidah's port" is a place."""
    owner = next((near for near in range(at, at + 4) if s.word(near).endswith("'s") or s.word(near) == "'"), None)
    return owner is not None and not any(_is_site(s, near) for near in range(owner + 1, owner + 4))


def _opens(s: Sentence, post: int, end: int, at: int) -> bool:
    """Whether a post opens by itself: "a new radar post opened on Bornholm"."""
    return s.words[at] in {"opened", "opens", "reopened"} and s.word(end) != "church" and s.word(post) != "garrison"


def _describes(s: Sentence, at: int, actors: Actors) -> bool:
    """Whether a people's name only describes what follows: "the Japanese charts"."""
    name = at + 1 if s.word(at) == "the" else at
    return actors.is_people(s, name) and s.word(name + 1).isalpha() and not s.is_capital(name + 1)


def _passive(s: Sentence, start: int, at: int) -> bool:
    between = s.words[start:at]
    return not _BE.isdisjoint(between) or between[-1:] == [","]
