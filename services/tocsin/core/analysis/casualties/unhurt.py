"""Set phrases that tell of people unhurt, found, or looked for."""

from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.objects import objects
from tocsin.core.analysis.casualties.phrase import Phrase
from tocsin.core.analysis.casualties.reading import Reading
from tocsin.core.analysis.casualties.subjects import subject
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.lexicon import words

_ALL = words("all both everyone everybody each every nobody")

_DANGERS = words("""
    crash attack blast explosion bombing shooting fire blaze sinking quake earthquake ambush assassination attempt
    collision avalanche landslide shipwreck disaster accident fall raid strike massacre flood stampede collapse ordeal
    capsizing impact
""")
"""What is survived by the skin of one's teeth; votes and seasons are survived too."""

_GIVEN_UP = words("feared presumed dead missing buried trapped believed thought reported")
"""What was said of those who are alive after all."""

_DANGER_REACH = 7

_RESCUE = words("""
    rescue rescuers rescued rescuer divers coastguard lifeboat lifeboats survivors wreckage rubble debris avalanche
    capsized sank collapsed buried landslide mudslide flood floods storm crash sunk missing sinking overturned searchers
    search coast mountain sea collapse firefighters quake earthquake vanished disappeared trapped swept
""")
"""Words of a search for people in need; police search for others."""

_LOSABLE = words("""
    crewmen sailors seamen fishermen climbers mountaineers hikers skiers divers miners canoeists kayakers trawlermen
    potholers cavers castaways swimmers yachtsmen
""")
"""Whom nobody searches for but to rescue."""


def _to_the_rescue(s: Sentence, at: int) -> bool:
    """Whether a word beside the one at ``at`` tells of people in need."""
    return any(i != at and word in _RESCUE for i, word in enumerate(s.words))


_FOR = 5

_SOUGHT = words("""
    suspects suspect gunmen gunman attackers attacker killers killer assailants assailant robbers thieves fugitives men
    inmates escapees bombers militants rebels witnesses prisoners convicts
""")


def read_unhurt(s: Sentence, at: int, trigger: Trigger, _: Reading | None) -> Reading | None:
    """Who came to no harm: "all 33 pupils were unhurt", "both pilots survived the crash"."""
    first = back_over(s, at - 1, "ehmrzv") + 1
    victims = subject(s, first)
    if not victims:
        return Reading(at, trigger, [], "passive", []) if trigger.kind == "injured" else None
    if victims[0].sort == "thing":
        return None
    if trigger.kind == "killed" and victims[0].sort == "none":
        return _none_survived(s, at, trigger, victims[0])
    if trigger.kind == "killed" and not _escaped(s, at, victims):
        return None
    some = s.words[at].endswith(("traced", "located")) and s.word(victims[0].start) not in _ALL
    if some or (victims[0].sort == "unknown" and not victims[0].counted and not victims[0].definite):
        return None
    return Reading(at, trigger, victims, "passive", [])


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
    given_up = trigger.kind != "killed" or any(word.endswith("alive") for word in s.words)
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
        if not victims[0].several or last in _SOUGHT or (last not in _LOSABLE and not _to_the_rescue(s, at)):
            return None
    return Reading(at, trigger, victims, "active", [])


_SEARCHES = ("search", "comb", "hunt", "scour", "look")
