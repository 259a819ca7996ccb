# ruff: noqa: E501 - a pattern stands on one line
"""The words that tell how a text stands to a fact, by what they do and how far they reach. All folded.

The kinds follow the literature on negation and speculation cues (BioScope, Vincze et al. 2008; FactBank, Sauri and
Pustejovsky 2009), the lists are our own. Braces give alternatives: "{is,are} {,not }true".
"""

from typing import Literal

from tocsin.core.analysis.lexicon import phrases

CueKind = Literal[
    "negator",  # "no", "not": what follows at once
    "averted",  # "called off", "failed to": what follows at once
    "denial",  # "denied that": the clause that follows
    "rebuff",  # "dismissed": where a claim follows, what it holds
    "falsity",  # "is false": the claim before it in the sentence
    "doubt",  # "could not be verified": the whole sentence
    "verify",  # "confirm", where a "not" stands before it: the whole sentence
    "claim",  # "claimed", unless it is lives: the clause that follows
    "hearsay",  # "reportedly", "claimed that": its clause
    "modal",  # "could", "will": the verb that follows
    "plan",  # "threatened to", "is considering": what follows in the clause
    "prospect",  # "possible", "planned": the noun that follows
    "relief",  # "turned up safe": what was believed before it
    "fear",  # "feared", "presumed": either side in its clause
    "condition",  # "if", "unless", "whether": up to the comma
    "past",  # "decades ago", "during the civil war": its clause
    "memory",  # "the anniversary of": all that follows
    "now",  # "on Monday": bars "past" from its clause
    "say",  # "said": who says so
    "according",  # "according to"
    "record",  # "the deadliest since": bars the year behind it
    "inert",  # looks like a cue and is none: "denied involvement", "not only"
]

_NEGATORS = """
no|not|never|neither|nor|nobody|no one|none|without|zero|hardly any|not a single|not one|no longer|nothing|not any
cannot|can't|{did,do,does,is,are,was,were,has,have,had,would,could,should,must,need}n't|won't|ain't
{would,could,should,will,shall,did,do,does,has,have,had,is,are,was,were,must} not
"""

_NO_NEGATORS = """
not {only,just,merely,simply,least,to mention,clear,known,say,disclose,specify,give,sure,immediately clear}
not {immediately,yet} {clear,known}|{is,was,were,are} {not,n't} {immediately ,yet ,}{clear,known}
{isn't,wasn't} {immediately ,yet ,}{clear,known}|{did not,didn't,does not,would not} {immediately ,}{say,specify,give,disclose,elaborate,identify}
no {fewer,less,more} than|not {fewer,less,more} than|no doubt|no matter|{was,were} denied {entry,access,bail,visas,permission,boarding,treatment,medical}|no stranger|no wonder|why not|if not
without {warning,provocation,trial,parole,charge,mercy,any warning}|no {group,organization,organisation,faction,one group}
"""

_DENIALS = """
{there is,there was,there are,there were,has,have,had,found,saw,see,sees,seen} no {truth,substance,basis,foundation,question,prospect,sign,evidence,indication,proof} {,whatsoever ,at all }{in,to,of,that,for}|{no,without} {truth,substance} {in,to} {,the ,these ,any }{report,reports,rumours,rumors,claim,claims,suggestion,story,allegation,allegations}|{deny,denied,denies} {that,having,it,any}|{stopped,stops,falls,fell} short of|{no,little} {appetite,intention,question,prospect,plan,plans} {of,to,for}|{would,will} {never,under no circumstances,on no account,not be}|{contradicted,contradicting,contradicts,belied,belies,countered,refuting,rebutting,dispelling,denying,dismissing,rejecting} {,earlier ,the ,a ,initial ,rebel ,official ,media }{reports,claims,claim,report,statements,rumours,rumors,accounts,account}
{denied,denies,deny,denying} {,that ,having ,it ,they ,he ,she ,any ,reports ,claims ,the reports ,the claims ,allegations ,rumors ,rumours ,suggestions ,the allegations ,a report ,media reports }
{withdrew,retracted,retracts} {reports,claims,allegations,a report,a claim,the report,the claim,its report,its claim,their statement,its statement}
{ruled,rules,ruling,rule} out {,any ,the possibility of }|{refused,refuses,refusing,refuse} to|{declined,declines} to {send,deploy,commit,provide,contribute,dispatch,withdraw}
contrary to|no {evidence,truth,sign,signs,indication,indications,record,question,confirmation that} {,that ,of ,to }|no {plan,plans,intention,intentions,need,reason,desire} {to,of,for}
{no reports of,nor any reports of}|not true that|untrue that|false that|a lie that|a myth that|{denial,denials} {that,of}
{false,bogus,fake,fabricated,erroneous,incorrect} {reports,report,rumours,rumors,claims,claim,news,story,stories}|hoax|mistakenly {reported,said}|wrongly {reported,said}|incorrectly {reported,said,stated}
had earlier said|misreported
"""

_REBUFFS = """
{reject,dismiss,refute,dispute,rebut,contradict,denounce,scotch,quash,dispel,contest,decry,deride,debunk}{,s,es,ed,ing}|{denied,denies,deny,denying,scotched,quashed,refuting,refuted,refutes,rebutted,rebutting,ridiculed,ridicules,branded,brands,labelled,labeled,disputed,disputes,disputing,derided,deriding,decried,disproved,discounted,discounts,scorned,countered}
{poured,pours,pouring} {cold water,scorn} on|{brushed,brushes,waved,waves,swept,shrugged} {aside,off,away}|{laughed,laughs,shrugged} off|{hit,hits,hitting} back at|{scoffed,scoffs,sneered} at|{played,plays} down|{described,describes,called,calls} as {false,untrue,baseless,absurd,lies,nonsense,propaganda}|{took,takes,taking,walked,walks} back|{corrected,corrects,retracted,retracts,retracting,recanted,recants,withdrew,withdrawn,apologised for,apologized for,deleted,backtracked on,disavowed,disowned}|{no,not a word of} truth {in,to}|no {substance,basis,foundation} {in,to,for}
"""

