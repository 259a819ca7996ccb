"""Verbs and nouns that several rooms of deployments know by what they do."""

from typing import Final

from tocsin.core.analysis.lexicon import words

REPORTS: Final = words(
    "saw seen show shows showed showing "
    "reports report rumours rumors stories talk claims sightings sign signs evidence accounts allegations"
)
"""What, with "of", tells of a force that is somewhere."""

HAVE: Final = words("there has have had keep keeps kept maintains maintained") | REPORTS
"""What says that a force is there."""

LEAVES: Final[tuple[str, ...]] = ("pull", "withdr")
QUITS: Final[tuple[str, ...]] = ("leave", "leaving", "quit")
EMPTIES: Final[tuple[str, ...]] = ("abandon", "evacuat", "vacat")
HOSTS: Final[tuple[str, ...]] = ("host", "set", "offer")
"""Verbs with posts as well as forces for their objects."""

HOMES: Final[tuple[str, ...]] = ("home to", "host to")
"""What a place is to a post: "Vis, home to a naval base until 1992"."""

HOUSES: Final[tuple[str, ...]] = (
    "house ",
    "houses ",
    "housed ",
    "is home to ",
    "was home to ",
    "were home to ",
    "been home to ",
)
"""Verbs by which a place holds a post or, for good, a force: "the hangars housed a missile wing"."""

RAISES: Final[tuple[str, ...]] = ("rais", "lift", "step")
"""What a country does without a force being named: it pulls out, or raises its alert."""
