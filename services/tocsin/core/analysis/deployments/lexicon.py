# ruff: noqa: E501 - a pattern stands on one line
"""The words of military movement: who moves, how, and what is taken. All folded; braces give alternatives."""

from typing import Literal, NamedTuple

from tocsin.core.analysis.lexicon import Scanner, phrases, words
from tocsin.core.model.analysis import Movement

Role = Literal["force", "weak", "move", "state", "noun", "seize", "fall", "base", "post", "site", "with", "civil"]
"""``force`` says by itself that it is military, ``weak`` only in company; ``move`` is a verb, ``state`` says where a
force is, ``noun`` is a movement as a thing ("deployment of"); ``seize`` and ``fall`` change who holds a ``site``;
``base`` opens a ``post``; ``with`` adds a force; ``civil`` tells that it is about something else.
"""


class Term(NamedTuple):
    """What a phrase means here. ``value`` is a force's name, ``action`` what a movement is."""

    role: Role
    value: str = ""
    action: Movement = "deploy"
    transitive: bool = False
    needs_place: bool = False


_FORCES = {
    "troops": "troops|troop|soldiers|soldier|servicemen|serviceman|servicewomen|infantry|infantrymen|military personnel|combat forces|ground forces|armed forces|land forces|government forces|military forces|army units|army unit|military units|military unit|armoured forces|armored forces|security forces|occupation forces|coalition forces|federal forces|garrison|garrisons|conscripts|reservists|reservist|gis|army personnel|military contingent|infantrymen|gunners|the enemy|enemy troops|enemy forces|legion{,s}|legionaries|redcoats|cavalry|hussars|dragoons|artillerymen|sappers|legionnaires|gurkhas|army reinforcements|military reinforcements|troop reinforcements",
    "marines": "marines|marine|marine {unit,corps,battalion,brigade,expeditionary unit}",
    "paratroopers": "paratrooper{,s}|paratroops|airborne {troops,forces,division,brigade}",
    "special forces": "special {forces,operations forces,operations troops,force}|commando{,s}|spetsnaz|navy seals|rangers battalion",
    "peacekeepers": "peacekeeper{,s}|un mission|united nations mission|peacekeeping {troops,force,forces,soldiers,mission,contingent}|blue helmets|united nations {troops,force,forces}|un {troops,force,forces}",
    "militia": "militia{,s}|militiamen|paramilitar{y,ies}|paramilitary {forces,fighters,troops}",
    "revolutionary guards": "revolutionary guard{,s}|irgc",
    "national guard": "national {guard,guardsmen,guards}|guardsmen",
    "mercenaries": "mercenar{y,ies}|wagner {fighters,mercenaries,group}|military contractors",
    "military advisers": "military {advisers,advisors,trainers,instructors,observers}|army {trainers,instructors}",
    "aircraft carrier": "{,super}{,nuclear powered ,nuclear }{aircraft carrier,carrier strike group,carrier group,carrier battle group}{,s}|supercarrier{,s}|flattop{,s}",
    "warship": "warship{,s}|{naval,navy,war} {ship,ships,vessel,vessels,craft}|gunboat{,s}|patrol {boat,boats,ship,ships}|minesweeper{,s}|battleship{,s}|{naval,navy,missile} corvette{,s}|corvettes|cruiser{,s}|amphibious {ship,ships,assault ship,assault ships,group,ready group}|landing {ship,ships}|battle group{,s}",
    "frigate": "frigate{,s}",
    "destroyer": "{,guided missile }destroyer{,s}",
    "submarine": "{,nuclear ,attack ,nuclear powered }submarine{,s}",
    "naval task force": "naval {task force,force,forces,squadron,group,fleet,flotilla}|navy fleet|armada|flotilla{,s}|{fifth,sixth,seventh,second,third,black sea,northern,pacific,baltic} fleet|strike group{,s}",
    "fighter jets": "{fighter,combat,military,war,attack,stealth,strike} {jet,jets,plane,planes,aircraft}|warplane{,s}|fighter bomber{,s}|f 16{,s}|f 15{,s}|f 35{,s}|f 22{,s}|f 18{,s}|f a 18{,s}|mig{,s}|mig 29{,s}|su 30{,s}|su 35{,s}|su 27{,s}|rafale{,s}|eurofighter{,s}|typhoon jets|tornado jets|jet fighter{,s}|{fighter,bomber,air force} squadron{,s}",
    "bombers": "{,strategic ,heavy ,nuclear ,nuclear capable ,stealth }{bomber,bombers}|b 52{,s}|b 1b{,s}|b 2{,s}|tu 95{,s}",
    "helicopters": "{military,attack,combat,army,transport,assault,apache,black hawk,chinook} helicopter{,s}|helicopter gunship{,s}|gunship{,s}",
    "drones": "{military,armed,attack,combat,reaper,predator,surveillance} drone{,s}",
    "tanks": "{,battle ,main battle ,army ,t 72 ,t 90 ,abrams ,leopard }tanks|{battle,army} tank|armoured {vehicle,vehicles,column,columns,personnel carrier,personnel carriers,carriers,units,unit,convoy,cars,division,brigade}|armored {vehicle,vehicles,column,columns,personnel carrier,personnel carriers,carriers,units,unit,convoy,cars,division,brigade}|armour|tank {brigade,battalion,column,columns,division,regiment,unit,units}|military {vehicle,vehicles,convoy,convoys,column,columns,hardware,trucks,equipment}|mechanised {infantry,brigade,units}|mechanized {infantry,brigade,units}|troop carriers|army {trucks,convoy,convoys,vehicles}",
    "artillery": "artillery|howitzers|rocket launchers|heavy weapons|heavy weaponry|multiple rocket launchers|mortar units",
    "missiles": "{,ballistic ,cruise ,anti aircraft ,surface to air ,nuclear ,medium range ,tactical ,patriot ,iskander ,scud ,hypersonic ,air defence ,air defense ,interceptor }missiles|missile {battery,batteries,system,systems,launchers,defence,defense,defence system,defense system,defence systems,defense systems,shield}|patriot {battery,batteries,system,systems}|{air,missile} {defence,defense} {system,systems,battery,batteries,unit,units}|thaad|s 300{,s}|s 400{,s}|iskander{,s}|himars",
    "brigade": "brigade{,s}|infantry {brigade,brigades}",
    "battalion": "battalion{,s}|battlegroup{,s}",
    "regiment": "regiment{,s}",
    "army": "army|armies|army corps|military",
    "navy": "navy|navies",
    "air force": "air force{,s}|airforce",
}
"""Canonical name → words for it that need no company."""

