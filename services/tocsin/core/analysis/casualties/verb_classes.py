"""Verbs of harm done to people, by what is done, with the forms of each.

The classes are those of Levin (1993): murder and poison (42), hurt and hit (40.8, 18), capture (10.5), banish (10.2).
"""

from tocsin.core.analysis.casualties.forms import Form
from tocsin.core.analysis.lexicon import words
from tocsin.core.model.analysis import CasualtyKind


def _verb(stem: str, *, ed: str = "", ing: str = "", base: str = "") -> dict[Form, tuple[str, ...]]:
    root = stem.removesuffix("e")
    third = stem + ("es" if stem.endswith(("s", "sh", "ch")) else "s")
    return {
        "ed": tuple((ed or root + "ed").split()),
        "ing": tuple((ing or root + "ing").split()),
        "base": (stem, third) if not base else tuple(base.split()),
    }


def _done(participles: str) -> dict[Form, tuple[str, ...]]:
    """Verbs that are read in the past tense and passive only."""
    return {"ed": tuple(participles.split())}


TO_THE_END = words("crushing trampling hacking clubbing bludgeoning battering burning scalding clawing mauling")
"""Read only where "to death" ends what they say: "crushing four to death"."""

VERBS: tuple[tuple[CasualtyKind, bool, str | None, dict[Form, tuple[str, ...]]], ...] = (
    ("killed", True, None, _verb("kill")),
    ("killed", True, None, _verb("murder")),
    ("killed", True, "assassination", _verb("assassinate")),
    ("killed", True, "massacre", _verb("massacre")),
    ("killed", True, "massacre", _verb("slaughter")),
    ("killed", True, "beheading", _verb("behead")),
    ("killed", True, "beheading", _verb("decapitate")),
    ("killed", True, "lynching", _verb("lynch", base="lynches")),
    ("killed", False, "execution", _verb("execute")),
    ("killed", True, None, _verb("slay", ed="slain slew")),
    ("killed", True, "strangling", _verb("strangle")),
    ("killed", False, "annihilation", _verb("annihilate")),
    ("killed", False, "hanging", _verb("hang", ed="hanged")),
    ("killed", True, "electrocution", _verb("electrocute")),
    ("killed", True, "suffocation", _verb("asphyxiate")),
    ("killed", False, "suffocation", _done("smothered")),
    ("killed", False, None, _done("eliminated liquidated disembowelled disemboweled obliterated")),
    ("killed", False, None, _done("vaporised vaporized pulverised pulverized")),
    ("injured", True, "poisoning", _done("poisoned")),
    ("injured", False, "poisoning", {"base": ("poison", "poisons")}),
    ("injured", False, None, _done("stung")),
    ("injured", True, None, _done("hospitalized hospitalised")),
    ("injured", True, None, _verb("injure")),
    ("injured", True, None, _verb("wound")),
    ("injured", True, None, _verb("maim")),
    ("injured", False, None, _verb("hurt", ed="hurt", base="hurts")),
    ("injured", False, None, _verb("harm")),
    (
        "injured",
        False,
        "shooting",
        {"ed": ("shot", "machinegunned", "machine-gunned"), "base": ("shoot", "shoots"), "ing": ("shooting",)},
    ),
    ("injured", False, "stabbing", _verb("stab", ed="stabbed", ing="stabbing")),
    ("injured", False, "beating", _done("beaten battered bludgeoned clubbed")),
    (
        "injured",
        False,
        "beating",
        _done("pummelled pummeled whipped punched caned lashed pistol-whipped"),
    ),
    ("injured", False, "burning", _done("burned burnt scalded singed seared scorched")),
    ("injured", False, None, _done("hacked trampled crushed gunned tortured")),
    ("injured", False, None, {"ing": tuple(sorted(TO_THE_END))}),
    ("injured", False, None, _done("cut clawed gashed mangled speared manhandled pepper-sprayed tear-gassed")),
    ("captured", True, "kidnapping", _verb("kidnap", ed="kidnapped kidnaped", ing="kidnapping kidnaping")),
    ("captured", True, "kidnapping", _verb("abduct")),
    ("captured", False, "kidnapping", {"ed": ("snatched",), "ing": ("snatching",)}),
    ("captured", False, None, _verb("capture")),
    ("captured", False, None, {"ed": ("seized",), "base": ("seize", "seizes"), "ing": ("seizing",)}),
    ("captured", False, None, _done("interned")),
    ("displaced", False, None, _verb("displace")),
    ("displaced", False, None, _verb("evict")),
    ("displaced", False, None, _verb("evacuate")),
    ("displaced", False, None, {"ed": ("uprooted", "rehoused"), "ing": ("uprooting",)}),
)
"""Kind, whether the verb is said of people only, the manner it tells, and its forms."""

LOOSE = words("""
    obliterated pulverised pulverized vaporised vaporized smothered harm harms harmed harming pummelled pummeled whipped
    punched caned lashed singed seared scorched mangled manhandled stung
""") | {
    "crucified",
    "roughed up",
    "run down",
    "laid low",
    "picked off",
    "whisked away",
    "whisked off",
    "are overdue",
    "were overdue",
    "set ablaze",
    "set alight",
    "set on fire",
}
"""Said of rivals, markets and things as often: read only where the victims are counted."""
