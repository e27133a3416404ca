"""The menu of the right button on the time axis: the window here, open ends, locks, and how the bars are drawn."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Callable

from ..core.axis import window_in_words
from ..core.calendar import Step, Unit
from ..core.chosen_window import Edge, Mode
from ..core.timeline import Timeline
from .controller import TimelineController
from .qt import QtWidgets
from .slider_actions import toggled_lock, toggled_mode
from .slider_bars import BarScale

if TYPE_CHECKING:
    from .time_axis import TimeAxis


def axis_menu(
    controller: TimelineController, axis: TimeAxis, x: float, parent: QtWidgets.QWidget
) -> QtWidgets.QMenu | None:
    """The menu at `x`; None without events."""
    layout, now = axis.axis_layout, controller.timeline
    if layout is None or now is None:
        return None
    at = layout.ms_of(x)
    change = controller.change
    menu = QtWidgets.QMenu(parent)
    _add(menu, "Window starts here", lambda: change(lambda now: now.begun(at)))
    _add(menu, "Window ends here", lambda: change(lambda now: now.ended(at)))
    menu.addSeparator()
    for unit in (Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR):
        step = Step(unit, 1, now.step.first_weekday)
        period = partial(Timeline.with_period, at=at, step=step)
        _add(menu, f"Window: the {unit.value} here", partial(change, period))
    _add(menu, "Window: everything", lambda: change(lambda now: now.with_window(now.full)))
    menu.addSeparator()
    for words, is_on, transition in (
        (
            "Everything up to the window's end",
            now.mode is Mode.CUMULATIVE,
            partial(toggled_mode, mode=Mode.CUMULATIVE),
        ),
        (
            "Everything from the window's start on",
            now.mode is Mode.ONWARD,
            partial(toggled_mode, mode=Mode.ONWARD),
        ),
        ("Lock the start", now.locked is Edge.START, partial(toggled_lock, edge=Edge.START)),
        ("Lock the end", now.locked is Edge.END, partial(toggled_lock, edge=Edge.END)),
    ):
        _tick(menu, words, is_on, partial(change, transition))
    menu.addSeparator()
    _add(menu, "Zoom to the window", lambda: change(lambda now: now.viewing(now.window)))
    _add(menu, "Show the whole axis", lambda: change(Timeline.reset_view))
    _add(menu, "Copy the window as text", lambda: _copy(controller))
    menu.addSeparator()
    _tick(
        menu,
        "Spread inexact dates over their time",
        axis.spreads,
        lambda: axis.set_spreads(not axis.spreads),
    )
    heights = menu.addMenu("Height of the bars")
    for scale in BarScale if heights is not None else ():
        assert heights is not None
        _tick(heights, scale.value, scale is axis.scale, partial(axis.set_scale, scale))
    return menu


def _add(menu: QtWidgets.QMenu, words: str, run: Callable[[], object]) -> None:
    action = menu.addAction(words)
    if action is not None:
        action.triggered.connect(lambda _checked=False: run())


def _tick(menu: QtWidgets.QMenu, words: str, is_on: bool, run: Callable[[], object]) -> None:
    action = menu.addAction(words)
    if action is not None:
        action.setCheckable(True)
        action.setChecked(is_on)
        action.triggered.connect(lambda _checked=False: run())


def _copy(controller: TimelineController) -> None:
    timeline, clipboard = controller.timeline, QtWidgets.QApplication.clipboard()
    if timeline is not None and clipboard is not None:
        clipboard.setText(window_in_words(timeline))
