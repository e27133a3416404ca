"""Expressions in sentences: what they are worth, and on which side of the report they lie.

The report is of Wednesday 21 February 2018 unless a test says otherwise.
"""

from datetime import date, datetime

import pytest
from event_timeline.core.mentions import TimexKind
from event_timeline.core.timespan import DateBasis, Granularity


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Tuesday.", "2018-02-20"),
        ("They met on Wednesday.", "2018-02-21"),
        ("They will meet on Tuesday.", "2018-02-27"),
        ("They plan to meet on Tuesday.", "2018-02-27"),
        ("They are expected to meet on Friday.", "2018-02-23"),
        ("They met last Friday.", "2018-02-16"),
        ("They met on Tuesday of last week.", "2018-02-13"),
        ("The bridge was closed on March 30.", "2017-03-30"),
        ("The bridge will be closed on March 30.", "2018-03-30"),
        ("The dividend is payable March 15.", "2018-03-15"),
        ("They met on Saturday, February 24.", "2018-02-24"),
        ("Troops left in December.", "2017-12"),
        ("Work resumed last autumn.", "2017-FA"),
        ("Work ended two years ago.", "2016"),
        ("Work ended three weeks ago.", "2018-W05"),
        ("The raid took place overnight.", "2018-02-20TNI"),
        ("The raid took place at 10:30 a.m. on Tuesday.", "2018-02-20T10:30"),
        ("The raid took place on the night of January 20.", "2018-01-20TNI"),
        ("Sales fell in the third quarter of 2016.", "2016-Q3"),
        ("They met in the first week of May 2016.", "2016-W17"),
        ("The patrol left at 271830Z JAN 18 for the border.", "2018-01-27T18:30"),
        ("The temple burned in 480 BC.", "BC0480"),
        ("OnFebruary 17, the shrine was attacked.", "2018-02-17"),
        ("The report is dated 22.05.2017.", "2017-05-22"),
        ("He returned on Christmas Eve.", "2017-12-24"),
        ("He was caught during Ramadan.", "2017-05-27/2017-06-25"),
        ("They will meet after Eid al-Adha.", "2018-08-22"),
        ("They met on Good Friday.", "2017-04-14"),
        ("The course was closed 13 Apr - 12 May 2016.", ["2016-04-13", "2016-05-12"]),
        ("The war (March 19-April 30, 2003) was short.", ["2003-03-19", "2003-04-30"]),
        ("The desk was open from 3 Oct 10pm on.", ["2017-10-03T22:00"]),
        ("They marched every Tuesday.", "XXXX-WXX-2"),
        ("It costs two million a year.", "P1Y"),
        ("The current mayor resigned.", "PRESENT_REF"),
        ("An eight-month-old truce broke.", "P8M"),
        ("They could not be reached on Friday.", "2018-02-16"),
        ("- 5 February: The council holds a session on Kenya.", "2018-02-05"),
        ("- 5 March: The council will hold a session on Kenya.", "2018-03-05"),
        ("They fought for two bloody weeks.", "P2W"),
        ("They stayed for two and a half years.", "P2Y6M"),
    ],
)
def test_value(values, text, value):
    assert values(text) == (value if isinstance(value, list) else [value])


@pytest.mark.parametrize(
    "text",
    [
        "The Good Friday Agreement held.",
        "The Yom Kippur War was short.",
        "He was seen on 60 Minutes.",
        "His eight-month-old son slept.",
        "The men were 37 years old.",
    ],
)
def test_no_time(values, text):
    assert values(text) == []


def test_a_date_just_after_one_told_in_full_is_of_its_year(values):
    text = "The mosque fell on February 22, 2006. Bodies were found on February 25."
    assert values(text) == ["2006-02-22", "2006-02-25"]
    text = "He was born on 3 February 1965. The court sat on February 6."
    assert values(text) == ["1965-02-03", "2018-02-06"]


def test_the_day_of_telling_does_not_move_the_story(values):
    text = "Gunmen killed ten on Sunday, the governor said on Tuesday. They came at 9 a.m."
    assert values(text) == ["2018-02-18", "2018-02-20", "2018-02-18T09:00"]


def test_hours_later_is_within_the_day_told_before(values):
    assert values("A bomb went off on Sunday. Hours later a second one did.")[1] == "2018-02-18"


def test_what_looks_back_does_not_move_the_story(values):
    text = "The town fell on May 3, 1995. It had changed hands two years earlier. The next day it rained."
    assert values(text) == ["1995-05-03", "1993", "1995-05-04"]


def test_a_week_later_counts_from_the_date_told_before_and_not_from_the_report(timexes):
    found = timexes("A hotel was stormed on January 20. A week later a bomb went off.")
    assert found["A week later"].value == "2018-01-27"
    assert found["A week later"].basis is DateBasis.NARRATIVE


def test_both_ends_of_a_range_take_month_and_year(values):
    assert values("The exercise ran from 3 to 7 March 2016.") == ["2016-03-03", "2016-03-07"]
    assert values("Fighting lasted from October to March 1995.") == ["1994-10", "1995-03"]
    assert values("The war of 1939-45 was over.") == ["1939", "1945"]