_WEAK = {
    "troops": "forces|force|personnel|units|unit|contingent{,s}|detachment{,s}|division{,s}|platoon{,s}|company|squadron{,s}|corps|column{,s}|convoy{,s}|reinforcement{,s}|men|engineers",
    "fighters": "fighters|fighter|gunmen|combatants|jihadists|volunteers|militants|rebels|rebel|guerrillas|insurgents|separatists|hezbollah|taliban",
    "advisers": "advisers|advisors|trainers|instructors|observers|monitors",
    "aircraft carrier": "carrier{,s}|uss {nimitz,eisenhower,ford,lincoln,truman,stennis,vinson,reagan,roosevelt,washington,bush}",
    "warship": "ship{,s}|vessel{,s}|fleet{,s}|naval presence|supply ship{,s}|task force|task forces|landing craft",
    "aircraft": "jets|jet|planes|aircraft|helicopter{,s}|drone{,s}|squadron{,s}|transport planes",
    "guards": "guards|border guards|coast guard|coastguard|frontier guards",
    "weapons": "weapons|weaponry|missile|rockets",
}

_MOVES: dict[Movement, str] = {
    "deploy": "{deploy,deploys,deployed,deploying,redeploy,redeploys,redeployed,redeploying,dispatch,dispatches,dispatched,dispatching,despatch,despatched,despatching,send,sends,sent,sending,station,stationed,stationing,position,positioned,positioning,reposition,repositioned,repositioning,fly,flew,flown,flying,airlift,airlifted,airlifting,ship,shipped,shipping,move,moved,moving,moves,rushed,rush,rushing,rushes,parachuted,parachute,carry,carried,carrying,ferry,ferried,ferrying,transport,transported,transporting,ordered,order,orders,ordering,commit,committed,committing,contribute,contributed,contributing,contributes,provide,transferred,transfer,garrisoned,mobilise,mobilised,mobilising,mobilize,mobilized,mobilizing,mobilises,mobilizes,call up,called up,calling up,to base,put ashore,bring in,brought in,push,pushed,pushing,pour,poured,pouring,basing,send in,sent in,drop,dropped,unleashed,rotate,rotated,rotating,promise,promised,promises,promising,pledge,pledged,pledges,pledging,earmark,earmarked,assign,assigned,allocate,allocated,volunteered,spotted,sighted,observed,filmed}",
    "reinforce": "{reinforce,reinforces,reinforced,reinforcing,bolster,bolstered,bolstering,beef up,beefed up,beefing up,step up,stepped up,boost,boosted,boosting,strengthen,strengthened,strengthening,increase,increased,increasing,double,doubled,doubling,augment,augmented}",
    "build up": "{mass,massed,massing,masses,amass,amassed,amassing,concentrate,concentrated,concentrating,assemble,assembled,assembling,build up,building up,built up,builds up}",
    "withdraw": "{withdraw,withdraws,withdrew,withdrawn,withdrawing,pull out,pulls out,pulled out,pulling out,pull back,pulls back,pulled back,pulling back,recall,recalled,recalling,evacuate,evacuated,evacuating,remove,removed,removing,bring,brought,bringing,brings,draw down,drew down,drawing down,pull,pulled,pulling}",
}
"""Verbs whose object or passive subject is the force."""

