"""The study: one file, one filter, one chosen event for all panes."""

import pytest
from event_timeline.core.event import Assertion
from event_timeline.core.event_types import EventType
from event_timeline.layers.event_table import ASSERTIONS, EVENT_TYPES
from event_timeline.ui.event_filter import EventFilter
from event_timeline.ui.event_list import EventListView
from event_timeline.ui.event_row_painter import HEADER_PX, ROW_PX
from event_timeline.ui.filter_bar import DENIED, FilterBar
from event_timeline.ui.list_pane import ListPane
from event_timeline.ui.loading import load
from event_timeline.ui.qt import QtCore

Qt = QtCore.Qt


def titles(view):
    model = view.model()
    return [
        model.index(row).data(Qt.ItemDataRole.DisplayRole).split(",")[0] for row in range(model.rowCount())
    ]


def window_of(study, first, last):
    from event_timeline.core.calendar import TimeRange, ms_of

    study.controller.change(lambda now: now.gone_to(TimeRange(ms_of(2018, *first), ms_of(2018, *last))))


def test_the_index_holds_the_dated_events(study):
    assert len(study.controller.index) == 5
    assert len(study.loaded.undated) == 1
    assert study.n_unplaced == 1


def test_a_filter_hides_and_the_unfiltered_stay_countable(study):
    assault = EVENT_TYPES.index(EventType.ASSAULT)
    study.set_filter(EventFilter(hidden_types=frozenset({assault})))
    assert len(study.controller.index) == 3
    assert len(study.controller.unfiltered) == 5
    study.set_filter(EventFilter(hidden_assertions=DENIED))
    hidden = set(range(5)) - set(study.numbers_shown().tolist())
    assert [study.row(number).assertion for number in hidden] == [Assertion.DENIED.value]
    study.set_filter(EventFilter())
    assert study.controller.index is study.controller.unfiltered


def test_a_filter_by_precision_hides_what_has_no_place(study):
    study.set_filter(EventFilter(coarsest_place=3))
    assert {study.row(number).location for number in study.numbers_shown().tolist()} == {"Kabul", "Moscow"}


def test_rows_are_fetched_once(study, monkeypatch):
    study.row(0)
    monkeypatch.setattr(type(study.loaded.file), "rows", lambda *_: pytest.fail("fetched again"))
    assert study.row(0).location == "Kabul"


def test_a_choice_is_told_once(study):
    told = []
    study.selectionChanged.connect(told.append)
    study.select(1)
    study.select(1)
    study.select(None)
    assert told == [1, None]


def test_showing_more_of_the_same_keeps_window_and_filter(study, events_file):
    window_of(study, (1, 19), (1, 28))
    study.set_filter(EventFilter(hidden_assertions=DENIED))
    window = study.controller.timeline.window
    study.show(load(events_file), keep=True)
    assert study.controller.timeline.window == window
    assert study.filter.hidden_assertions == DENIED
    assert len(study.controller.index) == 4


def test_the_list_shows_what_the_window_holds_grouped_by_day(study, qtbot):
    view = EventListView(study)
    qtbot.addWidget(view)
    assert titles(view) == [
        "20 January 2018",
        "Attack: Taliban",
        "25 January 2018",
        "Coercion",
        "27 January 2018",
        "Bombing",
        "20 February 2018",
        "Meeting: Russia",
        "21 February 2018",
        "Presence",
    ]
    window_of(study, (1, 19), (1, 28))
    assert titles(view)[1::2] == ["Attack: Taliban", "Coercion", "Bombing"]


def test_a_click_in_the_list_chooses_and_a_choice_elsewhere_shows_in_the_list(study, qtbot):
    view = EventListView(study)
    qtbot.addWidget(view)
    view.resize(320, 600)
    view.show()
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=QtCore.QPoint(100, HEADER_PX + ROW_PX // 2)
    )
    assert study.row(study.selected).actor1 == "Taliban"
    study.select(2)
    assert view.currentIndex().data(Qt.ItemDataRole.UserRole) == 2


def test_arrows_in_the_list_pass_over_the_days(study, qtbot):
    view = EventListView(study)
    qtbot.addWidget(view)
    view.resize(320, 600)
    view.show()
    study.select(0)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert study.selected == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert study.row(study.selected).event_type == "PRESENCE"
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert study.selected == 0


def test_a_header_cannot_be_chosen(study, qtbot):
    view = EventListView(study)
    qtbot.addWidget(view)
    view.resize(320, 600)
    view.show()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QtCore.QPoint(100, 8))
    assert study.selected is None


def test_the_pane_counts_what_is_not_on_the_map(study, qtbot):
    pane = ListPane(study)
    qtbot.addWidget(pane)
    assert "<b>5</b>" in pane.head.text()
    assert "1 undated" in pane.foot.text()
    assert "1 without a place" in pane.foot.text()
    study.set_filter(EventFilter(hidden_assertions=DENIED))
    assert "1 filtered out" in pane.head.text()


def test_the_undated_are_a_click_away(study, qtbot):
    pane = ListPane(study)
    qtbot.addWidget(pane)
    pane.show_undated(True)
    pane.undated.setCurrentRow(0)
    assert study.undated.event_mode == "visit"
    assert study.chosen_ids == (study.undated.event_id,)
    assert pane.undated.item(0).text().startswith("Visit")


def test_the_filter_bar_says_what_it_hides(study, qtbot):
    bar = FilterBar(study)
    qtbot.addWidget(bar)
    assert bar.types.text() == "Type ▾"
    study.set_filter(EventFilter(hidden_types=frozenset({EVENT_TYPES.index(EventType.ASSAULT)})))
    assert bar.types.text() == "Type: 3 of 4 ▾"
    study.set_filter(EventFilter(hidden_assertions=DENIED, coarsest_place=3))
    assert bar.assertions.text() == "Not denied ▾"
    assert bar.more.text() == "District or finer ▾"


def test_every_assertion_that_denies_is_hidden_by_not_denied():
    assert {ASSERTIONS[code] for code in DENIED} == {Assertion.DENIED, Assertion.NEGATED}


def test_what_is_told_inexactly_is_listed_under_no_day(study, qtbot):
    """The first attack told as "in January", the talks as going on."""
    from dataclasses import replace

    from event_timeline.core.calendar import DAY_MS, ms_of
    from event_timeline.ui.loading import index_of

    table = study.loaded.table
    starts, ends = table.starts_ms.copy(), table.ends_ms.copy()
    starts[0], ends[0] = ms_of(2018, 1), ms_of(2018, 2)
    ends[2] = starts[2] + 2 * DAY_MS
    table = replace(table, starts_ms=starts, ends_ms=ends)
    study.show(replace(study.loaded, table=table, index=index_of(table)))
    view = EventListView(study)
    qtbot.addWidget(view)
    headers = [words for words in titles(view) if words[-4:] == "2018"]
    assert headers == [
        "January 2018",
        "25 January 2018",
        "27–28 January 2018",
        "20 February 2018",
        "21 February 2018",
    ]
