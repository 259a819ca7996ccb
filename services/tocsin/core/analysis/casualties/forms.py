"""What a word of harm can be, and how a sentence is built around it."""

from typing import Literal, NamedTuple

from tocsin.core.model.analysis import CasualtyKind, Status

Form = Literal[
    "ed",  # "killed": past tense or participle of a verb done to people
    "base",  # "kill", "kills": present, infinitive
    "ing",  # "killing": participle; with "the" or "of", a noun
    "suffered",  # "died": a verb whose subject is hurt
    "state",  # "dead", "missing": said of people by "be", "leave", or a number before it
    "act",  # "murder", "kidnapping": noun; its "of" or possessive names who is hurt
    "doer",  # "murderers of": noun for who did it
    "count",  # "deaths", "fatalities": noun that is counted itself
    "toll",  # "toll", counted by the number that follows
    "lives",  # "lives": lost, claimed, cost
    "bodies",  # "bodies", "corpses": found, or of someone
    "flight",  # "fled", "driven", "forced": displaced when from their homes
    "idiom",  # "buried", "succumbed": harm only in a phrase
    "unhurt",  # "unharmed": its subject is not hurt
    "lacking",  # "no trace of": who is missing follows
]


class Trigger(NamedTuple):
    """One word's reading, or that of a set phrase.

    ``sure`` words are said of people only; others need a person or a number beside them. ``says`` is the status that
    the words themselves give: who is "unharmed" was not hurt, who "faces execution" may yet be.
    """

    kind: CasualtyKind
    form: Form
    sure: bool = True
    manner: str | None = None
    says: Status | None = None
