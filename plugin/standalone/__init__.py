"""The window of its own, without QGIS: map, panes, pictures."""
