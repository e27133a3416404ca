"""One thing that happened is one event; two like things stay two."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import datetime, timedelta

from event_timeline.core.event import Assertion, Count, Event
from event_timeline.core.event_types import EventType
from event_timeline.core.mentions import Mention, MentionRole, Provenance
from event_timeline.core.report import Span
from event_timeline.core.timespan import DateBasis, Granularity, TimeSpan
from event_timeline.reading.merge import grouped, merge, united

from .conftest import BERGEN, NORWAY, OSLO, day, deed, event


def test_the_same_meeting_in_two_reports_is_one_event_with_both_sources():
    merged = merge([event("a", day("2019-05-02"), OSLO), event("b", day("2019-05-02"), OSLO)])
    assert [e.report_ids for e in merged] == [("a", "b")]


def test_two_meetings_of_the_same_people_a_year_or_a_week_apart_stay_two():
    for other in ("2020-05-02", "2019-05-09"):
        assert len(merge([event("a", day("2019-05-02"), OSLO), event("b", day(other), OSLO)])) == 2


def test_the_same_day_in_two_towns_is_two():
    assert len(merge([event("a", day("2019-05-02"), OSLO), event("b", day("2019-05-02"), BERGEN)])) == 2


def test_two_villages_that_only_their_province_places_stay_two():
    villages = [
        replace(OSLO, name=name, gazetteer_id=f"unlisted:{name.lower()}@geonames:1", where_prec=4)
        for name in ("Nordvik", "Sorvik")
    ]
    assert len(merge([event(name, day("2019-05-02"), where) for name, where in zip("ab", villages)])) == 2


def test_a_town_and_its_country_are_one_place_when_the_rest_agrees():
    merged = merge([event("a", day("2019-05-02"), NORWAY), event("b", day("2019-05-02"), OSLO)])
    assert [e.where.name for e in merged if e.where] == ["Oslo"]


def test_others_do_not_make_the_same_meeting():
    others = ("Ana Silva (Brazil)", "Joe Bloggs (Canada)")
    assert len(merge([event("a", day("2019-05-02"), OSLO), event("b", day("2019-05-02"), OSLO, others)])) == 2


def test_a_report_without_date_or_place_takes_them_from_its_better_dated_twin_and_says_so():
    published = day("2019-05-20")
    merged = merge(
        [
            event("a", day("2019-05-02"), OSLO),
            event("b", published, None, basis=DateBasis.PUBLICATION),
        ]
    )
    assert [(e.when.edtf, e.where.name, e.report_ids) for e in merged if e.when and e.where] == [
        ("2019-05-02", "Oslo", ("a", "b"))
    ]
    whys = [m.provenance.why for m in merged[0].mentions if m.report_id == "b"]
    assert any("part in both" in why for why in whys)


def test_a_place_lent_by_another_report_says_where_it_is_from():
    merged = merge([event("a", day("2019-05-02"), None), event("b", day("2019-05-02"), OSLO)])
    best = merged[0]
    assert best.where == OSLO
    assert len(merged) == 1


def test_different_spellings_of_a_first_name_are_one_person():
    one = event("a", day("2019-05-02"), OSLO, ("Sergei Ivanov (Bulgaria)",))
    other = event("b", day("2019-05-02"), OSLO, ("Sergey Ivanov (Bulgaria)",))
    assert len(merge([one, other])) == 1


def test_conflicting_figures_lead_to_the_best_tellings_and_the_order_does_not_matter():
    tellings = [
        event("a", day("2019-05-02"), OSLO, ("rebels",), EventType.ASSAULT, fatalities=Count(10, 10, None)),
        event("b", day("2019-05-02"), OSLO, ("rebels",), EventType.ASSAULT, fatalities=Count(12, 12, 12)),
        event("c", day("2019-05-02"), OSLO, ("rebels",), EventType.ASSAULT),
    ]
    results = [merge(order) for order in itertools.permutations(tellings)]
    assert all(result == results[0] for result in results)
    assert len(results[0]) == 1
    assert results[0][0].fatalities == Count(10, 10, None)


def test_another_in_the_same_report_is_another():
    one = event("a", day("2019-05-02"), OSLO, (), EventType.ASSAULT, words="one")
    another = event("a", day("2019-05-02"), OSLO, (), EventType.ASSAULT, words="another")
    assert len(merge([one, another])) == 2


def test_what_is_only_planned_is_not_what_happened_on_another_day():
    planned = event("a", day("2019-05-09"), OSLO, assertion=Assertion.PLANNED)
    assert len(merge([planned, event("b", day("2019-05-02"), OSLO)])) == 2


def test_merging_compares_within_blocks_only(monkeypatch):
    """A thousand events on a thousand days cost no thousand times a thousand comparisons."""
    calls = 0

    def counted(a: object, b: object) -> None:
        nonlocal calls
        calls += 1

    monkeypatch.setattr("event_timeline.reading.merge.same", counted)
    start = datetime(2010, 1, 1)
    merge(
        event("r", TimeSpan(d, d + timedelta(days=1), Granularity.DAY), OSLO)
        for d in (start + timedelta(days=3 * n) for n in range(1000))
    )
    assert calls < 20_000


def test_what_somebody_made_known_is_one_statement_told_twice_in_one_report():
    def told(report: str, mode: str, basis: DateBasis = DateBasis.EXPLICIT) -> Event:
        spoken = event(report, day("2019-05-02"), OSLO, event_type=EventType.STATEMENT, basis=basis)
        return replace(spoken, event_mode=mode)

    assert len(merge([told("a", "announcement"), told("a", "disclosure")])) == 1
    assert len(merge([told("a", "announcement"), told("b", "announcement")])) == 2
    assert len(merge([told("a", "announcement"), told("a", "disclosure", DateBasis.PUBLICATION)])) == 2


def test_mentions_and_outlines_play_no_part_in_what_is_the_same():
    """So that very many events can be grouped without them, and made whole one at a time."""
    span = Span(0, 3)
    found = Mention(
        MentionRole.PLACE, "a", span, "met", "geonames:1", Provenance("toponym/name", "It is so named.")
    )
    where = replace(OSLO, area_wkb=b"outline")
    whole = [
        event("a", day("2019-05-02"), where, mentions=(found,)),
        event("b", day("2019-05-02"), where, mentions=(replace(found, report_id="b"),)),
        event("c", day("2020-05-02"), BERGEN),
    ]
    light = [replace(e, mentions=(), where=e.where and replace(e.where, area_wkb=None)) for e in whole]
    groups = grouped(light)
    assert [group.numbers for group in groups] == [(0, 1), (2,)]
    assert [
        united(group.numbers, group.reasons, whole.__getitem__, lambda number: 0) for group in groups
    ] == merge(whole)


def test_two_deeds_of_one_day_and_town_stay_two_when_means_or_figures_or_targets_differ():
    assert len(merge([deed("a", "explosives"), deed("b", "gunfire")])) == 2
    assert len(merge([deed("a", dead=3), deed("b", dead=17)])) == 2
    assert len(merge([deed("a", told="A bomb hit a hotel."), deed("b", told="A bomb hit a bridge.")])) == 2
    assert len(merge([deed("a", dead=9), deed("b", dead=11)])) == 1


def test_deeds_of_one_report_are_one_only_where_it_tells_them_as_one():
    first, second = deed("a"), deed("a")
    assert len(merge([first, second])) == 2
    (one,) = merge([first, replace(second, same_as=first.event_id)])
    assert len(one.tellings) == 2


def test_farmers_and_students_do_not_hold_one_protest():
    marches = [
        event(report, day("2019-05-02"), OSLO, (who,), EventType.PROTEST)
        for report, who in (("a", "farmers"), ("b", "students"))
    ]
    assert len(merge(marches)) == 2


def test_the_nearest_of_several_dated_twins_lends_its_date():
    twins = [event(report, day(on), OSLO) for report, on in (("a", "2019-05-02"), ("b", "2019-05-14"))]
    undated = event("c", day("2019-05-16"), None, basis=DateBasis.PUBLICATION)
    assert ("b", "c") in [e.report_ids for e in merge([*twins, undated])]
