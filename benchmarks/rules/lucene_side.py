"""Apache Lucene Monitor on the same articles and rules: written out, run in Java, and its matches read back.

Needs Java 17 or newer with javac, and Maven, which fetches Lucene once.
"""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.rules.workload import Plan
from tocsin.core.model.article import Article

_HERE = Path(__file__).parent / "lucene"
_PRESEARCHERS = ("term", "multipass")
_JAVA = ("-Xmx6g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1")
"""One core, as for the other matchers."""


class Measured(NamedTuple):
    """Seconds to register all rules and to match all articles, and the ids that fired on each article."""

    register: float
    match: float
    fired: list[set[str]]


class LuceneSide:
    """Compiles the Java side in ``folder`` and runs it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        jars = folder / "classpath.txt"
        pom = _HERE / "pom.xml"
        _run("mvn", "-q", "-B", "-f", str(pom), "dependency:build-classpath", f"-Dmdep.outputFile={jars}")
        self._classpath = f"{folder}:{jars.read_text(encoding='utf-8').strip()}"
        _run("javac", "-d", str(folder), "-cp", self._classpath, str(_HERE / "src" / "LuceneSide.java"))

    def measure(self, plans: Sequence[Plan], articles: Sequence[Article]) -> Measured:
        """The faster of Lucene's two presearchers."""
        rules, texts = self._folder / "rules.tsv", self._folder / "articles.txt"
        rows = ("\t".join((p.id, "|".join(p.places), "|".join(p.phrases), p.barred)) for p in plans)
        rules.write_text("\n".join(rows), encoding="utf-8")
        texts.write_text("\n".join(f"{a.title} | {a.body}" for a in articles), encoding="utf-8")
        measured = [self._measure(rules, texts, presearcher) for presearcher in _PRESEARCHERS]
        return min(measured, key=lambda each: each.match)

    def _measure(self, rules: Path, texts: Path, presearcher: str) -> Measured:
        out = self._folder / "fired.txt"
        said = _run("java", *_JAVA, "-cp", self._classpath, "LuceneSide", str(rules), str(texts), presearcher, str(out))
        register, match = map(float, said.split())
        fired = [set(line.split()) for line in out.read_text(encoding="utf-8").split("\n")[:-1]]
        return Measured(register, match, fired)


def _run(program: str, *arguments: str) -> str:
    found = shutil.which(program)
    if found is None:
        raise SystemExit(f"--lucene needs {program} on the PATH")
    done = subprocess.run([found, *arguments], capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments
    if done.returncode:
        raise SystemExit(f"{program} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout
