"""The window: four panes, one state."""

from datetime import date, datetime

import numpy as np
import pytest
from event_timeline.core.calendar import TimeRange, ms_of
from event_timeline.core.errors import InputError, LayerError, OutputError
from event_timeline.standalone import window as window_module
from event_timeline.standalone.app import run
from event_timeline.standalone.basemap import Basemap
from event_timeline.standalone.event_places import EventPlaces, groups_of
from event_timeline.standalone.map_view import MapWidget
from event_timeline.standalone.window import Window, read
from event_timeline.ui.loading import load
from event_timeline.ui.qt import QtCore, QtGui, QtWidgets
from event_timeline.ui.report_date_form import ReportsDate
from event_timeline.ui.theme import LIGHT

Qt = QtCore.Qt
FIRST_WEEKS = TimeRange(ms_of(2018, 1, 20), ms_of(2018, 1, 28))


@pytest.fixture
def window(qtbot, events_file, monkeypatch):
    monkeypatch.setattr(MapWidget, "load", lambda _map: None)  # no world behind the events
    made = Window()
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.take(read(events_file))
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_all_panes_follow_the_window_of_time(window):
    window.controller.change(lambda now: now.gone_to(FIRST_WEEKS))
    assert "<b>3</b>" in window.list.head.text()
    assert window.slider.bar.readout.text.startswith("20–27 January 2018 · 8 days · 3 events")
    window.map.grab()
    assert sum(len(group.numbers) for group in window.map.scene.groups) == 2  # the third has no place


def test_a_choice_on_the_map_is_a_choice_everywhere(window, qtbot):
    window.controller.change(lambda now: now.gone_to(FIRST_WEEKS))
    window.map.grab()
    badge = window.map.scene.groups[0]
    assert len(badge.numbers) == 2
    at = QtCore.QPoint(round(badge.x), round(badge.y))
    qtbot.mouseClick(window.map, Qt.MouseButton.LeftButton, pos=at)
    first = window.study.selected
    assert window.list.view.currentIndex().data(Qt.ItemDataRole.UserRole) == first
    qtbot.mouseClick(window.map, Qt.MouseButton.LeftButton, pos=at)
    assert {first, window.study.selected} == set(badge.numbers.tolist())


def test_a_click_beside_everything_chooses_nothing(window, qtbot):
    window.study.select(0)
    window.map.grab()
    corner = QtCore.QPoint(window.map.width() - 4, window.map.height() - 4)
    assert window.map.scene.numbers_at(QtCore.QPointF(corner), window.map.view) == []
    qtbot.mouseClick(window.map, Qt.MouseButton.LeftButton, pos=corner)
    assert window.study.selected is None


def test_an_area_can_be_chosen(window):
    number = next(n for n in range(5) if window.study.row(n).event_type == "PRESENCE")
    window.map.grab()
    places = window.map.scene.places
    view = window.map.view
    x = float(view.px(np.array(67.0)))
    y = float(view.py(places.y[number]))
    assert window.map.scene.numbers_at(QtCore.QPointF(x, y), view) == [number]


