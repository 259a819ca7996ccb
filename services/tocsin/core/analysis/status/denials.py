# ruff: noqa: E501 - a pattern stands on one line
"""The words that deny: negations, refusals, what is averted, what proves false. All folded."""

NEGATORS = """
no|not|never|neither|nor|nobody|no one|none|without|zero|hardly any|not a single|not one|no longer|nothing|not any
cannot|can't|{did,do,does,is,are,was,were,has,have,had,would,could,should,must,need}n't|won't|ain't
{would,could,should,will,shall,did,do,does,has,have,had,is,are,was,were,must} not
"""

NO_NEGATORS = """
nothing {is,was,has been} {known,heard,seen} {of,from,about}|
{has,have,had} not {,yet }been {established,authenticated,verified,proven,confirmed,determined,disclosed,published,ascertained}|
not {only,just,merely,simply,least,to mention,clear,known,say,disclose,specify,give,sure,immediately clear}
not {immediately,yet} {clear,known}|{is,was,were,are} {not,n't} {immediately ,yet ,}{clear,known}
{isn't,wasn't} {immediately ,yet ,}{clear,known}|{did not,didn't,does not,would not} {immediately ,}{say,specify,give,disclose,elaborate,identify}
no {fewer,less,more} than|not {fewer,less,more} than|no doubt|no matter|{was,were} denied {entry,access,bail,visas,permission,boarding,treatment,medical}|no stranger|no wonder|why not|if not
without {warning,provocation,trial,parole,charge,mercy,any warning}|no {group,organization,organisation,faction,one group}
"""

DENIALS = """
{,an ,a ,pure ,sheer ,outright ,malicious ,complete ,wicked }{fabrication,falsehood,slander,invention,canard,fantasy,untruth,fairy tale,libel,smear,fiction} that
{declined,declines,decline} to|{found,saw,see,sees,seen} no {truth,substance,basis,sign,evidence,indication,proof} {of,that}|{no,without} {truth,substance} {in,to} {,the ,these ,any }{report,reports,rumours,rumors,claim,claims,suggestion,story,allegation,allegations}|{deny,denied,denies} {that,having,it,any}|{stopped,stops,falls,fell} short of|{no,little} {appetite,intention,question,prospect,plan,plans} {of,to,for}|{would,will} {never,under no circumstances,on no account,not be}|{contradicted,contradicting,contradicts,belied,belies,countered,refuting,rebutting,dispelling,denying,dismissing,rejecting} {,earlier ,the ,a ,initial ,rebel ,official ,media }{reports,claims,claim,report,statements,rumours,rumors,accounts,account}
{denied,denies,deny,denying} {,that ,having ,it ,they ,he ,she ,any ,reports ,claims ,the reports ,the claims ,allegations ,rumors ,rumours ,suggestions ,the allegations ,a report ,media reports }
{withdrew,retracted,retracts} {reports,claims,allegations,a report,a claim,the report,the claim,its report,its claim,their statement,its statement}
{ruled,rules,ruling,rule} out {,any ,the possibility of }|{refused,refuses,refusing,refuse} to|{declined,declines} to {send,deploy,commit,provide,contribute,dispatch,withdraw}
contrary to|no {evidence,truth,sign,signs,indication,indications,record,question,confirmation that} {,that ,of ,to }|no {plan,plans,intention,intentions,need,reason,desire} {to,of,for}
{no reports of,nor any reports of}|not true that|untrue that|false that|a lie that|a myth that|{denial,denials} {that,of}
{false,bogus,fake,fabricated,erroneous,incorrect} {reports,report,rumours,rumors,claims,claim,news,story,stories}|hoax|mistakenly {reported,said}|wrongly {reported,said}|incorrectly {reported,said,stated}
had earlier said|misreported
{apologised,apologized,apologises} for {reporting,saying,claiming,stating,publishing,announcing}|{was,were} {wrong,mistaken} {to,in} {say,report,claim,state,saying,reporting,claiming}|wrong to {say,claim} that|{erroneously,falsely,wrongly,mistakenly} {reported,said,stated,claimed,announced,listed,wrote}
not a {shred,scrap,scintilla,grain,word} of {evidence,truth,proof}|nothing {to,in} the {rumour,rumours,report,reports,claim,claims,story,stories}|nothing {supports,backs,bears out,substantiates} the|{is,was} not the case that|{dispute,disputes,disputed,contest,contests,contested} that|at no {time,point}
"""

