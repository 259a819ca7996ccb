"""Words beside the names of places, which tell how these stand in their sentences."""

from typing import Final

from tocsin.core.analysis.lexicon import words

WHERE: Final = words(
    "in at near outside inside around off on of across throughout along above below beside north south east west"
)
WHITHER: Final = words("to into toward towards for onto")
AWAY: Final = words("to toward towards")
"""Of these what is hurt lies at the other end: "sent to", but not "stormed into"."""

WHENCE: Final = words("from out left leave leaves leaving departed departing fleeing fled")
PREPOSITIONS: Final = WHERE | WHITHER | WHENCE | words("of with")

JOINTS: Final = frozenset((", ", " and ", ", and ", " or ", " in ", ", in "))
"""Between two names, these let the second stand as the first does: "left Sfax in Tunisia", "from Mali and Niger"."""

BORDERS: Final = words("border borders frontier")
"""Before "with" these belong to the name behind it."""

DETERMINERS: Final = words("the a an its their his her several two three four other nearby")
"""Behind "to" these begin a noun phrase; a verb may follow otherwise."""

NEWS: Final = words(
    "report reports news footage pictures images video videos dispatches accounts statements km kilometers kilometres"
    " miles mile away far minutes hours feet meters metres"
)
"""Before "from" these leave open or tell where something was: "reports from Homs", "30 km from Homs"."""

LANDS: Final = words(
    "border borders frontier capital coast coastline shore shores waters soil territory town towns city cities village"
    " villages province provinces region regions island islands peninsula desert enclave port outskirts north south"
    " east west northeast northwest southeast southwest"
)
"""Behind a people's or a country's name these make a place of it: "the Syrian border", "Iraq's north"."""

SITES: Final = words(
    "school schoolhouse university market marketplace mosque church temple synagogue shrine hospital clinic prison jail"
    " airport airfield mine nightclub restaurant hotel resort factory refinery pipeline highway camp stadium"
)
"""Behind a people's name these are in its country: "the Russian school siege"."""

KINDS: Final = LANDS | words("state district suburb suburbs governorate valley mountains centre center area side")
"""Before "of" these belong to the name behind it: "the district of Amriya"."""

RELATIVE: Final = words(
    "northern southern eastern western central northeastern northwestern southeastern southwestern coastal"
)
"""Before the land's word these stand between it and the name: "Syria's northern border"."""

GUARDS: Final = words(
    "guard guards guardsmen police patrol patrols agents officials authorities authority council forces mayor"
)
"""Behind the land's word these make people of it: "the Chinese coast guard"."""

ADJECTIVES: Final = frozenset(("US", "U.S.", "U.S", "UK", "U.K.", "United States"))
"""Names of countries that are their own adjectives."""

ARMS: Final = words(
    "forces troops soldiers soldier military army navy marines warplanes warplane jets warships warship officials"
    " official president government ministry ambassador"
)
STRIKES: Final = words(
    "air airstrike airstrikes strike strikes raid raids drone drones bombing missile missiles helicopter helicopters"
    " special coalition"
)
FOLK: Final = words("ethnicity origin descent tribe tribesmen militia militias militiamen community")
"""Behind a place's name these make people of it: "of Amhara ethnicity"."""

SUBJECTS: Final = words(
    "citizens citizen nationals national natives president government army forces flag ambassador embassy"
)
"""Of a country, these are who: "citizens of Australia"."""

TELLING: Final = SUBJECTS | words("of in")
"""Words before a name that may make somebody of it, some with the one before them."""

SPEAKERS: Final = frozenset(("country", "city", "base"))
"""Kinds of places that stand for who governs or works there: "Moscow denied it", "the Pentagon said"."""

VERBS_OF_STATES: Final = words("said says has have had is will would denied denies announced")
"""Behind a country's name these show it to act."""
