"""What each part of the time axis looks like to the pointer, and what those that are pressed do."""

from __future__ import annotations

from functools import partial

from ..core.chosen_window import Edge, Mode
from .qt import QtCore
from .slider_actions import toggled_lock, toggled_mode
from .slider_layout import Part

Qt = QtCore.Qt

CURSORS = {
    Part.START: Qt.CursorShape.SizeHorCursor,
    Part.END: Qt.CursorShape.SizeHorCursor,
    Part.OVERVIEW_START: Qt.CursorShape.SizeHorCursor,
    Part.OVERVIEW_END: Qt.CursorShape.SizeHorCursor,
    Part.START_LOCK: Qt.CursorShape.PointingHandCursor,
    Part.END_LOCK: Qt.CursorShape.PointingHandCursor,
    Part.START_OPEN: Qt.CursorShape.PointingHandCursor,
    Part.END_OPEN: Qt.CursorShape.PointingHandCursor,
    Part.BODY: Qt.CursorShape.OpenHandCursor,
    Part.OVERVIEW_BODY: Qt.CursorShape.OpenHandCursor,
    Part.AXIS: Qt.CursorShape.OpenHandCursor,
}
TOGGLES = {
    Part.START_LOCK: partial(toggled_lock, edge=Edge.START),
    Part.END_LOCK: partial(toggled_lock, edge=Edge.END),
    Part.START_OPEN: partial(toggled_mode, mode=Mode.CUMULATIVE),
    Part.END_OPEN: partial(toggled_mode, mode=Mode.ONWARD),
}
TIPS = {
    Part.START_LOCK: "Lock the start: whatever moves the window moves its end alone",
    Part.END_LOCK: "Lock the end: whatever moves the window moves its start alone",
    Part.START_OPEN: "Everything up to the window's end",
    Part.END_OPEN: "Everything from the window's start on",
}