REBUFFS = """
{knocked,knocks,shot,shoots,batted,bats} {down,away}|{laughed,laughs} at
{reject,dismiss,refute,dispute,rebut,contradict,denounce,scotch,quash,dispel,contest,decry,deride,debunk}{,s,es,ed,ing}|{denied,denies,deny,denying,scotched,quashed,refuting,refuted,refutes,rebutted,rebutting,ridiculed,ridicules,branded,brands,labelled,labeled,disputed,disputes,disputing,derided,deriding,decried,disproved,discounted,discounts,scorned,countered}
{poured,pours,pouring} {cold water,scorn} on|{brushed,brushes,waved,waves,swept,shrugged} {aside,off,away}|{laughed,laughs,shrugged} off|{hit,hits,hitting} back at|{scoffed,scoffs,scoffing,sneered,sneers,sneering,jeered,jeering} at|{played,plays} down|{described,describes,called,calls} as {false,untrue,baseless,absurd,lies,nonsense,propaganda}|{took,takes,taking,walked,walks} back|{corrected,corrects,retracted,retracts,retracting,recanted,recants,withdrew,withdrawn,apologised for,apologized for,deleted,backtracked on,disavowed,disowned}|{no,not a word of} truth {in,to}|no {substance,basis,foundation} {in,to,for}
"""

RELIEFS = """
had {,all ,both ,simply ,only }been {at,in} {,the ,a ,their }{cinema,beach,home,school,pub,bar,hotel,party,mall,market,office,friend s,classroom}|
{have,has,had} {,all ,both }since {walked,turned up,returned,come home,come back,been found,been traced,been located,reached,arrived,checked in,rung,phoned,been rescued,been picked up,made their way,made contact,surfaced}|
{was,were,is,are,had} in fact {,been ,merely ,only ,just ,all ,both }{recovering,drinking,sleeping,asleep,alive,safe,ashore,at,in,on,out,away,off,missed,gone,spent,taken,never,resting,hiding,sheltering,staying,well,with,unhurt,unharmed,elsewhere}|
{have,has,had} {,all ,both ,since }{reported for duty,gone home,turned up alive,come home}|had {merely,only,simply,just} {lost,been,got,gone,missed,taken}|{were,was,is,are} {at home,on holiday,on leave,asleep,elsewhere} {,all along ,in bed ,at the time }|{turned up,turn up,found,were found,was found,been found,showed up,resurfaced,reappeared,emerged,returned,returned home,located,is,are,was,were,back home} {,later ,alive and ,both ,all }{safe,safe and sound,safe and well,alive,alive and well,unharmed,unhurt,well,in good health}
"""

FOILED = """
{were,was,are,been,being,be} {,quickly ,eventually ,again ,soon }{beaten off,beaten back,driven off,driven back,repelled,repulsed,pushed back,thrown back,turned back,held off,fought off,stopped,foiled,thwarted,turned away}|{but,and} failed|without success|in vain|to no avail|unsuccessfully|only to be {driven,thrown,pushed,beaten}
"""

CANCELLED = """
{was,were,is,are,been} {never,not} {on the table,an option,on the cards,in the cards,on the agenda,considered,contemplated,planned,envisaged,discussed,under consideration,under discussion,in question,being considered,being discussed,being planned,going to happen}|{is,are,was,were} {out of the question,no option,off the table,not needed,unnecessary,unthinkable}|{fell through,foundered,petered out,came to grief}
{have,has,had} come to nothing|came to nothing|{was,were,is,are,been,being} {,now ,quietly ,later }{scrapped,shelved,cancelled,canceled,called off,abandoned,postponed,put off,dropped,vetoed,blocked,rejected,suspended,delayed,reversed,put on hold,on hold,aborted,halted,rescinded,turned down,thrown out,voted down,ruled out,foiled,thwarted,repelled,repulsed}
"""

