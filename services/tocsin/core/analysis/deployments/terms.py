"""What a phrase of military movement means."""

from typing import Literal

from tocsin.core.model.analysis import Movement, Status

Role = Literal[
    "force",
    "weak",
    "move",
    "go",
    "path",
    "ask",
    "state",
    "noun",
    "seize",
    "fall",
    "base",
    "post",
    "site",
    "with",
    "civil",
]
"""``force`` says by itself that it is military, ``weak`` only in company; ``move`` is a verb, ``go`` one of motion
whose way the words behind it tell, ``path`` a way that makes any verb one of motion, ``ask`` a verb that moves nothing
yet, ``state`` says where a force is, ``noun`` is a movement as a thing ("deployment of"); ``seize`` and ``fall`` change
who holds a ``site``; ``base`` opens a ``post``; ``with`` adds a force; ``civil`` tells that it is about something else.
"""


class Term:
    """What a phrase means here. ``value`` is a force's name, ``action`` what a movement is; ``says`` the status that
    the words themselves give: who asks for troops has none yet.
    """

    __slots__ = ("action", "role", "says", "transitive", "value")

    def __init__(
        self,
        role: Role,
        value: str = "",
        action: Movement = "deploy",
        *,
        transitive: bool = False,
        says: Status | None = None,
    ) -> None:
        self.role: Role = role
        self.value = value
        self.action: Movement = action
        self.transitive = transitive
        self.says: Status | None = says
