# ruff: noqa: E501 - a pattern stands on one line
"""Set phrases of harm, each read as if it were one word: "fell to their deaths", "wiped out", "held captive".

Braces give alternatives. What a phrase says, and how a sentence is built around it, is told as for single words.
"""

from tocsin.core.analysis.casualties.forms import Form, Trigger
from tocsin.core.analysis.lexicon import expand, phrases
from tocsin.core.model.analysis import CasualtyKind, Status

_TOOLS = "{burned,burnt,beaten,stabbed,hacked,bludgeoned,crushed,trampled,tortured,kicked,stoned,clubbed,gored,mauled,savaged,scalded,flogged,speared,knifed,battered,mangled,gassed,pummelled,pummeled,smothered,squashed,whipped,dragged,shaken}"
_OWN = "{their,his,her}"
_HURTS = "{cuts,bruises,cuts and bruises,fractures,broken bones,broken limbs,broken legs,broken arms,broken ribs,a broken leg,a broken arm,concussion,smoke inhalation,smoke poisoning,gas poisoning,food poisoning,shock,hypothermia,frostbite,lacerations,gunshot wounds,shrapnel wounds,bullet wounds,stab wounds,head injuries,minor injuries,burns,wounds,injuries,heatstroke,carbon monoxide poisoning}"
_ONES = "{rebels,the rebels,gunmen,armed men,militants,the militants,kidnappers,bandits,pirates,guerrillas,the guerrillas,insurgents,separatists,jihadists,islamists,extremists,militiamen,tribesmen,hijackers,the hijackers,fighters,an armed group,armed groups,the cartel,the group,the militia,a militia,terrorists,the terrorists,the taliban,boko haram,hamas,captors}"

