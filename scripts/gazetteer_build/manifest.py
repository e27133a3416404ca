"""The manifest of everything in resources that a script has built."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .inputs import Input, sha256_of

_BUILDER = "scripts/build_gazetteer.py"


_OTHERS = {"words/casing.txt": ("scripts/build_casing.py", "WordNet 3.0 licence")}  # builder, licence


def list_by_hand(resources: Path) -> None:
    """Renews the entries of all files that this package does not build: those of other builders, and by hand."""
    path = resources / "manifest.json"
    files = json.loads(path.read_text(encoding="utf-8"))["files"]
    built = {name: entry for name, entry in files.items() if entry["builder"] == _BUILDER}
    for file in resources.rglob("*"):
        name = file.relative_to(resources).as_posix()
        if (
            file.is_file()
            and name not in built
            and not name.endswith((".py", ".pyc", ".md", "manifest.json"))
        ):
            builder, licence = _OTHERS.get(name, ("by hand", "GPL-3.0-or-later"))
            said = {key: files[name][key] for key in ("gives",) if key in files.get(name, {})}
            built[name] = {
                "sha256": sha256_of(file),
                "builder": builder,
                "licence": licence,
                "sources": [],
                **said,
            }
    _write(path, built)


def write_manifest(resources: Path, built: dict[str, tuple[Input, ...]], ours: dict[str, str]) -> None:
    """Writes ``manifest.json``: checksum, sources and licences per file; entries of other builders stay.

    Parameters
    ----------
    resources : Path
        The resources directory.
    built : dict of str to tuple of Input
        Files that we built (paths below `resources`) and what they were built from.
    ours : dict of str to str
        Files written by hand, and what they hold, from where.
    """
    path = resources / "manifest.json"
    known = json.loads(path.read_text(encoding="utf-8"))["files"] if path.exists() else {}
    files = {
        name: entry
        for name, entry in known.items()
        if entry["builder"] != _BUILDER and not name.startswith(("gazetteer/", "basemap/"))
    }
    for name, sources in built.items():
        files[name] = {
            "sha256": sha256_of(resources / name),
            "builder": _BUILDER,
            "licence": "; ".join(dict.fromkeys(source.licence for source in sources)),
            "sources": [{"package": s.source, "sha256": s.sha256, "gives": s.gives} for s in sources],
        }
    for name, gives in ours.items():
        files[name] = {
            "sha256": sha256_of(resources / name),
            "builder": "by hand",
            "licence": "GPL-3.0-or-later",
            "sources": [],
            "gives": gives,
        }
    _write(path, files)


def _write(path: Path, files: dict[str, Any]) -> None:
    content = {"files": dict(sorted(files.items()))}
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
