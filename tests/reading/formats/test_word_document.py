"""Word documents: what stands in them, and nothing that was deleted."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from event_timeline.core.errors import ReportError
from event_timeline.reading.formats.opening import read_written

BODY = """<?xml version="1.0"?><w:document><w:body>
<w:p><w:r><w:t>Rebels </w:t></w:r><w:r><w:t xml:space="preserve">attacked R&amp;D offices.</w:t></w:r></w:p>
<w:p/><w:p><w:del><w:r><w:delText>Nobody died.</w:delText></w:r></w:del><w:r><w:t>Two died.</w:t></w:r></w:p>
</w:body></w:document>"""
FACTS = "<cp:coreProperties><dc:title>Weekly</dc:title><dc:creator>Ann Roe</dc:creator></cp:coreProperties>"


def document(body=BODY):
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", body)
        archive.writestr("docProps/core.xml", FACTS)
    return data.getvalue()


def test_paragraphs_title_and_author_are_read():
    found = read_written(document(), "a.docx", ".docx")
    assert found.text == "Rebels attacked R&D offices.\n\nTwo died."
    assert (found.title, found.author, found.published) == ("Weekly", "Ann Roe", None)


def test_an_empty_or_damaged_document_is_refused():
    with pytest.raises(ReportError, match="without text"):
        read_written(document("<w:document/>"), "a.docx", ".docx")
    with pytest.raises(ReportError, match="damaged or locked"):
        read_written(document()[:-40], "a.docx", ".docx")


def test_another_archive_is_no_document():
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr("sheet.xml", "<x/>")
    with pytest.raises(ReportError, match="zip archive"):
        read_written(data.getvalue(), "a.docx", ".docx")
