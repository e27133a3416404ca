#!/usr/bin/env bash
# Read the sample reports in seeds/ and show them on the map and the timeline; without a screen, draw them.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p out
.venv/bin/event-timeline extract seeds/*.txt --manifest seeds/reports.csv -o out/events.gpkg

if [ "$(uname)" = Linux ] && [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
  QT_QPA_PLATFORM=offscreen .venv/bin/event-timeline view out/events.gpkg --screenshot out/timeline.png
  echo
  echo "There is no screen here, so the window was drawn instead of opened:"
  echo "  $PWD/out/events.gpkg    the events, for QGIS"
  echo "  $PWD/out/timeline.png   the window"
else
  .venv/bin/event-timeline view out/events.gpkg
fi
