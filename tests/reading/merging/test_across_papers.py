"""One meeting, one attack, one verdict that five papers tell in their own way is one event; its like stays another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

pytest.importorskip("spacy", reason="spaCy comes with the extra 'read'")

from event_timeline.core.event import Event
from event_timeline.core.event_types import EventType
from event_timeline.core.report import DctBasis, Report
from event_timeline.engine.batch import ReaderConfig, extract_batch

Papers = Mapping[str, tuple[date, str]]

MEETING: Papers = {
    "wire": (
        date(2019, 9, 12),
        "VIENNA, September 12, 2019 - Norwegian Foreign Minister Ingrid Solheim met her Kenyan counterpart "
        "Daniel Otieno in Vienna on Thursday for talks on fishing rights.\n\nThe two ministers agreed to set up "
        "a joint commission on the matter, Solheim told a press conference after the meeting.",
    ),
    "daily": (
        date(2019, 9, 13),
        "Norway and Kenya held talks on fishing in Vienna on Thursday, the Norwegian foreign ministry "
        "said.\n\nForeign Minister Ingrid Solheim and her Kenyan counterpart, Daniel Otieno, discussed the "
        'rights of foreign trawlers off the coast of East Africa. "We had a good meeting," Solheim told '
        "reporters in Vienna.",
    ),
    "post": (
        date(2019, 9, 14),
        "Kenya's Foreign Minister Daniel Otieno this week met with Norwegian Foreign Minister Ingrid Solheim "
        "in Vienna. At a joint news conference on Thursday, Otieno said Kenya would protect its waters.",
    ),
    "weekly": (
        date(2019, 9, 20),
        "Fish may divide nations, but it can bring them together, too. Otieno, the Kenyan foreign minister, "
        "met Ingrid Solheim of Norway in Vienna last week. The ministers talked about trawlers, quotas and "
        "satellites.",
    ),
    "blog": (
        date(2019, 9, 30),
        "Norway wants to sell more boats to Africa. Norwegian Foreign Minister Ingrid Solheim met with her "
        "Kenyan counterpart Daniel Otieno to discuss the trade. In a press conference after their meeting, "
        "Solheim praised him. On September 26, Norway held a working group on fish with Kenya in Nairobi.",
    ),
}
OTHER_MEETINGS: Papers = {
    "a year before": (
        date(2018, 9, 14),
        "Norwegian Foreign Minister Ingrid Solheim met her Kenyan counterpart Daniel Otieno in Vienna on "
        "Thursday.",
    ),
    "elsewhere": (
        date(2019, 6, 20),
        "Norwegian Foreign Minister Ingrid Solheim met her Kenyan counterpart Daniel Otieno in Geneva on "
        "Wednesday.",
    ),
    "other people": (
        date(2019, 9, 13),
        "Swedish Foreign Minister Karin Lindqvist met her Ghanaian counterpart Kofi Mensah in Vienna on "
        "Thursday.",
    ),
    "their presidents": (
        date(2019, 9, 13),
        "Norwegian President Lars Dahl met Kenyan President Peter Kamau in Vienna on Thursday.",
    ),
}
ATTACK: Papers = {
    "wire": (
        date(2021, 3, 9),
        "GAO, Mali, March 9, 2021 - A car bomb exploded outside a hotel in the northern Malian town of Gao on"
        " Tuesday, killing at least nine people, police said.",
    ),
    "daily": (
        date(2021, 3, 10),
        "At least 14 people were killed on Tuesday when a suicide bomber drove a car packed with explosives "
        "into the gate of a hotel in Gao, Mali. The hotel is popular with aid workers.",
    ),
    "post": (
        date(2021, 3, 11),
        "Mali's government on Thursday promised help to the victims. A suicide bomber killed 17 people at a "
        "hotel in Gao on Tuesday.",
    ),
    "weekly": (
        date(2021, 3, 15),
        "Mali mourns. The bombing on March 9 of the Hotel Askia in Gao, which killed 17 people, shook the "
        "country.",
    ),
    "blog": (
        date(2021, 4, 2),
        "Security in Mali keeps getting worse. Last month a suicide bomber blew up a car outside a hotel in "
        "Gao, killing 17 people. Foreign troops have not brought peace.",
    ),
}
OTHER_ATTACKS: Papers = {
    "a year before": (
        date(2020, 3, 10),
        "A car bomb exploded outside a hotel in Gao, Mali, on Monday, killing at least nine people, police "
        "said.",
    ),
    "elsewhere": (
        date(2021, 3, 10),
        "A car bomb exploded outside a police station in Timbuktu, Mali, on Tuesday, killing at least nine "
        "people.",
    ),
    "other people": (
        date(2021, 3, 10),
        "Gunmen on motorcycles shot dead three farmers near Gao, Mali, on Tuesday, a local official said.",
    ),
}
VERDICT: Papers = {
    "wire": (
        date(2022, 6, 24),
        "LIMA, June 24, 2022 - A court in Lima sentenced former general Ernesto Paredes to 25 years in prison"
        " on Friday.",
    ),
    "daily": (
        date(2022, 6, 25),
        "Former army general Ernesto Paredes was sentenced to 25 years in jail by a Peruvian court on Friday."
        " Relatives of the victims wept in the courtroom in Lima.",
    ),
    "post": (
        date(2022, 6, 26),
        "Peru's justice minister was pleased on Sunday. Ernesto Paredes, the retired general, was jailed for "
        "25 years in Lima on Friday.",
    ),
    "weekly": (
        date(2022, 7, 1),
        "A Lima court last week convicted Ernesto Paredes, once the most powerful general in Peru, and "
        "sentenced him to 25 years in prison.",
    ),
    "blog": (
        date(2022, 7, 10),
        "Justice comes late in Peru. On June 24 a judge in Lima sentenced General Ernesto Paredes to a "
        "quarter of a century behind bars.",
    ),
}
OTHER_VERDICTS: Papers = {
    "a year before": (
        date(2021, 6, 25),
        "A court in Lima sentenced former general Ernesto Paredes to four years in prison on Thursday for "
        "fraud.",
    ),
    "elsewhere": (
        date(2022, 6, 25),
        "A court in Cusco sentenced former mayor Raul Quispe to six years in prison on Friday for taking "
        "bribes.",
    ),
    "other people": (
        date(2022, 6, 25),
        "A court in Lima on Friday sentenced two policemen to 12 years in prison for beating a student to "
        "death.",
    ),
}


def told_by(papers: Papers, event_type: EventType, mode: str = "") -> list[Event]:
    """The events of a type that the papers tell together."""
    reports = [Report(name, text, day, DctBasis.GIVEN) for name, (day, text) in papers.items()]
    events = extract_batch(reports, ReaderConfig()).events
    return [e for e in events if e.event_type is event_type and (not mode or e.event_mode == mode)]


@pytest.mark.parametrize(
    ("papers", "others", "event_type", "mode", "day"),
    [
        (MEETING, OTHER_MEETINGS, EventType.CONSULT, "", "2019-09-12"),
        (ATTACK, OTHER_ATTACKS, EventType.ASSAULT, "", "2021-03-09"),
        (VERDICT, OTHER_VERDICTS, EventType.COERCE, "legal", "2022-06-24"),
    ],
    ids=["meeting", "attack", "verdict"],
)
def test_what_five_papers_tell_is_one_event_of_five_sources_and_its_like_is_another(
    papers: Papers, others: Papers, event_type: EventType, mode: str, day: str
) -> None:
    events = told_by({**papers, **others}, event_type, mode)
    of_all = [event for event in events if len(event.report_ids) > 1]
    assert [set(event.report_ids) for event in of_all] == [set(papers)]
    assert [event.when.edtf for event in of_all if event.when] == [day]
    for name in others:
        assert any(event.report_ids == (name,) for event in events), name


def test_what_is_said_after_one_meeting_is_said_at_one_press_conference() -> None:
    (conference,) = told_by(MEETING, EventType.STATEMENT)
    assert set(conference.report_ids) == {"wire", "daily", "post", "blog"}
    assert conference.where is not None
    assert conference.where.name == "Vienna"


def test_a_session_with_its_own_day_is_another_than_the_meeting_told_before() -> None:
    towns = {e.where.name: e.report_ids for e in told_by(MEETING, EventType.CONSULT) if e.where}
    assert towns["Nairobi"] == ("blog",)


def test_an_event_has_everybody_once_by_the_fullest_name() -> None:
    (meeting,) = (e for e in told_by(MEETING, EventType.CONSULT) if len(e.report_ids) > 1)
    assert {*meeting.actor1, *meeting.actor2} == {"Ingrid Solheim (Norway)", "Daniel Otieno (Kenya)"}
