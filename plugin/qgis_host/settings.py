"""What the plugin remembers in the user's QGIS profile, under ``event_timeline/``."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsSettings

_GROUP = "event_timeline/"


class Setting(NamedTuple):
    """One text that is remembered."""

    key: str

    def value(self) -> str:
        """What is remembered; empty when nothing is."""
        return str(QgsSettings().value(_GROUP + self.key, "") or "")

    def remember(self, value: str) -> None:
        """Keep `value`; an empty one forgets."""
        if value:
            QgsSettings().setValue(_GROUP + self.key, value)
        else:
            QgsSettings().remove(_GROUP + self.key)


LAST_FOLDER = Setting("last_folder")  # where a file was opened last
READER_PROGRAM = Setting("reader_program")  # path of event-timeline, where it is not found by itself
