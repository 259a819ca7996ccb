"""The words that tell armed force where a force's own words leave it open. All folded."""

from typing import Final

from tocsin.core.analysis.lexicon import words

ARMED_WORDS: Final = words("""
    military army naval navy armed combat rebel government coalition allied nato un us u.s american british french
    russian peacekeeping special ground elite airborne royal national infantry guerrilla islamist jihadist militant
    fresh extra additional more foreign federal international multinational loyalist republican regime warplanes
    soldiers troops border frontier war brigade mechanised mechanized reserve security insurgent separatist soviet
    wagner houthi taliban hezbollah hamas
""")
"""Beside one of these a weak word is a force."""

COLLECTIVES: Final = words("""
    brigade battalion regiment squad platoon legion armada flotilla cavalry army troop troops company column fleet
    division convoy force corps detachment squadron contingent unit
""")
"""May lead anything ("an army of volunteers")."""

CARGO: Final = words("""
    soldiers troops marines men infantry engineers sappers tanks vehicles trucks ships warships paratroopers fighters
    artillery gunners peacekeepers commandos reservists armour armor jets helicopters guards mercenaries militia
    medics jeeps pickups pick-ups technicals carriers guns howitzers lorries horsemen riders riflemen cavalry regulars
    recruits reinforcements gendarmes police conscripts volunteers' rangers armoured armored military army
""")
"""What makes such a collective a force."""

CONTEXT: Final = words("""
    general generals colonel colonels commander commanders pentagon admiral admirals marshal army navy military
    defence defense kremlin militia rebels junta garrison warlord war regiment insurgents guerrillas nato coalition
    alliance battalion brigade
""")
"""Any of these in a sentence says that it is about armed forces."""

LOOSE: Final = words("""
    company men companies unit units division divisions men ship ships vessel vessels aircraft planes volunteers
    column convoy convoys engineers fleet fleets helicopter helicopters drone drones carrier carriers force corps
    weapons trainers monitors observers instructors advisers advisors
""")
"""Weak words that business and rescue use as much: they need an army beside them, or a place that they go to."""

PEOPLE_TO: Final = words(
    "hospital hospitals jail prison court trial school safety clinic morgue detention bed heaven death"
)
"""Whoever is sent there is no deployment."""
