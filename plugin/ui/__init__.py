"""Widgets for any Qt: time slider, event list, report reader. Qt comes through the one door, ui/qt.py."""