_RELIEFS = """
{turned up,turn up,found,were found,was found,been found,showed up,resurfaced,reappeared,emerged,returned,returned home,located,is,are,was,were,back home} {,later ,alive and ,both ,all }{safe,safe and sound,safe and well,alive,alive and well,unharmed,unhurt,well,in good health}
"""

_AVERTED = """
before {it,they,he,she,anyone,the bomb,the device,anybody} could|{decided,decides,opted,ruled,come out,came out} against|put off|puts off|put on hold|delayed|delays|deferred|defers|shelves|scraps|cancels|aborts|halts|suspends|blocks|vetoes|rejects|turns down|rebuffed|rebuffs|spurned|{refused,refuses,declined,declines} {requests,a request,calls,demands} {for,to}|{dropped,drops,ditched,ditches,abandons} {,its ,the ,a ,his ,their }{plan,plans,request,demand,idea,proposal}
{without,short of,rather than,instead of} {sending,deploying,firing,killing,hurting,harming,injuring,wounding,taking,committing,putting}|{held off,holding off,shied away,backed away,refrained,refrains,desisted} from|{balked,baulked} at|{thought better of,no longer wants to,no longer plans to}|{talked,argued,persuaded} {him ,her ,them }{out of,against}|{foil,foils,thwart,thwarts,avert,prevent,preventing,foiling,averting,thwarting,stopped,prevents}|{saved,saving,spared,sparing,rescued} from
abandoned {,its ,the ,a ,his ,their }{plan,plans,idea,deployment,mission,attempt,attempts,proposal,proposals,effort,efforts}|instead of|rather than|{has,have,had} yet to|{decided,decides,decide,voted,votes,vote,advised,argued,warned} against|{decision,vow,promise,pledge,order,agreement} not to|{decided,chose,opted,agreed,promised,vowed,pledged,voted,ordered,told} not to|{voted,votes,vote} down|{back,backs,backed,backing} {out,away} {of,from}|{reversed,reverses,overturned,ditched,dropped,axed,annulled,revoked,rescinded,struck down,froze,shelved,buried} {its,the,his,their,a,an,any} {plan,plans,decision,order,idea,proposal,move,bid,request,scheme,deployment,withdrawal} {,to ,for ,of }|far from|anything but|in no {position,mood,hurry} to|too {few,weak,late,busy} to|unable to|incapable of|{cancelled,canceled,called off,scrapped,shelved,postponed,suspended,halted,aborted,blocked,vetoed,rejected,ruled against,turned down,dropped plans for,dropped plans to,scuttled}
{failed,failing,fails,fail} to|{stopped,stops,stop} short of|{avoided,averted,prevented,thwarted,foiled,avoids,averts,prevents}
"""

_NO_DENIALS = """
{denied,denies,deny,denying} {,any ,all ,having any }{involvement,responsibility,role,connection,links,link,wrongdoing,charges,the charges,knowledge,guilt,entry,access,bail,visas,complicity,ordering,that it was behind,being behind,accusations of,blame,it was responsible,that it was responsible,it was behind,they were behind,committing,carrying out,permission}
{ruled,rules,rule} out {terrorism,foul play,sabotage,terror}|{not rule out,not ruled out,not be ruled out,cannot rule out,can't rule out,couldn't rule out}
"""

