"""Whatever is repeated, and wherever a worker is killed, subscribers hear the same."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.core.model.alert import Alert
from tocsin.core.model.match import Match, Retraction

Make = Callable[..., Any]

EVENTS = (
    (
        "Gunmen stormed the al-Nasr market in Mosul and opened fire on shoppers.",
        ("geonames:99072", "admin1:IQ.15", "country:IQ"),
    ),
    (
        "A car bomb tore through a police checkpoint outside Kirkuk at dawn.",
        ("geonames:94787", "admin1:IQ.13", "country:IQ"),
    ),
    (
        "Rockets struck an oil terminal near Basra, setting storage tanks ablaze.",
        ("geonames:99532", "admin1:IQ.02", "country:IQ"),
    ),
)

_events = st.tuples(
    st.integers(0, 2),
    st.integers(0, 9),
    st.integers(1, 5),
    st.integers(0, 600),
    st.sampled_from(("stated", "unverified", "denied")),
    st.integers(0, 9),
)


def _records(
    drawn: list[tuple[int, int, int, int, Any, int]], match: Make, retraction: Make
) -> list[Match | Retraction]:
    records: list[Match | Retraction] = []
    for event, article, toll, minutes, status, sort in drawn:
        name = f"{event}-{article}"
        if sort <= 1:
            records.append(retraction(name, edited=sort == 1, fetched=minutes))
            continue
        text, places = EVENTS[event]
        records.append(
            match(
                name,
                text,
                minutes=minutes,
                tolls=(("killed", toll * 10, status),),
                publisher=f"P{article % 4}",
                revision=f"{toll}{minutes}{status}",
                places=places,
                actors=("US", "IR", "IL")[: toll % 4],
            )
        )
    return records


def _heard(alerts: Iterable[Alert]) -> list[Alert]:
    """What a consumer that keeps the highest number of each alert hears."""
    highest: dict[str, int] = {}
    heard: list[Alert] = []
    for alert in alerts:
        if alert.seq > highest.get(alert.id, -1):
            highest[alert.id] = alert.seq
            heard.append(alert)
    return heard


@given(
    drawn=st.lists(_events, max_size=25),
    cuts=st.lists(st.tuples(st.integers(0, 24), st.integers(0, 6), st.integers(0, 3))),
)
@settings(deadline=None, max_examples=600)
def test_redelivery_and_kills_change_nothing(
    drawn: list[tuple[int, int, int, int, Any, int]], cuts: list[tuple[int, int, int]], make: tuple[Make, Make, Make]
) -> None:
    rulebook, match, retraction = make
    records = _records(drawn, match, retraction)
    policy: dict[str, Any] = {
        "escalate_when": {"killed": "doubles"},
        "escalate_on_actor": True,
        "floors": {"killed": 10},
        "window": timedelta(hours=6),
    }
    straight = rulebook(**policy)
    for seq, record in enumerate(records):
        straight.fold(record, seq)
    broken = rulebook(**policy)
    kills = {at: (back, writes) for at, back, writes in cuts}
    seq = 0
    while seq < len(records):
        back, writes = kills.pop(seq, (None, None))
        broken.fold(records[seq], seq, writes=writes)
        seq = seq + 1 if back is None else max(0, seq - back)
    assert _heard(broken.alerts) == _heard(straight.alerts)
    assert broken.table == straight.table


@given(drawn=st.lists(_events, max_size=20), repeats=st.lists(st.tuples(st.integers(0, 19), st.integers(1, 5))))
@settings(deadline=None, max_examples=100)
def test_matches_sent_twice_are_heard_once(
    drawn: list[tuple[int, int, int, int, Any, int]], repeats: list[tuple[int, int]], make: tuple[Make, Make, Make]
) -> None:
    rulebook, match, retraction = make
    records = [r for r in _records(drawn, match, retraction) if isinstance(r, Match)]
    unique = list({record.article.id: record for record in records}.values())
    twice = list(unique)
    for at, later in repeats:
        if at < len(unique):
            place = next(i for i, r in enumerate(twice) if r is unique[at])
            twice.insert(min(len(twice), place + later), unique[at])
    once, more = rulebook(), rulebook()
    for seq, record in enumerate(unique):
        once.fold(record, seq)
    for seq, record in enumerate(twice):
        more.fold(record, seq)

    def plain(alerts: list[Alert]) -> list[tuple[str, str, tuple[str, ...], int]]:
        return [(a.id, a.kind, a.changes, a.reports) for a in alerts]

    assert plain(more.alerts) == plain(once.alerts)


@given(orders=st.permutations(range(12)))
@settings(deadline=None, max_examples=30)
def test_rules_do_not_hear_of_each_other(orders: list[int], make: tuple[Make, Make, Make]) -> None:
    """Partitions interleave in any way; a rule's own order is all that counts."""
    rulebook, match, _ = make
    feeds = {
        rule: [
            (i, match(f"{rule}{i}", EVENTS[i % 3][0], rule=rule, minutes=i * 50, places=EVENTS[i % 3][1]))
            for i in range(4)
        ]
        for rule in ("one", "two", "three")
    }
    alone = {rule: rulebook() for rule in feeds}
    for rule, feed in feeds.items():
        for seq, record in feed:
            alone[rule].fold(record, seq)
    mixed = {rule: rulebook() for rule in feeds}
    queues = {rule: iter(feed) for rule, feed in feeds.items()}
    for rule in [("one", "two", "three")[n % 3] for n in orders]:
        seq, record = next(queues[rule])
        mixed[rule].fold(record, seq)
    assert {rule: book.alerts for rule, book in mixed.items()} == {rule: book.alerts for rule, book in alone.items()}
