"""Pack the tree as a QGIS plugin: dist/event_timeline.zip.

The zip holds one folder, `event_timeline/`: what lies in `plugin/`, and beside it metadata.txt, LICENSE, NOTICE and
`resources/`. The same tree gives the same bytes, whoever packs it and whenever.
"""

from __future__ import annotations

import argparse
import configparser
import stat
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = "event_timeline"
MAX_BYTES = 25_000_000  # the plugin site takes no more
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the oldest time a zip can tell


def plugin_files(root: Path) -> dict[str, Path]:
    """The files of the plugin, by their name inside the zip, in its order."""
    files = {f"{FOLDER}/{name}": root / name for name in ("metadata.txt", "LICENSE", "NOTICE")}
    for path in (root / "plugin").rglob("*"):
        if path.is_file():
            files[f"{FOLDER}/{path.relative_to(root / 'plugin').as_posix()}"] = path
    for path in (root / "resources").rglob("*"):
        if path.is_file():
            files[f"{FOLDER}/resources/{path.relative_to(root / 'resources').as_posix()}"] = path
    return {name: path for name, path in sorted(files.items()) if not _is_left_out(name)}


def pack(root: Path, target: Path) -> int:
    """Write the zip to `target`, whole or not at all, and return its size in bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".part")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for name, path in plugin_files(root).items():
                entry = zipfile.ZipInfo(name, _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3  # Unix, so that the permissions are read
                entry.external_attr = (stat.S_IFREG | 0o644) << 16
                archive.writestr(entry, path.read_bytes())
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return target.stat().st_size


def _is_left_out(name: str) -> bool:
    parts = name.split("/")
    return name.endswith(".pyc") or any(part == "__pycache__" or part.startswith(".") for part in parts)


def main() -> int:
    """Pack, and say where and how large."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "-o", "--output", type=Path, default=ROOT / "dist" / f"{FOLDER}.zip", help="the zip to write"
    )
    target: Path = parser.parse_args().output

    size = pack(ROOT, target)
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    shown = target.relative_to(Path.cwd()) if target.is_relative_to(Path.cwd()) else target
    print(f"{shown}: Event Timeline {metadata['general']['version']}, {size / 1e6:.1f} MB")
    if size > MAX_BYTES:
        print(f"That is more than the {MAX_BYTES / 1e6:.0f} MB that the plugin site takes.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
