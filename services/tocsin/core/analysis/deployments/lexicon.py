# ruff: noqa: E501 - a pattern stands on one line
"""The words of military movement: who moves, how, and what is taken. All folded; braces give alternatives."""

from typing import Literal, NamedTuple

from tocsin.core.analysis.deployments.armed import FORCES, WEAK
from tocsin.core.analysis.lexicon import Scanner, phrases
from tocsin.core.model.analysis import Movement, Status

Role = Literal[
    "force",
    "weak",
    "move",
    "go",
    "path",
    "ask",
    "state",
    "noun",
    "seize",
    "fall",
    "base",
    "post",
    "site",
    "with",
    "civil",
]
"""``force`` says by itself that it is military, ``weak`` only in company; ``move`` is a verb, ``go`` one
of motion whose way the words behind it tell, ``path`` a way that
makes any verb one of motion, ``ask`` a verb that moves nothing yet, ``state`` says where a force is, ``noun`` is a movement as a thing ("deployment of"); ``seize`` and ``fall`` change who holds a ``site``;
``base`` opens a ``post``; ``with`` adds a force; ``civil`` tells that it is about something else.
"""


class Term(NamedTuple):
    """What a phrase means here. ``value`` is a force's name, ``action`` what a movement is; ``says`` the status that the
    words themselves give: who asks for troops has none yet.
    """

    role: Role
    value: str = ""
    action: Movement = "deploy"
    transitive: bool = False
    says: Status | None = None


_MOVES: dict[Movement, str] = {
    "deploy": "{call,calls,called,calling} out|{call,calls,called,calling} into|{unload,unloads,unloaded,unloading,offload,offloads,offloaded,offloading,disembarked}|drop off|{set,sets,setting} up|drops off|dropped off|dropping off|{take,takes,took,taken} delivery of|order up|{throw,threw,hurl,hurled,funnel,funnelled,funneling,whisk,whisked,spirit,spirited,smuggle,cram,crammed,tow,towed,pack off,packed off,muster,haul,hauling,relocates,reassign,reassigned,second,call in,called in,calling in,calls in,wheel out,wheeled out,stage,detail,detailed,despatches,airlifts,commits,lends,pours,installs,rotates,flies,ferries,rushes}|{receive,received,receives,receiving,deploy,post,posted,posting,hosted,put,puts,putting,detach,detached,placed,install,installed,installing,emplaced,insert,inserted,infiltrated,smuggled,divert,diverted,diverting,redirected,redirect,shift,shifted,shifting,relocate,relocated,relocating,funnelled,hurried,hurry,lend,lent,loan,loaned,seconded,supply,offer,offered,offering,parked,moored,hauled,trucked,bussed,bused,field,fielded,fielding,activated,activate,throw,threw,thrown,led,lead,fly in,flew in,flown in,flying in,throw in,thrown in,airlift in,ship in,shipped in,sail,sailed,land,landed,landing,forward deploy,forward deployed,deploying,billet,billeted,quarter,quartered,escorted,escort,host,hosts,hosting,accept,accepting,conceal,hide,hid,hidden,keep,kept,deploys,deployed,deploying,redeploy,redeploys,redeployed,redeploying,dispatch,dispatches,dispatched,dispatching,despatch,despatched,despatching,send,sends,sent,sending,station,stationed,stationing,position,positioned,positioning,reposition,repositioned,repositioning,fly,flew,flown,flying,airlift,airlifted,airlifting,ship,shipped,shipping,move,moved,moving,moves,rushed,rush,rushing,rushes,parachuted,parachute,carry,carried,carrying,ferry,ferried,ferrying,transport,transported,transporting,ordered,order,orders,ordering,commit,committed,committing,contribute,contributed,contributing,contributes,provide,transferred,transfer,garrisoned,mobilise,mobilised,mobilising,mobilize,mobilized,mobilizing,mobilises,mobilizes,call up,called up,calling up,to base,put ashore,bring in,brought in,push,pushed,pushing,pour,poured,pouring,basing,send in,sent in,drop,dropped,unleashed,rotate,rotated,rotating,promise,promised,promises,promising,pledge,pledged,pledges,pledging,earmark,earmarked,assign,assigned,allocate,allocated,volunteered,spotted,sighted,observed,filmed}",
    "reinforce": "{reinforce,add,adds,added,adding,top up,topped up,shore up,shored up,triple,tripled,tripling,expand,expanded,expanding,enlarge,enlarged,raise,raised,raising,thicken,swell,swelled,quadruple,quadrupled,reinforces,reinforced,reinforcing,bolster,bolstered,bolstering,beef up,beefed up,beefing up,step up,stepped up,boost,boosted,boosting,strengthen,strengthened,strengthening,increase,increased,increasing,double,doubled,doubling,augment,augmented}",
    "build up": "{draw up,drew up,draws up,pile up,piled up,piling up,piles up,stockpile,stockpiled,marshal,marshalled,marshals,gathers,concentrates,assembles,musters}|{mass,line up,lined up,array,arrayed,pile up,piled up,muster,mustered,mustering,gather,gathered,gathering,stack,stacked,massed,massing,masses,amass,amassed,amassing,concentrate,concentrated,concentrating,assemble,assembled,assembling,build up,building up,built up,builds up}",
    "withdraw": "{withdraw,extract,extracted,extracting,repatriate,repatriated,repatriating,cut,cutting,trim,trimmed,halve,halved,halving,reduce,reduced,reducing,scale back,scaled back,scale down,scaled down,wind down,wound down,fly home,flown home,flew home,call home,called home,calling home,bring home,brought home,bringing home,take out,took out,thin out,thinned out,recalls,withdraws,withdrew,withdrawn,withdrawing,pull out,pulls out,pulled out,pulling out,pull back,pulls back,pulled back,pulling back,recall,recalled,recalling,evacuate,evacuated,evacuating,remove,removed,removing,bring,brought,bringing,brings,draw down,drew down,drawing down,pull,pulled,pulling}",
}
"""Verbs whose object or passive subject is the force."""

