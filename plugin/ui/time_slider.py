"""The time slider: playback bar, axis and legend in one widget, for a dock or a window.

Use::

    controller = TimelineController(parent)
    slider = TimeSlider(controller, parent)
    controller.windowSettled.connect(set_the_maps_range)
    controller.set_events(TimeIndex(start_ms, end_ms, type_numbers, KINDS))
"""

from __future__ import annotations

from ..core.axis import date_in_words, range_in_words
from ..core.chosen_window import Edge
from ..core.timeline import Timeline
from .axis_menu import axis_menu
from .controller import TimelineController
from .legend import Legend
from .playback_bar import PlaybackBar
from .qt import QAction, QtCore, QtGui, QtWidgets
from .slider_actions import commands, install
from .slider_layout import Part
from .theme import as_page
from .time_axis import TimeAxis

Qt = QtCore.Qt


class Thumb(QtWidgets.QWidget):
    """One stop of the Tab key: a handle or the body, with its value in words for a screen reader.

    It is not seen and takes no mouse; the axis draws the focus. WAI-ARIA calls this the multi-thumb slider.
    """

    def __init__(self, name: str, part: Part, axis: TimeAxis) -> None:
        super().__init__(axis)
        self._axis = axis
        self._part = part
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.resize(1, 1)

    @property
    def part(self) -> Part:
        """What it moves."""
        return self._part

    def focusInEvent(self, event: QtGui.QFocusEvent | None) -> None:  # noqa: N802
        """Show the focus."""
        self._axis.set_focused(self._part)

    def focusOutEvent(self, event: QtGui.QFocusEvent | None) -> None:  # noqa: N802
        """Show that it is gone."""
        self._axis.set_focused(None)


class TimeSlider(QtWidgets.QWidget):
    """Playback bar, axis and legend.

    Parameters
    ----------
    controller : TimelineController
        What it shows and moves; several views may share it.
    parent : QWidget or None

    Notes
    -----
    ``slider.axis`` has the signals `barHovered`, `barChosen`; ``slider.actions_by_name`` the keys as actions.
    """

    def __init__(self, controller: TimelineController, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        as_page(self)
        self.bar = PlaybackBar(controller, self)
        self.axis = TimeAxis(controller, self)
        self.legend = Legend(controller, self)
        self.axis.spreadsChanged.connect(self.legend.set_spreads)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.axis, 1)
        column.addWidget(self.legend)
        self.thumbs = tuple(
            Thumb(name, part, self.axis)
            for name, part in (("Start", Part.START), ("Window", Part.BODY), ("End", Part.END))
        )
        for before, after in zip(self.thumbs, (*self.thumbs[1:], self.bar.play)):
            QtWidgets.QWidget.setTabOrder(before, after)
        table = commands(controller, lambda: self.axis.pointed_at, self.bar.ask_date)
        self.actions_by_name: dict[str, QAction] = install(self, table)
        for name, direction in (("step_back", -1), ("step_forward", 1)):
            action = self.actions_by_name[name]
            action.triggered.disconnect()
            action.triggered.connect(lambda _checked=False, n=direction: self._arrow(n))
        play = self.actions_by_name["play"]
        play.triggered.disconnect()
        play.triggered.connect(lambda _checked=False: self._space())
        self.axis.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.axis.customContextMenuRequested.connect(self._menu)
        controller.timelineChanged.connect(self._name_thumbs)
        self._name_thumbs(controller.timeline)

    def _arrow(self, n: int) -> None:
        """One step: of the handle that has the keyboard, else of the window."""
        thumb = self.focusWidget()
        part = thumb.part if isinstance(thumb, Thumb) and thumb.hasFocus() else Part.BODY
        edge = {Part.START: Edge.START, Part.END: Edge.END}.get(part)

        def step(now: Timeline) -> Timeline:
            now = now.paused()
            return (now.stepped(n) if edge is None else now.edged(edge, n)).showing_window()

        self.controller.change(step)

    def _space(self) -> None:
        if self.axis.is_dragging:
            self.axis.hold_space()
        else:
            self.controller.toggle_play()

    def _name_thumbs(self, timeline: Timeline | None) -> None:
        start, body, end = self.thumbs
        if timeline is None:
            for thumb in self.thumbs:
                thumb.setAccessibleDescription("no dated events")
            return
        window = timeline.window
        start.setAccessibleDescription(date_in_words(window.start, with_weekday=True))
        body.setAccessibleDescription(range_in_words(window))
        end.setAccessibleDescription(date_in_words(window.end, with_weekday=True))

    def _menu(self, at: QtCore.QPoint) -> None:
        menu = self.menu_at(at.x())
        if menu is not None:
            menu.exec(self.axis.mapToGlobal(at))

    def menu_at(self, x: float) -> QtWidgets.QMenu | None:
        """The menu of the right button at `x`; None without events."""
        return axis_menu(self.controller, self.axis, x, self)
