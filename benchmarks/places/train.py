"""Learns the weights of ``core/analysis/places`` from labelled articles, tests them on what was left out, writes them.

python benchmarks/places/train.py            # cross-validation only
python benchmarks/places/train.py --write    # also gazetteer/tables/weights.tsv; then: make develop
"""

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.places.corpora import SETS, Gold, Labelled, distance_km, load
from benchmarks.places.learn import Choice, Example, fit_choice, fit_detection
from tocsin.core.analysis.gazetteer import Gazetteer
from tocsin.core.analysis.gazetteer.layout import MANNERS, posting
from tocsin.core.analysis.places.crowd import Crowd
from tocsin.core.analysis.places.evidence import OPENING, OPENS_LIKE_A_WORD, evidence, evidence_features
from tocsin.core.analysis.places.find import PlaceFinder
from tocsin.core.analysis.places.mention import Mention
from tocsin.core.analysis.places.profile import CAPITAL, KIND_OF
from tocsin.core.analysis.places.profiler import Profiler, find_namesakes, kind_of
from tocsin.core.analysis.places.resolve import resolve
from tocsin.core.analysis.places.support import DYNAMIC, Supports, dynamic_features
from tocsin.core.analysis.places.weights import Weights
from tocsin.core.analysis.text import Document, read_document
from tocsin.edge.gazetteer import load_gazetteer

NEAR_KM = 161.0
FOLDS = 5
FAINT = 0.05
"""Weights below this are left out: they decide nothing."""

HELD = {"in a person's name": -4.0, "common 0 curated": 1.0, "common 1 curated": 0.7, "people of a state": 2.1}
"""What is held to be so, beyond what few examples teach: "Jack London" is no city; "Donbas" and "Sahel", entered by
hand and no English words, are places; "Turkish diplomats" speak for Turkey.
"""

PEOPLES = -1.2
"""By how much less a people's name is a place than LGL teaches, the only corpus that marks such names, in which nearly
all are marked. Words behind it that speak of a state make up for it (``HELD``): "Canadian pigs" place nothing,
"Canadian troops" do. Held by hand where it costs LGL little for what GeoVirus gains (docs/places.md).
"""

FAME = 1.0
"""By how much a country's capital is likelier than another city of its size. The corpora teach less, since most of
their names are from local papers, where "Paris" is in Texas.
"""

START = {
    "weight": 1.5,
    "namesake": 0.0,
    **{f"kind {kind}": 0.0 for kind in (*KIND_OF, CAPITAL)},
    **{f"manner {manner}": 0.0 for manner in MANNERS},
    **dict.fromkeys(DYNAMIC, 1.0),
}
"""Where learning begins."""


class Read:
    """A labelled article as the finder sees it before it decides."""

    def __init__(self, labelled: Labelled, finder: PlaceFinder) -> None:
        self.labelled = labelled
        self.document: Document = read_document(labelled.article)
        self.finder = finder
        self.names = finder.names(self.document)
        self.senses = self.names.senses

    def resolve(self, resolution: Mapping[str, float]) -> Crowd:
        """Forget what was resolved with other weights, and resolve anew."""
        profiler = Profiler(self.finder.records, resolution)
        for sense in self.senses:
            entries = tuple(map(posting, sense.profile.places, sense.profile.manners))
            sense.take(profiler.profile(entries))
        return resolve(self.names, self.finder.records, Supports(resolution))

    def gold_of(self, mention: Mention) -> Gold | None:
        """The marked place that a mention overlaps."""
        if mention.text is not self.document.body:
            return None
        return self.gold_at(*mention.text.origin(mention.start, mention.end))

    def gold_at(self, start: int, end: int) -> Gold | None:
        """The marked place that overlaps some characters of the body."""
        return next((gold for gold in self.labelled.gold if gold.start < end and start < gold.end), None)


def choices(read: Read) -> list[Choice]:
    """One choice for each name whose place is marked."""
    records = read.finder.records
    crowd = Crowd(read.senses, records)
    found = []
    for sense in read.senses:
        marked = [gold for gold in map(read.gold_of, sense.mentions) if gold and gold.lat is not None]
        places = sense.profile.places
        if not marked or len(places) == 1:
            continue
        known = [records.place(place) for place in places]
        right = tuple(at for at, place in enumerate(known) if is_right(place.lat, place.lon, marked[0]))
        namesakes = find_namesakes(sense.profile.kinds, sense.profile.parts)
        options = tuple(
            (
                ("weight", known[at].weight),
                (f"kind {kind_of(place, records)}", 1.0),
                (f"manner {MANNERS[sense.profile.manners[at]]}", 1.0),
                *([("namesake", 1.0)] if at in namesakes else []),
                *((name, value) for name, value in values.items() if value),
            )
            for (at, place), values in zip(enumerate(places), dynamic_features(sense, crowd), strict=True)
        )
        found.append(Choice(options, right))
    return found


def is_right(lat: float | None, lon: float | None, gold: Gold) -> bool:
    """Whether a place lies where the marked one does."""
    if lat is None or lon is None or gold.lat is None or gold.lon is None:
        return False
    return distance_km(lat, lon, gold.lat, gold.lon) <= NEAR_KM


