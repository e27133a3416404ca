"""What each feature of a candidate is worth; learned by ``scripts/learn_resolution.py``, rounded.

Measured on marked news texts; no word of them is in here.
"""

ALONE_WEIGHTS: dict[str, float] = {
    "ascii match": -0.6,
    "alternate match": -2.62,
    "gazetteer's first": 0.28,
    "country": 6.95,
    "first-level unit": 0.84,
    "second-level unit": -0.22,
    "region or sea": 0.0,
    "capital": 0.35,
    "seat of a unit": 0.79,
    "town population": 7.71,
    "unit population": 5.97,
    "the user's own": 0.0,
    "kind as told": 0.66,
    "kind not as told": -0.66,
    "container follows": 3.72,
}

WEIGHTS: dict[str, float] = {
    "ascii match": -1.2,
    "alternate match": -1.88,
    "gazetteer's first": 0.46,
    "country": 6.85,
    "first-level unit": 1.32,
    "second-level unit": 0.21,
    "region or sea": 0.0,
    "capital": 1.06,
    "seat of a unit": 0.43,
    "town population": 6.33,
    "unit population": 4.17,
    "the user's own": 0.0,
    "kind as told": 0.34,
    "kind not as told": -0.34,
    "container follows": 1.8,
    "share in its country": 2.39,
    "share in its unit": 3.28,
    "country named": -0.11,
    "first-level unit named": 1.14,
    "second-level unit named": -0.72,
    "share of the places it holds": 0.12,
    "share near": 1.26,
    "nearest": 2.54,
    "dateline's country": 0.12,
    "dateline's unit": 0.31,
}
