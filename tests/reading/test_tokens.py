"""Tokens of our own say of a parse what spaCy says of it."""

import pytest
from event_timeline.core.report import Report, Span
from event_timeline.reading.language_model import load_model, parse

TEXT = (
    "OSLO, Norway (12 March) - The minister, Anna Berg, who had flown from Turin, met farmers, fishermen and teachers "
    'on Monday.\n\nShe didn\'t say whether "a million-dollar ferry"  would be built in 2021; nobody asked.'
)


@pytest.fixture(scope="module")
def theirs():
    return load_model().nlp(TEXT)


@pytest.fixture(scope="module")
def ours():
    (parsed,) = parse([Report("a", TEXT)], load_model())
    return parsed.doc


VALUES = "i idx text lower_ lemma_ pos_ tag_ dep_ ent_type_ ent_iob_ whitespace_ is_alpha is_space".split()
RELATIVES = "children lefts rights subtree ancestors conjuncts sent".split()


@pytest.mark.parametrize("name", VALUES)
def test_each_attribute_of_each_token_is_taken_over(ours, theirs, name):
    assert [getattr(token, name) for token in ours] == [getattr(token, name) for token in theirs]


@pytest.mark.parametrize("name", RELATIVES)
def test_what_hangs_on_what_is_taken_over(ours, theirs, name):
    def related(token):
        return [other.i for other in getattr(token, name)]

    assert [related(token) for token in ours] == [related(token) for token in theirs]


@pytest.mark.parametrize("name", ["head", "left_edge", "right_edge"])
def test_heads_and_edges_are_taken_over(ours, theirs, name):
    assert [getattr(token, name).i for token in ours] == [getattr(token, name).i for token in theirs]


def test_sentences_and_names_are_taken_over(ours, theirs):
    assert [sent.text for sent in ours.sents] == [sent.text for sent in theirs.sents]
    assert [(name.text, name.label_) for name in ours.ents] == [
        (name.text, name.label_) for name in theirs.ents
    ]


def test_every_stretch_has_its_text_and_its_root(ours, theirs):
    for start in range(len(ours)):
        for end in range(start + 1, min(start + 8, len(ours)) + 1):
            own, other = ours.span(start, end), theirs[start:end]
            assert (own.text, own.root.i, own.start_char, own.end_char) == (
                other.text,
                other.root.i,
                other.start_char,
                other.end_char,
            )


def test_the_tokens_that_characters_touch_are_found(ours, theirs):
    for start in range(len(TEXT)):
        for end in range(start + 1, min(start + 12, len(TEXT)) + 1):
            own, other = ours.touched(start, end), theirs.char_span(start, end, alignment_mode="expand")
            assert (own.start, own.end) == (other.start, max(other.end, other.start + 1))


def test_characters_outside_of_the_text_touch_nothing(ours):
    span = Span(len(TEXT), len(TEXT) + 1)
    with pytest.raises(ValueError, match="no token"):
        ours.touched(span.start, span.end)
