"""Verbs and nouns that several rooms of deployments know by what they do."""

from tocsin.core.analysis.lexicon import words

REPORTS = words(
    "saw seen show shows showed showing "
    "reports report rumours rumors stories talk claims sightings sign signs evidence accounts allegations"
)
"""What, with "of", tells of a force that is somewhere."""

HAVE = words("there has have had keep keeps kept maintains maintained") | REPORTS
"""What says that a force is there."""

LEAVES = ("pull", "withdr")
QUITS = ("leave", "leaving", "quit")
EMPTIES = ("abandon", "evacuat", "vacat")
HOSTS = ("host", "set", "offer")
"""Verbs with posts as well as forces for their objects."""

HOMES = ("home to", "host to")
"""What a place is to a post: "Vis, home to a naval base until 1992"."""

HOUSES = ("house ", "houses ", "housed ", "is home to ", "was home to ", "were home to ", "been home to ")
"""Verbs by which a place holds a post or, for good, a force: "the hangars housed a missile wing"."""

RAISES = ("rais", "lift", "step")
"""What a country does without a force being named: it pulls out, or raises its alert."""