AVERTED = """
{ignored,defied,flouted,resisted} {,a ,an ,the }{order,orders,call,calls,plea,pleas,demand,demands,ultimatum,appeals} to|deaf ear to {pleas,calls,appeals,demands,requests,a plea,a call}|{threw,throws} out|barred|bars|forbade|forbids|dissuaded|deterred
{turned,turns} down {,a ,the ,an }{plea,request,call,demand,offer,appeal}|on no account|under no circumstances|{beaten,driven,turned,pushed} back before|far from
before {it,they,he,she,anyone,the bomb,the device,anybody} could|{decided,decides,opted,ruled,come out,came out} against|put off|puts off|put on hold|delayed|delays|deferred|defers|shelves|scraps|cancels|aborts|halts|suspends|blocks|vetoes|rejects|turns down|rebuffed|rebuffs|spurned|{refused,refuses,declined,declines} {requests,a request,calls,demands} {for,to}|{dropped,drops,ditched,ditches,abandons} {,its ,the ,a ,his ,their }{plan,plans,request,demand,idea,proposal}
{without,short of,rather than,instead of} {sending,deploying,firing,killing,hurting,harming,injuring,wounding,taking,committing,putting}|{held off,holding off,shied away,backed away,refrained,refrains,desisted} from|{balked,baulked} at|{thought better of,no longer wants to,no longer plans to}|{talked,argued,persuaded} {him ,her ,them }{out of,against}|{foil,foils,thwart,thwarts,avert,prevent,preventing,foiling,averting,thwarting,stopped,prevents}|{saved,saving,sparing,rescued} from|spared
abandoned {,its ,the ,a ,his ,their }{plan,plans,idea,deployment,mission,attempt,attempts,proposal,proposals,effort,efforts}|instead of|rather than|{has,have,had} yet to|{decided,decides,decide,voted,votes,vote,advised,argued,warned} against|{decision,vow,promise,pledge,order,agreement} not to|{decided,chose,opted,agreed,promised,vowed,pledged,voted,ordered,told} not to|{voted,votes,vote} down|{back,backs,backed,backing} {out,away} {of,from}|{reversed,reverses,overturned,ditched,dropped,axed,annulled,revoked,rescinded,struck down,froze,shelved,buried} {its,the,his,their,a,an,any} {plan,plans,decision,order,idea,proposal,move,bid,request,scheme,deployment,withdrawal}|far from|anything but|in no {position,mood,hurry} to|too {few,weak,late,busy} to|unable to|incapable of|{cancelled,canceled,called off,scrapped,shelved,postponed,suspended,halted,aborted,blocked,vetoed,rejected,ruled against,turned down,dropped plans for,dropped plans to,scuttled}
{failed,failing,fails,fail} to|{stopped,stops,stop} short of|{avoided,averted,prevented,thwarted,foiled,avoids,averts,prevents}
"""

NO_DENIALS = """
{suspended,suspends,called off,abandoned,halted,scaled back,stopped,postponed} {,its ,the ,their }{search,searches,hunt}
{denied,denies,deny,denying} {,any ,all ,having any }{involvement,responsibility,role,connection,links,link,wrongdoing,charges,the charges,knowledge,guilt,entry,access,bail,visas,complicity,ordering,that it was behind,being behind,accusations of,blame,it was responsible,that it was responsible,it was behind,they were behind,committing,carrying out,permission}
{ruled,rules,rule} out {terrorism,foul play,sabotage,terror}|{not rule out,not ruled out,not be ruled out,cannot rule out,can't rule out,couldn't rule out}
"""

