"""What all tests share: no screen is needed, examples are the same every time, a Qt warning is a failure."""

import importlib.util
import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The platform without a screen says so itself; that is no fault of ours.
OFFSCREEN_NOTES = ("This plugin does not support", "QStandardPaths: XDG_RUNTIME_DIR")

if importlib.util.find_spec("hypothesis") is not None:  # not there inside QGIS
    from hypothesis import settings

    settings.register_profile("steady", derandomize=True, deadline=None, print_blob=False)
    settings.load_profile("steady")


def pytest_collection_modifyitems(config, items):
    """Where pytest-qt is, every test that sees a warning of Qt's fails."""
    if not config.pluginmanager.has_plugin("pytest-qt"):
        return
    for item in items:
        item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
        item.add_marker(pytest.mark.qt_log_ignore(*OFFSCREEN_NOTES))
