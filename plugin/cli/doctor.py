"""``event-timeline doctor``: what is installed, what is missing, and how to get it."""

from __future__ import annotations

import argparse
import importlib.util
import json
import platform
from dataclasses import asdict, dataclass
from importlib import metadata
from typing import Any, Optional

from ..core.errors import EventTimelineError

# What each extra is for, and the libraries that it needs: (import name, distribution name).
_EXTRAS = (
    ("read", "reading reports", (("spacy", "spacy"), ("dateparser", "dateparser"), ("shapely", "shapely"))),
    ("app", "the window", (("PyQt6", "PyQt6"),)),
)


@dataclass(frozen=True)
class Finding:
    """One thing looked at."""

    what: str
    found: Optional[str]  # its version or name; None when it is missing
    advice: str = ""  # how to get it, when it is missing


def add(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser(
        "doctor",
        help="say what is installed, what is missing and how to get it",
        description="Look at the installation. The exit code is 0 when reports can be read here, else 1.",
        allow_abbrev=False,
    )
    command.add_argument("--json", action="store_true", help="for programs: one JSON object")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the findings."""
    findings = examine()
    can_read = all(finding.found for finding in findings if finding.what.startswith("reading"))
    can_view = all(finding.found for finding in findings if finding.what.startswith("the window"))
    if options.json:
        print(
            json.dumps(
                {"can_read": can_read, "can_view": can_view, "findings": [asdict(f) for f in findings]}
            )
        )
        return 0 if can_read else 1
    for finding in findings:
        print(
            f"{'ok     ' if finding.found else 'missing'}  {finding.what:<28}  {finding.found or finding.advice}"
        )
    print()
    print("Reports can be read." if can_read else "Reports cannot be read yet: see what is missing above.")
    print(
        "The window can be shown."
        if can_view
        else "The window cannot be shown yet; files open in QGIS all the same."
    )
    return 0 if can_read else 1


def examine() -> list[Finding]:
    """Look at everything that matters; nothing is changed."""
    findings = [
        Finding("event-timeline", metadata.version("event-timeline")),
        Finding("Python", platform.python_version()),
        Finding("numpy", metadata.version("numpy")),
    ]
    for extra, purpose, libraries in _EXTRAS:
        for module, distribution in libraries:
            findings.append(_library(f"{purpose}: {distribution}", module, distribution, extra))
    findings.append(_model())
    findings.append(_gazetteer())
    return findings


def _library(what: str, module: str, distribution: str, extra: str) -> Finding:
    if importlib.util.find_spec(module) is None:
        return Finding(what, None, f'pip install "event-timeline[{extra}]"')
    try:
        return Finding(what, metadata.version(distribution))
    except metadata.PackageNotFoundError:
        return Finding(what, "version unknown")


def _model() -> Finding:
    what = "reading: language model"
    try:
        from ..reading.language_model import available_model

        package = available_model()
    except EventTimelineError as error:
        return Finding(what, None, str(error))
    spec = importlib.util.find_spec(package)
    folder = spec.submodule_search_locations[0] if spec and spec.submodule_search_locations else ""
    return Finding(what, f"{package} ({folder})" if folder else package)


def _gazetteer() -> Finding:
    what = "reading: gazetteer"
    try:
        from ..gazetteer.gazetteer import Gazetteer

        with Gazetteer.open() as gazetteer:
            return Finding(what, f"{gazetteer.version} ({gazetteer.path})")
    except EventTimelineError as error:
        return Finding(what, None, str(error))
