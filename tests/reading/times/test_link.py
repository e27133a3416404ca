"""Which time belongs to which event, and what an event without one of its own takes.

The report is of Wednesday 21 February 2018.
"""

from datetime import datetime

import pytest
from event_timeline.core.event_types import EventType
from event_timeline.core.timespan import DateBasis


def edtf(links):
    return [link and link.when.edtf for link in links]


def test_a_date_before_a_noun_belongs_to_that_noun(links):
    text = "The March 30 visit and the September 2016 drill pleased both sides."
    assert edtf(links(text, "visit", "drill")) == ["2017-03-30", "2016-09"]


def test_each_clause_has_its_own_date(links):
    text = "Gunmen attacked a bus on January 20 and soldiers raided a farm on January 25."
    assert edtf(links(text, "attacked", "raided")) == ["2018-01-20", "2018-01-25"]


def test_one_on_a_day_and_another_a_week_later_are_a_week_apart(links):
    text = "Several attacks followed, including one on a mill on January 18 and another a week later near a bridge."
    assert edtf(links(text, "one", "another")) == ["2018-01-18", "2018-01-25"]


def test_a_clause_alongside_shares_its_date(links):
    text = "Soldiers detained two men while searching for a smuggler yesterday."
    assert edtf(links(text, "detained")) == ["2018-02-20"]


def test_since_is_open_and_between_has_two_ends(links):
    (since,) = links("Since 2015 the army has occupied the valley.", "occupied:state")
    assert since.when.goes_on
    assert since.when.edtf == "2015/.."
    (between,) = links("The army occupied the valley between March 2014 and May 2016.", "occupied:state")
    assert between.when.edtf == "2014-03/2016-05"


def test_an_event_after_another_lies_between_it_and_the_report(links):
    text = "On February 17 a shrine was attacked. Following the attack, police arrested hundreds."
    _, arrested = links(text, "attacked", "arrested")
    assert arrested is not None
    text = "On February 17 there was an attack on a shrine. Following the attack, police arrested hundreds."
    _, arrested = links(text, "attack", "arrested")
    assert arrested.when.edtf == "2018-02-17/2018-02-21"
    assert arrested.basis is DateBasis.NARRATIVE


def test_two_months_after_dates_what_came_before(links):
    text = "Nearly two months after the king announced a truce, the rebels attacked on Tuesday."
    announced, attacked = links(text, "announced", "attacked")
    assert attacked.when.edtf == "2018-02-20"
    assert announced.when.edtf == "2017-12-21~/2018-01-20~"


def test_a_press_conference_takes_the_date_of_the_meeting_told_before(links):
    text = "The ministers held a meeting on Tuesday. The ministers spoke at a press conference."
    meeting, conference = links(text, "meeting", "conference", kind=EventType.CONSULT)
    assert conference.when == meeting.when
    assert "meeting" in conference.provenance.why


def test_a_state_holds_as_of_the_day_of_the_news(links):
    text = "The minister spoke on Tuesday. There are a thousand fighters in the north."
    _, fighters = links(text, "spoke", "fighters:state")
    assert fighters.when.edtf == "2018-02-20"


def test_a_plan_lies_ahead_of_the_report(links):
    (talks,) = links("The council is getting ready for its next meeting.", "meeting:planned")
    assert talks.when.edtf == "2018-02-21/.."


def test_news_without_a_date_takes_the_report_s_and_says_so(links):
    (bombed,) = links("Rebels bombed a bridge.", "bombed")
    assert bombed.when.edtf == "2018-02-21"
    assert bombed.basis is DateBasis.PUBLICATION
    assert bombed.provenance.score < 0.5
    assert "No date is told" in bombed.provenance.why


def test_without_a_report_date_nothing_is_guessed(links):
    (bombed,) = links("Rebels bombed a bridge.", "bombed", published=None)
    assert (bombed.when.start, bombed.when.edtf) == (None, "")
    (met,) = links("They met on January 20.", "met", published=None)
    assert met.when.edtf == "XXXX-01-20"
    assert not met.when.is_dated


def test_a_dateline_dates_the_report_and_not_its_events(links):
    text = "HERAT, Afghanistan (Feb. 21, 2018) - Soldiers detained two men yesterday."
    assert edtf(links(text, "detained")) == ["2018-02-20"]


def test_what_was_long_over_before_the_story_is_not_dated_by_it(links):
    text = "Soldiers took the town on Tuesday. The mayor resigned. He had fled from rebels."
    fled = links(text, "took", "resigned", "fled")[2]
    assert (fled.when.start, fled.when.edtf) == (None, "../2018-02-21")


