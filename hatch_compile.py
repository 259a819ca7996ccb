"""Compiles the modules in which reading articles and folding matches spend their time, for wheels with C extensions.

hatch_build.py runs this, in ``services``, with the folder to fill as its argument. See docs/decisions/0074.
"""

import os
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from mypyc.build import mypycify
from setuptools import Distribution
from setuptools.command.build_ext import build_ext

ROOM = Path("tocsin/core")
COMPILED = {
    "analysis": "compiled phrases reader",
    "analysis/casualties": (
        "actors acts ahead appositions background behind captivity companions counts deadly fallback fallen fiction"
        " figurative find flight idioms included joined known lists lives manner mention merge objects people phrase"
        " reading rebutted restated sentence severity standing states subjects sums tokens unhurt verbs victims"
    ),
    "analysis/deployments": (
        "actors armed conquests falls find forces headings mood movements near paths placings plights proof seizures"
        " shouted takers targets terms tokens tries unforced verbs vocabulary worth"
    ),
    "analysis/gazetteer": "gazetteer keys memory pair_filter records unpacking word_table",
    "analysis/lexicon": "common cutting either hits openings scanner seeker sought",
    "analysis/numbers": "quantity",
    "analysis/places": (
        "candidate capitals classes crowd evidence features find letters mention names profile profiler record resolve"
        " runs sense shares spans stranger support surroundings voice weights"
    ),
    "analysis/status": "asides attribution judge modals reach refusals relation statuses years",
    "analysis/text": "clean dateline document fold letters offsets paragraphs searching sentences zones",
    "analysis/ties": "ground lexicon scene standing tying",
    "analysis/topic": "find",
    "stories": (
        "bursts changes facts families folding grouping likeness open_stories profile rarity report signing size sketch"
        " stems tell"
    ),
}
"""Modules by package. Left out is what gains nothing: lists of words, and what reads them."""

DIRECT = ("-fvisibility=hidden", "-fno-semantic-interposition", "-fno-plt") if sys.platform == "linux" else ()
"""Nobody else calls what is in the library, so that its functions may call each other directly, or be drawn into one
another, which position-independent code may not otherwise.
"""

SHARED = "tocsin"
"""The library that holds the code of all is named after this: ``tocsin__mypyc``. ``tocsin --version`` looks for it."""


class ParallelBuild(build_ext):
    """Runs as many C compilers at a time as there are processors."""

    def build_extensions(self) -> None:
        """Build all extensions; setuptools alone would hand one C file to the compiler after the other."""
        compile_in_turn = self.compiler.compile

        def compile_at_once(sources: Iterable[str], **options: Any) -> list[str]:
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                made = pool.map(lambda source: compile_in_turn([source], **options), sources)
                return [name for names in made for name in names]

        self.compiler.compile = compile_at_once
        super().build_extensions()


def compile_into(target: Path) -> None:
    """Fill the folder with the extensions, at the paths they have in a wheel.

    Raises:
        SystemExit: where mypy refuses a module.
        setuptools.errors.CompileError: where the compiler fails.
    """
    sources = [str(ROOM / package / f"{name}.py") for package, names in COMPILED.items() for name in names.split()]
    with tempfile.TemporaryDirectory() as scratch:
        options = ("--config-file=", "--ignore-missing-imports", "--explicit-package-bases", f"--cache-dir={scratch}")
        extensions = mypycify(
            [*options, *sources],
            opt_level="3",
            debug_level="0",
            multi_file=True,
            target_dir=scratch,
            group_name=SHARED,
        )
        for extension in extensions:
            extension.extra_compile_args += DIRECT
        build = ParallelBuild(Distribution({"name": SHARED, "ext_modules": extensions}))
        build.build_temp, build.build_lib = scratch, str(target)
        build.finalize_options()
        build.run()


if __name__ == "__main__":
    compile_into(Path(sys.argv[1]))