_GOINGS: dict[Movement, str] = {
    "deploy": "{reach,reached,reaches,reaching}|{arrive,arrives,arrived,arriving} {in,at,on,off,near,from}|{enter,enters,entered,entering}|{cross,crosses,crossed,crossing} {,the border }{into,to,over}|{cross,crosses,crossed,crossing} the|{head,heads,headed,heading} {to,for,toward,towards,into}|{sail,sails,sailed,sailing,steam,steamed,steaming} {,out }{for,to,from,into,toward,towards,in,off,out}|{march,marched,marching,roll,rolled,rolling,advance,advanced,advances,advancing,rumbled,rumble,rumbling,stream,streamed,streaming,push,pushed,pushing,pour,poured,pouring,drive,drove,surged,move,moved,moving,moves} {,deeper ,on }{into,on,to,toward,towards,across,in,onto,up to}|{go,went,gone,goes,going} {to,into}|{set sail,set out,setting sail} {,for }|on {its,their,the,his} way to|en route {to,for}|{landed,landing,lands,land} {in,at,on,near}|landed|bound for|{left,leave,leaves,leaving} for|{take,took,taken,taking} up positions|{fan,fanned,fanning} out|patrolled|patrolling|{invade,invaded,invading,invades}|{came,come,comes} ashore|{serve,serving,served} {in,at}|{join,joins,joined,joining} the {force,coalition,mission,battlegroup}",
    "build up": "{build,building,built,builds} up|{mass,massed,massing,massing}|{gather,gathered,gathering,assemble,assembled,assembling,concentrated,concentrating} {near,along,on,at,around,in,outside}",
    "withdraw": "{left,leave,leaves,leaving,quit,quits,quitting,vacate,vacated,vacating,abandon,abandoned,abandoning}|{withdraw,withdraws,withdrew,withdrawn,withdrawing,retreat,retreats,retreated,retreating,pull out,pulls out,pulled out,pulling out,pull back,pulled back,pulling back,pulls back,pull,pulled} {,out }{from,of,to,in}|{return,returned,returning,returns,came,coming,come} {home,to base,to barracks,to their barracks,to their bases}|{fall,fell,falling,fallen} back",
    "transit": "{transit,transits,transited,transiting,overfly,overflew,overflown}|{sail,sails,sailed,sailing,pass,passes,passed,passing,travel,travelled,traveled,travelling,move,moved,moving} through|{fly,flew,flown,flying} {over,through,near,past}",
}
"""Verbs whose subject is the force."""

_STATES: dict[Movement, str] = {
    "deploy": "on the streets|on the streets of|there {is,are,was,were} {,no ,still ,now ,already ,not any }|on hand|on the ground|in place|in position|{is,are,was,were,be,been,being} present|standing by",
    "alert": "{on,put on,placed on,at} {,a ,its ,their ,full ,high ,highest ,maximum ,heightened ,red ,combat ,war ,special ,a state of ,a high state of ,the highest state of ,a state of maximum ,the highest }{alert,standby,stand by,combat readiness,readiness,war footing}|{state,states,level} of {,high ,full ,maximum ,heightened }{alert,readiness}|combat readiness|battle stations",
}

_NOUNS: dict[Movement, str] = {
    "deploy": "deployment{,s}|redeployment{,s}|dispatch|despatch|stationing|mobilisation|mobilization|landing{,s}|airlift|arrival|incursion{,s}|invasion|intervention|movement{,s}|advance|entry|offer{,s}|contribution{,s}|despatching",
    "build up": "build up{,s}|buildup{,s}|concentration{,s}|massing",
    "reinforce": "reinforcement|surge|increase",
    "withdraw": "withdrawal{,s}|pullout{,s}|pull out{,s}|pullback{,s}|retreat{,s}|drawdown{,s}|departure|evacuation|exit|disengagement",
    "transit": "transit{,s}|passage",
}

