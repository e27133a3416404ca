"""Every key of the time slider as a QAction, so that hosts can list, rebind or widen them."""

from __future__ import annotations

from typing import Callable, NamedTuple

from ..core.chosen_window import Edge, Mode
from ..core.timeline import Timeline
from .controller import TimelineController
from .qt import QAction, QtCore, QtGui, QtWidgets

Qt = QtCore.Qt
ZOOM = 0.8  # one press of + or -


class Command(NamedTuple):
    """A key's name (stable), words, keys and what it does."""

    name: str
    text: str
    keys: tuple[str, ...]
    run: Callable[[], None]


def commands(
    controller: TimelineController, pointed_at: Callable[[], int | None], ask_date: Callable[[], None]
) -> tuple[Command, ...]:
    """All commands of the slider.

    Parameters
    ----------
    controller : TimelineController
        What they change.
    pointed_at : callable
        The moment under the pointer or of the chosen event, or None.
    ask_date : callable
        Put the keyboard into the field for a date.
    """

    def to(transition: Callable[[Timeline], Timeline]) -> Callable[[], None]:
        """Change the window and bring it into view."""
        return lambda: controller.change(lambda now: transition(now.paused()).showing_window())

    def axis(transition: Callable[[Timeline], Timeline]) -> Callable[[], None]:
        return lambda: controller.change(transition)

    def set_edge(is_start: bool) -> Callable[[], None]:
        def run() -> None:
            at = pointed_at()
            if at is not None:
                controller.change(lambda now: now.begun(at) if is_start else now.ended(at))

        return run

    def lock_start(now: Timeline) -> Timeline:
        return toggled_lock(now, Edge.START)

    def lock_end(now: Timeline) -> Timeline:
        return toggled_lock(now, Edge.END)

    def onward(now: Timeline) -> Timeline:
        return toggled_mode(now, Mode.ONWARD)

    def cumulative(now: Timeline) -> Timeline:
        return toggled_mode(now, Mode.CUMULATIVE)

    return (
        Command("play", "Play or pause", ("Space",), controller.toggle_play),
        Command("step_back", "One step back", ("Left",), to(lambda now: now.stepped(-1))),
        Command("step_forward", "One step forward", ("Right",), to(lambda now: now.stepped(1))),
        Command("window_back", "One window back", ("Shift+Left",), to(lambda now: now.leapt(-1))),
        Command("window_forward", "One window forward", ("Shift+Right",), to(lambda now: now.leapt(1))),
        Command("event_previous", "Previous event", ("Up",), lambda: controller.step_to_event(-1)),
        Command("event_next", "Next event", ("Down",), lambda: controller.step_to_event(1)),
        Command("first", "To the beginning", ("Home",), to(Timeline.at_first)),
        Command("last", "To the end", ("End",), to(Timeline.at_last)),
        Command("ten_back", "Ten steps back", ("PgUp",), to(lambda now: now.stepped(-10))),
        Command("ten_forward", "Ten steps forward", ("PgDown",), to(lambda now: now.stepped(10))),
        Command("reverse", "Play backward, again: faster", ("J",), axis(lambda now: now.shuttled(-1))),
        Command("pause", "Pause", ("K",), axis(Timeline.paused)),
        Command("forward", "Play forward, again: faster", ("L",), axis(lambda now: now.shuttled(1))),
        Command("set_start", "Window starts here", ("I",), set_edge(True)),
        Command("set_end", "Window ends here", ("O",), set_edge(False)),
        Command("zoom_in", "Zoom axis in", ("+", "="), axis(lambda now: now.zoomed(ZOOM, now.window.centre))),
        Command(
            "zoom_out", "Zoom axis out", ("-",), axis(lambda now: now.zoomed(1 / ZOOM, now.window.centre))
        ),
        Command("reset", "Show the whole axis", ("0",), axis(Timeline.reset_view)),
        Command("go_to", "Go to date", ("G",), ask_date),
        Command("shrink", "Shrink window", ("[",), to(lambda now: now.grown(-1))),
        Command("grow", "Grow window", ("]",), to(lambda now: now.grown(1))),
        Command("cumulative", "Window or everything up to its end", ("C",), axis(cumulative)),
        Command("onward", "Window or everything from its start on", ("Shift+C",), axis(onward)),
        Command(
            "lock_start",
            "Lock or unlock the start",
            ("Shift+I",),
            axis(lock_start),
        ),
        Command("lock_end", "Lock or unlock the end", ("Shift+O",), axis(lock_end)),
    )


def toggled_mode(now: Timeline, mode: Mode) -> Timeline:
    """The window with one end open; again: closed."""
    return now.with_mode(Mode.WINDOW if now.mode is mode else mode)


def toggled_lock(now: Timeline, edge: Edge) -> Timeline:
    """One end of the window locked; again: free."""
    return now.with_lock(None if now.locked is edge else edge)


def install(widget: QtWidgets.QWidget, table: tuple[Command, ...]) -> dict[str, QAction]:
    """The commands as actions of a widget, live while it or a child of it has the keyboard.

    A text field that has the keyboard keeps its letters: Qt asks it first.
    """
    actions = {}
    for command in table:
        action = QAction(command.text, widget)
        action.setObjectName(f"event_timeline_{command.name}")
        action.setShortcuts([QtGui.QKeySequence(key) for key in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False, run=command.run: run())
        widget.addAction(action)
        actions[command.name] = action
    return actions
