"""Which kind of file holds a report, told by what is in it, and its text."""

from __future__ import annotations

from ..decoding import decode, decoded_page
from .mail import text_of_mail
from .web_page import article_of, charset_of, is_web_page
from .word_document import is_word_document, text_of_document
from .written import Written

_MAILS = (".eml", ".mhtml", ".mht")
_PAGES = (".html", ".htm", ".xhtml")


def read_written(data: bytes, name: str, suffix: str) -> Written:
    """The text that a file holds, and what it says of itself.

    A page or a Word document is known by its first bytes, whatever its file is called; a mail only by `suffix`, since
    it starts like any text.

    Parameters
    ----------
    data : bytes
        The whole file.
    name : str
        What to call it in messages.
    suffix : str
        How its name ends, with the dot.

    Raises
    ------
    ReportError
        When it holds no text that can be read.
    """
    suffix = suffix.lower()
    if is_word_document(data):
        return text_of_document(data, name)
    if suffix in _MAILS and data.strip():
        return text_of_mail(data, name)
    if is_web_page(data) or (suffix in _PAGES and data.lstrip().startswith(b"<")):
        page = decoded_page(data, name, charset_of(data))
        return article_of(page.text, name)
    decoded = decode(data, name)
    return Written(decoded.text, guessed_encoding=decoded.encoding if decoded.is_guess else "")
