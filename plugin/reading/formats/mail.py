"""The text of a mail (.eml), and of a page that a browser saved as one file (.mhtml), which is written like a mail."""

from __future__ import annotations

from datetime import date, datetime
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from typing import Optional

from ...core.errors import ReportError
from .web_page import article_of
from .written import Written


def text_of_mail(data: bytes, name: str) -> Written:
    """The text of a mail or of a page saved as one; attachments are left.

    Raises
    ------
    ReportError
        When there is no text in it.
    """
    mail = message_from_bytes(data, EmailMessage, policy=default)
    try:
        body = mail.get_body(("plain", "html"))
        content = body.get_content() if body else ""
    except (MessageError, LookupError, ValueError, KeyError) as error:
        raise ReportError(f"{name} cannot be read as a mail: {error}. Save its text first.") from error
    if body is None or not isinstance(content, str) or not content.strip():
        raise ReportError(f"{name} is a mail or a saved page without text. Save its text first.")
    is_page = body.get_content_type() == "text/html"
    written = article_of(content, name) if is_page else Written(content.replace("\r\n", "\n"))
    address = mail.get("Snapshot-Content-Location") or mail.get("Content-Location")
    is_saved = address is not None  # a browser's date is that of saving
    return Written(
        written.text,
        written.title or _header(mail, "Subject"),
        written.source,
        written.author or ("" if is_saved else _header(mail, "From")),
        written.url or str(address or ""),
        written.published if is_saved else _day_of(mail),
    )


def _header(mail: EmailMessage, name: str) -> str:
    return " ".join(str(mail.get(name) or "").split())


def _day_of(mail: EmailMessage) -> Optional[date]:
    """The day on which it was sent, by the sender's clock."""
    sent = getattr(mail.get("Date"), "datetime", None)
    return None if sent is None else datetime.date(sent)
