"""What a report tells several times."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from event_timeline.core.event import Event


@pytest.fixture(scope="session")
def told(tellings_of: Callable[[str], tuple[Event, ...]]) -> Callable[[str], tuple[Event, ...]]:
    """The events of a report of Monday, 20 May 2019, one for each telling."""
    return tellings_of


@pytest.fixture(scope="session")
def things(told: Callable[[str], tuple[Event, ...]]) -> Callable[[str], list[list[str]]]:
    """The words of the tellings of each thing that a report tells, in text order."""

    def tell(text: str) -> list[list[str]]:
        by_first: dict[str, list[str]] = {}
        for event in told(text):
            by_first.setdefault(event.same_as or event.event_id, []).append(event.tellings[0].trigger_text)
        return list(by_first.values())

    return tell
