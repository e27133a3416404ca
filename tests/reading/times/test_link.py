"""Which time belongs to which event, and what an event without one of its own takes.

The report is of Wednesday 21 February 2018.
"""

from datetime import datetime

import pytest
from event_timeline.core.event_types import EventType
from event_timeline.core.timespan import DateBasis

from .conftest import edtf


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


def test_an_event_after_another_lies_between_it_and_the_report(links):
    text = "On February 17 a shrine was attacked. Following the attack, police arrested hundreds."
    _, arrested = links(text, "attacked", "arrested")
    assert arrested is not None
    text = "On February 17 there was an attack on a shrine. Following the attack, police arrested hundreds."
    _, arrested = links(text, "attack", "arrested")
    assert arrested.when.edtf == "2018-02-17/2018-02-21"
    assert arrested.basis is DateBasis.NARRATIVE


def test_a_dateline_dates_the_report_and_not_its_events(links):
    text = "HERAT, Afghanistan (Feb. 21, 2018) - Soldiers detained two men yesterday."
    assert edtf(links(text, "detained")) == ["2018-02-20"]


def test_links_stand_in_the_order_of_their_triggers(links):
    assert links("Nothing happened.") == ()


def test_a_deed_takes_its_date_from_where_it_is_told_of_the_same_person(links):
    text = "He was charged with the murder of Maria Lopez. Lopez was murdered on 11 October 2016."
    assert edtf(links(text, "murder", "murdered")) == ["2016-10-11", "2016-10-11"]


def test_who_is_found_dead_was_killed_before(links):
    text = "A farmer was found dead on Monday with a stab wound."
    assert edtf(links(text, "found")) == ["../2018-02-19"]


def test_what_another_went_through_long_ago_dates_no_murder(links):
    text = "Navarro, whom gunmen had attacked in 1985, spoke at Soto's grave. He said that Soto's murder was useless."
    assert edtf(links(text, "attacked", "murder"))[1] != "1985"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He was charged with the murder of a judge.", "murder"),
        ("The bishop condemned the massacre of the villagers.", "massacre"),
        ("The envoys are all in Oslo now. Rebels have burnt three bridges.", "burnt"),
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


def test_the_years_of_an_office_are_not_those_of_a_deed(links):
    text = "They met after the murder of Pablo Soto, president of the bank and mayor of Cali in 1984."
    assert links(text, "murder")[0].when.edtf == "../2018-02-21"


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


def test_several_told_to_lie_apart_are_not_of_a_day_told_before(links):
    text = "A fort was attacked on Monday. Two blasts hit the port, a week apart."
    assert edtf(links(text, "attacked", "blasts")) == ["2018-02-19", "../2018-02-21"]


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


def test_since_another_event_is_up_to_the_report(links):
    text = "Thousands have fled since the bombing began on 4 February."
    assert edtf(links(text, "fled", "bombing")) == ["2018-02-04/2018-02-21", "2018-02-04"]


def test_what_is_so_old_began_so_long_ago(links):
    (truce,) = links("Some are opposed to the group's eight-month-old truce.", "truce", kind=EventType.AGREE)
    assert truce.when.edtf == "2017-06-21/2018-02-21"


def test_what_a_case_is_about_is_not_of_the_day_of_the_verdict(links):
    text = "A plumber was jailed on Monday for a robbery in a bakery."
    assert edtf(links(text, "jailed", "robbery")) == ["2018-02-19", "../2018-02-19"]
    text = "A plumber was charged on Monday with the murder of a baker on 3 February."
    assert edtf(links(text, "charged", "murder")) == ["2018-02-19", "2018-02-03"]


@pytest.mark.parametrize("punished", ["jailed for six years", "banned for three months"])
def test_the_time_for_which_somebody_is_punished_lies_ahead(links, punished):
    text = f"A surgeon has been {punished}."
    assert edtf(links(text, punished.split()[0], kind=EventType.COERCE)) == ["2018-02-21"]
