"""Measures delivery: Tocsin, and Prometheus Alertmanager where it is installed. See docs/delivery.md for figures.

python benchmarks/delivery/run.py [--seconds 60] [--only throughput,latency] [--without-alertmanager]
"""

import argparse
import asyncio
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from alertmanager_side import PROGRAM, Alertmanager
from bench import Receiver, System
from measures import MEASURES, Result
from tocsin_side import Tocsin


async def _measure(name: str, make: Callable[[Path], System], seconds: float) -> list[Result]:
    with tempfile.TemporaryDirectory() as folder:
        receiver = Receiver(Path(folder))
        system = make(Path(folder))
        try:
            await receiver.ready()
            return await MEASURES[name](system, receiver, seconds)
        except TimeoutError as error:
            return [Result(name, f"gave up: {error}")]
        finally:
            await system.stop()
            receiver.stop()


def main() -> None:
    """Print one row a measure and system, as each is done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--only", default=",".join(MEASURES), help="comma-separated: %(default)s")
    parser.add_argument("--without-alertmanager", action="store_true")
    arguments = parser.parse_args()
    systems: list[Callable[[Path], System]] = [Tocsin]
    if shutil.which(PROGRAM) and not arguments.without_alertmanager:
        systems.append(Alertmanager)
    print("| measure | system | measured |\n| --- | --- | --- |", flush=True)
    for name in arguments.only.split(","):
        for make in systems:
            for result in asyncio.run(_measure(name, make, arguments.seconds)):
                print(f"| {result.measure} | {getattr(make, 'name', make)} | {result.value} |", flush=True)


if __name__ == "__main__":
    main()
