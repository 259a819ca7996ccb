"""What a phrase of military movement means."""

from collections.abc import Iterable
from typing import Final, Literal, get_args

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


_BITS: Final[dict[str, int]] = {role: 1 << number for number, role in enumerate(get_args(Role))}


def bits(roles: Iterable[Role]) -> int:
    """These roles as one number, in which each has its bit."""
    return sum(_BITS[role] for role in set(roles))


class Term:
    """What a phrase means here. ``value`` is a force's name, ``action`` what a movement is; ``says`` the status that
    the words themselves give: who asks for troops has none yet. ``bit`` is the role as ``bits`` has it.
    """

    __slots__ = ("action", "bit", "role", "says", "transitive", "value")

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
        self.bit = _BITS[role]
        self.value = value
        self.action: Movement = action
        self.transitive = transitive
        self.says: Status | None = says