def test_links_stand_in_the_order_of_their_triggers(links):
    assert links("Nothing happened.") == ()


def test_a_deed_takes_its_date_from_where_it_is_told_of_the_same_person(links):
    text = "He was charged with the murder of Maria Lopez. Lopez was murdered on 11 October 2016."
    assert edtf(links(text, "murder", "murdered")) == ["2016-10-11", "2016-10-11"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He was charged with the murder of a judge.", "murder"),
        ("The bishop condemned the massacre of the villagers.", "massacre"),
        ("Rebels have burnt three bridges.", "burnt"),
        ("The men who burnt the bridge are at large.", "burnt"),
        ('"We attacked the fort," the commander said.', "attacked"),
    ],
)
def test_what_only_lies_before_the_report_has_an_open_start_and_says_why(links, text, word):
    (deed,) = links(text, word)
    assert (deed.when.start, deed.when.end) == (None, datetime(2018, 2, 22))
    assert deed.when.edtf == "../2018-02-21"
    assert not deed.when.is_dated
    assert (deed.basis, deed.text) == (DateBasis.PUBLICATION, "")
    assert deed.provenance.score < 0.3
    assert "lies before the report, which is of 2018-02-21" in deed.provenance.why


def test_the_day_of_telling_bounds_what_was_told(links):
    (raid,) = links("The mayor announced on Monday that gunmen attacked the market.", "attacked")
    assert raid.when.edtf == "../2018-02-19"
    (raid,) = links("Gunmen attacked the market, the mayor said on Monday.", "attacked")
    assert raid.when.edtf == "2018-02-19"


def test_an_event_named_again_takes_the_date_with_which_it_was_told(links):
    text = "Gunmen attacked the market on Monday. The governor condemned the attack."
    assert edtf(links(text, "attacked", "attack")) == ["2018-02-19", "2018-02-19"]


def test_background_does_not_pass_its_date_on(links):
    text = "Soldiers attacked the rebels, who attacked the dam in May. They burnt a camp."
    assert links(text, "attacked", "attacked", "burnt")[2].when.edtf == "2018-02-21"
    text = "Talks will resume on Friday. Gunmen attacked a bus."
    assert links(text, "resume:planned", "attacked")[1].when.edtf == "2018-02-21"


def test_a_meeting_that_is_hosted_is_the_meeting_told_before(links):
    text = "The envoys met on Monday, days after fighting stopped. A former king hosted the meeting."
    assert edtf(links(text, "met", "hosted", kind=EventType.CONSULT)) == ["2018-02-19", "2018-02-19"]


def test_fled_after_is_dated_by_what_came_before(links):
    text = "He fled after soldiers attacked him in May 2009."
    assert edtf(links(text, "fled", "attacked")) == ["2009-05", "2009-05"]


def test_a_headline_is_dated_by_its_lead(links):
    text = "Gunmen kill envoy\n\nGunmen attacked the envoy on Monday."
    assert edtf(links(text, "kill", "attacked")) == ["2018-02-19", "2018-02-19"]


def test_the_day_of_an_event_goes_before_the_day_on_which_it_was_reported(links):
    text = "Police reported today that a teacher was killed on 4 February. The woman was shot in her car."
    assert edtf(links(text, "killed", "shot")) == ["2018-02-04", "2018-02-04"]


def test_a_day_in_a_name_dates_nothing(links):
    (killed,) = links("A leader of the 19 April Movement was killed by gunmen.", "killed")
    assert killed.when.edtf == "2018-02-21"


def test_two_days_in_a_row_are_one_time(links):
    assert edtf(links("Clashes erupted on Saturday and Sunday.", "erupted")) == ["2018-02-17/2018-02-18"]


def test_a_day_after_dates_what_came_before_by_any_day_of_the_sentence(links):
    text = "Shells struck the port on Saturday, a day after the two sides signed a deal."
    assert edtf(links(text, "signed")) == ["2018-02-16"]


def test_what_was_told_so_long_after_is_dated_by_the_event_it_stands_for(links):
    text = "Rebels attacked a fort on Thursday. The attack came a day after soldiers burnt a camp."
    assert edtf(links(text, "attacked", "attack", "burnt")) == ["2018-02-15", "2018-02-15", "2018-02-14"]


def test_what_looks_back_is_not_what_the_story_goes_on_from(links):
    text = "Rebels attacked a fort on Monday. A week earlier troops bombed a camp. Soldiers burnt the market."
    assert edtf(links(text, "attacked", "bombed", "burnt")) == ["2018-02-19", "2018-02-12", "2018-02-19"]


