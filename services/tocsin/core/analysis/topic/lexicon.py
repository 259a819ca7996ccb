# ruff: noqa: E501 - a pattern stands on one line
"""The words that tell what an article is about. Each topic has strong words (2 points) and weak ones (1 point)."""

from tocsin.core.analysis.lexicon import phrases
from tocsin.core.model.analysis import Topic

STRONG, WEAK = 2, 1

_WORDS: dict[Topic, tuple[str, str]] = {
    "violence": (
        "gunmen|gunman|militant{,s}|insurgent{,s}|suicide {bomber,bombing,attack,bombers}|car bomb{,s,ing}|roadside bomb{,s}|bombing{,s}|air strike{,s}|airstrike{,s}|shelling|massacre{,d,s}|assassinat{ed,ion,e,ions}|ambush{,ed}|hostage{,s}|kidnapp{ed,ing,ings,ers}|execution{,s}|executed|beheaded|guerrilla{,s}|rebel{,s}|terrorist{,s}|terrorism|shot dead|opened fire|murdered|troops|soldiers|mortar{,s}|grenade{,s}|explosives|car bombs|gunfire|warplanes|clashes|insurgency|jihadist{,s}|extremists|death squad{,s}|ceasefire|cease fire|offensive against|rocket fire|stabbed to death|civil war|military operation|detonated|blew {himself,herself,themselves} up|gunned down|torture{,d}|paramilitary|paramilitaries",
        "killed|wounded|injured|bomb|bombs|explosion|exploded|attack{,s,ed}|army|police said|fighting|forces|military|armed|murder|weapons|fired|shooting|dead|security forces|violence|casualties|captured|fighters|missile{,s}|rocket{,s}|kill|deaths|soldier|prisoners|coup|dynamite|rioters|riots",
    ),
    "politics": (
        "parliament|election{,s}|prime minister|foreign minister|lawmaker{,s}|senate|congress|legislation|ballot|referendum|diplomat{,s}|summit|treaty|coalition government|opposition leader|cabinet|voters|campaign trail|presidential candidate|polling stations|constitution|electoral|embassy|ambassador|sanctions|democrats|republicans|human rights|general assembly|security council|bilateral",
        "president|minister|government|vote|political|talks|party|policy|negotiations|candidate|leaders|officials|protest{,s,ers}|demonstrators|strike|bill|law|court|reform{,s}|agreement|relations",
    ),
    "accident": (
        "plane crash|train crash|car crash|bus crash|road accident|collided|collision|derailed|derailment|capsized|ran aground|head on|pile up|pileup|fell from|stampede|drowned|mine collapse|building collapse{,d}|gas leak|gas explosion|crash landed|crash landing|overturned|plunged into|shipwreck|blaze|house fire|factory fire|lorry|black box|air traffic control|motorist{,s}|wreckage|coast guard",
        "accident|crash{,ed}|fire|firefighters|rescue{,d,rs}|passengers|driver|pilot|truck|bus|vehicle|train|ferry|survivors|road|highway",
    ),
    "disaster": (
        "earthquake{,s}|quake|tsunami|hurricane|typhoon|cyclone|tornado{,es}|flood{,s,ing,ed}|flash flood{,s}|landslide{,s}|mudslide{,s}|avalanche|wildfire{,s}|volcano|eruption|erupted|drought|famine|epicent{er,re}|magnitude|richter|storm surge|monsoon|aftershock{,s}|heatwave|heat wave|blizzard|tropical storm|relief workers",
        "storm|rain|rains|winds|evacuat{ed,ion}|homeless|victims|damage|emergency|rescue|weather|snow|relief",
    ),
    "sport": (
        "midfielder|goalkeeper|striker|touchdown{,s}|quarterback|innings|wicket{,s}|home run|inning|playoff{,s}|semi final|semifinal|quarterfinal|quarter final|world cup|premier league|champions league|grand slam|olympic{,s}|gold medal|medal{,s}|nba|nfl|nhl|mlb|fifa|uefa|penalty kick|free throw{,s}|rebound{,s}|pitcher|shutout|grand prix|pole position|championship{,s}|tournament{,s}|head coach|halftime|half time|hat trick|second half|first half|overtime|test match|one day international|tennis|golf|soccer|football|basketball|baseball|cricket|rugby|ice hockey|boxing|athlete{,s}|champion{,s}|red sox|yankees|manchester united|arsenal|chelsea|real madrid|barcelona|pga|lakers|touchline|relegation|goalless|seeded|unseeded|us open|wimbledon|ryder cup|nascar|formula one|batsman|bowler|linebacker|bullpen|roster|wide receiver|undefeated",
        "coach|team{,s}|season|game{,s}|match|goal{,s}|win|victory|defeat{,ed}|league|cup|players|player|scored|points|title|fans|squad|club|race|final|beat|round|draw|stadium|lead|injury|opener|straight sets|rival{,s}|ranked",
    ),
    "entertainment": (
        "box office|movie{,s}|film{,s}|actor{,s}|actress{,es}|album{,s}|singer{,s}|concert{,s}|hollywood|oscar{,s}|grammy|emmy|sitcom|novel|novelist|bestseller|pop star|celebrity|celebrities|film festival|soundtrack|director's|screenplay|blockbuster|television series|tv series|tv show|reality show|video game{,s}|gamers|playstation|xbox|nintendo|rapper|rock band|orchestra|opera|theatre|theater|comedian|comedy|sequel|museum|exhibition|painting{,s}|poet|fashion|ballet|choreographer|playwright|game's campaign",
        "music|star{,s}|show|fans|stage|award{,s}|book|author|script|scene{,s}|audience|premiere|role|artist{,s}|plot|character{,s}|drama|thriller|songs|song|dance",
    ),
    "business": (
        "shares|stock{,s}|stock market|wall street|profit{,s}|earnings|quarterly|shareholder{,s}|dividend|revenue{,s}|investor{,s}|analyst{,s} {expected,forecast}|merger|acquisition|takeover bid|ipo|initial public offering|nasdaq|dow jones|nyse|interest rate{,s}|inflation|central bank|federal reserve|trade deficit|crude oil|oil prices|barrel|bond{,s}|treasury|currency|dlrs|mln|pct|cts|net loss|per share|fiscal|layoffs|job cuts|jobs|retail sales|consumer spending|gdp|bankruptcy|chief executive|ceo|hedge fund|startup|commodit{y,ies}|tonnes|exports|imports|wheat|grain|cocoa|coffee|sugar|copper|yen|euro|dollar|bank of|gross domestic|year end|subsidiary|stake",
        "company|companies|sales|market{,s}|prices|price|bank{,s}|economy|economic|trade|quarter|billion|million|percent|cost{,s}|deal|firm|business|industry|growth|financial|tax|oil|customers|rose|fell|airline{,s}|corp|inc|ltd",
    ),
    "science": (
        "scientist{,s}|researcher{,s}|nasa|spacecraft|astronaut{,s}|orbit|satellite{,s}|telescope|planet{,s}|galaxy|asteroid|genome|gene{,s}|dna|protein{,s}|stem cell{,s}|vaccine{,s}|clinical trial{,s}|peer reviewed|fossil{,s}|archaeolog{y,ist,ists}|species|climate change|global warming|software|microsoft|google|internet|browser|linux|operating system|computer{,s}|chip{,s}|semiconductor{,s}|broadband|wireless|search engine|spyware|hacker{,s}|virus writers|open source|apple|ipod|smartphone{,s}|supercomputer|physics|chemistry|biolog{y,ist,ists}|space station|space shuttle|mars|moon|lunar|ibm|intel|peptides|laboratory|cells|mice|tumou{r,rs}",
        "research|study|technology|science|users|online|web|data|digital|network{,s}|space|launch|journal|university|device{,s}|disease|cancer|mobile|server{,s}|security flaw|version",
    ),
    "obituary": (
        "obituary|obituaries|{died,dies} {peacefully,at home,of cancer,of heart failure,of natural causes,after a long illness,after a short illness}|survived by {his,her}|{is,was} survived by|funeral service|passed away|aged {70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99}|{he,she} was {70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99}|long illness|his career spanned|her career spanned|in lieu of flowers",
        "was born in|widow|widower|career|grandchildren|beloved|remembered for|pioneer|memorial service|best known for",
    ),
    "opinion": (
        "op ed|editorial|opinion|commentary|in my view|i believe|i think|we must|let us|letter to the editor|columnist|the writer is|views expressed|should be ashamed|it is time to|one has to wonder|make no mistake|the truth is|to be sure",
        "i|my|our|ought|surely|frankly|perhaps|arguably|hypocrisy|debate|critics",
    ),
    "retrospective": (
        "anniversary|commemorat{e,ed,ing,ion,es}|years ago today|decades ago|years on|decade on|memoir{,s}|historian{,s}|world war {ii,two,i,one}|second world war|first world war|nazi{,s}|holocaust|in retrospect|looking back|veterans|memorial|monument|d day|cold war|vietnam war|on this day|archives|century ago|declassified|museum",
        "remembered|remember|recalled|recalls|history|historic|tribute|ceremony|survivors|witnessed|era|1940s|1950s|1960s|1970s|1980s",
    ),
}

WEIGHTS: dict[str, tuple[Topic, int]] = {
    phrase: (topic, weight)
    for topic, (strong, weak) in _WORDS.items()
    for forms, weight in ((weak, WEAK), (strong, STRONG))
    for phrase in phrases([forms], None)
}
"""Phrase → topic and points; a phrase of two topics counts for the one listed last."""
