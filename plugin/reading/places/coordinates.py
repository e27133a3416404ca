"""Coordinates written in prose: decimal degrees, degrees with minutes and seconds, UTM and MGRS.

The spans are found by patterns of our own, strict enough that scores, prices, dates and versions are left alone:
decimal degrees need a hemisphere, a word for what they are, or four decimals on both figures behind a bracket or such
a word. Conversion is left to lat-lon-parser and mgrs. The precision of the writing becomes the uncertainty.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Optional

import lat_lon_parser
import mgrs

from ...core.footprint import LonLat, checked
from ...core.report import Span

_METRES_PER_DEGREE = 111_320.0
_LEAST_M = 10.0

_DEGREES = r"\d{1,3}(?:\.\d+)?"
_D = r"(?:°|º|˚|\bdeg(?:rees?)?\b\.?)"
_M = r"(?:'|′|’|\bmin(?:utes?)?\b\.?)"
_S = r"(?:\"|″|”|''|\bsec(?:onds?)?\b\.?)"
_ANGLE = rf"{_DEGREES}\s*{_D}(?:\s*{_DEGREES}\s*{_M}(?:\s*{_DEGREES}\s*{_S})?)?"
_PLAIN_ANGLE = r"\d{1,3}(?:\.\d{2,}|[ :-]\d{1,2}(?:\.\d+|[ :-]\d{1,2}(?:\.\d+)?))"  # seamen write 05-12.5N
_NS = r"(?:[NS]\b|[Nn]orth\b|[Ss]outh\b)"
_EW = r"(?:[EW]\b|[Ee]ast\b|[Ww]est\b)"
_BETWEEN = r"[\s,;/]*(?:and|by|x|[-–])?[\s,;/]*"

_PAIRS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\w.])(?P<lat>(?:{_ANGLE}|{_PLAIN_ANGLE})\s*{_NS}){_BETWEEN}(?P<lon>(?:{_ANGLE}|{_PLAIN_ANGLE})\s*{_EW})",
        rf"\b(?P<lat>[NS]\s*(?:{_ANGLE}|{_PLAIN_ANGLE})){_BETWEEN}(?P<lon>[EW]\s*(?:{_ANGLE}|{_PLAIN_ANGLE}))(?!\w)",
        rf"(?i:\b(?:lat(?:itude)?|coordinates|gps|position|located at|geo(?:location)?)\b)[\s:=.,(]*"
        rf"(?P<lat>[-+]?{_DEGREES})\s*{_D}?[\s,;/]*(?i:(?:and\s+)?lon(?:g(?:itude)?)?)?[\s:=.]*(?P<lon>[-+]?{_DEGREES})"
        rf"\s*{_D}?(?![\w.]*\d)",
        r"(?<![\w.,$€£+-])(?P<lat>[-+]?\d{1,2}\.\d{4,})\s*[,;]\s*(?P<lon>[-+]?\d{1,3}\.\d{4,})(?![\w%])",
    )
)
_BARE = _PAIRS[-1]
_CUE = re.compile(
    r"(?i:coordinates?|location|located|position|gps|geo|site|spot|point|\bat|\bnear|around|lat)\W*[\w ]{0,12}\Z"
    r"|[(\[]\s*\Z"
)
_MGRS = re.compile(
    r"\b(?P<square>\d{1,2}\s?[C-HJ-NP-X]\s?[A-HJ-NP-Z][A-HJ-NP-V])\s?(?P<figures>\d{1,5}\s?\d{1,5})\b"
)
_UTM = re.compile(
    r"\b(?:UTM\s*)?(?:[Zz]one\s*)?(?P<zone>\d{1,2})\s?(?P<band>[C-HJ-NP-X])[\s,]+(?P<east>\d{6}(?:\.\d+)?)\s?m?\s?[EÉ]?[\s,]+"
    r"(?P<north>\d{6,8}(?:\.\d+)?)\s?m?\s?N?\b"
)


@dataclass(frozen=True)
class Position:
    """A position written in the text.

    Parameters
    ----------
    span : Span
    point : LonLat
    uncertainty_m : float
        Half of the last written unit, 10 m at least.
    notation : str
        ``decimal``, ``dms``, ``utm`` or ``mgrs``.
    gazetteer_id : str
        ``mgrs:42SWD1515419654``, ``geo:34.52,69.17``.
    """

    span: Span
    point: LonLat
    uncertainty_m: float
    notation: str
    gazetteer_id: str


def find_positions(text: str) -> list[Position]:
    """The positions in a text, in its order, none overlapping another; impossible ones are left out."""
    found: list[Position] = []
    for position in sorted(_all(text), key=lambda p: (p.span.start, -p.span.end)):
        if not found or position.span.start >= found[-1].span.end:
            found.append(position)
    return found


def _all(text: str) -> Iterator[Position]:
    for pattern in _PAIRS:
        for match in pattern.finditer(text):
            if pattern is _BARE and not _CUE.search(text[max(0, match.start() - 40) : match.start()]):
                continue  # two figures alone may be anything
            position = _pair(match)
            if position is not None:
                yield position
    for match in _MGRS.finditer(text):
        position = _grid(match)
        if position is not None:
            yield position
    for match in _UTM.finditer(text):
        position = _utm(match)
        if position is not None:
            yield position


def _pair(match: re.Match[str]) -> Optional[Position]:
    lat, lon = _degrees(match.group("lat")), _degrees(match.group("lon"))
    if lat is None or lon is None or abs(lat) > 90:
        return None
    point = _point(lon, lat)
    if point is None:
        return None
    step = max(_step(match.group("lat")), _step(match.group("lon")))
    is_decimal = not re.search(rf"{_M}|\d[ :-]\d", match.group("lat"))
    uncertainty = max(_LEAST_M, step * _METRES_PER_DEGREE / 2)
    place_id = f"geo:{round(lat, 6)},{round(lon, 6)}"
    return Position(Span(*match.span()), point, uncertainty, "decimal" if is_decimal else "dms", place_id)


def _degrees(text: str) -> Optional[float]:
    plain = re.sub(_D, "°", text)
    plain = re.sub(r"''|[″”]", '"', re.sub(_S if "sec" in text.lower() else r"''", '"', plain))
    plain = re.sub(r"[′’]|\bmin(?:utes?)?\b\.?", "'", plain)
    plain = re.sub(r"(?<=\d)[:-](?=\d)", " ", plain)
    parts = [float(part) for part in re.findall(r"\d+(?:\.\d+)?", plain)]
    if any(part >= 60 for part in parts[1:]):
        return None
    try:
        return float(lat_lon_parser.parse(plain.strip()))
    except (ValueError, TypeError):
        return None


def _step(text: str) -> float:
    """Degrees that one unit of the last written figure stands for."""
    figures = re.findall(r"\d+(?:\.\d+)?", text)
    unit = 60.0 ** -(len(figures) - 1)
    return float(unit * 10.0 ** -len(figures[-1].partition(".")[2]))


def _grid(match: re.Match[str]) -> Optional[Position]:
    figures = re.sub(r"\s", "", match.group("figures"))
    if len(figures) % 2 or not 4 <= len(figures) <= 10 or _is_split_unevenly(match.group("figures")):
        return None
    code = re.sub(r"\s", "", match.group("square")) + figures
    try:
        lat, lon = mgrs.MGRS().toLatLon(code)
    except (mgrs.core.MGRSError, RuntimeError):
        return None
    size = 10.0 ** (5 - len(figures) // 2)
    half = size / 2 / _METRES_PER_DEGREE  # the figures name the south-west corner of a square
    point = _point(lon + half / max(0.1, math.cos(math.radians(lat))), lat + half)
    if point is None:
        return None
    return Position(Span(*match.span()), point, max(_LEAST_M, size), "mgrs", f"mgrs:{code}")


def _is_split_unevenly(figures: str) -> bool:
    halves = figures.split()
    return len(halves) == 2 and len(halves[0]) != len(halves[1])


def _utm(match: re.Match[str]) -> Optional[Position]:
    zone, east, north = int(match.group("zone")), float(match.group("east")), float(match.group("north"))
    if not (1 <= zone <= 60 and 100_000 <= east < 1_000_000 and 0 <= north < 10_000_000):
        return None
    hemisphere = "N" if match.group("band") >= "N" else "S"
    try:
        code = mgrs.MGRS().UTMToMGRS(zone, hemisphere, east, north)
        lat, lon = mgrs.MGRS().toLatLon(code)
    except (mgrs.core.MGRSError, RuntimeError):
        return None
    point = _point(lon, lat)
    if point is None:
        return None
    return Position(Span(*match.span()), point, _LEAST_M, "utm", f"mgrs:{code}")


def _point(lon: float, lat: float) -> Optional[LonLat]:
    try:
        return checked(lon, lat)
    except ValueError:
        return None
