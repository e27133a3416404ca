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
from event_timeline.core.report import Report
from event_timeline.gazetteer.gazetteer import Gazetteer
from event_timeline.reading.language_model import load_model, parse
from event_timeline.reading.places.recognise import weighed
from event_timeline.reading.places.recognition_weights import WEIGHTS
from event_timeline.reading.places.words import DIRECTIONS

TARGET = Path(__file__).resolve().parent.parent / "plugin" / "reading" / "places" / "recognition_weights.py"
ROUNDS = 3
RARE = 15  # signs seen less often get no weight
PRIOR = 1.0  # strength of the pull towards what is believed
SURENESS = 10.0  # the same, of the pull towards BELIEFS
# What is believed without the texts, which are papers of countries whose every hamlet is in the gazetteer, with few
# short messages, foreign names or other papers in them; everything else starts at 0.
BELIEFS = {
    "left:joined": -2.0,
    "right:joined": -2.0,
    "right:media": -2.5,
    "hint:fits": 1.0,
    "words:bound": 2.0,
    "place:great town behind a preposition": 3.0,
    "left:#": 1.5,
    "left:reached": 2.5,
    "right:says, country": 1.0,
    "place:country": 1.5,
    "model:over:LOC": 1.0,
    "place:sea": 0.5,
    "told:of a kind": 4.0,
    "told:kind behind": 2.0,
    "told:area behind": 2.0,
    "told:in bracket": 4.0,
    "told:bracket behind": 4.0,
    "told:between": 1.0,
    "told:as far from": 3.0,
    "told:near": 1.5,
    "told:with its landscape": 4.0,
    "told:nature behind": 2.0,
    "place:unknown, kind told": 1.5,
    "place:unknown, town behind a preposition": 2.0,
}

HEAD = '''"""What each sign is worth, in logits; learned by ``scripts/learn_recognition.py``, rounded, sorted.

"always" is where a stretch stands without any sign. Measured on marked news texts; no word of them is in here.
"""

WEIGHTS: dict[str, float] = {
'''


def parsed_texts(paths: list[Path]):
    """Every document with its parse."""
    documents = [json.loads(line) for path in paths for line in path.open(encoding="utf-8")]
    reports = [Report(str(n), document["text"]) for n, document in enumerate(documents)]
    return list(zip(documents, parse(reports, load_model())))


def examples(texts, gazetteer):
    """Signs and label of every stretch that could be a name."""
    for document, parsed in texts:
        gold = set(marked(document, gazetteer))
        for name in weighed(parsed, gazetteer)[0]:
            if name.stretch.shares_tail:
                continue
            first, last = parsed.doc[name.stretch.first], parsed.doc[name.stretch.end - 1]
            yield name.signs, (first.idx, last.idx + len(last.text)) in gold


def marked(document, gazetteer):
    """The marked names; "Florida" is right too for "South Florida", which is no name of its own."""
    for name in document["toponyms"]:
        yield name["start"], name["end"]
        text = document["text"][name["start"] : name["end"]]
        first, _, rest = text.partition(" ")
        if rest and first.lower() in DIRECTIONS and not gazetteer.lookup(text):
            yield name["end"] - len(rest.lstrip()), name["end"]


def learn(found) -> dict[str, float]:
    """Weights that make the labels likeliest, by Newton's method."""
    found = list(found)
    counts = Counter(sign for signs, _ in found for sign in signs)
    names = ["always", *sorted({sign for sign, n in counts.items() if n >= RARE} | BELIEFS.keys())]
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


def learn_together(texts) -> dict[str, float]:
    """Weights for names that speak for each other's countries, which they do by the weights of the round before."""
    gazetteer = Gazetteer.open()
    for _ in range(ROUNDS):
        weights = learn(examples(texts, gazetteer))
        WEIGHTS.clear()
        WEIGHTS.update(weights)
    return weights


def write(weights: dict[str, float]) -> None:
    lines = [f'    "{name}": {weight},\n' for name, weight in sorted(weights.items())]
    TARGET.write_text(HEAD + "".join(lines) + "}\n", encoding="utf-8")
    print(f"{len(weights)} weights: {TARGET}")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("texts", nargs="+", type=Path)
    write(learn_together(parsed_texts(arguments.parse_args().texts)))
