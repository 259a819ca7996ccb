# ruff: noqa: E501 - a pattern stands on one line
"""The words of armed force: what is one by itself, what is one in company, and what makes company. All folded."""

from tocsin.core.analysis.lexicon import words

FORCES = {
    "fighters": "{norman,crusader,teutonic,templar} knights|rebels|insurgents|guerrillas|jihadists|separatists|combatants|militants|mutineers|islamists|rebel {fighters,forces,columns,units,army,column,troops}|peshmerga|{taliban,hezbollah,houthi,kurdish,islamist,tribal,foreign} fighters|mujahideen|janjaweed",
    "troops": "{northern,southern,eastern,western,central,home front,air defence} command|carabinieri|bersaglieri|alpini|{cossack,rifle,infantry,marine,parachute,engineer,commando,ranger,guards,grenadier,sapper,mechanised,mechanized,airborne,assault,gurkha,mountain} {company,companies,platoon,platoons,squadron,squadrons}|black watch|{coldstream,grenadier,scots,irish,welsh,life} guards|argylls|seaforths|gordon highlanders|highlanders|desert rats|chindits|foreign legion|home guard|boots on the ground|anzacs|diggers|tommies|janissaries|cossacks|zouaves|askaris|sepoys|yeomanry|hoplites|samurai|halberdiers|lancers|conscript|legionnaire|sapper|dragoon|grenadier{,s}|fusiliers|riflemen|{riot,military,paramilitary,more,extra,additional} police|national guardsmen|troops|troop|reinforcements|rifle{men,man}|sharpshooters|snipers|army {engineers,medics,doctors,snipers}|military {engineers,police,medics,personnel,convoys}|border {troops,forces}|ground units|combat {troops,units,engineers,soldiers}|government soldiers|army {patrol,patrols,column,columns,detachment,detachments,contingent,companies,company}|troop {numbers,levels,reinforcements,contingent}|regulars|recruits|gendarmes|expeditionary {force,corps}|rapid reaction force|rapid deployment force|mobile column|bomb disposal {team,teams,experts,squad}|soldiers|soldier|servicemen|serviceman|servicewomen|infantry|infantrymen|military personnel|combat forces|ground forces|armed forces|land forces|government forces|military forces|army units|army unit|military units|military unit|armoured forces|armored forces|security forces|occupation forces|coalition forces|federal forces|garrison|garrisons|conscripts|reservists|reservist|gis|army personnel|military contingent|infantrymen|gunners|the enemy|enemy troops|enemy forces|legion{,s}|legionaries|redcoats|cavalry|hussars|dragoons|artillerymen|sappers|legionnaires|gurkhas|army reinforcements|military reinforcements|troop reinforcements",
    "marines": "marines|marine|marine {unit,corps,battalion,brigade,expeditionary unit}",
    "paratroopers": "paratrooper{,s}|paratroops|airborne {troops,forces,division,brigade}",
    "special forces": "sas {troops,men,soldiers,team,squadron}|army rangers|{thai,indian,pakistani,forest} {thai,indian,pakistani,forest,army} rangers|green berets|delta force|elite {unit,units,soldiers,brigade,battalion}|special {forces,operations forces,operations troops,force}|commando{,s}|spetsnaz|navy seals|rangers battalion",
    "peacekeepers": "{stabilisation,stabilization,intervention,interim,regional,multinational,buffer,observer,peace,african union,west african} {force,mission}|peacekeeper{,s}|un mission|united nations mission|peacekeeping {troops,force,forces,soldiers,mission,contingent}|blue helmets|united nations {troops,force,forces}|un {troops,force,forces}",
    "militia": "tribal {fighters,militia,levies}|irregulars|militia{,s}|militiamen|paramilitar{y,ies}|paramilitary {forces,fighters,troops}",
    "revolutionary guards": "revolutionary guard{,s}|irgc",
    "national guard": "national {guard,guardsmen,guards}|guardsmen",
    "mercenaries": "mercenar{y,ies}|wagner {fighters,mercenaries,group}|military contractors",
    "military advisers": "military {advisers,advisors,trainers,instructors,observers}|army {trainers,instructors}",
    "aircraft carrier": "{,super}{,nuclear powered ,nuclear }{aircraft carrier,carrier strike group,carrier group,carrier battle group}{,s}|supercarrier{,s}|flattop{,s}",
    "warship": "hms|uss|{naval,navy} {tanker,tankers,helicopter,helicopters,auxiliary}|{troop,landing} {transport,transports}|hmas|hmcs|{minehunter,minelayer,gun boat,missile boat,torpedo boat,attack craft,navy cutter,coast guard cutter,coastguard cutter}{,s}|{patrol,survey,spy,assault,hospital,troop} {ship,ships,vessel,vessels,boat,boats}|corvette|hovercraft|naval {boats,boat,patrol,flotilla}|warship{,s}|{naval,navy,war} {ship,ships,vessel,vessels,craft}|gunboat{,s}|patrol {boat,boats,ship,ships}|minesweeper{,s}|battleship{,s}|{naval,navy,missile} corvette{,s}|corvettes|cruiser{,s}|amphibious {ship,ships,assault ship,assault ships,group,ready group}|landing {ship,ships}|battle group{,s}",
    "frigate": "frigate{,s}",
    "destroyer": "{,guided missile }destroyer{,s}",
    "submarine": "{,nuclear ,attack ,nuclear powered }submarine{,s}",
    "naval task force": "naval {task force,force,forces,squadron,group,fleet,flotilla}|navy fleet|armada|flotilla{,s}|{fifth,sixth,seventh,second,third,black sea,northern,pacific,baltic} fleet|strike group{,s}",
    "fighter jets": "{fighter,bomber,air,attack,helicopter} wing{,s}|{jet,jets,planes} scrambled|interceptors|interceptor jets|gripen{,s}|mirage{,s}|hornets|air force {jets,planes,jet,fighters}|{fighter,combat,military,war,attack,stealth,strike} {jet,jets,plane,planes,aircraft}|warplane{,s}|fighter bomber{,s}|f 16{,s}|f 15{,s}|f 35{,s}|f 22{,s}|f 18{,s}|f a 18{,s}|mig{,s}|mig 29{,s}|su 30{,s}|su 35{,s}|su 27{,s}|rafale{,s}|eurofighter{,s}|typhoon jets|tornado jets|jet fighter{,s}|{fighter,bomber,air force} squadron{,s}",
    "bombers": "{,strategic ,heavy ,nuclear ,nuclear capable ,stealth }{bomber,bombers}|b 52{,s}|b 1b{,s}|b 2{,s}|tu 95{,s}",
    "helicopters": "{military,attack,combat,army,transport,assault,apache,black hawk,chinook} helicopter{,s}|helicopter gunship{,s}|gunship{,s}",
    "drones": "{turkish,iranian,bayraktar,shahed,kamikaze} drones|{military,armed,attack,combat,reaper,predator,surveillance} drone{,s}",
    "tanks": "armoured {troop carriers,cars,regiment,reconnaissance}|personnel carriers|tank {platoon,platoons,squadron,squadrons,company,companies,crews}|{,battle ,main battle ,army ,t 72 ,t 90 ,abrams ,leopard }tanks|{battle,army} tank|armoured {vehicle,vehicles,column,columns,personnel carrier,personnel carriers,carriers,units,unit,convoy,cars,division,brigade}|armored {vehicle,vehicles,column,columns,personnel carrier,personnel carriers,carriers,units,unit,convoy,cars,division,brigade}|armour|tank {brigade,battalion,column,columns,division,regiment,unit,units}|military {vehicle,vehicles,convoy,convoys,column,columns,hardware,trucks,equipment}|mechanised {infantry,brigade,units}|mechanized {infantry,brigade,units}|troop carriers|army {trucks,convoy,convoys,vehicles}",
    "artillery": "{coastal,gun,shore,howitzer,rocket,mortar,field} {battery,batteries}|artillery {pieces,guns,batteries,battery,units}|field guns|howitzer|{,big ,heavy }guns|gun {batteries,battery}|mortars|rocket {artillery,batteries,systems}|multiple launch rocket systems|artillery|howitzers|rocket launchers|heavy weapons|heavy weaponry|multiple rocket launchers|mortar units",
    "missiles": "launchers|missile wing{,s}|{missile,rocket} launchers|anti aircraft {guns,batteries,battery,missile,systems,system}|air defence{,s}|air defense{,s}|radar{,s}|interceptors|silos|warheads|nuclear {weapons,warheads,bombs}|{,ballistic ,cruise ,anti aircraft ,surface to air ,nuclear ,medium range ,tactical ,patriot ,iskander ,scud ,hypersonic ,air defence ,air defense ,interceptor }missiles|missile {battery,batteries,system,systems,launchers,defence,defense,defence system,defense system,defence systems,defense systems,shield}|patriot {battery,batteries,system,systems}|{air,missile} {defence,defense} {system,systems,battery,batteries,unit,units}|thaad|s 300{,s}|s 400{,s}|iskander{,s}|himars",
    "brigade": "brigade{,s}|infantry {brigade,brigades}",
    "battalion": "battalion{,s}|battlegroup{,s}",
    "regiment": "regiment{,s}",
    "army": "army|armies|army corps|military|bundeswehr|wehrmacht|red army|tatmadaw|idf|people s liberation army",
    "navy": "navy|navies",
    "air force": "luftwaffe|raf|air force{,s}|airforce",
}
"""Canonical name → words for it that need no company."""

