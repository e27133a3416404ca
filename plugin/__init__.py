"""Event Timeline: news reports become events on a map that you scrub through time.

The same tree is a Python package and a QGIS plugin. Importing it is cheap: no Qt, no QGIS, no language model.
"""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:  # noqa: N802 - the name QGIS looks for
    """Give QGIS the plugin object; ``iface`` is its ``QgisInterface``."""
    from .qgis_host.plugin import EventTimelinePlugin

    return EventTimelinePlugin(iface)
