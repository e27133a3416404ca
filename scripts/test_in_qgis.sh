#!/usr/bin/env bash
# Run tests/qgis_host inside the real QGIS desktop: the distribution's and 3.40, each east and west of Greenwich; and
# tests/ui on the layer that QGIS 4 puts over PyQt6.
#
# A QGIS that is not there is skipped, and said so; with EVENT_TIMELINE_REQUIRE_QGIS=1 that is a failure.
set -euo pipefail
cd "$(dirname "$0")/.."

skipped=()
[ -x .venv-qgis/bin/python ] && command -v xvfb-run >/dev/null || skipped+=("the distribution's QGIS")
[ -x .cache/qgis340/run ] && command -v xvfb-run >/dev/null || skipped+=("QGIS 3.40")

for which in system 3.40; do
  if [ "$which" = system ]; then name="the distribution's QGIS"; else name="QGIS 3.40"; fi
  case "${skipped[*]-}" in *"$name"*) continue ;; esac
  for zone in Asia/Kolkata America/New_York; do
    echo "== $name, TZ=$zone"
    TZ=$zone scripts/in_qgis.sh "$which" tests/qgis_host/run_inside.py
  done
done

if [ -x .cache/qgis340/run ]; then
  # There is no package of QGIS 4 yet. Its layer over Qt is that of 3.40, built for Qt 6: that alone is tried.
  echo "== the widgets on QGIS 4's layer over PyQt6"
  mkdir -p .cache/qgis4/qgis/PyQt
  touch .cache/qgis4/qgis/__init__.py
  for module in .cache/qgis340/python/qgis/PyQt/*.py; do
    sed 's/PyQt5/PyQt6/g; s/5 == 6/6 == 6/' "$module" >".cache/qgis4/qgis/PyQt/${module##*/}"
  done
  PYTHONPATH=.cache/qgis4 QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -q tests/ui \
    -p qgis.PyQt.QtCore -p qgis.PyQt.QtGui -p qgis.PyQt.QtWidgets
fi

if [ ${#skipped[@]} -gt 0 ]; then
  echo "Skipped, because it could not be set up on this system: $(printf '%s; ' "${skipped[@]}")"
  [ -z "${EVENT_TIMELINE_REQUIRE_QGIS-}" ] || exit 1
fi
