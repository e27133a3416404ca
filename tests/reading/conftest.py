"""Texts of our own, read as the program reads them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

import pytest
from event_timeline.core.event import Event
from event_timeline.core.report import DctBasis, Report
from event_timeline.gazetteer.gazetteer import Gazetteer
from event_timeline.reading.language_model import load_model, parse
from event_timeline.reading.reader import read

PUBLISHED = date(2019, 5, 20)


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.fixture(scope="session")
def tellings_of() -> Callable[[str], tuple[Event, ...]]:
    """The events of a report of Monday, 20 May 2019, one for each telling."""

    def tell(text: str) -> tuple[Event, ...]:
        (parsed,) = parse([Report("story", text, PUBLISHED, DctBasis.GIVEN)], load_model())
        return read(parsed, _gazetteer()).events

    return tell