def test_early_and_late_are_thirds_and_the_beginning_is_less(timexes):
    late = timexes("They came in late 2015.")["late 2015"]
    assert (late.value, late.modifier) == ("2015", "END")
    assert late.when.start == datetime(2015, 9, 1)
    begin = timexes("Aid was cut at the beginning of the year.")["the beginning of the year"]
    assert (begin.value, begin.when.start, begin.when.end) == (
        "2018",
        datetime(2018, 1, 1),
        datetime(2018, 3, 3),
    )


def test_recently_is_vague_and_bounded(timexes):
    found = timexes("He recently resigned.")["recently"]
    assert found.value == "PAST_REF"
    assert found.when.granularity is Granularity.VAGUE
    assert found.when.end == datetime(2018, 2, 22)


def test_a_length_up_to_the_report_is_an_interval(timexes):
    found = timexes("It has cost billions over the last 15 years.")["the last 15 years"]
    assert (found.kind, found.value) == (TimexKind.DURATION, "P15Y")
    assert found.when.edtf == "2003-02-21/2018-02-21"


def test_a_time_zone_named_in_the_text_is_turned_into_utc(timexes):
    found = timexes("It struck at 10 a.m. EST on Tuesday.")
    (only,) = found.values()
    assert only.value == "2018-02-20T10:00"
    assert only.when.start == datetime(2018, 2, 20, 15, 0)


def test_figures_that_could_be_read_either_way_say_so(timexes):
    found = timexes("It is dated 05/03/2016.")["05/03/2016"]
    assert "other way round" in found.provenance.why
    assert found.provenance.score < 0.7


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on January 20.", "XXXX-01-20"),
        ("They met on Tuesday.", "XXXX-WXX-2"),
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met in March.", "XXXX-03"),
    ],
)
def test_without_a_report_date_nothing_is_guessed(timexes, text, value):
    (found,) = timexes(text, published=None).values()
    assert found.value == value
    assert (found.when.start, found.when.end) == (None, None)


def test_without_a_report_date_a_full_date_stands_and_a_week_later_is_counted(values):
    text = "On January 20 a hotel was stormed. A week later a bomb went off. It began on 3 March 2016."
    assert values(text, published=None) == ["XXXX-01-20", "XXXX-01-27", "2016-03-03"]


@pytest.mark.parametrize(
    "text",
    [
        "He may march on.",
        "The sun sat low.",
        "May I ask?",
        "She had 1500 euros and room 2016.",
        "A boy 12 years old was hurt.",
        "Three-quarters of the town fled.",
        "The Orion 1980 is a telescope.",
        "Reference 2011-07-S-070 was filed.",
    ],
)
def test_no_time_is_seen_where_none_is(values, text):
    assert values(text) == []


def test_a_history_hangs_dates_without_a_year_on_the_date_told_before(values):
    text = (
        "War broke out in June 1914. In August 1914 the army crossed the river. In May 1915 it fell back. "
        "In March 1916 it rose again. In April 1917 it won. In July 1917 it lost. In September the front broke. "
        "In January peace was made."
    )
    assert values(text)[-2:] == ["1917-09", "1918-01"]


def test_what_came_later_but_is_over_counts_from_what_was_told_in_passing(values):
    text = (
        "A drone dropped bombs on Tuesday. The truce has been broken twice since it was signed on 11 January. "
        "The first breach came a week later, when soldiers shelled a post."
    )
    assert values(text, date(2018, 2, 21)) == ["2018-02-20", "2018-01-11", "2018-01-18"]


def test_news_that_looks_back_far_is_no_history(values):
    text = (
        "A court on Tuesday convicted four men. They were caught in June 1977. In August 1978 one fled. "
        "In 1990 he was seen, in 1992 and in 1994 again, and in 1996 he was caught. Last month a witness spoke. "
        "A crowd marched on Tuesday evening."
    )
    assert values(text, date(2018, 2, 21))[-2:] == ["2018-01", "2018-02-20TEV"]


@pytest.mark.parametrize("published", [date(2016, 2, 29), date(1, 1, 1), date(9999, 12, 31)])
def test_the_edges_of_the_calendar_do_no_harm(values, published):
    values("They met last week, on Friday, on February 29, a year ago and will meet next year.", published)


@pytest.mark.parametrize(
    "text",
    ["The 9/11 attacks changed the country.", "After the Sept. 11 attacks the law was changed."],
)
def test_the_eleventh_of_september_is_that_of_2001(values, text):
    assert values(text) == ["2001-09-11"]


@pytest.mark.parametrize("text", ["It scored 9/10.", "On Sept. 12 attacks ceased."])
def test_other_figures_and_days_are_not(values, text):
    assert "2001-09-11" not in values(text)


@pytest.mark.parametrize(
    "text",
    [
        '"Our troops took the village yesterday," the general said on Monday.',
        'The general said on Monday: "Our troops took the village yesterday."',
    ],
)
def test_a_day_in_a_quotation_counts_from_when_it_was_said(timexes, text):
    assert timexes(text)["yesterday"].value == "2018-02-18"


