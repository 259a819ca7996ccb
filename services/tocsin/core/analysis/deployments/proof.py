"""Whether what moves is armed: it says so itself, or what moves it, whose it is or where it goes says so."""

from typing import Final

from tocsin.core.analysis.deployments.actors import Actors
from tocsin.core.analysis.deployments.armed import CONTEXT, LOOSE
from tocsin.core.analysis.deployments.forces import Force
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.deployments.vocabulary import REPORTS
from tocsin.core.analysis.lexicon import words
from tocsin.core.model.analysis import Movement

_STRONG: Final = words("""
    deploy deploys deployed deploying redeploy redeployed redeploying station stationed stationing mobilise mobilised
    mobilize mobilized garrison garrisoned deployment deployments redeployment withdraw withdraws withdrew withdrawing
    withdrawn withdrawal withdrawals mass massed massing reinforce reinforced reinforcing dispatch dispatched
    concentrate concentrated concentrating concentration amass amassed amassing buildup airlift airlifted strengthened
    bolstered strengthen bolster
""")
"""Verbs that make a weak word a force: "deployed its forces"."""


def is_armed(  # noqa: PLR0911 - one return a proof
    s: Sentence, verb: tuple[int, int], force: Force, actors: Actors, action: Movement, *, civil: bool
) -> bool:
    """Whether the force is one: it says so, or what moves it (the words ``verb``, by which it does ``action``), whose
    it is or where it goes says so.
    """
    at, end = verb
    if civil:
        play = any(term.value == "play" for _, term in s.terms.values())
        if play and _is_old(s) and not (_STRONG | _SENT).isdisjoint(s.words[at:end]):
            return True
        return force.sure and (not play or not CONTEXT.isdisjoint(s.words) or actors.of(s, force, at) is not None)
    if _is_alert(s, at) or _is_numbered(s, force):
        return True
    if s.words[at].startswith(_CARGO_VERBS) and not force.sure:
        return False
    present = force.name == "fighters" and s.terms[at][1].role == "state" and s.words[at] not in REPORTS
    if force.sure or present or has_army(s):
        return True
    if _is_firms(s, at):
        return False
    if _is_posted(s, at, end, actors) or (
        _is_over(s, end) and not _FORMED.isdisjoint(s.words[force.start : force.end])
    ):
        return True
    if s.word(force.end - 1) not in _CALLED and not _STRONG.isdisjoint(s.words[at:end]):
        return True
    goes = (
        actors.is_place(s, end)
        or s.word(force.end + 2) in _LAND
        or _to_site(s, end)
        or s.word(force.end + 2) in _ALLIES
        or any(
            s.word(near) in (_TOWARDS if action != "withdraw" else _FROM) and actors.is_place(s, near + 1)
            for near in (end, force.end, force.end + 1, force.end + 2)
        )
    )
    if goes:
        return s.word(force.end - 1) not in _FIRMS or s.word(force.end) == "of"
    sent = s.word(force.end - 1) not in LOOSE or s.words[at].startswith(_SENDS)
    return sent and actors.of(s, force, at) is not None


_SENT: Final = words("sent shipped posted flown marched")
_YEAR: Final = 4


def _is_old(s: Sentence) -> bool:
    """Whether a year of another age is named, so that a film or a play tells of it rather than staging it."""
    return any(len(word) == _YEAR and "1000" < word < "1990" for word in s.words if word.isdigit())


_CARGO_VERBS: Final[tuple[str, ...]] = ("unload", "offload")
"""Ships and planes undergo these without being armed."""


def _is_firms(s: Sentence, at: int) -> bool:
    """Whether a firm does it: "the company will deploy 40 engineers"."""
    near = at - 1
    while near >= 0 and s.words[near] in _AUXILIARIES:
        near -= 1
    return s.word(near) in _FIRMS_THAT and s.word(near - 1) in {"the", "a", "an", "its", "telecoms", "energy", "oil"}


_AUXILIARIES: Final = words(
    "will would has have had is was to be also now said says plans planned it he that could may might"
)
_FIRMS_THAT: Final = words(
    "company firm bank operator utility airline supplier manufacturer maker contractor consultancy "
    "retailer insurer charity agency"
)

_POSTED: Final = words("posted garrisoned billeted")
"""Companies that are posted somewhere are soldiers."""


def _is_posted(s: Sentence, at: int, end: int, actors: Actors) -> bool:
    goal = end if s.word(end - 1) in {"to", "into"} else end + 1
    return s.words[at] in _POSTED and s.word(goal - 1) in {"to", "into", "in"} and actors.is_place(s, goal)


_FORMED: Final = words("units unit forces columns column men convoy convoys squadrons squadron companies battalions")


def _is_over(s: Sentence, end: int) -> bool:
    """Whether a river or border is crossed: "had gone over the Drina"."""
    name = end + 2 if s.word(end + 1) == "the" else end + 1
    return s.word(end) in {"over", "across"} and ((s.is_capital(name) and not s.text.all_caps) or s.word(name) in _LAND)


def _is_numbered(s: Sentence, force: Force) -> bool:
    """Whether the force is one of an army's formations: "the Third Division", "82nd Division"."""
    number = s.word(force.end - 2)
    ordinal = number in _ORDINALS or (number[:1].isdigit() and number.endswith(("st", "nd", "rd", "th")))
    return ordinal and s.words[force.end - 1] in _FORMATIONS and s.is_capital(force.end - 1) and not s.text.all_caps


_ORDINALS: Final = words("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
_FORMATIONS: Final = words("division corps fleet squadron")


def _to_site(s: Sentence, end: int) -> bool:
    """Whether a site is where the verb leads: "to the enclave"."""
    found = s.terms.get(end + 1 + (s.word(end + 1) == "the"))
    return s.word(end) in _TOWARDS and found is not None and found[1].role in {"site", "post"}


def _is_alert(s: Sentence, at: int) -> bool:
    """Whether the words say that a force is on its guard, which civil forces are not."""
    return s.terms[at][1].action == "alert"


_CALLED: Final = words("volunteers")
"""Charities deploy and mobilise these too."""

_FIRMS: Final = words("company companies")
"""These go to places on business: an army, or what they are made of, makes them a force ("company of engineers")."""

_ALLIES: Final = words("mission coalition nato alliance contingent peacekeepers")
_LAND: Final = words("soil territory border frontier coast front")
_FROM: Final = words("of from")
_SENDS: Final[tuple[str, ...]] = (
    "send",
    "sent",
    "dispatch",
    "despatch",
    "deploy",
    "base",
    "basing",
    "station",
    "withdr",
    "provid",
    "vacat",
    "doubl",
    "tripl",
    "halv",
    "reinforc",
    "boost",
    "abandon",
    "retreat",
    "contribut",
    "enlarg",
    "expand",
    "swell",
    "thicken",
    "tripl",
    "trebl",
    "quadrupl",
)
_TOWARDS: Final = words("to into for towards toward")


def has_army(s: Sentence) -> bool:
    """Whether something in the sentence is of the armed forces beyond doubt."""
    return not CONTEXT.isdisjoint(s.words) or any(term.role in {"force", "post"} for _, term in s.terms.values())
