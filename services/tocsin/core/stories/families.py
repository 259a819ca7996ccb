"""Whom an article counts for: a newsroom once, however many titles it has, and an agency once, whoever prints it."""

import re
from collections.abc import Iterable, Mapping

from tocsin.core.analysis.text.credit import agency_named
from tocsin.core.model.match import ArticleRef
from tocsin.core.model.subscription import Publishers

MAX_NAME = 80

_HOST = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#@]*@)?(\[[^\]/?#]*\]|[^/?#:\[]*)", re.IGNORECASE)
"""RFC 3986, section 3.2, read leniently: urllib takes fifteen times as long."""


def families_of(tables: Iterable[Publishers]) -> dict[str, str]:
    """The newsroom of each member, by its folded name; the last, by id, of those that claim it."""
    ordered = sorted(tables, key=lambda table: table.id)
    return {fold_name(member): table.id for table in ordered for member in table.members}


def family_of(article: ArticleRef, families: Mapping[str, str]) -> str:
    """The agency that the text credits; else the newsroom of its publisher, its source or its site."""
    if article.credit:
        return families.get(fold_name(article.credit), article.credit)
    names = [name for name in (article.publisher, article.source, _site(article.url)) if name]
    for name in names:
        known = families.get(fold_name(name)) or agency_named(name)
        if known is not None:
            return families.get(known, known)
    return fold_name(names[0] if names else article.id)


def fold_name(name: str) -> str:
    """A publisher's name as it is compared."""
    return name.strip().casefold()[:MAX_NAME]


def _site(url: str | None) -> str | None:
    """The host that a URL names, without its port."""
    found = _HOST.match(url) if url else None
    return found[1].lower().removeprefix("www.") or None if found else None