_GOINGS: dict[Movement, str] = {
    "deploy": "{join,joins,joined,joining} {,the ,its ,their }{defenders,besiegers}|{cross,crosses,crossed,crossing}|{took,take,takes,taken,taking} up {residence,quarters,guard,arms}|{makes,made,making} {its,their} {home,base} {in,at}|warned for {duty,service,deployment}|{slip,slips,slipped,slipping,creep,crept,steal,stole,pour,poured,march,marched,move,moved,moves,moving,fly,flew,sweep,swept,come,came,rolled,roll} {,quietly ,silently }in by|{move,moved,moves,moving,rolled,roll,marched,swept,poured,sweep,streamed} in|{storm,storms,stormed,storming,wade,waded,splash,splashed,swarm,swarmed,scrambled,land,landed,landing,lands,went,go,goes,put} ashore|{march,marches,marched,marching} {on,upon}|{fight,fights,fought,fighting,serve,serves,served} {in,alongside}|{replace,replaces,replaced,replacing,relieve,relieved,relieving}|{reach,reached,reaches,reaching}|{sail,sailed,sails,sailing,steam,steamed,steaming} {,up ,down ,past ,across ,north ,south ,east ,west ,towards ,close ,within ,alongside ,back }{to,the,into,off,of}|{set,sets,setting} {off,out,forth} {,for }|{touched,touch} down|{dropped,drop,dropping} anchor|{anchored,docked,berthed,moored,cruising,lying,lies} {in,at,off,near}|put in at|{dug,dig,digging} in|bivouacked|encamped|{swept,thrust,crept,trundled,swarmed,spilled,spilt,fanned,fought their way,punched,smashed,barged,clattered,thundered,slipped} {into,across,through,over,in,onto}|{converged,converging,bore down,bearing down,closed in,closing in,advance,advanced,marched,marching,marches} on|{showed,turned} up {in,at,near,on,outside}|{appear,appeared,appearing} {in,on,at,near,off,outside}|{seen,spotted,sighted,filmed,photographed,observed,visible} {in,on,at,near,off,moving,heading,entering,crossing,around,along,driving,rolling}|on the move|{is,are,was,were,been,being,go,goes,went,going,sent,out,stay,stays,remain,remains,now,already} on patrol|{set,sets,setting} foot {in,on}|{filed,filing,returned,returns,returning} {into,to}|{push,pushed,pushing,drove,advance,advanced,advancing,move,moved,march,marched} {north,south,east,west,northwards,southwards}|{surface,surfaced,surfacing} {off,in,near}|{operate,operates,operated,operating} {in,on,from,inside,alongside,near,out of,until,till,there,around,off,across}|{patrol,patrols,ringed,guard,guarded,guarding,cordoned,sealed} {,off }|flew {to,into,in,from,out to}|{fly,flying,flown} {to,into,in}|{making,made,make} for|{come,came,coming} {to,into} |{shipped,ship,shipping} out|{join,joins,joined,joining} {,a ,their ,its ,his }{garrison,garrisons,force,forces,coalition,mission,contingent,battlegroup,patrols,fleet,exercise,operation}|{join,joins,joined,joining} the {garrison,troops,contingent,fleet,battle,fighting,fight,soldiers,peacekeepers,peacekeeping}|intervened|intervene|{penetrated,infiltrated,infiltrating}|{stay,stays,remain,remains,stayed,remained} {in,on,at}|{is,are,was,were,be,been} {,now ,already ,still ,also ,back }{in,at,inside,off,on,outside,around}|{is,are,was,were} {,now ,already }heading|{has,have,had} been {in,at}|{arrive,arrives,arrived,arriving} {in,at,on,off,near,from,to}|{set,sets,setting} up shop {in,at}|{enter,enters,entered,entering}|{cross,crosses,crossed,crossing} {,the border ,over ,back }{into,to,over,from}|{stood,stand,stands,sat} {in,near,outside}|{cross,crosses,crossed,crossing} the|{head,heads,headed,heading} {to,for,toward,towards,into}|{sail,sails,sailed,sailing,steam,steamed,steaming} {,out }{for,to,from,into,toward,towards,in,off,out}|{march,marched,marching,roll,rolled,rolling,advance,advanced,advances,advancing,rumbled,rumble,rumbling,stream,streamed,streaming,push,pushed,pushing,pour,poured,pouring,drive,drove,surged,move,moved,moving,moves} {,deeper ,on }{into,on,to,toward,towards,across,in,onto}|{go,went,gone,goes,going} {to,into}|{set sail,set out,setting sail} {,for }|on {its,their,the,his} way to|en route {to,for}|{landed,landing,lands,land} {in,at,on,near}|landed|bound for|{left,leave,leaves,leaving} for|{take,took,taken,taking} up {,its ,their ,a ,his }{position,positions,post,posts,station,stations}|{embark,embarked,embarking,disembarked,disembark} {at,for,from,in}|{is,are,was,were} {,now ,still }here|{fan,fanned,fanning} out|patrolled|patrolling|{invade,invaded,invading,invades}|{came,come,comes} ashore|{serve,serving,served} {in,at}|{join,joins,joined,joining} the {force,coalition,mission,battlegroup}",
    "build up": "{build,building,built,builds} up|{lined,drawn,lining,drawing} up|{arrayed,parked,stacked,mustered,mustering,gathering,gathered,converging,piling up} {near,along,on,at,around,in,outside,off,by}|{has,have} {doubled,tripled,swelled,swollen,grown}|{doubled,tripled,quadrupled}|{gathers,waits,waiting,poised} {near,along,on,at}|{mass,masses,amass,amassing}|{mass,massed,massing,massing}|{gather,gathered,gathering,assemble,assembled,assembling,concentrated,concentrating} {near,along,on,at,around,in,outside}",
    "withdraw": "{be,been,are,is,were,was} {,all ,long }gone|{slip,slips,slipped,slipping,steal,stole,stolen,melt,melts,melted,fade,faded,file,filed,sail,sailed,march,marched,drive,drove,driven,fly,flew,flown,move,moved,pull,pulled,creep,crept,draw,drew,drawn,ship,shipped,clear,cleared,bow,bowed,troop,trooped,scatter,scattered,sneak,sneaked} {,quietly ,silently }{away,off,out}|{pack,packs,packed,packing} {up,its bags,their bags,his bags}|{struck,strike,striking,broke,break,breaking} camp|beat a {,hasty }retreat|{turned,turn} tail|{took,take,taking,taken} {its,their} leave|{said,say,bid,bade} {farewell,goodbye} to|{sailed,flew,went,gone,goes,heading,headed,flies,sails} {back ,}home|{withdraws,withdrew,withdrawn,withdraw,withdrawing} {across,behind,beyond,over}|{left,leave,leaves,leaving,depart,departs,departed,departing,evacuate,evacuated,evacuating,quit,quits,quitting,vacate,vacated,vacating,abandon,abandoned,abandoning}|{go,goes,went,going,gone,sail,sailed,sailing,fly,flew,flown,flying,head,headed,heading,sent,brought,bring,march,marched,come,ordered} home|{fly,flew,flown,flying,move,moved,moving,clear,cleared,ship,shipped,slip,slipped,sail,sailed,drove,rolled,marched,streamed,pull} {out,away} {of,from}|{rolling,rolled,roll,moving,streaming,heading,marching,trooping} back {across,over,into,to}|pulled out|pulling out|pull out|pulls out|lifted off|took off|{cross,crossed,crossing,move,moved,went} back {over,into,across,to}|back over the border|{decamped,decamp,retired,retreat,retreats,retreated,retreating} {to,from,towards,into}|{be,is,are,was,were,been} {,all ,back ,fully }out of|{flee,fled,fleeing,deserted,desert,melted away}|{hand,handed,handing} over|{give,gave,giving,given} up|left for good|{has,have,had} {gone,left}|evacuated|{withdraw,withdraws,withdrew,withdrawn,withdrawing,retreat,retreats,retreated,retreating,pull out,pulls out,pulled out,pulling out,pull back,pulled back,pulling back,pulls back,pull,pulled} {,out }{from,of,to,in}|{return,returned,returning,returns,came,coming,come} {home,to base,to barracks,to their barracks,to their bases}|{fall,fell,falling,fallen} back",
    "transit": "{round,rounds,rounded,rounding,pass,passes,passed,passing} {,the }{cape,cape horn,pillars of hercules}|skirted|skirting|shadowed|buzzed|through the {strait,straits,bosphorus,canal,suez canal,dardanelles,channel,panama canal}|{transit,transits,transited,transiting,overfly,overflew,overflown}|{sail,sailed,sailing,sails,pass,passed,passes,passing,steam,steamed,steaming,cruise,cruised,go,went,slip,slipped} {through,past}|{enter,entered,enters,entering,cross,crossed,crossing,pass,passed,clear,cleared,navigated} {,the }{suez canal,suez,bosphorus,bosporus,dardanelles,panama canal,kerch strait,taiwan strait,strait of hormuz,straits of,english channel}|{crossed,entered,violated,violate,violates,flew through,flew into} {its,their,our,turkish,japanese,israeli,syrian,finnish,estonian,polish,swedish,taiwanese,iranian,russian} {airspace,waters,territorial waters}|{sail,sails,sailed,sailing,pass,passes,passed,passing,travel,travelled,traveled,travelling,move,moved,moving} through|{fly,flew,flown,flying} {over,through,near,past}",
}
"""Verbs whose subject is the force."""

