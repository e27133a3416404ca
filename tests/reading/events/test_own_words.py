"""A user's own words: added to ours, winning over ours, and refused with the line that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from event_timeline.core.errors import LexiconError
from event_timeline.core.lexicon_file import LexiconFile
from event_timeline.reading.events.own_words import lexicon_with, open_lexicon, own_entries

HEADER = "words,pos,type,mode,needs\n"


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "mine.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_a_row_is_added_and_replaces_ours(tmp_path):
    file = open_lexicon(
        written(tmp_path, f"{HEADER}overfly,verb,MOBILIZE,overflight,\nclash,verb,PROTEST,riot,\n")
    )
    lexicon = lexicon_with((file,))
    assert lexicon.verbs["overflies"][0].mode == "overflight"
    assert [entry.event_type.value for entry in lexicon.verbs["clashed"] if not entry.others] == ["PROTEST"]


def test_a_later_file_wins():
    one = LexiconFile("one.csv", f"{HEADER}overfly,verb,MOBILIZE,overflight,\n")
    two = LexiconFile("two.csv", f"{HEADER}overfly,verb,THREATEN,,\n")
    for files, winner in (((one, two), two), ((two, one), one)):
        assert [entry.source for entry in lexicon_with(files).verbs["overflies"]] == [winner.name]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_what_spreadsheets_write_is_understood(tmp_path, encoding, between):
    """Byte order marks, semicolons, tabs, line ends of Windows, types in small letters, empty cells left out."""
    rows = (("Words", "POS", "Type"), ("sit-in", "noun", "protest"))
    text = "# my words\r\n\r\n" + "\r\n".join(between.join(row) for row in rows) + "\r\n"
    lexicon = lexicon_with((open_lexicon(written(tmp_path, text, encoding)),))
    assert lexicon.nouns["sit-ins"][0].event_type.value == "PROTEST"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "holds no words"),
        ("# nothing yet\n", "holds no words"),
        (HEADER, "holds no words"),
        ("word,pos,type\n", "line 1: there is no column 'words'"),
        (f"{HEADER}# a comment\n\noverfly,verb,MOVE,,\n", r"line 4 \('overfly'\): there is no type 'MOVE'"),
        (f"{HEADER}overfly,verb,MOBILISE,,\n", "Did you mean MOBILIZE?"),
        (f"{HEADER}overfly,adverb,MOBILIZE,,\n", "line 2 .* Write verb or noun"),
        (f"{HEADER}overfly,verb,MOBILIZE,,courage\n", "there is no need 'courage'"),
        (f"{HEADER}overfly,verb\n", "there is no type ''"),
        (f"{HEADER},verb,MOBILIZE,,\n", "line 2: it has no words"),
        (f"{HEADER}overfly,verb,MOBILIZE,,armed,place\n", "6 cells for 5 columns"),
        (f"{HEADER}overfly,verb,MOBILIZE,,\nOverfly,verb,COERCE,,\n", "line 3: .* stands in line 2 too"),
        ("%PDF-1.4", "is a PDF"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(tmp_path, text, told):
    with pytest.raises(LexiconError, match=told):
        open_lexicon(written(tmp_path, text))


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(LexiconError, match="cannot be opened"):
        open_lexicon(tmp_path / "none.csv")
    with pytest.raises(LexiconError, match="cannot be opened"):
        open_lexicon(tmp_path)


def test_all_wrong_lines_are_told_at_once() -> None:
    rows = (
        "sit in,verb,PROTESTS,,\nnight raid,nuon,ASSAULT,,\noverfly,verb,MOBILIZE,,\n" + ",verb,AID,,\n" * 12
    )
    with pytest.raises(LexiconError) as caught:
        own_entries(LexiconFile("mine.csv", HEADER + rows))
    lines = str(caught.value).split("\n")
    assert [line.partition(" (")[0].partition(":")[0] for line in lines[:3]] == [
        f"mine.csv, line {number}" for number in (2, 3, 5)
    ]
    assert lines[-1] == "And 4 more lines of it are wrong."