_FALSITIES = """
{is,are,was,were,be,as} {,pure ,sheer ,mere ,simply ,just ,all ,complete ,russian ,ukrainian ,enemy ,rebel ,western ,nothing but }{propaganda,disinformation,misinformation,lies,lie,fabrication,fabrications,nonsense,rubbish,invention,fantasy,fake news,fakes,fiction,hysteria,speculation,gossip,falsehood,falsehoods,slander,untruths,psychological warfare,smears,scaremongering,a false alarm,false alarms,malicious,wrong,in error,mistaken,misleading,exaggerated,premature,without merit,without basis,without foundation,made up,figments}|
{proved,proven,turned out,found,shown,later found,discovered,revealed} to {be,have been} {,a ,an }{false,untrue,unfounded,wrong,baseless,hoax,fake,prank,false alarm,mistake,mistaken,bogus,invention,alive,fabricated,fabrication,groundless,incorrect,inaccurate,premature,staged,nothing}|proved {false,untrue,unfounded,wrong,groundless,baseless,premature}|{was,were,is} {a,just a,only a} {false alarm,hoax,prank,drill,exercise,mistake,misunderstanding}|{have,has,had} no {basis,foundation,substance,truth}|{is,are,was,were} {not so,not the case,not happening,far from the truth,off the mark}
{is,are,was,were,be,as} {false,untrue,not true,not correct,incorrect,baseless,unfounded,groundless,fabricated,a hoax,a lie,lies,wrong,a fabrication,pure fiction,without foundation,nonsense,fake,fake news,inaccurate,not accurate,totally false,completely false,entirely false,completely untrue,totally untrue,absurd,a rumour,a rumor,fictitious}
{is,are,was,were} {later ,swiftly ,quickly ,flatly ,promptly ,immediately ,strongly ,categorically ,firmly ,}{denied,refuted,rejected,dismissed,debunked,disproved,contradicted,retracted,rebutted}
{denied,denies,rejected,rejects,dismissed,dismisses,refuted,refutes,disputed,disputes} {this,it,the claim,the claims,the report,the reports,the allegation,the allegations,the accusation,the accusations,the figure,the rumour,the rumours,the rumors,as false,as untrue,as baseless,as propaganda,as lies}
{has,have,had} {flatly ,strongly ,repeatedly ,categorically ,since ,later ,}{denied,rejected,retracted,refuted}|never happened|did not happen|didn't happen|no such {thing,incident,attack,event,deployment,order,movement,decision}
{was,were,is,are} {,a ,an ,pure ,simply ,just ,mere }{invention,inventions,invented,fabrications,exaggeration,exaggerations,rumour,rumours,fiction,hearsay,propaganda,wide of the mark,far from the truth,mistaken,erroneous,bogus,made up,overblown}|had no {basis,foundation} {,in fact}|{has,have} no {basis,foundation} {,in fact}|{is,are,was,were} {,just ,only ,merely }{a myth,myths,a legend,an invention,a canard,a fiction,a mistake}|never {took place,happened,occurred,existed,took part}|{called,branded,labelled,labeled,described,dismissed,denounced} {,it ,this ,that ,the claim ,the claims ,the report ,the reports ,them ,such reports }{,as }{a lie,lies,a fabrication,false,fake,fake news,untrue,nonsense,propaganda,baseless,a hoax,rumours,pure invention,fabricated,fiction,fantasy}|{a,an,pure,sheer,total,malicious,complete,outright,another,all,just,as} {,malicious ,complete ,total ,outright ,pure ,wild ,absurd }{invention,inventions,fabrication,fabrications,fairy tale,fairy tales,fantasy,lie,lies,fiction,nonsense,rubbish,hoax,falsehood,myth,slander,smear,fake news,disinformation,misinformation,exaggeration}|{to be,were,was,are,is,as} {,totally ,entirely ,completely ,utterly ,wholly }{false,untrue,unfounded,baseless,groundless,bogus,fabricated,erroneous}|turned out to be {false,untrue,alive,a hoax,wrong,unfounded}|proved {false,untrue,unfounded,wrong}|{is,are,was,were} {in fact ,actually ,still }alive|found alive|claim the {army,government,ministry,military,police,kremlin,pentagon} {denies,denied,rejects,rejected}
"""

