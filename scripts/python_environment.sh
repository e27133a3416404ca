#!/usr/bin/env bash
# Make .venv: the pinned and hash-checked packages, and this tree itself, editable.
set -euo pipefail
cd "$(dirname "$0")/.."

is_new_enough() { "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; }

if ! { [ -x .venv/bin/python ] && is_new_enough .venv/bin/python; }; then
  python=
  for candidate in python3 /usr/bin/python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null && is_new_enough "$candidate"; then
      python=$(command -v "$candidate")
      break
    fi
  done
  if [ -z "$python" ]; then
    echo "Reading reports needs Python 3.11 to 3.14 with its venv module, and none was found." >&2
    echo "Install one (Debian 12 and Ubuntu 24.04 have it as python3 and python3-venv) and try again." >&2
    exit 1
  fi
  echo "Making .venv with $("$python" --version)"
  "$python" -m venv --clear .venv
fi

echo "Installing the pinned Python packages into .venv (the first time takes a minute)"
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
.venv/bin/python -m pip install --quiet --no-compile --require-hashes --only-binary :all: \
  -r scripts/requirements/development.txt
.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