_GOES = """
{clank,clatter,rattle,roar,chug,drone,screech,nose,jet,bus,zoom,climb,plod,plough,splash,swoop,straggle,stagger,trot,wander,wend,wind,thread,seep,pile,crowd,pack,pass,travel,journey,transfer,redeploy,relocate,drop,slip,land,lumber,tear,tunnel,leap,fall,fan,spread,jog,crank,whirl,spill,squirm,worm,transit,file,hack,battle,barrel,jolt,bump,lurch,skid,set off,set out,move,order,rush,pull}{,s,ed,ing}
{glide,weave,shuttle,converge,shuffle,straggle,escape,bustle,bulldoze,manoeuvre,rattle,struggle,dive,strike}{,s,d}|{glid,weav,shuttl,converg,shuffl,straggl,clatter,maneuver,manoeuvr,struggl,div,writh}ing|wound|wove|woven|fights|fell|fallen|tore|torn|fought|slipped|dropped|dropping|slipping|jetted|nosed|bussed|spread|climbs|passes|rushes|dashes|dashed|dashing
{troop,tramp,walk,drift,limp,inch,crawl,motor,gallop,plow,row,trek,clamber,scurry,flood,flock,wheel,veer,head,lurch,saunter,return,retreat,march,roll,stream,sweep,thunder,sneak,slink,bolt,hasten,press,depart,jump,burst,steam,sail,stroll,row,withdraw,scatter,swarm,filter,bound,power,helicopter,reverse}{,s,ed,ing}|reversed|reversing
{file,trudge,wade,edge,cruise,snake,parade,tumble,venture,scramble,surge,trickle,escape,disperse,stumble,rumble,charge,race,advance,paddle,barge,hike,ease,squeeze,hustle}{,s,d}|{fil,trudg,wad,edg,cruis,snak,parad,tumbl,ventur,scrambl,surg,trickl,escap,dispers,stumbl,rumbl,charg,rac,advanc,paddl,barg,hik,eas,driv,rid,strid}ing
{drive,drives,drove,driven,ride,rode,ridden,swam,swum,swim,swung,swing,ran,running,crept,stole,stolen,sped,speeding,speed,swept,thrust,spilled,fled,flee,fleeing,strode,slid,come,comes,goes,going,came,went,gone,slunk,withdrew,withdrawn}
"""
"""Verbs of motion that make a movement only with a way: "filed out of", "drove over the causeway into"."""

