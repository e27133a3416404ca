"""Events files dropped on QGIS open on the timeline; all other files stay QGIS's own affair."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

from qgis.gui import QgsCustomDropHandler

from .layers import is_events_file


class EventsDropHandler(QgsCustomDropHandler):
    """Takes events GeoPackages that are dropped on the map or the layer tree.

    Parameters
    ----------
    open_file : callable
        Called with the path of each.
    """

    def __init__(self, open_file: Callable[[Path], None]) -> None:
        super().__init__()
        self._open_file = open_file

    def handleFileDrop(self, file: str) -> bool:  # noqa: N802 - the name QGIS calls
        """Whether the file is ours; if so, it is opened."""
        path = Path(file)
        if path.suffix.lower() != ".gpkg" or not is_events_file(path):
            return False
        self._open_file(path)
        return True
