"""Work off the GUI thread, so that nothing a person does waits for it."""

from __future__ import annotations

from typing import Any, Callable

from ..core.errors import EventTimelineError
from .qt import QtCore, Signal


class _Voice(QtCore.QObject):
    """Carries a task's end to the GUI thread."""

    done = Signal(object)
    failed = Signal(str)


class Task(QtCore.QRunnable):
    """A function on a thread of the pool.

    Parameters
    ----------
    work : callable
        Runs on the other thread; must not touch widgets.
    done : callable
        Gets the result, on the GUI thread.
    failed : callable
        Gets the message of an `EventTimelineError` or `OSError`, on the GUI thread.
    """

    def __init__(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._work = work
        self._voice = _Voice()
        self._voice.done.connect(done)
        self._voice.failed.connect(failed)

    def run(self) -> None:
        """Do the work."""
        try:
            result = self._work()
        except (EventTimelineError, OSError) as error:
            self._voice.failed.emit(str(error))
        else:
            self._voice.done.emit(result)


def finish() -> None:
    """Wait for all tasks: one that ends after the application would have nobody to tell."""
    pool = QtCore.QThreadPool.globalInstance()
    assert pool is not None
    pool.waitForDone()


def start(task: Task) -> None:
    """Run a task when a thread is free."""
    pool = QtCore.QThreadPool.globalInstance()
    assert pool is not None
    pool.start(task)