def test_dragging_pans_and_the_wheel_zooms_about_the_pointer(window, qtbot):
    world = window.map
    before = world.view
    qtbot.mousePress(world, Qt.MouseButton.LeftButton, pos=QtCore.QPoint(200, 200))
    for x in (220, 260, 300):
        place = QtCore.QPointF(x, 200)
        event = QtGui.QMouseEvent(
            QtCore.QEvent.Type.MouseMove,
            place,
            world.mapToGlobal(place),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QtWidgets.QApplication.sendEvent(world, event)
    qtbot.mouseRelease(world, Qt.MouseButton.LeftButton, pos=QtCore.QPoint(300, 200))
    assert world.view.x == pytest.approx(before.x - 100 / before.scale)
    place = QtCore.QPointF(100, 150)
    under = world.view.plane_at(100, 150)
    wheel = QtGui.QWheelEvent(
        place,
        world.mapToGlobal(place),
        QtCore.QPoint(),
        QtCore.QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QtWidgets.QApplication.sendEvent(world, wheel)
    assert world.view.scale == pytest.approx(before.scale * 1.25)
    assert world.view.plane_at(100, 150) == (pytest.approx(under[0]), pytest.approx(under[1]))


def test_events_outside_of_the_map_are_counted(window):
    world = window.map
    world.set_view(world.view.fitted(*world.scene.places.box_of(np.arange(5))).zoomed(40, 0, 0))
    world.grab()
    assert "outside of the map" in world._outside.text()
    assert world._outside.isVisible()
    world._outside.click()
    world.grab()
    assert not world._outside.isVisible()


def test_panning_regroups_nothing(window):
    places, view = window.map.scene.places, window.map.view
    numbers = window.study.numbers_shown()

    def grouped(at):
        return sorted(
            sorted(one.numbers.tolist()) for one in groups_of(places, *places.on_screen(numbers, at), at)
        )

    assert grouped(view) == grouped(view.panned(7, 11))


def test_tooltips_speak_in_words(window):
    number = next(n for n in range(5) if window.study.row(n).fatalities == 100)
    words = window.map.scene.words_of([number], LIGHT)
    assert "<b>Bombing</b>" in words
    assert "27 January 2018" in words
    assert "100 or more killed" in words
    assert "2 events" in window.map.scene.words_of([0, number], LIGHT)


def dropped(*paths):
    """Files let go over a window, and their data, which the event does not keep alive."""
    data = QtCore.QMimeData()
    data.setUrls([QtCore.QUrl.fromLocalFile(str(path)) for path in paths])
    event = QtGui.QDropEvent(
        QtCore.QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    return event, data


def test_a_dropped_file_is_opened(window, qtbot, events_file):
    drop, _data = dropped(events_file)
    with qtbot.waitSignal(window.study.opened):
        window.dropEvent(drop)
    assert "events.gpkg" in window.windowTitle()


def test_a_wrong_file_is_refused_in_words_and_the_old_one_stays(window, qtbot, tmp_path):
    wrong = tmp_path / "wrong.gpkg"
    wrong.write_text("no database")
    window.open_file(wrong)
    qtbot.waitUntil(
        lambda: "wrong.gpkg" in window.message.words.text() and window.message.close_button.isVisible()
    )
    assert window.study.loaded is not None


def test_without_the_reader_one_learns_how_to_get_it(window, monkeypatch):
    monkeypatch.setattr(window_module, "find_spec", lambda _name: None)
    window.read_reports(["report.txt"])
    assert 'pip install "event-timeline[read]"' in window.message.words.text()
    assert window.message.isVisible()


def test_a_picture_needs_no_screen(qapp, events_file, tmp_path, monkeypatch):
    monkeypatch.setattr("event_timeline.standalone.app.load_basemap", Basemap)
    picture = tmp_path / "picture.png"
    month = (datetime(2018, 1, 1), datetime(2018, 2, 1))
    assert run(events_file, screenshot=picture, window=month, size=(1000, 700)) == 0
    image = QtGui.QImage(str(picture))
    assert (image.width(), image.height()) == (1000, 700)


def test_a_picture_of_an_unknown_event_or_place_is_refused(qapp, events_file, tmp_path, monkeypatch):
    monkeypatch.setattr("event_timeline.standalone.app.load_basemap", Basemap)
    with pytest.raises(InputError, match="no dated event 'nobody'"):
        run(events_file, screenshot=tmp_path / "x.png", select="nobody")
    with pytest.raises(OutputError, match="Choose a folder"):
        run(events_file, screenshot=tmp_path / "no" / "x.png")
    with pytest.raises(LayerError, match="no such file"):
        run(tmp_path / "none.gpkg", screenshot=tmp_path / "x.png")


def test_places_shared_by_a_footprint_are_drawn_once(events_file):
    loaded = load(events_file)
    places = EventPlaces(loaded.table, loaded.areas)
    assert [len(area.numbers) for area in places.areas] == [1]
    assert places.is_drawn_as_area.sum() == 1


def test_pointing_at_a_bar_rings_its_events_on_the_map(window):
    window.map.grab()
    before = window.map.grab().toImage()
    window.slider.axis.barHovered.emit(TimeRange(ms_of(2018, 1, 20), ms_of(2018, 1, 21)))
    ringed = window.map.grab().toImage()
    window.slider.axis.barHovered.emit(None)
    assert before != ringed
    assert before == window.map.grab().toImage()


def test_a_file_that_vanishes_is_told_and_nothing_breaks(window, qtbot, events_file):
    events_file.unlink()
    window.study._rows.clear()
    window.list.view.viewport().update()
    window.study.select(1)
    window.grab()
    qtbot.waitUntil(lambda: "no such file" in window.message.words.text())


def test_a_file_written_anew_is_read_anew_and_the_window_stays(window, qtbot, events_file, tmp_path):
    import shutil
    import sqlite3

    window.controller.change(lambda now: now.gone_to(FIRST_WEEKS))
    before = window.controller.timeline.window
    newer = tmp_path / "newer.gpkg"
    shutil.copy(events_file, newer)
    with sqlite3.connect(newer) as file:
        file.execute("UPDATE events SET fid = fid + 100")
        file.execute("UPDATE events SET location = 'Elsewhere' WHERE location = 'Kabul'")
    file.close()
    newer.replace(events_file)
    window.study._rows.clear()
    with qtbot.waitSignal(window.study.opened):
        window.study.row(0)
    assert window.controller.timeline.window == before
    assert window.study.row(0).location == "Elsewhere"


def test_a_date_given_to_a_report_starts_the_reader_and_keeps_what_one_looks_at(window, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(window_module, "find_spec", lambda _name: True)
    monkeypatch.setattr(window.reader, "redate", lambda *what: asked.append(what))
    window.controller.change(lambda now: now.gone_to(FIRST_WEEKS))
    before = window.controller.timeline.window
    window.study.select(1)
    event_id = window.study.chosen_ids
    window.study.review.dateGiven.emit(ReportsDate(("echo.txt",), date(2018, 2, 21)))
    path = window.study.loaded.file.path
    assert asked == [(path, ("echo.txt",), date(2018, 2, 21))]
    assert "Dating 1 report" in window.message.words.text()
    assert window.message.cancel.isVisible()
    with qtbot.waitSignal(window.study.opened):
        window.reader.finished.emit(str(path))
    assert window.controller.timeline.window == before
    assert window.study.chosen_ids == event_id


def test_without_the_reader_a_date_cannot_be_given_and_it_is_said(window, monkeypatch):
    monkeypatch.setattr(window_module, "find_spec", lambda _name: None)
    window.study.review.dateGiven.emit(ReportsDate(("echo.txt",), date(2018, 2, 21)))
    assert 'pip install "event-timeline[read]"' in window.message.words.text()


def test_a_point_is_taken_from_the_map(window, qtbot):
    taken = []
    window.study.review.pointAsked.emit(taken.append)
    place = QtCore.QPoint(window.map.width() // 2, window.map.height() // 2)
    qtbot.mouseClick(window.map, Qt.MouseButton.LeftButton, pos=place)
    assert taken[0].lon == pytest.approx(window.map.view.x, abs=1e-3)
    assert window.study.selected is None
    window.study.review.pointAsked.emit(taken.append)
    qtbot.keyClick(window.map, Qt.Key.Key_Escape)
    assert taken[1] is None


def test_a_decision_leaves_the_map_where_it_is(window):
    window.map.set_view(window.map.view.zoomed(2.0, 100, 100))
    view = window.map.view
    window.study.select(1)
    window.study.review.reject()
    assert window.map.view.scale == view.scale
    assert window.map.scene.places.table is window.study.loaded.table


def test_a_file_of_the_command_line_opens_once_the_window_is_up(qtbot, events_file, monkeypatch):
    """The window is there first and says what it does; window of time and choice apply when the file is read."""
    monkeypatch.setattr(MapWidget, "load", lambda _map: None)
    seen = []

    def execute(self):
        window = next(
            w for w in QtWidgets.QApplication.topLevelWidgets() if isinstance(w, Window) and w.isVisible()
        )
        seen.append((window.study.loaded, window.message.words.text()))
        with qtbot.waitSignal(window.study.opened):
            pass
        qtbot.waitUntil(lambda: window.study.selected is not None)
        seen.append((window.controller.timeline.window, window.study.chosen_ids))
        window.close()
        return 0

    monkeypatch.setattr(QtWidgets.QApplication, "exec", execute)
    event_id = str(load(events_file).table.event_ids[1])
    span = (datetime(2018, 1, 20), datetime(2018, 1, 28))
    assert run(events_file, window=span, select=event_id) == 0
    assert seen == [(None, "Opening events.gpkg …"), (FIRST_WEEKS, (event_id,))]


@pytest.mark.parametrize("name", ["a.html", "a.MHTML", "a.eml", "a.docx", "a.txt"])
def test_whatever_can_be_read_can_be_dropped(window, tmp_path, monkeypatch, name):
    asked = []
    monkeypatch.setattr(window, "read_reports", asked.extend)
    drop, _data = dropped(tmp_path / name, tmp_path / "picture.png")
    window.dropEvent(drop)
    assert asked == [str(tmp_path / name)]
