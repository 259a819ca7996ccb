"""One article after another through all configurations on trial."""

from collections.abc import Sequence

from tocsin.cli._backtesting import Side
from tocsin.core.analysis.reader import Reader
from tocsin.core.model.article import Article
from tocsin.core.rules import Scan
from tocsin.core.stories import signature
from tocsin.scorer.score import complete


class Course:
    """Reads each article at most once, for all sides. Changes as it goes; ``articles`` counts what it took."""

    def __init__(self, reader: Reader, sides: Sequence[Side]) -> None:
        self.articles = 0
        self._reader = reader
        self._sides = sides

    def take(self, article: Article) -> None:
        """Replay one article on every side."""
        self.articles += 1
        scan = Scan(article)
        asked = [side.rules for side in self._sides if article.status == "usable"]
        asked = [rules for rules in asked if rules.might_match(article, scan)]
        analysis = self._reader.read(article) if asked else None
        signed = None
        for side in self._sides:
            matches = side.rules.match(article, analysis, scan) if analysis and side.rules in asked else []
            if matches and analysis:
                signed = signed or signature(article, analysis)
                matches = complete(matches, signed)
            side.replay.take(article, matches)
