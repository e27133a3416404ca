"""The command line: ``event-timeline extract | annotate | view | explain | gazetteer | doctor``.

Every command is a module with `add`, which declares its options, and `run`, which does it and returns the exit code:
0 for done, 1 for nothing done, 2 for a command line that cannot be understood. Heavy libraries are imported in `run`
only, so that ``--help`` is instant.
"""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections.abc import Sequence
from importlib import metadata
from typing import NoReturn, Optional

from ..core.errors import Cancelled, EventTimelineError
from . import annotate, doctor, explain, extract, gazetteer, redate, view

_COMMANDS = (extract, redate, annotate, view, explain, gazetteer, doctor)
_DESCRIPTION = "Turn news reports into events on a map that you scrub through time."
_EXAMPLES = """\
examples:
  event-timeline extract reports/ -o events.gpkg      read a folder of reports
  event-timeline view events.gpkg                     look at what was found
  event-timeline explain events.gpkg                  list it, and say why of each
  event-timeline gazetteer add villages.csv           places of your own, which win
  event-timeline doctor                               what is installed, what is missing

exit codes: 0 done, 1 nothing could be done, 2 the command line cannot be understood
"""


class _Parser(argparse.ArgumentParser):
    """A parser that says what one may have meant."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}{_did_you_mean(self, message)}\nTry: {self.prog} --help\n")


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Run a command; returns the exit code.

    Parameters
    ----------
    arguments : sequence of str or None
        Without the program's name; None for those of this process.
    """
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except Cancelled as stop:
        print(f"event-timeline: {stop}", file=sys.stderr)
        return 130
    except KeyboardInterrupt:
        print("event-timeline: stopped; nothing was written.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except EventTimelineError as error:
        print(f"event-timeline: {error}", file=sys.stderr)
        return 1


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    whole = _Parser(
        prog="event-timeline",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    whole.add_argument(
        "--version", action="version", version=f"event-timeline {metadata.version('event-timeline')}"
    )
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=_Parser)
    for command in _COMMANDS:
        command.add(commands)
    return whole


def _did_you_mean(parser: argparse.ArgumentParser, message: str) -> str:
    """The command or option that is nearest to the word that the message complains about."""
    if "invalid choice" in message:
        wrong = [message.split("'")[1]]
    elif "unrecognized arguments" in message:
        wrong = [word.partition("=")[0] for word in message.split(": ", 1)[1].split()]
    else:
        return ""
    known = _words_of(parser)
    near = [match for word in wrong for match in difflib.get_close_matches(word, known, n=1)]
    return f". Did you mean {near[0]}?" if near else ""


def _words_of(parser: argparse.ArgumentParser) -> list[str]:
    """The commands, options and choices that a parser and its commands know."""
    words: list[str] = []
    for action in parser._actions:
        words += action.option_strings
        if isinstance(action, argparse._SubParsersAction):
            words += [
                word for name, command in action.choices.items() for word in (name, *_words_of(command))
            ]
        elif action.choices:
            words += map(str, action.choices)
    return words
