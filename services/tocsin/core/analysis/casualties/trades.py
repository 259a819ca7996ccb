"""More English nouns for people: trades, beliefs, kin, ages and origins, beside those of ``people``."""

TRADES = """
abbot abbess accountant acolyte actuary addict admirer adventurer adviser advisor anarchist animator announcer
apostle applicant appraiser arbiter archivist arsonist assessor asylum-seeker attache auctioneer auditor autoworker
babysitter bachelor bagpiper bailiff ballplayer baron baroness barista barrister barmaid bartender
beachgoer beekeeper beginner believer bellboy billionaire birdwatcher boarder boater boatbuilder bodybuilder
boilermaker bookkeeper bookseller bouncer bridesmaid bridegroom bursar busboy butler campaigner canvasser
canyoner carer caregiver cartoonist celebrant chaplain cheerleader choirboy chorister churchwarden clown coalminer
collegian colonist combatant commentator composer concierge confectioner conservationist constituent
cop coroner correspondent corsair cossack counterfeiter countess cowboy cowhand croupier crofter cultivator curate
curator dad debtor decorator defendant devotee dervish disciple dissenter doorkeeper dosser driller druid dweller
ecologist emissary entertainer entrepreneur environmentalist escapee eskimo explorer eyewitness factory-hand fan
fanatic farmworker fiancee fiance fieldworker film-maker filmmaker fishworker forager forester freelancer
friar fundamentalist furrier gambler gamekeeper gatecrasher gatekeeper geisha geographer glassblower glazier
goatherd godfather godmother goldminer gold-digger gondolier greenkeeper greengrocer greeter guardian hairdresser
harvester hawker headmaster headmistress headteacher heckler heretic hermit hippie hobo home-help honeymooner
hooligan hostess hotelier householder houseboy houseguest housekeeper housemate hunter-gatherer hygienist ice-fisher
illustrator impostor inductee industrialist inheritor innkeeper insider interrogator inventor invitee
islander itinerant jailbird jeweller jeweler joiner juggler junkie juvenile karateka kindergartner knitter
lamplighter landlady landlord lass laundress leaseholder learner leper liftboy lifer lighthouse-keeper lobbyist
locksmith mahout maharajah malcontent maquisard marathoner market-goer masseur masseuse matriarch meatpacker
metalworker metallurgist meteorologist milkmaid miller millhand millworker millionaire milliner mineworker
minister-designate minstrel modeller moonshiner musketeer mystic nanny narrator navigator navvy neonatologist
naturalist newcomer news-anchor newsboy newsreader newsvendor non-combatant nursemaid obstetrician oilworker oldster
oncologist optician orator organiser organizer organist ornithologist orthodontist outcast outpatient outworker
oxherd pallbearer panhandler panellist parachutist paramedical parolee parson pastoralist pathologist patriarch
pawnbroker paymaster peddler pedlar pediatrician paediatrician penitent petitioner philanthropist philosopher
physiotherapist pieceworker piper planter plasterer platelayer plunderer poacher pollster pornographer postmistress
potboy pothead practitioner preschooler privateer proctor proofreader prospector protege provost psychiatrist
publican punter quarryworker racegoer ragpicker railworker rafter redhead restaurateur returnee  riveter
roadsweeper road-sweeper roadworker roughneck roustabout rubber-tapper ruffian runaway rustler sacristan sailmaker
salvager sandhog satirist sawyer scavenger scholar schoolmaster schoolmistress scoutmaster scout screenwriter scribe
scriptwriter sculptor seafarer sentinel sentry serf servant sexton sharpshooter shearer shelf-stacker sherpa
shipmate shipbuilder shipwright shipowner shoemaker shopgirl shopworker showgirl shrimper sightseer silversmith
skateboarder skydiver slave slum-dweller slumlord smokejumper snowmobiler snowshoer sophomore soprano sorcerer
squaddie squire stablehand stableboy stagehand stationmaster statistician steeplejack steelworker stenographer
stockbreeder stockbroker stonecutter stonemason storyteller straggler streetwalker stretcher-bearer subcontractor
suffragette suitor sunbather supplicant surveyor survivalist swineherd tailgater taskmaster
technologist teetotaller telephonist telegraphist televangelist theologian therapist thespian ticket-collector
tobacconist tollkeeper trainspotter translator trick-or-treater trombonist troublemaker truant trumpeter trustee
turnkey twitcher typesetter tyke undergraduate undertaker understudy urchin urologist usurper vagabond valet vandal
ventriloquist verger veterinarian vet vigilante vintner virologist viscount viticulturist vizier vlogger voyager
waif wardrobe-mistress watchmaker water-carrier weather-forecaster webmaster weekender well-wisher
wellwisher well-digger wheelwright whistleblower whistle-blower windsurfer witchdoctor woodcutter wood-gatherer
workmate yogi zookeeper sufi salafist buddhist bahai mormon amish calvinist lutheran anglican presbyterian baptist
methodist pentecostal evangelical franciscan benedictine westerner easterner northerner southerner expatriate expat
new-yorker paraplegic quadriplegic diabetic asthmatic epileptic alcoholic insomniac centenarian octogenarian
nonagenarian septuagenarian sexagenarian preteen triplet stepdaughter stepmother stepbrother mum mom papa granny
grandma grandpa basiji crewmember oiler bargee seeker goer novice boxer
"""
"""For one person."""

CROWDS = """
cocklers exporters roma man-at-arms mujahideen paratroops threshers tribespeople fetus foetus quadruplets signallers
green-berets paras auxiliaries irregulars peshmerga basij coastguards carabinieri bersaglieri askaris spetsnaz
aircrew groundcrew congregants faithful funeral-goers festival-goers festivalgoers theatregoers moviegoers
cinemagoers vacationers day-trippers daytrippers trippers strollers picketers attendees participants deportees
castaways townsfolk croppers charcoal-burners fisherfolk clam-diggers colliers riggers hod-carriers stallholders
civil-servants census-takers vaccinators mullahs communists liberals seniors juniors innocents royals professionals
gypsies
"""
"""For several, and without a singular here."""

PEOPLES = """
abkhaz aborigine alawite amhara aymara azeri baghdadi balinese banyamulenge bavarian bedouin beiruti berber berliner
breton cairene caucasian cherokee circassian copt corsican damascene dayak dinka filipina frisian fulani galician
glaswegian guarani gypsy hausa hazara hema hispanic hmong houthi igbo ingush inuit istanbullu javanese kabyle kachin
kyrgyz latina latino lendu liverpudlian londoner maasai maori mapuche maronite mayan muscovite navajo neapolitan
nubian nuer oromo ossetian papuan parisian pashtun quechua rakhine roma romani romany sahrawi sardinian sicilian
sindhi tatar tigrayan tuareg turkana walloon xhosa yoruba zulu
"""
"""Adjectives of peoples and places, which stand for a person of these as well."""
