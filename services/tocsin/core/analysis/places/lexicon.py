"""Words around names that tell places from people and organisations, by their keys."""


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


TITLES = words(
    """
    mr mrs ms miss dr prof professor sir lord lady dame rev reverend fr father sister brother sheikh shaykh imam
    mullah ayatollah rabbi cardinal archbishop bishop pope saint king queen prince princess emperor sultan emir
    president vice premier chancellor minister secretary ambassador senator sen sens congressman congresswoman
    representative rep reps governor gov mayor councilman councilwoman councillor councilor alderman judge
    justice attorney sheriff chief deputy officer detective det inspector insp superintendent supt sergeant sgt
    corporal cpl private pvt lieutenant lt captain capt major maj colonel col brigadier brig general gen marshal
    admiral adm commander cmdr commodore coach quarterback spokesman spokeswoman spokesperson director chairman
    chairwoman ceo actor actress singer author pastor
    """
)
"""What stands before people's names."""

ORGANISATIONS = words(
    """
    university college school academy institute hospital clinic church cathedral mosque bank times post news
    herald tribune gazette journal star press daily telegraph guardian observer chronicle inc corp corporation
    company co ltd llc plc group holdings industries airlines airways motors police department dept office
    ministry committee council commission association society foundation union league party front movement army
    navy force forces brigade battalion division regiment corps guard court club united city fc sox yankees
    cowboys bulldogs tigers eagles wildcats hotel inn center centre mall stadium arena theater theatre museum
    library gallery airport station bridge street avenue road boulevard lane drive highway st ave rd blvd dr ln
    hwy route park plaza square tower building house hall festival conference agreement accord treaty protocol
    declaration summit medical middle high elementary community regional national state federal international
    memorial central authority agency bureau board administration service services fund trust exchange
    observatory examiner dispatch courier sentinel republic leader record register review
    """
)
"""What organisations, streets and buildings are called by, before or behind the place in their names."""

_KINDS_AFTER = {
    "admin": words(
        "province governorate state region oblast county prefecture district territory department canton parish emirate"
    ),
    "city": words("city town village suburb neighborhood neighbourhood"),
    "water": words("sea strait gulf river lake canal"),
}
KINDS_AFTER = {word: kind for kind, several in _KINDS_AFTER.items() for word in several}
"""The word behind a name ("Idlib province"), and the kind of place that it asks for."""

_KINDS_BEFORE = {
    "admin": words("province governorate state region county district department"),
    "city": words("city town village suburb capital port"),
}
KINDS_BEFORE = {word: kind for kind, several in _KINDS_BEFORE.items() for word in several}
"""The noun before "of" and a name ("the town of Idlib"), and the kind of place that it asks for."""

LOCATIVE = words(
    """
    in at near from around outside inside across throughout toward towards into through via leave leaving left
    entering entered reached northern southern eastern western central north south east west northeast northwest
    southeast southwest downtown nearby rural upstate visited visiting visit invaded bombed between off
    """
)
"""The word before a name that says it is a place."""

OF_STATES = words(
    """
    government president minister ministry parliament lawmakers army forces troops soldiers soldier military
    police officials official officers authorities authority border borders city cities town towns village
    villages capital coast waters soil territory province region state states leader leaders leadership embassy
    ambassador envoy navy side island islands port airport prime foreign defense defence interior security
    intelligence airstrike airstrikes strikes warplanes jets planes aircraft bombers drones missiles ships
    warships vessels boats fleet carrier carriers tanks artillery commanders commander general diplomats
    diplomat citizens nationals rebels militants insurgents fighters opposition election elections
    contingent contingents unit units brigade brigades battalion battalions division divisions regiment regiments
    convoy convoys column columns squadron squadrons flotilla garrison garrisons destroyer destroyers frigate
    frigates submarine submarines minesweeper minesweepers warship warplane helicopter helicopters gunship gunships
    fighter jet bomber missile drone tank rocket rockets shell shells airmen sailors marines commandos paratroopers
    peacekeepers peacekeeper engineers reservists guards guard policemen policeman officer pilot pilots crew crews
    trainers advisers advisors mercenaries militia militias militiamen gunmen civilians civilian refugees hostages
    hostage prisoners captives journalists journalist envoys delegation rule occupation offensive attack attacks
    raid raids bombardment shelling invasion base bases boat speedboat speedboats patrol patrols pull pullback
    pullout withdrawal retreat deployment buildup reinforcements presence advance incursion landing manoeuvres maneuvers
    exercise exercises blockade siege ceasefire truce are were have had will
    """
)
"""Words behind the name of a people ("Turkish troops") that speak of its state, its land and its forces, or of whom
they hit; and what a people as a whole does ("the French are leaving").
"""

OF_CULTURES = words(
    """
    food foods cuisine restaurant restaurants language languages literature music film films movie movies art arts
    dance dancing dancers pub beer wine tea coffee heritage culture community communities descent ancestry accent dish
    dishes cooking style song songs singer team club player players league striker midfielder actor actress version
    word words dialect grill church history studies market grocery festival immigrants roots family families
    """
)
"""Words behind the name of a people ("Italian food") that say little of where anything is."""

NEVER = words(
    """
    north south east west northern southern eastern western central upper lower middle northeast northwest
    southeast southwest january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday street avenue road lane drive boulevard highway
    route square park bridge tower building house hall center centre club hotel lot unit block federal national
    international state region province county district city town village island islands lake river mountain
    valley bay beach university college school academy institute hospital church mosque court police army navy
    government ministry parliament congress senate union party council committee commission board office bureau
    department agency company group bank fund press news times post star sun christian muslim islamic jewish
    catholic english arab arabs arabic god bible koran olympic santa president minister general major chief king queen
    prince princess mr mrs saint the and for but not all one two three four five six seven eight nine ten first
    second third last next new old big great good best here there this that these those they their what when
    where who why how said also after before since most many more some such red green blue black white brown
    gray grey orange hill hills country grand golden summit federation heritage liberty independence marines
    guards rangers troops soldiers rebels web internet facebook twitter google media video photo title story act
    action league cup open tour
    """
)
"""Words that name some small place somewhere, and never mean it."""

NEVER_PHRASES = frozenset(
    [
        "african american",
        "boy scouts",
        "country club",
        "high school",
        "latin american",
        "native american",
        "new year",
        "north american",
        "red cross",
        "santa claus",
        "security council",
        "south american",
        "super bowl",
        "supreme court",
        "united nations",
        "wall street",
        "white house",
    ]
)
"""Likewise, of several words."""

ADMIN_TYPES = words(
    """
    province governorate prefecture oblast district county parish region state territory canton emirate
    department division raion krai voivodeship municipality
    """
)
"""The type word behind a division's name, in capitals ("Akita Prefecture")."""

FEATURE_NOUNS = words(
    """
    river creek lake bay valley mountain mountains mount mt island islands isle beach forest desert peninsula
    canyon falls strait gulf sea cape township province district county governorate prefecture parish oblast
    village camp fort pass ridge reservoir basin plateau delta reef shoal lagoon archipelago heights hills
    springs borough airport airfield
    """
)
"""Nouns in the names of natural features and divisions."""

CONTINUING = FEATURE_NOUNS | words("city republic department coast states kingdom union region state")
"""Everyday words with which names go on, in copy that is all capitals."""
