"""A choice: dated events by number, or one event without a date."""

from __future__ import annotations

import pytest
from event_timeline.ui.choice import Choice, choice_of
from event_timeline.ui.loading import load


@pytest.fixture
def loaded(events_file):
    return load(events_file)


def test_the_event_looked_at_is_named_first(loaded):
    ids = [str(event_id) for event_id in loaded.table.event_ids]
    assert Choice(2, (0, 2)).ids(loaded) == (ids[2], ids[0])
    assert Choice().ids(loaded) == ()


def test_a_choice_is_found_again_by_its_ids(loaded):
    choice = Choice(2, (0, 2))
    assert choice_of(loaded, choice.ids(loaded)) == choice


def test_an_event_without_a_date_is_chosen_alone(loaded):
    row = loaded.undated[0]
    assert choice_of(loaded, [row.event_id]) == Choice(undated=row)


def test_what_the_file_lacks_is_no_choice(loaded):
    assert choice_of(loaded, ["no such event"]) is None
