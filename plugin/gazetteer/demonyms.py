"""Adjectives and peoples' names, and the countries they stand for."""

from __future__ import annotations

import csv
from functools import lru_cache

from ..resources import ROOT
from .names import name_key


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Folded word to ISO 3166-1 alpha-2 code."""
    with (ROOT / "gazetteer" / "demonyms.csv").open(encoding="utf-8", newline="") as lines:
        return {name_key(row["word"]): row["country"] for row in csv.DictReader(lines)}
