"""Stories without a stream: articles in, story ids out, by the very fold that the correlator does."""

from tocsin.core.model.analysis import Analysis
from tocsin.core.model.article import Article
from tocsin.core.model.ids import match_id
from tocsin.core.model.match import Match, reference
from tocsin.core.model.story import Story
from tocsin.core.stories.folding import apply, fold
from tocsin.core.stories.grouping import DOUBT
from tocsin.core.stories.open_stories import OpenStories
from tocsin.core.stories.policy import Policy
from tocsin.core.stories.signing import signature

ANY = "any"
"""Stands for the rule: here all articles match."""


class Assigner:
    """Assigns articles to stories in one pass, in the order given. State is bounded as it is in the correlator."""

    def __init__(self, policy: Policy | None = None) -> None:
        self._policy = policy or Policy()
        self._kept: dict[str, Story] = {}
        self._stories = OpenStories(self._kept, doubt=DOUBT)  # no rule has chosen the articles
        self._seq = -1

    def assign(self, article: Article, analysis: Analysis) -> str:
        """The id of the story that this article belongs to; the same again for an article that was there before."""
        self._seq += 1
        match = _match(article, analysis)
        known = self._stories.of_article(article.id)
        outcome = fold(self._stories, match, (0, self._seq), self._policy)
        for told in outcome.changed:
            self._kept[told.story.id] = told.story
        apply(self._stories, outcome)
        for removed in outcome.removed:
            del self._kept[removed]
        return known.id if known is not None else outcome.changed[0].story.id


def _match(article: Article, analysis: Analysis) -> Match:
    return Match(
        id=match_id(ANY, article.id, article.revision),
        rule=ANY,
        rule_version="",
        title="",
        score=1.0,
        severity="info",
        labels={},
        article=reference(article),
        places=analysis.places,
        casualties=analysis.casualties,
        deployments=analysis.deployments,
        signature=signature(article, analysis),
    )
