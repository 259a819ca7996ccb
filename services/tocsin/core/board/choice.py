"""Which stories a reader of the console wants to see."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Literal, get_args

import msgspec

from tocsin.core.board.board import Entry
from tocsin.core.config.terms import folded_words
from tocsin.core.model.alert import Alert
from tocsin.core.model.base import SEVERITIES, Severity
from tocsin.core.model.subscription import Filter, Silence
from tocsin.core.routing.filters import Regions, compile_filter
from tocsin.core.routing.route import Routing

Standing = Literal["open", "silent", "withdrawn", "all"]
"""``open``: somebody would be told of its next revision; ``silent``: a silence or an acknowledgement covers it."""

STANDINGS: tuple[Standing, ...] = get_args(Standing)
_LONGEST = 200


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """All that is given must hold. ``severity`` is a floor; ``text`` are words, each to be found in the story."""

    standing: Standing = "open"
    rule: str = ""
    severity: Severity = "info"
    region: str = ""
    text: str = ""


def read_choice(given: Iterable[tuple[str, str]]) -> Choice:
    """The choice that a page's address holds; what is unknown or out of its set is left out."""
    fields = {name: " ".join(value.split())[:_LONGEST] for name, value in given}
    if fields.get("standing") not in STANDINGS:
        fields.pop("standing", None)
    if fields.get("severity") not in SEVERITIES:
        fields.pop("severity", None)
    return msgspec.convert({name: fields[name] for name in Choice.__struct_fields__ if name in fields}, Choice)


def silence_on(alert: Alert, routing: Routing, now: datetime) -> Silence | None:
    """What keeps the story silent now. A withdrawn story needs no silence."""
    return routing.silencing(alert, now)


def choose(
    entries: Iterable[Entry], choice: Choice, routing: Routing, regions: Regions, now: datetime
) -> Iterator[tuple[Entry, Silence | None]]:
    """The stories chosen, in the order given, each with what keeps it silent.

    Raises:
        FilterError: The region is unknown; the message names near ones.
    """
    match = Filter(
        rule=choice.rule or None, severity=choice.severity, regions=(choice.region,) if choice.region else ()
    )
    compiled = compile_filter(match, regions)
    words = folded_words(choice.text)
    for entry in entries:
        silence = silence_on(entry.alert, routing, now)
        if _stands(entry, silence, choice.standing) and compiled.matches(entry.alert) and _holds(entry.alert, words):
            yield entry, silence


def _stands(entry: Entry, silence: Silence | None, wanted: Standing) -> bool:
    match wanted:
        case "open":
            return silence is None and not entry.is_over
        case "silent":
            return silence is not None
        case "withdrawn":
            return entry.is_over
        case "all":
            return True


def _holds(alert: Alert, words: list[str]) -> bool:
    if not words:
        return True
    texts = [alert.headline, alert.title, alert.rule, alert.article.title, alert.article.lead, alert.id, alert.story]
    texts += [name for place in alert.places for name in (place.name, place.admin1 or "")]
    texts += [part or "" for link in alert.links for part in (link.title, link.publisher, link.source)]
    texts += [item.text for item in alert.evidence]
    found = folded_words(" ".join(texts))
    return all(any(word.startswith(wanted) for word in found) for wanted in words)
