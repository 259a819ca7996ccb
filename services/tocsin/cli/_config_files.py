"""Configuration objects from the files and folders that a command is given."""

from collections.abc import Iterable
from pathlib import Path

import click

from tocsin.core.config import ConfigError, Problem, parse_config
from tocsin.core.model.snapshot import ConfigObject, object_key

SUFFIXES = (".yaml", ".yml")
TEST_SUFFIXES = (".test.yaml", ".test.yml")
"""Rule tests lie beside the rules and are no configuration."""


def read_objects(paths: Iterable[Path]) -> list[ConfigObject]:
    """All objects in the files, and in the YAML files below the folders, in order.

    Raises:
        ConfigError: With every problem of every file, and with ids that are used twice.
        click.UsageError: A file can't be read, or there is none.
    """
    objects: list[ConfigObject] = []
    problems: list[Problem] = []
    for file in _files(paths):
        try:
            found = parse_config(_text(file), str(file))
        except ConfigError as error:
            problems += error.problems
            continue
        known = {object_key(item) for item in objects}
        problems += [_twice(file, item) for item in found if object_key(item) in known]
        objects += found
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


def _text(file: Path) -> str:
    try:
        return (click.get_binary_stream("stdin").read() if str(file) == "-" else file.read_bytes()).decode("utf-8")
    except OSError as error:
        raise click.UsageError(f"{file}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{file}: not UTF-8 at byte {error.start}; save it as UTF-8") from None


def _twice(file: Path, item: ConfigObject) -> Problem:
    key = object_key(item).decode()
    return Problem(file=str(file), line=1, column=1, message=f"{key} is given twice: ids are unique within a kind")
