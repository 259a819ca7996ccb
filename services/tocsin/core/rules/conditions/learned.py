"""A learned model as one more piece of evidence: the probability it gives, and the words that speak for it most."""

import math

from tocsin.core.model.rule import LinearModel
from tocsin.core.rules.conditions.base import BEST
from tocsin.core.rules.features import Feature, features
from tocsin.core.rules.hits import EvidenceKind, Found, Hit, Instance
from tocsin.core.rules.keys import DEPLOYMENT_KEY, Needs, casualty_key
from tocsin.core.rules.view import View

_SHOWN = 8
"""Words shown for a model, those that speak for it most; they share what it added in proportion."""

_FACTS = frozenset((*map(casualty_key, ("killed", "injured", "missing", "captured", "displaced")), DEPLOYMENT_KEY))


class Learned:
    """Holds with the model's probability as closeness, for articles with a cue or a fact."""

    def __init__(self, model: LinearModel, cues: frozenset[int], name: str) -> None:
        self._model = model
        self._weights = {"near": model.near, "words": model.words, "lead": model.lead, "facts": model.facts}
        self._cues = cues
        self._name = name
        self.needs = Needs(cues | _FACTS)

    def find(self, view: View, limit: int = BEST) -> Found:
        """One instance, with the words that speak for it."""
        del limit
        reading = view.reading
        known = view.shared_models.get(self._name)
        if known is None:
            worth_asking = not self._cues.isdisjoint(view.numbers) or bool(reading.facts)
            known = [self._judge(view)] if worth_asking else []
            view.shared_models[self._name] = known
        return known or None

    def miss(self, view: View) -> str:
        """That there is nothing to judge by."""
        del view
        return f"no cue of {self._name} and no fact stands in the text"

    def _judge(self, view: View) -> Instance:
        log_odds = self._model.bias
        speaking: list[tuple[float, Feature]] = []
        for (group, key), feature in features(view, self._cues).items():
            weight = self._weights[group].get(key)
            if weight is not None:
                log_odds += weight
                if weight > 0 and feature.field is not None:
                    speaking.append((weight, feature))
        speaking.sort(key=lambda each: (-each[0], each[1].key))
        probability = 1 / (1 + math.exp(-max(-60.0, min(60.0, log_odds))))
        return Instance(probability, self._name, self._hits(view, speaking[:_SHOWN], log_odds))

    def _hits(self, view: View, speaking: list[tuple[float, Feature]], log_odds: float) -> tuple[Hit, ...]:
        whole = sum(weight for weight, _ in speaking)
        hits: list[Hit] = []
        for weight, feature in speaking:
            if feature.field is None:
                continue
            text = view.reading.text_of(feature.field).text[feature.start : feature.end]
            kind: EvidenceKind = "casualties" if feature.group == "facts" else "terms"
            why = f"{self._name}: {_told(feature)} {weight:+.2f} of {log_odds:+.2f} log-odds"
            hits.append(Hit(kind, feature.field, feature.start, feature.end, text, why, weight / whole))
        return tuple(hits)


def _told(feature: Feature) -> str:
    words = {
        "near": f"“{feature.key}” beside a cue",
        "words": f"“{feature.key}”",
        "lead": f"“{feature.key}” in the lead",
    }
    return words.get(feature.group, feature.key)