_SAYINGS: dict[tuple[CasualtyKind, Form, bool], str] = {
    ("killed", "ed", True): f"""
        {_TOOLS} to death|{{fatally,mortally,lethally}} {{shot,stabbed,injured,wounded,struck,hit,beaten,crushed,burned,burnt,hurt,mauled,gored,attacked,poisoned,gassed,knifed,scalded,trampled,electrocuted,bitten,stung,savaged,bludgeoned,battered}}|gunned down|{{burned,burnt,entombed}} alive
        dismembered|immolated|{{hacked,torn,blown,cut,ripped}} {{to pieces,limb from limb}}|{{shot,killed,murdered,stabbed,gunned down}} in cold blood|shot through the {{head,heart,neck}}|shot in the back of {{the,his,her}} {{head,neck}}|executed by firing squad
        {{torched,roasted,cremated,incinerated,skinned,flayed,boiled,eaten}} alive|worked to death|poisoned fatally|shot {{at point blank range,at close range,execution style}}
        """,
    ("killed", "ed", False): """
        {wiped,wipes,wiping,wipe} out|blown {up,to pieces,to bits,apart}|{cut,mown,mowed} down|put to {death,the sword}|done to death|{torn,ripped} {to pieces,to shreds}
        strung up|finished off|bombed to death|neutralised|neutralized
        {struck,scythed} down|snuffed out|done away with|picked off|torn apart|put up against a wall
        crucified|butchered|bayoneted|garrotted|garroted|guillotined|incinerated|exterminated|martyred|throttled|machine gunned
        """,
    ("killed", "suffered", True): f"""
        {{fell,fall,falls,falling,plunged,plunges,plunging,jumped,leapt,leaped,plummeted,slid,went,crashed,sent}} to {_OWN} {{death,deaths}}|{{froze,frozen,freeze,bled,bleed,choked,starved,starve,starving,drank}} to death
        never {{woke up,woke,made it out,made it back,made it home,came out}}
        {{met,meet,meets,found,finds}} {_OWN} {{death,deaths,end}}|{{gave,given,give,laid down,paid with,lost,lose,loses,losing,forfeited}} {_OWN} {{life,lives}}
        {{did,does,do,have,has,had}} not {{survive,survived}}|never {{came home,returned alive,came back alive,regained consciousness,recovered consciousness}}|{{did not,didn't,failed to}} survive
        who {{fell,fall}} {{in,at,on,near,during,for}}|{{dropped,fell,fallen}} dead|drew {_OWN} last breath|breathed {_OWN} last|{{met,meet,meets,found,finds}} {{a ,an }}{{violent,untimely,early,horrible,gruesome,terrible,sudden}} {{death,end}}|{{found,finds,met,meets}} death {{in,at,on,under,when}}|{{are,is,were,was}} no longer {{alive,among the living,with us}}
        {{embraced,embrace,attained,achieved,courted}} martyrdom|{{were,was,have been,are,been}} killed in action|fell in {{battle,combat,action}}
        """,
    ("killed", "suffered", False): """
        {perish,perishes,perishing,starve,starves,starving,suffocate,suffocates}
        {went,go,gone,going} {down,under} with {the,their,his,a}
        """,
    ("injured", "ed", False): """
        knocked unconscious|bruised|bitten|lacerated|tear gassed|paralysed|paralyzed|deafened|flogged|pelted with|pinned {under,beneath,down}|{thrown,flung,hurled} from|{knocked,bowled} {down,over}|run over|{mauled,gored,savaged,gassed,slashed,knifed,concussed,impaled,mutilated,disfigured,scalded,maimed}
        {struck,hit} by {gunfire,shrapnel,bullets,a bullet,shell fragments,splinters,lightning,flying glass,debris,falling debris,flying debris,stray bullets,a stray bullet,rubber bullets,shell fire,a car,a train,a bus,a truck,a lorry,a tram}
        overcome by {smoke,fumes,gas}|{roughed,shot,beat} up|set {upon,alight,ablaze,on fire}|{doused,sprayed,splashed,scalded,burned} with {acid,boiling water,petrol,bleach,pepper spray,steam}|showered with {glass,debris,splinters,sparks,shrapnel,stones}|{thrown,knocked,flung} to the {ground,floor}|grazed by|{hit,struck,cut,pierced,peppered,riddled} {by,with} {pellets,shotgun pellets,buckshot,birdshot,gunshots,shots,stray rounds,flying debris,flying stones,flying shards,masonry,falling masonry,falling rocks,a falling tree,falling trees,a stone,stones,bricks,bottles,batons,tear gas canisters,mortar fire,sniper fire,artillery fire,broken glass,shards of glass,fragments,a van,a motorcycle,a vehicle}|{sickened,poisoned,blinded,crippled}|caught in the {crossfire,blast}
        """,
    ("injured", "ed", True): f"treated for {{,minor ,slight ,severe }}{_HURTS}",
    ("injured", "suffered", True): f"""
        {{suffered,suffer,suffering,sustained,sustaining,received}} {{,minor ,slight ,serious ,severe }}{_HURTS}
        {{are,were,remain,remained}} in hospital|{{hit,struck,wounded,cut}} in the {{head,face,neck,chest,leg,legs,arm,back,stomach,eye,shoulder,foot,hand,thigh,throat}}|{{inhaled,inhaling,breathed in}} {{smoke,fumes,gas,chlorine,ammonia,toxic,poisonous}}|{{collapsed,collapse}} {{with,from}} {{heatstroke,exhaustion,heat,dehydration,smoke,fumes}}|{{had,have,has}} to be {{treated,hospitalised,hospitalized,resuscitated}}
        {{ended,wound,finished}} up in hospital|landed in hospital|{{is,are,was,were}} {{down,ill,sick}} with|{{came,come,coming}} to {{,any ,serious ,bodily ,grievous }}harm|{{had,have,has}} {{,serious ,severe }}{{gunshot wounds,shrapnel wounds,broken bones,head injuries,burns}}|{{had,have,has,suffered,suffer,sustained}} {{damaged,burned,burnt,scorched,seared,scarred,punctured,collapsed,ruptured,perforated}} {{lungs,airways,eyes,eardrums,livers,kidneys,skin,spleens}}|{{took,taking,caught,had}} {{,a ,two ,three ,several }}{{shrapnel,bullet,bullets,pellets,shell splinters,splinters,shell fragments}} {{in,to}} |{{lost,losing}} {{limbs,legs,arms,eyes,fingers}}
        {{fell,fallen,falling,taken}} {{ill,sick}}|{{need,needs,needed,needing,require,requires,required,requiring}} {{,emergency ,hospital ,medical ,urgent }}{{stitches,surgery,treatment,medical attention,medical care,hospital care,oxygen,amputations}}
        {{lost,lose,losing}} {{a,an,his,her,both,their,one}} {{,left ,right }}{{leg,legs,arm,arms,eye,foot,hand,hands,limb,limbs,sight,fingers}}
        {{is,were,was,are,been}} {{in,in a}} {{,serious ,grave }}{{critical condition,hospital with,intensive care,serious condition,grave condition}}|{{are,were,is,was}} {{fighting,battling}} for {_OWN} {{life,lives}}
        """,
    ("injured", "unhurt", True): """
        unhurt|unharmed|uninjured|{came,come} to no harm|{suffered,suffering} no {harm,injury}|unscathed|safe and {sound,well}|without {,so much as ,even ,suffering ,getting }{a,a single} {scratch,bruise,graze}|without {injury,coming to harm,a mark on}|in one piece|escaped {injury,harm,serious injury}|walked away|{escaped,avoided} {unhurt,injury}
        {did,does} not {need,require} {treatment,hospital treatment,stitches}|out of danger
        """,
    (
        "killed",
        "act",
        True,
    ): "{fatal,deadly} {shooting,shootings,stabbing,stabbings,beating,poisoning,police shooting,knifing}",
    ("killed", "unhurt", True): """
        {survived,survives,surviving}|{got,made it,brought,pulled,get,came,come,crawled,walked,climbed,taken} {out,ashore,through,home,back} alive|{come,came,lived} {through,to tell}|lived to tell|{is,are,was,were} {,still ,in fact ,indeed ,very much }alive{, and well}|{found,rescued,recovered,pulled out,brought out,dug out} {alive,unharmed}
        """,
    (
        "missing",
        "unhurt",
        True,
    ): "{is,are,was,were,been} {,now ,all ,fully ,since }accounted for|{been,were} {,now ,all ,since }{traced,located}",
    ("missing", "ed", False): """
        swept {away,overboard,out to sea,off}|{carried,sucked,pulled,dragged,drifted,blown} {out to sea,overboard}|{carried,borne} {away,off} by {the ,a ,raging ,flood ,rushing ,strong }{torrent,river,current,currents,water,waters,waves,tide,flash flood}|swallowed up by {the ,}{sea,waves,waters}|lost without {a ,}trace|posted missing|swallowed by {the ,}{sea,waves}|washed {away,overboard,out to sea}|lost at sea|spirited away
        """,
    ("missing", "suffered", False): """
        never {came back,returned,come back}|{was,were} last {seen,heard from,spotted}|{not,never} {,yet ,since }{been ,}{seen,heard of,heard from} {,again }since|{made,make} no contact since|not made contact|{has,have,had} yet to {return,come back,come home,resurface,reappear}|{remain,remains,remained} {lost,unreachable}|{failed,failing} to {make,reach} {,it to }{port,shore,camp,base,contact}|{failed,fail,failing} to {return,come back,come home,show up,turn up}|{did,have,has,had} not {,yet }{return,returned,come back,come home,come ashore,reported back}
        {is,are,was,were} {,still }being {looked,searched} for|{is,are,was,were} overdue|{was,were,is,are} nowhere to be {found,seen}|{is,are,was,were,been} {out of contact,out of touch,out of reach,incommunicado,unreachable}|{went,gone,going,go} {missing,astray}|{vanish,vanishes,vanishing,disappear,disappears,disappearing}|{dropped,disappeared,vanished} {out of sight,from view,from radar,without trace,without a trace}
        {has,have,had} not {,yet }{been seen,been heard from,been heard of,been located,been found,been traced,been accounted for,come back,returned,been recovered}|{has,have,had,is,are,was,were} yet to be {found,located,traced,accounted for,recovered,heard from}
        {has,have,had} still not {,been }{come back,returned,surfaced,reappeared,been seen,been heard from,been heard of,been located,been found,been traced,been accounted for,been recovered}|{hasn't,haven't,hadn't} {,yet }been {seen,heard from,heard of,located,found,traced,accounted for,recovered}|{were,was,are,is} {never ,not }{seen again,heard from again,heard of again,found,accounted for,been found}|{cannot,could not} be {located,found,traced,accounted for}|{remain,remains,remained} {to be found,untraced,unfound,unaccounted for}
        """,
    ("missing", "lacking", True): """
        {nobody knows,no one knows,unclear,unknown,not known} what {became of,happened to,has become of,had become of}
        nothing {has been,had been,was} {seen,heard} {of,from}
        {contact,communication,touch} {has been,was,had been,is} lost with|no contact {has been,was,had been} made with|{no,without} {,sign or ,further }{trace,sign,word,news} {of,from}|{whereabouts,fate} of|{lost,losing,no} {contact,touch,communication,radio contact} with
        {not,yet to,unable to,still to,failed to,trying to,hoping to} {,yet ,been able to }{locate,located,find,found,trace,traced}
        {search,searched,searching,searches,combed,combing,hunt,hunted,hunting,scoured,scouring,looking,looked} {,the sea ,the area ,the river ,the rubble ,the mountains ,the mountain ,the forest ,the jungle ,the coast ,the waters ,the bay ,desperately ,is under way ,was under way ,continued ,continues ,went on ,goes on ,resumed }for
        """,
    ("captured", "ed", False): f"""
        {{marched,carried,led,dragged,herded,carted,hauled,frogmarched,spirited}} {{off,away}} by {_ONES}|{{marched,carried,led,dragged,herded,carted,hauled,frogmarched,whisked}} {{off,away}}|enslaved|press ganged|taken alive|grabbed by {_ONES}|taken away by {_ONES}|spirited off|{{held,detained,captured,taken,seized}} by {_ONES}|bundled into|dragged from|{{rounded}} up by {_ONES}|lured away by {_ONES}|{{plucked,pulled,hauled,dragged,snatched,whisked,driven,lured,led,marched,herded}} {{,off ,away }}by {{masked,hooded,unidentified,unknown,armed}} {{men,gunmen}}|{{whisked,spirited,driven,carried,marched,led,herded,taken}} {{off,away}} {{at gunpoint,in chains,blindfolded,into the bush,into the forest,into the jungle,into the hills,into the mountains,to the bush,to an unknown destination,to an unknown location}}|{{forced,pushed,shoved,bundled,thrown}} into {{,a ,an ,the ,waiting ,several ,two }}{{car,van,truck,vehicle,boat,pickup,jeep,cars,vans,trucks,vehicles,boats,pickups,jeeps,minibus,speedboat}}|nabbed by {_ONES}|pressed into {{service,their ranks}}|{{sold,led,taken,forced}} into {{slavery,captivity,bondage,servitude}}|waylaid by {_ONES}
        """,
    (
        "captured",
        "ed",
        True,
    ): "{taken,held,led,taking,took,takes,take,kept,keeping,holding} {prisoner,captive,hostage,prisoners,captives}|held {for ransom,to ransom}",
    (
        "captured",
        "state",
        True,
    ): "into {captivity,slavery,bondage}|in captivity",
    (
        "captured",
        "suffered",
        True,
    ): "{is,are,was,were} {captives,prisoners,hostages,captive,prisoner} of|{been,is,was} {a hostage,a captive,a prisoner,hostage,captive,prisoner} of",
    ("displaced", "flight", True): f"""
        {{lost,lose,losing,loses}} {_OWN} {{home,homes,houses}}|{{had,have,has}} to {{leave,flee,abandon,evacuate,quit}} {{,their ,his ,her ,its }}{{home,homes,houses,village,villages}}|{{had,have,has}} to {{flee,move,relocate,evacuate,be rehoused}}|to flee|must {{flee,move out,leave their homes}}|{{took,taken,taking,take,seek,sought,seeking,found,finding}} {{refuge,shelter,sanctuary}}
        {{were,was,been,be,are,being}} {{sleeping,sheltering,camping,camped}} {{rough,out,in,on,at,under,outdoors,along}}|{{were,are,been}} living {{rough,in tents,in the open,in camps,in makeshift,in shelters}}
        {{had,have,has}} to be {{moved,rehoused,housed,resettled,relocated}}|{{had,have,has}} to {{spend the night,sleep}}
        {{moved,cleared,relocated,bussed}} out of|{{moved,brought,taken,move}} to {{safety,safer ground,higher ground,safer areas}}|{{housed,put up,accommodated,sheltered,lodged,sheltering,living,billeted,crammed,huddled}} in {{,temporary ,makeshift ,emergency ,relief ,transit }}{{tents,schools,shelters,camps,gyms,churches,mosques,gymnasiums,halls,stadiums,hotels,barracks,classrooms,sports halls,evacuation centres,evacuation centers}}|{{moved,taken,transferred,brought,sent,relocated}} to {{,temporary ,makeshift ,emergency ,evacuation ,relief ,transit }}{{shelters,camps,tents,evacuation centres,evacuation centers,relief camps}}|{{flooded,bombed,burned,burnt,shelled,forced,driven,flushed}} out|{{driven,forced,sent,gone}} into exile|{{on the run,in flight}} from|without {{a ,}}{{roof over their heads,roofs}}|{{lost,lose,losing}} {{the,their}} {{roof,roofs}}|{{were,was,been,be}} moved out|{{took,take,taken,taking,takes}} to the {{road,roads,hills,bush,forest,forests,mountains,boats}}|{{was,were,been}} {{,internally }}displaced|{{rendered,left,made}} homeless|{{left,are,were,was,been}} without a {{roof,home}}|{{spent,spend,spending}} the night {{in shelters,in the open,outdoors,in cars,in tents,in schools,under}}|{{streamed,poured,trekked,fled,fleeing,streaming,pouring}} {{out of,across the border,over the border,across borders}}|{{be,are,were,been}} on the move|bombed out of {_OWN} {{home,homes}}|burned out of {_OWN} {{home,homes}}
        """,
    ("displaced", "ed", False): """
        {forced,driven,evicted,expelled,turned,thrown,turfed} {out of,from} their {flats,apartments,tents,shacks,huts,dwellings,lodgings,quarters,camp,camps}|{forced,driven,chased,hounded,bombed,burned,flooded,evicted,expelled,turned,thrown,turfed,cleared,dislodged,flushed,herded,pushed,moved,ejected,banished} {out of,from,off} {their,his,her} {home,homes,houses,village,villages,land,lands,farms,pastures,fields,plots}|forced to {flee,leave,abandon,evacuate,move out}|{driven,forced,drove,chased} {out,out of}|put to flight|uprooted from
        {ordered,told,advised,urged} to {evacuate,leave their homes,leave,abandon their homes}
        """,
    ("displaced", "base", False): "uproot|uproots",
    (
        "injured",
        "state",
        True,
    ): "in a coma|with {cuts,bumps,bruises,burns} and {broken bones,fractures,bruises,burns,concussion,cuts}|with {,so much as a ,even a ,a }{scratch,bruise,graze}|in {,a ,a very }{critical,serious,grave} condition|in intensive care|on life support|bleeding {from,heavily,profusely}|in need of {treatment,surgery,medical attention,medical care,hospital treatment,stitches}|{fighting,battling} for {their,his,her} {life,lives}|with {a,their,his,her} {broken,fractured,shattered} {leg,legs,arm,arms,ribs,collarbone,hip,skull,jaw,spine,wrist}|with {,serious ,severe ,minor }{frostbite,hypothermia,heatstroke,smoke inhalation,cuts,bruises,cuts and bruises,fractures,cuts and fractures,concussion,broken bones,burns,head injuries,broken limbs,gunshot wounds,shrapnel wounds,stab wounds}",
    ("injured", "state", False): "in hospital",
    ("killed", "state", False): "lifeless",
    (
        "killed",
        "base",
        True,
    ): "death came {,swiftly ,suddenly ,quickly ,instantly }{to,for}|{spelled,meant,brought} death {for,to}",
    ("killed", "state", True): "to {their,his,her} {death,deaths}|to the sword",
    ("captured", "base", True): "{made,make,making} {prisoners,hostages,captives,slaves} of",
    ("injured", "base", True): "harm came to",
    (
        "displaced",
        "base",
        True,
    ): "{destroyed,destroying,destroy,levelled,leveled,flattened,wrecked,razed,swept away,washed away,swallowed,engulfed} the {homes,houses} of",
    ("captured", "base", False): "{made,make,making,drove,ran,got,rode} off with",
    ("displaced", "state", True): "without {shelter,homes,a home,a roof,housing}|with nowhere to {live,go,sleep}",
    ("displaced", "lacking", True): "exodus of|{the,mass,headlong,forced} flight of|{made,makes,making} refugees of",
    (
        "displaced",
        "flight",
        False,
    ): "{expelled,deported,banished,exiled} {from,to}|{crossed,crossing,cross,walked,trekked,slipped,waded,poured,streamed,flooded} {into,over}|{crossed,crossing} the border|to leave|{left,leaving} {the,their} {city,country,town,area,region,village,villages,province,island}",
    ("killed", "idiom", True): "down with {it,her}|{carry,carries,carrying,sweep,sweeps,sweeping} {off,away}",
    ("killed", "ing", True): "gunning down",
    ("killed", "base", False): "{fatal,deadly,lethal} {for,to}|{gun,guns,shoot,shoots} down",
    ("captured", "idiom", False): "captivity|{rounded,rounding} up|{took,taking} away|got hold of|grabbed",
    ("injured", "idiom", True): "{came,got} away with|ended up with",
}

