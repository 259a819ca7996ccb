"""Set phrases that tell of people unhurt, found, or looked for."""

from typing import Final

from tocsin.core.analysis.casualties.ahead import phrase_from
from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.objects import objects
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.subjects import subject
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_ALL: Final = words("all both everyone everybody each every nobody")

_DANGERS: Final = words("""
    crash attack blast explosion bombing shooting fire blaze sinking quake earthquake ambush assassination attempt
    collision avalanche landslide shipwreck disaster accident fall raid strike massacre flood stampede collapse ordeal
    capsizing impact
""")
"""What is survived by the skin of one's teeth; votes and seasons are survived too."""

_GIVEN_UP: Final = words("feared presumed dead missing buried trapped believed thought reported")
"""What was said of those who are alive after all."""

_DANGER_REACH: Final = 7

_RESCUE: Final = words("""
    rescue rescuers rescued rescuer divers coastguard lifeboat lifeboats survivors wreckage rubble debris avalanche
    capsized overturned capsizing
    sank collapsed buried landslide mudslide flood floods storm crash sunk missing sinking overturned searchers
    search coast mountain sea collapse firefighters quake earthquake vanished disappeared trapped swept
""")
"""Words of a search for people in need; police search for others."""

_LOSABLE: Final = words("""
    crewmen sailors seamen fishermen climbers mountaineers hikers skiers divers miners canoeists kayakers trawlermen
    potholers cavers castaways swimmers yachtsmen
""")
"""Whom nobody searches for but to rescue."""


def _to_the_rescue(s: Sentence, at: int) -> bool:
    """Whether a word beside the one at ``at`` tells of people in need."""
    return any(i != at and word in _RESCUE for i, word in enumerate(s.words))


_FOR: Final = 5

_SOUGHT: Final = words("""
    suspects suspect gunmen gunman attackers attacker killers killer assailants assailant robbers thieves fugitives men
    inmates escapees bombers militants rebels witnesses prisoners convicts
""")


def read_unhurt(s: Sentence, at: int, trigger: Trigger, _: Reading | None) -> Reading | None:
    """Who came to no harm: "all 33 pupils were unhurt", "both pilots survived the crash"."""
    return _not_alive(s, at, trigger) if s.words[at] == "alive" else _unhurt(s, at, trigger)


def _unhurt(s: Sentence, at: int, trigger: Trigger) -> Reading | None:  # noqa: PLR0911 - one return a construction
    """Whoever stands before the word, or before the verb of its clause."""
    first = back_over(s, at - 1, "ehmrzv") + 1
    victims = subject(s, first)
    if trigger.kind == "injured" and (not victims or victims[0].sort in {"thing", "unknown"}):
        victims = _of_the_clause(s, first) or victims
    if s.words[at] == "without injury" and (not victims or victims[0].sort == "thing"):
        return Reading(at, trigger, [Phrase(at, at + 1, "none")], "count", [])  # "the jet slid off without injury"
    if not victims:
        return Reading(at, trigger, [], "passive", []) if trigger.kind == "injured" else None
    first = victims[0].start
    if trigger.kind == "killed" and victims[0].sort == "none":
        return _none_survived(s, at, trigger, victims[0])
    if s.words[at].endswith("alive") and victims[0].sort != "thing" and _hopeless(s, first):
        open_ = trigger._replace(says="possible")
        return Reading(at, open_, victims, "passive", [], max(0, first - _CLAUSE))
    if victims[0].sort == "thing" or (trigger.kind == "killed" and not _escaped(s, at, victims)):
        return None
    some = s.words[at].endswith(("traced", "located")) and s.word(victims[0].start) not in _ALL
    if some or (victims[0].sort == "unknown" and not victims[0].counted and not victims[0].definite):
        return None
    return Reading(at, trigger, victims, "passive", [])


def _of_the_clause(s: Sentence, end: int) -> list[Phrase]:
    """Who comes out unhurt, told before the verb: "the crew came through the derailment at Crewe unharmed"."""
    clause = range(end - 1, max(-1, end - _CLAUSE), -1)
    verb = next((i for i in clause if s.tag(i) in ";lwvDeh" or " " in s.words[i]), -1)
    if verb < 0 or s.tag(verb) in ";lw":
        return []
    found = [v for v in subject(s, back_over(s, verb, "ehmrzv") + 1) if v.sort == "person"]
    if found:
        return found
    first = next((i + 1 for i in range(end - 1, -1, -1) if s.tag(i) == ";"), 0)
    crew = phrase_from(s, first)  # "the crew of the crane that toppled in Antwerp escaped unhurt"
    aboard = crew is not None and not _CREWS.isdisjoint(s.words[crew.start : crew.end])
    return [crew.but(sort="person")] if crew is not None and aboard else []