_SEIZES = """
{seize,seizes,seized,seizing,capture,captures,captured,capturing,recapture,recaptures,recaptured,recapturing,retake,retakes,retook,retaken,retaking,overrun,overran,overruns,overrunning,occupy,occupies,occupied,occupying,reoccupied,conquer,conquered,conquering,liberate,liberates,liberated,liberating,freed,storm,stormed,storming,annex,annexed,annexing,besiege,besieged,surround,surrounded,surrounding,encircle,encircled,encircling,take over,takes over,took over,taken over,taking over,take back,took back,taken back,win back,won back}
{take,takes,took,taken,taking,regain,regains,regained,regaining,gain,gains,gained,gaining,seize,seized,seizing,assume,assumed,wrest,wrested,retake,lose,loses,lost,losing,cede,ceded,handed,handed over,hand over} {,the ,full ,complete ,total ,partial ,back }control {of,over}
{gain,gained,gaining,regain,regained,regaining} ground|{drove,drive,driven,driving,push,pushed,pushing,force,forced,forcing} {back,out}
{drove,drive,driven,driving,push,pushed,pushing,expel,expelled,expelling,oust,ousted,ousting} {,the ,isis ,isil ,daesh ,back ,taliban ,rebel ,rebels ,militants ,government ,islamic state ,fighters ,terrorists ,isil terrorists ,militants }{out of,out from,from}|{capture,recapture,seizure,conquest,occupation,liberation,retaking,annexation,taking,fall} of
"""

_TAKES = "take|takes|took|taken|taking"
"""These may take anything, so that they count only beside a force."""

_FALLS = "{has,have,had} {,not ,now ,yet ,already ,finally ,not yet }fallen|{fell,falls,fall,fallen,falling} {to,into the hands of,under the control of,into}|{is,are,was,were,be,been} {,now ,back ,fully ,firmly ,still ,completely }{under,in} {,the ,full ,complete }{control of,hands of,rebel control,government control,rebel hands,government hands}|{surrendered,surrender} to"

_BASES = "{open,opens,opened,opening,reopen,reopened,reopening,set up,sets up,setting up,establish,establishes,established,establishing,build,builds,built,building,construct,constructed,constructing,create,creates,created,creating,inaugurate,inaugurated,erect,erected,host,hosting,hosts,expand,expanding,expanded}"

_POSTS = "{,new ,second ,third ,permanent ,forward ,large ,major ,secret ,joint ,small ,foreign }{military,naval,navy,army,air,air force,forward operating,missile,drone,submarine,logistics,marine,training} {base,bases,post,posts,outpost,outposts,camp,camps,facility,facilities,station,stations,installation,installations,garrison,garrisons,presence,headquarters,hub}|airbase{,s}|{observation,military observation,border,forward} {post,posts,point,points,outpost,outposts}|outpost{,s}|bridgehead{,s}|beachhead{,s}|new base{,s}"

_SITES = "town{,s}|city|cities|village{,s}|hamlet{,s}|base|bases|airport{,s}|airfield{,s}|airbase{,s}|air base{,s}|port|ports|port city|harbour|harbor|crossing{,s}|border crossing{,s}|border post{,s}|province{,s}|district{,s}|territory|territories|headquarters|bridge{,s}|checkpoint{,s}|citadel|monastery|hill{,s}|hilltop{,s}|island{,s}|islet{,s}|reef{,s}|barracks|garrison|castle|fortress|fort|stronghold{,s}|bastion{,s}|capital|neighbourhood{,s}|neighborhood{,s}|suburb{,s}|region{,s}|area|areas|oilfield{,s}|oil field{,s}|refiner{y,ies}|terminal{,s}|depot{,s}|power station{,s}|power plant{,s}|plant|prison|mine|mines|ridge|mountain pass|dam|dams|peninsula|enclave{,s}|settlement{,s}|positions|outpost{,s}|camp|camps|highway|road|junction|crossroads|palace|parliament|military base{,s}|naval base{,s}|army base{,s}|frontier post{,s}|trenches|heights|valley|county|state capital|provincial capital|embassy|television station|radio station|presidential palace|ground|swathes|swaths|parts|half|most of|quarter"

_WITHS = "accompanied by|along with|together with|joined by|escorted by|backed by|supported by|followed by|as well as|plus|alongside|with"

