"""Short reports read whole: what a reader of news would put on the map."""

from __future__ import annotations

import pytest
from event_timeline.core.event import Assertion, Event


def drawn(event: Event) -> str:
    """An event in one line: type, date, place, and where they are told how many were killed and wounded."""
    when = event.when.edtf if event.when else "-"
    line = f"{event.event_type.value} {when} {event.where.name if event.where else '-'}"
    figures = [
        f"{word} {c.best}" for word, c in (("killed", event.fatalities), ("wounded", event.injured)) if c
    ]
    return line + (f" ({', '.join(figures)})" if figures else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Taliban are in the north and east of Afghanistan, with thousands of fighters.",
            "PRESENCE 2019-05-20 Northern and eastern Afghanistan",
        ),
        ("There are 900 soldiers in eastern Chad.", "PRESENCE 2019-05-20 Eastern Chad"),
        ("The Taliban have a presence in Kunduz.", "PRESENCE 2019-05-20 Kunduz"),
    ],
)
def test_who_bears_arms_and_is_somewhere_is_a_presence(tellings_of, text, expected):
    assert [drawn(event) for event in tellings_of(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    ["The president is in Paris.", "The rebels are stronger in Bunia.", "The soldiers are in a hurry."],
)
def test_who_bears_no_arms_or_is_not_told_to_be_somewhere_is_none(tellings_of, text):
    assert tellings_of(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen attacked a bus near Kandahar on Sunday, killing three and wounding seven.",
            "ASSAULT 2019-05-19 Kandahar, surroundings (killed 3, wounded 7)",
        ),
        (
            "Rockets hit the airport in Erbil on Sunday, wounding a soldier and killing two guards.",
            "ASSAULT 2019-05-19 Erbil (killed 2, wounded 1)",
        ),
        (
            "Gunmen raided three villages near Gao on Sunday, killing 22 people and stealing cattle.",
            "ASSAULT 2019-05-19 Gao, surroundings (killed 22)",
        ),
        (
            "Bomb blast near Gao on Sunday; 3 killed, 12 wounded.",
            "ASSAULT 2019-05-19 Gao, surroundings (killed 3, wounded 12)",
        ),
        (
            "A bomber attacked a shrine in Sehwan on Sunday; it was one of the worst attacks of the war.",
            "ASSAULT 2019-05-19 Sehwan",
        ),
        ("The minister arrived in Asmara on Sunday for a two-day visit.", "CONSULT 2019-05-19 Asmara"),
        (
            "Two men were killed and ten wounded when a car bomb went off in Jalalabad.",
            "ASSAULT 2019-05-20 Jalalabad (killed 2, wounded 10)",
        ),
        ("The two sides agreed to a ceasefire on Sunday.", "AGREE 2019-05-19 -"),
        ("France and Iran agreed on Friday to restore diplomatic ties.", "AGREE 2019-05-17 -"),
    ],
)
def test_one_happening_told_by_several_words_of_a_sentence_is_one_event(tellings_of, text, expected):
    assert [drawn(event) for event in tellings_of(text)] == [expected]


def test_killings_of_different_days_are_not_one(tellings_of):
    text = "A judge was killed in Cali on 8 May; a priest was killed in Lima on 9 May and a nurse was killed on 11 May."
    assert [event.when.edtf for event in tellings_of(text)] == ["2019-05-08", "2019-05-09", "2019-05-11"]


