"""Tolls grow from one report to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

import pytest
from event_timeline.core.event import Count, Event
from event_timeline.core.mentions import Mention, MentionRole, Provenance
from event_timeline.core.report import Span
from event_timeline.reading.merge import united

from .conftest import OSLO, day, event


def told(report: str, dead: Optional[int]) -> Event:
    if dead is None:
        return event(report, day("2019-05-02"), OSLO)
    why = Provenance("count/noun-phrase", f'"{dead}" is the number killed.')
    mention = Mention(MentionRole.FATALITIES, report, Span(0, 2), str(dead), str(dead), why)
    return replace(
        event(report, day("2019-05-02"), OSLO, mentions=(mention,)), fatalities=Count(dead, dead, dead)
    )


def together(*tellings: tuple[Optional[int], int]) -> Event:
    events = [told(str(number), dead) for number, (dead, _) in enumerate(tellings)]
    days = [written for _, written in tellings]
    return united(range(len(events)), ["The same."] * (len(events) - 1), events.__getitem__, days.__getitem__)


@pytest.mark.parametrize(
    ("tellings", "dead"),
    [
        ([(9, 1), (14, 2)], 14),
        ([(9, 1), (14, 2), (17, 4), (15, 3)], 17),
        ([(None, 3), (9, 1), (14, 2)], 14),
        ([(14, 2), (9, 1)], 14),  # the better told is the later one
        ([(9, 1), (7, 2)], 9),  # may count only some
        ([(9, 1), (14, 1)], 9),  # of the same day: a rival
        ([(9, 0), (14, 2)], 9),  # nobody knows which is later
        ([(9, 1), (14, 0)], 9),
    ],
)
def test_the_last_and_higher_toll_counts(tellings, dead):
    found = together(*tellings).fatalities
    assert found is not None
    assert found.best == dead


def test_every_figure_stays_and_the_one_taken_says_why():
    figures = {m.value: m for m in together((9, 1), (14, 2)).mentions if m.role is MentionRole.FATALITIES}
    assert {value: m.rank for value, m in figures.items()} == {"9": 2, "14": 1}
    assert "the toll has grown" in figures["14"].provenance.why
