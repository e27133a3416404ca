"""Tests in the real QGIS desktop, with the plugin installed from the zip as a user installs it.

Run them with `make test-qgis`. Nothing of the plugin is imported before it is installed, and everything of it anew
after it was unloaded, so tests import it inside of their functions.
"""

import sys
from pathlib import Path

import pytest

try:
    from qgis.utils import iface
except ModuleNotFoundError:
    iface = None

HERE = Path(__file__).resolve().parent
ZIP = HERE.parent.parent / "dist" / "event_timeline.zip"
NOT_SHIPPED = ("dateparser", "geopandas", "pyogrio", "shapely", "spacy")

if iface is None:
    collect_ignore_glob = ["test_*.py"]
else:
    import qgis.utils
    from qgis.core import QgsProject

    sys.path.insert(0, str(HERE))
    from desktop import settle


class NothingButQgis:
    """Hides libraries that QGIS does not ship, should this system have them."""

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in NOT_SHIPPED:
            raise ModuleNotFoundError(f"{name} does not come with QGIS", name=name)


@pytest.fixture(scope="session", autouse=True)
def installed():
    """The plugin, installed from the zip by QGIS's own installer."""
    sys.meta_path.insert(0, NothingButQgis())
    import pyplugin_installer

    pyplugin_installer.instance().installFromZipFile(str(ZIP))
    assert "event_timeline" in qgis.utils.available_plugins
    if "event_timeline" in qgis.utils.active_plugins:
        assert qgis.utils.unloadPlugin("event_timeline")


@pytest.fixture
def plugin(installed):
    """The running plugin in an empty project."""
    QgsProject.instance().clear()
    assert qgis.utils.loadPlugin("event_timeline")
    assert qgis.utils.startPlugin("event_timeline")
    yield qgis.utils.plugins["event_timeline"]
    if "event_timeline" in qgis.utils.active_plugins:
        assert qgis.utils.unloadPlugin("event_timeline")
    QgsProject.instance().clear()
    settle()


@pytest.fixture
def events_file(plugin, tmp_path):
    """A small events file: see `study`."""
    import study

    return study.write(tmp_path / "events.gpkg")


@pytest.fixture
def opened(plugin, events_file):
    """The running plugin with the small events file on its timeline."""
    plugin.open_file(events_file)
    settle(lambda: plugin.dock.controller.timeline is not None)
    return plugin
