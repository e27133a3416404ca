"""A time belongs to the word that grammar asks for, whatever the parser hangs it on.

The report is of Wednesday 21 February 2018.
"""

import pytest

from .conftest import edtf


def test_a_time_right_behind_said_is_when_it_was_said(links):
    text = "The guards of Zarand said on Tuesday they had arrested nine strangers."
    assert edtf(links(text, "arrested")) == ["../2018-02-20"]


def test_the_perfect_takes_no_time_that_is_over(links):
    text = (
        "The mayor said that she has hired divers to look for the body of a fisherman "
        "kidnapped and probably killed by pirates almost two years ago."
    )
    hired, killed = links(text, "hired", "killed")
    assert killed.when.edtf == "2016"
    assert hired.when.edtf != "2016"


@pytest.mark.parametrize("day", ["the Dec. 21, 1988, bombing", "the Dec. 21, 1988, airport bombing"])
def test_a_day_behind_the_names_the_noun_that_follows(links, day):
    text = f"Two former agents charged in {day} of the hall that killed 259 people were replaced."
    charged, bombing = links(text, "charged", "bombing")
    assert bombing.when.edtf == "1988-12-21"
    assert charged.when.edtf != "1988-12-21"
