"""What each feature of a candidate is worth; learned by ``scripts/learn_resolution.py``, rounded.

Measured on marked news texts; no word of them is in here.
"""

ALONE_WEIGHTS: dict[str, float] = {
    "ascii match": -0.38,
    "alternate match": -2.84,
    "gazetteer's first": 0.03,
    "country": 8.03,
    "first-level unit": 1.29,
    "second-level unit": -0.06,
    "region or sea": 0.0,
    "capital": -0.04,
    "seat of a unit": 0.85,
    "town population": 8.92,
    "unit population": 6.63,
    "the user's own": 0.0,
    "kind as told": 0.94,
    "kind not as told": -0.94,
    "container follows": 3.59,
}

WEIGHTS: dict[str, float] = {
    "ascii match": -0.79,
    "alternate match": -2.22,
    "gazetteer's first": 0.2,
    "country": 8.22,
    "first-level unit": 2.15,
    "second-level unit": 0.57,
    "region or sea": 0.0,
    "capital": 0.75,
    "seat of a unit": 0.6,
    "town population": 7.49,
    "unit population": 4.49,
    "the user's own": 0.0,
    "kind as told": 0.71,
    "kind not as told": -0.71,
    "container follows": 1.25,
    "share in its country": 1.99,
    "share in its unit": 2.65,
    "country named": 0.72,
    "first-level unit named": 1.12,
    "second-level unit named": 0.65,
    "share of the places it holds": 0.66,
    "share near": -1.03,
    "nearest": 3.79,
    "dateline's country": 0.06,
    "dateline's unit": 0.54,
}
