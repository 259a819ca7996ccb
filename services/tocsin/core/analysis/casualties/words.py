"""The common English words around casualties, each with the one-letter class that phrases are read by.

====  =====================================================  ====  ============================================
n     number                                                 e     form of "be" or "get"
a     "a", "an", "another"                                   h     form of "have"
d     other determiner or possessive                         m     modal verb, "do"
s     vague quantifier ("several", "many")                   z     "not", "never"
N     negative quantifier ("no", "nobody")                   v     other verb
B     "both"                                                 r     adverb
p, P  one person, several people                             o     "of"
g     group of people                                        b     "by"
f     name                                                   i     other preposition
j     adjective                                              c     "and", "or"
y     noun for what is no person                             l     subordinating conjunction
x     word not known                                         w     relative pronoun
D     unknown word in -ed                                    k     trigger: a verb or adjective of harm
u, U  pronoun for one, for several                           T     word of time
, ;   comma; any other punctuation mark
====  =====================================================  ====  ============================================
"""

from tocsin.core.analysis.casualties.names import FIRST_NAMES
from tocsin.core.analysis.casualties.people import GROUPS, MANY, NATIONS, ONE, TITLES
from tocsin.core.analysis.casualties.sayings import ALL_ABOARD, SAYINGS
from tocsin.core.analysis.casualties.things import THINGS
from tocsin.core.analysis.casualties.triggers import TRIGGERS
from tocsin.core.analysis.numbers.words import SCALES, UNITS, VAGUE

_CLASSES = {
    "a": "a an another",
    "d": """the these those his her its their our my your whose such each every any same said""",
    "s": "several many some few various numerous countless all most more innumerable",
    "N": "no none nobody neither no-one",
    "B": "both",
    "u": "he she him himself herself i me someone somebody one",
    "y": "it itself this something nothing everything anything",
    "U": "they them us we themselves you anyone anybody everyone everybody others whom who whoever",
    "o": "of",
    "b": "by",
    "i": """in at on from near with without to into onto for against between among inside outside under over along
        around through throughout across within towards toward via upon off aboard amid despite per about like during
        outside behind above below beside besides including next
        beneath underneath beyond opposite alongside atop amongst amidst concerning regarding""",
    "c": "and or & nor plus",
    "l": """that when while as after before since because if although though where than but until till unless whether
        whereas how why once whenever then""",
    "w": "which what",
    "e": """is are was were be been being am got get gets getting isn't wasn't weren't aren't remain remained remains
        lay lie became become becomes""",
    "h": "has have had having haven't hasn't hadn't 've",
    "m": """will would may might could can should must shall do does did don't didn't doesn't won't wouldn't couldn't
        can't cannot""",
    "z": "not never n't hardly",
    "r": """also either allegedly reportedly recently brutally apparently still already just only so far nearly almost
        approximately least up so-called now later again subsequently then even once presumably immediately
        seriously slightly badly gravely critically severely fatally mortally instantly there here too directly
        early late soon thus therefore cowardly meanwhile instead out down back away ago upstream downstream inland
        offshore nearby abroad ashore overseas upriver downriver uphill downhill indoors outdoors apiece altogether
        outright simultaneously elsewhere onshore""",
    "j": """young old elderly senior junior former late other innocent unidentified unknown armed masked alleged
        suspected presumed local foreign national international political military civil civilian social popular
        religious catholic protestant communist leftist rightist rebel guerrilla peasant female male pregnant
        prominent leading top chief deputy assistant vice black white poor rich wealthy wounded dead missing
        retired active urban rural northern southern eastern western central new good first second third fourth
        fifth last more own main federal municipal public private unarmed defenseless well-known noted renowned
        distinguished important high-ranking low-ranking plainclothes uniformed off-duty fellow adult teenage
        underage little small big large great total estimated high true real innocent ordinary wedding funeral
        liberal conservative
        democratic socialist progressive trade labor student antidrug anti-drug paramilitary extreme 1st 2d 2nd 3d 3rd
        4th 5th 6th 7th 8th 9th 10th same different young islamic shia jewish muslim additional further
        remaining many-times""",
    "v": """said says say saying told tells tell reported reports report announced added stated states stressed noted
        confirmed claims claimed claim denied denies admitted acknowledged explained believes believed believe
        know knew known found find finds finding discovered recovered left leaves leave leaving led leads lead
        went go goes gone going came come comes coming took take takes taken taking made make makes making gave
        give gives given saw see seen sees put puts set sets brought bring brings bringing raised raising rose
        rise rises caused causes causing claimed claiming claims cost costs costing exploded explode explodes
        exploding attacked attacking fired firing began begin begins started start starts continued continues
        continue called call carried carries carrying carry ordered committed commit commits occurred occurs
        occur happened happens happen took placed planted staged launched threw throw hurled included includes
        include belonged belongs belong lived live living worked work working wore wearing became identified
        identify hit hits struck destroyed destroy destroys destroying damaged damaging accused accuses accuse
        blamed blames demanded demands condemned condemns condemning sentenced tried tries investigate
        investigating investigated arrested arrest detained fell fall falls suffered suffer suffers suffering
        sustained lost lose loses losing totaled totalled reached reach reaches reaching stood stands stand
        increased increase used using want wanted wants seek sought seeks released releases freed free entered
        enter intercepted intercept ambushed survived survive escaped escape escaped fled flee flees fleeing
        forced force forcing participated participate involved responsible traveling travelling showed show
        shows shown declared presumed feared considered rescued rescue treated hospitalized hospitalised drove
        rammed ended tore ripped swept sweep crashed collapsed collided collapsed capsized sank opened hold
        holds held holding keep keeps kept speak speaks spoke speaking talk talks talked
        talking warn warns warned expect expects expected remember remembers remembered recall recalls recalled mark
        marks marked done honour honours honoured mourn mourns mourned need needs needed mean means meant""",
    "T": """today yesterday tonight tomorrow monday tuesday wednesday thursday friday saturday sunday january february
        march april june july august september october november december jan feb mar apr jun jul aug sep sept oct
        nov dec morning afternoon evening night noon midnight dawn dusk midday overnight week month year weekend""",
    ",": ",",
}


def _table() -> dict[str, str]:
    table = dict.fromkeys(THINGS, "y")
    table |= dict.fromkeys(FIRST_NAMES, "f")
    table |= dict.fromkeys(ONE | TITLES, "p") | dict.fromkeys(MANY, "P") | dict.fromkeys(GROUPS, "g")
    for letter, text in _CLASSES.items():
        table |= dict.fromkeys(text.split(), letter)
    table |= dict.fromkeys(NATIONS, "j") | dict.fromkeys([*UNITS, *SCALES, *VAGUE, "half", "tens"], "n")
    table |= dict.fromkeys(["peasant", "guerrilla", "rebel", "civilian", "student"], "p")
    table |= {word: "k" for word, trigger in TRIGGERS.items() if trigger.form in _VERBAL}
    table |= {word: "v" for word, trigger in TRIGGERS.items() if trigger.form == "suffered"}
    table |= {phrase: "e" for phrase in SAYINGS if phrase.startswith(("is ", "are ", "was ", "were "))}
    return table | dict.fromkeys(ALL_ABOARD, "U")


_VERBAL = {"ed", "base", "ing", "state"}

CLASSES = _table()
"""Lower-case word to class. Where a word has several, the one that decides more readings."""