_PATHS: dict[Movement, str] = {
    "deploy": "into|onto|across|towards|toward|up to|ashore|aboard",
    "withdraw": "out of|away from|home|home from|home to|back home|back from|back to|back across|back over|back into|back in",
    "transit": "through|past",
}
"""Ways that make a movement of any verb a force is the subject or object of: "have its soldiers out of Kismayo"."""

_STATES: dict[Movement, str] = {
    "deploy": "on the streets|{is,are} operational|{remain,remains,remained,is,are,was,were} {,still ,now }{stationed,based,deployed}|{stand,stands,stood} {on,along,at,ready}|{digging,dug} {trenches,in}|manning {checkpoints,roadblocks,barricades,positions,trenches}|{fight,fights,fought,fighting,served,serving} {in,with,alongside}|on the streets of|there {is,are,was,were,will be,would be,has been,have been} {,no ,still ,now ,already ,not any ,never }|on hand|on the ground|in place|in position|{is,are,was,were,be,been,being} present|standing by",
    "alert": "{to,at,on} {the ,its ,their ,}{highest,high,full,maximum,top,heightened} {readiness,preparedness,alertness,vigilance}|to be ready to {move,march,fight,deploy,fly,sail,act}|at {an hour's,an hours,hours',24 hours',48 hours',12 hours',six hours',a moment's,a moments,short,immediate} notice|on {the ,its ,their }{highest ,high ,full ,maximum }{state of ,level of }{readiness,alert,combat readiness}|on {its,their} {highest,high,full} alert|on its guard|{leave,furlough,furloughs} {has been,was,were,had been,have been,is} {suspended,stopped,revoked}|{raise,raised,raises,raising,lift,lifted,step up,stepped up} {its,the,their,his} {,military ,security ,army ,level of ,terror ,threat ,national }{alert,readiness,threat level,alert level,state of alert}|{in,to,at} {,the ,its ,their }{,highest ,high ,higher ,full ,maximum }{,state of ,level of }{readiness,combat readiness,alert}|{cancelled,canceled} {,all }{leave,army leave}|confined to barracks|leave {has been,was,is,had been} {cancelled,canceled}|{is,are,was,were,been} {told,ordered,instructed,warned} to {stand by,stand ready,be ready,get ready,prepare to move,prepare for deployment}|{at,to} {,their }battle stations|scrambled|scramble|scrambling|on a war footing|{in,on} {a ,}state of {alert,readiness,high alert}|{stood,stand,standing} to arms|ready for {battle,action,combat}|{on,put on,placed on,at} {,a ,its ,their ,full ,high ,highest ,maximum ,round the clock ,airborne ,nuclear ,constant ,permanent ,immediate ,24 hour ,heightened ,red ,combat ,war ,special ,a state of ,a high state of ,the highest state of ,a state of maximum ,the highest }{alert,standby,stand by,combat readiness,readiness,war footing}|{state,states,level} of {,high ,full ,maximum ,heightened }{alert,readiness}|combat readiness|battle stations",
}

