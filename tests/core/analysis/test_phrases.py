"""The lists that are shipped: each is read, and in a state in which a person finds things."""

import re
from collections import Counter
from collections.abc import Container
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise

import pytest

from tocsin.core.analysis.casualties.sayings import SAYINGS
from tocsin.core.analysis.deployments.lexicon import TERMS
from tocsin.core.analysis.lexicon import expand, read_sections
from tocsin.core.analysis.status.cues import CUES
from tocsin.core.analysis.topic.lexicon import WEIGHTS

ROOT = "tocsin.core.analysis"
READ: dict[str, Container[str]] = {"casualties": SAYINGS, "deployments": TERMS, "status": CUES, "topic": WEIGHTS}
FILES = [(room, file) for room in READ for file in files(f"{ROOT}.{room}").joinpath("phrases").iterdir()]

on_every_file = pytest.mark.parametrize(
    ("room", "file"), FILES, ids=[f"{room}/{file.name.removesuffix('.txt')}" for room, file in FILES]
)


def name_of(file: Traversable) -> str:
    return file.name.removesuffix(".txt")


@on_every_file
def test_every_file_is_read(room: str, file: Traversable) -> None:
    unread = [
        phrase
        for section in read_sections(f"{ROOT}.{room}", name_of(file))
        for phrase in section.phrases()
        if phrase not in READ[room]
    ]
    assert not unread


@on_every_file
def test_lines_and_files_are_short_and_folded(room: str, file: Traversable) -> None:
    text = file.read_text("utf-8")
    lines = text.splitlines()
    assert len(lines) <= 300, room
    assert max(map(len, lines)) <= 120
    assert not [line for line in lines if line != line.rstrip()]
    assert not [line for line in lines if not line.startswith("#") and line != line.lower()]


@on_every_file
def test_patterns_are_in_the_order_of_their_first_phrases(room: str, file: Traversable) -> None:
    for section in read_sections(f"{ROOT}.{room}", name_of(file)):
        for before, after in pairwise(section.patterns):
            assert expand(before.text)[0] <= expand(after.text)[0], f"{section.file}:{after.line}: {after.text}"


@on_every_file
def test_no_pattern_only_says_what_others_of_its_section_say(room: str, file: Traversable) -> None:
    for section in read_sections(f"{ROOT}.{room}", name_of(file)):
        told = Counter(phrase for one in section.patterns for phrase in set(expand(one.text)))
        for line, text in section.patterns:
            assert any(told[phrase] == 1 for phrase in expand(text)), f"{section.file}:{line}: {text}"
            for choices in re.findall(r"\{([^{}]*)\}", text):
                each = choices.split(",")
                assert len(each) == len(set(each)), f"{section.file}:{line}: {choices}"


@pytest.mark.parametrize(
    "name", ["forces_on_land", "forces_at_sea", "forces_in_the_air", "weapons", "forces_in_company"]
)
def test_what_a_force_is_called_in_facts_is_a_word_for_one(name: str) -> None:
    called = [section.name for section in read_sections(f"{ROOT}.deployments", name)]
    assert called
    assert not [one for one in called if one not in TERMS or TERMS[one].role not in {"force", "weak"}]
