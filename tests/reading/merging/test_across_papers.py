"""One meeting, one attack, one verdict that five papers tell in their own way is one event; its like stays another."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest

pytest.importorskip("spacy", reason="spaCy comes with the extra 'read'")

from event_timeline.core.event import Event
from event_timeline.core.event_types import EventType
from event_timeline.core.report import DctBasis, Report
from event_timeline.engine.batch import ReaderConfig, extract_batch

PAPERS = {"wire", "daily", "post", "weekly", "blog"}
LIKES = {"a year before", "elsewhere", "other people"}

MEETING = """
== wire 2019-09-12
VIENNA, September 12, 2019 - Norwegian Foreign Minister Ingrid Solheim met her Kenyan counterpart Daniel Otieno in
Vienna on Thursday for talks on fishing rights.

The two ministers agreed to set up a joint commission on the matter, Solheim told a press conference after the meeting.
== daily 2019-09-13
Norway and Kenya held talks on fishing in Vienna on Thursday, the Norwegian foreign ministry said.

Foreign Minister Ingrid Solheim and her Kenyan counterpart, Daniel Otieno, discussed the rights of foreign trawlers off
the coast of East Africa. "We had a good meeting," Solheim told reporters in Vienna.
== post 2019-09-14
Kenya's Foreign Minister Daniel Otieno this week met with Norwegian Foreign Minister Ingrid Solheim in Vienna. At a
joint news conference on Thursday, Otieno said Kenya would protect its waters.
== weekly 2019-09-20
Fish may divide nations, but it can bring them together, too. Otieno, the Kenyan foreign minister, met Ingrid Solheim of
Norway in Vienna last week. The ministers talked about trawlers, quotas and satellites.
== blog 2019-09-30
Norway wants to sell more boats to Africa. Norwegian Foreign Minister Ingrid Solheim met with her Kenyan counterpart
Daniel Otieno to discuss the trade. In a press conference after their meeting, Solheim praised him. On September 26,
Norway held a working group on fish with Kenya in Nairobi.
== a year before 2018-09-14
Norwegian Foreign Minister Ingrid Solheim met her Kenyan counterpart Daniel Otieno in Vienna on Thursday.
== elsewhere 2019-06-20
Norwegian Foreign Minister Ingrid Solheim met her Kenyan counterpart Daniel Otieno in Geneva on Wednesday.
== other people 2019-09-13
Swedish Foreign Minister Karin Lindqvist met her Ghanaian counterpart Kofi Mensah in Vienna on Thursday.
== their presidents 2019-09-13
Norwegian President Lars Dahl met Kenyan President Peter Kamau in Vienna on Thursday.
"""
ATTACK = """
== wire 2021-03-09
GAO, Mali, March 9, 2021 - A car bomb exploded outside a hotel in the northern Malian town of Gao on Tuesday, killing at
least nine people, police said.
== daily 2021-03-10
At least 14 people were killed on Tuesday when a suicide bomber drove a car packed with explosives into the gate of a
hotel in Gao, Mali. The hotel is popular with aid workers.
== post 2021-03-11
Mali's government on Thursday promised help to the victims. A suicide bomber killed 17 people at a hotel in Gao on
Tuesday.
== weekly 2021-03-15
Mali mourns. The bombing on March 9 of the Hotel Askia in Gao, which killed 17 people, shook the country.
== blog 2021-04-02
Security in Mali keeps getting worse. Last month a suicide bomber blew up a car outside a hotel in Gao, killing 17
people. Foreign troops have not brought peace.
== a year before 2020-03-10
A car bomb exploded outside a hotel in Gao, Mali, on Monday, killing at least nine people, police said.
== elsewhere 2021-03-10
A car bomb exploded outside a police station in Timbuktu, Mali, on Tuesday, killing at least nine people.
== other people 2021-03-10
Gunmen on motorcycles shot dead three farmers near Gao, Mali, on Tuesday, a local official said.
"""
VERDICT = """
== wire 2022-06-24
LIMA, June 24, 2022 - A court in Lima sentenced former general Ernesto Paredes to 25 years in prison on Friday.
== daily 2022-06-25
Former army general Ernesto Paredes was sentenced to 25 years in jail by a Peruvian court on Friday. Relatives of the
victims wept in the courtroom in Lima.
== post 2022-06-26
Peru's justice minister was pleased on Sunday. Ernesto Paredes, the retired general, was jailed for 25 years in Lima on
Friday.
== weekly 2022-07-01
A Lima court last week convicted Ernesto Paredes, once the most powerful general in Peru, and sentenced him to 25 years
in prison.
== blog 2022-07-10
Justice comes late in Peru. On June 24 a judge in Lima sentenced General Ernesto Paredes to a quarter of a century
behind bars.
== a year before 2021-06-25
A court in Lima sentenced former general Ernesto Paredes to four years in prison on Thursday for fraud.
== elsewhere 2022-06-25
A court in Cusco sentenced former mayor Raul Quispe to six years in prison on Friday for taking bribes.
== other people 2022-06-25
A court in Lima on Friday sentenced two policemen to 12 years in prison for beating a student to death.
"""


@cache
def told_by(papers: str) -> tuple[Event, ...]:
    """What the papers tell together; each begins with a line that gives its name and its day."""
    reports = []
    for paper in re.split(r"^== ", papers.strip(), flags=re.M)[1:]:
        head, _, text = paper.partition("\n")
        name, _, day = head.rpartition(" ")
        paragraphs = [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]
        reports.append(Report(name, "\n\n".join(paragraphs), date.fromisoformat(day), DctBasis.GIVEN))
    return extract_batch(reports, ReaderConfig()).events


def of_type(papers: str, event_type: EventType, mode: str = "") -> list[Event]:
    """The events of a type, and of a mode where one is named."""
    return [e for e in told_by(papers) if e.event_type is event_type and (not mode or e.event_mode == mode)]


@pytest.mark.parametrize(
    ("papers", "event_type", "mode", "day"),
    [
        (MEETING, EventType.CONSULT, "", "2019-09-12"),
        (ATTACK, EventType.ASSAULT, "", "2021-03-09"),
        (VERDICT, EventType.COERCE, "legal", "2022-06-24"),
    ],
    ids=["meeting", "attack", "verdict"],
)
def test_what_five_papers_tell_is_one_event_of_five_sources_and_its_like_is_another(
    papers: str, event_type: EventType, mode: str, day: str
) -> None:
    events = of_type(papers, event_type, mode)
    of_all = [event for event in events if len(event.report_ids) > 1]
    assert [set(event.report_ids) for event in of_all] == [PAPERS]
    assert [event.when.edtf for event in of_all if event.when] == [day]
    assert {event.report_ids[0] for event in events if len(event.report_ids) == 1} >= LIKES


def test_one_country_has_several_who_meet_for_it() -> None:
    assert ("their presidents",) in [event.report_ids for event in of_type(MEETING, EventType.CONSULT)]


def test_what_is_said_after_one_meeting_is_said_at_one_press_conference() -> None:
    (conference,) = of_type(MEETING, EventType.STATEMENT)
    assert set(conference.report_ids) == {"wire", "daily", "post", "blog"}
    assert conference.where is not None
    assert conference.where.name == "Vienna"


def test_a_session_with_its_own_day_is_another_than_the_meeting_told_before() -> None:
    towns = {e.where.name: e.report_ids for e in of_type(MEETING, EventType.CONSULT) if e.where}
    assert towns["Nairobi"] == ("blog",)


def test_an_event_has_everybody_once_by_the_fullest_name() -> None:
    (meeting,) = (e for e in of_type(MEETING, EventType.CONSULT) if len(e.report_ids) > 1)
    assert {*meeting.actor1, *meeting.actor2} == {"Ingrid Solheim (Norway)", "Daniel Otieno (Kenya)"}
