"""One article against one rule: why it matters to someone, and what it says."""

from collections.abc import Iterable
from typing import Literal

from tocsin.core.model.analysis import Casualty, Deployment, Place, Topic
from tocsin.core.model.article import Article, ArticleStatus
from tocsin.core.model.base import Severity, Span, UtcTime, Value
from tocsin.core.model.ids import retraction_id


class Evidence(Span, frozen=True, kw_only=True):
    """Words that count for a rule. ``why`` explains it to a person; ``weight`` is what it added to the score."""

    kind: Literal["casualties", "deployment", "terms", "region", "topic"]
    why: str
    weight: float


class Signature(Value, frozen=True, kw_only=True):
    """What story grouping compares, computed once in the scorer: bounded in size whatever the article's length.

    ``sketch`` is a MinHash of the text's word shingles (near-copies); ``terms`` are the stems of its weightiest common
    words and figures and ``names`` of its proper names (retellings), each weightiest first; ``places`` are the region
    ids that its facts are put in, ``numbers`` casualty counts as ``kind:number``, ``actors`` who did or moved,
    ``manners`` how.
    """

    sketch: tuple[int, ...] = ()
    terms: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    manners: tuple[str, ...] = ()


class ArticleRef(Value, frozen=True, kw_only=True):
    """The article behind a match, less its body. ``title`` and ``lead`` are as a reader sees them, without markup;
    ``lead`` begins with the sentence of the first evidence and has at most 300 characters. ``credit`` is the agency
    that the text credits (``ap``), whoever publishes it. ``rules`` are those that this revision fires, if several.
    """

    id: str
    revision: str
    title: str
    lead: str = ""
    url: str | None = None
    source: str | None = None
    publisher: str | None = None
    language: str | None = None
    published: UtcTime | None = None
    fetched: UtcTime | None = None
    status: ArticleStatus = "usable"
    credit: str | None = None
    rules: tuple[str, ...] = ()


class Match(Value, frozen=True, kw_only=True, tag_field="type", tag="match"):
    """One revision of one article against one version of one rule.

    ``score`` is 0..1. ``rule_version`` is a hash of the rule's content.
    """

    id: str
    rule: str
    rule_version: str
    title: str
    score: float
    severity: Severity
    labels: dict[str, str]
    article: ArticleRef
    evidence: tuple[Evidence, ...] = ()
    topic: Topic = "other"
    places: tuple[Place, ...] = ()
    casualties: tuple[Casualty, ...] = ()
    deployments: tuple[Deployment, ...] = ()
    signature: Signature = Signature()


class Retraction(Value, frozen=True, kw_only=True, tag_field="type", tag="retraction"):
    """An article is withdrawn by its source, or was edited (then ``article.status`` is ``usable``) and fires no rules
    but ``rules`` now. Sent to every partition of the matches topic, since the stateless scorer cannot know which rules
    it had matched; ``article`` may stand in stories of any of them.
    """

    id: str
    article: ArticleRef
    rules: tuple[str, ...] = ()


def reference(article: Article) -> ArticleRef:
    """The article as others refer to it: less its body, its title as it came; lead and credit are left empty."""
    return ArticleRef(
        id=article.id,
        revision=article.revision,
        title=article.title,
        url=article.url,
        source=article.source,
        publisher=article.publisher,
        language=article.language,
        published=article.published,
        fetched=article.fetched,
        status=article.status,
    )


def retraction_of(article: Article, rules: Iterable[str] = ()) -> Retraction | None:
    """What an article tells the stories that it may stand in without firing their rules: if it is withdrawn, or says
    that it was edited (its ``modified`` is after ``published``). ``rules`` are those that it fires; None: nothing.
    """
    edited = article.modified is not None and article.published is not None and article.modified > article.published
    if article.status == "usable" and not edited:
        return None
    return Retraction(
        id=retraction_id(article.id, article.revision),
        article=reference(article),
        rules=tuple(sorted(rules)),
    )
