"""On which day of a year movable feasts fall, by arithmetic alone.

Every function takes a Gregorian year and gives the day number (see `period.day_number`) of the feasts in it. What
follows the sight of the moon (Islam) or the moment of a new moon (India) may be a day off.

Sources: J. Meeus, *Astronomical Algorithms* (Easter, new moons); N. Dershowitz and E. M. Reingold, *Calendrical
Calculations* (Islamic tabular, Hebrew calendar); the 33-year cycle of leap years of the Persian calendar.
"""

from __future__ import annotations

import math

from .period import civil, day_number

_ISLAMIC_EPOCH = 227015  # 1 Muharram 1: 16 July 622 of the Julian calendar
_PERSIAN_EPOCH = 226895  # 1 Farvardin 1, as the 33-year cycle counts back to it
_HEBREW_EPOCH = -1373427  # 1 Tishri 1: 7 September -3760 of the Gregorian calendar
_BEIJING, _INDIA = 8 / 24, 5.5 / 24  # days ahead of UTC
_J2000 = 730120.5  # noon of 1 January 2000 in days since the day before 0001-01-01


def western_easter(year: int) -> int:
    """Easter Sunday. Method: anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return day_number(year, month, day + 1)


def orthodox_easter(year: int) -> int:
    """Easter Sunday of the eastern churches. Method: Meeus's Julian algorithm, and the days between the calendars."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return day_number(year, month, day + 1) + year // 100 - year // 400 - 2


def islamic(year: int, month: int, day: int) -> list[int]:
    """A day of the tabular Islamic calendar, as often as it falls in a Gregorian year: once, seldom twice or never."""
    about = round((year - 621.58) * 365.2425 / 354.367)
    days = (_from_islamic(about + n, month, day) for n in (-2, -1, 0, 1, 2))
    return [number for number in days if civil(number)[0] == year]


def _from_islamic(year: int, month: int, day: int) -> int:
    leaps = (3 + 11 * year) // 30
    return _ISLAMIC_EPOCH - 1 + (year - 1) * 354 + leaps + 29 * (month - 1) + month // 2 + day


def islamic_month(first: int) -> int:
    """The day after the end of the month that begins with a day."""
    return first + 30 if _is_first_of_islamic_month(first + 30) else first + 29


def _is_first_of_islamic_month(number: int) -> bool:
    year = civil(number)[0]
    return any(number in islamic(year, month, 1) for month in range(1, 13))


def nowruz(year: int) -> int:
    """1 Farvardin, the first day of the Persian year: 20 or 21 March, rarely 22."""
    persian = year - 621
    cycles, rest = divmod(persian - 1, 33)
    leaps = 8 * cycles + sum((25 * (n + 1) + 11) % 33 < 8 for n in range(rest))
    return _PERSIAN_EPOCH + 365 * (persian - 1) + leaps


def rosh_hashanah(year: int) -> int:
    """1 Tishri, the first day of the Hebrew year that begins in a Gregorian year."""
    return _hebrew_new_year(year + 3761)


def passover(year: int) -> int:
    """15 Nisan."""
    return _hebrew_new_year(year + 3761) - 163


def hanukkah(year: int) -> int:
    """25 Kislev."""
    first, length = (
        _hebrew_new_year(year + 3761),
        _hebrew_new_year(year + 3762) - _hebrew_new_year(year + 3761),
    )
    return first + 83 + (length % 10 == 5)


def _hebrew_new_year(year: int) -> int:
    before, here, after = (_hebrew_elapsed(year + n) for n in (-1, 0, 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return _HEBREW_EPOCH + here + delay


def _hebrew_elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def chinese_new_year(year: int) -> int:
    """The second new moon of Beijing after that of the month that holds the winter solstice."""
    solstice = math.floor(_winter_solstice(year - 1) + _BEIJING)
    number = _lunation(solstice)
    while math.floor(_new_moon(number + 1) + _BEIJING) <= solstice:
        number += 1
    return math.floor(_new_moon(number + 2) + _BEIJING)


def diwali(year: int) -> int:
    """The evening before the new moon of India between the middles of October and November."""
    earliest = day_number(year, 10, 17)
    number = _lunation(earliest)
    while True:
        day = math.floor(_new_moon(number) + _INDIA - 0.75)
        if day >= earliest:
            return day
        number += 1


def _winter_solstice(year: int) -> float:
    """The moment of the December solstice, in days and UTC, good to half an hour (Meeus, chapter 27, mean)."""
    y = (year - 2000) / 1000
    return _J2000 + 355.05952 + 365242.74049 * y - 0.06223 * y * y


def _lunation(number: int) -> int:
    """The number of a new moon not after a day, from 6 January 2000."""
    return math.floor((number - day_number(2000, 1, 6)) / 29.530588861) - 1


def _new_moon(number: int) -> float:
    """The moment of a new moon, in days and UTC, good to a quarter of an hour (Meeus, chapter 49, largest terms)."""
    t = number / 1236.85
    mean = 5.09766 + 29.530588861 * number + 0.00015437 * t * t
    sun = math.radians(2.5534 + 29.10535670 * number)
    moon = math.radians(201.5643 + 385.81693528 * number + 0.0107582 * t * t)
    node = math.radians(160.7108 + 390.67050284 * number - 0.0016118 * t * t)
    correction = (
        -0.40720 * math.sin(moon)
        + 0.17241 * math.sin(sun)
        + 0.01608 * math.sin(2 * moon)
        + 0.01039 * math.sin(2 * node)
        + 0.00739 * math.sin(moon - sun)
        - 0.00514 * math.sin(moon + sun)
        + 0.00208 * math.sin(2 * sun)
    )
    return _J2000 + mean + correction


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> int:
    """The n-th Monday (1) to Sunday (7) of a month; -1 is the last."""
    if nth < 0:
        following = day_number(year + month // 12, month % 12 + 1, 1)
        return following - 1 - (following - 1 - weekday) % 7
    first = day_number(year, month, 1)
    return first + (weekday - first) % 7 + 7 * (nth - 1)
