"""English number words, and the words around a number that bound it."""

from typing import Literal

Bound = Literal["exact", "least", "most", "over"]
"""What a modifier makes of a number n: exactly n, n or more, up to n, or n or more though n itself is excluded."""

_FIRST = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

UNITS = {
    **{word: value for value, word in enumerate(_FIRST.split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), 2)},
    "fourty": 40,
    **{
        tens + unit: 10 * ten + one
        for ten, tens in enumerate(_TENS.split(), 2)
        for one, unit in enumerate(_FIRST.split()[1:10], 1)
    },
}
"""Number words that stand for themselves."""

SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
"""Number words that multiply what stands before them."""

VAGUE = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
}
"""Plurals without a count, with the least that each can mean: two of its kind."""

COMPOUND = {"tens": 20, "dozens": 24, "hundreds": 200, "thousands": 2_000}
"""Plurals that multiply another: "tens of thousands" are at least two tens of one thousand."""

MODIFIERS: dict[tuple[str, ...], Bound] = {
    ("at", "least"): "least",
    ("a", "minimum", "of"): "least",
    ("more", "than"): "over",
    ("over",): "over",
    ("above",): "over",
    ("upwards", "of"): "least",
    ("upward", "of"): "least",
    ("in", "excess", "of"): "over",
    ("no", "fewer", "than"): "least",
    ("no", "less", "than"): "least",
    ("not", "less", "than"): "least",
    ("not", "fewer", "than"): "least",
    ("well", "over"): "over",
    ("up", "to"): "most",
    ("as", "many", "as"): "most",
    ("as", "much", "as"): "most",
    ("at", "most"): "most",
    ("no", "more", "than"): "most",
    ("not", "more", "than"): "most",
    ("less", "than"): "most",
    ("fewer", "than"): "most",
    ("under",): "most",
    ("a", "maximum", "of"): "most",
    ("nearly",): "exact",
    ("almost",): "exact",
    ("about",): "exact",
    ("around",): "exact",
    ("approximately",): "exact",
    ("roughly",): "exact",
    ("some",): "exact",
    ("close", "to"): "exact",
    ("an", "estimated"): "exact",
    ("estimated",): "exact",
    ("exactly",): "exact",
    ("only",): "exact",
    ("just",): "exact",
    ("another",): "exact",
    ("a", "further"): "exact",
    ("a", "total", "of"): "exact",
    ("altogether",): "exact",
    ("all",): "exact",
    ("the", "other"): "exact",
    ("the",): "exact",
    ("these",): "exact",
    ("those",): "exact",
}
"""Words before a number, and how they bound it. Articles belong to the phrase, and change nothing."""

LONGEST_MODIFIER = max(map(len, MODIFIERS))
