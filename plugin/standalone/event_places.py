"""Where events lie on the map: points, footprints, and what shares a badge. Arrays, no painting."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..layers.event_table import EventTable
from ..layers.reader import EventArea
from ..ui.theme import TYPES
from .projection import Floats, MapView, mercator_y

CELL_PX = 20.0  # events nearer than that share a badge
MOST_MERGED = 600  # above that, badges may overlap
RADIUS_PX = 5.5
WHOLE_COUNTRY = 6  # where_prec of a country; 7 of a sea
SPOT_DEG = 4.0  # size of the squares in which events are counted to find where most are

Numbers = npt.NDArray[np.intp]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Group:
    """Events that are drawn as one: where in pixels, how large, which, the chosen or latest last."""

    x: float
    y: float
    radius: float
    numbers: Numbers


@dataclass(frozen=True, eq=False)
class PlacedArea:
    """A footprint in the map's plane, and the events that have it.

    `is_lasting` says that it is drawn as long as its events are shown. A whole country, or a sea, says so little of
    where something happened that it is a hollow point, and an area only while it is chosen or pointed at.
    """

    rings: tuple[Floats, ...]
    numbers: tuple[int, ...]
    is_lasting: bool


class EventPlaces:
    """Where the events of a table are in the map's plane.

    Making one takes a while for many events; it may be made on any thread.

    Parameters
    ----------
    table : EventTable
    areas : tuple of EventArea
    """

    def __init__(self, table: EventTable, areas: tuple[EventArea, ...]) -> None:
        self.table = table
        self.x: Floats = table.lons
        self.y: Floats = mercator_y(table.lats)
        self.kinds: Numbers = np.where(table.type_codes < 0, len(TYPES), table.type_codes).astype(np.intp)
        self.radii: Floats = RADIUS_PX + 1.1 * np.log1p(np.maximum(table.fatalities, 0))
        self.areas = _placed(table, areas)
        self.dense_box = self._dense_box()
        """West, north, east, south of two events in three, those about the place with most, where that is much less
        than the box of all; None when no event has a place."""
        self.is_drawn_as_area = np.zeros(len(table), dtype=np.bool_)
        for area in self.areas:
            self.is_drawn_as_area[list(area.numbers)] = area.is_lasting

    def box_of(self, numbers: Numbers) -> Box | None:
        """West, north, east, south of these events; None when none has a place."""
        known = numbers[np.isfinite(self.x[numbers])]
        return _box(self.x[known], self.y[known]) if len(known) else None

    def _dense_box(self) -> Box | None:
        known = np.isfinite(self.x)
        if not known.any():
            return None
        x, y = self.x[known], self.y[known]
        across = int(360 / SPOT_DEG)
        spot = ((y + 180) // SPOT_DEG).astype(np.intp) * across + ((x + 180) // SPOT_DEG).astype(np.intp)
        in_spot = spot == np.argmax(np.bincount(spot))
        away = np.hypot(x - x[in_spot].mean(), y - y[in_spot].mean())
        near = away <= np.quantile(away, 2 / 3)
        box, everything = _box(x[near], y[near]), _box(x, y)
        return box if box[2] - box[0] < (everything[2] - everything[0]) / 2 else everything

    def on_screen(self, numbers: Numbers, view: MapView) -> tuple[Floats, Floats, Numbers]:
        """Pixel positions of those of `numbers` that have a place in sight."""
        x, y = view.px(self.x[numbers]), view.py(self.y[numbers])
        inside = (x >= 2) & (x < view.width - 2) & (y >= 2) & (y < view.height - 2)  # NaN is not
        return x[inside], y[inside], numbers[inside]


def groups_of(places: EventPlaces, x: Floats, y: Floats, seen: Numbers, view: MapView) -> list[Group]:
    """Events as discs and badges; those in one cell of the plane share a badge, so that panning regroups nothing.

    `x`, `y` and `seen` are what `EventPlaces.on_screen` gives.
    """
    points = ~places.is_drawn_as_area[seen]
    x, y, seen = x[points], y[points], seen[points]
    if not len(seen):
        return []
    cell = CELL_PX / view.scale
    key = np.floor(places.x[seen] / cell).astype(np.int64) * 4_000_003 + np.floor(
        places.y[seen] / cell
    ).astype(np.int64)
    order = np.argsort(key, kind="stable")
    starts = np.flatnonzero(np.diff(key[order], prepend=key[order[0]] - 1))
    groups = [_group(places, x[part], y[part], seen[part]) for part in np.split(order, starts[1:])]
    return _apart(places, groups) if len(groups) <= MOST_MERGED else groups


def _group(places: EventPlaces, x: Floats, y: Floats, numbers: Numbers) -> Group:
    radius = float(places.radii[numbers].max())
    if len(numbers) > 1:
        radius = max(radius, 9.0 + 1.5 * len(str(len(numbers))))
    return Group(float(x.mean()), float(y.mean()), radius, numbers)


def _apart(places: EventPlaces, groups: list[Group]) -> list[Group]:
    """Badges that would cover each other's figures become one, the largest first."""
    kept: list[Group] = []
    for group in sorted(groups, key=lambda one: -len(one.numbers)):
        for nth, other in enumerate(kept):
            reach = 0.8 * (group.radius + other.radius)
            if (group.x - other.x) ** 2 + (group.y - other.y) ** 2 < reach * reach:
                numbers = np.concatenate([other.numbers, group.numbers])
                kept[nth] = _group(places, np.array([other.x]), np.array([other.y]), numbers)
                break
        else:
            kept.append(group)
    return kept


def _box(x: Floats, y: Floats) -> Box:
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())


def _placed(table: EventTable, areas: tuple[EventArea, ...]) -> tuple[PlacedArea, ...]:
    """Footprints in the plane; events with the very same one and of the same type share it."""
    wanted = {area.event_id for area in areas}
    number_of = {event_id: number for number, event_id in enumerate(table.event_ids) if event_id in wanted}
    vague = table.where_precs >= WHOLE_COUNTRY
    shared: dict[tuple[int, bytes], tuple[EventArea, list[int]]] = {}
    for area in areas:
        number = number_of.get(area.event_id)
        if number is not None:
            key = (
                int(table.type_codes[number]),
                b"".join(ring.tobytes() for polygon in area.polygons for ring in polygon),
            )
            shared.setdefault(key, (area, []))[1].append(number)
    return tuple(
        PlacedArea(_in_plane(area), tuple(sorted(numbers)), not vague[numbers].any())
        for area, numbers in shared.values()
    )


def _in_plane(area: EventArea) -> tuple[Floats, ...]:
    """The rings of an area, projected all at once: a coast has thousands of islands."""
    rings = [ring for polygon in area.polygons for ring in polygon]
    degrees = np.concatenate(rings)
    plane = np.column_stack([degrees[:, 0], mercator_y(degrees[:, 1])])
    return tuple(np.split(plane, np.cumsum([len(ring) for ring in rings])[:-1]))
