"""Mails and pages saved as one file, which are written alike."""

import pytest
from event_timeline.core.errors import ReportError
from event_timeline.reading.formats.opening import read_written

MAIL = """From: Desk <desk@example.org>
Subject: Clashes
 in Goma
Date: Tue, 5 Mar 2024 23:50:00 +0200
Content-Type: multipart/alternative; boundary=x

--x
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Soldiers entered the caf=C3=A9.
--x
Content-Type: text/html

<p>Soldiers entered another.</p>
--x--
"""
SAVED = """From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/mine
Subject: Mine attacked
Date: Sun, 1 Dec 2024 10:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="x"

--x
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html><body><nav>Home</nav><p>Rebels attacked a mine.</p></body></html>
--x--
"""


def test_a_mail_tells_text_day_subject_and_sender():
    found = read_written(MAIL.encode(), "a.eml", ".eml")
    assert found.text.strip() == "Soldiers entered the café."
    assert (found.title, found.author) == ("Clashes in Goma", "Desk <desk@example.org>")
    assert str(found.published) == "2024-03-05"


def test_the_day_on_which_a_page_was_saved_is_not_that_of_its_article():
    found = read_written(SAVED.encode(), "a.mhtml", ".mhtml")
    assert (found.text, found.title) == ("Rebels attacked a mine.", "Mine attacked")
    assert (found.url, found.published, found.author) == ("https://example.org/mine", None, "")


@pytest.mark.parametrize("wrong", [b"\x00\x01\x02", b"Subject: none\n\n", b"Content-Type: image/png\n\nxx"])
def test_a_mail_without_text_is_refused(wrong):
    with pytest.raises(ReportError, match="Save its text first"):
        read_written(wrong, "a.eml", ".eml")
