"""The slider of a study follows what is looked at, and says what it cannot show."""

from __future__ import annotations

from event_timeline.ui.study_slider import StudySlider


def test_it_marks_what_is_selected_and_what_is_pointed_at(study, qtbot, monkeypatch) -> None:
    slider = StudySlider(study)
    qtbot.addWidget(slider)
    told = []
    monkeypatch.setattr(slider.axis, "set_marker", lambda start: told.append(("marker", start)))
    monkeypatch.setattr(slider.axis, "set_pulse", lambda start: told.append(("pulse", start)))
    start = int(study.loaded.table.starts_ms[1])
    study.select(1)
    study.hover(1)
    study.select(None)
    assert told == [("marker", start), ("pulse", start), ("marker", None)]


def test_it_says_how_many_events_it_cannot_show(study, qtbot, monkeypatch) -> None:
    slider = StudySlider(study)
    qtbot.addWidget(slider)
    notes = []
    monkeypatch.setattr(slider.bar, "set_note", notes.append)
    study.show(study.loaded)
    study.close()
    assert notes == ["1 undated · 1 without a place", ""]
