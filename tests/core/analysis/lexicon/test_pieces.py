import re

from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.analysis.casualties.tokens import _PIECE as CASUALTY_PIECE
from tocsin.core.analysis.deployments.tokens import _PIECE as DEPLOYMENT_PIECE
from tocsin.core.analysis.lexicon import common_words, pieces
from tocsin.core.analysis.text.fold import fold

CHUNKS = st.one_of(
    st.sampled_from(["troops", "u.s.", "u.", "said,", "well-known", "12,000", "1st", "o'brien's", "--", "groß", "\n"]),
    st.text(max_size=6),
)


@given(st.lists(CHUNKS).map(" ".join).map(fold), st.sampled_from([CASUALTY_PIECE, DEPLOYMENT_PIECE]))
def test_words_are_cut_as_the_pattern_alone_would_cut_them(text: str, piece: re.Pattern[str]) -> None:
    words, starts = pieces(text, 0, len(text), piece, common_words(["troops said", "o'brien"]))
    every = list(piece.finditer(text))
    assert words == [found[0] for found in every]
    assert starts == [found.start() for found in every]
