"""The words that speak of people hurt, and how a sentence is built around each."""

import re

from tocsin.core.analysis.casualties.forms import Form, Trigger
from tocsin.core.analysis.casualties.sayings import SAYINGS
from tocsin.core.analysis.casualties.verb_classes import VERBS
from tocsin.core.analysis.lexicon import words
from tocsin.core.model.analysis import CasualtyKind

_OTHERS: dict[tuple[CasualtyKind, Form, bool, str | None], str] = {
    ("killed", "suffered", True, None): "died perished",
    ("killed", "suffered", True, "suffocation"): "suffocated",
    ("killed", "suffered", True, "famine"): "starved",
    ("killed", "idiom", True, "burial"): "buried bury buries burying",
    ("killed", "idiom", True, None): "succumbed count sentenced claim claims claimed claiming fell",
    ("injured", "idiom", True, None): "injury nursing treated treating treat treats broke recovering",
    ("captured", "idiom", True, None): "prisoners hands",
    ("killed", "idiom", False, None): "lost loss losing",
    ("injured", "idiom", False, None): "hospital hospitals clinic clinics infirmary infirmaries",
    (
        "captured",
        "idiom",
        False,
        None,
    ): "holding hold held detained taken took taking dragged holds marched herded frogmarched",
    ("captured", "idiom", False, "hijacking"): "hijacked",
    ("displaced", "idiom", True, None): "refugees",
    ("killed", "suffered", False, None): "die dies dying",
    ("killed", "suffered", True, "drowning"): "drown drowned drowning",
    ("killed", "state", True, None): "dead",
    ("killed", "act", True, "suffocation"): "suffocation asphyxiation smothering",
    (
        "killed",
        "act",
        True,
        None,
    ): "butchery electrocution electrocutions strangulation drownings stoning"
    " extermination killings murders death slaying slayings homicide killing murder",
    ("killed", "act", True, "assassination"): "assassination assassinations",
    ("killed", "act", True, "massacre"): "massacre massacres slaughter carnage",
    ("killed", "act", False, "execution"): "execution executions",
    ("killed", "act", True, "beheading"): "beheading beheadings decapitation",
    ("killed", "act", True, "lynching"): "lynching lynchings",
    ("killed", "doer", True, None): "killers killer murderers murderer",
    ("killed", "doer", True, "assassination"): "assassins assassin",
    ("killed", "count", True, None): "deaths fatalities",
    ("killed", "toll", True, None): "toll",
    ("killed", "lives", True, None): "lives life victims throats throat",
    ("killed", "bodies", True, None): "bodies corpses body corpse remains",
    ("injured", "act", True, None): "poisoning poisonings beating beatings wounding woundings",
    ("injured", "count", True, None): "injuries casualties burns",
    ("missing", "state", True, None): "missing unaccounted",
    ("injured", "state", False, None): "ill sick",
    ("killed", "unhurt", True, None): "lived alive",
    ("missing", "lacking", True, None): "looking searching hunting scoured scouring combed combing search searched",
    ("missing", "idiom", False, None): "trapped entombed",
    ("missing", "suffered", False, None): "disappeared vanished",
    ("missing", "act", True, None): "disappearance disappearances",
    (
        "captured",
        "act",
        True,
        "kidnapping",
    ): "hostage-taking hostage-takings kidnapping kidnappings abduction abductions",
    ("captured", "act", False, None): "capture",
    ("captured", "doer", True, "kidnapping"): "kidnappers abductors",
    ("captured", "state", True, None): "hostage captive prisoner",
    ("captured", "count", True, None): "hostages captives",
    ("displaced", "act", False, None): "displacement evacuation expulsion eviction",
    ("displaced", "state", True, None): "homeless roofless shelterless",
    ("displaced", "flight", True, None): "flooded fled flee fleeing forced driven abandon abandoned"
    " drive drives driving drove forcing force forces chased chasing emptied emptying",
}


def _table() -> dict[str, Trigger]:
    table: dict[str, Trigger] = {}
    for kind, sure, manner, forms in VERBS:
        for form, inflected in forms.items():
            table |= dict.fromkeys(inflected, Trigger(kind, form, sure, manner))
    for (kind, form, sure, manner), text in _OTHERS.items():
        for word in text.split():
            if word not in table:
                table[word] = Trigger(kind, form, sure, manner, "denied" if form == "unhurt" else None)
    return SAYINGS | table


TRIGGERS = _table()
"""Lower-case word, or set phrase, to its reading. Verbs that are nouns too are told apart in the sentence."""

CUE_WORDS = frozenset(max(re.split(r"[ '-]", trigger), key=lambda word: (len(word), word)) for trigger in TRIGGERS)
"""Folded words of which every text with casualties has at least one; for those who would spare a reading."""

TO_DEATH = frozenset(
    {
        "shot",
        "machinegunned",
        "stabbed",
        "beaten",
        "battered",
        "bludgeoned",
        "burned",
        "burnt",
        "hacked",
        "trampled",
        "crushed",
        "gunned",
        "tortured",
        "stabbing",
        "beating",
        "scalded",
        "shooting",
        "shoot",
    }
)
"""Verbs that kill when "dead", "down" or "to death" follows."""

PERSONAL = words("""
    murder murdered murdering assassinate assassinated assassination murderers assassins kidnap kidnapped kidnapping
    kidnappers abducted abduction beheaded
""")
"""Triggers whose victim is a person even where we do not know the word."""
