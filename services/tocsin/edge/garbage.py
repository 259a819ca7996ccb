"""How often Python looks for garbage that reference counts leave: seldom, in processes that make few cycles."""

import gc


def collect_less() -> None:
    """What start-up made stays for good: spare the collector looking at it, which takes tens of milliseconds each time.

    Young objects die by reference counts; cycles are few, so they are looked for less often too.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
