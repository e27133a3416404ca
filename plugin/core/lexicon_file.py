"""A user's file of words that tell events, as it was read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class LexiconFile:
    """The file's name without folders, and its text; what is read with it depends on nothing else."""

    name: str
    text: str

    @property
    def sha256(self) -> str:
        """Checksum of the text in UTF-8, hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