def examples(read: Read, resolution: Mapping[str, float]) -> list[Example]:
    """One example for each candidate mention in the body."""
    crowd = read.resolve(resolution)
    explain = read.finder.reader.features
    found = []
    for sense in read.senses:
        known = evidence(sense, crowd, read.names.surnames)
        shared = tuple(evidence_features(known))
        for mention in sense.mentions:
            if mention.text is not read.document.body:
                continue
            gold = read.gold_of(mention)
            if (gold and not gold.counts) or (sense.is_demonym and read.labelled.set != "geo-lgl"):
                continue
            opens = (OPENS_LIKE_A_WORD,) if known.lower and mention.before in OPENING else ()
            features = (*explain(mention.candidate), *mention.features(), *shared, *opens)
            found.append(Example(tuple(dict.fromkeys(features)), gold is not None))
    marked = [(m, s) for s in read.senses for m in s.mentions if m.text is read.document.body and read.gold_of(m)]
    for stranger in read.finder.strangers(read.names, marked):
        if stranger.mention.text is read.document.body:
            gold = read.gold_of(stranger.mention)
            found.append(Example(stranger.features, gold is not None and gold.counts))
    return found


def learn(reads: Sequence[Read]) -> Weights:
    """The weights that fit these articles, as they are written: rounded, and without the faint ones."""
    resolution = dict(START)
    for _ in range(2):
        for read in reads:
            read.resolve(resolution)
        resolution = fit_choice([choice for read in reads for choice in choices(read)], resolution)
        resolution["kind capital"] = resolution["kind city"] + FAME
    bias, detection = fit_detection([example for read in reads for example in examples(read, resolution)])
    detection.update(HELD)
    for kind in dict.fromkeys(KIND_OF):
        feature = f"kind {kind} demonym"
        detection[feature] = detection.get(feature, 0.0) + PEOPLES
    return Weights(
        round(bias, 3),
        {name: round(value, 2) for name, value in detection.items() if abs(value) >= FAINT},
        {name: round(value, 3) for name, value in resolution.items()},
    )


def judge(reads: Sequence[Read], weights: Weights, gazetteer: Gazetteer) -> dict[str, float]:
    """Precision, recall, F1 and the share of places put right, end to end, over these articles' bodies."""
    hits = predicted = marked = located = near = 0
    finder = PlaceFinder(gazetteer, weights)
    for read in reads:
        taken: set[Gold] = set()
        for place in finder.find(read.document):
            gold = read.gold_at(place.start, place.end) if place.field == "body" else None
            if place.field != "body" or (gold and not gold.counts):
                continue
            predicted += 1
            if gold and gold not in taken:
                taken.add(gold)
                hits += 1
                near += is_right(place.lat, place.lon, gold)
        counted = [gold for gold in read.labelled.gold if gold.counts]
        marked += len(counted)
        located += sum(gold.lat is not None for gold in counted)
    return {
        "precision": hits / max(1, predicted),
        "recall": hits / max(1, marked),
        "f1": 2 * hits / max(1, predicted + marked),
        "near": near / max(1, located),
    }


def show(name: str, figures: dict[str, float]) -> None:
    """Print one line of figures."""
    print(f"{name:<28}" + "  ".join(f"{key} {value:.3f}" for key, value in figures.items()), flush=True)


def main() -> None:
    """Train, test on what was left out, and write when told to."""
    gazetteer = load_gazetteer()
    finder = PlaceFinder(gazetteer, Weights(0.0, {}, START))
    sets = {name: [Read(labelled, finder) for labelled in load(name)] for name in SETS}
    for name in SETS:
        learned = learn([read for other, reads in sets.items() if other != name for read in reads])
        show(f"{name}, from the others", judge(sets[name], learned, gazetteer))
    folds: dict[str, list[dict[str, float]]] = defaultdict(list)
    for fold in range(FOLDS):
        learned = learn([read for reads in sets.values() for i, read in enumerate(reads) if i % FOLDS != fold])
        for name, reads in sets.items():
            folds[name].append(judge([read for i, read in enumerate(reads) if i % FOLDS == fold], learned, gazetteer))
    for name, several in folds.items():
        show(f"{name}, cross-validated", {key: sum(one[key] for one in several) / FOLDS for key in several[0]})
    learned = learn([read for reads in sets.values() for read in reads])
    for name, reads in sets.items():
        show(f"{name}, trained on", judge(reads, learned, gazetteer))
    if "--write" in sys.argv:
        write(learned)


def write(weights: Weights) -> None:
    """Write the weights as a table."""
    target = Path(__file__).resolve().parents[2] / "gazetteer/tables/weights.tsv"
    lines = [f"bias\t\t{weights.bias:.3f}"]
    lines += [f"resolution\t{name}\t{value:.3f}" for name, value in sorted(weights.resolution.items())]
    lines += [f"detection\t{name}\t{value:.2f}" for name, value in sorted(weights.detection.items())]
    target.write_text("\n".join([*lines, ""]), "utf-8")


if __name__ == "__main__":
    main()
