import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tocsin.core.analysis.text.clean import clean
from tocsin.core.analysis.text.document import Text

MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<br/>",
            "<!-- x -->",
            "<!--",
            "<script>",
            "</script>",
            "&amp;",
            "&nbsp;",
            "&#8217;",
            "&bogus;",
            "<",
            ">",
            "&",
            "\\",
            "\u00e2\u20ac\u2122",
            "\u00c3\u00a9",
            "\u00c2",
            "\u200b",
            "caf\u00e9",
            "Mosul",
            " ",
            "\n",
            "\u0130",
            "a",
        ]
    ),
    max_size=30,
).map("".join)


@pytest.mark.parametrize(
    ("original", "read"),
    [
        ("plain words", "plain words"),
        ("<p>One.</p><p>Two.</p>", "\n\nOne.\n\n\n\nTwo.\n\n"),
        ("Mo<b>sul</b> fell", "Mosul fell"),
        ("AT&amp;T &lt;3", "AT&T <3"),
        ("5 &lt; 6 & 7", "5 < 6 & 7"),
        ("it&#8217;s &#x201c;so&#x201d;", 'it\'s "so"'),
        ("it\u00e2\u20ac\u2122s", "it's"),
        ("Bogot\u00c3\u00a1", "Bogot\u00e1"),
        ("S\u00c3O PAULO", "S\u00c3O PAULO"),
        ("ceas\u00adefire", "ceasefire"),
        ("before<!-- hidden: 40 killed -->after", "beforeafter"),
        ("<style>p {killed: 40}</style>text", "\n\ntext"),
        ("<nav><a>World</a></nav><p>Text.</p><footer>Terms</footer>", "\n\n\n\nText.\n\n\n\n"),
        ("<article>Text <aside>40 killed elsewhere</aside>goes on", "\n\nText \n\ngoes on"),
        ("<p>A bomb killed\ntwelve.</p>\n<p>More.", "\n\nA bomb killed twelve.\n\n \n\nMore."),
        ("One line\nand another.", "One line\nand another."),
        ("a < b and c > d", "a < b and c > d"),
        ("the second\\team", "the second team"),
        ("&notanentity; stays", "&notanentity; stays"),
    ],
)
def test_a_field_is_read_as_a_reader_would_see_it(original: str, read: str) -> None:
    assert Text("body", original).text == read


@given(MARKUP)
@example("<b>Mo</b>sul")
@example("\u00e2\u20ac\u2122 &amp; <!-- <script>")
def test_spans_point_into_the_original(original: str) -> None:
    text = Text("body", original)
    last = 0
    for at in range(len(text.text)):
        span = text.span(at, at + 1)
        assert 0 <= span.start < span.end <= len(original)
        assert span.start >= last
        assert span.text == original[span.start : span.end]
        last = span.start
    if text.text:
        whole = text.span(0, len(text.text))
        assert whole.text == original[whole.start : whole.end]


@given(MARKUP)
def test_original_offsets_lead_back_to_the_text_as_read(original: str) -> None:
    text = Text("body", original)
    for at in range(len(text.text)):
        assert text.offset(text.origin(at, at + 1)[0]) <= at
        assert 0 <= text.offset(text.origin(at, at + 1)[1]) <= len(text.text)


@given(MARKUP)
def test_words_that_need_no_mending_keep_their_offsets(original: str) -> None:
    text = Text("body", original)
    at = text.text.find("Mosul")
    if at >= 0:
        assert text.span(at, at + 5).text.startswith("Mo")
        assert original[text.span(at, at + 1).start] == "M"


@given(st.text(string.ascii_letters + " .,\n"))
def test_plain_text_is_not_touched(original: str) -> None:
    assert clean(original)[0] == original


@given(st.text())
def test_folding_and_spacing_keep_the_length(original: str) -> None:
    text = Text("body", original)
    assert len(text.folded) == len(text.text)
    assert len(text.spaced) == len(text.text) + 2
    assert text.folded == text.folded.lower() or not text.folded.isascii()


def test_folding_takes_accents_and_capitals_away() -> None:
    text = Text("body", "S\u00c3O Jos\u00c9, \u0130zmir, \u0141\u00f3d\u017a \u2018quoted\u2019")
    assert text.folded == "sao jose, izmir, \u0142odz 'quoted'"


def test_many_openings_without_an_end_cost_one_look_each() -> None:
    original = "<!--" * 20_000 + "<script>" * 20_000
    assert Text("body", original).text.strip() == ""
