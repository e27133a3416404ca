"""A deed that is told once for several places is several events."""

import pytest


def told(event):
    figure = event.fatalities and event.fatalities.best
    return event.when.edtf, event.where.name if event.where else None, figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Protests were held in Lagos on Monday and in Abuja on Tuesday.",
            [("2019-05-20", "Lagos", None), ("2019-05-14", "Abuja", None)],
        ),
        (
            "Missiles struck Kharkiv on Monday, Dnipro on Thursday and Odesa on Friday.",
            [("2019-05-20", "Kharkiv", None), ("2019-05-16", "Dnipro", None), ("2019-05-17", "Odesa", None)],
        ),
        (
            "Envoys of both sides met in Addis Ababa on 2 May and again in Nairobi on 9 May.",
            [("2019-05-02", "Addis Ababa", None), ("2019-05-09", "Nairobi", None)],
        ),
        (
            "Gunmen killed six farmers in Zurmi on Tuesday and four more in Maradun on Thursday, police said.",
            [("2019-05-14", "Zurmi", 6), ("2019-05-16", "Maradun", 4)],
        ),
        (
            "Five people were killed in Goma and three in Bukavu on Friday.",
            [("2019-05-17", "Goma", 5), ("2019-05-17", "Bukavu", 3)],
        ),
        (
            "Militants attacked a church in Jolo on Friday and a mosque in Zamboanga two days later.",
            [("2019-05-17", "Jolo", None), ("2019-05-19", "Zamboanga", None)],
        ),
        (
            "Students rallied in Nairobi and Kisumu on Friday to demand lower fees.",
            [("2019-05-17", "Nairobi", None), ("2019-05-17", "Kisumu", None)],
        ),
        (
            "Insurgents set off bombs in Nepalgunj and Butwal in western Nepal on Friday.",
            [("2019-05-17", "Nepalgunj", None), ("2019-05-17", "Butwal", None)],
        ),
        (
            "Blasts hit Kabul, Herat and Kandahar on Sunday.",
            [("2019-05-19", "Kabul", None), ("2019-05-19", "Herat", None), ("2019-05-19", "Kandahar", None)],
        ),
        (
            "Swedish jets on Thursday launched missile strikes against camps in Egypt and a chemical plant in Oman.",
            [("2019-05-16", "Egypt", None), ("2019-05-16", "Oman", None)],
        ),
        (
            "Attacks on Friday on Swedish consulates in Lagos, Nigeria and Accra, Ghana, alarmed the bank.",
            [("2019-05-17", "Lagos", None), ("2019-05-17", "Accra", None)],
        ),
    ],
)
def test_each_member_is_an_event(tellings_of, text, expected):
    assert [told(event) for event in tellings_of(text)] == expected


def test_each_has_an_identity_of_its_own(tellings_of):
    events = tellings_of("Protests were held in Lagos on Monday and in Abuja on Tuesday.")
    assert len({event.event_id for event in events}) == 2
    assert not any(event.same_as for event in events)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Police arrested two men in Lagos, Nigeria, on Monday.", ["Lagos"]),
        ("Clashes in Kano and Jos on Sunday left nine dead.", ["Kano"]),
        ("Soldiers clashed on the road between Kano and Jos.", ["Road from Kano to Jos"]),
        ("Gunmen attacked a post in Kano on Monday, residents of Jos said on Tuesday.", ["Kano"]),
        ("Gunmen attacked a post in Minna, 120 km west of Abuja.", ["Minna"]),
        ("Rebels attacked Kano; Jos and Lagos are calm.", ["Kano"]),
        ("Gunmen attacked a mosque in Kano and a church in Jos on Sunday, killing 20 people.", ["Kano"]),
    ],
)
def test_a_deed_of_one_place_or_with_one_figure_for_all_stays_one(tellings_of, text, places):
    assert [event.where.name for event in tellings_of(text)] == places