@pytest.mark.parametrize(
    "text",
    [
        '"Our troops took the village yesterday," the general said.',
        'Fighting went on on Monday. "Our troops took the village yesterday," the general said.',
    ],
)
def test_without_the_day_of_speaking_it_counts_from_the_report(timexes, text):
    assert timexes(text)["yesterday"].value == "2018-02-20"


def test_the_pluperfect_lies_before_the_news(values):
    text = "A mosque was attacked on Friday. On Tuesday gunmen had killed two judges."
    assert values(text) == ["2018-02-16", "2018-02-13"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A week earlier troops had left.", "2018-02-12"),
        ("The same evening police came.", "2018-02-19TEV"),
    ],
)
def test_after_a_look_back_the_story_is_at_its_news_again(values, text, value):
    news = "A hotel was stormed on Monday. In October 2015 a bomb had killed ten there. "
    assert values(news + text)[-1] == value


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He will leave later this month.", "2018-02-21/2018-02-28"),
        ("He left earlier this week.", "2018-02-19/2018-02-21"),
        ("It rained in the week ending 9 February 2018.", "2018-02-03/2018-02-09"),
        ("It rained in the winter of 2015-16.", "2015-24"),
        ("He died a year ago today.", "2017-02-21"),
        ("They came on the 5th of last month.", "2018-01-05"),
        ("They met on the first Monday of May 2016.", "2016-05-02"),
        ("Sales fell in 3Q 2016.", "2016-35"),
        ("Sales fell in the second half of last year.", "2017-41"),
        ("They fled in the early hours of Friday.", "2018-02-16T00/2018-02-16T05"),
        ("They fled at half past ten on Friday.", "2018-02-16T10:30"),
        ("He will be back a week from Friday.", "2018-03-02"),
    ],
)
def test_bounds(timexes, text, edtf):
    (found,) = timexes(text).values()
    assert found.when.edtf == edtf


def test_a_time_of_day_takes_the_day_of_its_clause(timexes):
    found = timexes("At 9 a.m. gunmen attacked the post in Herat on Tuesday.")
    assert found["9 a.m."].value == "2018-02-20T09:00"
    found = timexes("Troops caught him during an overnight raid in the valley on Monday.")
    assert found["overnight"].value == "2018-02-19TNI"


def test_in_a_chronicle_a_heading_tells_the_year(values):
    text = "2014\nMarch - Rebels took the town.\n2016\nOn January 31 they left.\nMay: The mayor returned."
    assert values(text) == ["2014", "2014-03", "2016", "2016-01-31", "2016-05"]


def test_the_past_24_hours_began_the_day_before(timexes):
    found = timexes("One soldier was killed in the past 24 hours.")["the past 24 hours"]
    assert found.when.edtf == "2018-02-20/2018-02-21"


def test_what_was_agreed_lies_behind_and_what_is_set_lies_ahead(values):
    assert values("They broke a truce agreed in December.") == ["2017-12"]
    assert values("They spoke of a summit set for April.") == ["2018-04"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The fort was shelled during the night.", "2018-02-20T18/2018-02-21T05"),
        ("The fort was shelled shortly after midnight.", "2018-02-21T00:00"),
        ("The fort was shelled just after midnight on Tuesday.", "2018-02-20T00:00"),
        ("The fort was shelled at midnight on Tuesday.", "2018-02-21T00:00"),
        ("The fort will be closed at midnight.", "2018-02-22T00:00"),
        ("It rained in the last days of January.", "2018-01-25/2018-01-31"),
        ("It rained in the first weeks of 2014.", "2014-01-01/2014-02-18"),
        ("The fort was shelled at 1930.", "2018-02-21T19:30"),
    ],
)
def test_nights_and_ends(timexes, text, edtf):
    (found,) = timexes(text).values()
    assert found.when.edtf == edtf


def test_four_digits_are_hours_where_they_can_be_no_years(values):
    assert values("Troops fired from 1710 to 2250.") == ["2018-02-21T17:10", "2018-02-21T22:50"]
    assert values("The war lasted from 1914 to 1918.") == ["1914", "1918"]
    assert values("They flew at 1500 metres.") == []


def test_a_year_in_brackets_is_that_of_the_date_before_it(values):
    assert values("They left on 4 March (2015).") == ["2015-03-04", "2015"]


def test_that_date_is_the_one_told_before(values):
    assert values("They signed on 12 January. Since that date nothing was heard.")[1] == "2018-01-12"


def test_a_month_behind_a_hyphen_is_one(values):
    assert values("Talks resumed in mid-May.") == ["2017-05"]


def test_what_was_done_by_a_day_was_done_by_the_last_one(values):
    assert values("Power was restored by Monday.") == ["2018-02-19"]
    assert values("They must leave by Monday.") == ["2018-02-26"]


def test_what_is_since_then_is_over(timexes):
    found = timexes("The visit had been scheduled since November.")
    assert found["November"].value == "2017-11"
