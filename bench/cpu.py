"""Processor time of one piece of work beside another's, so that a busy machine tells the same as an idle one."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping

ROUNDS = 5


def cpu_seconds(work: Mapping[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """Seconds of this process's processor time that each piece of work takes: the median of several rounds.

    The pieces take turns, so that what slows the machine for a while slows all of them.
    """
    spent: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, piece in work.items():
            gc.collect()
            began = time.process_time()
            piece()
            spent[name].append(time.process_time() - began)
    return {name: statistics.median(seconds) for name, seconds in spent.items()}
