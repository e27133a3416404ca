"""The reader as a program of its own: what it says is heard, and cancelling leaves nothing."""

import sys
from pathlib import Path

import pytest
from event_timeline.standalone import reader_process
from event_timeline.standalone.reader_process import ReaderProcess

# Stands in for the reader: takes the same arguments, says the same lines.
TALKS = """
import json, pathlib, sys
target = pathlib.Path(sys.argv[sys.argv.index("-o") + 1])
print("a library says something", flush=True)
print(json.dumps({"kind": "note", "text": "No date for a.txt."}), flush=True)
print(json.dumps({"kind": "progress", "done": 1, "total": 2, "events": 5, "failures": 0}), flush=True)
target.write_text("events")
print(json.dumps({"kind": "summary", "output": str(target)}), flush=True)
"""
REFUSES = """
import json, sys
print(json.dumps({"kind": "error", "text": "a.txt is empty."}))
sys.exit(1)
"""
CRASHES = "import sys; sys.exit('Traceback: it broke')"
SLEEPS = "import time; print('{}', flush=True); time.sleep(60)"


@pytest.fixture
def reader(qapp, monkeypatch):
    def make(program):
        monkeypatch.setattr(reader_process, "_PROGRAM", program)
        return ReaderProcess()

    return make


def test_progress_and_result_are_told(reader, qtbot, tmp_path):
    process = reader(TALKS)
    told = []
    process.progressed.connect(lambda *values: told.append(values))
    with qtbot.waitSignal(process.finished) as finished:
        process.start(["a.txt"], tmp_path / "out.gpkg", "2018-02-21")
    assert finished.args == [str(tmp_path / "out.gpkg")]
    assert told == [(0, 0, "No date for a.txt."), (1, 2, "1 of 2 reports read, 5 events")]
    assert not process.is_running


def test_a_refusal_is_told_in_its_own_words(reader, qtbot, tmp_path):
    process = reader(REFUSES)
    with qtbot.waitSignal(process.failed) as failed:
        process.start(["a.txt"], tmp_path / "out.gpkg")
    assert failed.args == ["a.txt is empty."]


def test_a_crash_is_told_by_its_last_line(reader, qtbot, tmp_path):
    process = reader(CRASHES)
    with qtbot.waitSignal(process.failed) as failed:
        process.start(["a.txt"], tmp_path / "out.gpkg")
    assert failed.args == ["Traceback: it broke"]


def test_cancelling_ends_it_without_a_complaint(reader, qtbot, tmp_path):
    process = reader(SLEEPS)
    process.start(["a.txt"], tmp_path / "out.gpkg")
    qtbot.waitUntil(lambda: process._process is None or process._process.bytesAvailable() >= 0)
    with qtbot.waitSignal(process.failed) as failed:
        process.cancel()
    assert failed.args == [""]
    assert not Path(tmp_path / "out.gpkg").exists()


def test_a_program_that_is_not_there_is_told(reader, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    process = reader(TALKS)
    with qtbot.waitSignal(process.failed) as failed:
        process.start(["a.txt"], tmp_path / "out.gpkg")
    assert "cannot be started" in failed.args[0]
