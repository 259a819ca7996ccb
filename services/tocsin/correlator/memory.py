"""Keeps the garbage collector from walking over the open stories: with many, that stops the loop for long."""

import gc

GROWN_BY = 1.2
"""So many times more open stories than were there at the last time make it worth while."""

LEAST = 1_000


class Memory:
    """Sets aside what is in memory, by and by as stories open. They hold no cycles, so they go without a collector."""

    def __init__(self) -> None:
        self._next = LEAST

    def settle(self, stories: int) -> None:
        """Set aside what there is, if the open stories have grown enough since the last time.

        Their number bounds how often that is, and with it what garbage may be set aside among them for ever.
        """
        if stories >= self._next:
            self._next = int(stories * GROWN_BY)
            gc.freeze()
