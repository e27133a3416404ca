"""Work off the GUI thread, so that nothing a person does waits for it."""

from __future__ import annotations

from typing import Any, Callable

from ..core.errors import EventTimelineError
from .qt import QtCore, Signal

# Kept until they have spoken: a task may be over before the GUI thread hears of it.
_LISTENING: set[_Voice] = set()


class _Voice(QtCore.QObject):
    """Carries a task's end to the GUI thread."""

    done = Signal(object)
    failed = Signal(str)

    def __init__(
        self, done: Callable[[Any], None], failed: Callable[[str], None], listener: QtCore.QObject
    ) -> None:
        super().__init__()
        listener.destroyed.connect(self._have_nobody)
        self._done, self._failed = done, failed
        self.done.connect(self._tell_done)
        self.failed.connect(self._tell_failed)
        _LISTENING.add(self)

    def _have_nobody(self) -> None:
        """Who would have been told is gone."""
        _LISTENING.discard(self)
        self._done = self._failed = lambda _unheard: None

    def _tell_done(self, result: Any) -> None:
        _LISTENING.discard(self)
        self._done(result)

    def _tell_failed(self, words: str) -> None:
        _LISTENING.discard(self)
        self._failed(words)


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
    listener : QObject
        Whose the callables are; once it is gone, nobody is told.
    """

    def __init__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[str], None],
        listener: QtCore.QObject,
    ) -> None:
        super().__init__()
        self._work = work
        self._voice = _Voice(done, failed, listener)

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