_DOUBTS = """
anonymous|anonymously|anonymity|{unnamed,unidentified} {,senior ,local ,hospital ,police ,army ,palace ,tribal ,rebel ,ministry ,embassy ,border ,nato ,un }{resident,residents,witness,witnesses,insider,insiders,aide,aides,doctor,nurse,employee,worker,soldier,spokesman,source,sources,official,officials,officer}
no {official,immediate,government,public,independent,outside,police,army,military,early} {word,statement,confirmation,comment,reaction,response,announcement,verification,account,acknowledgement}
{gave,give,giving,given} {only ,just }{his,her,their,a} {first,nickname,initials} {,name ,names }|{gave,giving} {only ,just }{his,her} {name,nickname} as|{would,did,could} not {give,be} {his,her,their} {full ,real ,}{name,names}|{declined,refused} to {give,reveal} {his,her,their} {full ,}{name,names}
{message,posting,post,leaflet,recording,video,audio,tape,statement,clip,letter,communique,pamphlet} {released ,circulated ,posted ,published ,attributed ,purporting ,purportedly }{online,on the internet,by the group,by the militants,to the group,to be from}|{in,on} {an,the,its,their,a} {online,audio,internet,taped,recorded,encrypted,messaging,video,jihadist,rebel,militant,unsigned,anonymous} {message,statement,video,recording,post,posting,app,channel,communique,forum,broadcast}|a {masked,hooded} man|{facebook,telegram,twitter,blog,youtube} {page,pages,account,channel,post,posts,group,user,users}|{blogger,bloggers,tweets,tweeted,tweet}
{awaiting,awaits,pending,await,lacked,lacks,lacking,lack} {,official ,independent ,further ,any }{confirmation,verification,corroboration,proof,evidence}|{could,has,have,had} {only be partly,only partly been,not been officially,not been formally}|{is,was,are,were} {said,understood,reported} to {have}|{beyond,without} {independent ,outside }{verification,confirmation}|{too,still} {early,soon} to {say,confirm,verify}
{what,how many,how much} of {this,it} {is,was} true|{did,could,would,does} not {say,explain} how {it,they,he} {knew,had arrived,arrived,reached}|{hard,difficult,impossible,tough} to {gauge,judge,assess,pin down,know}|{nobody,no one} {knows,knew} {for sure,for certain,whether,if}|{known,heard} only from|{second,third} hand|{sketchy,patchy,garbled,scant,fragmentary,contradictory,uncorroborated,competing} {reports,accounts,details,information,claims,news}
{refuse,refuses,refused,decline,declines,declined} to {discuss,comment,confirm,say,give details,be drawn}|{who,that} {would,did,could,will} not {give,reveal,disclose,say} {his,her,their,its} {name,names,source,sources}|{the,} {army,government,capital,ministry,regime,palace} {is,was,has been,remained,remains,stayed,kept} silent|{speak,spoke,talk,talked,speaks,talks} of|{say,says,said} they {saw,had seen,heard,had heard}|{of,with} {unknown,unclear,doubtful,uncertain} {origin,date}
{offered,gave,provided,produced,presented,showed,offering,giving,providing,without,with} {no,any,little,without} {evidence,proof,details,detail,figures,names,substantiation}|{police,army,government,officials,authorities,ministry,company,hospital,hospitals} {dispute,disputes,disputed,contest,contests,contested,question,questions,questioned}|on {social media,facebook,twitter,telegram,whatsapp,youtube,an online forum,the internet}|{nothing,little} {has,had} been {heard,seen} {from,of}|{impossible,unable,hard,difficult} to {check,reach,verify,confirm,establish,determine}|{has,have} {since ,}been {deleted,removed,taken down}|{could,can} not {reach,visit,enter,get to} {the ,}{spot,scene,area,site,village,town,place,region}|{cut off from,no access to,without access to,barred from,kept out of} |{not,never} {been ,}{reported,mentioned,carried} by|{state media,official media,the authorities,the army,the government} {have,has} not {reported,mentioned,acknowledged,commented}
who {said,claimed,says,claims} {he,she,they} {was,were,is,are}|according to {a,an,one} {text message,leaflet,tweet,blog,post,message,caller,letter,pamphlet,tape,video,recording,online statement,pro government website,facebook post,telegram channel}|{reporters,journalists,observers,correspondents,media,inspectors,aid workers,monitors} {have not been,are not,were not,cannot,could not,have been,are,were,had been} {allowed,able,permitted,barred,banned,enter,reach,visit,kept}|{quoted,quoting,citing,cited,cites,quotes} {,foreign ,press ,unnamed ,anonymous ,unspecified ,unconfirmed ,local }{reports,sources,rumours,rumors,media}|{could,can} not be {tested,ascertained,established,proved,proven,traced}|unclear whether|not {,yet }clear whether|{origin,provenance,authenticity} {is,was,of}|{of,with} {doubtful,unknown,uncertain} {origin,provenance,authenticity}|{single,sole} source|{second,third} hand|of which {nothing,little} is known|{could,can} not be {reached,contacted} for comment|phone lines {are,were} {down,cut}
if {confirmed,true,verified,accurate,correct,borne out}|{on,under,speaking on,spoke on} condition of anonymity|{asked,asking,wished,declined,refused,wanted} {not to be,to remain,to be} {named,identified,unnamed,anonymous}|{did not want,did not wish,didn't want} to be {named,identified}|{cannot,could not,can not} be {named,identified}|{did not,didn't,has not,have not,had not} {,immediately }{respond,responded,reply,replied,comment,commented,answer,answered,react,reacted}|{was,were} not {,immediately }available for comment|{would not,will not,wouldn't,refused to,declined to} {be drawn,say whether,comment,discuss,elaborate,be quoted,confirm}|details {were,are,remained,remain} {sketchy,scarce,scant,unclear,murky,hazy}|{anonymous,unnamed,unidentified} {source,sources,official,officials,caller,callers,post,posts}|{nobody,no one,none} {could,can,has} {,been able to }{verify,confirm,check}|{remains,remain,remained} {unclear,unverified,unconfirmed,to be confirmed,to be seen}|{is,are,was,were} {disputed,contested,in dispute,in doubt,open to doubt,questioned,hard to verify,hard to confirm}|{doubt,doubts,doubted,disputed,questioned} {that,the claim,the figure,the figures,the number,the report,the toll,it,this,by}|taken with {a pinch,a grain} of salt|treated with caution|{word of mouth,second hand,secondhand}
{could,can,cannot,can't,couldn't} {,not }{,yet }{,be }{,independently }{,immediately }{verify,verified,confirm,confirmed,corroborate,corroborated,authenticate,authenticated,substantiate,substantiated,check,checked}
{has,have,had} {not,yet to} {,yet }{,been }{,be }{,independently }{,immediately }{verified,confirmed,verify,confirm,corroborated,authenticated,substantiated,acknowledged,bear this out,bear it out,borne out}
{hasn't,haven't} {,yet }{,been }{,independently }{verified,confirmed,corroborated}|{is,are,was,were,being} {not,yet to be} {,immediately }{,independently }{verified,confirmed,corroborated,verifiable}
{is,are,was,were} {unable,not able,in no position} to {,independently }{,immediately }{verify,confirm,corroborate,authenticate,check,substantiate}|{unable,impossible,not possible,difficult,hard,yet} to {,independently }{,immediately }{,be }{verify,confirm,corroborate,authenticate,check,substantiate,verified,confirmed,corroborated}
no {,independent }{,immediate }{,official }{,outside }{,other }{,separate }{confirmation,corroboration,verification,independent source,independent sources,independent account,outside source}|not {,yet }{,been }{,independently }{,officially }{confirmed,verified,corroborated} {,by }
unconfirmed|unverified|uncorroborated|unsubstantiated|unproven|not yet confirmed|yet unconfirmed|without {,independent }{confirmation,corroboration,proof,evidence}|{neither,would neither,could neither,can neither,will neither} confirm{,ed} nor den{y,ied}|{not,neither} confirm or deny|{did not,didn't,would not,wouldn't} confirm
{made,makes,offered,had,has} no {,immediate }{,public }comment|no {,immediate }{,official }{comment,word,statement} {from,by,was,has}|{has,have,had} {not,yet to} {,yet }{commented,comment,respond,responded,reacted}|{did not,didn't} {,immediately }{comment,respond}|declined to {confirm,comment}|refused to {confirm,comment}
{unnamed,unidentified,anonymous} {,government ,military ,intelligence ,security ,defence ,defense ,us ,western ,diplomatic }{official,officials,source,sources,diplomat,diplomats,officer,officers}|rumour{,s,ed}|rumor{,s,ed}|{purported,purportedly,supposedly,supposed}|hearsay|gossip
{social media,facebook,twitter,telegram,online} {post,posts,users,accounts,channels,messages,video,videos,reports,claims}|{posts,messages,videos,footage,a video,a clip,a post,images,photographs,claims} {on,posted on,shared on,circulating on,spread on} {social media,facebook,twitter,telegram,the internet,whatsapp,x}|conflicting {reports,accounts,figures,claims,tolls}|claim and counter claim
{militant,rebel,jihadist,jihadi,islamist,opposition,guerrilla,insurgent,separatist} {website,websites,radio,channel,channels,media,broadcast,broadcasts,communique,statement,video,forum}|{cast,casts,casting} doubt on|doubtful|{the claim,a claim,the claims,the report,the figure,the figures,the number,which} {could not,cannot}
"""

