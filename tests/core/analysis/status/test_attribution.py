import re

from hypothesis import example, given
from hypothesis import strategies as st

from tocsin.core.analysis.status.attribution import _clause_begin

BEGINS = re.compile(r',(?!\d)|[;:"]|\b(?:but|and|while|as|that) (?=[^,;:"]*$)')
"""What parts a source from the words before it, all in one."""

TEXTS = st.lists(
    st.sampled_from(["but", "and", "as", "that", "sand", "_as", "1,200", "3,", ",4", "; ", '"', "said", "é", "ébut"])
).map(" ".join)


@given(TEXTS, st.integers(0, 9), st.integers(0, 40))
@example("1,200 as", 0, 2)
@example("and that ", 0, 9)
def test_a_source_begins_behind_the_last_mark_or_joining_word(text: str, first: int, length: int) -> None:
    end = min(len(text), first + length)
    found = [mark.end() for mark in BEGINS.finditer(text, first, end)]
    assert _clause_begin(text, first, end) == (found[-1] if found else first)
