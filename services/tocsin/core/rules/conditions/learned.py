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
        choirs = list(self._choirs(features(view, self._lexicon)))
        log_odds = math.fsum((self._model.bias, *(c.weights[key] for c in choirs for key in c.keys)))
        probability = 1 / (1 + math.exp(-max(-60.0, min(60.0, log_odds))))
        return Instance(probability, self._name, tuple(self._hits(view, choirs, log_odds)))

    def _choirs(self, found: Features) -> Iterator[_Choir]:
        """All that the model weighs in the article."""
        model, told, others = self._model, found.told, found.others
        keys = [sentence.keys() for sentence in told]
        yield _choir("near", model.near, set().union(*keys), told)
        yield _choir("facts", model.facts, found.facts.keys(), found.facts)
        if model.words:
            yield _choir("words", model.words, {w for each in others for w in each.words}, others)
        if model.lead:
            lead = [each for each in (*told, *others) if each.lead]
            yield _choir("lead", model.lead, {w for each in lead for w in each.words}, lead)
        if told:
            yield from self._of_best(list(zip(told, keys, strict=True)))

    def _of_best(self, sentences: Sequence[tuple[Sentence, set[str]]]) -> Iterator[_Choir]:
        """What the sentence adds that speaks most for it."""
        weights = self._model.sentence
        best, keys = max(sentences, key=lambda each: _sum(weights.words, each[1]) + _sum(weights.facts, each[0].facts))
        yield _choir("sentence words", weights.words, keys, (best,))
        yield _choir("sentence facts", weights.facts, best.facts.keys(), best.facts)

    def _hits(self, view: View, choirs: Iterable[_Choir], log_odds: float) -> Iterator[Hit]:
        """The words that speak for it most."""
        heard = (_Voice(c.weights[key], c.group, key, c.source) for c in choirs for key in c.keys)
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


def _sum(weights: Mapping[str, float], keys: Collection[str]) -> float:
    """The same in whichever order the keys come."""
    return math.fsum(map(weights.__getitem__, weights.keys() & keys))


def _choir(group: str, weights: Mapping[str, float], keys: AbstractSet[str], source: _Source) -> _Choir:
    """The weights of the keys that have one."""
    return _Choir(group, weights, weights.keys() & keys, source)
