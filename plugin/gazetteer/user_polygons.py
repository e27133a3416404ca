"""Reads polygons and points of the user's, of any format that OGR knows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Union

from ..core.errors import GazetteerError, MissingDependency
from ..core.footprint import checked
from .place import PlaceKind
from .user_rows import Unusable, UserPlace

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


def polygons_of(path: Path) -> Iterator[tuple[float, Union[UserPlace, Unusable]]]:
    """The features of a file, each with the share read so far.

    Raises
    ------
    GazetteerError
        It cannot be read, or has no names or no geometry.
    MissingDependency
        pyogrio or shapely is not installed.
    """
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
