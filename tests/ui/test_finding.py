"""Searching and filtering: what passes, in how little time, and what is said of it."""

import numpy as np
import pytest
from event_timeline.layers.event_table import MERGED
from event_timeline.layers.reader import EventText
from event_timeline.ui.event_filter import EventFilter
from event_timeline.ui.event_search import EventSearch, Labels, fold
from event_timeline.ui.filter_bar import STATES, FilterBar
from event_timeline.ui.list_pane import ListPane
from event_timeline.ui.loading import load, reloaded
from event_timeline.ui.qt import QtCore

Qt = QtCore.Qt


@pytest.fixture
def bar(study, qtbot):
    made = FilterBar(study)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(study):
    return {study.row(number).notes for number in study.numbers_shown().tolist()}


@pytest.mark.parametrize(
    ("words", "n"),
    [
        ("kabul", 2),
        ("KABUL hotel", 1),
        ("bombing", 1),  # what the list calls it
        ("taliban", 1),
        ("moscow feb", 1),
        ("echo.txt", 1),
        ("daily example", 5),  # who published it
        ("nowhere", 0),
        ("  ", 5),
    ],
)
def test_all_words_must_be_somewhere(study, words, n):
    study.set_filter(EventFilter(words=words))
    assert len(study.controller.index) == n


def test_accents_and_case_do_not_matter():
    assert fold("Sehwān") == fold("SEHWAN")


def test_typing_filters_at_once_and_one_click_clears(study, bar, qtbot):
    qtbot.keyClicks(bar.search, "kabul")
    assert len(study.controller.index) == 2
    assert "<b>2</b> of 5 shown" in bar.shown.text()
    assert bar.shown.isVisible()
    bar.shown.linkActivated.emit("clear")
    assert bar.search.text() == ""
    assert len(study.controller.index) == 5
    assert not bar.shown.isVisible()


def test_actors_and_publishers_are_ticked_in_a_menu(study, bar):
    menu = bar.actors.menu()
    menu.aboutToShow.emit()
    names = [menu.list.item(row).text() for row in range(menu.list.count())]
    assert names == ["Russia  (1)", "Taliban  (1)"]
    menu.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert study.filter.actors == {"Taliban"}
    assert bar.actors.text() == "Taliban ▾"
    menu.narrow.setText("rus")
    assert [menu.list.item(row).text() for row in range(menu.list.count())] == ["Taliban  (1)", "Russia  (1)"]
    menu.anybody.click()
    assert study.filter.actors == frozenset()
    publishers = dict(study.search.publishers.counts())
    assert publishers == {"The Daily Example": 5, "echo.txt": 1}
    study.set_filter(EventFilter(publishers=frozenset({"echo.txt"})))
    assert len(study.controller.index) == 1


def test_the_dead_can_be_asked_for(study, bar):
    study.set_filter(EventFilter(least_killed=5))
    assert len(study.controller.index) == 1
    assert bar.more.text() == "5 killed or more ▾"


def test_every_state_of_review_has_words():
    assert sorted(STATES) == list(range(MERGED + 1))


def test_several_filters_hold_at_once(study):
    study.set_filter(EventFilter(words="kabul", least_killed=1))
    assert len(study.controller.index) == 1
    study.set_filter(EventFilter(words="kabul", actors=frozenset({"Russia"})))
    assert len(study.controller.index) == 0


def test_what_is_read_anew_is_found_as_what_was_read_first(events_file):
    loaded = load(events_file)
    ids = [str(event_id) for event_id in loaded.table.event_ids[:2]]
    again = reloaded(loaded, ids)
    assert again.table.event_ids.tolist() == loaded.table.event_ids.tolist()
    for words in ("kabul", "moscow", "daily"):
        assert np.array_equal(again.search.find(words), loaded.search.find(words))
    assert again.search.actors.counts() == loaded.search.actors.counts()


def test_events_that_the_search_does_not_know_have_no_words():
    row = EventText(7, "ASSAULT", None, "A; B", None, None, "Kabul", None, "a.txt", "It burnt.", None)
    search = EventSearch.of([row], {}).for_events(np.array([3, 7]))
    assert search.find("burnt").tolist() == [False, True]
    assert search.actors.has_any({"B"}).tolist() == [False, True]
    assert search.actors.counts() == [("A", 1), ("B", 1)]


def test_labels_keep_every_combination_once():
    labels = Labels.of([("A",), ("A", "B"), ("A",), ()])
    assert len(labels.combinations) == 3
    assert labels.has_any({"B"}).tolist() == [False, True, False, False]


def test_the_undated_are_searched_too(study, qtbot):
    pane = ListPane(study)
    qtbot.addWidget(pane)
    pane.show_undated(True)
    for words, n in (("minister", 1), ("kabul", 0), ("", 1)):
        study.set_filter(EventFilter(words=words))
        assert pane.undated.count() == n
    assert pane.head.text().startswith("<b>1</b>")
