"""A noun in -ing right before a finite verb is its subject and no auxiliary."""

from event_timeline.core.report import Report
from event_timeline.reading.language_model import load_model, parse


def test_what_wounded_somebody_is_the_subject():
    text = (
        "A drone struck a post near Gao on Monday, killing three men, and shelling wounded two boys in Kidal."
    )
    (document,) = parse([Report("a", text)], load_model())
    noun = next(t for t in document.doc if t.text == "shelling")
    assert (noun.dep_, noun.pos_, noun.head.text, noun.head.head.text) == (
        "nsubj",
        "NOUN",
        "wounded",
        "struck",
    )
