"""What speaks for two tellings being one, and what is too little."""

from __future__ import annotations

from dataclasses import replace

import pytest
from event_timeline.core.event import Count, Event
from event_timeline.core.event_types import EventType
from event_timeline.core.mentions import MentionRole
from event_timeline.core.report import Span
from event_timeline.core.timespan import DateBasis, Granularity, TimeSpan
from event_timeline.reading.merge import merge
from event_timeline.reading.merging.traits import sites_of

from .conftest import BERGEN, NORWAY, OSLO, day, deed, event

UNDATED = TimeSpan(None, None, Granularity.DAY)
MAY = TimeSpan(day("2019-05-01").start, day("2019-05-31").end, Granularity.MONTH, "2019-05")


def undated(told: Event) -> Event:
    """The same as a report without a date tells it."""
    return replace(told, when=UNDATED, date_basis=DateBasis.PUBLICATION)


def test_a_report_without_a_date_tells_the_deed_whose_town_target_and_figure_it_has():
    bombing = deed("a", dead=9, told="A bomb hit a hotel.")
    (one,) = merge([bombing, undated(deed("b", dead=9, told="They bombed the hotel."))])
    assert one.when == day("2019-05-02")
    assert len(merge([bombing, undated(deed("b"))])) == 2


def test_what_may_be_either_of_two_is_neither():
    twins = [
        replace(deed(report, dead=9, told="A bomb hit a hotel."), when=day(on))
        for report, on in (("a", "2019-05-02"), ("b", "2019-05-14"))
    ]
    further = undated(deed("c", dead=9, told="A bomb hit a hotel."))
    assert len(merge([*twins, further])) == 3
    assert len(merge([twins[0], further])) == 1


def test_who_met_whom_is_enough_where_they_met_but_once():
    meetings = [event(report, day(on), OSLO) for report, on in (("a", "2019-05-02"), ("b", "2019-07-02"))]
    further = undated(event("c", None, None, basis=DateBasis.PUBLICATION))
    assert len(merge([meetings[0], further])) == 1
    assert len(merge([*meetings, further])) == 3


def test_nobody_is_killed_twice():
    told = [
        event("a", day("2019-05-02"), None, (), EventType.ASSAULT, actor2=("Ana Reyes",)),
        event("b", MAY, OSLO, (), EventType.ASSAULT, actor2=("Ana Reyes",)),
        undated(event("c", None, None, (), EventType.ASSAULT, actor2=("Ana Reyes",))),
    ]
    (one,) = merge(told)
    assert (one.when, one.where) == (day("2019-05-02"), OSLO)


def test_a_day_taken_over_from_the_sentence_before_gives_way():
    bombing = deed("a", dead=9, told="A bomb hit a hotel.")
    retold = deed("b", dead=9, told="They had bombed the hotel.", basis=DateBasis.NARRATIVE)
    retold = replace(retold, when=day("2019-05-09"))
    assert len(merge([bombing, retold])) == 1
    assert len(merge([bombing, replace(retold, date_text="last Thursday")])) == 2


def test_a_body_meets_once_a_day_a_country_often():
    def session(report: str, who: str) -> Event:
        return event(report, day("2019-05-02"), None if report == "b" else OSLO, (who,))

    assert (
        len(merge([session("a", "Northern Fishing Council"), session("b", "Northern Fishing Council")])) == 1
    )
    assert len(merge([session("a", "Norway"), session("b", "Norway")])) == 2


def test_a_meeting_of_nobody_named_is_the_one_of_its_town_and_month():
    named = event("a", day("2019-05-02"), OSLO)
    (one,) = merge([named, event("b", MAY, OSLO, ())])
    assert one.when == day("2019-05-02")
    assert (
        len(merge([named, event("b", MAY, OSLO, ()), event("c", day("2019-05-22"), OSLO, ("Kenya",))])) == 3
    )


