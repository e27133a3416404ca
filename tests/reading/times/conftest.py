"""Sentences of our own, parsed by the model that ships."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Optional

import pytest
from event_timeline.core.event_types import EventType
from event_timeline.core.mentions import Provenance
from event_timeline.core.report import DctBasis, Report
from event_timeline.reading.language_model import load_model, parse
from event_timeline.reading.links import Trigger
from event_timeline.reading.parsed import ParsedDocument, token_span
from event_timeline.reading.times.link import link_times
from event_timeline.reading.times.timexes import find_timexes

WEDNESDAY = date(2018, 2, 21)


@cache
def parsed_of(text: str, published: Optional[date] = WEDNESDAY) -> ParsedDocument:
    basis = DctBasis.GIVEN if published else DctBasis.NONE
    return next(iter(parse([Report("r", text, published, basis)], load_model())))


def edtf(links):
    """The times of links as EDTF, None for each that has none."""
    return [link and link.when.edtf for link in links]


@pytest.fixture
def timexes():
    """The time expressions of a text, as ``{words: Timex}``."""

    def find(text: str, published: Optional[date] = WEDNESDAY):
        return {timex.text: timex for timex in find_timexes(parsed_of(text, published))}

    return find


@pytest.fixture
def values(timexes):
    """The values of a text's expressions, in order."""

    def find(text: str, published: Optional[date] = WEDNESDAY):
        return [timex.value for timex in find_timexes(parsed_of(text, published))]

    return find


@pytest.fixture
def links():
    """The times linked to words of a text; a word is ``attacked``, ``presence:state``, ``meeting:planned``."""

    def link(
        text: str, *words: str, published: Optional[date] = WEDNESDAY, kind: EventType = EventType.ASSAULT
    ):
        parsed = parsed_of(text, published)
        triggers, at = [], -1
        for word in words:
            word, _, manner = word.partition(":")
            token = next(token for token in parsed.doc if token.text == word and token.i > at)
            at = token.i
            triggers.append(
                Trigger(
                    token_span(token),
                    token.i,
                    kind,
                    "",
                    parsed.sentence_number_at(token.idx),
                    Provenance("test", "A test says so."),
                    is_state=manner == "state",
                    is_planned=manner == "planned",
                )
            )
        return link_times(parsed, find_timexes(parsed), triggers)

    return link
