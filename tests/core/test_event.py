"""What an event is made of."""

from __future__ import annotations

import pickle
from dataclasses import replace

from event_timeline.core.event import Telling
from event_timeline.core.report import Span


def test_tellings_go_from_process_to_process_and_back_unchanged() -> None:
    telling = Telling("a.txt", Span(5, 8), "met", Span(0, 9), "They met.")
    assert pickle.loads(pickle.dumps(telling)) == telling
    assert replace(telling, report_id="b.txt").trigger == Span(5, 8)
