"""Of the sample feed: news that sounds like violence and is none raises nothing, and grave news does."""

from pathlib import Path

import pytest

from tocsin.cli._articles import read_articles
from tocsin.cli._rules import load_rules
from tocsin.core.analysis.reader import Reader
from tocsin.edge.gazetteer import load_gazetteer
from tocsin.local.up import EXAMPLES, FEED
from tocsin.scorer.score import score_article

PACK = Path(__file__).parents[2] / "rules"

QUIET = """
united-late-show port-logistics-jobs review-the-long-barrage lab-kills-bacteria obituary-nassar silo-anniversary
bahrain-f3-podium gaming-hollow-front markets-close recipe-killer-chili chess-final-sacrifice author-profile-krell
navy-exercise-plan derby-bloodbath tehran-denies author-bio-roy no-bridge-collapse cafe-brent-strike theatre-death-of
gardening-slugs mosul-memorial-concert horoscope
""".split()  # noqa: SIM905 - a list of 22 strings reads worse

GRAVE = ("mali-convoy-toll", "mosul-bab-al-tob", "sudan-fasher-toll", "tikrit-ninety-seven", "muqdadiya-wedding")


@pytest.mark.parametrize("rules", [EXAMPLES / "rules.yaml", PACK], ids=["examples", "pack"])
def test_only_what_happened_raises_an_alert(rules: Path) -> None:
    gazetteer = load_gazetteer()
    compiled, reader = load_rules((rules,), gazetteer), Reader(gazetteer)
    fired: set[str] = set()
    for article in read_articles(FEED):
        if score_article(article, reader, compiled):
            fired.add((article.url or "").rsplit("/", 1)[-1])
    assert fired.isdisjoint(QUIET)
    assert fired.issuperset(GRAVE)
