"""Reads place files of the user's: GeoNames dumps, tables of names and coordinates, polygons of any OGR format."""

from __future__ import annotations

import contextlib
import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional, Union

from ..core.errors import GazetteerError, MissingDependency
from ..core.footprint import LonLat, checked
from .names import is_useful
from .place import PlaceKind

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
_NAME_FIELDS = (
    "name",
    "name_en",
    "shapename",
    "nam",
    "label",
    "title",
    "namn",
    "nombre",
    "nom",
    "adm3_en",
    "adm2_en",
    "adm1_en",
)


@dataclass(frozen=True)
class UserPlace:
    """A place as a user's file has it; empty texts and zeros where the file says nothing."""

    name: str
    point: LonLat
    kind: PlaceKind
    number: str = ""  # GeoNames number
    aliases: tuple[str, ...] = ()
    feature: str = ""
    country: str = ""
    admin1: str = ""
    admin1_code: str = ""
    admin2: str = ""
    admin2_code: str = ""
    population: int = 0
    radius_m: float = 0.0
    polygon_wkb: Optional[bytes] = None


@dataclass(frozen=True)
class Unusable:
    """A row that gives no place, and why."""

    problem: str


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
    return _table(path) if kind == "table" else _polygons(path)


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


def _polygons(path: Path) -> Iterator[tuple[float, Union[UserPlace, Unusable]]]:
    try:
        import pyogrio
        import shapely
    except ModuleNotFoundError as missing:
        raise MissingDependency(str(missing.name), "read") from missing

    from .geometry import inner_point, multi

    try:
        frame = pyogrio.read_dataframe(path)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        why = str(error).partition(";")[0].rstrip(".")  # after it comes advice to programmers
        raise GazetteerError(
            f"{path.name} cannot be read as a file of polygons ({why}). "
            "If QGIS opens it, save it there as a GeoPackage."
        ) from error
    if "geometry" not in frame.columns:
        raise GazetteerError(f"{path.name} has no geometry.")
    if frame.crs is not None:
        frame = frame.to_crs(4326)
    texts = [
        column
        for column in frame.columns
        if column != "geometry" and frame[column].map(lambda v: isinstance(v, str)).any()
    ]
    field = next(
        (c for wanted in _NAME_FIELDS for c in texts if c.casefold() == wanted), texts[0] if texts else None
    )
    if field is None:
        raise GazetteerError(f"{path.name} has no field of text that could be the name of its places.")
    for number, (name, shape) in enumerate(zip(frame[field], frame.geometry), 1):
        share = number / len(frame)
        if not isinstance(name, str) or not name.strip() or shape is None or shape.is_empty:
            yield share, Unusable(f"feature {number}: it has no name or no geometry")
            continue
        area = multi(shape)
        try:
            if area.is_empty and shape.geom_type != "Point":
                raise ValueError(f"it is a {shape.geom_type}, neither polygon nor point")
            point = checked(shape.x, shape.y) if area.is_empty else checked(*inner_point(area))
        except ValueError as error:
            yield share, Unusable(f"feature {number}: {error}")
            continue
        polygon = None if area.is_empty else shapely.to_wkb(area, byte_order=1)
        yield (
            share,
            UserPlace(
                name.strip(),
                point,
                PlaceKind.SPOT if polygon is None else PlaceKind.REGION,
                polygon_wkb=polygon,
            ),
        )
