"""A day as people write it in a table or on a command line; prose has a grammar of its own, in ``times``."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from ..core.errors import DateError

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FULL_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_ADVICE = "Write it like 2018-02-21."


def parse_day(text: str) -> date:
    """The day that a text names: ``2018-02-21``, "21 February 2018", "Feb 21, 2018", "21.02.2018".

    Other ways than ISO are read by dateparser, day first and month first; where the two differ, or a part is missing
    (the century too), it is no day.

    Raises
    ------
    DateError
        When it is no day of the calendar, or could be two.
    """
    match = _ISO_DAY.fullmatch(text.strip())
    if match:
        year, month, day = (int(part) for part in match.groups())
        try:
            return date(year, month, day)
        except ValueError as error:
            raise DateError(f"'{text}' is no day of the calendar. {_ADVICE}") from error
    readings = _readings(text) if _FULL_YEAR.search(text) else set()
    if len(readings) == 2:
        one, other = sorted(readings)
        raise DateError(f"'{text}' may be {one} or {other}. {_ADVICE}")
    if not readings:
        raise DateError(f"'{text}' is not a date that can be read only one way. {_ADVICE}")
    return readings.pop()


def _readings(text: str) -> set[date]:
    try:
        parsers = _parsers()
    except ModuleNotFoundError:  # without the extra "read" ISO dates are enough
        return set()
    found = (parser.get_date_data(text).date_obj for parser in parsers)
    return {moment.date() for moment in found if moment is not None}


@lru_cache(maxsize=1)
def _parsers() -> tuple[DateDataParser, DateDataParser]:
    from dateparser.date import DateDataParser

    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    day_first, month_first = (
        DateDataParser(languages=["en"], settings={**settings, "DATE_ORDER": order})
        for order in ("DMY", "MDY")
    )
    return day_first, month_first
