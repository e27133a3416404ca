"""The tables that every GeoPackage 1.2 has, and QGIS's own table of styles, as SQL; and values as SQLite takes them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from ..core.schema import Column, TableSpec

APPLICATION_ID = 0x47504B47  # "GPKG"
USER_VERSION = 10200  # GeoPackage 1.2: QGIS 3.22 reads it without warnings

_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
    'AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
)
# srs_name, srs_id, organization, organization_coordsys_id, definition, description; the three that must be there
REFERENCE_SYSTEMS = (
    (
        "Undefined Cartesian SRS",
        -1,
        "NONE",
        -1,
        "undefined",
        "undefined Cartesian coordinate reference system",
    ),
    (
        "Undefined geographic SRS",
        0,
        "NONE",
        0,
        "undefined",
        "undefined geographic coordinate reference system",
    ),
    (
        "WGS 84 geodetic",
        4326,
        "EPSG",
        4326,
        _WGS84,
        "longitude and latitude in degrees on the WGS 84 spheroid",
    ),
)

CORE_TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL PRIMARY KEY,
    organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL,
    definition TEXT NOT NULL,
    description TEXT
);
CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY,
    data_type TEXT NOT NULL,
    identifier TEXT UNIQUE,
    description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    min_x DOUBLE,
    min_y DOUBLE,
    max_x DOUBLE,
    max_y DOUBLE,
    srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL,
    column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL,
    z TINYINT NOT NULL,
    m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
    CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE layer_styles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    f_table_catalog TEXT(256),
    f_table_schema TEXT(256),
    f_table_name TEXT(256),
    f_geometry_column TEXT(256),
    styleName TEXT(30),
    styleQML TEXT,
    styleSLD TEXT,
    useAsDefault BOOLEAN,
    description TEXT,
    owner TEXT(30),
    ui TEXT(30),
    update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
);
"""


def create_table(table: TableSpec) -> str:
    """The SQL that creates a table: key ``fid``, the geometry ``geom`` where it has one, then its columns."""
    geometry = f", geom {table.geometry}" if table.geometry else ""
    return f"CREATE TABLE {table.name} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL{geometry}, " + (
        ", ".join(_declared(column) for column in table.columns) + ")"
    )


def insert_into(table: TableSpec) -> str:
    """The SQL that inserts a row: the geometry first where there is one, then the columns in order."""
    names = ["geom"] if table.geometry else []
    names += [column.name for column in table.columns]
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"


def _declared(column: Column) -> str:
    return f"{column.name} {column.kind.value}"


def columns_in(connection: sqlite3.Connection, table: TableSpec) -> list[str]:
    """The names of those of its columns that a table has in a file; one of an earlier version lacks the newest."""
    there = {row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")}
    return [column.name for column in table.columns if column.name in there]


def add_new_columns(connection: sqlite3.Connection, tables: Iterable[TableSpec]) -> None:
    """Give tables of a file that an earlier version wrote the columns that they lack."""
    for table in tables:
        there = columns_in(connection, table)
        for column in table.columns:
            if column.is_new and there and column.name not in there:
                connection.execute(f"ALTER TABLE {table.name} ADD COLUMN {_declared(column)}")


def values_of(row: Any) -> tuple[Any, ...]:
    """The values of a row of the schema, in order, as SQLite takes them."""
    return tuple(_value(getattr(row, field.name)) for field in fields(row))


def text_of(moment: datetime) -> str:
    """Naive and to the millisecond: the form that QGIS's own filter compares with as text."""
    return moment.isoformat(timespec="milliseconds")


def _value(value: Any) -> Any:
    if isinstance(value, datetime):
        return text_of(value)
    return value.isoformat() if isinstance(value, date) else value
