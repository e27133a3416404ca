"""How many were killed, wounded, captured: from the noun phrase of the victims."""

from __future__ import annotations

import pytest
from event_timeline.core.event import Count


@pytest.mark.parametrize(
    ("text", "killed", "injured", "captured"),
    [
        ("The blast killed three civilians and two soldiers.", 5, None, None),
        ("A bomb exploded in the market, killing nine people and wounding twenty.", 9, 20, None),
        ("Seven people died in an attack on a bus.", 7, None, None),
        ("Troops detained at least 40 suspects.", None, None, 40),
        ("The shelling left 12 dead and 30 wounded.", 12, 30, None),
        ("Gunmen killed a teacher.", 1, None, None),
        ("Police arrested the leader along with three of his followers.", None, None, 4),
    ],
)
def test_people_are_counted_by_what_befell_them(events, text, killed, injured, captured):
    found = events(text)

    def low(field: str):
        return next((c.low for e in found if (c := getattr(e, field)) is not None), None)

    assert (low("fatalities"), low("injured"), low("captured")) == (killed, injured, captured)


def test_not_stated_is_not_nought(events):
    (event,) = events("Rebels attacked the town.")
    assert event.fatalities is None


@pytest.mark.parametrize(
    ("text", "captured"),
    [
        ("Soldiers captured a financier, a courier and several of their guards.", Count(5, 5, None)),
        ("Police said that one of four men arrested in the raid was a clerk.", Count(4, 4, 4)),
        ("Police arrested no fewer than ten men.", Count(10, 10, None)),
        ("Police detained two men and seized several rifles.", Count(2, 2, 2)),
        ("Five fighters surrendered to the army.", Count(5, 5, 5)),
        ("A rebel commander turned himself in to the police.", Count(1, 1, 1)),
    ],
)
def test_lists_and_parts_of_people_are_counted_as_they_stand(events, text, captured):
    assert captured in [e.captured for e in events(text)]


def test_a_total_over_years_is_no_incident_and_counts_for_none(events):
    found = events("The country has lost some 40,000 lives in the fight against terrorism.")
    assert all(e.fatalities is None for e in found)


def test_a_town_that_is_captured_is_no_captive(events):
    found = events("The rebels captured Timbuktu and Mopti on Friday.")
    assert {e.captured for e in found} == {None}


def test_a_purpose_captures_nobody(events):
    found = events("The force conducted an operation to capture a rebel leader.")
    assert all(e.captured is None for e in found)


@pytest.mark.parametrize(
    ("text", "killed", "captured"),
    [
        ("A 34-year-old man was arrested.", None, 1),
        ("An 80-year-old was killed by gunmen.", 1, None),
        ("A lawmaker was shot dead in the square.", 1, None),
        ("Gunmen stabbed two guards to death.", 2, None),
        ("Nine men were reported killed in the raid.", 9, None),
        ("Rebels ambushed and killed four soldiers.", 4, None),
        ("Gunmen killed an unspecified number of herders.", None, None),
        ("The strike killed dozens of people, residents and a rebel group said.", 24, None),
        (
            "Police detained several smugglers near the port. The four smugglers were detained at dawn.",
            None,
            4,
        ),
    ],
)
def test_deaths_and_captures_are_read_in_all_their_wordings(events, text, killed, captured):
    found = events(text)

    def low(field: str):
        return next((c.low for e in found if (c := getattr(e, field)) is not None), None)

    assert (low("fatalities"), low("captured")) == (killed, captured)


@pytest.mark.parametrize(
    ("text", "displaced"),
    [
        ("The clashes forced 3,000 people to flee their homes.", Count(3000, 3000, 3000)),
        ("More than 500 residents fled their homes.", Count(500, 500, None)),
        ("Militants attacked a village, leaving 40 people homeless.", Count(40, 40, 40)),
        ("Between 100 and 200 people were displaced by the fighting.", Count(100, 150, 200)),
        ("Some 90 farmers took shelter in camps after the raid.", Count(90, 90, None)),
        ("After the raid 600 villagers sought refuge at a monastery.", Count(600, 600, 600)),
    ],
)
def test_people_driven_from_their_homes_are_counted(events, text, displaced):
    assert displaced in [e.displaced for e in events(text)]


def test_a_crowd_that_forces_its_way_drives_nobody_from_home(events):
    found = events("Police dispersed a crowd that had forced its way into a shop in the camp.")
    assert found
    assert all(e.displaced is None for e in found)


def test_households_are_no_people_but_their_words_are_kept(events):
    found = events("The fighting displaced 200 families.")
    assert all(e.displaced is None for e in found)
    assert "200 families" in [m.text for e in found for m in e.mentions if m.role.value == "displaced"]


