"""What a blow comes to: whether who is shot, beaten, crushed or poisoned lives."""

from typing import Final

from tocsin.core.analysis.casualties.forms import Trigger
from tocsin.core.analysis.casualties.lists import back_over
from tocsin.core.analysis.casualties.tokens import Sentence
from tocsin.core.analysis.casualties.triggers import TO_DEATH
from tocsin.core.analysis.casualties.verb_classes import TO_THE_END
from tocsin.core.analysis.lexicon import words

_ENDS: Final = words("death pieces bits shreds")
_TO_DEATH: Final = 8
"""How far behind a verb "dead" or "to death" is looked for: "shot two of the guards dead"."""


def outcome(s: Sentence, at: int, trigger: Trigger) -> Trigger:
    """The trigger at ``at``, as one of killing where what stands around it tells that nobody lived."""
    if s.words[at] in TO_DEATH:
        trigger = _to_death(s, at, trigger)
    if trigger.kind == "injured" and (_ends_in_death(s, at) or _poisons(s, at)):
        return trigger._replace(kind="killed", sure=trigger.sure or s.words[at] in TO_THE_END)
    if trigger.kind == "injured" and s.words[at] == "crushed" and s.tag(at - 1) in "erxP":
        return trigger if _MASS.isdisjoint(s.words) else trigger._replace(kind="killed")
    return trigger


_MASS: Final = words("""
    stampede stampedes surge crowd crowds pilgrims worshippers supporters spectators fans crush rubble masonry collapse
    collapsed collapsing landslide avalanche quake earthquake boulder boulders
    balcony roof ceiling shrine temple mosque beneath under
""")
"""Who is crushed beside these does not live."""

_COURTS: Final = words("court courts tribunal judge judges jury qadi decree verdict sentence")
_ORDERS: Final = words("ordered orders wants wanted demanded condemned")
_PUT_TO_DEATH: Final = words("executed hanged shot beheaded stoned")
_ORDER_REACH: Final = 8


def is_decreed(s: Sentence, at: int) -> bool:
    """Whether a court only ordered it: "a court ordered five fishermen executed"."""
    if s.words[at] not in _PUT_TO_DEATH or s.tag(back_over(s, at - 1, "r")) in "ehv":
        return False
    order = next((i for i in range(at - 1, max(-1, at - _ORDER_REACH), -1) if s.words[i] in _ORDERS), None)
    return order is not None and not _COURTS.isdisjoint(s.words[:order])


_ENOUGH: Final = words("enough likely liable apt due certain sure able")
"""Before "to poison" these tell of a danger, not of a plot."""


def _poisons(s: Sentence, at: int) -> bool:
    """Whether somebody means to poison others: to death."""
    return s.words[at] == "poison" and s.word(at - 1) == "to" and s.word(at - 2) not in _ENOUGH


def _ends_in_death(s: Sentence, at: int) -> bool:
    """Whether "to death" ends what the verb says: "gored two runners to death"."""
    near = s.words[at + 1 : at + _TO_DEATH]
    end = next((word for word in near if word in _ENDS), None)
    return end is not None and s.words[at + near.index(end)] == "to"


def _to_death(s: Sentence, at: int, trigger: Trigger) -> Trigger:
    """What would hurt, kills: "shot dead", "beaten to death", "gunned down", "shot and killed", "to shoot"."""
    deadly = trigger._replace(kind="killed", sure=True)
    if s.words[at] == "gunned" or (s.words[at], s.word(at - 1)) in {("shoot", "to"), ("shot", "be")}:
        return deadly
    for ahead in range(at + 1, min(at + _TO_DEATH, s.size)):
        word = s.words[ahead]
        if (
            word in {"dead", "alive"}
            or word.endswith(" to death")
            or (word == "death" and s.words[ahead - 1] == "to")
            or (word == "killed" and ahead == at + 2)
        ):
            return deadly
        if word in {".", ";"}:
            break
    return trigger
