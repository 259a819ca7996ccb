"""Who holds people against their will."""

from tocsin.core.analysis.lexicon import words

CAPTORS = words("""
    hijackers hijacker kidnappers captors rebels militants gunmen guerrillas insurgents separatists pirates fighters
    bandits jihadists militiamen group militia opponents extremists islamists terrorists taliban hamas hezbollah
    cartel smugglers traffickers groups militias tribesmen houthi houthis gunboats
    faction factions band bands gang gangs
    abductors raiders junta farc eln fighter
""")
"""Nouns for those who take and keep others."""
