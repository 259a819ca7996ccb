"""How people came to harm: the weapon or the event, from the words near the verb."""

from collections.abc import Sequence
from typing import Final

_MANNERS: Final[dict[str, str]] = {
    "air strike": "airstrike airstrikes air-strike air-strikes warplane warplanes bombarded",
    "bombing": "bomb bombs bombing bombings bombed dynamite explosives ied",
    "explosion": "explosion explosions blast blasts exploded explodes exploding",
    "shelling": "shelling shelled shells artillery mortar mortars bombardment howitzer",
    "rocket attack": "rocket rockets",
    "missile strike": "missile missiles",
    "drone strike": "drone drones",
    "mine": "mine mines landmine landmines",
    "grenade attack": "grenade grenades",
    "shooting": "shot shots shoot shooting shootings gunmen gunman gunfire gunshot gunshots gunned"
    " machinegunned machinegun bullet bullets riddled sniper snipers firearms rifle rifles pistol pistols",
    "stabbing": "stabbed stabbing knife knives knifed machete machetes",
    "beating": "beaten clubbed bludgeoned battered",
    "execution": "execution executions executed executing",
    "beheading": "beheaded beheading beheadings decapitated decapitation",
    "hanging": "hanged",
    "strangling": "strangled",
    "torture": "tortured torture",
    "massacre": "massacre massacres massacred massacring slaughtered",
    "assassination": "assassination assassinations assassinated assassinate assassinating",
    "ambush": "ambush ambushes ambushed ambushing",
    "clash": "clash clashes clashed combat fighting battle battles skirmish skirmishes confrontation confrontations"
    " firefight crossfire",
    "kidnapping": "kidnapping kidnappings kidnapped abducted abduction",
    "arson": "arson",
    "earthquake": "earthquake earthquakes quake tremor aftershock",
    "tsunami": "tsunami",
    "flood": "flood floods flooding floodwaters",
    "landslide": "landslide landslides mudslide mudslides avalanche avalanches",
    "storm": "storm storms hurricane cyclone typhoon tornado tornadoes blizzard",
    "fire": "fire blaze wildfire inferno",
    "crash": "crash crashes crashed collision collided collide derailed derailment pileup overturned",
    "sinking": "capsized sank sunk shipwreck",
    "drowning": "drowned drowning drown",
    "collapse": "collapse collapsed collapsing",
    "stampede": "stampede crush trampled",
    "poisoning": "poisoned poisoning gas",
    "disease": "cholera ebola outbreak epidemic virus malaria measles covid",
    "heat": "heatwave",
    "famine": "famine starvation hunger starved",
}

_PAIRS: Final = {
    ("air", "strike"): "air strike",
    ("air", "strikes"): "air strike",
    ("air", "raid"): "air strike",
    ("air", "raids"): "air strike",
    ("air", "attack"): "air strike",
    ("aerial", "bombing"): "air strike",
    ("aerial", "bombings"): "air strike",
    ("car", "bomb"): "car bombing",
    ("car", "bombs"): "car bombing",
    ("car", "bombing"): "car bombing",
    ("truck", "bomb"): "car bombing",
    ("suicide", "bomber"): "suicide bombing",
    ("suicide", "bombers"): "suicide bombing",
    ("suicide", "bombing"): "suicide bombing",
    ("suicide", "bomb"): "suicide bombing",
    ("suicide", "attack"): "suicide bombing",
    ("suicide", "car"): "suicide bombing",
    ("roadside", "bomb"): "roadside bombing",
    ("roadside", "bombs"): "roadside bombing",
    ("drone", "strike"): "drone strike",
    ("missile", "strike"): "missile strike",
    ("heat", "wave"): "heat",
    ("firing", "squad"): "execution",
    ("opened", "fire"): "shooting",
    ("mass", "execution"): "mass execution",
    ("mass", "executions"): "mass execution",
    ("mass", "shooting"): "mass shooting",
}

_ONE: Final = {word: manner for manner, words in _MANNERS.items() for word in words.split()}
_FIRST: Final = frozenset(first for first, _ in _PAIRS)
TELLING: Final = frozenset((*_FIRST, *_ONE))
"""Words that tell a manner, or begin a pair that does."""

_REACH: Final = 25
"""How many words before and behind the verb are asked."""


def manners(words: Sequence[str]) -> list[tuple[int, str]]:
    """The words that tell a manner: index, and the manner as a lower-case noun phrase."""
    found: list[tuple[int, str]] = []
    for at, word in enumerate(words):
        if word not in TELLING:
            continue
        if word in _FIRST and at + 1 < len(words) and (pair := _PAIRS.get((word, words[at + 1]))):
            found.append((at, pair))
        elif word in _ONE and not (found and found[-1][0] == at - 1 and (words[at - 1], word) in _PAIRS):
            found.append((at, _ONE[word]))
    return found


def nearest(told: Sequence[tuple[int, str]], at: int) -> str | None:
    """The manner told nearest to the word at ``at``, of equally near ones the first; None if all are far."""
    best, manner = _REACH, None
    for here, said in told:
        distance = abs(here - at)
        if distance < best:
            best, manner = distance, said
    return manner
