"""English nouns for people, by how they count: one, many, or a group."""

from typing import Final

from tocsin.core.analysis.casualties.trades import CROWDS, PEOPLES, TRADES
from tocsin.core.analysis.lexicon import words


def plural(noun: str) -> str:
    """The regular plural, and that of -man, -woman, -child and -person."""
    for singular, many in (("man", "men"), ("child", "children"), ("person", "people")):
        if noun.endswith(singular):
            return noun[: -len(singular)] + many
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "sh", "ch", "x")):
        return noun + "es"
    return noun + "s"


_ROLES: Final = """
abductee academic accomplice activist actor actress adolescent adult agent agronomist aide airman ambassador amputee
analyst apprentice archbishop archeologist architect artist assailant assassin assemblyman assistant associate
astronaut athlete attacker attendant attorney aunt baby bandit banker barber bishop bodyguard boatman boss boy
boyfriend bricklayer bride brigadier broadcaster brother builder businessman businesswoman bystander cadet camper
candidate captain captive caretaker carpenter cashier catechist chairman champion chauffeur chef chief child
churchgoer citizen civilian cleaner clergyman cleric clerk climber coach colleague collaborator colonel columnist
comedian commando commander commissioner commuter companion compatriot comrade conductor congressman congresswoman
conscript constable consul consultant contractor convict cook coordinator corporal councilman councillor councilor
client counselor couple courier cousin craftsman crewman criminal custodian customer
cyclist dancer daughter deacon dealer
defector defender delegate demonstrator dentist deputy descendant designer detainee detective dictator diplomat
director dissident diver doctor driver editor educator electrician employee employer emigrant engineer envoy escort
evacuee executive executioner expert extremist farmer farmhand father female fighter fireman firefighter fisherman
follower footballer foreigner foreman friend fugitive functionary gangster gardener general gentleman girl
girlfriend goalkeeper governor graduate grandchild granddaughter grandfather grandmother grandparent grandson
grazier guard guardsman guerrilla guerilla guest guide gunman gunner guy hijacker hiker historian holidaymaker
homeowner hostage housewife humanitarian hunter husband illegal immigrant imam individual infant infantryman infidel
informant informer inhabitant inmate inspector instructor insurgent intellectual interpreter intern intruder
investigator jailer jesuit jew jogger journalist judge juror justice kid kidnapper killer king laborer labourer
landowner lad lady lawmaker lawyer layman leader leftist lecturer legislator librarian lieutenant loyalist
magistrate maid major male man manager marine marcher marshal martyr mason mayor mechanic mediator member mercenary
merchant messenger migrant militant militiaman miner minister minor missionary mobster monk monsignor mother
motorcyclist motorist mourner mujahid murderer musician muslim national nationalist native neighbor neighbour nephew
newborn newlywed newsman niece nomad novelist nun nurse observer occupant offender officer official officeholder
onlooker operative operator orphan outlaw owner painter parent parishioner parliamentarian partner partisan
partygoer passenger passer-by pastor patient patrolman patron peacekeeper peasant pedestrian pensioner performer
perpetrator person pharmacist photographer physician picker picnicker pilgrim pilot pirate playwright poet policeman
policewoman politician pope porter postman preacher premier presenter president priest prince princess principal
prisoner private professor promoter prosecutor prostitute protester protestor psychologist pupil queen rabbi racer
radical raider rancher ranger rebel receptionist recruit rector refugee relative repairman reporter representative
rescuer researcher reservist resident retiree reveller reveler revolutionary rider rightist rioter robber runner
sailor salesman saleswoman sapper schoolboy schoolchild schoolgirl schoolteacher scientist seaman secretary
secretary-general senator separatist sergeant serviceman servicewoman settler shepherd sheriff sheikh shooter
shopper shopkeeper shopowner sibling singer sister skier skipper smuggler sniper socialist soldier solicitor son
speaker specialist spectator spokesman spokeswoman sportsman spouse spy squatter staffer statesman stepfather
stepson storekeeper stowaway stranger striker student subversive suffragan suicide-bomber superintendent superior
supervisor supporter surgeon survivor suspect sympathizer tailor teacher technician teen teenager terrorist thief
thug toddler torturer tourist townsman trader tradesman trafficker trainee trainer traveler traveller treasurer
tribesman trooper trucker tutor twin uncle undersecretary unionist vagrant vendor veteran vice-president
vice-minister victim villager visitor voter volunteer waiter waitress warlord warder warrior watchman welder widow
widower wife witness woman worker workman worshipper worshiper writer youngster youth zealot brother-in-law
sister-in-law son-in-law father-in-law mother-in-law daughter-in-law coreligionist councilperson co-worker coworker
gunrunner prelate jurist ombudsman mestizo indian campesino trade-unionist syndicalist sympathiser subprefect
prefect vicar seminarian caudillo narco kingpin capo druglord patroller self-defender ex-president ex-minister
ex-mayor ex-guerrilla ex-soldier ex-policeman paramilitary paratrooper legionnaire gendarme jihadist jihadi islamist
sectarian black ladino miskito kurd shiite sunni christian hindu sikh yazidi druze arab rohingya tutsi hutu briton
frenchman englishman irishman scot welshman dutchman spaniard swede dane finn turk pole serb croat czech slovak
uzbek tajik uighur uyghur filipino
potholer caver canoeist kayaker angler yachtsman rower swimmer bather surfer snowboarder paraglider oilman stevedore
docker herdsman herder trawlerman lifeguard steward stewardess lumberjack gravedigger deckhand stoker submariner
cosmonaut aviator jockey groom knight crusader settler pioneer whaler trapper blacksmith midwife paramedic medic warden
beggar drifter hitchhiker backpacker trekker mountaineer rambler walker biker skater concertgoer clubber drinker diner
lodger tenant homesteader smallholder sharecropper reaper rifleman bombardier drummer bugler airwoman redcoat logger
mutineer deserter saboteur infiltrator plotter conspirator kingmaker heiress heir aggressor occupier invader sultan
emir shah tsar
emperor empress duke duchess chancellor premier caliph warlord chieftain
regent monarch looter picket striker busker mourner evangelist hospice-worker prankster bureaucrat technocrat spouse
picnicker commoner aristocrat chieftain elder herbalist healer shaman monk-novice ferryman boatswain purser stewardship
bosun mariner helmsman tanker-driver haulier trucker cabbie rickshaw-puller fishmonger grocer butcher baker tanner
potter weaver seamstress dressmaker cobbler plumber roofer scaffolder machinist engraver typist cashier teller clerk
archaeologist geologist botanist zoologist biologist chemist physicist sociologist economist linguist anthropologist
matador bullfighter gladiator acrobat dancer ballerina cellist violinist pianist drummer guitarist vocalist conductor
footsoldier gunner rifleman grenadier hussar lancer archer fusilier ghurkha gurkha sepoy janissary partisan
usher janitor conscientious-objector wedding-goer schoolmate classmate teammate roommate flatmate housemaid maidservant
"""

