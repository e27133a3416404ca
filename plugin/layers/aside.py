"""A file is written beside its place and moved there when it is whole, so there is never half a file."""

from __future__ import annotations

from pathlib import Path


def aside_of(target: Path) -> Path:
    """Where a file is written until it is whole: beside its place, so that moving it is one step."""
    return target.with_name(target.name + ".part")


def remove(path: Path) -> None:
    """Remove what was written aside, where it is still there."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # the error that matters is already on its way up
