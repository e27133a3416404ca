"""Run the tests beside this file inside the QGIS that executes this script, and end QGIS with pytest's status."""

import os
import sys
import traceback
from pathlib import Path

from qgis.core import Qgis
from qgis.PyQt.QtCore import QTimer

TESTS = Path("tests/qgis_host").resolve()  # scripts/in_qgis.sh starts QGIS at the root of the repository
ARGUMENTS = [
    "-ra",
    "--import-mode=importlib",
    "-p",
    "no:cacheprovider",
    "--rootdir",
    str(TESTS.parent.parent),
]


def run_tests() -> None:
    status = 3
    try:
        import pytest

        print(f"QGIS {Qgis.QGIS_VERSION}, Python {sys.version.split()[0]}", flush=True)
        status = pytest.main([*ARGUMENTS, "-o", "addopts=", str(TESTS)])
    except BaseException:  # noqa: BLE001 - whatever it is, it is shown, and QGIS must not stay open
        traceback.print_exc(file=sys.stdout)
    finally:
        sys.stdout.flush()
        os._exit(int(status))


QTimer.singleShot(1000, run_tests)