def test_a_clause_under_the_last_of_coordinated_verbs_is_under_all_of_them(tellings_of):
    shot, attacked = tellings_of("Two men were shot and insulted when gunmen attacked a bus in Jalalabad.")
    assert drawn(shot) == "ASSAULT 2019-05-20 Jalalabad"
    assert attacked.same_as == shot.event_id


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("The Taliban are in the north of Afghanistan, with many fighters, a diplomat claimed.", "claimed"),
        ("Police foiled an attack on a church in Lahore on Sunday.", "negated"),
    ],
)
def test_words_right_beside_it_say_whether_it_is_so(tellings_of, text, assertion):
    assert [event.assertion.value for event in tellings_of(text)] == [assertion]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister is expected in Baku on Thursday.", "CONSULT 2019-05-23 Baku"),
        (
            "Troops clashed 30 km north-east of Mosul on Sunday.",
            "ASSAULT 2019-05-19 Mosul, 30 km north-east",
        ),
        (
            "Rebels shelled a post some 40 kilometres from Goma on Sunday.",
            "ASSAULT 2019-05-19 Goma, within 40 km",
        ),
        ("Two youths fired a shotgun at a shop in Lima on Sunday.", "ASSAULT 2019-05-19 Lima"),
        ("Officers recaptured two fugitives in Lae on Sunday.", "COERCE 2019-05-19 Lae"),
        ("Ten others escaped from a prison outside Lae on Sunday.", "RETREAT 2019-05-19 Lae, surroundings"),
        ("Tribesmen burned 14 houses in Goroka on Sunday.", "ASSAULT 2019-05-19 Goroka"),
        ("The alliance seized the border town of Laukkai on Sunday.", "ASSAULT 2019-05-19 Laukkai"),
        ("In 2013 ten countries signed a code of conduct in Rome.", "AGREE 2013 Rome"),
        ("Thousands formed a human chain in Tyre on Sunday.", "PROTEST 2019-05-19 Tyre"),
        ("Mr Sogavare had visited China in April.", "CONSULT 2019-04 China"),
        (
            "Three women were stabbed to death in Kano on Sunday, bringing the number of murders there to 31.",
            "ASSAULT 2019-05-19 Kano (killed 3)",
        ),
        ("The roadmap, signed in Luanda on Sunday, ends the dispute.", "AGREE 2019-05-19 Luanda"),
        ("The gunmen fled to Uganda in 2018.", "RETREAT 2018 Uganda"),
        ("A ship with 200 tonnes of food reached Pemba on Sunday.", "AID 2019-05-19 Pemba"),
        ("Militiamen burned his house in Dili on Sunday.", "ASSAULT 2019-05-19 Dili"),
        ("A witness was beaten by unknown men in Lima on Sunday.", "ASSAULT 2019-05-19 Lima"),
        (
            "Three protesters were taken away by men in plain clothes in Minsk on Sunday.",
            "COERCE 2019-05-19 Minsk",
        ),
        ("The ministry sent border guards to Sylhet on Sunday.", "MOBILIZE 2019-05-19 Sylhet"),
    ],
)
def test_ordinary_words_of_news_tell_events(tellings_of, text, expected):
    assert [drawn(event) for event in tellings_of(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Rain is expected in Lima on Thursday.",
        "The gunmen fled on foot on Sunday.",
        "Spain beat Italy in Rome on Sunday.",
        "The dishes were taken away.",
    ],
)
def test_the_same_words_may_tell_none(tellings_of, text):
    assert tellings_of(text) == ()


def test_who_escapes_later_was_caught_before(tellings_of):
    (caught, *_) = tellings_of(
        "On 3 May soldiers captured him near Lima; he escaped from a truck a week later."
    )
    assert caught.assertion is not Assertion.NEGATED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kidnappers freed 28 schoolchildren in Kaduna on Sunday.", "CONCEDE 2019-05-19 Kaduna"),
        ("Militiamen burned villages around Goma on Sunday.", "ASSAULT 2019-05-19 Goma, surroundings"),
        ("An armed group took control of the town of Bria on Sunday.", "ASSAULT 2019-05-19 Bria"),
        ("The militants were driven out of Bria on Sunday by the army.", "ASSAULT 2019-05-19 Bria"),
        ("Russian troops left the town of Bria on Sunday.", "RETREAT 2019-05-19 Bria"),
        ("France deployed missiles in Chad on Sunday.", "MOBILIZE 2019-05-19 Chad"),
        ("Protests spread to Lima on Sunday.", "PROTEST 2019-05-19 Lima"),
        ("Turkey blacklisted two senators on Sunday.", "SANCTION 2019-05-19 Turkey"),
        ("Norway sent a ship carrying 40 tonnes of food on Sunday.", "AID 2019-05-19 Norway"),
        ("Norway provided 50 million dollars in aid on Sunday.", "AID 2019-05-19 Norway"),
        (
            "At least 35 militants were killed in airstrikes in Kandahar over the past three days.",
            "ASSAULT 2019-05-17/2019-05-20 Kandahar (killed 35)",
        ),
    ],
)
def test_what_news_tells_in_many_words_is_found(tellings_of, text, expected):
    assert [drawn(event) for event in tellings_of(text)] == [expected]


