"""What the language model marks is taken without the small words around the name."""

from __future__ import annotations

import pytest
from event_timeline.core.report import Report
from event_timeline.reading.doc import TokenSpan
from event_timeline.reading.language_model import load_model, parse
from event_timeline.reading.places.marks import Marks
from event_timeline.reading.places.names import Stretch


def marks_of(text, marked, known=()):
    """The marks of a text of which the model is made to mark these tokens, each ``(first, end, label)``."""
    doc = next(iter(parse([Report("r", text)], load_model()))).doc
    doc.ents = [TokenSpan(doc, *mark) for mark in marked]
    return Marks(doc, doc.low, {0}, lambda first, end: doc.text_of(first, end) in known)


def stretch(first, end, key):
    return Stretch(first, end, key, first, end)


@pytest.mark.parametrize(
    ("text", "marked", "name"),
    [
        ("Troops left the Veltra province .", (2, 5), stretch(3, 4, "Veltra")),
        ("Troops left northern Veltra .", (2, 4), stretch(3, 4, "Veltra")),
        ("Troops left Veltra ( Ostra ) .", (2, 5), stretch(4, 5, "Ostra")),
    ],
)
def test_small_words_and_brackets_are_no_part_of_a_name(text, marked, name) -> None:
    marks = marks_of(text, [(*marked, "GPE")])
    assert marks.label_of(name) == "GPE"
    assert marks.signs(name) == ["model:GPE"]


def test_a_direction_stays_where_the_gazetteer_knows_the_whole_name() -> None:
    marks = marks_of("Troops left North Veltra .", [(2, 4, "GPE")], known=("North Veltra",))
    assert marks.label_of(stretch(2, 4, "North Veltra")) == "GPE"


def test_a_mark_elsewhere_speaks_for_the_same_words_here() -> None:
    marks = marks_of("Troops left Veltra . Veltra burns .", [(2, 3, "GPE")])
    assert marks.signs_elsewhere(stretch(4, 5, "Veltra")) == ["elsewhere:place"]
    assert not marks.signs_elsewhere(stretch(2, 3, "Veltra"))
