"""A place that heads an item of a list, or a section of one, is where what is told below it happened."""

from __future__ import annotations

import pytest
from event_timeline.core.event_types import EventType

COERCE = EventType.COERCE
LAST = "\n\nBamako: Teachers marched."


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("- 3 May, Gao: Gunmen opened fire and two traders were killed.", "Gao"),
        ("• Gao (4 May): Gunmen opened fire and two traders were killed.", "Gao"),
        ("Gao. On 3 May, two traders were killed.", "Gao"),
        ("KANDAHAR PROVINCE\n\nTwo traders were killed on 3 May.", "Kandahar"),
        ("3 May, Gao: Two traders were killed in Kidal.", "Kidal"),
    ],
)
def test_what_heads_an_item_places_what_has_no_nearer_place(place_of, item: str, place: str) -> None:
    assert place_of(item + LAST, "killed").footprint.name == place


def test_a_later_sentence_of_an_item_takes_the_nearer_place_told_in_it(place_of) -> None:
    text = "Gao: Gunmen shot a trader in Ansongo. Police arrested two men." + LAST
    link = place_of(text, "arrested", COERCE, others=[("shot", EventType.ASSAULT)])
    assert link.footprint.name == "Ansongo"


def test_an_item_ends_where_another_section_begins(place_of) -> None:
    text = "GAO REGION\n\nTwo traders were killed.\n\nOutlook\n\nA nurse was beaten on 5 May." + LAST
    link = place_of(text, "beaten")
    assert link is None or "heads" not in link.provenance.why


def test_the_place_that_heads_one_story_alone_is_its_dateline(place_of) -> None:
    link = place_of("Gao: Two traders were killed on Sunday.", "killed")
    assert link is None or "heads" not in link.provenance.why
