"""Where something happened: a point, an area where the text gives one, and how sure both are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Optional


class LonLat(NamedTuple):
    """A position in EPSG:4326, longitude first, in degrees."""

    lon: float
    lat: float


def checked(lon: float, lat: float) -> LonLat:
    """A position, or ValueError when the figures lie outside of -180..180 and -90..90."""
    if not (-180.0 <= lon <= 180.0 and -90.0 <= lat <= 90.0):
        raise ValueError(f"longitude {lon}, latitude {lat} is nowhere on earth")
    return LonLat(lon, lat)


@dataclass(frozen=True)
class Footprint:
    """The place of an event.

    Parameters
    ----------
    point : LonLat
        Representative point; inside `area` where there is one.
    name : str
        Standard name: "Kabul", "Northern and eastern Afghanistan".
    where_prec : int
        UCDP GED's 1..7: exact, near, district, province, part of a country, country, sea or air.
    uncertainty_m : float
        Radius in metres about `point` that should contain the event.
    gazetteer_id : str
        ``geonames:1138958``, ``mgrs:42SWB...``, ``region:AF-north``, ``user:...``, ``unlisted:...``.
    country : str or None
        ISO 3166-1 alpha-2; None at sea, or for a region of several countries.
    admin1, admin2 : str or None
        Names of the first and second level units.
    feature : str or None
        GeoNames feature code, such as ``PPLC`` or ``ADM1``.
    area_wkb : bytes or None
        MultiPolygon, EPSG:4326, as well-known binary; None for a point.
    """

    point: LonLat
    name: str
    where_prec: int
    uncertainty_m: float
    gazetteer_id: str
    country: Optional[str] = None
    admin1: Optional[str] = None
    admin2: Optional[str] = None
    feature: Optional[str] = None
    area_wkb: Optional[bytes] = None

    def __post_init__(self) -> None:
        if not 1 <= self.where_prec <= 7:
            raise ValueError(f"where_prec is 1 to 7, not {self.where_prec}")

    def __reduce__(self) -> tuple[type[Footprint], tuple[object, ...]]:
        return Footprint, tuple(vars(self).values())  # as of events, there are very many

    @property
    def geo_precision(self) -> int:
        """ACLED's 1..3: exact or town, near or district, province or coarser."""
        return 1 if self.where_prec == 1 else 2 if self.where_prec <= 3 else 3

    @property
    def geonameid(self) -> Optional[int]:
        """The GeoNames number, None when the place is from elsewhere."""
        kind, _, number = self.gazetteer_id.partition(":")
        return int(number) if kind == "geonames" and number.isdigit() else None

    @property
    def is_unlisted(self) -> bool:
        """Whether no gazetteer knows the name: the point and the area are those of what holds it."""
        return self.gazetteer_id.startswith("unlisted:")
