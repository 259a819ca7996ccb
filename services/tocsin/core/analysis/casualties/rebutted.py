"""A claim told in the sentence that refutes it: "nobody had been killed, after a radio station reported forty dead"."""

import re
from typing import Final

from tocsin.core.analysis.casualties.mention import Mention
from tocsin.core.analysis.status import Assertion

_CLAIMED: Final = re.compile(
    r"\b(?:after|despite|following|contradicting|rejecting|dismissing|contrary to|though|although|while)\b[^;:]{0,60}"
    r"\b(?:report(?:s|ed|ing)?|claim(?:s|ed|ing)?|allegations?|rumou?rs?|sa(?:id|ys|ying)|post(?:s|ed)|told|broadcast|spoke)\b"
    r"[^,;:]{0,30}$"
)
"""What leads to a claim that the rest of the sentence is about."""


def with_rebuttals(folded: str, start: int, mentions: list[Mention]) -> list[Mention]:
    """The mentions of the sentence at ``start``; where it says that there were none at all, a number that it only has
    from a report told beside that is denied too.
    """
    for number, claim in enumerate(mentions):
        if not claim.asserted or claim.min is None:
            continue
        denial = next((each for each in mentions if each.kind == claim.kind and _is_none_at_all(each)), None)
        if denial is None:
            continue
        led_from = denial.end if denial.start < claim.start else start
        if _CLAIMED.search(folded, led_from, claim.start):
            mentions[number] = denied = claim.again()
            denied.assertion = Assertion("denied", denial.assertion.cue, claim.assertion.attribution)
    return mentions


def _is_none_at_all(mention: Mention) -> bool:
    return mention.status == "denied" and not mention.min and not mention.max
