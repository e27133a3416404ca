"""Reads place files of the user's: GeoNames dumps, tables of names and coordinates, polygons of any OGR format."""

from __future__ import annotations

import contextlib
import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Union

from ..core.errors import GazetteerError
from ..core.footprint import checked
from .names import is_useful
from .place import PlaceKind
from .user_polygons import polygons_of
from .user_rows import Unusable, UserPlace

_GEONAMES_COLUMNS = 19
_SPATIAL = (
    ".shp",
    ".gpkg",
    ".geojson",
    ".json",
    ".kml",
    ".gml",
    ".fgb",
    ".gdb",
    ".tab",
    ".mif",
    ".parquet",
    ".kmz",
    ".dxf",
)
_TABLES = (".csv", ".tsv")
_HEADERS = {
    "name": ("name", "place", "placename", "place_name", "toponym", "title", "location"),
    "lat": ("lat", "latitude", "y", "lat_dd", "ycoord"),
    "lon": ("lon", "lng", "long", "longitude", "x", "lon_dd", "xcoord"),
    "aliases": ("aliases", "alias", "alternatenames", "alternate_names", "alternates", "other_names", "aka"),
    "country": ("country", "iso2", "iso", "cc", "country_code", "countrycode"),
    "admin1": ("admin1", "province", "state", "region", "adm1"),
    "admin2": ("admin2", "district", "county", "adm2"),
    "population": ("population", "pop"),
    "feature": ("feature", "feature_code", "featurecode", "type"),
    "radius": ("radius_m", "radius", "uncertainty_m", "accuracy_m"),
}


def kind_of(path: Path) -> str:
    """What a file holds, by its name and first bytes: ``geonames``, ``table`` or ``polygons``.

    Raises
    ------
    GazetteerError
        It does not exist, or is none of these.
    """
    if not path.exists():
        raise GazetteerError(f"{path} does not exist.")
    suffix = path.suffix.casefold()
    if suffix == ".zip":
        members = _members(path)
        if any(name.casefold().endswith(_SPATIAL) for name in members):
            return "polygons"
        if any(name.casefold().endswith(".txt") for name in members):
            return "geonames"
    elif suffix in _SPATIAL:
        return "polygons"
    elif suffix in _TABLES:
        return "table"
    elif suffix == ".txt":
        with path.open("rb") as stream:
            return "geonames" if stream.readline().count(b"\t") == _GEONAMES_COLUMNS - 1 else "table"
    raise GazetteerError(
        f"{path.name} is no file of places. What can be added: a GeoNames dump (AF.zip, AF.txt), a table (.csv) with "
        "the columns name, lat and lon, or polygons (.gpkg, .shp, .geojson, .kml, ...)."
    )


def rows_of(path: Path, kind: str) -> Iterator[tuple[float, Union[UserPlace, Unusable]]]:
    """The rows of a file, each with the share read so far (0..1): a `UserPlace`, or an `Unusable`.

    Raises
    ------
    GazetteerError
        The file is not what its name says.
    MissingDependency
        It holds polygons, and pyogrio or shapely is not installed.
    """
    if kind == "geonames":
        return _geonames(path)
    return _table(path) if kind == "table" else polygons_of(path)


def _members(path: Path) -> list[str]:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, OSError) as error:
        raise GazetteerError(
            f"{path.name} cannot be opened as a zip archive ({error}). Fetch it again."
        ) from error


def _geonames(path: Path) -> Iterator[tuple[float, Union[UserPlace, Unusable]]]:
    with contextlib.ExitStack() as open_files:
        if path.suffix.casefold() == ".zip":
            archive = open_files.enter_context(zipfile.ZipFile(path))
            member = max(
                (item for item in archive.infolist() if item.filename.casefold().endswith(".txt")),
                key=lambda item: item.file_size,
            )
            raw: Any = open_files.enter_context(archive.open(member))
            size = member.file_size
        else:
            raw = open_files.enter_context(path.open("rb"))
            size = path.stat().st_size
        done = 0
        for number, line in enumerate(raw, 1):
            done += len(line)
            yield min(1.0, done / max(1, size)), _geonames_row(path, number, line)


