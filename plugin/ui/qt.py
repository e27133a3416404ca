"""The one door to Qt: PyQt6 or PyQt5, whichever this process already uses.

Import Qt from here only::

    from .qt import QtCore, QtGui, QtWidgets, Signal, QAction

Both bindings know scoped enums (``QtCore.Qt.Key.Key_Space``) and ``exec()``; use no other forms. What differs
between them, and nothing else, is smoothed here.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

from ..core.errors import MissingDependency

if TYPE_CHECKING:
    from PyQt6 import QtCore, QtGui, QtWidgets
    from PyQt6.QtCore import pyqtSignal as Signal
    from PyQt6.QtGui import QAction
else:

    def _binding() -> str:
        """Name of the binding: the one already imported, else PyQt6, else PyQt5."""
        for name in ("PyQt6", "PyQt5"):
            if f"{name}.QtCore" in sys.modules:
                return name
        for name in ("PyQt6", "PyQt5"):
            try:
                importlib.import_module(f"{name}.QtCore")
            except ModuleNotFoundError as error:
                if error.name not in (name, f"{name}.QtCore"):
                    raise  # the binding is there and broken: that must be seen
            else:
                return name
        raise MissingDependency("PyQt6", "app")

    _NAME = _binding()
    QtCore = importlib.import_module(f"{_NAME}.QtCore")
    QtGui = importlib.import_module(f"{_NAME}.QtGui")
    QtWidgets = importlib.import_module(f"{_NAME}.QtWidgets")
    Signal = QtCore.pyqtSignal
    QAction = QtGui.QAction if hasattr(QtGui, "QAction") else QtWidgets.QAction

IS_QT6 = int(QtCore.PYQT_VERSION_STR.split(".")[0]) >= 6


def position_of(event: QtGui.QMouseEvent | QtGui.QWheelEvent) -> QtCore.QPointF:
    """Where the pointer is in the widget, in device-independent pixels."""
    either: Any = event
    position: QtCore.QPointF = either.position() if hasattr(either, "position") else either.localPos()
    return position


def global_position_of(event: QtGui.QMouseEvent) -> QtCore.QPoint:
    """Where the pointer is on the screen."""
    either: Any = event
    position: QtCore.QPoint = (
        either.globalPosition().toPoint() if hasattr(either, "globalPosition") else either.globalPos()
    )
    return position


def int_of(member: Any) -> int:
    """The number of an enum's member, for the few calls that take a number."""
    return int(member.value if hasattr(member, "value") else member)


def first_weekday() -> int:
    """Where weeks begin in the user's locale: 0 Monday .. 6 Sunday."""
    return int_of(QtCore.QLocale().firstDayOfWeek()) - 1


__all__ = [
    "IS_QT6",
    "QAction",
    "QtCore",
    "QtGui",
    "QtWidgets",
    "Signal",
    "first_weekday",
    "global_position_of",
    "int_of",
    "position_of",
]
