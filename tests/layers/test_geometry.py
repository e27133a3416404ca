"""Geometries as bytes."""

from __future__ import annotations

import math
import struct

import numpy as np
import pytest
from event_timeline.core.errors import LayerError
from event_timeline.core.footprint import LonLat
from event_timeline.layers.geometry import area_blob, point_blob, point_of, points_of, polygons_of, wkb_of
from hypothesis import given
from hypothesis import strategies as st

positions = st.builds(LonLat, st.floats(-180, 180), st.floats(-90, 90))
SQUARE = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]
HOLE = [(1.0, 1.0), (1.0, 2.0), (2.0, 2.0), (1.0, 1.0)]


def polygon(rings: list[list[tuple[float, float]]], order: str = "<") -> bytes:
    data = struct.pack(order + "BII", order == "<", 3, len(rings))
    for ring in rings:
        data += struct.pack(order + "I", len(ring)) + b"".join(struct.pack(order + "dd", *xy) for xy in ring)
    return data


def multipolygon(polygons: list[bytes], order: str = "<") -> bytes:
    return struct.pack(order + "BII", order == "<", 6, len(polygons)) + b"".join(polygons)


@given(st.lists(st.one_of(st.none(), positions)))
def test_points_come_back_as_they_went_in(points: list[LonLat | None]) -> None:
    lons, lats = points_of([None if point is None else point_blob(point) for point in points])
    for point, lon, lat in zip(points, lons, lats):
        assert (math.isnan(lon) and math.isnan(lat)) if point is None else (lon, lat) == point


def test_a_point_with_an_envelope_or_big_endian_is_read_too() -> None:
    """Other programs write points so."""
    enveloped = struct.pack("<2sBBi4d", b"GP", 0, 3, 4326, 7.0, 7.0, 8.0, 8.0) + struct.pack(
        "<BIdd", 1, 1, 7.0, 8.0
    )
    big_endian = struct.pack(">2sBBi", b"GP", 0, 0, 4326) + struct.pack(">BIdd", 0, 1, 7.0, 8.0)
    assert point_of(enveloped) == point_of(big_endian) == (7.0, 8.0)
    lons, lats = points_of([enveloped, big_endian, point_blob(LonLat(7.0, 8.0))])
    assert (list(lons), list(lats)) == ([7.0] * 3, [8.0] * 3)


@pytest.mark.parametrize("order", ["<", ">"])
def test_polygons_keep_their_holes(order: str) -> None:
    wkb = multipolygon([polygon([SQUARE, HOLE], order), polygon([SQUARE], order)], order)
    first, second = polygons_of(wkb)
    np.testing.assert_array_equal(first[0], SQUARE)
    np.testing.assert_array_equal(first[1], HOLE)
    assert (len(first), len(second)) == (2, 1)


def test_an_area_is_written_as_a_multipolygon_with_its_box() -> None:
    for wkb in (polygon([SQUARE]), multipolygon([polygon([SQUARE])])):
        blob, box = area_blob(wkb)
        assert box == (0.0, 0.0, 4.0, 4.0)
        assert wkb_of(blob)[1] == 6
        np.testing.assert_array_equal(polygons_of(wkb_of(blob))[0][0], SQUARE)


def test_what_is_no_area_is_refused_in_words() -> None:
    with pytest.raises(LayerError, match="WKB type 1"):
        polygons_of(struct.pack("<BIdd", 1, 1, 7.0, 8.0))
    with pytest.raises(LayerError, match="no polygon"):
        area_blob(multipolygon([]))
    with pytest.raises(LayerError, match="damaged"):
        wkb_of(b"nonsense and more")