def test_a_figure_that_grows_with_time_belongs_to_no_event(events):
    found = events("Police clashed with students in the square. Eighteen people have died since then.")
    assert all(e.fatalities is None for e in found)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen killed ten people, six nuns and four guards.", 10),
        ("Four soldiers, two guards killed in a clash", 6),
        ("Soldiers shot dead two men.", 2),
        ("In May rebels killed 32 women, and a week later an ambush left three guards dead.", 32),
        ("One of the guards was found killed.", 1),
    ],
)
def test_a_figure_is_read_in_lists_parts_and_bare_wordings(events, text, killed):
    assert next(e.fatalities.low for e in events(text) if e.fatalities is not None) == killed


@pytest.mark.parametrize(
    ("text", "killed", "injured", "captured"),
    [
        (
            "Troops allegedly executed between 40 and 56 villagers before leaving the market.",
            Count(40, 48, 56),
            None,
            None,
        ),
        ("Rebels stormed the barracks, killing one mutineer; four soldiers were wounded.", 1, 4, None),
        (
            "Gunmen stormed a chapel near Bo, two monks and four cooks were killed.",
            6,
            None,
            None,
        ),
        ("Eleven people were killed and seven wounded when a car bomb went off in the port.", 11, 7, None),
        ("Rebels clashed with troops at the ford; five soldiers were reported dead.", 5, None, None),
        ("The army lost 103 KIA, 235 WIA in the battle of the pass.", 103, 235, None),
        ("The attack resulted in the deaths of four soldiers and injuries to 12 others.", 4, 12, None),
        ("A driver was shot in the leg by gunmen.", None, 1, None),
        ("A cook was blown up by a bomb at the gate.", 1, None, None),
        ("In the ambush five soldiers lost their lives and nine suffered injuries.", 5, 9, None),
        ("The police took away 13 young men from a hostel.", None, None, 13),
        ("Gunmen seized two engineers on the road.", None, None, 2),
        ("Police recaptured five of the fugitives at the market.", None, None, 5),
        ("The crew of 18 sailors and one cook were taken captive by pirates.", None, None, 19),
        ("An engineer and a nurse who were abducted in May are alive.", None, None, 2),
        ("Police broke up a rally in the square and he was arrested.", None, None, 1),
        ("Gunmen killed a family of five.", 5, None, None),
        ("Gunmen killed the party's candidate.", 1, None, None),
        ("A roadside bomb left one dead and another wounded.", 1, 1, None),
        ("A bomber killed himself and four policemen at the gate.", 4, None, None),
        ("Mayor Ana Gomez, her husband and two bodyguards were shot dead.", 4, None, None),
        ("An officer and both gunmen died in the shoot-out on the quay.", 3, None, None),
        ("Troops fought rebels at the ford. At least 40 were dead and 120 injured.", 40, 120, None),
        ("Jets bombed a mill, killing nine people who were buying bread and wounding 21.", 9, 21, None),
        ("An ambush left at least eight soldiers dead, a dozen wounded and several missing.", 8, 12, None),
        ("One person was killed and another one injured in a stabbing.", 1, 1, None),
        ("The army lost two soldiers in the fighting at the ford.", 2, None, None),
        ("A Palestinian was killed in a raid.", 1, None, None),
        ("The group freed 25 of the 40 miners it abducted in May.", None, None, 40),
        ("The bodies of five farm workers kidnapped last week were found.", None, None, 5),
        (
            "Rebels entered the market, and shot dead at least 15 people, pillaged shops, and seized rice.",
            15,
            None,
            None,
        ),
        ("Guards repelled the rebels and killed at least ten men (seven corpses recovered).", 10, None, None),
        ("Twelve traders were killed in an attack on the market.", 12, None, None),
        ("Twelve traders died in a raid on the market.", 12, None, None),
        ("Three women were stabbed to death, bringing to 31 the number of murders since May.", 3, None, None),
    ],
)
def test_what_befell_people_is_read_in_ordinary_wordings(events, text, killed, injured, captured):
    found = events(text)

    def told(field: str, wanted: object):
        count = next((c for e in found if (c := getattr(e, field)) is not None), None)
        return count if isinstance(wanted, Count) or count is None else count.low

    wanted = {"fatalities": killed, "injured": injured, "captured": captured}
    assert {field: told(field, value) for field, value in wanted.items()} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "An attempt on the life of the king was made at the gate.",
        "A gunman opened fire on a patrol and later killed himself.",
        "The militia captured their last stronghold.",
        "Pirates hijacked a fishing vessel.",
        "Thousands marched to denounce the murder of their leader.",
        "They accused the doctor of causing the death of a child after guards fired on a crowd.",
    ],
)
def test_nobody_is_counted_whom_nobody_harmed_or_took(events, text):
    assert all(e.fatalities is None and e.captured is None for e in events(text) if e.event_mode != "killing")


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("Rebels shelled the market. Fourteen people were taken to hospital.", Count(14, 14, 14)),
        ("Nine people were treated for injuries after police fired on a crowd.", Count(9, 9, 9)),
        ("Troops fired on a crowd. The clinic admitted 22 people with gunshot wounds.", Count(22, 22, 22)),
        ("A man stabbed two passengers. Both were hospitalised.", Count(2, 2, 2)),
        ("Gunmen ambushed a bus. A nurse is fighting for her life.", Count(1, 1, 1)),
        ("A bomb exploded at the gate. One officer was left with burns to his legs.", Count(1, 1, 1)),
        ("A bomb exploded, killing a guard and resulting in the wounding of six others.", Count(6, 6, 6)),
        ("A bomb exploded in the hall. Three children were among the injured.", Count(3, 3, None)),
        ("A bomb exploded in the hall. The wounded include two nurses.", Count(2, 2, None)),
        ("Gunmen fired at a bus, wounding seven. Two of them are in critical condition.", Count(7, 7, 7)),
        ("Gunmen fired at a bus. Two were taken to hospital. Police said five were injured.", Count(5, 5, 5)),
        ("Rebels shelled the market. Five people were treated for shock.", None),
        ("Rebels shelled the market. The bodies were taken to a hospital.", None),
        ("Gunmen shot at a teacher. He was taken to hospital, where he died.", None),
    ],
)
def test_care_that_only_the_hurt_get_tells_how_many_were_hurt(events, text, injured):
    told = [e.injured for e in events(text) if e.injured is not None]
    assert told == ([] if injured is None else [injured])


