"""A report as read: its text, where it came from and when it was published."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Optional


class DctBasis(str, Enum):
    """Where the document creation time (DCT, the report's date) comes from."""

    GIVEN = "given"  # the user said so: command line, manifest, window
    METADATA = "metadata"  # the file or page says so outside its prose
    DATELINE = "dateline"  # the text says so: dateline, by-line
    NONE = "none"  # nobody says; nothing relative can be dated


@dataclass(frozen=True, order=True)
class Span:
    """Half-open range of Unicode code points ``[start, end)`` in a report's text."""

    __slots__ = ("end", "start")  # there are very many

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span runs forward from 0 or later, not from {self.start} to {self.end}")

    def __reduce__(self) -> tuple[type[Span], tuple[int, int]]:
        return Span, (self.start, self.end)

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True)
class Report:
    """One document.

    Parameters
    ----------
    report_id : str
        Unique in a batch; the file's name where there is one.
    text : str
        The text that all offsets count in, as read.
    published : datetime.date or None
        The document creation time; None when nobody says.
    published_basis : DctBasis
        Where `published` comes from; ``NONE`` exactly when it is None.
    title, source, author, url : str
        As the manifest or the page gives them; empty when unknown.
    language : str
        ISO 639-1 code.
    """

    report_id: str
    text: str
    published: Optional[date] = None
    published_basis: DctBasis = DctBasis.NONE
    title: str = ""
    source: str = ""
    author: str = ""
    url: str = ""
    language: str = "en"

    def __post_init__(self) -> None:
        if (self.published is None) != (self.published_basis is DctBasis.NONE):
            raise ValueError("a report has a date exactly when something says where the date comes from")

    @property
    def sha256(self) -> str:
        """Checksum of the text in UTF-8, hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Failure:
    """A report, or a part of one, that could not be read: a row of the failures table."""

    report_id: str
    stage: str  # open, decode, manifest, date, parse, place, time, event, merge
    error: str  # a sentence: what, where, what to do