FALSITIES = """
{calling,called,calls} {,it ,them ,the claim ,the claims ,the report ,the figure ,the toll }{,as }{laughable,absurd,ridiculous,preposterous,ludicrous,fanciful}|
{was,were,is} {,all }{,the result of }{,a ,an }{clerical ,typing ,counting ,copying ,transcription ,translation }{error,mistake,slip}|{was,were} {a miscount,an error in counting,a mix up,a case of mistaken identity}
{is,was,are,were} {,mere ,pure }{wishful thinking,idle talk,idle chatter,scare stories,mischief,mischievous,hot air,far fetched,laughable,ludicrous,ridiculous,preposterous,outlandish,hogwash}|{calling,called} {it,them,this,that} {laughable,ludicrous,ridiculous,preposterous,outlandish,far fetched}|never {materialised,materialized,went ahead,came about,came off}|{entirely,totally,completely,wholly,utterly,absolutely,categorically,patently} {untrue,false,baseless,unfounded,wrong,fabricated,groundless,incorrect,inaccurate}|{was,were,is,been} {,swiftly ,quickly ,promptly ,later }{quashed,scotched,dispelled,laughed off,withdrawn,corrected,disowned,shot down}|
{had,has,have} been {mistaken,wrong,false,untrue,in error,exaggerated,invented,fabricated,staged,made up,a mistake,an error}|{disinformation,misinformation,fabrication,fabrications,falsehood,falsehoods,untruths,hysteria,fake news,scaremongering,psychological warfare,smears}|{is,are,was,were,as} {,pure ,sheer ,mere ,all ,nothing but }{propaganda,lies,nonsense,rubbish,fantasy,fakes,fiction,speculation,gossip,slander,a false alarm,false alarms,malicious,wrong,in error,mistaken,misleading,exaggerated,premature,without merit,without basis,without foundation,made up,figments}|
{proved,proven,turned out,found,shown,later found,discovered,revealed} to {be,have been} {,a ,an }{false,untrue,unfounded,wrong,baseless,hoax,fake,prank,false alarm,mistake,mistaken,bogus,invention,alive,fabricated,fabrication,groundless,incorrect,inaccurate,premature,staged,nothing}|proved {false,untrue,unfounded,wrong,groundless,baseless,premature}|{was,were,is} {a,just a,only a} {false alarm,hoax,prank,drill,exercise,mistake,misunderstanding}|{have,has,had} no {basis,foundation,substance,truth}|{is,are,was,were} {not so,not the case,not happening,far from the truth,off the mark}
{is,are,was,were,be,as} {false,untrue,not true,not correct,incorrect,baseless,unfounded,groundless,fabricated,a hoax,a lie,lies,wrong,a fabrication,pure fiction,without foundation,nonsense,fake,fake news,inaccurate,not accurate,totally false,completely false,entirely false,completely untrue,totally untrue,absurd,a rumour,a rumor,fictitious}
{is,are,was,were} {later ,swiftly ,quickly ,flatly ,promptly ,immediately ,strongly ,categorically ,firmly ,}{denied,refuted,rejected,dismissed,debunked,disproved,contradicted,retracted,rebutted}
{denied,denies,rejected,rejects,dismissed,dismisses,refuted,refutes,disputed,disputes} {this,it,the claim,the claims,the report,the reports,the allegation,the allegations,the accusation,the accusations,the figure,the rumour,the rumours,the rumors,as false,as untrue,as baseless,as propaganda,as lies}
{has,have,had} {,since ,now ,long }been {debunked,discredited,disproved,refuted,rubbished,quashed,scotched,disowned,denied,retracted,withdrawn,dismissed}|{is,was,were,are,be} {,simply ,just ,clearly }{an error,in error}
{has,have,had} {flatly ,strongly ,repeatedly ,categorically ,since ,later ,}{denied,rejected,retracted,refuted}|never happened|did not happen|didn't happen|no such {thing,incident,attack,event,deployment,order,movement,decision}
{was,were,is,are} {,a ,an ,pure ,simply ,just ,mere }{invention,inventions,invented,fabrications,exaggeration,exaggerations,rumour,rumours,fiction,hearsay,propaganda,wide of the mark,far from the truth,mistaken,erroneous,bogus,made up,overblown}|had no {basis,foundation} {,in fact}|{has,have} no {basis,foundation} {,in fact}|{is,are,was,were} {,just ,only ,merely }{a myth,myths,a legend,an invention,a canard,a fiction,a mistake}|never {took place,happened,occurred,existed,took part}|{called,branded,labelled,labeled,described,dismissed,denounced} {,it ,this ,that ,the claim ,the claims ,the report ,the reports ,them ,such reports }{,as }{a lie,lies,a fabrication,false,fake,fake news,untrue,nonsense,propaganda,baseless,a hoax,rumours,pure invention,fabricated,fiction,fantasy}|{a,an,pure,sheer,total,malicious,complete,outright,another,all,just,as} {,malicious ,complete ,total ,outright ,pure ,wild ,absurd }{invention,inventions,fabrication,fabrications,fairy tale,fairy tales,fantasy,lie,lies,fiction,nonsense,rubbish,hoax,falsehood,myth,slander,smear,fake news,disinformation,misinformation,exaggeration}|{to be,were,was,are,is,as} {,totally ,entirely ,completely ,utterly ,wholly }{false,untrue,unfounded,baseless,groundless,bogus,fabricated,erroneous}|turned out to be {false,untrue,alive,a hoax,wrong,unfounded}|proved {false,untrue,unfounded,wrong}|{is,are,was,were} {in fact ,actually ,still }alive|found alive|claim the {army,government,ministry,military,police,kremlin,pentagon} {denies,denied,rejects,rejected}
"""
