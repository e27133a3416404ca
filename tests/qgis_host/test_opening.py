"""An events file comes into QGIS by a dialog, by a drop, or because the project has it already."""

import sqlite3
import sys

from desktop import choose, ids_on_map, ms, settle
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QMimeData, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDropEvent
from qgis.utils import iface

NOT_SHIPPED = ("dateparser", "geopandas", "pandas", "pyogrio", "shapely", "spacy")


def _layer_names():
    return [layer.name() for layer in QgsProject.instance().layerTreeRoot().layerOrder()]


def _warnings():
    return [item.text() for item in iface.messageBar().items()]


def test_opening_needs_nothing_that_qgis_does_not_ship(opened):
    assert [name for name in NOT_SHIPPED if name in sys.modules] == []


def test_its_layers_come_in_a_group_styled_and_with_their_time(opened):
    assert _layer_names() == ["Events", "Undated events", "Areas"]
    events = opened.view.layers.events
    assert events.renderer().type() == "RuleRenderer"
    assert events.temporalProperties().isActive()
    assert QgsProject.instance().layerTreeRoot().findGroup("events") is not None


def test_the_legend_has_a_line_for_each_type_and_one_for_all_others(opened):
    node = QgsProject.instance().layerTreeRoot().findLayer(opened.view.layers.events)
    lines = iface.layerTreeView().layerTreeModel().layerLegendNodes(node)
    assert [line.data(Qt.ItemDataRole.DisplayRole) for line in lines][-3:] == [
        "Statement",
        "Presence",
        "Other",
    ]
    assert len(lines) == 19


def test_undated_events_are_not_drawn_in_every_frame(opened):
    undated = QgsProject.instance().mapLayersByName("Undated events")[0]
    assert not QgsProject.instance().layerTreeRoot().findLayer(undated).isVisible()


def test_the_map_goes_where_the_events_are(opened):
    assert iface.mapCanvas().extent().contains(QgsPointXY(70.5, 34.5))


def test_the_timeline_has_the_dated_events(opened):
    assert len(opened.dock.controller.index) == 4
    assert opened.dock.isVisible()


def test_the_same_file_is_not_added_twice(opened, events_file):
    opened.open_file(events_file)
    assert len(_layer_names()) == 3


def test_a_drop_on_the_map_opens_an_events_file_and_leaves_others_to_qgis(plugin, events_file, tmp_path):
    with sqlite3.connect(tmp_path / "other.gpkg") as other:
        other.execute("CREATE TABLE gpkg_contents (table_name TEXT)")
    assert not plugin.drop_handler.handleFileDrop(str(tmp_path / "other.gpkg"))
    assert plugin.drop_handler.handleFileDrop(str(events_file))
    assert plugin.view is not None


def test_a_drop_on_the_dock_opens_an_events_file(plugin, events_file):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(events_file))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    plugin.dock.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    settle(lambda: plugin.view is not None)


def test_the_dock_opens_what_the_project_has_when_it_appears(plugin, events_file):
    layer = QgsVectorLayer(f"{events_file}|layername=events", "mine", "ogr")
    QgsProject.instance().addMapLayer(layer)
    assert plugin.view is None
    plugin.dock.show()
    settle(lambda: plugin.dock.controller.timeline is not None)
    assert plugin.view.layers.events.id() == layer.id()


def test_a_file_that_is_none_of_ours_is_refused_with_a_sentence(plugin, tmp_path):
    (tmp_path / "wrong.gpkg").write_text("no geopackage")
    plugin.open_file(tmp_path / "wrong.gpkg")
    assert any("wrong.gpkg" in text for text in _warnings())
    assert plugin.view is None
    iface.messageBar().clearWidgets()


def test_a_layer_of_another_kind_with_the_same_fields_works_too(plugin):
    fields = "field=start_time:datetime&field=end_time:datetime&field=event_type:string"
    layer = QgsVectorLayer(f"Point?crs=EPSG:3857&{fields}", "of memory", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["2018-01-27T00:00:00", "2018-01-28T00:00:00", "ASSAULT"])
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(7_700_000, 4_100_000)))
    layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    plugin.dock.show()
    settle(lambda: plugin.dock.controller.timeline is not None)
    table = plugin.view.table
    assert (table.starts_ms.tolist(), table.ends_ms.tolist()) == ([ms(2018, 1, 27)], [ms(2018, 1, 28)])
    assert round(table.lons[0], 1) == 69.2


def test_an_edit_reaches_the_timeline_before_it_is_saved(opened):
    layer = opened.view.layers.events
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures("location = 'Alpha'")).id())
    settle(lambda: len(opened.dock.controller.index) == 3)
    layer.rollBack()
    settle(lambda: len(opened.dock.controller.index) == 4)


def test_taking_the_layer_out_of_the_project_empties_the_timeline(opened):
    QgsProject.instance().clear()
    settle()
    assert opened.view is None
    assert opened.dock.controller.timeline is None


def test_closing_the_events_shows_all_times_and_keeps_the_layers(opened):
    choose(opened, ms(2018, 1, 27), ms(2018, 1, 28))
    opened.close_events()
    assert iface.mapCanvas().temporalRange().isInfinite()
    assert len(_layer_names()) == 3


def test_the_users_own_filter_on_the_layer_is_kept_and_obeyed(opened):
    layer = opened.view.layers.events
    layer.setSubsetString("\"event_type\" = 'ASSAULT'")
    settle(lambda: len(opened.dock.controller.index) == 3)
    choose(opened, ms(2018, 1, 27), ms(2018, 1, 28))
    assert layer.subsetString() == "\"event_type\" = 'ASSAULT'"
    assert ids_on_map(layer) == {"Beta"}


def test_the_list_shows_what_the_map_shows_and_counts_the_undated(opened):
    choose(opened, ms(2018, 1, 27), ms(2018, 1, 28))
    numbers = opened.dock.study.numbers_shown()
    assert {row.location for row in opened.dock.study.rows(numbers)} == ids_on_map(opened.view.layers.events)
    assert "1 undated" in opened.list_dock.pane.foot.text()


def test_an_event_chosen_in_the_list_is_selected_in_the_layer_and_back(opened):
    layer, study = opened.view.layers.events, opened.dock.study
    study.select(1)
    assert [feature["location"] for feature in layer.getSelectedFeatures()] == [study.row(1).location]
    layer.selectByExpression("location = 'Gamma'")
    assert study.row(study.selected).location == "Gamma"
    layer.removeSelection()
    assert study.selected is None
