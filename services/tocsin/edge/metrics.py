"""One registry a process, with what every service shows. Names, units and labels of all metrics: docs/metrics.md."""

from importlib.metadata import version

from prometheus_client import (
    CollectorRegistry,
    Gauge,
    PlatformCollector,
    ProcessCollector,
    disable_created_metrics,
)

LATENCY_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 60.0)
"""Buckets for work that should take milliseconds."""

AGE_SECONDS = (1.0, 5.0, 15.0, 60.0, 300.0, 900.0, 3600.0, 4 * 3600.0, 24 * 3600.0)
"""Buckets for how old news is when it passes."""


def new_registry() -> CollectorRegistry:
    """A registry of its own (never the library's global one) with process, platform and version."""
    # Else each counter and histogram shows a second time, as the gauge of its birth.
    disable_created_metrics()  # type: ignore[no-untyped-call]  # the library leaves this one untyped
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    PlatformCollector(registry=registry)
    build = Gauge("tocsin_build_info", "Version of Tocsin; always 1.", ["version"], registry=registry)
    build.labels(version=version("tocsin")).set(1)
    return registry
