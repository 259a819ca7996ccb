"""Writes the table of pinned jars anew: ``python -m tocsin.local.pin KAFKA_VERSION LOG4J_VERSION > kafka-jars.txt``.

For maintainers who raise a version. What it fetches becomes what is trusted, so compare the difference with the
release's own list of libraries before committing it.
"""

import hashlib
import sys
import tempfile
from pathlib import Path

from tocsin.local.registry import repositories


def main(kafka: str, log4j: str) -> None:
    """Resolve Kafka's server with all it needs at run time and print one line a jar.

    log4j's artifacts are ``raw``: their own dependency management must not choose Kafka's versions.
    """
    from jgo.maven import MavenContext  # noqa: PLC0415 - an extra
    from jgo.parse import Coordinate  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as scratch:
        context = MavenContext(repo_cache=Path(scratch), remote_repos=repositories())
        wanted = [context.create_dependency(Coordinate("org.apache.kafka", "kafka_2.13", kafka, scope="compile"))]
        wanted += [
            context.create_dependency(Coordinate("org.apache.logging.log4j", name, log4j, scope="compile", raw=True))
            for name in ("log4j-api", "log4j-core", "log4j-slf4j-impl")
        ]
        inputs, transitive = context.resolver.resolve(wanted)
        needed = [*inputs, *(one for one in transitive if one.scope in {"compile", "runtime"})]
        sys.stdout.write("# SHA-256 and Maven coordinates of every jar the embedded broker runs; see pin.py.\n")
        for one in sorted(needed, key=lambda each: (each.groupId, each.artifactId)):
            content = Path(one.artifact.resolve()).read_bytes()
            sys.stdout.write(
                f"{hashlib.sha256(content).hexdigest()}  {one.groupId}:{one.artifactId}:{one.artifact.version}\n"
            )


if __name__ == "__main__":
    main(*sys.argv[1:])
