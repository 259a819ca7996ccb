"""English nouns for what is no person: not hurt when killed, and not counted as victims."""

from tocsin.core.analysis.casualties.people import plural

_THINGS = """
isis isil daesh hamas hezbollah al-qaeda nato un eu fbi cia fmln farc eln ira eta plo unicef msf reuters afp ap
percent per-cent percentage kilometer kilometre km kilometers mile meter metre m kg kilo kilogram gram ton tonne
pound dollar peso euro ruble yen cent colon million-dollar gallon liter litre acre hectare hour minute second day
week month year decade century time occasion a.m p.m am pm degree point inch foot feet mm cm caliber calibre hp
attack assault bomb bombing explosion blast raid ambush clash battle combat incident event accident crash collision
war conflict violence fighting shooting gunfire crossfire offensive operation mission campaign strike protest march
demonstration riot coup crime case trial investigation charge sentence conviction appeal hearing court jury law bill
amendment legislation project plan program programme proposal deal agreement accord treaty contract peace dialogue
talk negotiation meeting conference summit session visit trip speech statement communique message claim rumor rumour
letter note document paper newspaper magazine book novel film movie game match season goal job post position vacancy
role chance hope dream idea career economy market trade business industry company firm bank sale price cost rate tax
fund money aid loan debt profit share stock growth inflation demand supply momentum enthusiasm democracy freedom
liberty right rights order stability sovereignty truth faith spirit pride feeling reputation car bus truck lorry van
jeep taxi vehicle motorcycle motorbike bicycle train tram plane aircraft jet helicopter airliner airplane ship boat
vessel ferry tanker submarine tank gun rifle pistol weapon grenade missile rocket mortar mine round bullet shell
shot cartridge stick device explosive dynamite munition house home building office factory plant store shop hotel
school university college hospital clinic church mosque temple embassy station airport bridge road street highway
tower pylon barracks base camp checkpoint town city village hamlet neighborhood neighbourhood district province
state country nation region area zone place border farm ranch field crop animal dog cat cow cattle bull horse pig
sheep goat chicken hen bird fish whale dolphin elephant lion tiger bear wolf deer rabbit rat mouse bee mosquito
seal walrus otter badger fox hare hedgehog squirrel beaver bison buffalo ox cattle camel donkey mule llama alpaca yak
goose duck swan turkey hen rooster pigeon gull eagle owl hawk falcon crow raven parrot penguin ostrich vulture stork
snake crocodile alligator lizard turtle tortoise frog toad salmon trout cod herring tuna shark ray eel crab lobster
shrimp prawn oyster mussel coral jellyfish bumblebee wasp ant locust beetle butterfly moth caterpillar spider monkey ape
gorilla chimpanzee baboon orangutan rhino rhinoceros hippo hippopotamus giraffe zebra antelope gazelle moose elk
reindeer kangaroo koala panda leopard cheetah panther hyena jackal puppy kitten foal calf lamb piglet cub hound
livestock poultry herd flock mammal reptile bird-life wildlife elephant-calf mosquitoes greyhound racehorse stallion
insect tree weed bacteria virus cell germ cancer tumor patient-day copy item thing piece part section line page word
name list number-plate account issue problem question answer reason cause effect result damage loss gain step
measure action decision resolution activity process movement party organization organisation front union federation
institution government regime ministry parliament congress assembly council committee commission department agency
service force army navy patrol-car police-station command headquarters cartel mafia squad death-squad wave
front-page signal light fire water electricity power energy penalty threat attempt plot try conspiracy wish desire
intention fear possibility body corpse death murder killing massacre wound injury life casualty-figure casualty
fatality computer server engine battery phone app website system network software percentage-point seat vote ballot
poll survey record title trophy medal prize cup league championship
edition chapter manuscript verse stanza tape canvas fresco sketch negative photograph photo postcard volume reel parcel
suitcase stamp coin jewel necklace brooch ring tooth tile brick spoon chair statue statuette ballot-paper exhibit
"""

THINGS = frozenset(word for thing in _THINGS.split() for word in (thing, plural(thing)))
"""Units, events, works, goods, vehicles, buildings, animals, bodies of people that act, in singular and plural."""