_VERIFIES = """
verif{y,ied,ies,ying,ication,iable}|confirm{,ed,s,ing,ation}|corroborat{e,ed,ion,ing}|authenticat{e,ed,ion,ing}|substantiat{e,ed,ion,ing}|vouch|bear {this,it,that} out|bears {this,it,that} out|borne out|check{,ed} {,independently}|cross check{,ed}|prove{,n,d}
"""

_CLAIM_VERBS = "claimed|claims|claim|claiming|boasted|boasts|boast|boasting|alleged|alleges|allege|alleging|professed|professes|bragged"

_HEARSAY = """
{reported,report,told of,spoke of,speak of,tell of,claimed,claim,describe,described,recounted} {seeing,hearing,having seen,having heard}|{say,says,said} {they,he,she} {saw,had seen,heard,had heard,have seen,have heard}|{word,rumour,rumor,a rumour,a rumor,talk,a story,gossip} {has it,had it,is,was} that|{is,are,was,were} {being }{rumoured,rumored,whispered,hinted,claimed,alleged}|{whispered,whispers,gossip} {that,of,about}
{if ,}{reports,accounts,the reports,rumours} {are,were,prove} {right,true,to be believed,correct,accurate}|{citing,quoting} {,an ,a }{unnamed,anonymous,unidentified}
claims of|on {some,one} {accounts,account,estimates,count}|by {some,one,most} {accounts,account,estimates,counts,reckonings}|{word,reports,rumours,rumors,stories,accounts} {spread,spread of,spread that,emerged,emerged of,emerged that,surfaced,surfaced of,surfaced that,circulated,circulated of,circulating,circulating of,came in of,are coming in of,have emerged,have emerged of,filtered out,filtered out of}|it {is,was} {said,alleged,rumoured,rumored,claimed,reported} that|{what,which} {it,they,he} called|{hear,heard,hearing} {that,of,accounts,reports}|have it that|so the story goes|{suspected,thought,believed,understood,reported,said} to|{purports,purported} to|{point,points,pointed,pointing} to
reportedly|allegedly|apparently|seemingly|supposedly|purportedly|ostensibly|presumably|{said,believed,thought,reported,understood,alleged,rumoured,rumored,claimed,suspected,known only} to {have,be}|{is,are,was,were} {reported,said,alleged} {killed,dead,injured,wounded,missing,captured,kidnapped,hurt}
{appear,appears,appeared,seem,seems,seemed} to {have,be,show,confirm,indicate}|{alleged,alleges,alleging,allege} {that,the,they,it,he,she,a,an,there,more,at least,some}|{is,are,was,were,it is} alleged|{claimed,claims,claiming,claim} {that,to,they,it,he,she,his,her,their,its forces,its fighters,its,to have,the killing,the death of,the capture of,the capture,we,there,more than,at least,some,nearly,about,over,around}
{there were,there are,amid,amidst,following,despite,citing,quoting,on} {,some ,more ,earlier ,initial ,early ,preliminary ,new ,fresh ,further ,several }{reports,report,rumours,rumors,claims,accounts,speculation} {of,that,from,about}|{initial,early,preliminary,first,some,other,local,press,media,various,earlier,several} {reports,accounts} {say,said,says,spoke,speak,suggest,suggested,indicate,indicated,put,of,that,from,claimed,had,mentioned}|{,the ,a ,one ,another }reports {say,said,spoke,speak,suggest,suggested,indicate,indicated} {,that }|reports of|{amid,by,on,despite,after,with} reports that|according to {unofficial,initial,preliminary,early,some,local media,media} {reports,accounts,report}
{boasts,boasted,boasting,bragged,boast} {of,that,about}|{is,are,was,were} {reported,reportedly,said,alleged,rumoured}|unofficial {,reports ,figures ,sources ,estimates ,accounts ,tolls }|{suggested,suggesting,suggests} that
"""

_NO_HEARSAY = """
{claimed,claims,claiming,claim} {responsibility,credit,the life,the lives,lives,asylum}|claimed by|{claimed,claims,claiming,claim} {its,their} {first,second,third,latest} {victim,life,victims}|appear{,s,ed} to be {healthy,in good health,fine,unhurt}
"""

_MODALS = """
could|may|might|would|can|should|must|will|shall|{'ll}|could {,have ,be ,have been ,soon }|may {have,be,have been}|might {have,be,have been}|would {have,be,have been}|will {be,soon,have,not be able to stop}
"""

