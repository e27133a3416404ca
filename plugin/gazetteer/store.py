"""The gazetteer's database: expanded once from the compact files that ship, then opened read-only.

What ships is text, compressed (9 MB). What is queried is an SQLite file in the user's cache directory. It is named
after the checksums of its sources, so that a new version never meets an old file, and written aside and renamed, so
that processes that start together do no harm to each other.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import json
import lzma
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Callable, Optional

from ..core.errors import GazetteerError
from ..resources import ROOT

Progress = Callable[[float], None]  # called with the share done, 0..1

_LAYOUT = 1  # of the tables below; part of the file's name
_SOURCES = ("gazetteer/places.tsv.xz", "gazetteer/names.tsv.xz")
_LINES = {"gazetteer/places.tsv.xz": 290_000, "gazetteer/names.tsv.xz": 650_000}  # about, for progress alone
_BATCH = 20_000

TABLES = """
CREATE TABLE places (
    row INTEGER PRIMARY KEY,
    id ANY NOT NULL,         -- GeoNames number, or the whole id as text
    name TEXT NOT NULL,
    kind INTEGER NOT NULL,   -- position in PlaceKind
    lon REAL NOT NULL,
    lat REAL NOT NULL,
    feature TEXT NOT NULL,
    country TEXT NOT NULL,
    admin1_code TEXT NOT NULL,
    admin2_code TEXT NOT NULL,
    population INTEGER NOT NULL,
    radius_m INTEGER NOT NULL,
    admin1 TEXT NOT NULL,
    admin2 TEXT NOT NULL,
    cell INTEGER NOT NULL    -- one-degree square, see cell_of
);
CREATE TABLE names (
    key TEXT NOT NULL,
    place_order INTEGER NOT NULL,
    place INTEGER NOT NULL,
    match INTEGER NOT NULL,
    spelling TEXT NOT NULL,  -- empty when it is the place's name
    PRIMARY KEY (key, place_order)
) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX places_by_id ON places (id);
CREATE INDEX places_by_cell ON places (cell, kind);
CREATE INDEX places_by_unit ON places (country, admin1_code, admin2_code);
"""


def cell_of(lon: float, lat: float) -> int:
    """Number of the one-degree square that holds a position."""
    return (int(lat + 90.0) % 181) * 360 + int(lon + 180.0) % 360


def cache_dir() -> Path:
    """Where expanded files live: ``EVENT_TIMELINE_CACHE``, or the system's place for such files."""
    own = os.environ.get("EVENT_TIMELINE_CACHE")
    if own:
        return Path(own)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
        return base / "event-timeline" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "event-timeline"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "event-timeline"


def version_of(sources: Path = ROOT) -> str:
    """Twelve hexadecimal digits that stand for the content of the built gazetteer."""
    path = sources / "manifest.json"
    try:
        sums = json.loads(path.read_text(encoding="utf-8"))["files"]
        content = "".join(sums[name]["sha256"] for name in _SOURCES)
    except (OSError, ValueError, KeyError) as error:
        raise GazetteerError(
            f"{path} does not list the gazetteer's files ({error}). Install the package again."
        ) from error
    return hashlib.sha256(f"{_LAYOUT}:{content}".encode("ascii")).hexdigest()[:12]


def expanded(progress: Optional[Progress] = None, cache: Optional[Path] = None, sources: Path = ROOT) -> Path:
    """The database, expanded first where it is not there yet (a few seconds, once).

    Parameters
    ----------
    progress : callable, optional
        Called with the share done, 0..1.
    cache : Path, optional
        Directory for the database; `cache_dir` by default. Where it cannot be written, a directory of the user's own
        under the system's temporary directory takes its place.
    sources : Path
        The resources directory.

    Raises
    ------
    GazetteerError
        The compact files are missing or damaged, or there is no room for the database.
    """
    name = f"gazetteer-{version_of(sources)}.sqlite"
    wanted = cache if cache is not None else cache_dir()
    for folder in (wanted, _temporary_dir()):
        if (folder / name).is_file():
            return folder / name
    problem: Optional[OSError] = None
    for folder in (wanted, _temporary_dir()):
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _check_owner(folder)
            return _expand(sources, folder / name, progress)
        except OSError as error:
            problem = error
    raise GazetteerError(
        f"The gazetteer needs 120 MB of room and cannot be written to {wanted} ({problem}). Make room there, or set "
        "EVENT_TIMELINE_CACHE to a directory that can be written."
    )


