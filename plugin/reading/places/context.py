"""What speaks for each candidate of each name: the figures that `resolve` weighs, all of a document at once.

A candidate is judged alone (its match, kind, population) and by its company: the document's other places, weighted by
how likely their own candidates are. Names, candidates and features are rows and columns of arrays, for speed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...gazetteer.place import Candidate, NameMatch, Place, PlaceKind

Array = npt.NDArray[np.float64]

MOST_CANDIDATES = 60  # of one name
COMPANY = 6  # candidates of a name that others feel
NEAR_KM = 80.0
EARTH_KM = 6371.0

ALONE = (
    "ascii match",
    "alternate match",
    "gazetteer's first",
    "country",
    "first-level unit",
    "second-level unit",
    "region or sea",
    "capital",
    "seat of a unit",
    "town population",
    "unit population",
    "the user's own",
    "kind as told",
    "kind not as told",
    "unit as told",
    "no unit though told",
    "container follows",
    "town that opens a dateline",
)
COMPANY_FEATURES = (
    "share in its country",
    "share in its unit",
    "country named",
    "first-level unit named",
    "second-level unit named",
    "share of the places it holds",
    "a place it holds named",
    "share of its like beside it",
    "share near",
    "nearest",
    "dateline's country",
    "dateline's unit",
)
FEATURES = ALONE + COMPANY_FEATURES
_SEATS = frozenset(("PPLA", "PPLA2", "PPLA3"))
_UNITS = frozenset((PlaceKind.ADMIN1, PlaceKind.ADMIN2))
# Of a place whose population is not known: few of those that are known have fewer.
_USUAL_POPULATION = {PlaceKind.TOWN: 500, PlaceKind.ADMIN2: 15_000, PlaceKind.ADMIN1: 100_000}
_LARGE = (PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2)


@dataclass(frozen=True)
class Group:
    """All mentions of one name in a document, which have one sense.

    Parameters
    ----------
    candidates : tuple of Candidate
    mentions : float
        How often the text has it; less than one for what may be a part of another name.
    hints : frozenset of PlaceKind
        Kinds told by generic words beside any mention.
    containers : tuple of Candidate
        What the names after a comma may mean ("Springfield, Illinois").
    in_dateline : bool
    opens_dateline : float
        Share of the mentions that are the first name of a dateline.
    """

    candidates: tuple[Candidate, ...]
    mentions: float
    hints: frozenset[PlaceKind] = frozenset()
    containers: tuple[Candidate, ...] = ()
    in_dateline: bool = False
    opens_dateline: float = 0.0


@dataclass(frozen=True)
class Bonds:
    """What the candidates of a document have to do with those that they feel, for as long as these are the same.

    Each bond is an array of candidates x felt: how strong it is, none to candidates of the same name.

    Parameters
    ----------
    felt : array of int
        Which candidates are felt.
    other : array
        Whether they are candidates of another name.
    shared : list of array
        The bonds that say for what share of the company a candidate has them.
    strongest : list of array
        Those of which the strongest alone counts.
    """

    felt: npt.NDArray[np.int64]
    other: Array
    shared: Sequence[Array]
    strongest: Sequence[Array]

    def columns(self, chances: Array, weights: Array) -> Array:
        """The `COMPANY_FEATURES` of every candidate, given the chances and the weights of those felt."""
        mass = chances * weights
        total = np.maximum(self.other @ mass, 1e-9)
        country, unit, held, like, near = (bond @ mass / total for bond in self.shared)
        named0, named1, named2, holds_named, nearest, *dateline = (
            (bond * chances).max(1, initial=0) for bond in self.strongest
        )
        return np.stack(
            [country, unit, named0, named1, named2, held, holds_named, like, near, nearest, *dateline], 1
        )


class Company:
    """The candidates of all names of a document, flattened; every name has one at least.

    `alone` holds the features that need no other name, one row a candidate; `with_company` adds the rest.
    """

    def __init__(self, groups: Sequence[Group]) -> None:
        self.groups = groups
        places = [candidate.place for group in groups for candidate in group.candidates]
        self.group = np.repeat(np.arange(len(groups)), [len(g.candidates) for g in groups])
        self.starts = np.concatenate([[0], np.cumsum([len(g.candidates) for g in groups])]).astype(int)
        self._lon = np.radians([p.point.lon for p in places])
        self._lat = np.radians([p.point.lat for p in places])
        countries: dict[str, int] = {"": -1}
        units: dict[Any, int] = {}
        self._country = np.array([countries.setdefault(p.country, len(countries)) for p in places], int)
        self._unit1 = np.array(
            [
                units.setdefault((p.country, p.admin1_code), len(units)) if p.admin1_code else -1
                for p in places
            ],
            int,
        )
        self._unit2 = np.array(
            [
                units.setdefault((p.country, p.admin1_code, p.admin2_code), len(units))
                if p.admin2_code
                else -1
                for p in places
            ],
            int,
        )
        self._kind = np.array([_LARGE.index(p.kind) if p.kind in _LARGE else 3 for p in places], int)
        self._weight = np.sqrt([g.mentions for g in groups])[self.group]
        self._dateline = np.array([g.in_dateline for g in groups], bool)[self.group]
        rows = [_alone(g, rank, c) for g in groups for rank, c in enumerate(g.candidates)]
        self.alone: Array = np.array(rows, float).reshape(len(places), len(ALONE))
        self._bonds: Optional[Bonds] = None

    def softmax(self, totals: Array) -> Array:
        """Each candidate's share among the candidates of its name."""
        if not len(totals):
            return totals
        exp = np.exp(totals - np.maximum.reduceat(totals, self.starts[:-1])[self.group])
        shares: Array = exp / np.add.reduceat(exp, self.starts[:-1])[self.group]
        return shares

    def with_company(self, chances: Array) -> Array:
        """All `FEATURES` of every candidate, given how likely each candidate is."""
        felt = self._felt(chances)
        if self._bonds is None or not np.array_equal(felt, self._bonds.felt):
            self._bonds = self._bonds_with(felt)
        return np.hstack([self.alone, self._bonds.columns(chances[felt], self._weight[felt])])

    def _felt(self, chances: Array) -> npt.NDArray[np.int64]:
        """The likeliest candidates of each name, in their order: those that the others feel."""
        likeliest = np.lexsort((-chances, self.group))
        rank = np.arange(len(chances)) - self.starts[self.group]
        return np.sort(likeliest[rank < COMPANY])

    def _bonds_with(self, felt: npt.NDArray[np.int64]) -> Bonds:
        """What each candidate has to do with those felt, whatever their chances."""
        other = self.group[:, None] != self.group[felt][None, :]
        same_country = (self._country[:, None] == self._country[felt][None, :]) & (self._country >= 0)[
            :, None
        ]
        same_unit1 = (self._unit1[:, None] == self._unit1[felt][None, :]) & (self._unit1 >= 0)[:, None]
        same_unit2 = (self._unit2[:, None] == self._unit2[felt][None, :]) & (self._unit2 >= 0)[:, None]
        kind, felt_kind = self._kind[:, None], self._kind[felt][None, :]
        below = kind > felt_kind
        holds = (kind < felt_kind) & np.where(
            kind == 0, same_country, np.where(kind == 1, same_unit1, (kind == 2) & same_unit2)
        )
        like = same_country & (kind == felt_kind) & (kind == 1)
        closeness = np.exp(-self._distances_km(felt) / NEAR_KM) * (felt_kind > 0) * (kind > 0)
        in_dateline = self._dateline[felt][None, :]
        return Bonds(
            felt,
            other.astype(float),
            [(other * bond).astype(float) for bond in (same_country, same_unit1, holds, like, closeness)],
            [
                other * bond
                for bond in (
                    same_country & below & (felt_kind == 0),
                    same_unit1 & below & (felt_kind == 1),
                    same_unit2 & below & (felt_kind == 2),
                    holds & (felt_kind > 1),
                    closeness,
                    same_country & in_dateline,
                    same_unit1 & in_dateline,
                )
            ],
        )

    def _distances_km(self, felt: npt.NDArray[np.int64]) -> Array:
        lat, other_lat = self._lat[:, None], self._lat[felt][None, :]
        half_lon = (self._lon[:, None] - self._lon[felt][None, :]) / 2
        chord = np.sin((lat - other_lat) / 2) ** 2 + np.cos(lat) * np.cos(other_lat) * np.sin(half_lon) ** 2
        distances: Array = 2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(chord, 0, 1)))
        return distances


