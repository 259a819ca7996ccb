"""Ids that derive from content, so that the same thing twice has the same id on every machine and in every replay."""

import hashlib

_DIGEST_BYTES = 10
"""80 bits: among 10^9 things of one kind the chance of any collision is below 10^-6 (birthday bound n²/2^81)."""


def digest(*parts: str) -> str:
    """Twenty hexadecimal digits over the parts; ``("ab", "c")`` and ``("a", "bc")`` differ."""
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()


def article_id(origin: str) -> str:
    """The id of the article with this URL or feed guid."""
    return digest("article", origin)


def article_revision(title: str, body: str, published: str, status: str) -> str:
    """The id of one state of an article: what a reader would see, its date, and whether it still stands."""
    return digest("revision", title, body, published, status)


def match_id(rule: str, article: str, revision: str) -> str:
    """The id of what one revision of an article says to one rule."""
    return digest("match", rule, article, revision)


def retraction_id(article: str, revision: str) -> str:
    """The id of the withdrawal of an article, as this revision of it says."""
    return digest("retraction", article, revision)


def story_id(rule: str, first_article: str) -> str:
    """The id of the story that this article opened under this rule."""
    return digest("story", rule, first_article)


def alert_id(rule: str, story: str) -> str:
    """The id that all revisions of one story's alert share."""
    return digest("alert", rule, story)


def delivery_id(alert: str, subscription: str) -> str:
    """The id of what one subscription is owed of one alert; its newest revision replaces older ones."""
    return digest("delivery", alert, subscription)
