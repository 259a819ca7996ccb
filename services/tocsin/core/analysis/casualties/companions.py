"""Words of harm that harm nobody without another word near them; most of their sentences need no reading."""

from typing import Final

from tocsin.core.analysis.casualties.fallen import PERILS
from tocsin.core.analysis.casualties.triggers import TRIGGERS
from tocsin.core.analysis.lexicon import Either
from tocsin.core.analysis.lexicon.either import grouped

REACH: Final = 70
"""How many characters before and behind a word its companion is looked for; more than any construction spans."""

_COMPANIONS: Final = {
    "life lives": r"\bend(?:ed|s|ing)?\b|imperil|threaten"
    r"|risk|danger|jeopard|peril|claim|cost|took|tak[ei]|los[tes]|losing",
    "victims": r"memory"
    r"|claim|no victims|buri|bury|funeral|mourn|remember|memorial|vigil|wreath|identified|bodies|remains",
    "throat throats": r"slit|cut",
    "ill sick": r"\b(?:ma[dk]e|making|left|leaving|fell|fallen|taken) (?:\w+ ){0,6}(?:ill|sick)\b",
    "lived": r"\bnone of [^.;]{0,60}\blived\b",
    "hospital hospitals clinic clinics infirmary infirmaries": r"taken|rushed|airlifted|transported|admitted|brought"
    r"|evacuated|treatment"
    r"|took|take|ferried|flew|carried|drove|sent",
    "hold holds holding held detained taken": r"hijack|kidnap|captor|rebel|militan|gunm|guerrilla|insurgent|separatist"
    r"|pirate|smuggler|traffick|fighter|bandit|jihad|militia|group|terroris|taliban|hamas|cartel|opponent"
    r"|armed men|extremis|islamis|boko haram|tribesm|abduct|raider|houthi|gunboat|faction|\bbands?\b|\bgangs?\b"
    r"|\b(?:it|they) (?:is|was|are|were|have been|has been) (?:still )?holding|(?:it|they) (?:still )?holds?\b",
    "drive drives driving drove forcing force forces chased chasing": r"from\b|out of\b|off\b|across\b"
    r"|over\b|into exile\b",
    "flooded": r"people out of|famil(?:y|ies) out of|residents out of|villagers out of|households out of",
    "emptied emptying": r"villages?|towns?|cit(?:y|ies)|camps?|districts?|quarters?|islands?",
    "captivity": r"\bin(?:to)? (?:[\w'-]+ ){1,2}captivity",
    "hands": r"\b(?:in|into) (?:the )?(?:[\w'-]+ ){0,2}hands",
    "claim claims claimed claiming": r"\b" + grouped("|".join(sorted(PERILS))) + r"\b",
    "fell": r"fire|shots|guns|volley|bullets|bombard|fighting|battle|combat|action|war|charge|assault"
    r"|clash|siege|ambush|\b1\d\d\d\b",
    "took taking": r"flood|storm|famine"
    r"|hijack|kidnap|captor|rebel|militan|gunm|guerrilla|insurgent|separatist|pirate|smuggler|traffick"
    r"|fighter|bandit|jihad|militia|terroris|taliban|hamas|cartel|armed men|extremis|islamis|boko haram|raiders",
    "looking searching hunting scoured scouring combed combing": r"\b(?:\w+ ){1,4}for\b",
    "search searched": r"\bsearch(?:ed)? (?:\w+ ){1,4}for\b",
    "broke": r"\bbroke (?:\w+ ){0,2}(?:bones?|limbs?|ribs?|legs?|arms?|wrists?|hips?|ankles?|necks?|noses?|jaws?)\b",
    "recovering": r"injur|wound|burns",
    "injury": r"injury (?:of|to) ",
    "entombed": r"under|beneath|below|inside|rubble|mine|debris|tunnel|wreckage|collaps|pit\b|avalanche|shaft|cave",
    "trapped": r"under|beneath|below|inside|rubble|mine|debris|wreckage|collaps|pit\b|avalanche|shaft|cave|rising",
    "nursing": r"injur|wound|burns|bones|limbs|ribs|fractur|bruis|cuts|skull",
    "treated treating treat treats": r"hospital|intensive care|clinic|doctors|medics|paramedics"
    r"|at the scene|injur|wound|burns",
    "forced": r"home|house|village|town|city|area|region|country|province|fighting|violence|camp|district|enclave|flee"
    r"|evacuate"
    r"|into (?:a|the|his|their) ",
    "loss": r"loss of (?:[\w,-]+ ){1,4}(?:crew|men|sailors|soldiers|troops|seamen|fishermen|people|passengers)\b",
    "lost": r"(?:believed|feared|presumed|reported|thought|declared|listed|posted) (?:as )?lost"
    r"|soldiers|troops|fighters|guerrillas|rebels|marines|militants|combatants|gendarmes|people|crew|children"
    r"|brothers?|sons?|daughters?|parents|husband|wife|sisters?|relatives|cousins?|uncles?|aunts?|nephews?|nieces?|friends"
    r"|comrades|twins|grand\w+|\bmen\b|[a-z]{2}(?:men|ers|ors|eers|ists|ees)\b",
    "driven fled flee fleeing abandon abandoned": r"driven (?:out|from)\b|"
    r"\b(?:fled|flee|fleeing) "
    r"(?!the\b|an?\b|to\b|from\b|in\b|on\b|as\b|when\b|after\b)[a-z]"
    r"|shelling|bombing|bombardment"
    r"|home|house|village|town|city|area|region|country|province"
    r"|fighting|violence|camp|district|enclave|flee",
    "buried bury buries burying": r"alive|we bur|they bur|families|relatives|villagers|residents|mourners"
    r"|people|parents"
    r"|[a-z]{2}(?:ers|ors|men|ists)\b|rubble|debris|mud|snow|slag|slide|avalanche|collapse|quake|neighbo|town|village",
    "eliminated liquidated": r"terrorist|militant|fighter|rebel|gunm|soldier|commander|insurgent|bandit|guerrilla|jihad"
    r"|leader|troops",
    "cut": r"glass|shard|splinter|shrapnel|debris|knife|machete",
    "sentenced": r"to death|to hang",
    "prisoners": r"of war|took|tak[ei]|captur|\b(?:is|are|was|were|been) (?:\w+ )?prisoners",
    "dragged": r"from|away|off|into|to the",
    "marched herded frogmarched": r"(?:away|off)\b|in?to (?:the|a) ",
    "losing": r"losing (?:[\w,-]+ ){1,5}(?:soldiers|troops|fighters|servicemen|policemen|marines|sailors|men)\b",
    "alive": r"\b(?:not|never|none|nobody|no one)\b[^.;]{0,60}\balive|n't [^.;]{0,60}\balive",
    "refugees": r"refugees from|cross|arriv|pour|stream|enter|reach|flood|fled|flee",
    "survived": r"crash|attack|blast|explosion|bomb|shoot|fire|sink|quake|ambush|assassinat|attempt|collision"
    r"|avalanche"
    r"|landslide|wreck|went down|everybody|everyone"
    r"|disaster|accident|fall|raid|strike|massacre|flood|stampede|collapse|ordeal|none of|all |both ",
    "remains": r"remains of",
    "count": r"body",
    "succumbed": r"injur|wound|burn",
}
"""Triggers, and what must stand near each."""

_OF_SAYINGS: Final = {"to leave": r"had|have|has|order|told|tell|urg|warn|ask|advis|forc"}
"""The same for set phrases of several words."""

NEEDED: Final[dict[str, Either | None]] = {
    **dict.fromkeys(TRIGGERS),
    **{word: Either(pattern) for several, pattern in _COMPANIONS.items() for word in several.split()},
    **{saying: Either(pattern) for saying, pattern in _OF_SAYINGS.items()},
}
"""Every trigger, with the words of which one must be found near it, or None."""
