"""The text of a Word document (.docx): its paragraphs, without tracked deletions, headers and notes."""

from __future__ import annotations

from html.parser import HTMLParser
from io import BytesIO
from typing import Optional
from zipfile import BadZipFile, ZipFile

from ...core.errors import ReportError
from .written import Written

_TEXT = "word/document.xml"
_FACTS = "docProps/core.xml"
_MAX_BYTES = 64_000_000  # of the XML; a report's text is a hundredth of it
_FIELDS = {"dc:title": "title", "dc:creator": "author"}


def is_word_document(data: bytes) -> bool:
    """Whether bytes are a Word document, whatever their file is called."""
    return data.startswith(b"PK\x03\x04") and _TEXT.encode() in data


def text_of_document(data: bytes, name: str) -> Written:
    """The text of a document; its title and author when it tells them.

    Raises
    ------
    ReportError
        When it is damaged, locked, or without text.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            body = _Paragraphs()
            body.feed(_member(archive, _TEXT, name))
            facts = _Facts()
            if _FACTS in archive.namelist():
                facts.feed(_member(archive, _FACTS, name))
    except (BadZipFile, KeyError, RuntimeError, OSError, ValueError) as error:
        raise ReportError(
            f"{name} is a Word document that is damaged or locked. Save its text first."
        ) from error
    paragraphs = [" ".join(line.split(" ")) for line in map(str.strip, body.paragraphs) if line]
    if not paragraphs:
        raise ReportError(f"{name} is a Word document without text.")
    return Written(
        "\n\n".join(paragraphs), facts.found.get("title", ""), author=facts.found.get("author", "")
    )


def _member(archive: ZipFile, member: str, name: str) -> str:
    if archive.getinfo(member).file_size > _MAX_BYTES:
        raise ReportError(
            f"{name} holds more than {_MAX_BYTES / 1e6:.0f} MB of text. Split it into its articles."
        )
    return archive.read(member).decode("utf-8-sig")


class _Paragraphs(HTMLParser):
    """The texts of ``w:p``. The forgiving parser for HTML knows no entities to blow up, and this XML needs no more."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs = [""]
        self._is_text = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Optional[str]]]) -> None:
        self._is_text = tag == "w:t"
        if tag == "w:p":
            self.paragraphs.append("")
        elif tag in ("w:tab", "w:br", "w:cr"):
            self.paragraphs[-1] += " " if tag == "w:tab" else "\n"

    def handle_endtag(self, tag: str) -> None:
        self._is_text = False

    def handle_data(self, data: str) -> None:
        if self._is_text:
            self.paragraphs[-1] += data


class _Facts(HTMLParser):
    """Title and author."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, str] = {}
        self._field = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Optional[str]]]) -> None:
        self._field = _FIELDS.get(tag, "")

    def handle_endtag(self, tag: str) -> None:
        self._field = ""

    def handle_data(self, data: str) -> None:
        if self._field:
            self.found.setdefault(self._field, data.strip())
