"""Learn what each feature of a candidate is worth, from texts whose place names others have put on the map.

    python scripts/learn_resolution.py TEXTS.jsonl [TEXTS.jsonl ...]

Each line is a document: {"text", "toponyms": [{"start", "end", "lat", "lon", "geonameid"}]}, offsets in code points,
``lat`` null where the place is not known. Writes ``plugin/reading/places/resolution_weights.py``: a conditional logit
over the candidates of each name, with a Gaussian prior. No words of the texts enter it.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from event_timeline.core.report import Report
from event_timeline.gazetteer.gazetteer import Gazetteer
from event_timeline.gazetteer.place import PlaceKind
from event_timeline.reading.language_model import load_model, parse
from event_timeline.reading.places.context import ALONE, FEATURES, Company
from event_timeline.reading.places.datelines import dateline_names
from event_timeline.reading.places.recognise import recognise
from event_timeline.reading.places.resolve import grouped

TARGET = Path(__file__).resolve().parent.parent / "plugin" / "reading" / "places" / "resolution_weights.py"
PRIOR = 0.5
MOST_STEPS = 60
# What is believed without the texts, which say these things too seldom to learn from; everything else starts at 0.
BELIEFS = {
    "unit as told": 2.0,
    "no unit though told": -2.0,
    "container follows": 3.0,
    "the user's own": 6.0,
    "town that opens a dateline": 2.0,
    "gazetteer's first": 1.0,
    "country": 9.0,
    "region or sea": 4.0,
}
RIGHT_KM = (
    40.0  # a candidate this near to the marked point is right; so is a region or sea within half its radius
)

HEAD = '''"""What each feature of a candidate is worth; learned by ``scripts/learn_resolution.py``, rounded.

Measured on marked news texts; no word of them is in here.
"""

'''


def lessons(paths: list[Path]):
    """The company of every document, and which candidates are right."""
    gazetteer = Gazetteer.open()
    documents = [json.loads(line) for path in paths for line in path.open(encoding="utf-8")]
    reports = [Report(str(n), document["text"]) for n, document in enumerate(documents)]
    for document, parsed in zip(documents, parse(reports, load_model())):
        yield lesson_of(document, parsed, gazetteer)


def lesson_of(document, parsed, gazetteer):
    recognised = recognise(parsed, gazetteer)
    names = recognised.names
    keys, groups = grouped(parsed, names, dateline_names(parsed, names), recognised.hints)
    company = Company(list(groups.values()))
    number = {key: at for at, key in enumerate(groups)}
    right, mentions = np.zeros(len(company.group), bool), np.zeros(len(groups))
    gold = {name["start"]: name for name in document["toponyms"] if name["lat"] is not None}
    for name, key in zip(names, keys):
        told = gold.get(parsed.doc[name.stretch.first].idx)
        if told is None or key not in number:
            continue
        a = company.starts[number[key]]
        places = [candidate.place for candidate in groups[key].candidates]
        fits = [p.place_id == f"geonames:{told['geonameid']}" for p in places]
        if not any(fits):
            fits = [_is_near(p, told) for p in places]
        right[a : a + len(fits)] |= fits
        mentions[number[key]] += any(fits)
    return company, right, mentions


def learn(found, columns: int, features_of) -> np.ndarray:
    """Weights that make the right candidates likeliest, by Newton's method with the model's own covariance.

    A step that makes them less likely is halved: where several candidates of a name are right, the way is not straight.
    """
    prepared = [(company, features_of(company), right, mentions) for company, right, mentions in found]
    belief = np.array([BELIEFS.get(name, 0.0) for name in FEATURES[:columns]])

    def slope(weights):
        """The loss, its gradient and curvature."""
        off = weights - belief
        loss, gradient, curvature = PRIOR * off @ off / 2, PRIOR * off, PRIOR * np.eye(columns)
        for company, rows, right, mentions in prepared:
            chances = company.softmax(rows @ weights)
            for group in np.flatnonzero(mentions):
                part = slice(company.starts[group], company.starts[group + 1])
                x, p = rows[part], chances[part]
                wanted = p * right[part]
                total = max(wanted.sum(), 1e-12)
                mean = p @ x
                share = np.sqrt(mentions[group])
                loss -= share * np.log(total)
                gradient = gradient + share * (mean - (wanted / total) @ x)
                curvature = curvature + share * ((x * p[:, None]).T @ x - np.outer(mean, mean))
        return loss, gradient, curvature

    weights = belief
    loss, gradient, curvature = slope(weights)
    step = 1.0
    for _ in range(MOST_STEPS):
        ahead = weights - step * np.linalg.solve(curvature, gradient)
        found_there = slope(ahead)
        if found_there[0] > loss:
            step /= 2
            continue
        done = loss - found_there[0] < 1e-4
        weights, (loss, gradient, curvature) = ahead, found_there
        step = min(1.0, 2 * step)
        if done:
            break
    return weights


def learn_both(found) -> tuple[dict[str, float], dict[str, float]]:
    """Weights of the first round, and of the rounds with company."""
    found = [item for item in found if len(item[0].group)]
    alone = learn(found, len(ALONE), lambda company: company.alone)
    chances = {id(company): company.softmax(company.alone @ alone) for company, _, _ in found}
    for _ in range(3):
        weights = learn(found, len(FEATURES), lambda company: company.with_company(chances[id(company)]))
        for company, _, _ in found:
            for _ in range(4):
                rows = company.with_company(chances[id(company)])
                chances[id(company)] = company.softmax(rows @ weights)
    return dict(zip(ALONE, alone.round(2).tolist())), dict(zip(FEATURES, weights.round(2).tolist()))


def write(alone: dict[str, float], weights: dict[str, float]) -> None:
    parts = [HEAD]
    for title, table in (("ALONE_WEIGHTS", alone), ("WEIGHTS", weights)):
        lines = "".join(f'    "{name}": {weight},\n' for name, weight in table.items())
        parts.append(f"{title}: dict[str, float] = {{\n{lines}}}\n\n")
    TARGET.write_text("".join(parts).rstrip("\n") + "\n", encoding="utf-8")


def _is_near(place, told) -> bool:
    wide = place.radius_m / 2000.0 if place.kind in (PlaceKind.REGION, PlaceKind.SEA) else 0.0
    return _km(place.point.lat, place.point.lon, told["lat"], told["lon"]) <= max(RIGHT_KM, wide)


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    a, b, c, d = np.radians([lat, lon, other_lat, other_lon])
    chord = np.sin((a - c) / 2) ** 2 + np.cos(a) * np.cos(c) * np.sin((b - d) / 2) ** 2
    return float(2 * 6371 * np.arcsin(np.sqrt(chord)))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("texts", nargs="+", type=Path)
    write(*learn_both(list(lessons(arguments.parse_args().texts))))
