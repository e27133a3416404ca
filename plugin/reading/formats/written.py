"""What a file holds of a report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Optional


@dataclass(frozen=True)
class Written:
    """A text, and what its file says of it outside of its prose; empty where it says nothing."""

    text: str
    title: str = ""
    source: str = ""
    author: str = ""
    url: str = ""
    published: Optional[date] = None
    guessed_encoding: str = ""  # the encoding it was read in, where nothing in the file proves it


def day_of_stamp(stamp: str) -> Optional[date]:
    """The day of a moment in ISO 8601 as it stands there, ``2024-03-05T22:10:00+01:00``; None when it is none."""
    try:
        return datetime.strptime(stamp.strip()[:10], "%Y-%m-%d").date()
    except ValueError:
        return None