_STAYS = "{is,are,was,were} {,all ,still }{staying,remaining} {put,in,at,on,where}|{will,would,to} {,all }{stay put,stay where,remain where,remain in place,stay in place}|{is,are} going nowhere|{will,would} {stay,remain} {in,on,at}"
"""What is said of a force that does not leave."""

_NOUNS: dict[Movement, str] = {
    "deploy": "deployment{,s}|presence|movements of|arrival of|dispatching|sending|transfer|posting|mobilising|expedition|redeployment{,s}|dispatch|despatch|stationing|mobilisation|mobilization|landing{,s}|airlift|arrival|incursion{,s}|invasion|intervention|movement{,s}|advance|entry|offer{,s}|contribution{,s}|despatching",
    "build up": "build up{,s}|massing of|mobilization on|amassing|buildup{,s}|concentration{,s}|massing",
    "reinforce": "reinforcement|surge|increase",
    "withdraw": "withdrawal{,s}|pulling out|pull back|exodus|repatriation|removal|extraction|reduction|cut|cuts|pullout{,s}|pull out{,s}|pullback{,s}|retreat{,s}|drawdown{,s}|departure|evacuation|exit|disengagement",
    "transit": "transit{,s}|passage",
    "base": "{home,host,base} to|home of",
}

_REPORTS = "saw|seen|{show,shows,showed,showing}|{reports,report,rumours,rumors,stories,talk,claims,sightings,sign,signs,evidence,accounts,allegations} of {,a ,an ,any ,some }"

_ASKS = """
{negotiating,negotiates,negotiated,haggling,bargaining,haggled,bargained} with|{in,holding,opened,opens} {talks,negotiations} with|{talks,negotiations,deal,agreement,accord,treaty} {on,about,over} {a,the,an}|{angling,angles,angle,bidding,jostling,looking,pushing,campaigning,hankering,pining,itching,crying} for|{seek,seeks,sought,seeking,requires,require,required,prefers,prefer,preferred,favours,favors,favoured,favored,advocates,advocated,envisages,envisaged,foresees,demands,demanded,recommends,recommended,suggested,suggests}|{plea,pleas,request,requests,call,calls,demand,demands,appeal,appeals,bid,proposal,motion,bill,offer} for
{hint,hints,hinted,hinting} at|{speak,speaks,spoke,talk,talks,talked} of|{raised,raises} the prospect of|{expects,expect,expected,hopes,hoped,hope,plans,aims,wants,wanted} to have|{offers,offer,plan,plans,proposal,proposals,timetable} for|the {idea,prospect,possibility} of
{would like,needs,wants}
{ask,asks,asked,asking,begged,begs,pressed,urged,urges,petitioned,lobbied,wants,wanted,appealed to}|{request,requests,requested,requesting,appeal,appeals,appealed,call,calls,called,calling,plea,pleas,need,demand,demands,demanded,pleaded,bid,hope,hopes,hoped,hoping,waiting,waits} for
{debate,debates,debated,debating,discuss,discusses,discussed,discussing,mull,mulls,mulled,mulling,weigh,weighs,weighed,weighing,propose,proposes,proposed,proposing,authorise,authorises,authorised,authorize,authorizes,authorized,approve,approves,approved,endorse,endorses,endorsed,back,backs,backed,considering,consider,considers,considered,contemplates,contemplating,planning,floated,mandate,mandated}
{let,lets,letting,allow,allows,allowed,allowing,permit,permits,permitted}
"""
"""What is only asked for, talked of or allowed."""

