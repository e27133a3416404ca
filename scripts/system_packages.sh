#!/usr/bin/env bash
# Install the system packages that a job needs, where the system has apt; elsewhere say what they are and go on.
#
#   scripts/system_packages.sh window    Python, and what Qt needs to open a window or to draw without a screen
#   scripts/system_packages.sh qgis      the distribution's QGIS, and a screen in memory to run it on
set -euo pipefail

# Qt's wheels bring Qt itself; these are the libraries of the desktop that they expect to find.
window=(
  python3 python3-venv fonts-open-sans
  libegl1 libgl1 libglib2.0-0 libfontconfig1 libfreetype6 libdbus-1-3 libxkbcommon0
  libx11-xcb1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
  libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0
  libwayland-client0 libwayland-cursor0 libwayland-egl1
)
# The PyQt5 modules at the end are not used here: QGIS 3.40, which runs beside the system's QGIS, imports them.
qgis=(
  python3 python3-venv fonts-open-sans qgis python3-qgis xvfb xauth
  libqt5multimedia5 libqt5multimediawidgets5 python3-pyqt5.qtmultimedia python3-pyqt5.qtserialport
)

case "${1-}" in
  window) wanted=("${window[@]}") ;;
  qgis) wanted=("${qgis[@]}") ;;
  *) sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
  echo "This system has no apt, so its packages are left to you. If something is missing later, it is one of these"
  echo "(Debian's names): ${wanted[*]}"
  exit 0
fi

# "libglib2.0-0t64" on newer systems provides what "libglib2.0-0" was, hence the look at what is provided.
installed=" $(dpkg-query -W -f '${db:Status-Status} ${Package} ${Provides}\n' |
  sed -n 's/^installed //p' | sed 's/([^)]*)//g; s/,/ /g' | tr '\n' ' ') "
missing=()
for package in "${wanted[@]}"; do
  [[ $installed == *" $package "* ]] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" = 0 ]; then
  as_root=()
elif command -v sudo >/dev/null; then
  as_root=(sudo)
else
  echo "These packages are missing, and there is neither root nor sudo to install them: ${missing[*]}" >&2
  echo "Ask someone who may to run: apt-get install --no-install-recommends ${missing[*]}" >&2
  exit 1
fi

echo "Installing ${#missing[@]} system packages: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { "${as_root[@]}" apt-get update -qq &&
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
  tail -n 40 "$log" >&2
  echo "apt-get could not install them; its last words are above." >&2
  exit 1
fi
