"""``event-timeline annotate``: texts in JSON Lines to their readings in JSON Lines."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, Optional

from ..core.errors import InputError, OutputError
from .arguments import add_disputed_to, add_lexicon_to, opened_lexicons, positive
from .stopping import stoppable

_DESCRIPTION = """\
Read documents in JSON Lines, one a line: {"id", "text", "dct": "YYYY-MM-DD" or null}, and write for each, in the same
order, its place names, time expressions and events with their offsets. Documents are not merged.
"""
_WANTED = (
    'It should be JSON Lines in UTF-8: in each line an object like {"id": "a", "text": "...", "dct": "2018-02-21"}. '
    "Plain texts are for 'event-timeline extract'."
)
_EXAMPLES = """\
examples:
  event-timeline annotate in.jsonl -o out.jsonl
  event-timeline annotate in.jsonl -o out.jsonl --jobs 4
"""


def add(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser(
        "annotate",
        help="mark places, times and events in texts: JSON Lines in, JSON Lines out",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.add_argument(
        "input", metavar="IN.jsonl", type=Path, help="documents, one a line; - for standard input"
    )
    command.add_argument(
        "-o", "--output", metavar="OUT.jsonl", type=Path, required=True, help="where to write"
    )
    command.add_argument(
        "--jobs", metavar="N", type=positive, help="number of processes (default: as many as are worth it)"
    )
    add_lexicon_to(command)
    add_disputed_to(command)
    command.add_argument("--model", metavar="NAME", help="the spaCy model (default: the best one installed)")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Annotate; the output appears when it is whole."""
    from ..engine.annotating import LineError, annotate_lines
    from ..engine.batch import ReaderConfig
    from ..engine.extraction import jobs_for
    from ..layers.target import check_place, opened_whole

    source: Path = options.input
    jobs: Optional[int] = options.jobs
    check_place(options.output)
    if source.exists() and options.output.exists() and source.samefile(options.output):
        raise OutputError(f"{options.output} is what is to be read. Choose another name to write to.")
    config = ReaderConfig(options.model, opened_lexicons(options.lexicon), options.disputed)
    try:
        stream = sys.stdin if str(source) == "-" else source.open(encoding="utf-8-sig")
        size = 0 if str(source) == "-" else source.stat().st_size
    except OSError as error:
        raise InputError(f"{source} cannot be opened: {error.strerror}. {_WANTED}") from error
    try:
        with stoppable("stopped; nothing was written."), stream, opened_whole(options.output) as target:
            for line in annotate_lines(stream, config, jobs or jobs_for(size, size)):
                target.write(line + "\n")
    except UnicodeDecodeError as error:
        raise InputError(f"{source} is not text in UTF-8. {_WANTED}") from error
    except LineError as error:
        raise InputError(f"{source}, line {error.number}: {error} {_WANTED}") from error
    return 0