def test_a_record_is_not_dated_by_what_it_beats(links):
    text = "It was the deadliest attack since May 2017, when a bomb killed ninety."
    attack, killed = links(text, "attack", "killed")
    assert killed.when.edtf == "2017-05"
    assert attack is None or attack.when.edtf != "2017-05/.."


def test_what_is_said_of_a_truce_dates_it_and_not_the_clause_around(links):
    text = "Rebels shelled the town on Tuesday, breaching a truce agreed in December."
    assert edtf(links(text, "shelled", "truce")) == ["2018-02-20", "2017-12"]


def test_those_accused_were_not_accused_when_their_trial_began(links):
    (accused,) = links("The trial of men accused of arson began in Tunis on Tuesday.", "accused")
    assert accused.when.edtf != "2018-02-20" or accused.basis is DateBasis.NARRATIVE


def test_a_plan_does_not_lie_in_a_past_told_in_another_clause(links):
    (meet,) = links("The two shook hands in June and agreed to meet again.", "meet:planned")
    assert meet.when.edtf == "2017-06-01/.."


def test_days_after_is_two_to_seven_days(links):
    text = "Rebels attacked the post on Tuesday, days after the army suspended talks."
    assert edtf(links(text, "suspended")) == ["2018-02-13~/2018-02-18~"]


def test_what_came_weeks_before_some_months_is_dated_by_them_with_doubt(links):
    text = "The submarines arrived in late 2016, two weeks after a minister had visited the base."
    assert edtf(links(text, "arrived", "visited")) == ["2016-09-01/2016-12-31", "2016-08-18~/2016-12-17~"]


def test_after_a_year_told_in_a_clause_of_no_event_is_of_that_year(links):
    text = "After his party came to power in 2009, he expelled the envoys."
    assert edtf(links(text, "expelled")) == ["2009"]


def test_the_end_of_a_range_hangs_where_its_start_hangs(links):
    text = "A court on Tuesday sentenced four officers for the murder of 29 people under the regime of 1976 to 1983."
    assert edtf(links(text, "sentenced")) == ["2018-02-20"]


def test_an_owner_s_day_is_neither_a_deadline_nor_ahead(links):
    text = "He said on Tuesday they would not bow to threats exemplified by Monday's blast."
    assert edtf(links(text, "blast")) == ["2018-02-19"]


@pytest.mark.parametrize(
    "name", ['the "9 May" People\'s Liberation Forces', "the 19-April Movement", "the 1 May Brigades"]
)
def test_a_day_in_a_long_or_quoted_name_dates_nothing(links, name):
    (killed,) = links(f"A leader of {name} was killed by gunmen.", "killed")
    assert killed.when.edtf == "2018-02-21"


def test_a_day_before_somebody_s_name_dates_what_they_did(links):
    text = "On 5 February army troops attacked the village."
    assert edtf(links(text, "attacked")) == ["2018-02-05"]


def test_days_later_in_the_sentence_of_an_old_date_count_from_that(links):
    text = "Gunmen attacked a bus on Monday. In August 2008 rebels burnt a camp; five days later they shelled a port."
    assert edtf(links(text, "attacked", "burnt", "shelled")) == ["2018-02-19", "2008-08", "2008-08"]


def test_the_day_of_telling_is_the_last_that_a_deed_takes(links):
    text = (
        "Rebels attacked a fort on Friday. The army announced a truce on Tuesday. Rebels also burnt a camp."
    )
    assert edtf(links(text, "attacked", "burnt")) == ["2018-02-16", "2018-02-16"]
    text = "The army said on Monday that it had freed ten men. Its planes bombed a camp."
    assert edtf(links(text, "bombed")) == ["2018-02-19"]


def test_a_deed_takes_the_time_that_was_told_just_before_of_its_scene(links):
    text = "Damage was reported in a storm of violence that hit the port last night. Three bombs exploded."
    assert edtf(links(text, "exploded")) == ["2018-02-20T18/2018-02-20T23"]


def test_a_time_of_day_is_of_the_day_that_the_story_is_at_and_not_of_one_in_passing(links):
    text = "Rebels shelled on Tuesday the town that fell on Friday. Jets bombed the port at dawn."
    (_, bombed) = links(text, "shelled", "bombed")
    assert bombed.when.edtf.startswith("2018-02-20")


def test_a_stretch_of_years_is_no_point_that_the_story_goes_on_from(links):
    text = "Over the past 16 years rebels have attacked the port often. Gunmen burnt a bus."
    assert edtf(links(text, "burnt")) == ["2018-02-21"]