def test_people_of_one_kind_or_country_speak_for_one_deed_others_against_it():
    def kidnapping(report: str, whom: str) -> Event:
        where = OSLO if report == "a" else NORWAY
        told = event(report, day("2019-05-02"), where, (), EventType.ASSAULT, actor2=(whom,))
        return replace(told, event_mode="kidnap")

    assert len(merge([kidnapping("a", "Indian nurses"), kidnapping("b", "Indian doctors")])) == 1
    assert len(merge([kidnapping("a", "Indian nurses"), kidnapping("b", "Croatian nurses")])) == 2
    assert len(merge([kidnapping("a", "nurses"), kidnapping("b", "soldiers")])) == 2


def test_employees_may_be_diplomats_and_an_embassy_is_nobody():
    def bombing(report: str, whom: str) -> Event:
        return event(report, day("2019-05-02"), OSLO, (), EventType.ASSAULT, actor2=(whom,))

    assert len(merge([bombing("a", "employees"), bombing("b", "diplomats")])) == 1
    assert len(merge([bombing("a", "embassy"), bombing("b", "policemen")])) == 1


def test_what_was_struck_stands_between_the_commas_of_its_own_deed():
    told = "A bomb went off at the market, and days later gunmen raided the hospital."
    both = deed("a", told=told)
    telling = replace(both.tellings[0], trigger=Span(7, 15), sentence=Span(0, len(told)))
    assert sites_of(telling) == {"market"}


def test_that_both_were_somewhere_in_a_country_says_little():
    told = [
        event(report, day("2019-05-02"), NORWAY, (), EventType.COERCE, actor2=("men",))
        for report in ("a", "b")
    ]
    assert len(merge(told)) == 2
    assert len(merge([replace(deed, where=OSLO) for deed in told])) == 1


def test_near_a_town_is_the_town():
    near = replace(
        OSLO, name="Oslo, surroundings", gazetteer_id="region:near-oslo", where_prec=2, admin2="Asker"
    )
    town = replace(OSLO, where_prec=3, admin2="Oslo")
    told = [event(report, day("2019-05-02"), where) for report, where in (("a", near), ("b", town))]
    assert len(merge(told)) == 1


def test_one_who_acts_and_another_who_was_struck_may_take_part_in_one_deed():
    by_them = event("a", day("2019-05-02"), OSLO, ("Islamic State",), EventType.ASSAULT)
    on_her = event("b", day("2019-05-02"), OSLO, (), EventType.ASSAULT, actor2=("Ana Reyes",))
    assert len(merge([by_them, on_her])) == 1
    assert len(merge([by_them, replace(on_her, actor1=("Boko Haram",))])) == 2


@pytest.mark.parametrize(
    ("mode", "other", "n_events"),
    [("kidnap", "seizure", 1), ("hijack", "seizure", 1), ("arrest", "seizure", 1), ("kidnap", "arrest", 2)],
)
def test_whoever_was_seized_may_have_been_kidnapped_or_arrested(mode: str, other: str, n_events: int):
    def taken(report: str, mode: str) -> Event:
        event_type = EventType.ASSAULT if mode in ("kidnap", "hijack") else EventType.COERCE
        told = event(report, day("2019-05-02"), OSLO, (), event_type, actor2=("judges",))
        return replace(told, event_mode=mode)

    assert len(merge([taken("a", mode), taken("b", other)])) == n_events


def test_seized_goods_are_no_arrest():
    arrest = event("a", day("2019-05-02"), OSLO, (), EventType.COERCE, actor2=("men",))
    goods = event("b", day("2019-05-02"), OSLO, (), EventType.COERCE)
    assert len(merge([replace(arrest, event_mode="arrest"), replace(goods, event_mode="seizure")])) == 2


def test_a_presence_lasts_and_is_one_whichever_month_tells_of_it():
    told = [
        event("a", day("2019-06-20"), OSLO, ("NATO",), EventType.PRESENCE, basis=DateBasis.PUBLICATION),
        event("b", day("2019-07-25"), OSLO, ("NATO",), EventType.PRESENCE),
        undated(event("c", None, OSLO, ("NATO",), EventType.PRESENCE)),
    ]
    assert len(merge(told)) == 1
    assert len(merge([told[0], event("d", day("2019-07-25"), OSLO, ("Russia",), EventType.PRESENCE)])) == 2