_HAVES = "{could,will,would,may,might,to} have|{has,have,had,keeps,kept,keep,maintains,maintained} {,still ,now ,already }{no,any,not a single,some,about,around,nearly,almost,up to,more than,at least,its own,hundreds of,thousands of,dozens of}"

_SEIZES = """
{sack,sacked,sacking,invest,ransack,ransacked} {,by }|{storming,sacking,sack,surrender,besieging,occupying} of|{seize,seizes,seized,seizing,capture,captures,captured,capturing,recapture,recaptures,recaptured,recapturing,retake,retakes,retook,retaken,retaking,overrun,overran,overruns,overrunning,occupy,occupies,occupied,occupying,reoccupied,conquer,conquered,conquering,liberate,liberates,liberated,liberating,freed,storm,stormed,storming,annex,annexed,annexing,besiege,besieged,surround,surrounded,surrounding,encircle,encircled,encircling,control,controls,controlled,controlling,recover,recovers,recovered,recovering,secure,secured,secures,securing,reclaim,reclaimed,reclaiming,wrest,wrested,wresting,breach,breached,hoisted their flag over,raised their flag over,hold,holds,holding,take over,takes over,took over,taken over,taking over,take back,took back,taken back,win back,won back}
{claim,claims,claimed,claiming,take,takes,took,taken,taking,regain,regains,regained,regaining,gain,gains,gained,gaining,seize,seized,seizing,assume,assumed,wrest,wrested,retake,lose,loses,lost,losing,cede,ceded,handed,handed over,hand over} {,the ,full ,complete ,total ,partial ,back }control {of,over}
{in,under} {,full ,complete ,total ,firm ,partial ,sole }control of|{gain,gained,gaining,regain,regained,regaining} ground|{drove,drive,driven,driving,push,pushed,pushing,force,forced,forcing} {back,out}
{drove,drive,driven,driving,push,pushed,pushing,expel,expelled,expelling,oust,ousted,ousting} {,the ,isis ,isil ,daesh ,back ,taliban ,rebel ,rebels ,militants ,government ,islamic state ,fighters ,terrorists ,isil terrorists ,militants }{out of,out from,from}|{capture,recapture,seizure,conquest,occupation,liberation,retaking,annexation,taking,fall} of
"""

_ASSAULTS = "{assault,attack,offensive,push,drive,thrust,operation,advance} {,is ,was }{aimed at,bent on} {taking,seizing,capturing,retaking,recapturing,storming,overrunning,occupying}|{assault,assaults,attack,attacks,offensive,raid,raids} {on,against}|{assault,attack,offensive,thrust,push,drive,attempt,attempts,bid,bids,effort,efforts} to {take,seize,capture,retake,storm,overrun,enter,occupy}"
"""Tries to take a place; they are read only where they are told to have failed."""

_TAKES = "take|takes|took|taken|taking"
"""These may take anything, so that they count only beside a force."""

_FALLS = "{is,are,was,were} {,now ,all ,already }{theirs,ours}|{remain,remains,remained,stay,stays,stayed,still} {,firmly ,still ,fully }{in,under} {,the }{government,rebel,army,loyalist,army's,government's,rebels',its,their,our,ukrainian,russian,militia,opposition,taliban,state} {hands,control}|{in,into,under,to} {,the }{rebel,rebels',insurgent,insurgents',militants',jihadists',separatists',army,army's,militia,militia's,government,government's,junta's,enemy,enemy's,guerrillas',taliban,opposition,loyalist,allied,kurdish} {hands,control,possession,grip}|in {the ,}possession of|{pass,passes,passed,passing,slip,slipped,come,came,comes} {,back ,over ,entirely ,fully }{into the hands of,into the control of,under the control of,under control of,to the control of,into the grip of}|in {jihadist,separatist,militant,opposition,guerrilla,islamist,kurdish,taliban,government's,hostile,foreign,israeli,turkish,serbian,serb,croat,iraqi,syrian,libyan,sudanese,ethiopian,armenian,azerbaijani,british,french,german} hands|in {its,their,his} {,firm ,full ,sole }{grip,control}|{fell,falls,fall,fallen,falling} under {,the }{control,sway,rule} of|{changes,changed,change,changing} hands|{was,were,been,being} lost to|{is,are,was,were,remains,remained} {,still ,now }held by|{is,are,was,were,be,been} {,now ,back ,fully ,firmly ,still }under {,the ,full ,complete }control of|{has,have,had} {,not ,now ,yet ,already ,finally ,not yet }fallen|{fell,falls,fall,fallen,falling} {to,into the hands of,under the control of,into}|{is,are,was,were,be,been} {,now ,back ,fully ,firmly ,still ,completely }{under,in} {,the ,full ,complete }{hands of,rebel control,government control,rebel hands,government hands}|{surrendered,surrender} to|in {their,its,his,rebel,rebels',government,army,enemy,militia,russian,ukrainian,allied,loyalist,insurgent,jihadist} hands"

