"""A resolved place as the footprint of what happens there."""

from __future__ import annotations

import math
from typing import Optional

from ...core.footprint import Footprint
from ...gazetteer.place import Place, PlaceKind

_PREC = {
    PlaceKind.SEA: 7,
    PlaceKind.REGION: 5,
    PlaceKind.COUNTRY: 6,
    PlaceKind.ADMIN1: 4,
    PlaceKind.ADMIN2: 3,
    PlaceKind.TOWN: 1,
    PlaceKind.SPOT: 1,
}
_USUAL_RADIUS_M = {
    PlaceKind.SEA: 500_000.0,
    PlaceKind.REGION: 300_000.0,
    PlaceKind.COUNTRY: 400_000.0,
    PlaceKind.ADMIN1: 80_000.0,
    PlaceKind.ADMIN2: 20_000.0,
    PlaceKind.SPOT: 100.0,
}


def where_prec_of(footprint: Optional[Footprint]) -> int:
    """UCDP's 1..7: how exact a place is; nowhere is as coarse as the sea."""
    return 7 if footprint is None else footprint.where_prec


def footprint_of(place: Place) -> Footprint:
    """A place's point with the precision of its kind; areas are added where an event needs one."""
    return Footprint(
        place.point,
        place.name,
        _PREC[place.kind],
        place.radius_m or _radius_m(place),
        place.place_id,
        place.country or None,
        place.admin1 or None,
        place.admin2 or None,
        place.feature or None,
    )


def _radius_m(place: Place) -> float:
    """2 km for a village to 5 km for a city of a million and more."""
    if place.kind is not PlaceKind.TOWN:
        return _USUAL_RADIUS_M[place.kind]
    return 2000.0 + 500.0 * min(6.0, max(0.0, math.log10(place.population + 1) - 2))