def _geonames_row(path: Path, number: int, line: bytes) -> Union[UserPlace, Unusable]:
    try:
        fields = line.decode("utf-8").rstrip("\r\n").split("\t")  # GeoNames does not quote
        if len(fields) != _GEONAMES_COLUMNS:
            raise ValueError(f"it has {len(fields)} columns, not {_GEONAMES_COLUMNS}")
        point = checked(float(fields[5]), float(fields[4]))
        population = int(fields[14] or 0)
        if not fields[0].isdigit() or not fields[1]:
            raise ValueError("it has no number or no name")
    except ValueError as error:
        if number == 1:
            raise GazetteerError(
                f"{path.name} is no GeoNames dump: in line 1, {error}. A dump has 19 columns between tabs, no header."
            ) from error
        return Unusable(f"line {number}: {error}")
    kinds = {"ADM1": PlaceKind.ADMIN1, "ADM2": PlaceKind.ADMIN2, "PCLI": PlaceKind.COUNTRY}
    aliases = [fields[2], *(name for name in fields[3].split(",") if is_useful(name))]
    return UserPlace(
        name=fields[1],
        point=point,
        kind=kinds.get(fields[7], PlaceKind.TOWN if fields[6] == "P" else PlaceKind.SPOT),
        number=fields[0],
        aliases=tuple(alias for alias in aliases if alias),
        feature=fields[7],
        country=fields[8],
        admin1_code="" if fields[10] == "00" else fields[10],
        admin2_code=fields[11],
        population=population,
    )


def _table(path: Path) -> Iterator[tuple[float, Union[UserPlace, Unusable]]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GazetteerError(
            f"{path.name} is not in UTF-8 ({error.reason} at byte {error.start}). Save it so."
        ) from error
    header, _, _ = text.partition("\n")
    delimiter = max(",;\t", key=header.count)
    lines = csv.reader(io.StringIO(text), delimiter=delimiter)
    columns = _columns(path, next(lines, []))
    total = max(1, text.count("\n"))
    for number, fields in enumerate(lines, 2):
        if any(field.strip() for field in fields):
            yield min(1.0, number / total), _table_row(number, fields, columns)


def _columns(path: Path, header: list[str]) -> dict[str, int]:
    plain = [title.strip().casefold().replace(" ", "_") for title in header]
    found = {}
    for meaning, titles in _HEADERS.items():
        at = next((plain.index(title) for title in titles if title in plain), None)
        if at is not None:
            found[meaning] = at
    missing = [meaning for meaning in ("name", "lat", "lon") if meaning not in found]
    if missing:
        raise GazetteerError(
            f"{path.name} has no column {' and no column '.join(missing)}: "
            f'its first line is "{", ".join(header)[:120]}". '
            "The first line must name the columns, among them name, lat and lon."
        )
    return found


def _table_row(number: int, fields: list[str], columns: dict[str, int]) -> Union[UserPlace, Unusable]:
    told = {meaning: fields[at].strip() for meaning, at in columns.items() if at < len(fields)}
    try:
        if not told.get("name"):
            raise ValueError("it has no name")
        point = checked(float(told.get("lon", "")), float(told.get("lat", "")))
        population = int(float(told.get("population") or 0))
        radius = float(told.get("radius") or 0.0)
    except ValueError as error:
        return Unusable(f"line {number}: {error}")
    country = told.get("country", "")
    return UserPlace(
        name=told["name"],
        point=point,
        kind=PlaceKind.TOWN if population else PlaceKind.SPOT,
        aliases=tuple(
            name.strip() for name in told.get("aliases", "").replace(";", "|").split("|") if name.strip()
        ),
        feature=told.get("feature", ""),
        country=country.upper() if len(country) == 2 else "",
        admin1=told.get("admin1", ""),
        admin2=told.get("admin2", ""),
        population=population,
        radius_m=radius,
    )
