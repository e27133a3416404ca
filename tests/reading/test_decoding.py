"""Bytes to text, and a clear no to what is not text."""

from __future__ import annotations

import codecs
import contextlib

import pytest
from event_timeline.core.errors import ReportError
from event_timeline.reading.decoding import decode
from hypothesis import given
from hypothesis import strategies as st

TEXT = "Snow in Łódź – “heavy snow”"
WESTERN = "Snow in Köln, heavy snow all day"


@pytest.mark.parametrize(
    ("data", "text", "is_guess"),
    [
        (TEXT.encode(), TEXT, False),
        (TEXT.encode("utf-8-sig"), TEXT, False),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), TEXT, False),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT, False),
        (WESTERN.encode("utf-16-le"), WESTERN, True),
        (WESTERN.encode("utf-16-be"), WESTERN, True),
        (WESTERN.encode("cp1252"), WESTERN, True),
    ],
)
def test_the_usual_encodings_are_told_apart(data: bytes, text: str, is_guess: bool) -> None:
    decoded = decode(data, "a.txt")
    assert (decoded.text, decoded.is_guess) == (text, is_guess)


def test_line_ends_of_all_systems_become_one() -> None:
    assert decode(b"one\r\ntwo\rthree\n", "a.txt").text == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"PK\x03\x04...", "office document"),
        (b"{\\rtf1 ...", "rich text"),
        (b"\x89PNG\r\n", "a picture"),
        (b" <!DOCTYPE html><p>Rain", "web page"),
        (b"rain\x00\x01\x02", "binary"),
        (b"rain\x01\x02\x03", "binary"),
        (b"rain \x81\x8d", "not known here"),
    ],
)
def test_what_is_no_text_is_told_by_name(data: bytes, told: str) -> None:
    with pytest.raises(ReportError, match=told) as caught:
        decode(data, "rain.txt")
    assert "rain.txt" in str(caught.value)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_sentence(data: bytes) -> None:
    with contextlib.suppress(ReportError):
        assert decode(data, "a.txt").text.strip()
