"""The basemap's arrays are what their README says."""

import csv

import numpy as np
import pytest
from event_timeline.resources import ROOT

FOLDER = ROOT / "basemap"
LEVELS = ("far", "mid", "near")
LAYERS = [(layer, level) for level in LEVELS for layer in ("land", "borders", "disputed", "lakes", "rivers")]


@pytest.fixture(scope="module")
def arrays():
    with np.load(FOLDER / "basemap.npz") as stored:
        return {name: stored[name] for name in stored}


@pytest.mark.parametrize(("layer", "level"), [*LAYERS, ("admin1", "mid"), ("admin1", "near")])
def test_a_layer_is_parts_within_the_world(arrays, layer, level):
    vertices = np.cumsum(arrays[f"{layer}_{level}"], axis=0) / 1000.0
    parts = arrays[f"{layer}_{level}_parts"]
    assert parts[0] == 0
    assert parts[-1] == len(vertices) > 0
    assert (np.diff(parts) >= (4 if layer in ("land", "lakes") else 2)).all()
    assert (np.abs(vertices) <= (180.01, 90.01)).all()


@pytest.mark.parametrize("level", LEVELS)
def test_rings_are_closed(arrays, level):
    for layer in ("land", "lakes"):
        vertices = np.cumsum(arrays[f"{layer}_{level}"], axis=0)
        parts = arrays[f"{layer}_{level}_parts"]
        assert (vertices[parts[:-1]] == vertices[parts[1:] - 1]).all()


def test_the_largest_ring_of_land_comes_first(arrays):
    vertices = np.cumsum(arrays["land_far"], axis=0) / 1000.0
    first = vertices[: arrays["land_far_parts"][1]]
    assert np.ptp(first[:, 0]) > 150  # Africa, Asia and Europe


def test_labels_stand_in_order_of_rank():
    for name, least in (("countries.csv", 200), ("towns.csv", 3000)):
        with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        ranks = [int(row["rank"]) for row in rows]
        assert len(rows) >= least
        assert ranks == sorted(ranks)
        assert all(abs(float(row["lon"])) <= 180 and abs(float(row["lat"])) <= 90 for row in rows)
