"""Parts of a text that are no evidence: printed twice, or about the author, other stories, the reader's subscription."""

import re
from typing import NamedTuple

from tocsin.core.analysis.text.paragraphs import Span
from tocsin.core.model.analysis import ZoneKind


class Zone(NamedTuple):
    """The characters ``start`` to ``end`` of a text as read, and why they do not count."""

    start: int
    end: int
    why: ZoneKind


_OPENINGS: tuple[tuple[ZoneKind, str], ...] = (
    (
        "navigation",
        r"home(?: (?:page|news|breaking news|world|latest))?\s*(?:[>|\u00bb/]|breaking news|news)|skip to |back to top|you are here|"
        r"(?:share|tweet|print|email|e-mail|save|comments?)(?: (?:this|on|to|with|article|story|page)\b|$)|share(?:d)? (?:this|via|on) |"
        r"(?:leave|post|add) a (?:comment|reply)|click (?:here|to)|advert(?:isement|ising)\b|loading\b|page \d+ of \d+|tags?: |filed under|"
        r"topics?: |follow (?:us|@)|like us on|most (?:read|popular|viewed)|trending|cookies?\b.{0,40}(?:policy|accept|use)|"
        r"we use cookies|this (?:site|website) uses|all rights reserved|copyright\b|\(c\) |\u00a9|terms (?:of|and)|privacy policy|"
        r"image (?:source|copyright|caption)|photo(?:s|graph)? (?:by|credit|courtesy)\b|getty images|video:|watch(?: now| live|:)|listen(?: now|:)",
    ),
    (
        "related",
        r"related(?: (?:stor(?:y|ies)|articles?|news|content|links?|topics?|posts?))?\s*(?::|$)|see also\b|read (?:also|more|next)\b|also read\b|more (?:on|from|about) "
        r"(?:this|the|our)|(?:more|other) (?:stories|news|headlines)\b|you (?:may|might) (?:also )?(?:like|be interested)|recommended\b.{0,20}$|"
        r"don't miss\b|editor's picks?|in other news|previous(?:ly)? on|next (?:article|story)|from around the web|sponsored",
    ),
    (
        "subscription",
        r"subscribe\b|sign up\b|sign in\b|log in\b|register (?:now|here|for|to)|become a (?:member|subscriber)|support (?:our|independent|quality) journalism|"
        r"to (?:continue|keep) reading|already (?:a )?(?:subscriber|registered|have an account)|get (?:the|our|your) .{0,40}(?:newsletter|inbox|app)\b|"
        r"(?:this|our) newsletter|download (?:the|our) .{0,30}app\b|join (?:our|the|us on) .{0,30}(?:newsletter|channel|telegram|whatsapp|community)|"
        r"you have (?:\d+|reached|no) .{0,30}(?:articles?|limit)|enjoy unlimited|start your free|\u200bunlock",
    ),
    (
        "byline",
        r"by [a-z.'-]+(?: [a-z.'-]+){1,4}(?:,? (?:and|with) [a-z.'-]+(?: [a-z.'-]+){1,3})?(?:[,|] [a-z ,.'|-]{0,60})?\s*(?:\||$)|"
        r"(?:reporting|additional reporting|writing|editing|edited|compiled|translated|written|photographs?) by\b|\((?:reporting|additional reporting|writing|editing|edited|compiled)\b|"
        r"with (?:inputs?|reports?|files|agenc(?:y|ies)) from\b|(?:published|updated|posted|last (?:updated|modified))\b.{0,10}(?:\d|on\b|at\b|:)|"
        r"first published|staff (?:writer|reporter)s?\b.{0,20}$|our (?:correspondent|staff)\b.{0,20}$|follow [a-z.' -]{3,40} on twitter",
    ),
)
"""How such paragraphs begin, matched at their first letter in folded text. Every repetition is bounded."""

_OPENING = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _OPENINGS))

