"""Pills: the flat buttons of a bar, alone or with a menu that is filled when it opens."""

from __future__ import annotations

from typing import Callable

from .qt import QtWidgets

Fill = Callable[[QtWidgets.QMenu], None]


def pill_button(
    parent: QtWidgets.QWidget, tip: str, text: str = "", *, is_checkable: bool = False
) -> QtWidgets.QToolButton:
    """A flat button with words of help."""
    button = QtWidgets.QToolButton(parent)
    button.setText(text)
    button.setToolTip(tip)
    button.setCheckable(is_checkable)
    button.setProperty("pill", True)
    button.setPopupMode(QtWidgets.QToolButton.ToolButtonPopupMode.InstantPopup)
    return button


def menu_of(button: QtWidgets.QToolButton, fill: Fill) -> QtWidgets.QMenu:
    """Give a button a menu that is filled anew each time it opens."""
    menu = QtWidgets.QMenu(button)

    def refill() -> None:
        menu.clear()
        fill(menu)

    menu.aboutToShow.connect(refill)
    button.setMenu(menu)
    return menu
