"""The slider's keys in QGIS's own table of shortcuts, where the user can change them."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.gui import QgsGui

from ..ui.qt import QAction


class Shortcuts:
    """Registers actions under *Settings → Keyboard Shortcuts* and takes them back.

    They stay live only while the dock, or something in it, has the keyboard, so that they take no key from QGIS.

    Parameters
    ----------
    actions : iterable of QAction
    title : str
        Put before their names, so that they stand together in QGIS's table.
    """

    def __init__(self, actions: Iterable[QAction], title: str) -> None:
        self._actions = list(actions)
        for action in self._actions:
            usual = action.shortcuts()
            action.setText(f"{title}: {action.text()}")
            QgsGui.shortcutsManager().registerAction(action, usual[0].toString() if usual else "")
            if usual and action.shortcut() == usual[0]:
                action.setShortcuts(usual)  # QGIS's table knows one key for each, so it drops a second one

    def close(self) -> None:
        """Take them back."""
        for action in self._actions:
            QgsGui.shortcutsManager().unregisterAction(action)
        self._actions.clear()