_BIOGRAPHY = re.compile(
    r"\b(?:"
    r"(?:is|was|works as|serves as) (?:an? |the |our )?(?:[a-z'-]+ ){0,5}(?:freelance|staff writer|senior writer|contributing|contributor|"
    r"columnist|blogger|correspondent (?:for|at|based)|journalist (?:and|based|at|for|who|with)|reporter (?:for|at|based)|"
    r"editor (?:of|at|for|in)|author of|novelist|fellow at|(?:associate |assistant )?professor of|lecturer (?:in|at)|researcher at)|"
    r"(?:can be|may be) (?:reached|contacted|followed) (?:at|on|by|via)|follow (?:him|her|them) (?:on|at)|"
    r"(?:his|her|their) (?:(?:latest|new|most recent|first|next|forthcoming|debut) )?(?:book|novel|work has appeared|writing has appeared|articles? (?:have|has) appeared)|"
    r"(?:has|have) (?:written|reported|covered|contributed|been writing|worked as a journalist) (?:for|on|from|about|extensively|articles)|"
    r"(?:another|other) hobb(?:y|ies)|hobbies (?:include|are)|(?:likes?|enjoys?|loves?|is passionate about|spends? (?:his|her|their|all)?[a-z ]{0,30}) "
    r"(?:writing|reading|politics|travel(?:l)?ing|blogging|gathering information)|writing (?:his|her|their) articles|"
    r"lives? in [a-z' ,.-]{2,40} with (?:his|her|their) (?:wife|husband|partner|famil|children|dog|cat|two|three)|"
    r"holds an? (?:[a-z'.-]+ ){0,3}(?:degree|ph\.?d|ma|ba|master's|doctorate)\b|graduated (?:from|with)|about the author|"
    r"views expressed (?:in this|here|are|by)|opinions? expressed (?:in this|here|are|by)"
    r")"
)
"""What the note on an author at a text's end says. Searched only in the last paragraphs."""

_LAST = 3
"""An author's note stands among so many last paragraphs."""

_NOTE_LENGTH = 900
"""Longer paragraphs are no author's note; also bounds the search."""

_SHORT = 160
"""Navigation, bylines and their like stand in short paragraphs; a longer one that begins so is prose."""

_WORTH_COMPARING = 25
"""Shorter paragraphs ("He paused.", "***") may well be repeated without being a copy."""

_EDGES = " \t\n.,:;!?-\u2013\u2014\"'()[]*|"


def find_zones(folded: str, paragraphs: tuple[Span, ...], title: str = "") -> tuple[Zone, ...]:
    """The paragraphs, and openings of paragraphs, that are no evidence. ``title`` is the folded title, of which the
    body may hold copies; the first printing of any other paragraph counts.
    """
    found: list[Zone] = []
    seen = {_key(title)} if len(title) >= _WORTH_COMPARING else set[str]()
    heading = title.strip(_EDGES) if len(title) >= _WORTH_COMPARING else ""
    last = len(paragraphs) - _LAST
    for number, (start, end) in enumerate(paragraphs):
        size = end - start
        if size >= _WORTH_COMPARING:
            key = _key(folded[start:end])
            if key in seen:
                found.append(Zone(start, end, "duplicate"))
                continue
            seen.add(key)
        if number == 0 and heading and folded.startswith(heading, start):
            found.append(Zone(start, start + len(heading), "duplicate"))
            continue
        opening = _OPENING.match(folded, start, end)
        if opening and (size <= _SHORT or opening.end() == end):
            found.append(Zone(start, end, opening.lastgroup))  # type: ignore[arg-type]  # the groups are named by kind
        elif number >= last and number > 0 and size <= _NOTE_LENGTH and _BIOGRAPHY.search(folded, start, end):
            found.append(Zone(start, end, "biography"))
    return tuple(found)


def _key(paragraph: str) -> str:
    return paragraph.strip(_EDGES)
