"""A learned model as one more piece of evidence: the probability it gives, and the words that speak for it most."""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import NamedTuple

from tocsin.core.model.rule import LinearModel
from tocsin.core.rules.conditions.base import BEST
from tocsin.core.rules.fact_keys import Words
from tocsin.core.rules.features import Features, Lexicon, Sentence, features
from tocsin.core.rules.hits import EvidenceKind, Found, Hit, Instance
from tocsin.core.rules.keys import DEPLOYMENT_KEY, Needs, casualty_key
from tocsin.core.rules.view import View

_SHOWN = 8
"""Words shown for a model, those that speak for it most; they share what it added in proportion."""

_FACTS = frozenset((*map(casualty_key, ("killed", "injured", "missing", "captured", "displaced")), DEPLOYMENT_KEY))


_TOLD = {
    "near": "“{}” beside a cue",
    "words": "“{}”",
    "lead": "“{}” in the lead",
    "facts": "{}",
    "sentence words": "“{}” in one sentence",
    "sentence facts": "{} in one sentence",
}
"""How a feature of each group is called."""


_Source = Sequence[Sentence] | Mapping[str, Words | None]


class _Choir(NamedTuple):
    """The features of one group that the article has: their weights by key, and where their words stand."""

    group: str
    weights: Mapping[str, float]
    keys: Collection[str]
    source: _Source
    scale: float = 1.0
    """What their weights are multiplied by."""


class _Voice(NamedTuple):
    """A feature that speaks for it."""

    weight: float
    group: str
    key: str
    source: _Source

    def words(self) -> Words | None:
        """The first words that show it."""
        if isinstance(self.source, Mapping):
            return self.source[self.key]
        return next((words for each in self.source if (words := each.find(self.key)) is not None), None)


class Learned:
    """Holds with the model's probability as closeness, for articles with a cue or a fact."""

    def __init__(self, model: LinearModel, lexicon: Lexicon, name: str) -> None:
        self._model = model
        self._lexicon = lexicon
        self._name = name
        self.needs = Needs(lexicon.cues | _FACTS)

    def find(self, view: View, limit: int = BEST) -> Found:
        """One instance, with the words that speak for it."""
        del limit
        known = view.shared_models.get(self._name)
        if known is None:
            worth_asking = not self._lexicon.cues.isdisjoint(view.numbers) or bool(view.reading.facts)
            known = [self._judge(view)] if worth_asking else []
            view.shared_models[self._name] = known
        return known or None

    def miss(self, view: View) -> str:
        """That there is nothing to judge by."""
        del view
        return f"no cue of {self._name} and no fact stands in the text"

    def _judge(self, view: View) -> Instance:
        found = features(view, self._lexicon)
        keys = [sentence.keys() for sentence in found.told]
        choirs = list(self._choirs(found, keys))
        added, best = self._witnesses(found.told, keys)
        log_odds = math.fsum((self._model.bias, added, *(c.weights[key] for c in choirs for key in c.keys)))
        probability = 1 / (1 + math.exp(-max(-60.0, min(60.0, log_odds))))
        return Instance(probability, self._name, tuple(self._hits(view, (*choirs, *best), log_odds)))

    def _choirs(self, found: Features, keys: Sequence[set[str]]) -> Iterator[_Choir]:
        """All that the model weighs in the article as a whole."""
        model, told, others = self._model, found.told, found.others
        yield _choir("near", model.near, set().union(*keys), told)
        yield _choir("facts", model.facts, found.facts.keys(), found.facts)
        if model.words:
            yield _choir("words", model.words, {w for each in others for w in each.words}, others)
        if model.lead:
            lead = [each for each in (*told, *others) if each.lead]
            yield _choir("lead", model.lead, {w for each in lead for w in each.words}, lead)

    def _witnesses(self, told: Sequence[Sentence], keys: Sequence[set[str]]) -> tuple[float, Sequence[_Choir]]:
        """What the sentences add, and what the one says that speaks most for it."""
        weights = self._model.sentence
        sums = [
            _sum(weights.words, own) + _sum(weights.facts, each.facts.keys())
            for each, own in zip(told, keys, strict=True)
        ]
        added = max(sums, default=0.0)
        if weights.bias is not None:
            added = log_odds_of_any([weights.bias + each for each in sums] or [weights.bias])
        if not sums:
            return weights.weight * added, ()
        best = max(range(len(sums)), key=sums.__getitem__)
        sentence, scale = told[best], weights.weight
        said = _choir("sentence words", weights.words, keys[best], (sentence,), scale)
        return scale * added, (
            said,
            _choir("sentence facts", weights.facts, sentence.facts.keys(), sentence.facts, scale),
        )

    def _hits(self, view: View, choirs: Iterable[_Choir], log_odds: float) -> Iterator[Hit]:
        """The words that speak for it most."""
        heard = (_Voice(c.scale * c.weights[key], c.group, key, c.source) for c in choirs for key in c.keys)
        speaking = sorted((v for v in heard if v.weight > 0), key=lambda v: (-v.weight, v.group, v.key))
        placed = ((voice, words) for voice in speaking if (words := voice.words()) is not None)
        shown = list(islice(placed, _SHOWN))
        whole = sum(voice.weight for voice, _ in shown)
        for voice, (field, start, end) in shown:
            told = _TOLD[voice.group].format(voice.key)
            why = f"{self._name}: {told} {voice.weight:+.2f} of {log_odds:+.2f} log-odds"
            text = view.reading.text_of(field).text[start:end]
            kind: EvidenceKind = "casualties" if "facts" in voice.group else "terms"
            yield Hit(kind, field, start, end, text, why, voice.weight / whole)


def log_odds_of_any(log_odds: Sequence[float]) -> float:
    """The log-odds that at least one of some things holds, from those of each, were they independent.

    Far below zero it stays finite.
    """
    doubts = math.fsum(max(each, 0.0) + math.log1p(math.exp(-abs(each))) for each in log_odds)
    return doubts + math.log(-math.expm1(-max(doubts, 1e-300)))


def _sum(weights: Mapping[str, float], keys: AbstractSet[str]) -> float:
    """The same in whichever order the keys come."""
    return math.fsum(map(weights.__getitem__, weights.keys() & keys))


def _choir(
    group: str, weights: Mapping[str, float], keys: AbstractSet[str], source: _Source, scale: float = 1.0
) -> _Choir:
    """The weights of the keys that have one."""
    return _Choir(group, weights, weights.keys() & keys, source, scale)
