"""Geometries as bytes: well-known binary, and the header that a GeoPackage puts before it.

GeoPackage 1.2, clause 2.1.3: magic "GP", version, flags, SRS id, envelope, then standard WKB. Little-endian throughout.
"""

from __future__ import annotations

import struct
from typing import NamedTuple, Optional

import numpy as np
from numpy.typing import NDArray

from ..core.errors import LayerError
from ..core.footprint import LonLat

SRS_ID = 4326
Ring = NDArray[np.float64]  # (n, 2) longitude and latitude, first position repeated at the end
Polygon = tuple[Ring, ...]  # the outer ring, then the holes

_LITTLE_ENDIAN = 1
_WITHOUT_ENVELOPE = 0b00000001
_WITH_ENVELOPE = 0b00000011  # minx, maxx, miny, maxy
_ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
_POINT, _POLYGON, _MULTIPOLYGON = 1, 3, 6
_POINT_STRUCT = struct.Struct("<2sBBiBIdd")


class Envelope(NamedTuple):
    """A box in degrees."""

    min_lon: float
    min_lat: float
    max_lon: float
    max_lat: float


def point_blob(point: LonLat) -> bytes:
    """A point as a GeoPackage keeps it: 29 bytes, longitude and latitude the last sixteen."""
    return _POINT_STRUCT.pack(
        b"GP", 0, _WITHOUT_ENVELOPE, SRS_ID, _LITTLE_ENDIAN, _POINT, point.lon, point.lat
    )


def area_blob(wkb: bytes) -> tuple[bytes, Envelope]:
    """A polygon or multipolygon from WKB as a GeoPackage keeps it, always multi, and its box.

    Raises
    ------
    LayerError
        When `wkb` is of another type or empty.
    """
    if _type_of(wkb, 0) == _POLYGON:
        wkb = struct.pack("<BII", _LITTLE_ENDIAN, _MULTIPOLYGON, 1) + wkb
    rings = [polygon[0] for polygon in polygons_of(wkb)]
    if not rings:
        raise LayerError("an area has no polygon; leave it out instead")
    low = np.min([ring.min(axis=0) for ring in rings], axis=0)
    high = np.max([ring.max(axis=0) for ring in rings], axis=0)
    box = Envelope(float(low[0]), float(low[1]), float(high[0]), float(high[1]))
    header = struct.pack("<2sBBi", b"GP", 0, _WITH_ENVELOPE, SRS_ID)
    return header + struct.pack("<4d", box.min_lon, box.max_lon, box.min_lat, box.max_lat) + wkb, box


def wkb_of(blob: bytes) -> bytes:
    """The WKB in a GeoPackage geometry.

    Raises
    ------
    LayerError
        When the bytes are no GeoPackage geometry.
    """
    if blob[:2] != b"GP" or len(blob) < 8:
        raise LayerError("a geometry does not start like one of a GeoPackage; the file is damaged")
    size = _ENVELOPE_BYTES.get(blob[3] >> 1 & 0b111)
    if size is None:
        raise LayerError("a geometry has an envelope of an unknown kind; the file is damaged")
    return blob[8 + size :]


def point_of(blob: Optional[bytes]) -> tuple[float, float]:
    """Longitude and latitude of a GeoPackage point; two NaN when it is NULL or empty."""
    if blob is None:
        return float("nan"), float("nan")
    wkb = wkb_of(blob)
    order = "<" if wkb[0] == _LITTLE_ENDIAN else ">"
    lon, lat = struct.unpack_from(order + "dd", wkb, 5)
    return lon, lat


def envelope_of(blob: bytes) -> Optional[Envelope]:
    """The box of a GeoPackage geometry, from its header or, for a point, from itself; None when it is empty."""
    if blob[3] >> 1 & 0b111:
        order = "<" if blob[3] & 1 else ">"
        west, east, south, north = struct.unpack_from(order + "4d", blob, 8)
    elif _type_of(wkb_of(blob), 0) == _POINT:
        west, south = east, north = point_of(blob)
    else:
        return area_blob(wkb_of(blob))[1]
    return None if west != west else Envelope(west, south, east, north)  # NaN: an empty geometry


def points_of(blobs: list[Optional[bytes]]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Longitudes and latitudes of many GeoPackage points, NaN where a blob is NULL."""
    plain = _POINT_STRUCT.size
    header = _POINT_STRUCT.pack(b"GP", 0, _WITHOUT_ENVELOPE, SRS_ID, _LITTLE_ENDIAN, _POINT, 0.0, 0.0)[:13]
    if blobs and all(blob is not None and len(blob) == plain and blob[:13] == header for blob in blobs):
        table = np.frombuffer(b"".join(blob for blob in blobs if blob is not None), dtype=np.uint8)
        pairs = np.ascontiguousarray(table.reshape(-1, plain)[:, 13:]).view("<f8")
        return pairs[:, 0].astype(np.float64), pairs[:, 1].astype(np.float64)
    pairs = np.array([point_of(blob) for blob in blobs], dtype=np.float64).reshape(-1, 2)
    return pairs[:, 0].copy(), pairs[:, 1].copy()


def polygons_of(wkb: bytes) -> list[Polygon]:
    """The polygons of a Polygon or MultiPolygon in WKB.

    Raises
    ------
    LayerError
        When it is of another type.
    """
    kind = _type_of(wkb, 0)
    if kind == _POLYGON:
        return [_polygon(wkb, 0)[0]]
    if kind != _MULTIPOLYGON:
        raise LayerError(f"an area is of WKB type {kind}; it should be a polygon or a multipolygon")
    (n,) = struct.unpack_from(_order(wkb, 0) + "I", wkb, 5)
    polygons, at = [], 9
    for _ in range(n):
        polygon, at = _polygon(wkb, at)
        polygons.append(polygon)
    return polygons


def _order(wkb: bytes, at: int) -> str:
    return "<" if wkb[at] == _LITTLE_ENDIAN else ">"


def _type_of(wkb: bytes, at: int) -> int:
    (kind,) = struct.unpack_from(_order(wkb, at) + "I", wkb, at + 1)
    return int(kind)


def _polygon(wkb: bytes, at: int) -> tuple[Polygon, int]:
    """The polygon that starts at a byte, and the byte after it."""
    order = _order(wkb, at)
    (n_rings,) = struct.unpack_from(order + "I", wkb, at + 5)
    rings, at = [], at + 9
    for _ in range(n_rings):
        (n,) = struct.unpack_from(order + "I", wkb, at)
        ring = np.frombuffer(wkb, dtype=order + "f8", count=2 * n, offset=at + 4).reshape(n, 2)
        rings.append(ring.astype(np.float64))
        at += 4 + 16 * n
    return tuple(rings), at
