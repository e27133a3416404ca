"""What the parse is made to say where the model alone goes wrong."""

import pytest
from event_timeline.core.errors import InputError
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


@pytest.mark.parametrize("title", ["Sgt.", "Brig.", "Capt.", "DR.", "Gen."])
def test_no_sentence_ends_behind_a_title(title):
    (parsed,) = parse(
        [Report("a", f"The dead were found by {title} Ana Reyes. She went home.")], load_model()
    )
    assert [parsed.text_of(sentence.span) for sentence in parsed.sentences] == [
        f"The dead were found by {title} Ana Reyes.",
        "She went home.",
    ]


@pytest.mark.parametrize("noun", ["sit-in", "sit-ins", "stand-off", "hold-ups"])
def test_a_noun_of_a_verb_and_its_particle_is_one_word(noun):
    assert heads(f"They spoke of the {noun} in town.")[noun] == "of"


def test_what_goes_on_without_end_is_cut():
    (parsed,) = parse([Report("a", "and then a man came home " * 200)], load_model())
    lengths = [sentence.end_token - sentence.first_token for sentence in parsed.sentences]
    assert sum(lengths) == 1200
    assert max(lengths) <= 401


@pytest.mark.parametrize("name", ["none_such", "../model", "os"])
def test_a_model_that_is_none_is_told(name):
    with pytest.raises(InputError, match="no language model"):
        load_model(name)


def test_what_is_forgotten_was_needed_for_nothing_else():
    """Read after forgetting, a text is parsed as before, new words included."""
    model = load_model()
    text = "Xylander Vorbeek met Quintarrin Ozdral in Turin."

    def parsed():
        with model.forgetting():
            (document,) = parse([Report("a", text)], model)
            return [(token.text, token.dep_, token.lemma_) for token in document.doc]

    assert parsed() == parsed()
