"""Reprints, retellings and follow-ups share a story; another event of the same kind does not."""

import importlib.util
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tocsin.core.model.analysis import Analysis
from tocsin.core.model.article import Article
from tocsin.core.stories import Assigner

DAY = datetime(2026, 5, 4, 6, tzinfo=UTC)

REPORT = (
    "Suicide bombers attacked the Harbour Hotel in Port Quelis before dawn on Monday, killing 41 people and wounding "
    "dozens, the interior minister of Samaria said. Guests jumped from balconies as fire spread through the lobby."
)
REPRINT = (
    "PORT QUELIS (A) - Suicide bombers attacked the Harbour Hotel in Port Quelis before dawn on Monday, killing 41 "
    "people and wounding dozens, the interior minister of Samaria said. Guests jumped from balconies as fire spread."
)
RETELLING = (
    "At least 41 dead in Port Quelis hotel attack. Two men blew themselves up inside the Harbour Hotel, popular with "
    "aid workers, and flames engulfed the lobby, witnesses in the Samarian city said."
)
FOLLOW_UP = (
    "Mourners in Port Quelis buried victims of the Harbour Hotel bombing as Samaria's interior minister vowed to hunt "
    "down the cell behind the attack on the hotel."
)
OTHER_EVENT = (
    "A bomb on a crowded bus in the northern Samarian town of Ardeth killed 9 people on Monday, police said. No group "
    "claimed the blast, and officials said the driver was among the dead."
)


def _assign(*bodies: str) -> list[str]:
    assigner = Assigner()
    return [
        assigner.assign(
            Article(id=str(n), title="", body=body, revision="r", published=DAY + timedelta(hours=n)), Analysis(id="")
        )
        for n, body in enumerate(bodies)
    ]


def test_one_event_is_one_story_and_another_is_another() -> None:
    first, reprint, retelling, other, follow_up = _assign(REPORT, REPRINT, RETELLING, OTHER_EVENT, FOLLOW_UP)
    assert first == reprint == retelling == follow_up
    assert other != first


def test_the_same_words_after_the_window_are_another_event() -> None:
    assigner = Assigner()
    stories = [
        assigner.assign(
            Article(id=str(day), title="", body=REPORT, revision="r", published=DAY + timedelta(days=day)),
            Analysis(id=""),
        )
        for day in (0, 1, 10)
    ]
    assert stories[0] == stories[1] != stories[2]


def test_an_article_keeps_its_story_when_it_comes_again() -> None:
    assigner = Assigner()
    article = Article(id="a", title="", body=REPORT, revision="r", published=DAY)
    edited = Article(id="a", title="", body=OTHER_EVENT, revision="s", published=DAY)
    assert len({assigner.assign(item, Analysis(id="")) for item in (article, article, edited)}) == 1


def test_stories_do_not_hang_on_what_is_unlike_them() -> None:
    """Unrelated news in between changes no decision about an event's articles."""
    quiet = "The {0} central bank of {0}land left its key rate unchanged as inflation in the {0} economy slowed."
    noise = [quiet.format(f"Qu{chr(97 + n)}r") for n in range(20)]
    alone = _assign(REPORT, RETELLING, OTHER_EVENT)
    mixed = _assign(*noise, REPORT, RETELLING, OTHER_EVENT)[-3:]
    assert [story == alone[0] for story in alone] == [story == mixed[0] for story in mixed] == [True, True, False]


@pytest.mark.parametrize("name", ["stories-ecb-train", "stories-ecb-dev"])
def test_grouping_reaches_the_bar_on_labelled_articles(name: str) -> None:
    folder = Path(__file__).parents[4] / "shared" / "eval"
    if not folder.is_dir():
        pytest.skip("no labelled articles beside the checkout (../shared/eval)")
    judged = _judge(folder, name)
    assert judged["b3 f1"] >= 0.85
    assert judged["wrongly silenced"] <= 0.12


def _judge(folder: Path, name: str) -> dict[str, float]:
    spec = importlib.util.spec_from_file_location("evaluate", folder / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    judge = importlib.util.module_from_spec(spec)
    sys.modules["evaluate"] = judge
    spec.loader.exec_module(judge)
    rows = judge.load(folder / "data" / f"{name}.jsonl.gz")
    assigner = Assigner()
    answers = [
        {"story": assigner.assign(Article(id=str(n), title=row["title"], body=row["body"]), Analysis(id=""))}
        for n, row in enumerate(rows)
    ]
    figures: dict[str, float] = judge.stories(rows, answers)
    return figures
