"""``event-timeline extract``: reports to an events GeoPackage."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..core.errors import EventTimelineError, InputError
from ..core.wording import number_of
from .arguments import day, positive
from .progress import STYLES, reporter
from .stopping import stoppable

if TYPE_CHECKING:
    from ..engine.continuing import Study

_DESCRIPTION = """\
Read news reports (.txt files, folders of them, or pasted text) and write the events they tell, with their times and
places, into one GeoPackage for QGIS or for 'event-timeline view'.

A report's date comes from the table of reports, else from --date, else from the text's own dateline. Without a date
nothing is guessed: what the text alone cannot date is kept as undated.
"""
_EXAMPLES = """\
examples:
  event-timeline extract reports/ -o events.gpkg
  event-timeline extract a.txt b.txt -o events.gpkg --date 2018-02-21
  event-timeline extract reports/*.txt --manifest reports.csv -o events.gpkg --jobs 4
  pbpaste | event-timeline extract - --date 2018-02-21 -o events.gpkg

the table of reports starts with the line: file,date,source,title
"""


def add(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser(
        "extract",
        help="read reports and write their events into a GeoPackage",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.add_argument(
        "reports", metavar="REPORT", nargs="+", help="a .txt file, a folder of them, or - for pasted text"
    )
    command.add_argument(
        "-o", "--output", metavar="FILE", type=Path, default=Path("events.gpkg"), help="default: %(default)s"
    )
    command.add_argument(
        "--date", metavar="YYYY-MM-DD", type=day, help="when reports without a date were written"
    )
    command.add_argument(
        "--manifest", metavar="CSV", type=Path, help="table of reports: file, date, source, title"
    )
    command.add_argument(
        "--jobs", metavar="N", type=positive, help="number of processes (default: as many as are worth it)"
    )
    command.add_argument("--model", metavar="NAME", help="the spaCy model (default: the best one installed)")
    command.add_argument(
        "--progress", choices=STYLES, default="plain", help="how to tell the progress (default: %(default)s)"
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read the reports; the file appears when it is whole, or not at all."""
    from ..layers.geopackage import check_target, write_events
    from ..reading.documents import open_documents

    tell = reporter(options.progress)
    try:
        check_target(options.output)
        pasted = sys.stdin.read() if "-" in options.reports else None
        paths = [Path(name) for name in options.reports if name != "-"]
        documents = open_documents(paths, day=options.date, manifest=options.manifest, pasted=pasted)
        for note in documents.notes:
            tell.note(note)
        for failure in documents.failures:
            tell.failure(failure)
        if not documents.reports:
            raise InputError("No report could be read, so nothing was written.")
        from ..engine.continuing import study_in

        study = study_in(options.output)
        if study.decided:
            tell.note(_continued_in_words(options.output, study))
        tell.note("Loading the language model.")
        from ..engine.batch import ReaderConfig
        from ..engine.extraction import extract

        with stoppable("stopped; nothing was written."):
            config = ReaderConfig(options.model)
            reports = study.reports_with(documents.reports)
            batch = extract(reports, config, jobs=options.jobs, on_progress=tell.progress)
        for failure in batch.failures:
            tell.failure(failure)
        if len(batch.failures) >= len(batch.reports) and not batch.events:
            raise InputError("No report could be read, so nothing was written.")
        failures = (*documents.failures, *batch.failures)
        written_at = datetime.now(timezone.utc).replace(tzinfo=None)
        events, standing = study.continued(batch.events)
        write_events(
            options.output, events, batch.reports, failures, written_at=written_at, standing=standing
        )
    except EventTimelineError as error:
        tell.error(error)
        raise
    tell.summary(options.output, batch, n_failures=len(failures))
    return 0


def _continued_in_words(path: Path, study: Study) -> str:
    return (
        f"{path} holds {number_of(len(study.decided), 'event')} that a person has decided on: they stay so. "
        f"Its reports ({len(study.reports):,}) stay too, and are read again with the new ones."
    )
