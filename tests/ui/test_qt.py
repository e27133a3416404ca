"""The one door to Qt."""

import subprocess
import sys

import pytest


def door(tmp_path, files, program):
    """Run a program that goes through the door with stand-ins for the bindings, and nothing else, installed."""
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    hide = "import sys; sys.path.insert(0, sys.argv[1])\n"
    return subprocess.run(
        [sys.executable, "-c", hide + program, str(tmp_path)], capture_output=True, text=True, check=False
    )


GO = "import event_timeline.ui.qt\n"
ABSENT = "raise ModuleNotFoundError(\"No module named 'PyQt6'\", name='PyQt6')\n"
BROKEN = "raise ModuleNotFoundError(\"No module named 'sip_of_old'\", name='sip_of_old')\n"


def test_without_any_binding_one_learns_what_to_install(tmp_path):
    files = {"PyQt6/__init__.py": ABSENT, "PyQt5/__init__.py": ABSENT.replace("PyQt6", "PyQt5")}
    ended = door(tmp_path, files, GO)
    assert 'pip install "event-timeline[app]"' in ended.stderr


def test_a_broken_binding_is_not_mistaken_for_a_missing_one(tmp_path):
    ended = door(tmp_path, {"PyQt6/__init__.py": BROKEN}, GO)
    assert "sip_of_old" in ended.stderr
    assert ended.returncode != 0


@pytest.mark.parametrize("first", ["PyQt5", "PyQt6"])
def test_the_binding_already_in_use_is_taken(tmp_path, first):
    stand_in = "PYQT_VERSION_STR = '5.15'\npyqtSignal = QAction = object\n"
    files = {"PyQt5/__init__.py": ""}
    files.update({f"PyQt5/{module}.py": stand_in for module in ("QtCore", "QtGui", "QtWidgets")})
    ended = door(tmp_path, files, f"import {first}.QtCore\n{GO}print(event_timeline.ui.qt.QtCore.__name__)")
    assert ended.stdout.strip() == f"{first}.QtCore", ended.stderr


def test_the_widgets_need_neither_language_model_nor_geometry_library():
    program = (
        "import sys, event_timeline.standalone.app, event_timeline.ui.report_pane\n"
        "print([name for name in ('spacy', 'shapely', 'geopandas', 'pandas') if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ended.stdout.strip() == "[]", ended.stderr
