"""From what the user names to reports, with one sentence for each that cannot be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from event_timeline.core.errors import ManifestError
from event_timeline.core.report import DctBasis
from event_timeline.reading.documents import MAX_CHARACTERS, PASTED, Documents, open_documents

DAY = date(2018, 2, 21)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports and a table that knows two of them."""
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Report {name} tells of rain.", encoding="utf-8")
    table = "file,date,source,title\na.txt,2018-02-20,The Daily Example,Rain\nb.txt,,The Weekly Example,More rain\n"
    (tmp_path / "table.csv").write_text(table, encoding="utf-8")
    return tmp_path


def errors(documents: Documents) -> dict[str, str]:
    return {failure.report_id: failure.error for failure in documents.failures}


def test_a_folder_gives_its_texts_in_the_order_of_their_names(folder: Path) -> None:
    (folder / "deeper").mkdir()
    (folder / "deeper" / "d.TXT").write_text("Deeper down it snows.")
    assert [report.report_id for report in open_documents([folder]).reports] == [
        "a.txt",
        "b.txt",
        "c.txt",
        "d.TXT",
    ]


def test_pages_mails_and_documents_of_a_folder_are_read_but_no_frames_of_a_page(tmp_path: Path) -> None:
    page = '<html><meta name="date" content="2024-03-05"><p>It rained in May.</p></html>'
    (tmp_path / "page_files").mkdir()
    for name in ("page.html", "page_files/advert.html"):
        (tmp_path / name).write_text(page)
    (report,) = open_documents([tmp_path]).reports
    assert (report.report_id, report.text) == ("page.html", "It rained in May.")
    assert (report.published, report.published_basis) == (date(2024, 3, 5), DctBasis.METADATA)


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    documents = open_documents([folder / "a.txt", folder, folder / "a.txt"])
    assert [report.report_id for report in documents.reports] == ["a.txt", "b.txt", "c.txt"]


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for name in ("north", "south"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(f"Rain in the {name}.")
    ids = [report.report_id for report in open_documents([tmp_path]).reports]
    assert ids == ["north/a.txt", "south/a.txt"]


def test_the_table_gives_date_source_and_title(folder: Path) -> None:
    a, _, _ = open_documents([folder], manifest=folder / "table.csv").reports
    assert (a.published, a.published_basis) == (date(2018, 2, 20), DctBasis.GIVEN)
    assert (a.source, a.title) == ("The Daily Example", "Rain")


def test_the_date_given_is_for_reports_without_one_of_their_own(folder: Path) -> None:
    documents = open_documents([folder], manifest=folder / "table.csv", day=DAY)
    assert [report.published for report in documents.reports] == [date(2018, 2, 20), DAY, DAY]


def test_a_date_in_the_text_is_taken_when_nobody_gives_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain in the hills\nPublished 22 May 2017\n\nIt rained.")
    (report,) = open_documents([tmp_path]).reports
    assert (report.published, report.published_basis) == (date(2017, 5, 22), DctBasis.DATELINE)


def test_without_any_date_there_is_none(folder: Path) -> None:
    report = open_documents([folder]).reports[0]
    assert (report.published, report.published_basis) == (None, DctBasis.NONE)


def test_a_table_called_reports_csv_is_taken_from_the_folder_and_that_is_said(folder: Path) -> None:
    (folder / "table.csv").rename(folder / "reports.csv")
    documents = open_documents([folder])
    assert documents.reports[0].source == "The Daily Example"
    assert "reports.csv" in documents.notes[0]


@pytest.mark.parametrize(
    "table",
    [
        "Filename;Publication date;Publisher;Headline\na.txt;2018-02-20;The Daily Example;Rain\n",
        "path\tpublished\toutlet\theadline\n.\\A.TXT\t2018-02-20\tThe Daily Example\tRain\n",
        "\ufefffile,date,source,title\r\na.txt,2018-2-20,The Daily Example,Rain\r\n",
    ],
)
def test_tables_as_people_write_them(folder: Path, table: str) -> None:
    (folder / "table.csv").write_bytes(table.encode())
    report = open_documents([folder / "a.txt"], manifest=folder / "table.csv").reports[0]
    assert (report.published, report.source, report.title) == (date(2018, 2, 20), "The Daily Example", "Rain")


def test_a_report_without_a_row_is_read_and_that_is_told(folder: Path) -> None:
    documents = open_documents([folder], manifest=folder / "table.csv")
    assert len(documents.reports) == 3
    assert list(errors(documents)) == ["c.txt"]
    assert "no row in table.csv" in errors(documents)["c.txt"]


def test_a_row_without_its_file_is_told_and_one_that_was_not_asked_for_is_not(folder: Path) -> None:
    with (folder / "table.csv").open("a") as table:
        table.write("gone.txt,2018-02-20,,\n")
    documents = open_documents([folder / "a.txt"], manifest=folder / "table.csv")
    assert list(errors(documents)) == ["gone.txt"]
    assert "no such file" in errors(documents)["gone.txt"]


@pytest.mark.parametrize("wrong", ["2018-02-30", "2/3/2018", "last week"])
def test_a_date_that_is_none_costs_the_report_its_date_only(folder: Path, wrong: str) -> None:
    (folder / "table.csv").write_text(f"file,date\na.txt,{wrong}\n")
    documents = open_documents([folder / "a.txt"], manifest=folder / "table.csv")
    assert documents.reports[0].published is None
    assert wrong in errors(documents)["a.txt"]


def test_a_table_that_cannot_be_used_ends_the_work(folder: Path) -> None:
    (folder / "table.csv").write_text("when,who\n2018-02-20,someone\n")
    with pytest.raises(ManifestError, match="no column 'file'"):
        open_documents([folder], manifest=folder / "table.csv")
    with pytest.raises(ManifestError, match=r"none\.csv cannot be opened"):
        open_documents([folder], manifest=folder / "none.csv")


def test_what_cannot_be_read_is_told_and_the_rest_is_read(folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "blank.txt").write_text(" \n\n")
    (folder / "binary.txt").write_bytes(bytes(range(256)))
    (folder / "long.txt").write_text("word " * (MAX_CHARACTERS // 4))
    with (folder / "huge.txt").open("wb") as huge:
        huge.truncate(50_000_000)
    documents = open_documents([folder, folder / "gone.txt"])
    assert [report.report_id for report in documents.reports] == ["a.txt", "b.txt", "c.txt"]
    told = errors(documents)
    assert "is empty" in told["empty.txt"]
    assert "is empty" in told["blank.txt"]
    assert "binary" in told["binary.txt"]
    assert "1,250,000 characters" in told["long.txt"]
    assert "50 MB" in told["huge.txt"]
    assert "no such file" in told["gone.txt"]


def test_a_folder_without_texts_is_told(tmp_path: Path) -> None:
    assert "holds no reports" in errors(open_documents([tmp_path]))[str(tmp_path)]


def test_pasted_text_is_a_report(folder: Path) -> None:
    documents = open_documents([], pasted="It rained.", day=DAY)
    assert [(report.report_id, report.published) for report in documents.reports] == [(PASTED, DAY)]
    assert "is empty" in errors(open_documents([], pasted="  "))[PASTED]


def test_an_encoding_that_is_a_guess_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Regen in Köln – viel Regen".encode("cp1252"))
    documents = open_documents([tmp_path])
    assert documents.reports[0].text == "Regen in Köln – viel Regen"
    assert "read as cp1252" in documents.notes[0]


def test_the_longest_report_is_what_the_language_model_takes() -> None:
    language_model = pytest.importorskip(
        "event_timeline.reading.language_model",
        reason="spaCy comes with the extra 'read'",
        exc_type=ImportError,
    )
    assert language_model.MAX_CHARACTERS == MAX_CHARACTERS


def test_a_table_is_no_report(tmp_path: Path) -> None:
    table = tmp_path / "events.csv"
    table.write_text("id,when,where\n1,2024-03-05,Gao\n")
    documents = open_documents([table])
    assert not documents.reports
    assert "is a table, not a report" in errors(documents)["events.csv"]
