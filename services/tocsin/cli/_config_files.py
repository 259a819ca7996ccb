"""Configuration objects from the files and folders that a command is given."""

from collections.abc import Iterable
from pathlib import Path

import click

from tocsin.core.config import ConfigError, Parsed, Problem, parse_objects
from tocsin.core.config.parse import repeated

SUFFIXES = (".yaml", ".yml")
TEST_SUFFIXES = (".test.yaml", ".test.yml")
"""Rule tests lie beside the rules and are no configuration."""


def read_objects(paths: Iterable[Path]) -> list[Parsed]:
    """All objects in the files, and in the YAML files below the folders, in order, each with its place.

    Raises:
        ConfigError: With every problem of every file, and with ids that are used twice.
        click.UsageError: A file can't be read, or there is none.
    """
    objects: list[Parsed] = []
    problems: list[Problem] = []
    for file in _files(paths):
        try:
            objects += parse_objects(read_text(file), "standard input" if str(file) == "-" else str(file))
        except ConfigError as error:
            problems += error.problems
    problems += repeated(objects)
    if problems:
        raise ConfigError(problems)
    return objects


def _files(paths: Iterable[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        found = sorted(p for p in path.rglob("*") if p.name.endswith(SUFFIXES)) if path.is_dir() else [path]
        files += [p for p in found if not p.name.endswith(TEST_SUFFIXES)]
        if not found:
            raise click.UsageError(f"{path}: no .yaml file in this folder")
    return files


def read_text(file: Path) -> str:
    """The file's text, which must be UTF-8; ``-`` is standard input.

    Raises:
        click.UsageError: It can't be read.
    """
    try:
        return (click.get_binary_stream("stdin").read() if str(file) == "-" else file.read_bytes()).decode("utf-8")
    except OSError as error:
        raise click.UsageError(f"{file}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{file}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