_CIVIL = """
corp|inc|stake|subsidiary|airbus|boeing|shareholder{,s}|registration|charter|takeover|merger|tariff{,s}|imports|exports|commercial|relay|olympics|sprinter|athletes|
orchestra{,s}|choir|band|team{,s}|club{,s}|coach|striker|season|match|tournament|league|cup|player{,s}|goal{,s}|champion{,s}|championship{,s}|software|{the,a,central,national,world,savings,investment} bank|banks|customers|shares|investors|scouts|film|movie|album|chess|theatre|theater|festival|shoppers|fans|cricket|football|soccer|rugby|tennis|nurses|firefighters|fire crews|lifeboat|rescue workers|rescuers|volunteers|jamboree|recipe|chef|students|voters|lawyers|vaccines|tourists|passengers|cruise ship{,s}|cargo ship{,s}|container ship{,s}|cruise|airline{,s}|startup|app|hackers|internet|website|retailer|supermarket{,s}|factory|brand
"""

ARMED_WORDS = words("""
    military army naval navy armed combat rebel government coalition allied nato un us u.s american british french russian
    peacekeeping special ground elite airborne royal national infantry guerrilla islamist jihadist militant fresh extra
    additional more foreign federal international multinational loyalist republican regime warplanes soldiers troops
    border frontier war brigade mechanised mechanized reserve security insurgent separatist soviet
""")
"""Beside one of these a weak word is a force."""

COLLECTIVES = words(
    "army troop troops company column fleet division convoy force corps detachment squadron contingent unit"
)
"""May lead anything ("an army of volunteers")."""

CARGO = words("""
    soldiers troops marines men infantry engineers sappers tanks vehicles trucks ships warships paratroopers fighters
    artillery gunners peacekeepers commandos reservists armour armor jets helicopters guards mercenaries militia medics
    police conscripts volunteers' rangers armoured armored military army
""")
"""What makes such a collective a force."""

CONTEXT = words("""
    general generals colonel colonels commander commanders pentagon admiral admirals marshal army navy military defence
    defense kremlin militia rebels junta garrison warlord war regiment insurgents guerrillas nato coalition alliance battalion brigade
""")
"""Any of these in a sentence says that it is about armed forces."""

LOOSE = words("""
    company men companies unit units division divisions men ship ships vessel vessels aircraft planes volunteers column convoy
    convoys engineers fleet fleets helicopter helicopters drone drones carrier carriers force corps weapons trainers
    monitors observers instructors advisers advisors
""")
"""Weak words that business and rescue use as much: they need an army beside them, or a place that they go to."""

PEOPLE_TO = words("hospital hospitals jail prison court trial school safety clinic morgue detention bed heaven death")
"""Whoever is sent there is no deployment."""


def _terms() -> dict[str, Term]:
    terms: dict[str, Term] = {}
    terms |= phrases([_SITES], Term("site"))
    terms |= phrases([_CIVIL], Term("civil"))
    for action, nouns in _NOUNS.items():
        terms |= phrases([nouns], Term("noun", action=action))
    for name, forms in _WEAK.items():
        terms |= phrases([forms], Term("weak", name))
    for name, forms in _FORCES.items():
        terms |= phrases([forms], Term("force", name))
    for action, verbs in _GOINGS.items():
        terms |= phrases([verbs], Term("move", action=action))
    for action, verbs in _MOVES.items():
        terms |= phrases([verbs], Term("move", action=action, transitive=True))
    for action, states in _STATES.items():
        terms |= phrases([states], Term("state", action=action))
    terms |= phrases([_SEIZES], Term("seize", action="seize"))
    terms |= phrases([_TAKES], Term("seize"))
    terms |= phrases([_FALLS], Term("fall", action="seize"))
    terms |= phrases([_BASES], Term("base", action="base"))
    terms |= phrases([_POSTS], Term("post", action="base"))
    terms |= phrases(["{is,are,was,were,be,been} based"], Term("state", action="base"))
    terms |= phrases([_WITHS], Term("with"))
    return terms


TERMS = _terms()
"""Every phrase, and what it means."""

MOVEMENTS: frozenset[Role] = frozenset({"move", "state", "noun"})
CONQUESTS: frozenset[Role] = frozenset({"seize", "fall", "base"})
TRIGGERS = MOVEMENTS | CONQUESTS
"""The roles of words that tell of a movement, of places that change hands and of posts."""

TRIGGER_WORDS = frozenset(
    max(phrase.replace("-", " ").replace("'", " ").split(), key=lambda word: (len(word), word))
    for phrase, term in TERMS.items()
    if term.role in TRIGGERS
)
"""Folded words of which every text with a deployment has at least one; for those who would spare a reading."""

SCANNER: Scanner[Term] = Scanner(TERMS)
"""Finds all phrases in one pass."""