_BASES = "{is,was,were,are,been} {,long ,also ,still ,now }home to|{house,houses,housed,housing,rent,rented,renting,acquire,acquired,acquires,obtain,obtained,close,closes,closed,closing,grant,grants,granted,granting,open,opens,opened,opening,reopen,reopened,reopening,establish,establishes,established,establishing,build,builds,built,building,construct,constructed,constructing,use,uses,using,share,sharing,maintain,maintains,maintained,lease,leased,leasing,inaugurate,inaugurated,erect,erected,expand,expanding,expanded}"

_POSTS = "{permanent,regular,naval,new} {berth,berths,mooring,moorings}|{landing,refuelling,refueling,basing,transit} rights|port on the|port facilities|naval berth{,s}|{naval,navy} anchorage|docking rights|{naval,military} foothold|{refuelling,refueling,resupply,supply,listening,monitoring,tracking} {station,stations,depot,depots}|{permanent,big,air,naval,new,second,third,first,forward,secret,large,small,joint,own} {base,bases,outpost,outposts,foothold}|{foreign,russian,american,us,chinese,french,turkish,british,iranian,nato,more,two,three,four,five,six,several} {base,bases}|airstrip{,s}|barracks|listening post{,s}|radar {station,stations,post}|naval {facility,facilities,port,hub,dockyard}|garrison post|army post{,s}|fire base{,s}|{,new ,second ,third ,permanent ,forward ,large ,major ,secret ,joint ,small ,foreign }{military,naval,navy,army,air,air force,forward operating,missile,drone,submarine,logistics,marine,training} {base,bases,post,posts,outpost,outposts,camp,camps,facility,facilities,station,stations,installation,installations,garrison,garrisons,presence,headquarters,hub}|airbase{,s}|{observation,military observation,border,forward} {post,posts,point,points,outpost,outposts}|outpost{,s}|bridgehead{,s}|beachhead{,s}|new base{,s}"

_SITES = "{broadcasting,television,radio,communications,command,detention,training,telephone,government,parliament} {centre,center,complex,compound,house,building,exchange,buildings,offices}|rampart{,s}|bunker{,s}|redoubt{,s}|lighthouse|telephone exchange|national palace|abbey|cathedral{,s}|church|convent|priory|manor|mansion|villa|hacienda|ranch|farm{,s}|plantation|keep|kremlin|coke plant|steelworks|steel plant|factory|factories|{radio,television,tv,control,water,watch} tower{,s}|transmitter{,s}|{,radio ,television ,tv }studios|ministr{y,ies}|town hall|city hall|{police,railway,train,bus,pumping,fire,gas,petrol} station{,s}|post office|courthouse|governor's {palace,office,house,compound}|customs {house,post}|university|campus|rail {hub,junction,yard}|railway|tunnel|atoll{,s}|archipelago|shoal{,s}|strait{,s}|strip|oil installation{,s}|pipeline|reservoir|dockyard{,s}|harbours|gold mine{,s}|oil {port,hub,terminal}|heartland|summit|pass|compound|market town|{northern,southern,eastern,western,central} {third,half,part,flank}|{two,three,four,five,six,seven,eight,several,dozens of,many} {towns,villages,hamlets,settlements,districts,bases,positions,posts,hills,farms}|town{,s}|city|cities|village{,s}|hamlet{,s}|base|bases|airport{,s}|airfield{,s}|airbase{,s}|air base{,s}|port|ports|port city|harbour|harbor|crossing{,s}|border crossing{,s}|border post{,s}|province{,s}|district{,s}|territory|territories|headquarters|bridge{,s}|checkpoint{,s}|citadel|monastery|hill{,s}|hilltop{,s}|island{,s}|islet{,s}|reef{,s}|barracks|garrison|castle|fortress|fort|stronghold{,s}|bastion{,s}|capital|neighbourhood{,s}|neighborhood{,s}|suburb{,s}|region{,s}|area|areas|oilfield{,s}|tanker{,s}|freighter{,s}|oil platform{,s}|rig|rigs|oil field{,s}|refiner{y,ies}|terminal{,s}|depot{,s}|power station{,s}|power plant{,s}|plant|prison|mine|mines|ridge|mountain pass|dam|dams|peninsula|enclave{,s}|settlement{,s}|positions|outpost{,s}|camp|camps|highway|road|junction|crossroads|palace|parliament|military base{,s}|naval base{,s}|army base{,s}|frontier post{,s}|trenches|heights|valley|county|state capital|provincial capital|embassy|television station|radio station|presidential palace|ground|swathes|swaths|parts|half|most of|quarter"