_PLANS = """
{plans,planned,planning,plan,plotting,plotted,plot,plots,intends,intended,intending,intend,aims,aimed,aiming,hopes,hoped,hoping,wants,wanted,wishes,seeks,sought,seeking,vows,vowed,vowing,pledges,pledged,pledging,promises,promised,promising,threatens,threatened,threatening,threaten,offers,offered,offering,offer,proposes,proposed,proposing,prepares,prepared,preparing,agreed,agrees,agreeing,decided,decides,deciding,decision,is,are,was,were,attempt,attempts,attempted,attempting,tried,tries,trying,try,conspired,conspiring,conspiracy,swore,sworn,expects,expected,expecting,set,poised,ready,about,likely,unlikely,scheduled,slated,going,willing,determined,asked,asks,urged,urges,urging,calls on,called on,calling on,invited,requested,authorized,authorised,allow,allows,allowing,let,needs,needed,move,moves,proposal,proposals,request,requests,effort,efforts,option,plea,appeal,readiness,willingness,commitment,want,hope,seek,vow,pledge,promise,prepare,agree,decide,expect,continue threatening,willingness,intention,bid,mulls whether,possible,enough,capable} to
{asked,asks,ask,want,wants,wanted,would like,would prefer,invited,invites,let,lets,allow,allows,allowing,enable,enabling,permit,permitting,considering,considers,considered,consider,mulling,mulls,mulled,weighing,weighs,weighed,contemplating,contemplates,debating,debates,discussing,studying,exploring,promised,promise,promises,pledged,pledges,pledge,earmarked,proposing,proposes,proposed,suggesting,suggested,recommends,recommended,recommending,preparing,planning,envisages,foresees,advocates,advocated,favours,favors,favoured,favored,expects,expected,expect,awaiting,anticipating,anticipates,seeking,seeks,sought,requested,requesting,requests,demands,demanded,demanding,urging,urged,approved plans for,calls for,called for,calling for,call for,appealed for,talk of,talks on,plans for,plan for,proposal for,option of,possibility of,prospect of,prospects of,threat of,threats of,risk of,risks,danger of,idea of,capable of,accused of planning,accused of plotting,mooted,floated,ponders,pondering,eyes,eyeing}
{options,contingency plans,arrangements,preparations,orders,readiness,permission,authority,approval,proposals,bids,a bid,pressure,pleas,appeals,calls,an offer,offers,a request,requests} {for,to}|{threatens,threatened,threatening,threaten,threats,threat} {,that ,with }|warn{s,ed,ing} {,that ,of }|{predicts,predicted,predict,forecasts,forecast,projected,projects} {,that }|{vowed,vows,pledged,promised} {,that }|in {talks,negotiations} to|under consideration|{vote,votes,voting,voted,votes on} {on,whether}|{approved,approves,backed,authorized,authorised,endorsed,approve} {,the ,a ,plans for the }{deployment,dispatch,sending,use} of|{subject to,pending} {,parliamentary }approval|{would be,will be} {ready,prepared,willing} to|{in case,in the event} of|{in order,so as} to {avoid,prevent}|attempted|plot|scenario|{contingency,evacuation} plan{,s}|{expected,likely} next {week,month,year}|on standby to|due to {be,send,deploy,arrive,leave,depart,withdraw,join,sail,move,go,begin,start}
"""

_PROSPECTS = """
potential|possible|planned|proposed|expected|impending|imminent|looming|hypothetical|simulated|mock|scheduled|eventual
future|likely|intended|projected
"""

_FEARS = """
{risk,risks,risked,risking} {being,death,getting,their lives}|{face,faces,facing,faced} {execution,the firing squad,the gallows,death,hanging,beheading,starvation,famine,displacement,eviction,homelessness}|{hope,hopes} {is,are,was,were} {,fast ,slowly }{fading,dimming,running out,slim,lost}|{suspect,suspects,suspected} that|{threatens,threatened,threatening,threaten} to|{brace,braces,braced,bracing} for|{bound,certain,sure,set,expected,likely} to {rise,climb,grow,increase,go up,worsen,exceed,be higher,be far higher}
{rehearsed,rehearsing,practised,practiced,practising,practicing,trained for,training for,drill,drills,simulation,simulations,simulated,exercise in which,mock,role play,played out,staged a,war gamed,tabletop} {,for ,a ,that ,in ,the }|{dry run,test run} for|{in theory,hypothetically,theoretically}|{model,models,modelling,modeling,study,studies,simulation,estimate,forecast} {suggests,suggest,shows,show,predicts,predict,warns,warn,estimates,projects,finds} {,that }
{face,faces,facing,faced} {being,the threat of,the prospect of,the risk of,the danger of}|at the mercy of|on the brink of|in peril|{could,might} still|doomed|all hope {is,was} lost|given up for dead|in {a,the} worst case
{possible,likely,conceivable,probable,plausible,feasible} that|{chance,chances,danger,risk,possibility,likelihood,prospect,hint,hints} {that,of}|hopes {are fading,were fading,faded,fade,dimmed,are dimming} {for,of}|in {mortal ,grave ,}danger|unaccounted and feared|{imagined,imagines,simulated,simulates,simulating,simulation,modelled,assumed,envisaged,rehearsed,rehearse} {,that }|{drill,exercise,war game,computer model} {,that ,in which ,where ,which }
{feared,fears,fear,fearing,presumed,presumes,assumed,afraid} {,that ,to be ,to have }|{believed,thought,likely,probably,possibly,perhaps,potentially} {,to be }{dead,killed,buried,trapped,drowned,among the dead}|probably|possibly|perhaps|maybe|potentially|{at,in} {risk,danger} {of,from}|could well|almost certainly|{is,are} likely|worried that|concern{,s} that|nightmare scenario|worst case
"""

_CONDITIONS = """
had {the,he,she,they,it,we,police,rescuers,troops} {,bomb ,device ,driver ,attack ,plot ,pilot ,alarm }{not ,gone ,succeeded ,exploded ,worked ,been ,hit }|{should,were} {the,fighting,war,talks,negotiations,diplomacy} {,ceasefire ,truce ,talks ,deal ,dam ,volcano ,government ,city ,war ,army ,rebels }{fail,fails,collapse,break,burst,erupt,fall,resume,continue,attack,go}|as long as|on condition that|otherwise|or else
if|unless|whether|in case|in the event|provided that|should {the,any,a,an,it,they,talks,war,fighting,he}|lest|even if|were to
"""