def test_a_toll_told_as_at_least_may_grow_more_than_one_that_is_told_as_final():
    early, late = deed("a", dead=9), deed("b", dead=31)
    assert len(merge([early, late])) == 2
    assert len(merge([replace(early, fatalities=Count(9, 9, None)), late])) == 1


def test_a_day_within_the_month_that_the_best_placed_telling_has_is_lent_and_says_so():
    placed = event("a", MAY, OSLO, (), EventType.ASSAULT, actor2=("Ana Reyes",))
    dated = event("b", day("2019-05-02"), None, (), EventType.ASSAULT, actor2=("Ana Reyes",))
    (one,) = merge([placed, dated])
    assert (one.when, one.where) == (day("2019-05-02"), OSLO)
    (lent,) = (m for m in one.mentions if m.role is MentionRole.DATE)
    assert lent.provenance.why.startswith("Taken from b, which tells the same event")


def test_the_town_in_the_country_that_the_best_dated_telling_has_is_lent():
    dated, placed = event("a", day("2019-05-02"), NORWAY), event("b", MAY, OSLO)
    (one,) = merge([dated, placed])
    assert (one.when, one.where) == (day("2019-05-02"), OSLO)


def test_a_town_that_is_only_presumed_is_not_given_up_for_its_country():
    presumed = replace(event("a", day("2019-05-02"), OSLO), score_place=0.3)
    (one,) = merge([presumed, event("b", day("2019-05-02"), NORWAY)])
    assert one.where == OSLO
    (one,) = merge([presumed, event("b", day("2019-05-02"), BERGEN)])
    assert one.where == BERGEN


def test_whoever_is_captured_may_have_been_arrested_or_kidnapped_but_an_arrest_is_no_kidnapping():
    kidnapped = deed("a", "kidnap", told="Ana Reyes was kidnapped.", words="kidnapped")
    taken = replace(deed("b", "arrest", words="captured"), event_type=EventType.COERCE)
    arrested = replace(deed("c", "arrest", words="arrested"), event_type=EventType.COERCE)
    assert len(merge([kidnapped, taken])) == 1
    assert len(merge([kidnapped, arrested])) == 2


def test_a_battle_in_which_a_bomb_is_told_may_be_told_as_the_bombing_and_another_battle_may_not():
    bombing = deed("a", "explosives", told="A bomb met the column.")
    assert len(merge([bombing, deed("b", "battle", told="They met a bomb and fell.")])) == 1
    assert len(merge([bombing, deed("b", "battle", told="They met the rebels and fell.")])) == 2


def test_a_leader_may_be_of_any_sort_of_people():
    leader = deed("a", actor2=("leader",))
    assert len(merge([leader, deed("b", actor2=("rebels",))])) == 1
    assert len(merge([deed("a", actor2=("teacher",)), deed("b", actor2=("rebels",))])) == 2


def test_a_rare_name_that_both_sentences_hold_speaks_for_one_deed_and_the_reason_says_so():
    told = deed("a", told="Villagers of the Vindmark row were struck.")
    alike = replace(deed("b", told="The Vindmark shook."), where=NORWAY)
    (one,) = merge([told, alike])
    assert any("both name Vindmark" in m.provenance.why for m in one.mentions)
    assert len(merge([told, replace(deed("b", told="Oslo shook."), where=NORWAY)])) == 2


def test_a_day_that_may_be_the_day_of_telling_gives_way_to_a_firm_one_shortly_before():
    firm = deed("a", "killing", dead=12, told="They struck a school.", actor2=("Ana Reyes",))
    loose = replace(
        deed("b", "killing", dead=12, told="They struck a school.", actor2=("Ana Reyes",)),
        when=day("2019-05-04"),
        date_text="on Saturday",
        score_time=0.5,
    )
    (one,) = merge([firm, loose])
    assert one.when == day("2019-05-02")
    assert len(merge([firm, replace(loose, score_time=0.9)])) == 2
    assert len(merge([firm, replace(loose, when=day("2019-06-04"))])) == 2
