"""From a document to its deployments: forces that move, places that change hands, posts that are opened."""

from typing import Final

from tocsin.core.analysis.deployments.actors import Actors
from tocsin.core.analysis.deployments.conquests import may_change_hands
from tocsin.core.analysis.deployments.lexicon import CONQUESTS, SCANNER, TRIGGERS
from tocsin.core.analysis.deployments.mood import mood
from tocsin.core.analysis.deployments.movements import Move, movements
from tocsin.core.analysis.deployments.seizures import seizures
from tocsin.core.analysis.deployments.shouted import may_be_taken
from tocsin.core.analysis.deployments.terms import Role, Term, bits
from tocsin.core.analysis.deployments.tokens import Sentence
from tocsin.core.analysis.deployments.worth import may_move
from tocsin.core.analysis.lexicon import Hit
from tocsin.core.analysis.status import RANK, Assertion, Statuses
from tocsin.core.analysis.text import Document, Text
from tocsin.core.model.analysis import Deployment, Movement, Place

_TRIGGERS: Final = bits(TRIGGERS)
_CONQUESTS: Final = bits(CONQUESTS)


def find_deployments(
    document: Document, statuses: Statuses | None = None, places: tuple[Place, ...] = ()
) -> tuple[Deployment, ...]:
    """All military movements that the article tells of, in the order of the text. ``places`` help to name actors."""
    judged = statuses or Statuses(document)
    found: list[Deployment] = []
    for text in document.fields:
        found += _in_field(text, judged, places)
    return tuple(found)


def _in_field(text: Text, statuses: Statuses, places: tuple[Place, ...]) -> list[Deployment]:
    hits = text.hits(SCANNER)
    roles = 0
    for hit in hits:
        roles |= hit.what.bit
    if not roles & _TRIGGERS:
        return []
    found: list[Deployment] = []
    actors = Actors(text, places)
    seen: set[tuple[Movement, str | None, int | None, str | None, str]] = set()
    for start, end, inside, moves in _sentences(text, hits, actors):
        sentence = Sentence(text, start, end, inside)
        for move in (movements(sentence, actors) if moves else []) + seizures(sentence, actors):
            record = _record(text, sentence, move, statuses, actors)
            key = record.action, record.force, record.count, record.actor, record.status
            if record.count is None or key not in seen:
                seen.add(key)
                found.append(record)
    return found


def _sentences(text: Text, hits: list[Hit[Term]], actors: Actors) -> list[tuple[int, int, list[Hit[Term]], bool]]:
    """The sentences that count and may hold something, with their hits and whether it may be a movement."""
    folded = text.folded
    found: list[tuple[int, int, list[Hit[Term]], bool]] = []
    at, count = 0, len(hits)
    while at < count:
        start, end = text.sentence_span(hits[at].start)
        roles = hits[at].what.bit
        behind = at + 1
        while behind < count and hits[behind].start < end:
            roles |= hits[behind].what.bit
            behind += 1
        if roles & _TRIGGERS:
            inside = hits[at:behind]
            named = roles & _CONQUESTS != 0 and (not text.all_caps or _has_place(text, start, end, actors))
            moves = may_move(folded, (start, end), inside)
            taken = not moves and may_change_hands(folded, (start, end), inside, named=named)
            if (moves or (taken and may_be_taken(text, start, inside, actors))) and not text.in_zone(start):
                found.append((start, end, inside, moves))
        at = behind
    return found


def _has_place(text: Text, start: int, end: int, actors: Actors) -> bool:
    first, last = text.origin(start, end)
    return actors.has_place(first, last)


def _is_verb(s: Sentence, move: Move) -> bool:
    found = s.terms.get(move.verb)
    return move.action != "alert" and found is not None and found[1].role in _VERBS


_VERBS: Final[frozenset[Role]] = frozenset({"move", "go", "seize", "base"})


def _record(text: Text, s: Sentence, move: Move, statuses: Statuses, actors: Actors) -> Deployment:
    start, end = s.starts[move.start], s.stop(move.end - 1)
    # "Cancelled leave" and "told to stand by" look like a denial and a plan, and are how an alert is given.
    own = (s.starts[move.verb], s.stop(s.terms[move.verb][0] - 1)) if move.action == "alert" else None
    assertion = statuses.of(text.field, start, end, own)
    says = move.says or (mood(s, move.verb, move.force.start if move.force else None) if _is_verb(s, move) else None)
    if says is not None and RANK[says] > RANK[assertion.status]:
        assertion = Assertion(says, text.span(s.starts[move.verb], s.stop(move.verb)), assertion.attribution)
    span = text.span(start, end)
    return Deployment(
        field=span.field,
        start=span.start,
        end=span.end,
        text=span.text,
        status=assertion.status,
        cue=assertion.cue,
        attribution=assertion.attribution,
        action=move.action,
        force=move.force.name if move.force else None,
        count=move.force.number if move.force else None,
        actor=actors.of(s, move.force, move.verb),
    )
