"""Looks up names: the places that a name may mean, in the order in which they come to mind."""

from __future__ import annotations

import sqlite3
import types
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from ..core.errors import GazetteerError
from ..core.footprint import LonLat
from .demonyms import demonyms
from .names import name_key
from .place import DISPUTED_POLICIES, Candidate, Place, PlaceKind
from .shipped_places import ShippedPlaces
from .store import Progress, expanded, version_of
from .users import users_path
from .users_places import UsersPlaces

if TYPE_CHECKING:
    from .shapes import Shapes

_LONGEST_NAME = 9  # words
_CACHED = 50_000  # names


class Gazetteer:
    """The places of the world with their names, read-only; made by `Gazetteer.open`.

    One thread at a time; every process opens its own (pickling does that).

    Parameters
    ----------
    path : Path
        The expanded database.
    disputed : str
        What disputed areas belong to: ``neutral`` to no country, ``iso`` where ISO 3166 files them, ``de-facto`` to who
        controls them.
    users : Path, optional
        The database of the user's own places; None, or a file that is not there, for none.
    """

    def __init__(self, path: Path, disputed: str = "neutral", users: Optional[Path] = None) -> None:
        if disputed not in DISPUTED_POLICIES:
            raise GazetteerError(
                f"{disputed!r} is no policy for disputed areas. Take one of {', '.join(DISPUTED_POLICIES)}."
            )
        self.path = path
        self.disputed = disputed
        self.users = users
        self._shipped = ShippedPlaces(path)
        self._users = UsersPlaces(users) if users is not None and users.is_file() else None
        self._candidates: dict[str, tuple[Candidate, ...]] = {}
        self._prefixes: dict[str, bool] = {}
        self._shapes: Optional[Shapes] = None

    @classmethod
    def open(
        cls,
        path: Optional[Path] = None,
        progress: Optional[Progress] = None,
        disputed: str = "neutral",
        users: Optional[Path] = None,
    ) -> Gazetteer:
        """The gazetteer that ships, with the user's own places; expanded into the cache directory first if need be.

        Parameters
        ----------
        path : Path, optional
            A database expanded before; None for the one in the cache.
        progress : callable, optional
            Called with the share done, 0..1, while it is expanded.
        disputed : str
            ``neutral``, ``iso`` or ``de-facto``.
        users : Path, optional
            The database of the user's own places; None for the one in the user's data directory.

        Raises
        ------
        GazetteerError
            It cannot be expanded or opened.
        """
        return cls(
            path if path is not None else expanded(progress),
            disputed,
            users if users is not None else users_path(),
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return Gazetteer, (self.path, self.disputed, self.users)

    def __enter__(self) -> Gazetteer:
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[types.TracebackType],
    ) -> None:
        self.close()

    def close(self) -> None:
        """Gives the database back; the object is of no more use."""
        self._shipped.close()
        if self._users is not None:
            self._users.close()

    @property
    def version(self) -> str:
        """Stands for the content of the built gazetteer; part of every provenance that rests on it."""
        return version_of()

    @staticmethod
    def attribution() -> str:
        """Whom the data is owed to; belongs into whatever is published from it."""
        return (
            "Place names: GeoNames (geonames.org), CC BY 4.0, modified. Borders: Natural Earth, public domain. "
            "Names of units: iso-codes, LGPL-2.1-or-later. Demonyms: CIA World Factbook, public domain."
        )

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """All places that `name` may mean, best first; empty when there is none.

        Case, diacritics, hyphens, apostrophes, points and a leading "the" do not count. Countries come first, then seas
        and regions, first-level units and capitals, towns, second-level units, other names of towns; population decides
        within each of these. A province that is named for a town of its own stands behind the town. The user's places
        stand before all.
        """
        key = name_key(name)
        found = self._candidates.get(key)
        if found is None:
            found = self._query(key)
            if not found and key.startswith("the "):
                found = self._query(key[4:])
            if len(self._candidates) > _CACHED:
                self._candidates.clear()
            self._candidates[key] = found
        return found

    def lookup_many(self, names: Iterable[str]) -> dict[str, tuple[Candidate, ...]]:
        """`lookup` of each distinct name."""
        return {name: self.lookup(name) for name in dict.fromkeys(names)}

    def _query(self, key: str) -> tuple[Candidate, ...]:
        if self._users is None:
            return self._shipped.lookup(key)
        own = self._users.lookup(key, self)
        known = {candidate.place.place_id for candidate in own}
        return own + tuple(
            candidate for candidate in self._shipped.lookup(key) if candidate.place.place_id not in known
        )

    def has_prefix(self, key: str) -> bool:
        """Whether a folded text (`name_key`) is a name, or the first words of one."""
        return any(
            found == key or found.startswith(key + " ")
            for database in self._databases()
            for (found,) in database.execute(
                "SELECT key FROM names WHERE key >= ? ORDER BY key LIMIT 1", (key,)
            )
        )

    def _databases(self) -> tuple[sqlite3.Connection, ...]:
        own = self._shipped.connection
        return (own,) if self._users is None else (own, self._users.connection)

    def longest_match(self, words: Sequence[str]) -> int:
        """How many of the first words make up the longest name that they begin with; 0 for none."""
        longest = 0
        for count in range(1, min(len(words), _LONGEST_NAME) + 1):
            text = " ".join(words[:count])
            if self._is_name(name_key(text)):
                longest = count
            if not self._begins_name(name_key(text + " x")[:-2]):  # folded as it is inside of a longer name
                break
        return longest

    def _begins_name(self, key: str) -> bool:
        known = self._prefixes.get(key)
        if known is None:
            if len(self._prefixes) > _CACHED:
                self._prefixes.clear()
            known = self._prefixes[key] = self.has_prefix(key)
        return known

    def _is_name(self, key: str) -> bool:
        query = "SELECT 1 FROM names WHERE key = ? LIMIT 1"
        return any(database.execute(query, (key,)).fetchone() is not None for database in self._databases())

    def place(self, place_id: str) -> Optional[Place]:
        """The place with this id, None when there is none; the user's rows first."""
        own = self._users.place(place_id, self) if self._users is not None else None
        return own if own is not None else self._shipped.place(place_id)

    def country(self, iso2: str) -> Optional[Place]:
        """The country with this ISO 3166-1 alpha-2 code, None when there is none."""
        return self._shipped.unit(iso2)

    def admin1(self, country: str, code: str) -> Optional[Place]:
        """The first-level unit with this GeoNames code ("AF", "13"; in the United States "US", "IL")."""
        return self._shipped.unit(country, code) if code else None

    def capital(self, iso2: str) -> Optional[Place]:
        """The capital of a country, None when there is none or the code is unknown."""
        return self._shipped.capital(iso2)

    def seat(self, unit: Place) -> Optional[Place]:
        """The town that a country or first-level unit is governed from; None where none is known."""
        if unit.kind is PlaceKind.COUNTRY:
            return self.capital(unit.country)
        return self._shipped.seat(unit.country, unit.admin1_code) if unit.kind is PlaceKind.ADMIN1 else None

    def demonym(self, word: str) -> Optional[str]:
        """The country (alpha-2) of an adjective or a people's name: "Afghan", "Afghans"; None for other words."""
        return demonyms().get(name_key(word))

    def near(self, point: LonLat, km: float, limit: int = 20) -> tuple[Place, ...]:
        """Towns within `km` kilometres of a point, the nearest first, `limit` at most; not the user's."""
        return self._shipped.near(point, km, limit)

    @property
    def shapes(self) -> Shapes:
        """Polygons, directional parts and surroundings of the places; needs shapely.

        Raises
        ------
        MissingDependency
            shapely is not installed.
        """
        if self._shapes is None:
            from .shapes import Shapes  # shapely only where shapes are wanted

            self._shapes = Shapes(self)
        return self._shapes

    def polygon_wkb(self, place_id: str) -> Optional[bytes]:
        """The polygon of a place of the user's, as well-known binary; None for all others."""
        return self._users.polygon(place_id) if self._users is not None else None

    def admin_of(self, point: LonLat) -> tuple[Optional[str], Optional[str]]:
        """Country (alpha-2, disputed areas by policy) and name of the first-level unit at a point; needs shapely.

        Both are None at sea.
        """
        return self.shapes.admin_of(point)

    def towns_of(self, country: str, admin1_code: str = "", admin2_code: str = "") -> tuple[Place, ...]:
        """The towns of a country, or of a first- or second-level unit of it; not the user's."""
        return self._shipped.towns_of(country, admin1_code, admin2_code)
