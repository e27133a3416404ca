#!/usr/bin/env bash
# Pin what pyproject.toml asks for, with hashes, for every system and Python 3.11 or newer: development.txt and
# qgis-test.txt beside this file. Run it after a change of the dependencies, or with --upgrade for newer ones.
set -euo pipefail
cd "$(dirname "$0")/../.."

uv=$(command -v uv || echo .venv/bin/uv)
[ -x "$uv" ] || { .venv/bin/python -m pip install --quiet uv; }
common=(--quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url)
"$uv" pip compile "${common[@]}" "$@" --all-extras pyproject.toml -o scripts/requirements/development.txt
"$uv" pip compile "${common[@]}" "$@" scripts/requirements/qgis-test.in -o scripts/requirements/qgis-test.txt
