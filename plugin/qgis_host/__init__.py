"""Adapters to QGIS without decisions of their own."""
