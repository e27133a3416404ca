"""Values on the command line: days, windows of time, numbers; wrong ones end with exit code 2 and a sentence."""

from __future__ import annotations

import argparse
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from ..core.errors import DateError
from ..reading.days import parse_day


class Window(NamedTuple):
    """A window of time ``[start, end)``, naive UTC."""

    start: datetime
    end: datetime


def day(text: str) -> date:
    """A day written ``2018-02-21``."""
    try:
        return parse_day(text)
    except DateError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def window(text: str) -> Window:
    """A day, or two days with ``..`` between, both inclusive: ``2018-01-20..2018-01-27``."""
    first, _, last = text.partition("..")
    start, final = day(first), day(last or first)
    if final < start:
        raise argparse.ArgumentTypeError(f"'{text}' runs backward. Write the earlier day first.")
    return Window(datetime.combine(start, time()), datetime.combine(final, time()) + timedelta(days=1))


def positive(text: str) -> int:
    """A whole number from 1."""
    if not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number from 1 up")
    return int(text)
