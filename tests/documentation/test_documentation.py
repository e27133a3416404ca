"""What the documents say is there, and what is there is in the documents."""

import configparser
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
_TARGET = re.compile(r"^([a-z][a-z-]*):.*##", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)#\s]+)")


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("this tree is not a git repository, so there is no list of its files")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def _texts() -> dict[str, str]:
    """Every text that people wrote, by its name."""
    texts = {}
    for path in _tracked():
        name = path.relative_to(ROOT).as_posix()
        if path.suffix in {".png", ".xz", ".gz", ".gpkg", ".npz"} or name.startswith("resources/"):
            continue
        texts[name] = path.read_text(encoding="utf-8")
    return texts


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_to_a_file_leads_somewhere(document):
    targets = [link for link in _LINK.findall(document.read_text("utf-8")) if "://" not in link]
    assert [link for link in targets if not (document.parent / link).exists()] == []


def test_every_document_is_reached_from_the_readme():
    reached = set(_LINK.findall((ROOT / "README.md").read_text("utf-8")))
    assert [path.name for path in (ROOT / "docs").glob("*.md") if f"docs/{path.name}" not in reached] == []


def test_the_changelog_tells_of_this_version():
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    assert f"## {metadata['general']['version']}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_readme_names_the_two_commands_and_make_has_them():
    targets = _TARGET.findall((ROOT / "Makefile").read_text("utf-8"))
    readme = (ROOT / "README.md").read_text("utf-8")
    for command in ("run", "test"):
        assert command in targets
        assert f"make {command}" in readme


def test_every_make_command_that_a_document_names_exists():
    targets = set(_TARGET.findall((ROOT / "Makefile").read_text("utf-8")))
    for document in DOCUMENTS:
        named = set(re.findall(r"(?:^    |`)make ([a-z][a-z-]+)", document.read_text("utf-8"), re.MULTILINE))
        assert named <= targets, document.name


def test_set_up_names_no_server():
    """Packages come from wherever this system gets its packages."""
    for name, text in _texts().items():
        if name.startswith(("scripts/requirements/", ".ci/")) or name.endswith(".sh") or name == "Makefile":
            assert "://" not in text, name
            assert "index-url" not in text.replace("--no-emit-index-url", ""), name


def test_no_text_names_a_place_on_somebodys_machine():
    machine = re.compile(r"(?<![\w.~/-])/(" + "|".join(("work", "root", "home")) + r")/\w")
    assert {name: found[0] for name, text in _texts().items() if (found := machine.search(text))} == {}
