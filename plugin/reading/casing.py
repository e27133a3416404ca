"""How a word is usually written: lower case, capitalised, or in capitals (from WordNet 3.0)."""

from __future__ import annotations

from functools import lru_cache

from ..resources import ROOT

_SUFFIXES = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ers", ""),
    ("er", ""),
    ("er", "e"),
    ("est", ""),
    ("est", "e"),
    ("ly", ""),
    ("ness", ""),
    ("men", "man"),
)


@lru_cache(maxsize=1)
def _usual() -> dict[str, str]:
    text: str = (ROOT / "words" / "casing.txt").read_text(encoding="utf-8")
    return {word.lower(): word for word in text.split("\n") if word}


@lru_cache(maxsize=100_000)
def usual_casing(word: str) -> str | None:
    """The word as it is usually written, in whatever case it is given; None for a word that no dictionary has.

    Regular forms follow their base: "attacks" is known by "attack". "Afghans" comes back as "Afghans".
    """
    low, usual = word.lower(), _usual()
    found = usual.get(low)
    if found is not None:
        return found
    for suffix, ending in _SUFFIXES:
        if low.endswith(suffix) and len(low) > len(suffix) + 1:
            stem = low[: -len(suffix)]
            for base in (stem + ending, stem[:-1] if stem[-2:-1] == stem[-1:] else ""):
                found = usual.get(base)
                if found is not None and len(base) > 1:
                    return low if found.islower() else low.capitalize() if found.istitle() else None
    return None


def is_common_word(word: str) -> bool:
    """Whether the word is usually written in lower case: no name, or a name that is also a word ("Reading")."""
    usual = usual_casing(word)
    return usual is not None and usual.islower()
