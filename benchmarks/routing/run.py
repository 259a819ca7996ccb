"""Measures routing among many subscriptions: one alert, and one change of the configuration. See docs/delivery.md.

python -m benchmarks.routing.run [--subscriptions 10000]
"""

import argparse
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from benchmarks.nowhere import Nowhere
from tocsin.core.model.alert import Alert
from tocsin.core.model.match import ArticleRef
from tocsin.core.model.subscription import Filter, SecretRef, Subscription, WebhookTarget
from tocsin.core.routing.route import build_routing, route

RULES = 1000
ROUNDS = 200


def subscription(number: int) -> Subscription:
    """A third each by rule, by label, and by label and severity."""
    filters = (
        Filter(rule=f"rule-{number % RULES}"),
        Filter(labels={"desk": f"desk-{number % RULES}"}),
        Filter(labels={"desk": f"desk-{number % RULES}"}, severity="critical"),
    )
    target = WebhookTarget(url=f"https://hook.example/{number}", secret=SecretRef(env="TOCSIN_SECRET_X"))
    return Subscription(id=f"s-{number}", match=filters[number % 3], webhook=target)


def alert(number: int) -> Alert:
    """One that the subscriptions of one rule and one desk want."""
    return Alert(
        id=f"a-{number}",
        seq=1,
        kind="new",
        rule=f"rule-{number % RULES}",
        rule_version="1",
        story=f"s-{number}",
        title="t",
        headline="h",
        severity="warning",
        score=0.9,
        labels={"desk": f"desk-{number % RULES}"},
        article=ArticleRef(id="a", revision="r", title="t"),
        last_published=datetime.now(UTC),
    )


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """Processor time for one round; the least of three times all."""
    best = float("inf")
    for _ in range(3):
        begin = time.process_time()
        for _ in range(rounds):
            work()
        best = min(best, (time.process_time() - begin) / rounds * 1000)
    return best


def main() -> None:
    """Print one row a number of subscriptions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--subscriptions", type=int, default=10_000)
    most = parser.parse_args().subscriptions
    now, day = datetime.now(UTC), timedelta(days=1)
    print("| subscriptions | told of an alert | to route one alert | to take in a change |\n| --- | --- | --- | --- |")
    for count in (most // 100, most // 10, most):
        subscriptions = {item.id: item for item in map(subscription, range(count))}
        routing = build_routing(subscriptions, {}, Nowhere())
        some = alert(1)
        told = len(route(some, routing, None, now=now, alerted=now, stale_after=day).deliveries)
        one = milliseconds(lambda: route(some, routing, None, now=now, alerted=now, stale_after=day), ROUNDS)  # noqa: B023
        other = subscriptions | {"s-1": subscription(1)}
        change = milliseconds(lambda: build_routing(other, {}, Nowhere(), routing), 1)  # noqa: B023
        print(f"| {count:,} | {told} | {one:.3f} ms | {change:.1f} ms |")


if __name__ == "__main__":
    main()