def test_a_deed_does_not_go_back_behind_what_was_said_days_later(links):
    text = (
        "Gunmen attacked a bus on 10 February.\n\nThe army said on 16 February that it was ready.\n\n"
        "Its planes bombed a port."
    )
    _, bombed = links(text, "attacked", "bombed")
    assert bombed.when.edtf == "2018-02-16"


@pytest.mark.parametrize(
    "text",
    [
        "The senate rejected the results of Sunday's vote.",
        "The march planned for Saturday was rejected.",
        "The senate rejected a march scheduled for Saturday.",
    ],
)
def test_the_day_of_another_noun_or_of_a_plan_is_not_that_of_the_verb(links, text):
    assert edtf(links(text, "rejected")) == ["2018-02-21"]


def test_a_deed_in_what_a_day_owns_is_of_that_day(links):
    assert edtf(links("Ten people were trampled in Sunday's stampede.", "trampled")) == ["2018-02-18"]
    assert edtf(links("Sunday's stampede killed ten people.", "killed")) == ["2018-02-18"]


def test_what_was_done_to_a_victim_of_another_day_is_of_its_own(links):
    text = "Police freed the man who ran the mill and a boy kidnapped on Monday."
    assert edtf(links(text, "freed:planned", "kidnapped"))[1] == "2018-02-19"


def test_a_deed_named_as_known_was_over_by_the_day_of_its_sentence(links):
    text = "Judges on Monday ended the strike that followed the murder of a colleague."
    assert edtf(links(text, "murder")) == ["../2018-02-19"]
    assert edtf(links("On Friday the town saw one of its worst attacks.", "attacks")) == ["2018-02-16"]


def test_the_perfect_sums_up_until_the_report_and_a_running_week_ends_with_it(links):
    assert edtf(links("Rebels have burnt five farms since 3 February.", "burnt")) == ["2018-02-03/2018-02-21"]
    assert edtf(links("Rebels burnt a farm this week.", "burnt")) == ["2018-02-19/2018-02-21"]
    (held,) = links("Rebels have held the farm since 3 February.", "held:state")
    assert held.when.goes_on


def test_days_count_from_an_event_named_before_its_own_sentence(links):
    text = "Two months after the coup of 2 December, soldiers arrested the minister."
    coup, arrested = links(text, "coup", "arrested", kind=EventType.COERCE)
    assert (coup.when.edtf, arrested.when.start.month) == ("2017-12-02", 1)


def test_several_told_to_lie_apart_are_not_of_a_day_told_before(links):
    text = "A fort was attacked on Monday. Two blasts hit the port, a week apart."
    assert edtf(links(text, "attacked", "blasts")) == ["2018-02-19", "../2018-02-21"]


def test_the_night_of_two_days_ends_in_the_morning(links):
    (raid,) = links("Rebels raided a fort near Zlitan on the night of 3-4 February, killing two.", "raided")
    assert (raid.when.start, raid.when.end) == (datetime(2018, 2, 3, 18), datetime(2018, 2, 4, 6))


def test_what_counts_on_dates_nothing_told_before_it(links):
    text = "Gunmen kidnapped a trader on 5 February; he was freed a week later after soldiers raided a farm."
    assert edtf(links(text, "kidnapped", "freed")) == ["2018-02-05", "2018-02-12"]


def test_an_occasion_that_takes_place_is_not_what_was_told(links):
    text = "The army was attacked. The funeral took place on Monday."
    assert edtf(links(text, "attacked")) == ["2018-02-21"]
    text = "The army was attacked. The clash took place on Monday."
    assert edtf(links(text, "attacked")) == ["2018-02-19"]


def test_weeks_of_something_were_over_when_what_came_after_happened(links):
    text = "Soldiers seized the palace on 11 February after weeks of clashes."
    assert edtf(links(text, "seized", "clashes")) == ["2018-02-11", "../2018-02-11"]


def test_shortly_before_midnight_is_of_the_day_that_ends(links):
    assert edtf(links("Shells hit the port shortly before midnight on Sunday.", "hit")) == ["2018-02-18"]


def test_since_another_event_is_up_to_the_report(links):
    text = "Thousands have fled since the bombing began on 4 February."
    assert edtf(links(text, "fled", "bombing")) == ["2018-02-04/2018-02-21", "2018-02-04"]


def test_what_is_said_of_an_old_deed_is_said_when_the_report_is_written(links):
    text = "Gunmen attacked a mill on 12 February. The bishop condemned the attack."
    assert edtf(links(text, "condemned", kind=EventType.ACCUSE)) == ["2018-02-21"]


def test_minutes_after_something_that_is_no_event_counts_from_its_day(links):
    text = "The two sides attacked each other minutes after the truce came into force on Saturday."
    assert edtf(links(text, "attacked")) == ["2018-02-17"]
