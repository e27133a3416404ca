#!/usr/bin/env bash
# Put QGIS 3.40, a long-term release, beside the distribution's QGIS in .cache/qgis340, without touching that one.
#
# Debian 12 has it among its backports. The packages are unpacked, not installed; the libraries they share with the
# distribution's QGIS are the system's. Start anything in it with .cache/qgis340/run PROGRAM ARGUMENTS.
set -euo pipefail
cd "$(dirname "$0")/.."
place=.cache/qgis340
[ ! -x "$place/run" ] || exit 0

codename=$(. /etc/os-release 2>/dev/null && echo "${VERSION_CODENAME-}")
if [ "$codename" != bookworm ] || ! dpkg-query -W python3-qgis >/dev/null 2>&1; then
  echo "QGIS 3.40 can be put beside the system's QGIS on Debian 12 only, so its tests are not set up."
  exit 0
fi
echo "Unpacking QGIS 3.40 into $place"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{state/lists/partial,cache/archives/partial,packages,qgis340/system,qgis340/python}

# The mirror is the one that this system already uses.
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Release: bookworm' | head -n 1)
for suite in bookworm bookworm-updates bookworm-backports; do
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main"
done >"$work/sources.list"
apt=(apt-get -qq
  -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null
  -o Dir::State::Lists="$work/state/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User="$(id -un)")
"${apt[@]}" update
mapfile -t packages < <("${apt[@]}" install -s --no-install-recommends -t bookworm-backports qgis python3-qgis |
  awk '$1 == "Inst" && $2 ~ /qgis/ { print $2 }' | sort -u)
(cd "$work/packages" && "${apt[@]}" -t bookworm-backports download "${packages[@]}")
for package in "$work"/packages/*.deb; do dpkg -x "$package" "$work/qgis340/system"; done

# Only these of the system's Python packages; the 3.22 bindings beside them must stay out of sight.
ln -s ../system/usr/lib/python3/dist-packages/qgis "$work/qgis340/python/qgis"
for module in PyQt5 osgeo; do ln -s "/usr/lib/python3/dist-packages/$module" "$work/qgis340/python/$module"; done
cat >"$work/qgis340/run" <<'RUN'
#!/bin/sh
# Run a program with QGIS 3.40 in place of the system's QGIS.
here=$(cd "$(dirname "$0")" && pwd)
export PYTHONPATH="$here/python${PYTHONPATH:+:$PYTHONPATH}" LD_LIBRARY_PATH="$here/system/usr/lib"
export QGIS_PREFIX_PATH="$here/system/usr" PATH="$here/system/usr/bin:$PATH"
exec "$@"
RUN
chmod +x "$work/qgis340/run"
mkdir -p .cache
rm -rf "$place"
mv "$work/qgis340" "$place"