WEAK = {
    "troops": "forces|batteries|battery|force|rangers|presence|mission|servicemen|crew|crews|sailors|airmen|gunners|pilots|patrols|patrol|cadets|personnel|units|unit|contingent{,s}|detachment{,s}|division{,s}|platoon{,s}|company|squadron{,s}|corps|column{,s}|convoy{,s}|army reserves|men|engineers",
    "fighters": "fighters|fighter|gunmen|volunteers|rebel|hezbollah|taliban|attackers",
    "advisers": "advisers|advisors|trainers|instructors|observers|monitors",
    "aircraft carrier": "carrier{,s}|uss {nimitz,eisenhower,ford,lincoln,truman,stennis,vinson,reagan,roosevelt,washington,bush}",
    "warship": "{his,her,their,its,whose,father's,grandfather's} ship|ship{,s}|vessel{,s}|fleet{,s}|naval presence|supply ship{,s}|task force|task forces|landing craft",
    "fighter jets": "spitfire{,s}|messerschmitt{,s}|stuka{,s}|skyhawk{,s}|harrier{,s}|phantoms|typhoons|tornados|tornadoes|sukhoi{,s}|gripens|mirages|hornets|raptors",
    "transport planes": "hercules|chinook{,s}|apaches|black hawk{,s}|globemaster{,s}|osprey{,s}",
    "aircraft": "spy plane{,s}|surveillance {plane,planes,aircraft}|reconnaissance {plane,planes,aircraft,drone,drones}|tanker aircraft|awacs|transport{,s}|jets|jet|planes|aircraft|helicopter{,s}|drone{,s}|squadron{,s}|transport planes",
    "guards": "border guard|guards|border guards|coast guard|coastguard|frontier guards",
    "weapons": "weapons|weaponry|missile|rockets",
}

ARMED_WORDS = words("""
    military army naval navy armed combat rebel government coalition allied nato un us u.s american british french russian
    peacekeeping special ground elite airborne royal national infantry guerrilla islamist jihadist militant fresh extra
    additional more foreign federal international multinational loyalist republican regime warplanes soldiers troops
    border frontier war brigade mechanised mechanized reserve security insurgent separatist soviet wagner houthi taliban
    hezbollah hamas
""")
"""Beside one of these a weak word is a force."""

COLLECTIVES = words(
    "brigade battalion regiment squad platoon legion armada flotilla cavalry army troop troops company column fleet division convoy force corps detachment squadron contingent unit"
)
"""May lead anything ("an army of volunteers")."""

CARGO = words("""
    soldiers troops marines men infantry engineers sappers tanks vehicles trucks ships warships paratroopers fighters
    artillery gunners peacekeepers commandos reservists armour armor jets helicopters guards mercenaries militia medics
    jeeps pickups pick-ups technicals carriers guns howitzers lorries horsemen riders riflemen cavalry regulars recruits reinforcements gendarmes
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
