"""Learn what each sign of a place name is worth, from texts whose place names others have marked.

    python scripts/learn_recognition.py TEXTS.jsonl [TEXTS.jsonl ...]

Each line is a document: {"text", "toponyms": [{"start", "end"}]}, offsets in code points. Writes
``plugin/reading/places/recognition_weights.py``: one weight a sign, of a logistic regression with a Gaussian prior. No
words of the texts enter it. Names that the gazetteer takes for demonyms are left out: they are no places here, whatever
the texts' own convention.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
from event_timeline.core.report import Report, Span
from event_timeline.gazetteer.gazetteer import Gazetteer
from event_timeline.reading.language_model import load_model, parse
from event_timeline.reading.places.evidence import Evidence
from event_timeline.reading.places.names import stretches
from event_timeline.reading.places.recognise import known_places
from event_timeline.reading.places.words import DIRECTIONS

TARGET = Path(__file__).resolve().parent.parent / "plugin" / "reading" / "places" / "recognition_weights.py"
RARE = 15  # signs seen less often get no weight
PRIOR = 1.0  # strength of the pull towards what is believed
SURENESS = 10.0  # the same, of the pull towards BELIEFS
# What is believed without the texts, whose countries have every hamlet in the gazetteer; everything else starts at 0.
BELIEFS = {
    "told:of a kind": 4.0,
    "told:kind behind": 2.0,
    "told:area behind": 2.0,
    "told:in bracket": 4.0,
    "told:bracket behind": 4.0,
    "told:between": 1.0,
    "place:unknown, town behind a preposition": 2.0,
}

HEAD = '''"""What each sign is worth, in logits; learned by ``scripts/learn_recognition.py``, rounded, sorted.

"always" is where a stretch stands without any sign. Measured on marked news texts; no word of them is in here.
"""

WEIGHTS: dict[str, float] = {
'''


def examples(paths: list[Path]):
    """Signs and label of every stretch that could be a name."""
    gazetteer = Gazetteer.open()
    documents = [json.loads(line) for path in paths for line in path.open(encoding="utf-8")]
    reports = [Report(str(n), document["text"]) for n, document in enumerate(documents)]
    for document, parsed in zip(documents, parse(reports, load_model())):
        yield from examples_of(document, parsed, gazetteer)


def examples_of(document, parsed, gazetteer):
    gold = set(marked(document))
    found = [stretch for stretch in stretches(parsed) if gazetteer.demonym(stretch.key) is None]
    candidates = known_places(found, gazetteer)
    evidence = Evidence(parsed, candidates)
    for stretch in found:
        is_possible = candidates.get(stretch.key) or evidence.is_marked(stretch) or evidence.is_told(stretch)
        if stretch.shares_tail or not is_possible:
            continue
        tokens = parsed.doc[stretch.first : stretch.end]
        exact = (tokens.start_char, tokens.end_char) in gold
        span = Span(tokens.start_char, tokens.end_char)
        part = not exact and any(span.overlaps(Span(*g)) for g in gold)
        yield evidence.of(stretch), exact, part


def marked(document):
    """The marked names; one that begins with a direction is right without it too: "Florida" in "South Florida"."""
    for name in document["toponyms"]:
        yield name["start"], name["end"]
        first, _, rest = document["text"][name["start"] : name["end"]].partition(" ")
        if rest and first.lower() in DIRECTIONS:
            yield name["end"] - len(rest.lstrip()), name["end"]


def learn(found) -> dict[str, float]:
    """Weights that make the labels likeliest, by Newton's method."""
    found = [(signs, exact) for signs, exact, _ in found]
    counts = Counter(sign for signs, _ in found for sign in signs)
    names = ["always", *sorted(sign for sign, n in counts.items() if n >= RARE or sign in BELIEFS)]
    column = {name: i for i, name in enumerate(names)}
    rows, labels = np.zeros((len(found), len(names)), np.float32), np.zeros(len(found))
    for i, (signs, label) in enumerate(found):
        rows[i, 0], labels[i] = 1.0, label
        for sign in signs:
            if sign in column:
                rows[i, column[sign]] = 1.0
    belief = np.array([BELIEFS.get(name, 0.0) for name in names])
    weights = belief.copy()
    penalty = np.full(len(names), PRIOR)
    penalty[0] = 1e-3
    penalty[belief != 0.0] = SURENESS
    for _ in range(12):
        chance = 1.0 / (1.0 + np.exp(-(rows @ weights)))
        gradient = rows.T @ (chance - labels) + penalty * (weights - belief)
        curvature = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        weights -= np.linalg.solve(curvature, gradient)
    return {name: round(float(w), 2) for name, w in zip(names, weights)}


def write(weights: dict[str, float]) -> None:
    lines = [f'    "{name}": {weight},\n' for name, weight in sorted(weights.items())]
    TARGET.write_text(HEAD + "".join(lines) + "}\n", encoding="utf-8")
    print(f"{len(weights)} weights: {TARGET}")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("texts", nargs="+", type=Path)
    write(learn(examples(arguments.parse_args().texts)))
