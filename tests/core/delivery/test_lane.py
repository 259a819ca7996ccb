"""A subscriber's queue: order, waiting, merging, bounds. Times are handed in, none is measured."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.core.delivery.deliveries import NOW, delivery, taken
from tocsin.core.delivery.breaker import FAILURES_TO_OPEN
from tocsin.core.delivery.lane import MAX_DIGEST, Lane, Work
from tocsin.core.delivery.owed import Owed
from tocsin.core.model.delivery import Held


def at(moment: float) -> datetime:
    return datetime.fromtimestamp(moment, UTC)


def test_one_attempt_is_under_way_at_a_time() -> None:
    lane = Lane()
    lane.add(delivery("a"))
    lane.add(delivery("b"))
    assert taken(lane) == [("a", 1)]
    assert lane.next_at(NOW) is None
    assert taken(lane) == []
    lane.answered()
    assert taken(lane) == [("b", 1)]


def test_a_newer_revision_replaces_an_unsent_older_one_and_keeps_its_severity() -> None:
    lane = Lane()
    lane.add(delivery("a", 1, severity="critical"))
    lane.add(delivery("a", 4, severity="info", kind="update"))
    lane.add(delivery("a", 3, severity="info", kind="update"))
    (owed,) = lane.pending.values()
    assert (owed.delivery.alert.seq, set(owed.older)) == (4, {1, 3})
    assert owed.delivery.alert.severity == "critical"
    assert owed.delivery.alert.kind == "new"


def test_a_revision_that_comes_while_an_older_one_is_under_way_waits_for_its_turn() -> None:
    lane = Lane()
    lane.add(delivery("a", 1))
    assert taken(lane) == [("a", 1)]
    lane.add(delivery("a", 2, kind="update"))
    lane.answered()
    assert taken(lane) == [("a", 2)]


def test_a_failed_revision_joins_a_newer_one_that_came_meanwhile() -> None:
    lane = Lane()
    lane.add(delivery("a", 1, severity="critical"))
    work = lane.take(NOW)
    assert work is not None
    lane.add(delivery("a", 2, kind="update"))
    lane.failed(work.owed, NOW)
    (owed,) = lane.pending.values()
    assert (owed.delivery.alert.seq, owed.older, owed.delivery.alert.severity) == (2, (1,), "critical")
    assert owed.delivery.alert.kind == "new"


def test_a_tombstone_takes_only_its_own_revision() -> None:
    lane = Lane()
    lane.add(delivery("a", 1))
    lane.add(delivery("a", 2))
    lane.drop("a", 1)
    assert lane.pending["a"].older == ()
    lane.drop("a", 1)
    assert "a" in lane.pending
    lane.drop("a", 2)
    assert lane.is_idle


def test_what_waits_holds_nothing_else_up() -> None:
    lane = Lane()
    lane.add(delivery("a", not_before=at(NOW + 100)))
    lane.add(delivery("b"))
    assert taken(lane) == [("b", 1)]
    lane.answered()
    assert lane.next_at(NOW) == NOW + 100
    assert taken(lane, NOW + 99) == []
    assert taken(lane, NOW + 100) == [("a", 1)]


def test_retry_after_holds_the_whole_lane_and_then_nothing() -> None:
    lane = Lane()
    for name in "abc":
        lane.add(delivery(name))
    work = lane.take(NOW)
    assert work is not None
    lane.failed(work.owed, NOW, 10)
    assert lane.next_at(NOW) == NOW + 10
    assert taken(lane, NOW + 9.9) == []
    assert taken(lane, NOW + 10) == [("b", 1)]
    lane.answered()
    assert taken(lane, NOW + 10) == [("c", 1)]
    assert lane.breaker.failures == 0


def fail(lane: Lane, now: float) -> None:
    work = lane.take(now)
    assert work is not None
    retries = tuple(Owed(delivery(o.delivery.alert.id, not_before=at(now + 300))) for o in work.owed)
    lane.failed(retries, now)


def test_an_open_breaker_probes_and_an_answer_frees_all_that_waited() -> None:
    lane = Lane()
    for number in range(FAILURES_TO_OPEN + 2):
        lane.add(delivery(str(number)))
    for _ in range(FAILURES_TO_OPEN):
        fail(lane, NOW)
    probe = lane.next_at(NOW)
    assert probe is not None
    assert probe > NOW
    assert taken(lane, NOW) == []
    assert taken(lane, probe) == [(str(FAILURES_TO_OPEN), 1)]
    lane.answered()
    for _ in range(FAILURES_TO_OPEN + 1):
        assert taken(lane, probe)
        lane.answered()
    assert lane.is_idle


def test_one_message_that_fails_among_others_waits_alone() -> None:
    lane = Lane()
    lane.add(delivery("bad"))
    lane.add(delivery("good"))
    fail(lane, NOW)
    assert taken(lane) == [("good", 1)]
    lane.answered()
    assert lane.next_at(NOW) == NOW + 300


def test_many_at_once_become_one_message_and_few_do_not() -> None:
    lane = Lane(digest_at=5)
    for number in range(4):
        lane.add(delivery(str(number)))
    assert len(taken(lane)) == 1
    lane.answered()
    for number in range(40):
        lane.add(delivery(str(number)))
    assert len(taken(lane)) == MAX_DIGEST
    lane.answered()
    assert len(taken(lane)) == MAX_DIGEST


def test_past_the_bound_the_oldest_are_held_back_and_told_first() -> None:
    lane = Lane(bound=10)
    for number in range(14):
        lane.add(delivery(str(number)))
    held = lane.overflow()
    assert [owed.delivery.alert.id for owed in held] == ["0", "1", "2", "3", "4"]
    assert len(lane) == 9
    assert lane.overflow() == ()
    lane.held = Held(subscription="s", count=5, since=at(NOW))
    work = lane.take(NOW)
    assert work == Work(held=lane.held)


names = st.sampled_from("abcdef")


class LaneMachine(RuleBasedStateMachine):
    """Whatever happens in whatever order: no revision is lost, none is under way twice, the newest wins."""

    @initialize()
    def begin(self) -> None:
        self.lane = Lane(bound=4, digest_at=3)
        self.now = NOW
        self.newest: dict[str, int] = {}
        self.ended: dict[str, int] = {}
        self.seq = 0

    @rule(name=names)
    def owe(self, name: str) -> None:
        self.seq += 1
        self.newest[name] = self.seq
        self.lane.add(delivery(name, self.seq))

    @rule(name=names, back=st.integers(0, 5))
    def owe_an_old_one_again(self, name: str, back: int) -> None:
        seq = self.newest.get(name, 0) - back
        if seq > self.ended.get(name, 0):
            self.lane.add(delivery(name, seq))

    @rule(seconds=st.floats(0, 400))
    def wait(self, seconds: float) -> None:
        self.now += seconds

    @precondition(lambda self: self.lane.under_way is None)
    @rule()
    def take(self) -> None:
        work = self.lane.take(self.now)
        for owed in work.owed if work else ():
            assert owed.not_before <= self.now

    @precondition(lambda self: self.lane.under_way is not None)
    @rule()
    def succeed(self) -> None:
        assert self.lane.under_way is not None
        self._end(self.lane.under_way.owed)
        self.lane.answered()

    @precondition(lambda self: self.lane.under_way is not None)
    @rule(pause=st.sampled_from([0.0, 10.0]))
    def fail(self, pause: float) -> None:
        assert self.lane.under_way is not None
        self.lane.failed(self.lane.under_way.owed, self.now, pause)

    @precondition(lambda self: self.lane.under_way is not None)
    @rule()
    def put_back(self) -> None:
        assert self.lane.under_way is not None
        self.lane.done(self.lane.under_way.owed)

    @rule()
    def hold(self) -> None:
        self._end(self.lane.overflow())

    def _end(self, owed: tuple[Owed, ...]) -> None:
        for item in owed:
            alert = item.delivery.alert
            self.ended[alert.id] = max(self.ended.get(alert.id, 0), alert.seq)

    @invariant()
    def nothing_is_lost(self) -> None:
        if not hasattr(self, "lane"):
            return
        under_way = self.lane.under_way.owed if self.lane.under_way else ()
        for name, seq in self.newest.items():
            pending = self.lane.pending.get(name)
            here = {owed.delivery.alert.seq for owed in under_way if owed.delivery.alert.id == name}
            here |= {pending.delivery.alert.seq} if pending else set()
            assert self.ended.get(name, 0) >= seq or seq in here


TestLaneMachine = LaneMachine.TestCase
TestLaneMachine.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)


@given(seqs=st.lists(st.integers(1, 30), min_size=1, max_size=20))
def test_revisions_in_any_order_come_to_the_newest_and_remember_the_others(seqs: list[int]) -> None:
    lane = Lane()
    for seq in seqs:
        lane.add(delivery("a", seq))
    (owed,) = lane.pending.values()
    assert owed.delivery.alert.seq == max(seqs)
    assert set(owed.older) == set(seqs) - {max(seqs)}
    assert len(owed.older) == len(set(owed.older))
