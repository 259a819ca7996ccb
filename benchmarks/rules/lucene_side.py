"""Apache Lucene Monitor on the same articles and rules: written out, run in Java, and its matches read back.

Needs Maven, which fetches Lucene and a compiler once, and the extra ``local``, whose Java runs them: Lucene 10 asks for
Java 21, which systems often lack.
"""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.rules.workload import Plan
from tocsin.core.model.article import Article
from tocsin.local.java import java as find_java

_HERE = Path(__file__).parent / "lucene"
_PRESEARCHERS = ("term", "multipass")
_COMPILER = "org.eclipse.jdt.internal.compiler.batch.Main"
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
        source = str(_HERE / "src" / "LuceneSide.java")
        self._java = str(find_java())
        _run(self._java, "-cp", self._classpath, _COMPILER, "-21", "-nowarn", "-d", str(folder), source)

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
        java = (self._java, *_JAVA, "-cp", self._classpath)
        said = _run(*java, "LuceneSide", str(rules), str(texts), presearcher, str(out))
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