def _alone(group: Group, rank: int, candidate: Candidate) -> list[float]:
    place, kind = candidate.place, candidate.place.kind
    size = math.log10((place.population or _USUAL_POPULATION.get(kind, 0)) + 1) / 7
    told = kind in group.hints
    unit_told = not group.hints.isdisjoint(_UNITS)
    return [
        candidate.match == NameMatch.ASCII,
        candidate.match == NameMatch.ALTERNATE,
        rank == 0,
        kind is PlaceKind.COUNTRY,
        kind is PlaceKind.ADMIN1,
        kind is PlaceKind.ADMIN2,
        kind in (PlaceKind.REGION, PlaceKind.SEA),
        place.feature == "PPLC",
        place.feature in _SEATS,
        size * (kind is PlaceKind.TOWN),
        size * (kind in (PlaceKind.ADMIN1, PlaceKind.ADMIN2)),
        candidate.is_users,
        told,
        bool(group.hints) and not told,
        unit_told and kind in _UNITS,
        unit_told and kind not in _UNITS,
        any(holds(container.place, place) for container in group.containers),
        group.opens_dateline * (kind is PlaceKind.TOWN),
    ]


def holds(outer: Place, inner: Place) -> bool:
    """Whether one place is the country, province or district of another, by their codes."""
    if not outer.country or outer.country != inner.country or outer.place_id == inner.place_id:
        return False
    if outer.kind is PlaceKind.COUNTRY:
        return inner.kind is not PlaceKind.COUNTRY
    if outer.kind is PlaceKind.ADMIN1:
        is_below = inner.kind not in (PlaceKind.COUNTRY, PlaceKind.ADMIN1)
        return is_below and outer.admin1_code == inner.admin1_code
    if outer.kind is PlaceKind.ADMIN2 and outer.admin2_code:
        own = (inner.admin1_code, inner.admin2_code)
        return inner.kind in (PlaceKind.TOWN, PlaceKind.SPOT) and own == (
            outer.admin1_code,
            outer.admin2_code,
        )
    return False
