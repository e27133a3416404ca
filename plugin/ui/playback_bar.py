"""The row above the axis: playback, speed, step, mode, the window in words, and a field to go to a date."""

from __future__ import annotations

from functools import partial
from typing import Callable

from ..core.axis import length_in_words, window_in_words
from ..core.calendar import Step, Unit
from ..core.chosen_window import Mode
from ..core.date_entry import range_of_text
from ..core.errors import DateError
from ..core.timeline import AtEnd, Timeline
from .controller import TimelineController
from .icons import icon
from .pill import Fill, menu_of, pill_button
from .qt import QtCore, QtGui, QtWidgets, first_weekday
from .readout import Readout
from .theme import GRID, Theme, theme_of

Qt = QtCore.Qt
READOUT_PX = 480  # what the words of the window are always left
SPEEDS = (0.125, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
STEPS = tuple(Step(unit) for unit in Unit if unit is not Unit.SECOND)


class PlaybackBar(QtWidgets.QWidget):
    """Buttons and readout; a view of the controller.

    Parameters
    ----------
    controller : TimelineController
    parent : QWidget or None
    """

    def __init__(self, controller: TimelineController, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._note = ""
        self._painted: tuple[Theme, bool] | None = None
        change = controller.change
        self.first = self._button(
            "first", "To the beginning (Home)", lambda: change(_seen(Timeline.at_first))
        )
        self.back = self._button(
            "back", "One step back (←)", lambda: change(_seen(lambda now: now.stepped(-1)))
        )
        self.play = self._button("play", "Play (Space)", controller.toggle_play, primary=True)
        self.forward = self._button(
            "forward", "One step forward (→)", lambda: change(_seen(lambda now: now.stepped(1)))
        )
        self.last = self._button("last", "To the end (End)", lambda: change(_seen(Timeline.at_last)))
        self.at_end = self._menu("What happens at the end", self._fill_at_end)
        self.speed = self._menu("Windows per second", self._fill_speed)
        self.step = self._menu("Step of arrows and playback, snap of the handles", self._fill_step)
        self.windowed = self._pill("window", "The map shows the window", Mode.WINDOW)
        self.cumulative = self._pill(
            "cumulative", "The map shows everything up to the window's end (C)", Mode.CUMULATIVE
        )
        self.onward = self._pill(
            "onward", "The map shows everything from the window's start on (Shift+C)", Mode.ONWARD
        )
        self.readout = Readout(self)
        self.waiting = QtWidgets.QLabel("● catching up", self)
        self.waiting.setVisible(False)
        self.go_to = QtWidgets.QLineEdit(self)
        self.go_to.setPlaceholderText("Go to date…")
        self.go_to.setAccessibleName("Go to date")
        self.go_to.setToolTip("27 January 2018, 2018-01-27, Jan 2018 or 2018 (G)")
        self.go_to.setFixedWidth(144)
        self.go_to.returnPressed.connect(self._go)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(24, GRID, 24, GRID)
        row.setSpacing(GRID)
        for button in (self.first, self.back, self.play, self.forward, self.last):
            row.addWidget(button)
        row.addSpacing(GRID)
        for button in (self.at_end, self.speed, self.step, self.windowed, self.cumulative, self.onward):
            row.addWidget(button)
        row.addWidget(self.waiting)
        row.addWidget(self.readout, 1)
        row.addWidget(self.go_to)
        self._by_need: tuple[QtWidgets.QWidget, ...] = (
            self.play,
            self.back,
            self.forward,
            self.step,
            self.go_to,
            self.windowed,
            self.cumulative,
            self.speed,
            self.first,
            self.last,
            self.at_end,
            self.onward,
        )
        controller.timelineChanged.connect(self._follow)
        controller.waitingChanged.connect(self.waiting.setVisible)
        controller.indexChanged.connect(lambda: self._follow(controller.timeline))
        self._follow(controller.timeline)

    def set_note(self, note: str) -> None:
        """Words after the count, such as ``3 undated``."""
        self._note = note
        self._follow(self._controller.timeline)

    def ask_date(self) -> None:
        """Put the keyboard into the field for a date."""
        self.go_to.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.go_to.selectAll()

    def minimumSizeHint(self) -> QtCore.QSize:  # noqa: N802
        """Narrow docks are welcome: what is asked for least is hidden first."""
        return QtCore.QSize(320, 48)

    def resizeEvent(self, event: QtGui.QResizeEvent | None) -> None:  # noqa: N802
        """Hide what there is no room for; every hidden button has a key or the right button's menu."""
        super().resizeEvent(event)
        room = self.width() - READOUT_PX - 2 * 24
        widths = {widget: widget.sizeHint().width() + GRID for widget in self._by_need}
        widths[self.go_to] = self.go_to.width() + GRID
        for widget in self._by_need:
            room -= widths[widget]
            widget.setVisible(room >= 0)

    def changeEvent(self, event: QtCore.QEvent | None) -> None:  # noqa: N802
        """Icons follow the palette."""
        super().changeEvent(event)
        if event is not None and event.type() == QtCore.QEvent.Type.PaletteChange:
            self._paint_icons()

    def _button(
        self, name: str, tip: str, run: Callable[[], None], primary: bool = False
    ) -> QtWidgets.QToolButton:
        button = QtWidgets.QToolButton(self)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAccessibleName(tip.split(" (")[0])
        button.setFixedSize(44 if primary else 34, 32)
        button.setProperty("primary", primary)
        button.clicked.connect(lambda: run())
        return button

    def _menu(self, tip: str, fill: Fill) -> QtWidgets.QToolButton:
        button = pill_button(self, tip)
        menu_of(button, fill)
        return button

    def _pill(self, text: str, tip: str, mode: Mode) -> QtWidgets.QToolButton:
        button = pill_button(self, tip, text, is_checkable=True)
        button.clicked.connect(lambda: self._set_mode(mode))
        return button

    def _set_mode(self, mode: Mode) -> None:
        self._controller.change(lambda now: now.with_mode(mode))
        self._follow(self._controller.timeline)

    def _fill_at_end(self, menu: QtWidgets.QMenu) -> None:
        for choice in AtEnd:
            self._choice(menu, choice.value, partial(Timeline.with_end, at_end=choice))
        menu.addSeparator()
        action = menu.addAction("skip empty periods")
        timeline = self._controller.timeline
        if action is not None and timeline is not None:
            skips = timeline.skips_empty
            action.setCheckable(True)
            action.setChecked(skips)
            action.triggered.connect(
                lambda: self._controller.change(lambda now: now.skipping_empty(not skips))
            )

    def _fill_speed(self, menu: QtWidgets.QMenu) -> None:
        for speed in SPEEDS:
            words = f"{_speed(speed)[:-1]} window{'' if speed == 1 else 's'} per second"
            self._choice(menu, words, partial(Timeline.with_speed, speed=speed))

    def _fill_step(self, menu: QtWidgets.QMenu) -> None:
        for step in STEPS:
            weekday = first_weekday()
            self._choice(menu, step.words, partial(Timeline.with_step, step=step.with_weeks_from(weekday)))

    def _choice(self, menu: QtWidgets.QMenu, words: str, transition: Callable[[Timeline], Timeline]) -> None:
        """A line of a menu; it is ticked when choosing it would change nothing."""
        action = menu.addAction(words)
        timeline = self._controller.timeline
        if action is not None:
            action.setCheckable(True)
            action.setChecked(timeline is not None and transition(timeline) == timeline)
            action.triggered.connect(lambda: self._controller.change(transition))

    def _go(self) -> None:
        try:
            target = range_of_text(self.go_to.text())
        except DateError as error:
            self.go_to.setToolTip(str(error))
            QtWidgets.QToolTip.showText(self.go_to.mapToGlobal(QtCore.QPoint(0, -40)), str(error), self.go_to)
            self.go_to.selectAll()
            return
        self._controller.change(lambda now: now.paused().gone_to(target))
        self._controller.settle()

    def _paint_icons(self) -> None:
        """Icons in the colours of now, unless they are that already: a new icon is a new painting."""
        timeline, theme = self._controller.timeline, theme_of(self)
        playing = timeline is not None and timeline.playing
        if self._painted == (theme, playing):
            return
        self._painted = (theme, playing)
        for button in (self.first, self.back, self.forward, self.last):
            button.setIcon(icon(button.objectName(), theme.colour("ink")))
        self.play.setIcon(icon("pause" if playing else "play", theme.colour("on_accent")))
        self.play.setToolTip("Pause (Space)" if playing else "Play (Space)")
        self.play.setAccessibleName("Pause" if playing else "Play")

    def _follow(self, timeline: Timeline | None) -> None:
        self.setEnabled(timeline is not None)
        self._paint_icons()
        if timeline is None:
            self.readout.say("No dated events", self._note)
            return
        self.at_end.setText(f"{timeline.at_end.value} ▾")
        self.speed.setText(f"{_speed(timeline.speed)} ▾")
        self.step.setText(f"step: {timeline.step.words} ▾")
        self.windowed.setChecked(timeline.mode is Mode.WINDOW)
        self.cumulative.setChecked(timeline.mode is Mode.CUMULATIVE)
        self.onward.setChecked(timeline.mode is Mode.ONWARD)
        index = self._controller.index
        n = 0 if index is None else index.count(timeline.shown)
        length = length_in_words(timeline.window) if timeline.mode is Mode.WINDOW else ""
        rest = [length, f"{n:,} event{'' if n == 1 else 's'}", self._note]
        contents = " · ".join(word for word in rest if word)
        self.readout.say(window_in_words(timeline), contents, window_in_words(timeline, short=True))


def _seen(transition: Callable[[Timeline], Timeline]) -> Callable[[Timeline], Timeline]:
    return lambda now: transition(now.paused()).showing_window()


def _speed(speed: float) -> str:
    return f"{speed:g}×" if speed >= 1 else f"1/{round(1 / speed)}×"
