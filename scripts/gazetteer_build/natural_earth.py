"""The pieces of land: Natural Earth's first-level polygons, filed under the units of GeoNames.

A piece is one polygon of the source. Units, countries and regions are unions of pieces, made when they are asked for,
so each border is stored once and neighbours fit.
"""

from __future__ import annotations

import csv
import json
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

import numpy as np
import pyogrio
import shapely
from event_timeline.core.footprint import LonLat
from event_timeline.gazetteer.geometry import inner_point
from event_timeline.gazetteer.place import PlaceKind
from shapely.geometry import shape

from .inputs import COUNTRIES, PROVINCES, Inputs
from .rows import Row, metres

TOLERANCE = 0.01  # degrees, of the stored outlines
GRID = 1e-4  # degrees, to which vertices are rounded
_CLEAR_VOTE = 0.8  # share of the towns in a piece that must agree on its unit
_GOLAN_HOLDER = "ISR-3056"  # the district that the source files the Golan Heights under


@dataclass
class Piece:
    """One polygon and what it belongs to."""

    piece_id: str
    outline: Any  # shapely geometry
    country: str  # ISO 3166-1 alpha-2 as the source has it, corrected by the towns inside
    admin1_code: str = ""
    admin2_code: str = ""
    disputed: str = ""  # area of disputed.csv


def pieces(inputs: Inputs, rows: list[Row], disputed: Path) -> list[Piece]:
    """Simplified pieces with the codes of their units.

    A piece belongs to the unit whose GeoNames number the source gives; where that number is no unit of today, to the
    unit that nearly all towns inside it belong to, else only to its country.
    """
    features = json.loads(inputs.read(PROVINCES, "data/build.json"))["features"]
    outlines = shapely.make_valid(
        np.array([shape(feature["geometry"]) for feature in features], dtype=object)
    )
    found = [
        Piece(feature["properties"]["adm1_code"], outline, "") for feature, outline in zip(features, outlines)
    ]
    numbers = [feature["properties"]["gn_id"] for feature in features]
    iso = [feature["properties"]["iso_a2"] for feature in features]
    _file(found, numbers, iso, rows)
    _cut_golan(inputs, found)
    areas = {
        piece_id: line["area"]
        for line in csv.DictReader(disputed.read_text(encoding="utf-8").splitlines())
        for piece_id in line["pieces"].split("|")
    }
    for piece in found:
        piece.disputed = areas.pop(piece.piece_id, "")
    if areas:
        raise SystemExit(f"{disputed} names pieces that are not there: {', '.join(areas)}")
    found.sort(key=lambda piece: (piece.country, piece.admin1_code, piece.admin2_code, piece.piece_id))
    for piece, outline in zip(found, _simplified([piece.outline for piece in found])):
        piece.outline = outline
    return [piece for piece in found if not piece.outline.is_empty]


def _file(found: list[Piece], numbers: list[Optional[int]], iso: list[str], rows: list[Row]) -> None:
    units = {row.place_id: row for row in rows if row.kind in (PlaceKind.ADMIN1, PlaceKind.ADMIN2)}
    first = {(row.country, row.admin1_code) for row in units.values() if row.kind is PlaceKind.ADMIN1}
    towns = [row for row in rows if row.kind is PlaceKind.TOWN]
    tree = shapely.STRtree(shapely.points([(town.lon, town.lat) for town in towns]))
    inside: list[Counter[tuple[str, str]]] = [Counter() for _ in found]
    for at, town in tree.query([piece.outline for piece in found], predicate="contains").T:
        inside[at][towns[town].country, towns[town].admin1_code] += 1
    for piece, number, country, votes in zip(found, numbers, iso, inside):
        unit = units.get(f"geonames:{number}")
        if unit is not None and unit.kind is PlaceKind.ADMIN2:
            piece.admin2_code = unit.admin2_code
        if unit is not None:
            piece.country, piece.admin1_code = unit.country, unit.admin1_code
            continue
        piece.country = country if country != "-1" else ""
        counted = Counter({unit: n for unit, n in votes.items() if unit in first})
        if counted:
            best = min(counted, key=lambda unit: (-counted[unit], unit))
            piece.country = best[0]
            if counted[best] >= _CLEAR_VOTE * sum(counted.values()):
                piece.admin1_code = best[1]
        elif votes and not piece.country:
            piece.country = votes.most_common(1)[0][0][0]