def test_arrests_are_counted_as_those_arrested(events):
    assert [e.captured for e in events("Fifty arrests followed the riot.") if e.captured] == [
        Count(50, 50, 50)
    ]


def test_a_figure_with_a_state_of_its_own_is_no_figure_of_the_next(events):
    (event,) = events("Gunmen raided the town. The provisional toll: 132 dead and around 40 wounded.")
    assert event.fatalities == Count(132, 132, 132)
    assert event.injured is None or event.injured.low == 40


@pytest.mark.parametrize(
    ("text", "killed", "injured", "captured"),
    [
        ("Police arrested four volunteers, two of them Spaniards.", None, None, 4),
        ("Police arrested the editor, Maria Lopez, and a reporter.", None, None, 2),
        (
            "The bomb killed a local commander, Abdul Wali, and three of his men in Khost on Monday.",
            4,
            None,
            None,
        ),
        ("The blast cost two deminers their lives.", 2, None, None),
        ("Rebels shelled a town. Medics said nine bodies had been brought in.", 9, None, None),
        (
            "Rebels shelled a town. Fourteen bodies were recovered. Officials said 20 were killed.",
            20,
            None,
            None,
        ),
        ("Rebels ambushed a patrol. Army casualties were two dead and five wounded.", 2, 5, None),
        ("The raid ended with two Palestinians dead and 11 others wounded.", 2, 11, None),
        ("Two policemen were killed and seven captured in an attack on the post.", 2, None, 7),
    ],
)
def test_lists_with_names_bodies_and_outcomes_are_counted(events, text, killed, injured, captured):
    found = events(text)

    def low(field: str):
        return next((c.low for e in found if (c := getattr(e, field)) is not None), None)

    assert (low("fatalities"), low("injured"), low("captured")) == (killed, injured, captured)


@pytest.mark.parametrize(
    ("text", "killed", "injured", "captured"),
    [
        ("Two guards were killed and a third wounded in a raid on the post.", 2, 1, None),
        ("A raid on the post. Army: 2 soldiers killed, 3 wounded; 7 rebels killed.", 9, 3, None),
        ("Gunmen killed a village chief, his son, a teacher and a trader.", 4, None, None),
        ("A raid resulted in the detention of eight rebels and the seizure of 12 rifles.", None, None, 8),
        ("A rebel leader was arrested with four of his men.", None, None, 5),
        ("A patrol saw three men laying a bomb. It opened fire, killing the rebels.", 3, None, None),
        ("Soldiers captured a bomb maker.", None, None, 1),
        ("Clashes broke out in the hills. These left 2 killed and 4 injured.", 2, 4, None),
        ("Gunmen tried to murder a judge, who escaped.", None, None, None),
        ("A search in the hills resulted in the death of three rebels.", 3, None, None),
        ("A rebel who was responsible for the deaths of 12 soldiers was killed.", 1, None, None),
        ("Police detained a smuggler and two of his sons.", None, None, 3),
    ],
)
def test_figures_are_read_in_the_wordings_of_communiques(events, text, killed, injured, captured):
    found = events(text)

    def total(field: str):
        counts = [c.low for e in found if (c := getattr(e, field)) is not None]
        return sum(counts) if counts else None

    assert (total("fatalities"), total("injured"), total("captured")) == (killed, injured, captured)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Militias clashed in the hills. Fatalities: 3.", Count(3, 3, 3)),
        ("Militias clashed in the hills. Fatalities coded as 3.", Count(3, 3, 3)),
        ("Militias clashed in the hills. Unknown fatalities coded as 10.", Count(None, 10, None)),
        ("Militias clashed in the hills. An unknown number of fighters were killed.", None),
    ],
)
def test_what_a_record_has_for_a_figure_counts_and_a_guess_has_no_least(events, text, killed):
    assert [e.fatalities for e in events(text)] == [killed]
