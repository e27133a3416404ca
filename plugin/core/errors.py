"""The error tree. Every message says what was wrong with which input, and what to do about it.

::

    EventTimelineError
    ├── InputError            something the user handed over cannot be used
    │   ├── ReportError       a report: empty, binary, too long, unreadable
    │   ├── ManifestError     the table of reports: a missing column, a row without its file
    │   ├── DateError         a date that is none
    │   ├── LexiconError      a file of the user's words that tell events
    │   ├── GazetteerError    a place file of the user's, or the built gazetteer
    │   └── LayerError        an events file: not one of ours, damaged, of another version
    ├── OutputError           the result cannot be written where it was asked for
    ├── MissingDependency     a library of an extra is not installed; the message names the extra
    └── Cancelled             the user stopped the work; nothing was written
"""

from __future__ import annotations


class EventTimelineError(Exception):
    """Root of all errors raised on purpose by this package."""


class InputError(EventTimelineError):
    """Something the user handed over cannot be used."""


class ReportError(InputError):
    """A report cannot be read."""


class ManifestError(InputError):
    """The table of reports cannot be used."""


class DateError(InputError):
    """A text that should be a date is none."""


class LexiconError(InputError):
    """A file of the user's words that tell events cannot be used."""


class GazetteerError(InputError):
    """A place file of the user's, or the built gazetteer, cannot be used."""


class LayerError(InputError):
    """A file of events cannot be used."""


class OutputError(EventTimelineError):
    """The result cannot be written where it was asked for."""


class MissingDependency(EventTimelineError):
    """A library that belongs to an optional extra is not installed.

    Parameters
    ----------
    library : str
        Name of the missing library.
    extra : str
        The extra of this package that brings it, such as ``read``.
    """

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(
            f"{library} is not installed. It comes with the extra '{extra}': pip install \"event-timeline[{extra}]\"."
        )
        self.library = library
        self.extra = extra


class Cancelled(EventTimelineError):
    """The user stopped the work; nothing was written."""
