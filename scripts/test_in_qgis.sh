#!/usr/bin/env bash
# Run tests/qgis_host inside the real QGIS desktop: the distribution's and 3.40, each east and west of Greenwich.
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

if [ ${#skipped[@]} -gt 0 ]; then
  echo "Skipped, because it could not be set up on this system: $(printf '%s; ' "${skipped[@]}")"
  [ -z "${EVENT_TIMELINE_REQUIRE_QGIS-}" ] || exit 1
fi
