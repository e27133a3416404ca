"""Reports are read by a program of its own; a stand-in of a few lines speaks as it does."""

import shutil
import sys

import pytest
from desktop import settle
from qgis.utils import iface

HEAD = """#!/usr/bin/python3
import json, os, shutil, sys, time
if "-o" in sys.argv:
    reports, output = sys.argv[2 : sys.argv.index("-o")], sys.argv[sys.argv.index("-o") + 1]
def say(kind, **values):
    print(json.dumps({"kind": kind, **values}), flush=True)
"""


@pytest.fixture
def program(tmp_path):
    """Make a stand-in for event-timeline that does what `body` says."""

    def make(body):
        path = tmp_path / "event-timeline"
        path.write_text(HEAD + body)
        path.chmod(0o755)
        return str(path)

    return make


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("Envoys met in Epsilon.")
    return path


def _messages():
    return [item.text() for item in iface.messageBar().items()]


def test_what_it_writes_is_opened(plugin, program, report, events_file, tmp_path):
    body = f"""
say("progress", done=0, total=1, events=0, failures=0)
shutil.copy({str(events_file)!r}, output)
say("summary", output=output)
"""
    target = tmp_path / "read.gpkg"
    plugin.reading.start(program(body), [report], target)
    settle(lambda: plugin.view is not None and plugin.dock.controller.timeline is not None)
    assert plugin.view.layers.path == target
    assert _messages() == []


def test_reports_that_failed_are_named_and_the_rest_is_opened(plugin, program, report, events_file, tmp_path):
    body = f"""
say("failure", report="bad.txt", stage="open", error="bad.txt is empty. Leave it out.")
shutil.copy({str(events_file)!r}, output)
say("summary", output=output)
sys.exit(1)
"""
    plugin.reading.start(program(body), [report], tmp_path / "read.gpkg")
    settle(lambda: plugin.view is not None)
    assert "bad.txt is empty. Leave it out." in _messages()
    iface.messageBar().clearWidgets()


def test_why_nothing_was_written_is_said_in_its_own_words(plugin, program, report, tmp_path):
    body = 'say("error", text="No report could be read, so nothing was written.")\nsys.exit(1)'
    plugin.reading.start(program(body), [report], tmp_path / "read.gpkg")
    settle(lambda: "No report could be read, so nothing was written." in _messages())
    iface.messageBar().clearWidgets()


def test_stopping_it_ends_the_program_and_says_nothing(plugin, program, report, tmp_path):
    body = 'say("progress", done=0, total=1, events=0, failures=0)\ntime.sleep(600)'
    plugin.reading.start(program(body), [report], tmp_path / "read.gpkg")
    settle(lambda: plugin.reading.progress_bar.maximum() == 1)
    plugin.reading.stop()
    settle(lambda: plugin.reading.progress_bar is None)
    assert _messages() == []


def test_places_are_added_and_told_and_a_wrong_file_is_named(plugin, program, tmp_path):
    body = """
assert sys.argv[1:3] == ["gazetteer", "add"]
say("progress", file="a.csv", done=100, total=100)
say("failure", report="b.csv", stage="gazetteer", error="b.csv has no column lat.")
say("summary", files=[{"name": "a.csv", "places": 3, "unusable": 0, "first_problem": ""}], failures=1)
"""
    plugin.reading.add_places(program(body), [tmp_path / "a.csv", tmp_path / "b.csv"])
    settle(lambda: len(_messages()) == 2)
    told = " ".join(_messages())
    assert "Added 3 places of a.csv." in told
    assert "b.csv has no column lat." in told
    assert plugin.reading.progress_bar is None
    iface.messageBar().clearWidgets()


def test_the_menu_offers_to_add_places(plugin, monkeypatch):
    asked = []
    monkeypatch.setattr(plugin.reading, "ask_for_places", lambda: asked.append(True))
    plugin.ask_for_places()
    assert asked
    assert "Add Places…" in [action.text() for action in plugin._menu.actions()]


def test_the_program_does_not_get_qgis_own_python(plugin, program, report, tmp_path):
    body = 'say("error", text=str(os.environ.get("PYTHONPATH")))'
    plugin.reading.start(program(body), [report], tmp_path / "read.gpkg")
    settle(lambda: _messages() == ["None"])
    iface.messageBar().clearWidgets()


def test_the_program_of_the_settings_comes_first_and_a_missing_one_is_not_found(plugin, program, monkeypatch):
    reader = sys.modules["event_timeline.qgis_host.reader_process"]
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(reader, "usual_places", list)
    assert reader.find_program() is None
    reader.READER_PROGRAM.remember(program(""))
    try:
        assert reader.find_program() == reader.READER_PROGRAM.value()
        assert shutil.which(reader.find_program())
    finally:
        reader.READER_PROGRAM.remember("")


def test_a_date_given_beside_a_report_dates_it_and_the_file_is_read_anew(opened, program, events_file):
    """The stand-in moves an event to another day and puts the file in place of the old one, as the program does."""
    from datetime import date

    from event_timeline.ui.report_date_form import ReportsDate

    body = f"""
import sqlite3
assert sys.argv[1:5] == ["redate", {str(events_file)!r}, "--date", "2018-02-21"]
assert sys.argv[5:] == ["--report", "report.txt", "--progress", "json"]
newer = sys.argv[2] + ".part"
shutil.copy(sys.argv[2], newer)
with sqlite3.connect(newer) as file:
    file.execute("UPDATE events SET start_time = '2018-01-20T00:00:00.000' WHERE start_time LIKE '2018-01-26%'")
file.close()
os.replace(newer, sys.argv[2])
say("summary", output=sys.argv[2], reports=1, events=1, undated=0, waiting=0)
"""
    study = opened.dock.study
    before = study.loaded.table.starts_ms.tolist()
    opened.reading.date(program(body), events_file, ReportsDate(("report.txt",), date(2018, 2, 21)))
    settle(lambda: study.loaded is not None and study.loaded.table.starts_ms.tolist() != before)
    assert "1 report dated, and 1 event with it." in _messages()
    starts = {
        str(feature["start_time"].toString("yyyy-MM-dd"))
        for feature in opened.view.layers.events.getFeatures()
    }
    assert "2018-01-20" in starts
    iface.messageBar().clearWidgets()


def test_the_link_beside_a_report_s_date_asks_the_program(opened, monkeypatch):
    asked = []
    monkeypatch.setattr(opened.reading, "give_date", lambda *what: asked.append(what))
    opened.dock.study.review.dateGiven.emit("a date")
    assert asked == [(opened.view.layers.path, "a date")]
