"""The plugin zip holds what QGIS and the plugin site ask for, and nothing else."""

import configparser
import importlib.util
import io
import os
import re
import shutil
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
REQUIRED = (
    "name",
    "description",
    "version",
    "qgisMinimumVersion",
    "author",
    "email",
    "about",
    "tracker",
    "repository",
)


def _packer():
    spec = importlib.util.spec_from_file_location("pack_plugin", ROOT / "scripts" / "pack_plugin.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PACKER = _packer()


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    path = tmp_path_factory.mktemp("dist") / "event_timeline.zip"
    PACKER.pack(ROOT, path)
    return path


@pytest.fixture(scope="module")
def archive(packed):
    with zipfile.ZipFile(packed) as opened:
        yield opened


@pytest.fixture(scope="module")
def metadata(archive):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read_file(io.StringIO(archive.read("event_timeline/metadata.txt").decode("utf-8")))
    return parser["general"]


def test_everything_lies_in_one_folder(archive):
    assert {name.split("/")[0] for name in archive.namelist()} == {"event_timeline"}


def test_what_qgis_needs_is_there(archive):
    needed = {f"event_timeline/{name}" for name in ("__init__.py", "metadata.txt", "LICENSE", "NOTICE")}
    assert needed <= set(archive.namelist())


def test_every_module_of_the_package_is_there(archive):
    modules = {path.relative_to(ROOT / "plugin").as_posix() for path in (ROOT / "plugin").rglob("*.py")}
    assert {f"event_timeline/{module}" for module in modules} <= set(archive.namelist())


def test_no_leftovers_of_the_machine_are_in_it(archive):
    for name in archive.namelist():
        assert not name.endswith((".pyc", ".so", ".dll", ".exe", ".part")), name
        assert not {"__pycache__", "__MACOSX", ".."} & set(name.split("/")), name
        assert not any(part.startswith(".") for part in name.split("/")), name


def test_it_is_small_enough_for_the_plugin_site(packed):
    assert packed.stat().st_size <= PACKER.MAX_BYTES


def test_the_same_tree_gives_the_same_bytes(tmp_path):
    for name in ("metadata.txt", "LICENSE", "NOTICE", "plugin/ui", "resources/icon.svg"):
        (tmp_path / "tree" / name).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, tmp_path / "tree" / name)
    PACKER.pack(tmp_path / "tree", tmp_path / "one.zip")
    for path in (tmp_path / "tree").rglob("*"):
        os.utime(path, (0, 1_000_000_000))
        path.chmod(0o700)
    PACKER.pack(tmp_path / "tree", tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_metadata_has_every_required_key(metadata):
    assert [key for key in REQUIRED if not metadata.get(key, "").strip()] == []


def test_metadata_is_of_the_form_that_the_site_takes(metadata):
    assert "/" not in metadata["author"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", metadata["version"])
    for key in ("tracker", "repository", "homepage"):
        assert re.match(r"https?://[^/]+", metadata[key]), key
    assert "supportsQt6" not in metadata  # qgisMaximumVersion says it


def test_metadata_names_the_range_of_qgis_that_is_tested(metadata):
    assert (metadata["qgisMinimumVersion"], metadata["qgisMaximumVersion"]) == ("3.22", "4.99")


def test_the_icon_is_in_it(archive, metadata):
    assert f"event_timeline/{metadata['icon']}" in archive.namelist()