def _cut_golan(inputs: Inputs, found: list[Piece]) -> None:
    """Cuts the Golan Heights out of the Israeli district: the part that the source's country layer leaves open."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "countries.zip"
        archive.write_bytes(inputs.read(COUNTRIES, "ne_10m_admin_0_countries_deu.zip"))
        countries = pyogrio.read_dataframe(archive, columns=["ADM0_A3"])
    holder = next(piece for piece in found if piece.piece_id == _GOLAN_HOLDER)
    near = countries.geometry[countries.intersects(holder.outline)]
    golan = max(
        shapely.get_parts(shapely.difference(holder.outline, shapely.union_all(near))),
        key=lambda part: part.area,
    )
    if not golan.contains(shapely.Point(35.8, 33.0)):
        raise SystemExit("The country layer no longer leaves the Golan Heights open.")
    holder.outline = shapely.difference(holder.outline, golan)
    found.append(Piece("golan", golan, "SY", "03"))


def country_labels(inputs: Inputs) -> dict[str, tuple[float, float, int, str]]:
    """Label point, rank and name of each country of the source, by ISO 3166-1 alpha-2."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "countries.zip"
        archive.write_bytes(inputs.read(COUNTRIES, "ne_10m_admin_0_countries_deu.zip"))
        frame = pyogrio.read_dataframe(
            archive, columns=["ISO_A2_EH", "LABEL_X", "LABEL_Y", "LABELRANK", "NAME_EN"], read_geometry=False
        )
    labels: dict[str, tuple[float, float, int, str]] = {}
    for line in frame.sort_values("LABELRANK", kind="stable").itertuples():
        labels.setdefault(line.ISO_A2_EH, (line.LABEL_X, line.LABEL_Y, int(line.LABELRANK), line.NAME_EN))
    return labels


def _simplified(outlines: list[Any]) -> list[Any]:
    """Simplified together, so that neighbours keep fitting, and rounded."""
    simple = shapely.coverage_simplify(np.array(outlines, dtype=object), TOLERANCE)
    rounded = shapely.transform(simple, lambda vertices: np.round(vertices / GRID) * GRID)
    return [multipolygon(outline) for outline in rounded]


def multipolygon(outline: Any) -> Any:
    """A valid MultiPolygon on the grid."""
    for _ in range(3):
        if outline.is_valid:
            break
        outline = shapely.set_precision(shapely.make_valid(outline), GRID)
    parts = [part for part in shapely.get_parts(outline) if part.geom_type == "Polygon" and part.area > 0]
    return shapely.MultiPolygon(parts)


def outline_units(rows: list[Row], found: list[Piece]) -> None:
    """Gives units with pieces a point inside of them and the radius that holds them."""
    by_unit: dict[str, list[Any]] = {}
    for piece in found:
        codes = [piece.country, piece.admin1_code, piece.admin2_code]
        for level in (2, 3):
            if all(codes[:level]):
                by_unit.setdefault(".".join(codes[:level]), []).append(piece.outline)
    for row in rows:
        if row.kind in (PlaceKind.ADMIN1, PlaceKind.ADMIN2) and row.unit in by_unit:
            outline = shapely.union_all(by_unit[row.unit])
            centre = inner_point(multipolygon(outline))
            row.lon, row.lat = centre
            row.radius_m = reach_m(outline, centre)


def reach_m(outline: Any, centre: LonLat) -> float:
    """Distance from a point to the farthest vertex of an outline."""
    vertices = shapely.get_coordinates(outline)
    return float(metres(centre.lon, centre.lat, vertices[:, 0], vertices[:, 1]).max())


def write_pieces(found: list[Piece], arrays: Path, listed: Path) -> None:
    """Writes the outlines (vertices as differences on the grid, offsets) and the table of what they are."""
    kind, vertices, offsets = shapely.to_ragged_array([piece.outline for piece in found])
    if kind is not shapely.GeometryType.MULTIPOLYGON:
        raise SystemExit(f"pieces are MultiPolygons, not {kind}")
    grid = np.round(vertices / GRID).astype(np.int32)
    rings, polygons, parts = (offset.astype(np.int32) for offset in offsets)
    steps = np.diff(grid, axis=0, prepend=np.zeros((1, 2), np.int32))
    np.savez_compressed(arrays, steps=steps, rings=rings, polygons=polygons, pieces=parts)
    with listed.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(["piece", "country", "admin1_code", "admin2_code", "disputed"])
        for piece in found:
            table.writerow(
                [piece.piece_id, piece.country, piece.admin1_code, piece.admin2_code, piece.disputed]
            )