def _temporary_dir() -> Path:
    owner = str(os.getuid()) if sys.platform != "win32" else os.environ.get("USERNAME", "user")
    return Path(tempfile.gettempdir()) / f"event-timeline-{owner}"


def _check_owner(folder: Path) -> None:
    """Refuses a directory that somebody else has laid out in the shared temporary directory."""
    if sys.platform != "win32" and folder == _temporary_dir() and folder.stat().st_uid != os.getuid():
        raise PermissionError(f"{folder} belongs to another user")


def _expand(sources: Path, target: Path, progress: Optional[Progress]) -> Path:
    handle, aside_name = tempfile.mkstemp(prefix=target.stem + "-", suffix=".part", dir=target.parent)
    os.close(handle)
    aside = Path(aside_name)
    try:
        with contextlib.closing(sqlite3.connect(aside)) as database:
            _fill(database, sources, progress)
        try:
            aside.replace(target)
        except PermissionError:  # Windows: another process finished first and has the file open
            if not target.is_file():
                raise
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            aside.unlink()
    for old in target.parent.glob("gazetteer-*.sqlite"):
        if old != target:
            with contextlib.suppress(OSError):  # an older version still in use; it goes next time
                old.unlink()
    return target


def _fill(database: sqlite3.Connection, sources: Path, progress: Optional[Progress]) -> None:
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"):
        database.execute(f"PRAGMA {pragma}")
    database.executescript(TABLES)
    total = sum(_LINES.values())
    done = 0
    units: dict[tuple[str, ...], str] = {}
    for name, insert, values_of in (
        (_SOURCES[0], f"INSERT INTO places VALUES ({', '.join('?' * 15)})", _place_values(units)),
        (_SOURCES[1], "INSERT INTO names VALUES (?, ?, ?, ?, ?)", _name_values),
    ):
        first = 0
        for lines in _batches(sources / name):
            database.executemany(insert, [values_of(at, line) for at, line in enumerate(lines, first)])
            first += len(lines)
            done += len(lines)
            if progress is not None:
                progress(min(0.97, done / total))
    database.executescript(_INDEXES)
    database.commit()
    if progress is not None:
        progress(1.0)


def _batches(path: Path) -> Iterator[list[str]]:
    """The lines of a compressed table, some thousand at a time."""
    try:
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            while batch := list(itertools.islice(lines, _BATCH)):
                yield batch
    except (FileNotFoundError, EOFError, lzma.LZMAError) as error:
        raise GazetteerError(f"{path} is missing or damaged ({error}). Install the package again.") from error


def _place_values(units: dict[tuple[str, ...], str]) -> Callable[[int, str], tuple[object, ...]]:
    """Makes rows of places; remembers the names of units in `units`, for the places that lie in them."""

    def values(row: int, line: str) -> tuple[object, ...]:
        fields = line[:-1].split("\t")
        number, name, _, lon, lat, feature, country, admin1, admin2, _, _ = fields
        if feature in ("ADM1", "ADM2"):
            units[(country, admin1, admin2) if feature == "ADM2" else (country, admin1)] = name
        return (
            row,
            int(number) if number.isdigit() else number,
            *fields[1:],
            units.get((country, admin1), ""),
            units.get((country, admin1, admin2), "") if admin2 else "",
            cell_of(float(lon), float(lat)),
        )

    return values


def _name_values(order: int, line: str) -> tuple[object, ...]:
    key, place, match, spelling = line[:-1].split("\t")
    return key, order, place, match, spelling  # the columns' affinity makes them numbers
