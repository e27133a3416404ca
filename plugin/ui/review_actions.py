"""What can be decided about the chosen events, as QActions: the same keys, menu lines and buttons in every pane."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, NamedTuple

from .qt import QAction, QtCore, QtGui, QtWidgets

if TYPE_CHECKING:
    from .study import Study

Qt = QtCore.Qt


class _Command(NamedTuple):
    """A decision: its stable name, words, key, how many events it takes, and what it does."""

    name: str
    text: str
    key: str
    least: int
    most: int | None
    run: Callable[[], None]


class ReviewActions(QtCore.QObject):
    """Confirm, reject, edit, merge, split and undo, live where there is something to decide.

    Parameters
    ----------
    study : Study
    """

    def __init__(self, study: Study) -> None:
        super().__init__(study)
        self._study = study
        self._is_resting = False
        review = study.review
        self._commands = (
            _Command("confirm", "Confirm", "Y", 1, None, review.confirm),
            _Command("reject", "Reject", "N", 1, None, review.reject),
            _Command("edit", "Edit…", "E", 1, None, review.editAsked.emit),
            _Command("merge", "Merge into one", "M", 2, None, lambda: review.merge()),
            _Command("split", "Split…", "S", 1, 1, review.splitAsked.emit),
            _Command("undo", "Undo", "Ctrl+Z", 0, None, review.undo),
        )
        self.by_name: dict[str, QAction] = {}
        for command in self._commands:
            action = QAction(command.text, self)
            action.setObjectName(f"event_timeline_review_{command.name}")
            action.setShortcut(QtGui.QKeySequence(command.key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setToolTip(f"{command.text.rstrip('…')} ({command.key})")
            action.triggered.connect(lambda _checked=False, run=command.run: run())
            self.by_name[command.name] = action
        study.chosenChanged.connect(self._follow)
        review.decided.connect(lambda _words: self._follow())
        self._follow()

    def live_in(self, widget: QtWidgets.QWidget) -> None:
        """Let the keys work while a widget, or a child of it, has the keyboard."""
        for action in self.by_name.values():
            widget.addAction(action)

    def menu(self, parent: QtWidgets.QWidget) -> QtWidgets.QMenu:
        """All of them as a menu."""
        menu = QtWidgets.QMenu(parent)
        for name, action in self.by_name.items():
            if name in ("edit", "undo"):
                menu.addSeparator()
            menu.addAction(action)
        return menu

    def set_resting(self, resting: bool) -> None:
        """Rest while a form has the keyboard, so that its letters decide nothing."""
        self._is_resting = resting
        self._follow()

    def _follow(self) -> None:
        n = len(self._study.chosen_ids)
        for command in self._commands:
            fits = n >= command.least and (command.most is None or n <= command.most)
            self.by_name[command.name].setEnabled(fits and not self._is_resting)
        undo, words = self.by_name["undo"], self._study.review.undoable
        undo.setEnabled(bool(words) and not self._is_resting)
        undo.setText(f"Undo: {words}" if words else "Undo")
