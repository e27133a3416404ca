#!/usr/bin/env bash
# Start the real QGIS desktop on a screen in memory, with a profile of its own, and run a Python script in it.
#
#   scripts/in_qgis.sh system|3.40 SCRIPT.py
#
# The script ends QGIS by os._exit; its exit status is ours. QGIS sees no Python but the system's.
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1-}" in
  system) with=() ;;
  3.40) with=(.cache/qgis340/run) ;;
  *) sed -n '4p' "$0" | sed 's/^# *//' >&2; exit 2 ;;
esac
script=$(realpath "$2")

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/runtime"
# A pyenv or a virtual environment first in PATH would give QGIS another Python's home.
export HOME="$home" XDG_RUNTIME_DIR="$home/runtime" PATH=/usr/bin:/bin QT_QPA_PLATFORM=xcb
export PYTHONDONTWRITEBYTECODE=1
unset VIRTUAL_ENV PYTHONHOME PYTHONPATH WAYLAND_DISPLAY
if [ -d .venv-qgis ]; then PYTHONPATH=$(echo "$PWD"/.venv-qgis/lib/python3*/site-packages); export PYTHONPATH; fi

# What the desktop itself says on the way (icons, a missing session bus) is of no interest unless it fails.
status=0
timeout --kill-after=10 "${EVENT_TIMELINE_QGIS_SECONDS:-300}" \
  xvfb-run -a -s "-screen 0 1440x900x24" "${with[@]}" \
  qgis --nologo --noversioncheck --profiles-path "$home/profiles" --code "$script" 2>"$home/stderr" || status=$?
if [ "$status" != 0 ]; then tail -n 40 "$home/stderr" >&2; fi
exit "$status"
