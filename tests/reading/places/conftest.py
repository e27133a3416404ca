"""Sentences of our own, parsed by the model that ships and looked up in the gazetteer that ships."""

from __future__ import annotations

from functools import lru_cache

import pytest
from event_timeline.core.event_types import EventType
from event_timeline.core.mentions import Provenance
from event_timeline.core.report import Report
from event_timeline.gazetteer.gazetteer import Gazetteer
from event_timeline.reading.language_model import load_model, parse
from event_timeline.reading.links import Trigger
from event_timeline.reading.parsed import token_span
from event_timeline.reading.places.link import link_places
from event_timeline.reading.places.toponyms import find_toponyms
from event_timeline.reading.times.link import link_times
from event_timeline.reading.times.timexes import find_timexes


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return _gazetteer()


def parsed_of(text: str):
    return next(iter(parse([Report("r", text)], load_model())))


@pytest.fixture(scope="session")
def toponyms():
    """The place names of a text, by their words."""

    def find(text: str):
        return {t.text: t for t in find_toponyms(parsed_of(text), _gazetteer())}

    return find


@pytest.fixture(scope="session")
def place_of():
    """The link of the trigger whose head is the given word (its nth occurrence)."""

    def link(
        text: str, word: str, event_type: EventType = EventType.ASSAULT, nth: int = 0, others=(), **kind
    ):
        parsed = parsed_of(text)
        wanted = [(word, event_type, nth, kind), *((w, t, 0, {}) for w, t in others)]
        triggers = [trigger_of(parsed, w, t, n, **k) for w, t, n, k in wanted]
        ordered = sorted(triggers, key=lambda trigger: trigger.span)
        times = link_times(parsed, find_timexes(parsed), ordered)
        links = link_places(parsed, find_toponyms(parsed, _gazetteer()), ordered, times, _gazetteer())
        return links[ordered.index(triggers[0])]

    return link


def trigger_of(
    parsed, word: str, event_type: EventType, nth: int, is_state: bool = False, mode: str = ""
) -> Trigger:
    token = [t for t in parsed.doc if t.text == word][nth]
    sentence = parsed.sentence_number_at(token.idx)
    why = Provenance("test", "given by the test")
    return Trigger(token_span(token), token.i, event_type, mode, sentence, why, is_state=is_state)