_POSSIBLE = "{go,goes,going,be sent,be put,be stood} before {a,the} firing squad|{have,has,given,stand,stands,had} {,very }{little,no,scant,slim,almost no} {chance,hope,prospect} of {survival,surviving,being found alive,being alive}|{face,faces,facing,faced,await,awaits,awaiting,awaited} {execution,the firing squad,a firing squad,the noose,the rope,the gallows,death by,the hangman,beheading,hanging,the death penalty,the death sentence,death}|{was,were,been,is,are} sentenced to {death,hang,be hanged,be shot,be executed}|{is,are,was,were} {,still ,now }on death row|{at,in} {,grave ,mortal ,serious }{risk,danger} of {death,dying,drowning,starving,starvation,execution}|{risk,risks,risking,risked} {death,execution,drowning,starvation}|{is,are,was,were} to {hang,be hanged,be shot,be executed,be beheaded,be put to death}"
_HOPES = "{hope,hopes,chance,chances} of {finding,rescuing,recovering} {,alive }|{hopes,hope} {are,is,were,was} {fading,dimming,dwindling,slipping away,all but gone} for|{little,no,scant,slim} hope {remains,remained,was left,is left,was held,is held,was held out} {for,of}"
"""Before those who are given up, with "alive" beside them."""

_ATTEMPTS = "{attempt,attempts,bid,plot} {on,against} the {life,lives} of|{promise,promised,promises,promising,vowed,threatened,pledged} death to"
"""What the words themselves leave open: whoever "faces the gallows" may yet live."""

_SAYS: dict[Form, Status] = {"unhurt": "denied"}


def _table() -> dict[str, Trigger]:
    table = phrases([_POSSIBLE], Trigger("killed", "suffered", says="possible"))
    table |= phrases([_ATTEMPTS], Trigger("killed", "base", says="possible"))
    table |= phrases([_HOPES], Trigger("killed", "lacking", says="possible"))
    for (kind, form, sure), text in _SAYINGS.items():
        table |= phrases([text], Trigger(kind, form, sure, says=_SAYS.get(form)))
    return table


SAYINGS = _table()
"""Phrase to its reading."""


ALL_ABOARD = tuple(expand("{all,those,everyone,everybody,anyone} {aboard,on board,inside}"))
"""Pronouns of two words."""


def _lengths() -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for phrase in (*SAYINGS, *ALL_ABOARD):
        first, *others = phrase.split()
        if others:
            lengths.setdefault(first, set()).add(len(others) + 1)
    return {first: tuple(sorted(several, reverse=True)) for first, several in lengths.items()}


LENGTHS = _lengths()
"""First word to how many words the phrases have that begin with it, the most first."""
