"""What a person decides: how events stand afterwards."""

from dataclasses import replace
from datetime import datetime

import pytest
from event_timeline.core.event import Count, ReviewState
from event_timeline.core.event_types import EventType
from event_timeline.core.footprint import Footprint, LonLat
from event_timeline.core.regrouping import merged, split, tellings_of
from event_timeline.core.review import BY_HAND, Edit, Standing, edited, judged
from event_timeline.core.schema import EVENTS, EventRow, MentionRow

PLAIN = {
    "event_type": "ASSAULT",
    "assertion": "occurred",
    "n_sources": 1,
    "score_place": 0.5,
    "score_time": 0.5,
    "score_type": 0.5,
    "review_state": "auto",
}


def row_of(event_id, source="a.txt", notes="It happened.", **values):
    known = {column.name: None for column in EVENTS.columns}
    return EventRow(**{**known, **PLAIN, "event_id": event_id, "source": source, "notes": notes, **values})


def telling(event_id, report, start, text, rank=1):
    return [
        MentionRow(event_id, report, role, start, start + len(words), words, None, rank, None, None, None)
        for role, words in (("sentence", text), ("trigger", text.split()[0]))
    ]


def word(event_id, report, role, text, rank=1):
    return MentionRow(
        event_id, report, role, 40, 40 + len(text), text, text, rank, 0.8, "rule/1", "It says so."
    )


@pytest.fixture
def attack():
    mentions = [*telling("a", "a.txt", 0, "Attacked at dawn."), word("a", "a.txt", "date", "at dawn")]
    values = {
        "start_time": datetime(2018, 1, 20),
        "end_time": datetime(2018, 1, 21),
        "date_edtf": "2018-01-20",
    }
    return Standing(
        row_of("a", notes="Attacked at dawn.", event_mode="armed", **values), tuple(mentions), "a"
    )


@pytest.fixture
def echo():
    """The same attack in another report, which has no date and knows the place and the dead."""
    mentions = [
        *telling("b", "b.txt", 7, "Struck a market."),
        word("b", "b.txt", "place", "a market"),
        word("b", "b.txt", "fatalities", "nine"),
    ]
    values = {"location": "Herat", "latitude": 34.35, "longitude": 62.2, "where_prec": 1, "fatalities": 9}
    return Standing(row_of("b", "b.txt", "Struck a market.", **values), tuple(mentions), "b")


def test_an_edited_event_stays_edited_when_it_is_confirmed(attack):
    changed = edited(attack, Edit(assertion="claimed"))
    assert judged(changed, ReviewState.CONFIRMED).row.review_state == "edited"
    assert judged(changed, ReviewState.REJECTED).row.review_state == "rejected"
    assert judged(attack, ReviewState.CONFIRMED).row.review_state == "confirmed"


def test_a_date_set_by_hand_says_so_and_what_was_read_steps_back(attack):
    changed = edited(attack, Edit(date_edtf="2018-01"))
    row = changed.row
    assert (row.start_time, row.end_time) == (datetime(2018, 1, 1), datetime(2018, 2, 1))
    assert (row.date_prec, row.time_precision, row.review_state) == (4, 3, "edited")
    by_hand, read = (
        next(one for one in changed.mentions if one.role == "date" and one.rank == rank) for rank in (1, 2)
    )
    assert (by_hand.rule, by_hand.why) == (BY_HAND, "Set by hand; the reading was 2018-01-20.")
    assert read.text == "at dawn"


def test_an_event_can_lose_its_date(attack):
    row = edited(attack, Edit(date_edtf="")).row
    assert (row.start_time, row.end_time, row.date_edtf, row.date_basis, row.date_prec) == (None,) * 5


def test_another_type_takes_the_finer_mode_away(attack):
    row = edited(attack, Edit(event_type=EventType.PROTEST)).row
    assert (row.event_type, row.event_mode, row.acled_event_type) == ("PROTEST", None, "Protests")
    assert edited(attack, Edit(event_type=EventType.ASSAULT)).row.event_mode == "armed"


def test_a_place_set_by_hand_has_no_area(attack):
    place = Footprint(LonLat(62.2, 34.35), "Herat", 1, 2000.0, "geonames:1140026", "AF", "Herat")
    changed = edited(attack, Edit(place=place))
    assert (changed.row.location, changed.row.latitude, changed.row.geo_precision) == ("Herat", 34.35, 1)
    assert changed.area_of is None


def test_the_dead_may_be_a_bound_or_nothing(attack):
    row = edited(attack, Edit(killed=Count(100, None, None))).row
    assert (row.fatalities, row.fatalities_low, row.fatalities_high) == (100, 100, None)
    assert edited(attack, Edit(clears_killed=True)).row.fatalities is None


def test_merged_events_are_one_with_all_reports_and_what_the_first_lacks(attack, echo):
    lead, behind = merged(attack, [echo])
    assert (lead.row.event_id, lead.row.review_state, lead.row.source, lead.row.n_sources) == (
        "a",
        "edited",
        "a.txt; b.txt",
        2,
    )
    assert (lead.row.location, lead.row.fatalities, lead.area_of) == ("Herat", 9, "b")
    assert lead.row.start_time == datetime(2018, 1, 20)
    assert lead.row.notes == "Attacked at dawn.\nStruck a market."
    assert tellings_of(lead) == (1, 2)
    assert {one.event_id for one in lead.mentions} == {"a"}
    assert {one.rank for one in lead.mentions if one.role in ("place", "fatalities")} == {1}
    assert behind == replace(echo, row=replace(echo.row, merged_into="a"))


def test_what_both_know_stays_the_first_s_and_the_other_s_word_is_a_rival(attack, echo):
    lead, _ = merged(echo, [replace(attack, row=replace(attack.row, fatalities=3, location="Kabul"))])
    assert (lead.row.fatalities, lead.row.location) == (9, "Herat")
    assert lead.row.date_edtf == "2018-01-20"


def test_a_split_gives_the_merged_event_back_as_it_was(attack, echo):
    lead, behind = merged(attack, [echo])
    first, second = split(lead, [2], "0" * 64, [behind])
    assert (first.row.source, first.row.n_sources, first.row.notes) == ("a.txt", 1, "Attacked at dawn.")
    assert tellings_of(first) == (1,)
    assert second == replace(echo, row=replace(echo.row, review_state="edited"))


def test_a_split_of_two_tellings_makes_another_event_with_the_same_values(attack, echo):
    lead, _ = merged(attack, [echo])
    first, second = split(lead, [2], "0" * 64, taken=["a"])
    assert second.row.event_id not in ("a", "b")
    assert (second.row.source, second.row.notes, second.row.start_time) == (
        "b.txt",
        "Struck a market.",
        first.row.start_time,
    )
    assert {one.event_id for one in second.mentions} == {second.row.event_id}
    assert tellings_of(first) == tellings_of(second) == (1,)


def test_one_telling_may_tell_of_two(attack):
    first, second = split(attack, [1], "0" * 64)
    assert (first.row.notes, second.row.notes) == ("Attacked at dawn.",) * 2
    third = split(attack, [1], "0" * 64, taken=[second.row.event_id])[1]
    assert len({first.row.event_id, second.row.event_id, third.row.event_id}) == 3
