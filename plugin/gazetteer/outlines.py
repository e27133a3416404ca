"""The stored outlines: pieces of land filed under units, and seas. Needs shapely; only reading uses it."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ..core.errors import GazetteerError, MissingDependency
from ..core.footprint import LonLat
from ..resources import ROOT
from .geometry import joined

try:
    import shapely
except ModuleNotFoundError as missing:
    raise MissingDependency("shapely", "read") from missing

GRID = 1e-4  # degrees per step of the stored vertices


@dataclass(frozen=True)
class Piece:
    """One stored polygon: the smallest thing that units and countries are put together from."""

    piece_id: str
    country: str
    admin1_code: str
    admin2_code: str
    disputed: str  # area of disputed.csv, empty for nearly all


@dataclass(frozen=True)
class DisputedArea:
    """An area that more than one state claims, and the country it counts to under each policy; empty for none."""

    area: str
    name: str
    neutral: str
    iso: str
    controller: str

    def country(self, policy: str) -> str:
        """ISO 3166-1 alpha-2 code under a policy (``neutral``, ``iso``, ``de-facto``), empty for no country."""
        return {"neutral": self.neutral, "iso": self.iso, "de-facto": self.controller}[policy]


class Outlines:
    """Pieces with their polygons, found by unit, by country or by a point inside.

    Parameters
    ----------
    folder : Path
        With ``pieces.csv``, ``outlines.npz``, ``seas.csv``, ``seas.npz`` and ``disputed.csv``.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self.pieces = tuple(
                Piece(
                    line["piece"], line["country"], line["admin1_code"], line["admin2_code"], line["disputed"]
                )
                for line in _lines(folder / "pieces.csv")
            )
            self.polygons = _polygons(folder / "outlines.npz")
            self.seas = dict(
                zip((line["piece"] for line in _lines(folder / "seas.csv")), _polygons(folder / "seas.npz"))
            )
            self.disputed = {
                line["area"]: DisputedArea(
                    line["area"], line["name"], line["neutral"], line["iso"], line["controller"]
                )
                for line in _lines(folder / "disputed.csv")
            }
        except (OSError, KeyError, ValueError) as error:
            raise GazetteerError(
                f"The outlines in {folder} cannot be read ({error}). Install the package again."
            ) from error
        self._tree: Optional[Any] = None
        by_unit = defaultdict(list)
        for at, piece in enumerate(self.pieces):
            by_unit[piece.piece_id].append(at)
            by_unit[piece.country].append(at)
            if piece.admin1_code:
                by_unit[f"{piece.country}.{piece.admin1_code}"].append(at)
                if piece.admin2_code:
                    by_unit[f"{piece.country}.{piece.admin1_code}.{piece.admin2_code}"].append(at)
        self._by_unit = dict(by_unit)

    def of_unit(self, code: str) -> tuple[int, ...]:
        """Positions of the pieces of a unit (``AF.28``, ``FR.44.68``) or of the piece with this id."""
        return tuple(self._by_unit.get(code, ()))

    def of_country(self, iso2: str, policy: str) -> tuple[int, ...]:
        """Positions of the pieces of a country, disputed areas by `policy`."""
        own = [at for at in self._by_unit.get(iso2, ()) if not self.pieces[at].disputed]
        areas = {area.area for area in self.disputed.values() if area.country(policy) == iso2}
        return tuple(own + [at for at, piece in enumerate(self.pieces) if piece.disputed in areas])

    def of_disputed(self, area: str) -> tuple[int, ...]:
        """Positions of the pieces of a disputed area."""
        return tuple(at for at, piece in enumerate(self.pieces) if piece.disputed == area)

    def country_of(self, at: int, policy: str) -> str:
        """The country of a piece by `policy`, empty for none."""
        piece = self.pieces[at]
        return self.disputed[piece.disputed].country(policy) if piece.disputed else piece.country

    def union(self, positions: Iterable[int]) -> Optional[Any]:
        """The pieces as one MultiPolygon, None for no pieces."""
        chosen = [self.polygons[at] for at in positions]
        return joined(chosen) if chosen else None

    def at(self, point: LonLat) -> Optional[int]:
        """Position of the piece that holds a point, None at sea."""
        hits = self.tree.query(shapely.Point(point), predicate="intersects")
        return int(hits.min()) if len(hits) else None

    @property
    def tree(self) -> Any:
        """Spatial index of the pieces."""
        if self._tree is None:
            self._tree = shapely.STRtree(self.polygons)
        return self._tree


@lru_cache(maxsize=1)
def outlines() -> Outlines:
    """The outlines that ship; loaded once per process, in half a second."""
    return Outlines(ROOT / "gazetteer")


def _lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _polygons(path: Path) -> Any:
    with np.load(path) as arrays:
        vertices = np.cumsum(arrays["steps"], axis=0, dtype=np.int32) * GRID
        offsets = (arrays["rings"], arrays["polygons"], arrays["pieces"])
    return shapely.from_ragged_array(shapely.GeometryType.MULTIPOLYGON, vertices, offsets)