_WITHS = "accompanied by|along with|together with|joined by|escorted by|backed by|supported by|followed by|as well as|plus|alongside|with"

_PLAY = "toymaker{,s}|toyshop{,s}|toy shop{,s}|doll{,s}|teddy bears|opera{,s}|chorus|trio|quartet|quintet|punk|on tour|gig{,s}|rock group|pageant|charity {match,run,parade}|ballet|dancer{,s}|dancing|{actor,actress,he,she,who} plays|played by|starring|stars as|carnival|scooter{,s}|hire cars|chefs|kitchen{,s}|cooks|buskers|cleaners|bakers|waiters|taxis|bicycles|bikes|ants|bees|second round|third round|first round|knockout stage|{air,flying,flower,fashion,boat,motor,trade,dog} show{,s}|vintage|museum{,s}|replica{,s}|fly past|flypast|parade{,s}|toy{,s}|model railway|video game{,s}|computer game{,s}|board game{,s}|comic{,s}|sitcom|soap opera|pop star{,s}|singer{,s}|tour dates|orchestra{,s}|choir|film|movie|album|chess|theatre|theater|jamboree|recipe|striker|tournament|player{,s}"
"""Where soldiers are toys, actors or dancers."""

_CIVIL = """
{bakery,coffee,hotel,restaurant,burger,pizza,cinema,pharmacy,grocery,retail,store,supermarket,fast food,sandwich,clothing} {chain,chains}|brewer{,s,y,ies}|baker{y,ies}|winemaker{,s}|franchise|{fashion,record} {label,house}|carmaker{,s}|chipmaker{,s}|drugmaker{,s}|
corp|inc|stake|subsidiary|airbus|boeing|shareholder{,s}|registration|charter|takeover|merger|tariff{,s}|imports|exports|commercial|relay|olympics|sprinter|athletes|
orchestra{,s}|choir|band|team{,s}|club{,s}|coach|striker|season|match|tournament|league|cup|player{,s}|goal{,s}|champion{,s}|championship{,s}|software|{the,a,central,national,world,savings,investment} bank|banks|customers|shares|investors|scouts|film|movie|album|chess|theatre|theater|festival|shoppers|fans|cricket|football|soccer|rugby|tennis|nurses|firefighters|fire crews|lifeboat|rescue workers|rescuers|volunteers|jamboree|recipe|chef|students|voters|lawyers|vaccines|tourists|passengers|cruise ship{,s}|cargo ship{,s}|container ship{,s}|cruise|airline{,s}|startup|app|hackers|retailer|supermarket{,s}|factory|brand
"""


def _terms() -> dict[str, Term]:
    terms: dict[str, Term] = {}
    terms |= phrases([_SITES], Term("site"))
    terms |= phrases([_CIVIL], Term("civil"))
    terms |= phrases([_PLAY], Term("civil", "play"))
    for action, nouns in _NOUNS.items():
        terms |= phrases([nouns], Term("noun", action=action))
    for name, forms in WEAK.items():
        terms |= phrases([forms], Term("weak", name))
    for name, forms in FORCES.items():
        terms |= phrases([forms], Term("force", name))
    for action, ways in _PATHS.items():
        terms |= phrases([ways], Term("path", action=action))
    for action, verbs in _GOINGS.items():
        terms |= phrases([verbs], Term("move", action=action))
    for action, verbs in _MOVES.items():
        terms |= phrases([verbs], Term("move", action=action, transitive=True))
    for action, states in _STATES.items():
        terms |= phrases([states], Term("state", action=action))
    terms |= phrases([_HAVES, _REPORTS], Term("state"))
    terms |= phrases([_STAYS], Term("state", action="withdraw", says="denied"))
    terms |= phrases(["back to {,its ,their ,the }{barracks,base,bases}"], Term("state", action="withdraw"))
    terms = phrases([_ASKS], Term("ask", says="possible")) | phrases([_GOES], Term("go")) | terms
    terms |= phrases([_SEIZES], Term("seize", action="seize"))
    terms |= phrases([_TAKES], Term("seize"))
    terms |= phrases([_ASSAULTS], Term("seize", "try", action="seize", says="denied"))
    terms |= phrases([_FALLS], Term("fall", action="seize"))
    terms |= phrases([_BASES], Term("base", action="base"))
    terms |= phrases([_POSTS], Term("post", action="base"))
    terms |= phrases(
        ["{is,are,was,were,be,been,remain,remains,remained} {,permanently ,still ,now }based"],
        Term("state", action="base"),
    )
    terms |= phrases([_WITHS], Term("with"))
    return terms


TERMS = _terms()
"""Every phrase, and what it means."""

MOVEMENTS: frozenset[Role] = frozenset({"move", "go", "path", "ask", "state", "noun"})
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
