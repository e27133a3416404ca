"""The page on dates is what the rules say."""

import importlib.util
from pathlib import Path

import pytest
from event_timeline.reading.times.rules import RULES

ROOT = Path(__file__).resolve().parent.parent.parent


def _writer():
    spec = importlib.util.spec_from_file_location("document_dates", ROOT / "scripts" / "document_dates.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_has_not_drifted_from_the_rules():
    written = (ROOT / "docs" / "dates.md").read_text(encoding="utf-8")
    assert written == _writer().page(), "run python scripts/document_dates.py"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_reads_its_own_example(rule):
    assert _writer().example_of(rule).rule == rule.name


def test_rules_have_names_of_their_own_and_say_what_they_understand():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.doc.endswith(".") and rule.example for rule in RULES)
