"""Texts in JSON Lines to readings in JSON Lines."""

from __future__ import annotations

import json
from typing import Any

import pytest

pytest.importorskip("spacy", reason="spaCy comes with the extra 'read'")

from event_timeline.core.report import DctBasis
from event_timeline.engine.annotating import LineError, annotate_lines, report_of
from event_timeline.engine.batch import CHUNK, ReaderConfig

TEXT = "☃ A bomb killed nine people in Herat on 4 March, police said."


def line(**values: Any) -> str:
    return json.dumps({"id": "a", "text": TEXT, "dct": "2024-03-06", **values})


def annotated(*lines: str) -> list[dict[str, Any]]:
    return [json.loads(answer) for answer in annotate_lines(lines, ReaderConfig(), jobs=1)]


def test_offsets_count_characters_of_the_text_given() -> None:
    (answer,) = annotated(line())
    marked = [*answer["toponyms"], *answer["timexes"], *(event["trigger"] for event in answer["events"])]
    assert marked
    for item in marked:
        assert TEXT[item["start"] : item["end"]] == item["text"]


def test_an_event_has_its_time_its_place_and_its_dead() -> None:
    (answer,) = annotated(line())
    event = max(answer["events"], key=lambda event: event["salience"])
    assert event["event_type"] == "ASSAULT"
    assert (event["start_time"], event["end_time"]) == ("2024-03-04T00:00:00", "2024-03-05T00:00:00")
    assert (event["place_text"], event["country"]) == ("Herat", "AF")
    assert event["fatalities"] == {"low": 9, "best": 9, "high": 9}


def test_one_line_out_for_one_line_in_in_the_same_order() -> None:
    ids = [f"{n}" for n in range(2 * CHUNK, 0, -1)]
    assert [answer["id"] for answer in annotated(*(line(id=name, text="Rain fell.") for name in ids))] == ids


def test_blank_lines_are_skipped_and_documents_may_share_an_id() -> None:
    assert [answer["id"] for answer in annotated(line(), "\n", line())] == ["a", "a"]


@pytest.mark.parametrize("values", [{"dct": None}, {"dct": ""}])
def test_without_a_date_the_basis_is_none(values: dict[str, Any]) -> None:
    (answer,) = annotated(line(**values))
    assert (answer["dct"], answer["dct_basis"]) == (None, "none")


def test_the_text_may_tell_its_date() -> None:
    report = report_of(line(dct=None, text="Published 6 March 2024\n\nA bomb went off in Herat."), 1)
    assert (str(report.published), report.published_basis) == ("2024-03-06", DctBasis.DATELINE)


@pytest.mark.parametrize("text", ["", " \n", "☃", "word " * 300_000])
def test_a_text_without_anything_to_read_gives_empty_lists(text: str) -> None:
    (answer,) = annotated(line(text=text))
    assert (answer["toponyms"], answer["timexes"], answer["events"]) == ([], [], [])
    assert ("error" in answer) == (len(text) > 1_000_000)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("{", "not JSON"),
        ('"a"', "not an object with an id"),
        ('{"id": "b"}', "not an object with an id"),
        ('{"id": "b", "text": "x", "dct": "6 March"}', "dct: '6 March'"),
    ],
)
def test_a_wrong_line_is_told_with_its_number(wrong: str, message: str) -> None:
    with pytest.raises(LineError, match=message) as told:
        annotated(line(), wrong)
    assert told.value.number == 2
