"""What each feature of a candidate is worth; learned by ``scripts/learn_resolution.py``, rounded.

Measured on marked news texts; no word of them is in here.
"""

ALONE_WEIGHTS: dict[str, float] = {
    "ascii match": -0.5,
    "alternate match": -2.62,
    "gazetteer's first": 0.39,
    "country": 6.44,
    "first-level unit": 0.63,
    "second-level unit": -0.56,
    "region or sea": 1.88,
    "capital": 0.66,
    "seat of a unit": 0.9,
    "town population": 6.96,
    "unit population": 5.83,
    "the user's own": 6.0,
    "kind as told": 0.27,
    "kind not as told": -0.27,
    "unit as told": 1.09,
    "no unit though told": -1.09,
    "container follows": 4.18,
}

WEIGHTS: dict[str, float] = {
    "ascii match": -1.2,
    "alternate match": -1.99,
    "gazetteer's first": 0.47,
    "country": 6.43,
    "first-level unit": 0.81,
    "second-level unit": -0.42,
    "region or sea": 1.81,
    "capital": 1.45,
    "seat of a unit": 0.71,
    "town population": 5.36,
    "unit population": 4.45,
    "the user's own": 6.0,
    "kind as told": 0.31,
    "kind not as told": -0.31,
    "unit as told": 0.42,
    "no unit though told": -0.42,
    "container follows": 2.43,
    "share in its country": 2.31,
    "share in its unit": 3.39,
    "country named": -0.02,
    "first-level unit named": 1.12,
    "second-level unit named": -0.78,
    "share of the places it holds": 0.18,
    "share near": 1.37,
    "nearest": 2.58,
    "dateline's country": 0.51,
    "dateline's unit": 0.45,
}