def test_what_an_attack_is_compared_with_does_not_date_it(tellings_of):
    (attack,) = tellings_of("The attack, the deadliest since 2008, was claimed by the rebels.")
    assert attack.when.edtf == "2019-05-20"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The death toll from Sunday's bombing in Kabul has risen to 31, officials said.",
            "ASSAULT 2019-05-19 Kabul (killed 31)",
        ),
        (
            "The number of people killed in the attack in Kabul on Sunday has reached 53.",
            "ASSAULT 2019-05-19 Kabul (killed 53)",
        ),
        (
            "Rescuers worked in Aleppo after the air strike on Sunday, bringing the toll to 30.",
            "ASSAULT 2019-05-19 Aleppo (killed 30)",
        ),
    ],
)
def test_the_toll_of_one_deed_is_its_figure(tellings_of, text, expected):
    assert [drawn(event) for event in tellings_of(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("India test-fired a missile on Sunday.", "MOBILIZE", "test"),
        ("Refugees staged a hunger strike in Athens on Sunday.", "PROTEST", "hunger"),
        ("The rebels seized Goma on Sunday.", "ASSAULT", "battle"),
        ("The soldiers repelled an attack in Diffa on Sunday.", "ASSAULT", "battle"),
        ("The senator survived an assassination attempt in Lima on Sunday.", "ASSAULT", "killing"),
        ("The bill was approved on Sunday, triggering protests in the capital.", "PROTEST", "demonstration"),
        ("The residents lifted their roadblocks on Sunday.", "CONCEDE", "ease"),
        ("The army killed 40 bandits in air strikes in Kano on Sunday.", "ASSAULT", "airstrike"),
        ("The army shot down two drones over Aleppo on Sunday.", "ASSAULT", "battle"),
        ("Hundreds of supporters clashed with police in Dakar on Sunday.", "PROTEST", "riot"),
    ],
)
def test_a_phrase_is_of_one_kind(tellings_of, text, type_, mode):
    assert [(event.event_type.value, event.event_mode) for event in tellings_of(text)] == [(type_, mode)]


@pytest.mark.parametrize(
    "text",
    [
        "Peace talks scheduled for June were called off.",
        "The general ordered his troops to wait.",
        "The union called for a strike.",
    ],
)
def test_what_does_not_come_about_is_no_event(tellings_of, text):
    kinds = {event.event_type.value for event in tellings_of(text)}
    assert kinds.isdisjoint({"CONSULT", "MOBILIZE", "PROTEST"})


def test_who_is_punished_for_a_deed_did_it(tellings_of):
    told = tellings_of("Iran jailed two men for killing a guard.")
    (killing,) = [event for event in told if event.event_type.value == "ASSAULT"]
    assert killing.actor1 == ("men",)


def test_what_is_announced_for_a_day_to_come_is_announced_now(tellings_of):
    drills, announced = tellings_of(
        "Oslo and Seoul will hold joint drills from June 4 to 14, the army announced."
    )
    assert (drills.when.edtf, drills.assertion) == ("2019-06-04/2019-06-14", Assertion.PLANNED)
    assert (announced.when.edtf, announced.assertion) == ("2019-05-20", Assertion.OCCURRED)


@pytest.mark.parametrize(
    ("text", "type_", "actor"),
    [
        ("Burundian soldiers crossed into Rwanda on Sunday.", "MOBILIZE", "Burundian soldiers"),
        ("Refugees crossed into Rwanda on Sunday.", "RETREAT", "Refugees"),
        ("Lebanese troops deployed in Beirut on Sunday.", "MOBILIZE", "Lebanese troops"),
    ],
)
def test_forces_that_move_act_themselves(tellings_of, text, type_, actor):
    assert [(event.event_type.value, event.actor1) for event in tellings_of(text)] == [(type_, (actor,))]
