"""Words of harm that harm nobody without another word near them; most of their sentences need no reading."""

import re

from tocsin.core.analysis.casualties.triggers import TRIGGERS

REACH = 70
"""How many characters before and behind a word its companion is looked for; more than any construction spans."""

_COMPANIONS = {
    "life lives": r"risk|danger|jeopard|peril|claim|cost|took|tak[ei]|los[tes]|losing",
    "victims": r"claim|no victims|buri|bury|funeral|mourn|remember|memorial|vigil|wreath|identified|bodies|remains",
    "throat throats": r"slit|cut",
    "hospital hospitals": r"taken|rushed|airlifted|transported|admitted|evacuated|brought|treatment"
    r"|took|take|ferried|flew|carried|drove|sent",
    "hold holding held detained taken": r"hijack|kidnap|captor|rebel|militan|gunm|guerrilla|insurgent|separatist|pirate"
    r"|smuggler|traffick|fighter|bandit|jihad|militia|group|terroris|taliban|hamas|cartel|opponent|armed men|extremis"
    r"|islamis|boko haram",
    "drive drives driving drove forcing": r"(?:from|out of) (?:their|his|her) ",
    "forced": r"home|house|village|town|city|area|region|country|province|fighting|violence|camp|district|enclave|flee"
    r"|into (?:a|the|his|their) ",
    "lost": r"soldiers|troops|fighters|guerrillas|rebels|marines|militants|combatants|gendarmes|people|crew|children"
    r"|brothers?|sons?|daughters?|parents|husband|wife|sisters?|relatives|[a-z]{2}men\b|[a-z]{2}ers\b|[a-z]{2}ors\b",
    "driven fled flee fleeing abandon abandoned": r"home|house|village|town|city|area|region|country|province"
    r"|fighting|violence|camp|district|enclave|flee",
    "buried": r"alive|we buried|they buried|families|relatives|villagers|residents|mourners",
    "eliminated liquidated": r"terrorist|militant|fighter|rebel|gunm|soldier|commander|insurgent|bandit|guerrilla|jihad"
    r"|leader|troops",
    "cut": r"glass|shard|splinter|shrapnel|debris|knife",
    "sentenced": r"to death|to hang",
    "prisoners": r"took|tak[ei]|captur",
    "dragged": r"from|away|off",
    "refugees": r"cross|arriv|pour|stream|enter|reach|flood|fled|flee",
    "survived": r"crash|attack|blast|explosion|bomb|shoot|fire|sink|quake|ambush|assassinat|attempt|collision|avalanche"
    r"|landslide|wreck|disaster|accident|fall|raid|strike|massacre|flood|stampede|collapse|ordeal|none of|all |both ",
    "remains": r"remains of",
    "count": r"body",
    "succumbed": r"injur|wound|burn",
}
"""Triggers, and what must stand near each."""

NEEDED: dict[str, re.Pattern[str] | None] = {
    **dict.fromkeys(TRIGGERS),
    **{word: re.compile(pattern) for several, pattern in _COMPANIONS.items() for word in several.split()},
}
"""Every trigger, with the pattern that must be found near it, or None."""
