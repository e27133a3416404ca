from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Optional

import pytest
from event_timeline.core.event import Event
from event_timeline.core.report import DctBasis, Report
from event_timeline.reading.events.assemble import assemble
from event_timeline.reading.events.triggers import find_triggers
from event_timeline.reading.language_model import load_model, parse
from event_timeline.reading.links import Trigger
from event_timeline.reading.parsed import ParsedDocument


def parsed_text(text: str, published: Optional[date] = None) -> ParsedDocument:
    basis = DctBasis.NONE if published is None else DctBasis.GIVEN
    return next(iter(parse([Report("a", text, published, basis)], load_model())))


def events_told(parsed: ParsedDocument) -> tuple[Trigger, ...]:
    """The triggers that are events of their own, without places or times."""
    return tuple(trigger for trigger in find_triggers(parsed, (), ()) if not trigger.is_retold)


@pytest.fixture(scope="session")
def read_text() -> Callable[[str], ParsedDocument]:
    return parsed_text


@pytest.fixture(scope="session")
def triggers() -> Callable[[str], tuple[Trigger, ...]]:
    """The triggers of a text, without places or times."""
    return lambda text: events_told(parsed_text(text))


@pytest.fixture(scope="session")
def told() -> Callable[[str], list[tuple[str, str, str]]]:
    """Type, mode and words of a text's triggers."""

    def tell(text: str) -> list[tuple[str, str, str]]:
        found = events_told(parsed_text(text))
        return [(t.event_type.value, t.mode, t.span.of(text)) for t in found]

    return tell


@pytest.fixture(scope="session")
def events() -> Callable[[str], Sequence[Event]]:
    """The events of a text, without places or times."""

    def tell(text: str) -> Sequence[Event]:
        parsed = parsed_text(text)
        found = events_told(parsed)
        nothing = [None] * len(found)
        return assemble(parsed, found, nothing, nothing, ())

    return tell