_NATIONS: Final = """
american argentine argentinian armenian asian australian austrian african albanian algerian angolan azerbaijani
basque belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian cameroonian canadian
catalan chadian chechen chilean chinese colombian congolese cuban cypriot danish dominican dutch ecuadoran
ecuadorean ecuadorian egyptian english eritrean ethiopian european finnish french georgian german ghanaian greek
guatemalan haitian honduran hungarian iranian irish italian jamaican japanese jordanian kazakh kenyan korean kosovan
latvian lebanese liberian libyan lithuanian macedonian malian mexican moldovan moroccan nepalese nepali nicaraguan
nigerian nigerien norwegian palestinian panamanian paraguayan persian peruvian polish portuguese romanian russian
rwandan salvadoran salvadorean scottish senegalese serbian spanish sudanese swedish swiss syrian taiwanese tanzanian
tibetan tunisian turkish ugandan ukrainian uruguayan venezuelan vietnamese welsh zambian zimbabwean latin afghan
u.s. us somali pakistani iraqi israeli saudi yemeni kuwaiti bangladeshi indonesian thai uzbek tajik qatari omani
bahraini emirati kashmiri chechen kurdish crimean sri-lankan yugoslav soviet ivorian burkinabe mauritanian malaysian
singaporean mongolian bhutanese maldivian tamil punjabi balochi gazan
"""

_ALWAYS_MANY: Final = """
people persons men women children folk folks police policemen troops personnel kids babies wives thieves clergy
cattlemen spies staff humans youths gis others campesinos gunmen survivors dead wounded injured crew youngsters
civilians countrymen teens minors elderly infantry lives victims citizenry passersby passers-by infantrymen
schoolchildren grandchildren taliban brothers-in-law relatives parents
"""

_GROUPS: Final = """
group family families groups couple couples pair trio dozen number numbers total team squad patrol column unit
band crowd delegation convoy battalion brigade company platoon commando garrison contingent handful party
congregation household households population public community populace majority minority remainder rest series
score some third quarter half gang crew wave
"""

ONE: Final = words(_ROLES + TRADES)
"""Nouns for one person."""

MANY: Final = frozenset(plural(noun) for noun in ONE) | frozenset(
    (_ALWAYS_MANY + CROWDS).split() + [plural(noun) for noun in (_NATIONS + PEOPLES).split()]
)
"""Nouns for several people."""

DESCRIBING: Final = words("""
    civilian guerrilla guerilla rebel student peasant worker human child female male national local native official
    terrorist insurgent criminal patient refugee prisoner adult youth police veteran volunteer private radical
    leftist rightist extremist nationalist separatist muslim christian indian black kurd jew minor principal
    professional executive juvenile guest migrant immigrant teenage militant customer passenger consumer voter
""")
"""Nouns for people that more often describe another noun: "student federation"."""

NATIONS: Final = words(_NATIONS + PEOPLES)
"""Adjectives of nationality, which may stand for a person of that nation: "two French", "a Peruvian"."""

GROUPS: Final = words(_GROUPS)
"""Nouns that gather the people named after "of"."""

TITLES: Final = words("""
    mr mrs ms dr doctor gen general col colonel lt lieutenant maj major capt captain sgt sergeant cpl corporal pfc
    private adm admiral senator sen representative rep deputy congressman president vice-president minister judge
    justice father fr sister brother rev reverend monsignor msgr bishop archbishop cardinal pope rabbi imam sheikh
    mullah ayatollah prince princess king queen sir lord lady professor prof governor gov mayor commander comandante
    ambassador attorney lawyer journalist leader candidate engineer inspector commissioner secretary spokesman chief
    director licenciado don dona comrade brigadier marshal ensign officer agent priest
""")
"""Words that a person's name follows."""
