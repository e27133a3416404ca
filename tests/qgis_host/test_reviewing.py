"""Decisions taken in the docks: they are in the file that QGIS has open, and in its layer, at once."""


def _states(layer):
    return {feature["event_id"]: feature["review_state"] for feature in layer.getFeatures()}


def test_a_decision_is_in_the_file_and_in_the_layer(opened, events_file):
    from event_timeline.layers.reader import EventFile  # only once the plugin is installed

    study = opened.dock.study
    study.select(0)
    event_id = study.chosen_ids[0]
    opened.report_dock.pane.why.confirm.click()
    assert opened.report_dock.pane.note.text() == "1 event confirmed."
    assert EventFile(events_file).row(event_id).review_state == "confirmed"
    assert _states(opened.view.layers.events)[event_id] == "confirmed"
    study.review.undo()
    assert _states(opened.view.layers.events)[event_id] == "auto"


def test_an_event_that_moves_in_time_leaves_preview_and_list_whole(opened):
    from event_timeline.core.review import Edit

    study = opened.dock.study
    study.select(0)
    study.review.edit(Edit(date_edtf="2018-03-15"))
    assert len(opened.view.table) == len(study.loaded.table) == 4
    study.controller.change(lambda now: now.at_last())
    study.controller.change(lambda now: now.at_first())
    assert study.row(study.selected).date_edtf == "2018-03-15"
