"""The map's plane: Web Mercator in degrees, and the part of it that a widget shows. Plain arithmetic, no Qt.

The world is 360 units wide and high; x is the longitude, y grows southward. Source of the formulas: J. P. Snyder, "Map
Projections: A Working Manual", USGS Professional Paper 1395 (1987), the sphere's Mercator.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

FARTHEST_LAT = 85.05
METRES_PER_DEGREE = 111_319.49  # along the equator
SMALLEST_SCALE, LARGEST_SCALE = 1.5, 60_000.0  # px per degree: the world in 540 px, 2 m to the pixel

Floats = npt.NDArray[np.float64]


def mercator_y(lats: Floats) -> Floats:
    """Latitudes in degrees as y; beyond `FARTHEST_LAT` they stay there; NaN stays NaN."""
    radians = np.radians(np.clip(lats, -FARTHEST_LAT, FARTHEST_LAT))
    result: Floats = -np.degrees(np.arctanh(np.sin(radians)))
    return result


def latitude(y: float) -> float:
    """The latitude at y, degrees."""
    return math.degrees(math.asin(math.tanh(math.radians(-y))))


@dataclass(frozen=True)
class MapView:
    """What a map of `width` x `height` pixels shows.

    Parameters
    ----------
    x, y : float
        The plane's point at the widget's centre.
    scale : float
        Device-independent pixels per degree of longitude.
    width, height : int
        Pixels, at least 1.
    """

    x: float
    y: float
    scale: float
    width: int
    height: int

    def px(self, x: Floats) -> Floats:
        """Pixel columns of the plane's x."""
        return (x - self.x) * self.scale + self.width / 2

    def py(self, y: Floats) -> Floats:
        """Pixel rows of the plane's y."""
        return (y - self.y) * self.scale + self.height / 2

    def plane_at(self, px: float, py: float) -> tuple[float, float]:
        """The plane's point under a pixel."""
        return (px - self.width / 2) / self.scale + self.x, (py - self.height / 2) / self.scale + self.y

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, north, east, south in the plane (north is the smaller y)."""
        half_width, half_height = self.width / 2 / self.scale, self.height / 2 / self.scale
        return self.x - half_width, self.y - half_height, self.x + half_width, self.y + half_height

    def resized(self, width: int, height: int) -> MapView:
        """The same centre and scale in a widget of another size."""
        return replace(self, width=max(width, 1), height=max(height, 1))

    def panned(self, dx: float, dy: float) -> MapView:
        """The map moved by pixels; its centre stays on earth."""
        x = min(max(self.x - dx / self.scale, -180.0), 180.0)
        y = min(max(self.y - dy / self.scale, -170.0), 170.0)
        return replace(self, x=x, y=y)

    def zoomed(self, factor: float, px: float, py: float) -> MapView:
        """The map `factor` times larger; what lies under the pixel stays under it."""
        scale = min(max(self.scale * factor, SMALLEST_SCALE), LARGEST_SCALE)
        x, y = self.plane_at(px, py)
        moved = replace(
            self,
            scale=scale,
            x=x - (px - self.width / 2) / scale,
            y=y - (py - self.height / 2) / scale,
        )
        return moved.panned(0.0, 0.0)

    def fitted(
        self, west: float, north: float, east: float, south: float, margin_px: float = 64.0
    ) -> MapView:
        """Show a box of the plane with a margin; a box of no size becomes a region some 600 km wide."""
        width, height = max(east - west, 6.0), max(south - north, 4.0)
        scale = min(
            max(self.width - 2 * margin_px, 32.0) / width, max(self.height - 2 * margin_px, 32.0) / height
        )
        scale = min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)
        return replace(self, x=(west + east) / 2, y=(north + south) / 2, scale=scale)

    @property
    def metres_per_px(self) -> float:
        """Ground length of a pixel at the centre."""
        return METRES_PER_DEGREE / self.scale * math.cos(math.radians(latitude(self.y)))


def scale_bar(metres_per_px: float, most_px: float) -> tuple[float, str]:
    """Length in pixels and words of the longest 1-2-5 distance that fits."""
    most_m = metres_per_px * most_px
    power = 10 ** math.floor(math.log10(most_m))
    length = next(n * power for n in (5, 2, 1) if n * power <= most_m)
    words = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    return length / metres_per_px, words
