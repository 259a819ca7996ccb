"""What no article should be able to do: cost more than its share, or stop the reading.

Work is counted by calls, which are the same on every machine. What happens inside one call (a search by a pattern) is
not counted: texts as long as are ever read hold that, for they would never end.
"""

import sys
from importlib import import_module
from importlib.machinery import FileFinder, SourceFileLoader
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import tocsin.core.analysis
import tocsin.edge.gazetteer
from tocsin.core.analysis.reader import Reader
from tocsin.core.analysis.text.document import READ_LIMIT
from tocsin.core.model.article import Article

_ODD = (
    *("a", "A", "0", " ", "\n", "\n\n", "\t", ".", "!", "?", ",", ";", "-", "--", "\u2014", "'", '"', "(", ")", "["),
    *("|", "/", "\\", "<", "</", ">", "<p>", "<!--", "-->", "<script>", "&", "&amp;", "&#x27;", "&#", "@", "%", "_"),
    *("\u00e9", "\u00df", "\u0130", "\ufb00", "\u0301", "\u200b", "\u202e", "\ufeff", "\u6f22", "\u0627", "\x1c"),
    *("\u00e2\u20ac\u2122", "\u00c3\u00a9", "\u00c3", "\u00c2", "\u00e2", "\ud800", "\udfff"),
)
_TELLING = (
    *("the", "of", "and", "no", "not", "in", "by", "who", "which", "his", "said", "if", "could", "denied that"),
    *("killed", "12 people were killed", "more than", "between", "dozens of", "9" * 20, "1,000", "two of them"),
    *("the death toll rose to", "lives", "bodies of", "burned to death", "could not be verified", "in 1991", "since"),
    *("troops", "deployed", "withdrew from", "captured", "the town of", "rebels", "garrison", "there are"),
    *("Mosul", "Iraq", "San", "Paris, France", "U.S.", "Lt. Gen.", "Mr Smith", "is a professor of", "BAGHDAD (AP) -"),
)
UNITS = st.lists(st.sampled_from(_ODD + _TELLING), min_size=1, max_size=4).flatmap(
    lambda parts: st.sampled_from(["", " ", ". ", ", ", "\n"]).map(lambda joint: " ".join(parts) + joint)
)

_SHORT = 2_000
"""Code points of which twice as many must cost no more than some twice as much work."""

_SLACK, _CONSTANT = 1.3, 3_000


@pytest.fixture(scope="module")
def counted_reader() -> Reader:
    """A reader all in Python, whatever build is installed: calls inside compiled modules are seen by no profiler."""
    with pytest.MonkeyPatch.context() as patch:
        for room in (tocsin.core.analysis, tocsin.edge.gazetteer):
            parent, _, name = room.__name__.rpartition(".")
            patch.setattr(sys.modules[parent], name, room)
            for module in [module for module in sys.modules if module.startswith(room.__name__)]:
                patch.delitem(sys.modules, module)
        patch.setattr(sys, "path_hooks", [FileFinder.path_hook((SourceFileLoader, [".py"]))])
        patch.setattr(sys, "path_importer_cache", {})
        reader = import_module("tocsin.core.analysis.reader")
        assert Path(reader.__file__ or "").suffix == ".py"
        made: Reader = reader.Reader(import_module("tocsin.edge.gazetteer").load_gazetteer())
        return made


def calls(reader: Reader, body: str) -> int:
    """How many functions, of Python and of C, are called to read a text."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        reader.read(Article(id="a", title="", body=body))
    finally:
        sys.setprofile(before)
    return count


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(unit=UNITS)
@example(unit="12 people were killed in Mosul, Iraq and ")
@example(unit='"(killed "')
def test_twice_the_text_is_some_twice_the_work(counted_reader: Reader, unit: str) -> None:
    once = calls(counted_reader, unit * (_SHORT // len(unit)))
    twice = calls(counted_reader, unit * (2 * _SHORT // len(unit)))
    assert twice <= 2 * _SLACK * once + _CONSTANT


@pytest.mark.parametrize("unit", _ODD)
def test_a_row_of_one_thing_is_read_to_its_end(reader: Reader, unit: str) -> None:
    """A pattern that starts anew at each of a row would take hours."""
    for body in (unit * (READ_LIMIT // len(unit)), f"{unit} " * (READ_LIMIT // (len(unit) + 1))):
        assert not reader.read(Article(id="a", title="", body=body)).casualties


def test_halves_of_characters_hide_nothing(reader: Reader) -> None:
    analysis = reader.read(Article(id="a", title="\udc80", body="A bomb \ud83d killed 12 people in Mosul.\ud83d"))
    assert [(fact.kind, fact.min, fact.place) for fact in analysis.casualties] == [("killed", 12, "Mosul")]
