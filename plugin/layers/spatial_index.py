"""What the triggers of a GeoPackage's spatial index call: QGIS makes one, SQLite alone does not know its functions."""

from __future__ import annotations

import sqlite3

from .geometry import envelope_of


def know_geometry(connection: sqlite3.Connection) -> None:
    """Give a connection the functions by which an index follows changes, where a program has made one.

    Source: GeoPackage 1.2, annex F.3, "RTree Spatial Indexes".
    """
    connection.create_function("ST_IsEmpty", 1, lambda blob: blob is None or envelope_of(blob) is None)
    for name, side in (("ST_MinX", 0), ("ST_MinY", 1), ("ST_MaxX", 2), ("ST_MaxY", 3)):
        connection.create_function(name, 1, lambda blob, side=side: (envelope_of(blob) or (None,) * 4)[side])
