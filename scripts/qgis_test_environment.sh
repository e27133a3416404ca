#!/usr/bin/env bash
# Make .venv-qgis: pytest, pinned and hash-checked, for the Python that the distribution's QGIS runs on.
#
# Nothing else goes in, so that what the plugin finds in the tests is what QGIS itself ships.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! /usr/bin/python3 -c 'import qgis.core' 2>/dev/null; then
  echo "There is no QGIS for /usr/bin/python3, so the tests inside QGIS are not set up."
  exit 0
fi
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
[ -x .venv-qgis/bin/python ] || /usr/bin/python3 -m venv --system-site-packages .venv-qgis
.venv-qgis/bin/python -m pip install --quiet --require-hashes --only-binary :all: -r scripts/requirements/qgis-test.txt
