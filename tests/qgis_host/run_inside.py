"""Run the tests beside this file inside the QGIS that executes this script, and end QGIS with pytest's status.

EVENT_TIMELINE_QGIS_TESTS narrows the run down to tests whose names match, as pytest's -k does.
"""

import faulthandler
import os
import sys
import traceback
from pathlib import Path

from qgis.core import Qgis
from qgis.PyQt.QtCore import QTimer

TESTS = Path("tests/qgis_host").resolve()  # scripts/in_qgis.sh starts QGIS at the root of the repository


def run_tests() -> None:
    status = 3
    try:
        import pytest

        faulthandler.enable(sys.stdout)
        print(f"QGIS {Qgis.QGIS_VERSION}, Python {sys.version.split()[0]}", flush=True)
        arguments = ["-ra", "--import-mode=importlib", "-p", "no:cacheprovider", "-p", "no:faulthandler"]
        chosen = ["-k", os.environ.get("EVENT_TIMELINE_QGIS_TESTS", "")]
        status = pytest.main([*arguments, *chosen, "-o", "addopts=", f"--rootdir={Path.cwd()}", str(TESTS)])
    except BaseException:  # noqa: BLE001 - whatever it is, it is shown, and QGIS must not stay open
        traceback.print_exc(file=sys.stdout)
    finally:
        sys.stdout.flush()
        os._exit(int(status))


QTimer.singleShot(1000, run_tests)
