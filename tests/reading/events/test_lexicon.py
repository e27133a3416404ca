"""The lexicon is data with a checked format; users add their own."""

from __future__ import annotations

import pytest
from event_timeline.core.errors import InputError
from event_timeline.reading.events.inflection import verb_forms
from event_timeline.reading.events.lexicon import irregular_verbs, load_lexicon, standard_lexicon


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("stage", "staged"), ("hit", "hitting"), ("carry", "carried"), ("hold", "held"), ("agree", "agreed"),
        ("kidnap", "kidnapped"), ("kidnap", "kidnaped"), ("die", "dying"), ("flee", "fleeing"),
    ],
)  # fmt: skip
def test_forms_follow_from_the_lemma(lemma, form):
    assert form in verb_forms(lemma, irregular_verbs())


def test_longer_phrases_come_before_shorter_ones():
    lengths = [len(entry.others) for entry in standard_lexicon().verbs["set"]]
    assert lengths == sorted(lengths, reverse=True)


def test_a_users_row_is_added_and_replaces_ours(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(
        "words,pos,type,mode,needs\noverfly,verb,MOBILIZE,overflight,\nclash,verb,PROTEST,riot,\n"
    )
    lexicon = load_lexicon(path)
    assert lexicon.verbs["overflies"][0].mode == "overflight"
    assert [entry.event_type.value for entry in lexicon.verbs["clashed"] if not entry.others] == ["PROTEST"]


@pytest.mark.parametrize(
    "row",
    ["overfly,verb,MOVE,,", "overfly,adverb,MOBILIZE,,", "overfly,verb,MOBILIZE,,courage", "overfly,verb"],
)
def test_a_bad_row_is_named(tmp_path, row):
    path = tmp_path / "mine.csv"
    path.write_text(f"words,pos,type,mode,needs\n{row}\n")
    with pytest.raises(InputError, match="row 1"):
        load_lexicon(path)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        load_lexicon(tmp_path / "none.csv")