_PAST = """
{during,in,throughout,of,from,after,since,by} {the ,}{last,first,second,great,previous} {war,world war,gulf war,crusade,intifada}|{the ,first ,second }gulf war|in {wartime,antiquity,ancient times,colonial times,biblical times,olden times}|{ancient,wartime} {rome,greece,egypt,times,persia,china}|{the ,}{war years,interwar years,cold war}|{when,while} {she,he,they} {was,were} {,only ,just ,still ,not yet }{a child,young,at school,a toddler,a teenager,children,six,seven,eight,nine,ten}|{,as }{many ,}{years,decades,centuries} {earlier,previously,before,past,on}|{a ,one ,two ,three ,four ,five ,six ,seven ,eight ,nine ,ten ,half a }{year,years,decade,decades,century,centuries} {to the day,later,on}
{year,years,decade,decades,century,centuries,generation,generations,month,months} ago|{a year,years,decade,decades,century,centuries,generations} {after,on,since,on from}|{years,decades,decade,a century} {earlier,before}|last year{,'s}|{the ,}previous year{,s}|in {past,previous,earlier,recent} {years,decades}|over the {years,decades,past decade,last decade,past year,last year}|in {the ,}{past,last} {few ,two ,three ,five ,ten ,}{years,decade,decades,year}|a generation ago|in {his,her,their} {youth,childhood}|{years,decades} of {,civil }war
{during,in,throughout,of,from,after,since} {the ,}{first,second} world war|{world war,wwi,wwii,ww2} {,i,ii,one,two,1,2}|{the ,}{vietnam,korean,cold,crimean,boer,falklands,iran iraq,american civil,spanish civil,biafran,algerian,winter,six day,yom kippur,opium,balkan,bosnian,civil,independence,napoleonic,trojan,first gulf,1991 gulf} war{,s}|{during,in,throughout} the {holocaust,genocide,war,civil war,war in,occupation,dictatorship,revolution,uprising of,siege of,troubles,famine,apartheid era,soviet era,colonial era,reign of,crusades,blitz,intifada,second intifada,first intifada,great war,middle ages}|{soviet,ottoman,roman,british,colonial,apartheid,nazi,victorian,medieval,tudor,stalinist,wartime,interwar} {era,times,period,occupation,rule,empire,days}|medieval|{in,of,from,by} the {,early ,late ,mid }{first,second,third,fourth,fifth,sixth,seventh,eighth,ninth,tenth,eleventh,twelfth,thirteenth,fourteenth,fifteenth,1st,2nd,3rd,4th,5th,6th,7th,8th,9th,10th,11th,last,19th,18th,17th,16th,15th,14th,nineteenth,eighteenth,seventeenth,twentieth,20th,13th,12th} century|bygone|long ago|back in|{at,by} the time of the
in {his,her,their} {memoir,memoirs,autobiography,diary,diaries}|formerly|previously|once stationed|historic|historically|in history
"""

_ERAS = """
{vikings,viking,romans,normans,norman,crusaders,mongols,aztecs,incas,ottomans,conquistadors,saxons,pharaoh,pharaohs,tsar,tsarist,tudors,jacobites,confederates,redcoats,samurai,nazis,bolsheviks,khmer rouge,waffen ss,gestapo,luftwaffe,wehrmacht,red army}
{under,by,in the reign of,during the reign of} {,the ,emperor ,king ,queen ,tsar ,general ,president }{emperor,king,tsar,sultan,kaiser,shah,stalin,mao,franco,hitler,pol pot,pinochet,mussolini,lenin,napoleon,idi amin,ceausescu,mobutu}
{at,of,in,from,to} {gallipoli,the somme,verdun,waterloo,stalingrad,hastings,agincourt,dunkirk,passchendaele,hiroshima,nagasaki,auschwitz,pearl harbor,pearl harbour,trafalgar,gettysburg,dien bien phu,my lai,katyn,guernica,culloden,balaclava,ypres,arnhem,omaha beach,iwo jima,okinawa,el alamein,leningrad,sarajevo in}
{thirty years,hundred years,seven years,eighty years,boer,punic,peloponnesian,zulu,franco prussian,russo japanese,mexican,revolutionary,peninsular,anglo zulu,chaco,pacific} war{,s}|{years,year}' war|the {wars of the,wars of}|{,the }{great depression,depression,blitz,holocaust,black death,great famine,potato famine,great leap forward,cultural revolution,great fire,gold rush,prohibition,reconstruction,reformation,inquisition,enlightenment,renaissance,stone age,bronze age,iron age,dark ages,middle ages,slave trade,dirty war,long march,great purge,great terror,glorious revolution,french revolution,russian revolution,october revolution,velvet revolution}
when {he,she,they,i,we} {was,were} {,only ,just ,still }{a boy,a girl,a child,children,boys,girls,young,little,small,a teenager,a student,a baby,an infant,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,13,14,15,16,17,18,19,thirteen,fourteen,fifteen,sixteen,seventeen,eighteen,nineteen,in his teens,in her teens}|as {a,an} {boy,girl,child,young man,young woman,teenager,infant,schoolboy,young officer,young recruit,conscript in}|in {his,her,their} {boyhood,girlhood,teens,twenties,younger days}|{before,until} {his,her,their} birth|{half a,a quarter} century {ago,earlier,before,after,on}|{grandfather,grandmother,great grandfather,great grandmother,great uncle,ancestor,ancestors,forebears}
"""

