"""What people have decided stays when the reports are read again."""

from __future__ import annotations

from dataclasses import replace

from event_timeline.core.event import ReviewState
from event_timeline.core.mentions import MentionRole
from event_timeline.core.report import Span
from event_timeline.reading.merge import merge
from event_timeline.reading.merging.decisions import keep_decisions

from .conftest import BERGEN, OSLO, day, event


def test_a_confirmed_or_rejected_event_keeps_its_state():
    old = replace(event("a", day("2019-05-02"), OSLO), review_state=ReviewState.REJECTED)
    again = replace(old, review_state=ReviewState.AUTO, where=BERGEN)
    (kept,) = keep_decisions([old], [again])
    assert kept.review_state is ReviewState.REJECTED
    assert kept.where == BERGEN


def test_an_edited_event_stays_as_the_person_left_it():
    old = replace(event("a", day("2019-05-02"), OSLO), review_state=ReviewState.EDITED)
    again = replace(old, review_state=ReviewState.AUTO, where=BERGEN)
    assert list(keep_decisions([old], [again])) == [old]


def test_what_a_further_report_tells_of_an_edited_event_is_added_to_its_sources():
    old = replace(event("a", day("2019-05-02"), OSLO), review_state=ReviewState.EDITED)
    further = event("c", day("2019-05-02"), BERGEN)
    again = replace(further, tellings=(*old.tellings, *further.tellings))
    (kept,) = keep_decisions([old], [again], known_reports=["a"])
    assert kept == replace(old, tellings=again.tellings)


def test_what_a_known_report_tells_apart_from_an_edited_event_stays_apart():
    old = replace(event("a", day("2019-05-02"), OSLO), review_state=ReviewState.EDITED)
    other = event("b", day("2019-05-02"), OSLO)
    again = replace(
        old, review_state=ReviewState.AUTO, event_id="new", tellings=(*old.tellings, *other.tellings)
    )
    kept = list(keep_decisions([old], [again], known_reports=["a", "b"]))
    assert [e.tellings for e in kept] == [other.tellings, old.tellings]


def test_what_stays_apart_from_an_edited_event_is_not_named_by_its_words():
    mine = replace(event("a", day("2019-05-02"), OSLO), review_state=ReviewState.EDITED)
    known = event("b", day("2019-05-02"), OSLO)
    (read,) = merge([replace(mine, review_state=ReviewState.AUTO), known])
    _, rest = sorted(keep_decisions([mine], [read], known_reports=["a", "b"]), key=lambda e: e.report_ids)
    assert rest.report_ids == ("b",)
    assert {m.report_id for m in rest.mentions if m.role is MentionRole.TRIGGER} == {"b"}


def test_of_two_events_that_a_person_split_the_better_told_gets_the_further_report():
    one = replace(event("a", day("2019-05-02"), OSLO), review_state=ReviewState.EDITED)
    two = replace(event("b", day("2019-05-02"), OSLO), review_state=ReviewState.EDITED)
    further = event("c", day("2019-05-02"), OSLO)
    again = replace(further, tellings=(*two.tellings, *one.tellings, *further.tellings))
    kept = {e.event_id: e.report_ids for e in keep_decisions([one, two], [again], known_reports=["a", "b"])}
    assert kept == {one.event_id: ("a",), two.event_id: ("b", "c")}


def test_two_events_that_a_person_split_stay_two():
    one = replace(event("a", day("2019-05-02"), OSLO), review_state=ReviewState.EDITED)
    two = replace(event("b", day("2019-05-02"), OSLO), review_state=ReviewState.EDITED)
    again = replace(one, review_state=ReviewState.AUTO, tellings=(*one.tellings, *two.tellings))
    assert list(keep_decisions([one, two], [again])) == [one, two]


def test_an_event_that_a_person_merged_into_another_stays_merged():
    old = replace(event("a", day("2019-05-02"), OSLO), merged_into="x")
    (kept,) = keep_decisions([old], [replace(old, merged_into=None)])
    assert kept.merged_into == "x"


def test_what_a_person_decided_on_is_never_lost():
    old = replace(event("a", day("2019-05-02"), OSLO), review_state=ReviewState.CONFIRMED)
    assert list(keep_decisions([old], [])) == [old]


def test_a_tag_of_a_person_stays():
    old = replace(event("a", day("2019-05-02"), OSLO), tags=("flood",))
    (kept,) = keep_decisions([old], [replace(old, tags=(), where=BERGEN)])
    assert (kept.tags, kept.where) == (("flood",), BERGEN)


def test_what_is_now_read_as_two_is_decided_alike_and_has_two_ids():
    one, two = event("a", day("2019-05-02"), OSLO), event("b", day("2019-05-02"), OSLO)
    old = replace(one, tellings=(*one.tellings, *two.tellings), review_state=ReviewState.REJECTED)
    kept = list(keep_decisions([old], [one, two]))
    assert [e.review_state for e in kept] == [ReviewState.REJECTED] * 2
    assert len({e.event_id for e in kept}) == 2


def test_a_decision_stays_where_the_words_have_moved_in_a_revised_report():
    old = replace(event("a", day("2019-05-02"), OSLO), review_state=ReviewState.REJECTED)
    (telling,) = old.tellings
    now = Span(telling.trigger.start + 40, telling.trigger.end + 40)
    again = replace(
        old, event_id="new", review_state=ReviewState.AUTO, tellings=(replace(telling, trigger=now),)
    )
    moved = {(telling.report_id, telling.trigger): now}
    assert [e.review_state for e in keep_decisions([old], [again])] == [
        ReviewState.AUTO,
        ReviewState.REJECTED,
    ]
    (kept,) = keep_decisions([old], [again], moved=moved)
    assert (kept.event_id, kept.review_state) == (old.event_id, ReviewState.REJECTED)
