"""An alert's facts in a few words: how many, what moves, where, how sure, who says so. Plain text, not yet escaped."""

from tocsin.core.model.alert import Alert, Movement, Toll
from tocsin.core.model.analysis import Place, Status
from tocsin.core.wording.countries import NAMES
from tocsin.core.wording.text import clean, cut

MAX_TOLLS = 5
MAX_MOVEMENTS = 3
MAX_PLACES = 4
MAX_PUBLISHERS = 4
_NAME_LIMIT = 80
_CUT_FROM = 250
"""A lead so long may have been cut by who made it."""

_SENTENCE_ENDS = tuple(".!?…。！？؟।\"'”’»)")  # noqa: RUF001 - scripts have stops of their own

_STANDING: dict[Status, str] = {
    "stated": "stated as fact",
    "unverified": "not verified",
    "denied": "denied",
    "possible": "feared or planned",
    "past": "looking back",
}


def standing(status: Status) -> str:
    """How the reports stand to a fact, for people."""
    return _STANDING[status]


def toll(item: Toll) -> str:
    """``at least 12 killed (not verified)``."""
    low, high = item.min, item.max
    if low is None and high is None:
        number = "unknown number"
    elif low == high:
        number = f"{low:,}"
    elif high is None:
        number = f"at least {low:,}"
    elif low is None:
        number = f"up to {high:,}"
    else:
        number = f"{low:,} to {high:,}"
    return f"{number} {item.kind}{_remark(item.status)}"


def movement(item: Movement) -> str:
    """``US: deploy 2 warship, Persian Gulf (feared or planned)``."""
    force = " ".join(filter(None, (None if item.count is None else f"{item.count:,}", item.force)))
    what = " ".join(filter(None, (item.action, force)))
    where = f", {item.place}" if item.place else ""
    actor = f"{item.actor}: " if item.actor else ""
    return cut(clean(f"{actor}{what}{where}"), 2 * _NAME_LIMIT) + _remark(item.status)


def tolls(alert: Alert) -> str:
    """All casualties, with what else there is as a number."""
    return _listed([toll(item) for item in alert.tolls], MAX_TOLLS)


def movements(alert: Alert) -> str:
    """All movements."""
    return _listed([movement(item) for item in alert.movements], MAX_MOVEMENTS, "; ")


def places(alert: Alert) -> str:
    """Where it happened: ``Mosul, Nineveh, Iraq``; datelines only when there is nothing else, and nothing that only
    says more vaguely where one of the others is.
    """
    mentioned = [place for place in alert.places if place.role != "dateline"] or list(alert.places)
    around = {region for place in mentioned for region in place.within[1:]}
    mentioned = [place for place in mentioned if not place.within or place.within[0] not in around]
    return _listed(list(dict.fromkeys(_place(place) for place in mentioned)), MAX_PLACES, "; ")


def sureness(alert: Alert) -> str:
    """The standing of the first toll or movement, and how many reports and publishers there are."""
    reports = f"{_count(alert.reports, 'report')} from {_count(alert.publishers, 'publisher')}"
    statuses = [item.status for item in alert.tolls] + [item.status for item in alert.movements]
    return f"{standing(statuses[0])}; {reports}" if statuses else reports


def lead(alert: Alert) -> str:
    """The words around what made it fire; where they were cut, it shows."""
    text = clean(alert.article.lead)
    if len(text) < _CUT_FROM or text.endswith(_SENTENCE_ENDS):
        return text
    return f"{text.rpartition(' ')[0] or text} …"  # the last word may be half of one


def publishers(alert: Alert) -> str:
    """Who says so, the newest report's publisher first."""
    names = (alert.article.publisher or alert.article.source, *(link.publisher or link.source for link in alert.links))
    known = list(dict.fromkeys(cut(clean(name), _NAME_LIMIT) for name in names if name and clean(name)))
    return _listed(known, MAX_PUBLISHERS)


def rule(alert: Alert) -> str:
    """The rule that fired, by title and id."""
    return cut(clean(f"{alert.title} ({alert.rule})"), 2 * _NAME_LIMIT)


def _place(place: Place) -> str:
    country = NAMES.get(place.country or "", place.country)
    names = dict.fromkeys((place.name, place.admin1, country))
    return cut(clean(", ".join(filter(None, names))), _NAME_LIMIT)


def _remark(status: Status) -> str:
    return "" if status == "stated" else f" ({standing(status)})"


def _listed(items: list[str], most: int, separator: str = ", ") -> str:
    more = f" and {len(items) - most} more" if len(items) > most else ""
    return separator.join(items[:most]) + more


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
