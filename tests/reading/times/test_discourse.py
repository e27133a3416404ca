"""An event without a date of its own takes that of the story, or of the report, and says so.

The report is of Wednesday 21 February 2018.
"""

import pytest
from event_timeline.core.event_types import EventType
from event_timeline.core.timespan import DateBasis

from .conftest import edtf


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


def test_what_was_long_over_before_the_story_is_not_dated_by_it(links):
    text = "Soldiers took the town on Tuesday. The mayor resigned. He had fled from rebels."
    fled = links(text, "took", "resigned", "fled")[2]
    assert (fled.when.start, fled.when.edtf) == (None, "../2018-02-21")


def test_background_does_not_pass_its_date_on(links):
    text = "Soldiers attacked the rebels, who attacked the dam in May. They burnt a camp."
    assert links(text, "attacked", "attacked", "burnt")[2].when.edtf == "2018-02-21"
    text = "Talks will resume on Friday. Gunmen attacked a bus."
    assert links(text, "resume:planned", "attacked")[1].when.edtf == "2018-02-21"


def test_what_looks_back_is_not_what_the_story_goes_on_from(links):
    text = "Rebels attacked a fort on Monday. A week earlier troops bombed a camp. Soldiers burnt the market."
    assert edtf(links(text, "attacked", "bombed", "burnt")) == ["2018-02-19", "2018-02-12", "2018-02-19"]


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


def test_what_is_said_of_an_old_deed_is_said_when_the_report_is_written(links):
    text = "Gunmen attacked a mill on 12 February. The bishop condemned the attack."
    assert edtf(links(text, "condemned", kind=EventType.ACCUSE)) == ["2018-02-21"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A suspect in the 1998 bombing was arrested in Lagos.", ["1998", "2019-05-20"]),
        ("Relatives of victims of the 1994 massacre marched in Kigali.", ["1994", "2019-05-20"]),
        ("Gunmen attacked a 19th-century church near Gao.", ["2019-05-20"]),
        ("Police arrested ten people during an early Sunday operation in Lyon.", ["2019-05-19"]),
    ],
)
def test_a_year_before_a_noun_names_it(tellings_of, text, expected):
    assert [event.when.edtf for event in tellings_of(text)] == expected


def test_what_somebody_told_reporters_is_of_the_day_they_wrote(tellings_of):
    events = tellings_of(
        "A bomb killed nine guards in Gao on 12 May. They were unarmed, an officer told reporters."
    )
    assert [(e.event_type.value, e.when.edtf) for e in events] == [
        ("ASSAULT", "2019-05-12"),
        ("STATEMENT", "2019-05-20"),
    ]


def test_a_meeting_that_opens_a_paragraph_with_other_names_is_of_the_day_of_the_report(tellings_of):
    news = "Rebels killed two guards in Gao on 17 May.\n\n"
    *_, others = tellings_of(news + "Anna Berg met Joe Bloggs in Oslo.")
    *_, same = tellings_of(news + "Mayor Ali Diarra of Gao met the elders.")
    assert (others.when.edtf, same.when.edtf) == ("2019-05-20", "2019-05-17")


def test_the_perfect_tells_the_news_in_the_lead_and_what_is_over_behind_it(tellings_of):
    lead, behind = tellings_of(
        "Police have arrested two men in Gao.\n\nThe army has bombed a village in Kidal."
    )
    assert (lead.when.edtf, behind.when.edtf) == ("2019-05-20", "../2019-05-20")
