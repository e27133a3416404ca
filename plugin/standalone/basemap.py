"""The world behind the events: coasts, borders, lakes, rivers and names, read from the package's own files."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ..resources import ROOT
from .projection import MapView, mercator_y

FOLDER = ROOT / "basemap"
LEVELS = (("far", 0.1), ("mid", 0.02), ("near", 0.0))  # name, degrees per pixel from which on it does

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Shapes:
    """The parts of one layer at one level, in the map's plane.

    Parameters
    ----------
    points : float64, shape (n, 2)
    parts : int, shape (m + 1,)
        Part i is ``points[parts[i]:parts[i + 1]]``.
    boxes : float64, shape (m, 4)
        West, north, east, south of each part.
    """

    points: Floats
    parts: npt.NDArray[np.intp]
    boxes: Floats

    def seen(self, view: MapView) -> list[Floats]:
        """Pixel positions of the parts that touch the view; parts smaller than a pixel are left out."""
        west, north, east, south = view.bounds
        boxes = self.boxes
        touches = (boxes[:, 0] < east) & (boxes[:, 2] > west) & (boxes[:, 1] < south) & (boxes[:, 3] > north)
        is_large = (boxes[:, 2] - boxes[:, 0]) + (boxes[:, 3] - boxes[:, 1]) > 1.5 / view.scale
        found = []
        for part in np.flatnonzero(touches & is_large):
            points = self.points[self.parts[part] : self.parts[part + 1]]
            found.append(np.column_stack([view.px(points[:, 0]), view.py(points[:, 1])]))
        return found


@dataclass(frozen=True)
class Label:
    """A name on the map: where in the plane, how important (0 most)."""

    name: str
    x: float
    y: float
    rank: int


@dataclass(frozen=True)
class Basemap:
    """All of it; empty when the package was built without."""

    shapes: dict[tuple[str, str], Shapes] = field(default_factory=dict)
    countries: tuple[Label, ...] = ()
    towns: tuple[Label, ...] = ()

    def layer(self, name: str, view: MapView) -> Shapes | None:
        """A layer at the level that suits the view's scale; None where the layer has none so coarse."""
        level = next(name for name, degrees in LEVELS if 1.0 / view.scale >= degrees)
        return self.shapes.get((name, level))


def load_basemap(folder: Path = FOLDER) -> Basemap:
    """Read the files; an empty map when there are none."""
    arrays_path = folder / "basemap.npz"
    if not arrays_path.is_file():
        return Basemap()
    shapes = {}
    with np.load(arrays_path) as arrays:
        for key in arrays.files:
            if not key.endswith("_parts"):
                layer, _, level = key.rpartition("_")
                shapes[layer, level] = _shapes(arrays[key], arrays[f"{key}_parts"])
    return Basemap(shapes, _labels(folder / "countries.csv"), _labels(folder / "towns.csv"))


def _shapes(differences: npt.NDArray[np.int32], parts: npt.NDArray[np.int32]) -> Shapes:
    degrees = np.cumsum(differences, axis=0, dtype=np.int64) / 1000.0
    points = np.column_stack([degrees[:, 0], mercator_y(degrees[:, 1])])
    starts = parts[:-1].astype(np.intp)
    if not len(starts):
        return Shapes(points, parts.astype(np.intp), np.empty((0, 4)))
    low, high = np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts)
    return Shapes(points, parts.astype(np.intp), np.column_stack([low, high]))


def _labels(path: Path) -> tuple[Label, ...]:
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    y = mercator_y(np.array([float(row["lat"]) for row in rows]))
    return tuple(
        Label(row["name"], float(row["lon"]), float(at), int(row["rank"])) for row, at in zip(rows, y)
    )
