"""Bytes to text: UTF-8, UTF-16 and, where nothing else fits, Windows-1252; and a clear no to what is not text."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from ..core.errors import ReportError

# First bytes of what people hand over by mistake, and what to do with it.
_NOT_TEXT = (
    (b"%PDF", "a PDF", "Save it as text first"),
    (b"PK\x03\x04", "a zip archive or an office document", "Save it as text first"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "Save it as text first"),
    (b"{\\rtf", "a rich text document", "Save it as plain text first"),
    (b"\x89PNG", "a picture", "Only text can be read"),
    (b"\xff\xd8\xff", "a picture", "Only text can be read"),
    (b"GIF8", "a picture", "Only text can be read"),
    (b"SQLite format 3\x00", "a database", "Only text can be read"),
)
_MARKUP = ("<!doctype", "<html", "<?xml")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROLS = bytes(set(range(32)) - {8, 9, 10, 11, 12, 13, 26, 27})  # those that no text has
_SAMPLE = 4096


@dataclass(frozen=True)
class Decoded:
    """A text and how it was read."""

    text: str
    encoding: str
    is_guess: bool  # nothing in the bytes proves the encoding


def decode(data: bytes, name: str) -> Decoded:
    r"""The text that the bytes hold, with line ends as ``\n``.

    Parameters
    ----------
    data : bytes
        The whole file.
    name : str
        What to call it in messages.

    Raises
    ------
    ReportError
        When it is empty, or not text.
    """
    decoded = _decoded(data, name, _possible_encodings(data))
    if decoded.text.lstrip()[:20].lower().startswith(_MARKUP):
        raise ReportError(f"{name} is a web page or XML, not plain text. Save its text first.")
    return decoded


def decoded_page(data: bytes, name: str, declared: str) -> Decoded:
    r"""The source of a web page, in the encoding that it declares unless its bytes show another; line ends are ``\n``.

    Raises
    ------
    ReportError
        When it is empty, or not text.
    """
    encodings = _possible_encodings(data)
    if declared and not any(encoding.startswith("utf-16") for encoding, _ in encodings):
        with suppress(LookupError):  # no encoding of this world: its bytes are asked
            encodings.insert(0, (codecs.lookup(declared).name, False))
    return _decoded(data, name, encodings)


def _decoded(data: bytes, name: str, encodings: Sequence[tuple[str, bool]]) -> Decoded:
    for start, kind, advice in _NOT_TEXT:
        if data.startswith(start):
            raise ReportError(f"{name} is {kind}, not plain text. {advice}.")
    for encoding, is_guess in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return Decoded(_checked(text, name), encoding.replace("-sig", ""), is_guess)
    raise ReportError(f"{name} is binary, or text in an encoding that is not known here. Save it as UTF-8.")


def _possible_encodings(data: bytes) -> list[tuple[str, bool]]:
    """The encodings to try, each with whether it is a guess; none for what looks binary."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return [(encoding, False)]
    sample = data[:_SAMPLE]
    if b"\x00" in sample:
        return _utf16_without_mark(sample)
    if len(sample.translate(None, _CONTROLS)) < len(sample):
        return []
    return [("utf-8", False), ("cp1252", True)]


def _utf16_without_mark(sample: bytes) -> list[tuple[str, bool]]:
    """In UTF-16 every other byte of Western text is zero: the high ones, and no low one."""
    even, odd = sample[0::2], sample[1::2]
    for high, low, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if high.count(0) > 0.7 * len(high) and low.count(0) == 0:
            return [(encoding, True)]
    return []


def _checked(text: str, name: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ReportError(f"{name} is empty. Leave it out, or put the report's text in it.")
    return text
