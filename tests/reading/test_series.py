"""Members of a series whose noun is left out are told one by one, each with what is said of it."""

import pytest
from event_timeline.core.report import Report
from event_timeline.reading.language_model import load_model, parse
from event_timeline.reading.series import series_of


def parsed(text):
    (document,) = parse([Report("a", text)], load_model())
    return document.doc


def told(event):
    return event.when.edtf, event.where.name, event.fatalities and event.fatalities.best


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Two attacks hit Gao, one on a mill and another on a bridge.", ["one", "another"]),
        ("Several attacks hit Gao, including one on a mill.", ["one"]),
        ("Three blasts: one at a mill, a second at a bridge, a third at a school.", ["one", "second", "third"]),
        ("They held talks, one in Oslo, one in Turin and another a month later in Bern.", ["one", "one", "another"]),
        ("There were two raids, the first in Gao, the other, a day later, in Kidal.", ["first", "other"]),
    ],
)  # fmt: skip
def test_the_words_that_stand_for_one_of_several_are_found(text, members):
    series = [found for token in parsed(text) if (found := series_of(token))]
    assert [[token.text for token in found] for found in series] == [members]


@pytest.mark.parametrize(
    "text",
    [
        "Two attacks hit Gao, one of them on a mill.",
        "The attacks killed one man and another ten people.",
        "Attacks hit Gao, and one woman said that another attack would come.",
        "The attack hit Gao, one on a mill and another on a bridge.",
        "The attacks, one after another, shook Gao.",
    ],
)
def test_words_with_a_noun_of_their_own_stand_for_nothing(text):
    assert not any(series_of(token) for token in parsed(text))


def test_what_follows_a_member_hangs_on_it_whatever_the_parser_made_of_it():
    doc = parsed(
        "Several attacks hit the region, including one on a bus in Gao on 3 May and another ten days later on a road."
    )
    one, another = (next(t for t in doc if t.text == word) for word in ("one", "another"))
    assert {t.text for t in one.subtree} >= {"bus", "Gao", "May"}
    assert {t.text for t in another.subtree} >= {"days", "later", "road"}
    assert not {t.i for t in one.subtree} & {t.i for t in another.subtree}
    for token in doc:
        assert token.head is token or token in token.head.children
        assert token not in list(token.ancestors)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Several attacks have hit the region this year, including one on a bus station in Bama on 3 February and "
            "another ten days later on the road to Gwoza that left 30 dead.",
            [("2019-02-03", "Bama", None), ("2019-02-13", "Gwoza", 30)],
        ),
        (
            "Bombings struck Baghdad on Thursday, including one in Sadr City that killed 18 and one in Karrada that "
            "left seven dead.",
            [("2019-05-16", "Sadr City", 18), ("2019-05-16", "Karrada", 7)],
        ),
        (
            "Three bombings shook the city in May: one at a market in Sadr City on 3 May and a second outside a mosque "
            "two days later.",
            [("2019-05-03", "Sadr City", None), ("2019-05-05", "Sadr City", None)],
        ),
        (
            "The sides held three rounds of talks: one in Geneva in March, one in Doha in April and a third in Cairo "
            "last week.",
            [("2019-03", "Geneva", None), ("2019-04", "Doha", None), ("2019-05-13/2019-05-19", "Cairo", None)],
        ),
    ],
)  # fmt: skip
def test_each_member_is_an_event_with_its_own_place_and_day(tellings_of, text, expected):
    assert [told(event) for event in tellings_of(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Several attacks, including one in Mogadishu on 3 May and another in Baidoa on 9 May, have killed 40 people.",
        "40 people were killed in several attacks, including one in Mogadishu on 3 May and another in Baidoa on 9 May.",
    ],
)
def test_what_all_of_them_did_is_no_single_ones_figure(tellings_of, text):
    assert [told(event) for event in tellings_of(text)] == [
        ("2019-05-03", "Mogadishu", None),
        ("2019-05-09", "Baidoa", None),
    ]
