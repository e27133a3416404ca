"""What is pinned is what pyproject.toml asks for, with hashes."""

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

tomllib = pytest.importorskip("tomllib", reason="reading pyproject.toml needs Python 3.11")

ROOT = Path(__file__).resolve().parent.parent.parent
PINNED = (ROOT / "scripts" / "requirements" / "development.txt").read_text("utf-8")
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def _asked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return [Requirement(text) for texts in (project["dependencies"], *extras) for text in texts]


@pytest.mark.parametrize("asked", _asked(), ids=str)
def test_every_dependency_is_pinned_to_a_version_that_will_do(asked):
    versions = [
        version
        for name, version in _PIN.findall(PINNED)
        if canonicalize_name(name) == canonicalize_name(asked.name)
    ]
    assert versions, f"{asked.name} is not pinned: make requirements"
    assert all(asked.specifier.contains(version) for version in versions)


def test_every_pin_has_a_hash():
    blocks = re.split(r"\n(?=\S)", PINNED.strip())
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_viewing_asks_for_numpy_alone():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert [Requirement(text).name for text in project["dependencies"]] == ["numpy"]
