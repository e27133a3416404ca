"""Writes places and names as compressed text, in the order in which they are loaded."""

from __future__ import annotations

import lzma
import math
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from event_timeline.gazetteer.place import NameMatch, PlaceKind

from .rows import Row, rank

_KINDS = list(PlaceKind)


def write_tables(rows: list[Row], folder: Path) -> tuple[int, int]:
    """Writes ``places.tsv.xz`` and ``names.tsv.xz``; returns how many rows each has."""
    rows = [row for row in rows if not math.isnan(row.lon)]
    _write(folder / "places.tsv.xz", (_place_line(row) for row in rows))
    entries = []
    towns: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.kind is PlaceKind.TOWN:
            for key, (match, _) in row.names.items():
                if match is not NameMatch.ALTERNATE:
                    towns[key].append(row)
    for number, row in enumerate(rows):
        for key, (match, spelling) in row.names.items():
            order = rank(row, match, towns.get(key, []))
            entries.append(
                (key, order, int(match), -row.population, number, "" if spelling == row.name else spelling)
            )
    entries.sort()
    _write(folder / "names.tsv.xz", (f"{e[0]}\t{e[4]}\t{e[2]}\t{e[5]}" for e in entries))
    return len(rows), len(entries)


def _place_line(row: Row) -> str:
    number = row.place_id.removeprefix("geonames:")
    fields = (
        number,
        row.name,
        str(_KINDS.index(row.kind)),
        f"{row.lon:.4f}",
        f"{row.lat:.4f}",
        row.feature,
        row.country,
        row.admin1_code,
        row.admin2_code,
        str(row.population),
        str(round(row.radius_m)),
    )
    if any("\t" in field or "\n" in field for field in fields):
        raise SystemExit(f"{row.place_id} has a tab or a line break in {fields}")
    return "\t".join(fields)


def _write(path: Path, lines: Iterable[str]) -> None:
    content = "".join(line + "\n" for line in lines).encode("utf-8")
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 9, "dict_size": 64 << 20}]
    path.write_bytes(lzma.compress(content, format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC32, filters=filters))
