"""What makes an article like a story: words that any of its articles has, the same names, the same figures."""

from datetime import UTC, datetime, timedelta

import pytest

from tocsin.core.model.match import Signature
from tocsin.core.model.story import Profile
from tocsin.core.stories.grouping import DOUBT, FEWEST, ROOM, SETTLED, THRESHOLD, Candidate, Grouping, caution
from tocsin.core.stories.likeness import SAME_FIGURE, SAME_NUMBERS, Newcomer, agreement
from tocsin.core.stories.profile import add, profile
from tocsin.core.stories.rarity import STRANGERS, Rarity, Weighing, vocabulary

AT = datetime(2026, 5, 4, 6, tzinfo=UTC)
WINDOW = timedelta(days=3)


def _story(*articles: Signature) -> Profile:
    made = profile(articles[0], "0")
    for number, each in enumerate(articles[1:], 1):
        made = add(made, each, str(number))
    return made


def _closeness(article: Signature, story: Profile) -> float:
    rarity = Rarity()
    rarity.count(story.articles)
    for word, held in vocabulary(story).items():
        rarity.add(word, held)
    return Weighing(rarity, article).closeness(story)


def _signed(terms: str = "", names: str = "") -> Signature:
    return Signature(terms=tuple(terms.split()), names=tuple(names.split()))


def test_a_copy_is_as_close_as_can_be() -> None:
    article = _signed("heist jewel ram", "castiglione montaigne")
    assert _closeness(article, _story(article)) == pytest.approx(1.0, abs=0.05)


def test_what_one_of_many_articles_told_is_no_news_to_the_story() -> None:
    usual = _signed("heist jewel ram boutique", "castiglione")
    aside = _signed("heist jewel getaway torched", "castiglione")
    follow_up = _signed("getaway torched witness lawyer", "castiglione")
    knows, knows_not = _story(usual, usual, aside), _story(usual, usual, usual)
    assert _closeness(follow_up, knows) > 1.3 * _closeness(follow_up, knows_not)


def test_names_that_either_lacks_keep_like_events_apart() -> None:
    told = _signed("stop round title heavyweight retain", "klitschko rahman mannheim")
    same = _signed("stop round title heavyweight keep", "klitschko rahman")
    other = _signed("stop round title heavyweight keep", "klitschko thompson")
    briefer = _signed("stop round title heavyweight keep", "klitschko")
    story = _story(told)
    assert _closeness(other, story) < 0.8 * _closeness(same, story)
    assert _closeness(other, story) < _closeness(briefer, story), "telling fewer names is not telling others"


def test_strangers_are_held_apart_in_full() -> None:
    """As words that are no names, the same four leave the two texts closer."""
    blaze = ("blaze supermarket", "banstead surrey")
    named = _closeness(_signed("blaze supermarket", "wellington somerset"), _story(_signed(*blaze)))
    bare = _closeness(_signed("blaze supermarket"), _story(_signed(*blaze)))
    assert 0 < named < STRANGERS * bare


@pytest.mark.parametrize(
    ("figure", "factor"), [("5.6", SAME_FIGURE), ("85", SAME_FIGURE), ("7", 1.0), ("2026", 1.0), ("1905", 1.0)]
)
def test_a_shared_figure_speaks_for_one_event_but_digits_and_years_do_not(figure: str, factor: float) -> None:
    article = _signed("quake island", f"qeshm {figure}")
    assert agreement(Newcomer(article), _story(article)) == factor


def test_a_shared_toll_counts_once_though_it_is_a_figure_too() -> None:
    article = Signature(terms=("bombing",), names=("41",), numbers=("killed:41",))
    assert agreement(Newcomer(article), _story(article)) == SAME_NUMBERS[0][1]


def test_an_article_must_be_liker_while_little_is_known() -> None:
    added = [caution(articles, 1, DOUBT) for articles in (0, FEWEST, FEWEST + 1, SETTLED - 1, SETTLED)]
    assert added[0] == added[1] > added[2] > added[3] > added[4] == 0.0
    assert added[0] < 3 * DOUBT, "a young rule joins retellings too"
    article = _signed("waitrose supermarket gutted crews", "banstead")
    vague = _signed("waitrose engines roof")

    def joins(grouping: Grouping, others: int) -> bool:
        grouping.put(Candidate("s", _story(article), AT, AT))
        for n in range(ROOM - 1 if others else 0):
            filler = _signed(f"own{n} other{n}")
            grouping.put(Candidate(f"o{n}", _story(*[filler] * (others // (ROOM - 1) + 1)), AT, AT))
        return grouping.find(vague, AT, AT - WINDOW, WINDOW) == "s"

    assert not joins(Grouping(doubt=DOUBT), 0)
    assert joins(Grouping(doubt=DOUBT), SETTLED)
    assert joins(Grouping(), 0), "what one rule has chosen is of one kind already"


def test_many_stories_make_it_likelier_that_one_is_like_by_chance() -> None:
    added = [caution(SETTLED, stories, DOUBT) for stories in (ROOM, ROOM + 1, 5_000)]
    assert added[0] == 0.0 < added[1] < added[2] < THRESHOLD