_CREWS: Final = words(
    "crew crews passengers occupants driver drivers pilot pilots riders workers pupils residents tenants"
)
_CLAUSE: Final = 12
_HOPES: Final = words("chance chances hope hopes prospect prospects likelihood possibility probability")
_FAINT: Final = words("""
    little no scant slim slender small almost faint fading dwindling scarcely hardly poor minimal abandoned lost
""")
_HOPE_REACH: Final = 8


def _hopeless(s: Sentence, at: int) -> bool:
    """Whether hardly anybody hopes that those told of at ``at`` live: "little chance that the five are alive"."""
    that = next((i for i in range(at - 1, max(-1, at - 3), -1) if s.word(i) in {"that", "of"}), None)
    before = s.words[max(0, that - _HOPE_REACH) : that] if that is not None else []
    doubted = bool(before) and before[-1].startswith("doubt")
    return doubted or not (_HOPES.isdisjoint(before) or _FAINT.isdisjoint(before))


def _not_alive(s: Sentence, at: int, trigger: Trigger) -> Reading | None:
    """Who did not live: "two did not come out of the cave alive", "none of the 12 got off the ship alive"."""
    for here in range(at - 1, max(-1, at - _CLAUSE), -1):
        if s.tag(here) in ",;lw":
            return None
        if s.tag(here) == "N":
            return _none_survived(s, at, trigger, Phrase(here, here + 1, "none"))
        if s.tag(here) == "z" or s.word(here).endswith("n't"):
            first = back_over(s, here, "ehmrz") + 1
            comes = s.word(here + 1).startswith(_COMES)
            victims = [v for v in subject(s, first) if v.sort in {"person", "number"}] if comes else []
            return Reading(at, trigger._replace(says=None), victims, "passive", [], first) if victims else None
    return None


_COMES: Final = (
    "come",
    "came",
    "get",
    "got",
    "make",
    "made",
    "return",
    "emerge",
    "leave",
    "left",
    "escape",
    "reach",
    "walk",
)


def _none_survived(s: Sentence, at: int, trigger: Trigger, none: Phrase) -> Reading | None:
    """All who died where nobody lived: "none of the 12 people aboard survived"."""
    of = none.start + 1
    victims = objects(s, of + 1)[:1] if s.tag(of) == "o" else []
    counted = victims and victims[0].counted
    return Reading(at, trigger._replace(says=None), victims, "passive", [], none.start) if counted else None


def _escaped(s: Sentence, at: int, victims: list[Phrase]) -> bool:
    """Whether those who live were in danger of their lives."""
    if s.word(victims[0].start) in _ALL and (s.tag(at + 1) in ";," or s.word(at + 1) in {"when", "after", "as"}):
        return True
    if s.words[at] == "lived to tell":
        return True
    if s.words[at].endswith("alive") and not _GIVEN_UP.isdisjoint(s.words):
        return True
    return not _DANGERS.isdisjoint(s.words[at + 1 : at + _DANGER_REACH])


def read_lacking(s: Sentence, at: int, trigger: Trigger, _: Reading | None) -> Reading | None:
    """Who is nowhere to be found: "no trace of the six climbers", "divers were searching for 12 passengers"."""
    whom = at + 1
    if " " not in s.words[at]:
        whom = next((i + 1 for i in range(at + 1, at + _FOR) if s.word(i) == "for"), s.size)
    victims = [victim for victim in objects(s, whom)[:1] if victim.sort in {"person", "number"}]
    if not victims and s.words[at].endswith("with"):
        aboard = next((i for i in range(whom, min(whom + _FOR, s.size)) if s.word(i) in {"carrying", "with"}), s.size)
        victims = [victim for victim in objects(s, aboard + 1)[:1] if victim.sort == "person" and victim.several]
    given_up = (
        trigger.kind != "killed" or s.words[at].endswith(" for") or any(word.endswith("alive") for word in s.words)
    )
    if not given_up or (victims and trigger.kind == "displaced" and not victims[0].several):
        return None
    if victims and not victims[0].several and s.tag(victims[0].end - 1) not in "pP":
        return None
    if victims and s.words[at].startswith(_SEARCHES) and s.word(victims[0].end) in {"who", "whom"}:
        return None  # the relative clause tells what became of them
    if not victims or not victims[0].counted:
        return None
    if s.words[at].startswith(_SEARCHES):
        last = s.word(victims[0].end - 1)
        if (
            not victims[0].several
            or (last in _SOUGHT and s.word(victims[0].end) != "whose")
            or (last not in _LOSABLE and not _to_the_rescue(s, at))
        ):
            return None
    return Reading(at, trigger, victims, "active", [])


_SEARCHES: Final = ("search", "comb", "hunt", "scour", "look")
