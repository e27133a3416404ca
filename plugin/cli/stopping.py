"""Lets a command be stopped from outside so that it can put everything away."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from ..core.errors import Cancelled


@contextmanager
def stoppable(told: str) -> Iterator[None]:
    """Within, Ctrl-C and the system's polite request to end become `Cancelled`, which says `told`."""

    def stop(number: int, frame: Any) -> NoReturn:
        raise Cancelled(told)

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    except KeyboardInterrupt as interrupt:
        raise Cancelled(told) from interrupt
    finally:
        signal.signal(signal.SIGTERM, before)
