"""``event-timeline extract``: reports to an events GeoPackage."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..core.errors import EventTimelineError, InputError
from ..core.wording import number_of
from .arguments import add_disputed_to, add_lexicon_to, day, opened_lexicons, positive
from .progress import STYLES, reporter
from .stopping import stoppable

if TYPE_CHECKING:
    from ..core.lexicon_file import LexiconFile
    from ..core.report import Failure
    from ..engine.continuing import Study
    from ..engine.gathering import Gathering

_MANY = 1000  # events that take a while to write
_DESCRIPTION = """\
Read news reports (text, web pages, mails, Word documents, folders of them, or pasted text) and write the events they
tell, with their times and places, into one GeoPackage for QGIS or for 'event-timeline view'.

A report's date comes from the table of reports, else from --date, else from what its page or mail says, else from the
text's own dateline, else from the name of its file (2018-02-21_kabul.txt); where these differ, that is told. Without a
date nothing is guessed: what the text alone cannot date is kept as undated.
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
        "reports", metavar="REPORT", nargs="+", help="a file, a folder of them, or - for pasted text"
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
    add_lexicon_to(command)
    add_disputed_to(command)
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
    from ..layers.target import check_target
    from ..reading.documents import open_documents

    tell = reporter(options.progress)
    try:
        check_target(options.output)
        lexicons = opened_lexicons(options.lexicon)
        documents = open_documents(
            [Path(name) for name in options.reports if name != "-"],
            day=options.date,
            manifest=options.manifest,
            pasted=sys.stdin.read() if "-" in options.reports else None,
        )
        for note in documents.notes:
            tell.note(note)
        for failure in documents.failures:
            tell.failure(failure)
        if not documents.reports:
            raise InputError("No report could be read, so nothing was written.")
        from ..engine.batch import ReaderConfig
        from ..engine.continuing import study_in
        from ..engine.extraction import extract

        study = study_in(options.output)
        for note in _study_in_words(options.output, study, lexicons):
            tell.note(note)
        known = lexicons or (study.lexicons if study.decided else ())
        config = ReaderConfig(options.model, known, options.disputed)
        reports = study.reports_with(documents.reports) if study.decided else documents.reports
        tell.note("Loading the language model.")
        with (
            stoppable("stopped; nothing was written."),
            extract(reports, config, jobs=options.jobs, on_progress=tell.progress) as gathering,
        ):
            for failure in gathering.failures:
                tell.failure(failure)
            if len(gathering.failures) >= gathering.n_read and not gathering.n_told:
                raise InputError("No report could be read, so nothing was written.")
            failures = (*documents.failures, *gathering.failures)
            counts = gathering.counts
            if counts.events > _MANY:
                tell.note(f"Writing {number_of(counts.events, 'event')}.")
            _write(options.output, study, gathering, failures, config.lexicons)
    except EventTimelineError as error:
        tell.error(error)
        raise
    tell.summary(options.output, counts, n_failures=len(failures))
    return 0


def _write(
    path: Path,
    study: Study,
    gathering: Gathering,
    failures: Sequence[Failure],
    lexicons: Sequence[LexiconFile],
) -> None:
    """Write a new file, or a new reading into one that people have worked with."""
    from ..layers.geopackage import write_events
    from ..layers.revision import revise_events

    written_at = datetime.now(timezone.utc).replace(tzinfo=None)
    if not study.decided:
        write_events(
            path,
            gathering.events(),
            gathering.reports(),
            failures,
            written_at=written_at,
            lexicons=lexicons,
        )
        return
    events = study.continued(gathering.events())
    revise_events(
        path,
        events,
        gathering.reports(),
        failures,
        standing=lambda: events.standing,
        written_at=written_at,
        lexicons=lexicons,
    )


def _study_in_words(path: Path, study: Study, lexicons: Sequence[LexiconFile]) -> Iterator[str]:
    """What is worth knowing of a file that is there already."""
    if study.decided:
        yield (
            f"{path} holds {number_of(len(study.decided), 'event')} that a person has decided on: they stay so. "
            f"Its reports ({len(study.reports):,}) stay too, and are read again with the new ones."
        )
    if not study.lexicons or study.lexicons == lexicons:
        return
    before = ", ".join(file.name for file in study.lexicons)
    if lexicons:
        now = ", ".join(file.name for file in lexicons)
        yield f"{path} was read with your words in {before}; from now on {now} counts."
    elif study.decided:
        yield f"Your words in {before}, with which {path} was read, count again."
    else:
        yield f"{path} was read with your words in {before}. They do not count now: name the file with --lexicon."
