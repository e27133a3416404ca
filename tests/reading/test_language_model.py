"""What the parse is made to say where the model alone goes wrong."""

from event_timeline.core.report import Report
from event_timeline.reading.language_model import load_model, parse


def heads(text: str) -> dict[str, str]:
    (parsed,) = parse([Report("a", text)], load_model())
    return {token.text: token.head.text for token in parsed.doc}


def test_a_phrase_behind_another_belongs_to_the_same_verb():
    found = heads(
        "After he had received Anna Berg, a minister, in Oslo on Tuesday, her colleague accused the press."
    )
    assert (found["in"], found["on"]) == ("received", "received")


def test_headlines_and_datelines_stay_whole():
    text = "Talks In Oslo And Elsewhere\n\nOSLO - The ministers met on Monday."
    (parsed,) = parse([Report("a", text)], load_model())
    assert parsed.text_of(parsed.sentences[0].span) == "Talks In Oslo And Elsewhere"
