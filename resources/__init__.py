"""Data that ships with the package; every file has a line in ``manifest.json``."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent
