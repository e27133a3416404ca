"""A clause that only speaks of a deed, or tells it beside something else, does not lend it its day.

The report is of Wednesday 21 February 2018.
"""

import pytest

from .conftest import edtf


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("The president referred today to the murder of a judge.", "murder", "../2018-02-21"),
        ("On Monday the minister resigned over the killing of a student.", "killing", "../2018-02-19"),
        ("Drivers today lifted their strike following the murder of a judge.", "murder", "../2018-02-21"),
        ("On Monday survivors of the attack left for the capital.", "attack", "../2018-02-19"),
    ],
)
def test_a_deed_that_a_clause_speaks_of_was_over_by_its_day(links, text, word, when):
    (deed,) = links(text, word)
    assert deed.when.edtf == when


def test_what_follows_from_a_deed_in_a_month_follows_within_it(links):
    text = "In December farmers built barricades after the arrest of a mayor."
    assert edtf(links(text, "arrest")) == ["2017-12"]


def test_what_befell_somebody_before_is_not_dated_by_what_is_told_of_them(links):
    text = "The priest, who had been kidnapped by rebels, was released on 6 February."
    assert edtf(links(text, "kidnapped", "released")) == ["../2018-02-06", "2018-02-06"]
    text = "Ana Ruiz, who was kidnapped by rebels, was released on 6 February."
    assert edtf(links(text, "kidnapped", "released")) == ["../2018-02-06", "2018-02-06"]
    (tortured,) = links("The bodies, found today, bore signs of having been tortured.", "tortured")
    assert tortured.when.edtf == "../2018-02-21"


def test_a_relative_clause_dates_the_deed_that_it_tells_of(links):
    text = "The group claimed an attack that left four children injured on 4 February."
    assert edtf(links(text, "attack")) == ["2018-02-04"]
    text = "They are wanted for the murder of a judge, who came to the town on 4 February."
    assert edtf(links(text, "murder")) == ["../2018-02-21"]


def test_a_deed_is_of_the_day_of_that_in_whose_course_it_was_done(links):
    text = "A girl was wounded during explosions that went off in the port yesterday."
    assert edtf(links(text, "wounded")) == ["2018-02-20"]


def test_what_had_been_over_does_not_date_what_came_after(links):
    text = "On Monday students marched to ask that the hall open after having been closed in January."
    (marched,) = links(text, "marched")
    assert marched.when.edtf == "2018-02-19"


def test_a_few_days_after_a_murder_is_not_after_itself(links):
    text = "A judge was murdered on 1 February. A few days after the murder, police arrested a man."
    _, murder, arrested = links(text, "murdered", "murder", "arrested")
    assert murder.when.edtf == "2018-02-01"
    assert arrested.when.start > murder.when.start


def test_more_of_what_was_told_is_of_its_day_and_not_of_the_telling(links):
    text = (
        "Fighting began in the port on Saturday. The clashes killed 32 people, the ministry said on Monday."
    )
    assert edtf(links(text, "Fighting", "killed")) == ["2018-02-17", "2018-02-17"]


def test_those_who_died_in_the_blast_died_when_it_was_told(links):
    text = "A train was derailed before dawn yesterday. The driver died in the explosion."
    (explosion,) = links(text, "explosion")
    assert explosion.when.edtf.startswith("2018-02-20")
    (explosion,) = links("On Monday he met relatives of those who died in the explosion.", "explosion")
    assert not explosion.when.is_dated


def test_what_somebody_denies_is_what_was_just_told(links):
    text = "Rival groups clashed on Monday. A spokesman denied that his men had attacked the rally."
    assert edtf(links(text, "clashed", "attacked")) == ["2018-02-19", "2018-02-19"]


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        (
            "The ministry said on Monday in response to rocket attacks that it would act.",
            "attacks",
            "../2018-02-19",
        ),
        ("The first samples from the Zarand bombing arrived over the weekend.", "bombing", "../2018-02-21"),
        ("A suspect in the bombing arrived on Monday in the capital.", "bombing", "../2018-02-19"),
    ],
)
def test_what_speaks_of_a_deed_does_not_lend_it_its_day(links, text, word, when):
    (deed,) = links(text, word)
    assert deed.when.edtf == when


def test_what_had_been_is_over_by_the_month_in_which_it_was_found_out(links):
    text = "In January detectives concluded that the engineer had been killed after being captured."
    assert edtf(links(text, "killed", "captured")) == ["../2018-01-31", "../2018-01-31"]


def test_a_meeting_at_which_a_deed_was_done_is_of_its_day(links):
    text = "He is in prison for the November 1995 murder of a minister at a peace rally."
    assert edtf(links(text, "rally")) == ["1995-11"]


def test_the_day_soldiers_came_is_that_day_whatever_stands_before(links):
    text = "He has led the clinic since 1 February, the day on which gunmen killed five men near the canal."
    assert edtf(links(text, "killed")) == ["2018-02-01"]


def test_the_story_does_not_go_back_to_a_deed_that_is_only_named(links):
    text = "The warning came in the wake of the Aug. 7 bombings in the north. Police arrested a man."
    assert edtf(links(text, "arrested")) != ["2017-08-07"]


def test_since_a_year_is_not_in_that_year(links):
    text = "Officials count fourteen killings since 1993. Three men were stabbed."
    assert edtf(links(text, "stabbed")) != ["1993"]


def test_a_record_since_a_deed_is_not_of_its_year(links):
    text = "It was the worst attack since the bombing of a ferry in 2000."
    attack, bombing = links(text, "attack", "bombing")
    assert bombing.when.edtf == "2000"
    assert attack.when.edtf != "2000"


def test_what_came_days_before_is_not_of_the_day_told_before(links):
    text = "Thousands marched on Monday. The strikes came 13 days after bombings at two embassies."
    (bombings,) = links(text, "bombings")
    assert not bombings.when.is_dated


def test_two_nouns_of_a_list_are_two_deeds(links):
    text = "The group claimed a 1997 attack on a lounge and the Zarand assault."
    attack, assault = links(text, "attack", "assault")
    assert attack.when.edtf == "1997"
    assert assault.when.edtf != "1997"