_MEMORIES = """
{inquest,inquests,inquiry,inquiries,public inquiry,retrial,parole,extradition} {into,for,over}|{named,renamed,called,christened} {in honour of,in honor of,after}|{honour,honours,honoured,honouring,honor,honors,honored,honoring,mourn,mourned,mourning,remembers,remember,remembered,remembering,paid tribute to,pays tribute to,marked,marks,marking,mark,recall,recalls,recalled,recalling,commemorating} {,the }{,those ,men ,women ,soldiers ,dead ,victims ,fallen ,sailors ,people ,day }{,who ,of }{died,fell,the fallen,killed,perished,drowned}
{ruins,site,scene,cemetery,graveyard,graves} {of,where} {,the }{battle,massacre}|{a,the} {history,book,novel,poem,play,song,story,tale,chronicle} {of,about,on} {,the }{siege,battle,war,massacre,famine,disaster,uprising,mutiny,revolt,plague,shipwreck}|{tells,telling,told} {the story of,the tale of,of the}|{retraced,retraces,retracing,restaged,recreated,revisits,revisited} {,the }
archaeolog{ist,ists,y,ical}|skeletons|{named,renamed,called} after {,the ,a ,an ,those ,men ,two ,three }|

anniversar{y,ies}|{commemorate,commemorates,commemorated,commemorating,commemoration,commemorations}|{in,to the} memory of|in remembrance of|remembrance {day,ceremony,service,sunday}|memorial {to,for,service,ceremony,day,honoring,honouring,wall,museum}|{monument,plaque,shrine,tribute,tributes,statue,vigil,museum,cenotaph,obelisk} {to,for,honouring,honoring,marking,commemorating} |{monument,plaque,tribute,shrine,statue,vigil,cenotaph,tributes} {to,for}|{memoir,memoirs,novel,historian,historians,biography,biographer,archivists,documentary,biopic,veterans of,survivors of,relatives of,descendants of,exhumed,exhumation,mass grave from,archives show,archival} {,is ,recalls ,recalled ,recounts ,tells of ,about ,on ,of ,set ,follows ,describes ,who ,by }|{recalls,recalled,recalling,remembers,remembered,remembering,recounts,recounted,reminisced,looking back,look back,looks back} {,the ,how ,on ,at }|{the play,the film,the novel,the book,the opera,the series,the drama,the poem} {is set,tells,recounts,depicts,follows,describes}|laid {a wreath,wreaths,flowers}|wreath{,s}|minute{,s}'s silence|minute of silence|history of the|the story of the|{five,ten,20,25,30,40,50,60,70,75,100} years since|bicentenary|centenary|bicentennial|reenact{,ed,ment,ing}|re enact{,ed,ment,ing}
"""

_NOW = """
today|yesterday|tonight|overnight|{last,on,late,early,this,since,by,before} {monday,tuesday,wednesday,thursday,friday,saturday,sunday}{, night, morning, afternoon, evening}|{monday,tuesday,wednesday,thursday,friday,saturday,sunday}{ night, morning, afternoon, evening,'s}|this {morning,afternoon,evening,week,weekend,month,year}|last {night,week,weekend,month}|earlier {today,this week,this month,this year,on}|{hours,minutes,days} {ago,after,earlier,later}|a day {ago,after,earlier,later}|so far|in the {past,last} {24 hours,48 hours,day,week,hours,few days,few hours}|recently|just now|at dawn
"""

_RECORDS = """
{deadliest,worst,bloodiest,biggest,largest,highest,lowest,first,heaviest,most serious,gravest,strongest,most violent,most powerful,only,most,greatest,longest,fiercest} {,such ,single ,attack ,attacks ,bombing ,disaster ,accident ,violence ,toll ,fighting ,one ,of its kind ,terrorist ,crash ,incident ,quake ,earthquake ,assault ,clashes ,day ,unrest ,move ,deployment ,military ,air ,mass ,shooting ,in the country ,in the region ,in the city ,in years ,there ,here }{since,in,for}
"""

_SAYS = """
{said,says,say,saying,told,tells,reported,reports,reporting,announced,announces,announcing,confirmed,confirms,added,adds,stated,states,declared,noted,notes,claimed,claims,alleged,insisted,explained,tweeted,wrote,quoted,cited,estimated,estimates,acknowledged,admitted,revealed,indicated,disclosed,testified,informed,maintains,asserted,affirmed,pointed out,claim,allege,report,warned,warns,denied,denies}
"""

CUES: dict[str, CueKind] = {
    **phrases([_SAYS], "say"),
    **phrases(["according to"], "according"),
    **phrases([_MODALS], "modal"),
    **phrases([_PLANS], "plan"),
    **phrases([_PROSPECTS], "prospect"),
    **phrases([_FEARS], "fear"),
    **phrases([_CONDITIONS], "condition"),
    **phrases([_PAST, _ERAS], "past"),
    **phrases([_MEMORIES], "memory"),
    **phrases([_NOW], "now"),
    **phrases([_RECORDS], "record"),
    **phrases([_HEARSAY], "hearsay"),
    **phrases([_CLAIM_VERBS], "claim"),
    **phrases([_NO_HEARSAY], "inert"),
    **phrases([_NEGATORS], "negator"),
    **phrases([_NO_NEGATORS], "inert"),
    **phrases([_AVERTED], "averted"),
    **phrases([_REBUFFS], "rebuff"),
    **phrases([_DENIALS], "denial"),
    **phrases([_NO_DENIALS], "inert"),
    **phrases([_RELIEFS], "relief"),
    **phrases([_FALSITIES], "falsity"),
    **phrases([_VERIFIES], "verify"),
    **phrases([_DOUBTS], "doubt"),
}
"""Every phrase and its kind; of kinds that claim the same words, the later holds."""
