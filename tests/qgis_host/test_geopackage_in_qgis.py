"""An events file in QGIS as it comes, without the plugin: styled, and obeyed by the temporal controller.

The whole suite runs east and west of Greenwich, where a time zone in the wrong place moves midnights.
"""

import sqlite3

import pytest
from desktop import settle
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsDateTimeRange,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsLayerTreeModelLegendNode,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QSize, Qt, QTime
from qgis.PyQt.QtGui import QColor
from qgis.utils import iface

ASSAULT = QColor("#C2410C")


@pytest.fixture
def file(installed, tmp_path):
    import study

    return study.write(tmp_path / "events.gpkg")


@pytest.fixture
def events(file):
    """The layer as a user adds it, by drag and drop or through the browser."""
    QgsProject.instance().clear()
    yield iface.addVectorLayer(f"{file}|layername=events", "events", "ogr")
    QgsProject.instance().clear()
    settle()


def midnight(day):
    """The beginning of a day of January 2018; the 32nd is the first of February."""
    return QDateTime(QDate(2018, 1, 1).addDays(day - 1), QTime(0, 0), Qt.TimeSpec.UTC)


def days(first, last):
    """From the beginning of one day to the beginning of another."""
    return QgsDateTimeRange(midnight(first), midnight(last), True, False)


def shown(layer, span):
    """The places of the features that QGIS draws in a range of time."""
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    condition = layer.temporalProperties().createFilterString(context, span)
    features = layer.getFeatures(QgsFeatureRequest().setFilterExpression(condition))
    return sorted(feature["location"] for feature in features)


def drawn(layer, span, lon, lat):
    """The colour at a place when QGIS draws the layer in a range of time."""
    return picture(layer, span, lon, lat).pixelColor(50, 50)


def picture(layer, span, lon, lat):
    """What QGIS draws of the layer in a range of time, about a place."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(101, 101))
    settings.setExtent(QgsRectangle(lon - 0.1, lat - 0.1, lon + 0.1, lat + 0.1))
    settings.setBackgroundColor(QColor("white"))
    settings.setIsTemporal(True)
    settings.setTemporalRange(span)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def test_the_layer_comes_styled_and_with_its_time(events):
    assert events.renderer().type() == "RuleRenderer"
    time = events.temporalProperties()
    assert time.isActive()
    assert (time.startField(), time.endField()) == ("start_time", "end_time")
    assert time.mode() == Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields


def test_the_legend_shows_the_types_in_their_colours_and_hides_what_is_below_them(events):
    nodes = (
        iface.layerTreeView()
        .layerTreeModel()
        .layerLegendNodes(QgsProject.instance().layerTreeRoot().findLayer(events))
    )
    rule_key = QgsLayerTreeModelLegendNode.LegendNodeRoles.ParentRuleKeyRole
    top = [node for node in nodes if node.data(rule_key) == events.renderer().rootRule().ruleKey()]
    assert [node.data(Qt.ItemDataRole.DisplayRole) for node in top][15:] == [
        "Assault",
        "Statement",
        "Presence",
        "Other",
    ]
    icon = top[15].data(Qt.ItemDataRole.DecorationRole).toImage()
    assert icon.pixelColor(icon.width() // 2, icon.height() // 2) == ASSAULT


def test_a_day_shows_its_events_and_not_those_that_only_touch_its_midnights(events):
    assert shown(events, days(25, 26)) == []
    assert shown(events, days(26, 27)) == ["Alpha"]
    assert shown(events, days(27, 28)) == ["Beta", "Delta"]
    assert shown(events, days(26, 28)) == ["Alpha", "Beta", "Delta"]
    assert shown(events, days(40, 41)) == ["Delta"]


def test_the_times_are_read_as_they_are_written(events):
    starts = sorted(feature["start_time"].toString("yyyy-MM-dd HH:mm") for feature in events.getFeatures())
    assert starts[0] == "2018-01-26 00:00"


def test_events_are_drawn_in_the_colour_of_their_type(events):
    colour = drawn(events, days(26, 27), 69.0, 34.5)
    assert abs(colour.hue() - ASSAULT.hue()) <= 3
    assert colour.saturation() > 80
    assert drawn(events, days(25, 26), 69.0, 34.5) == QColor("white")


def test_every_expression_of_the_style_can_be_evaluated(events):
    context = QgsExpressionContext()
    context.appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(events))
    texts = set()
    for rule in events.renderer().rootRule().descendants():
        texts.add(rule.filterExpression())
        for layer in rule.symbol().symbolLayers() if rule.symbol() else []:
            properties = layer.dataDefinedProperties()
            texts |= {properties.property(key).expressionString() for key in properties.propertyKeys()}
    texts -= {"", "ELSE"}
    assert len(texts) > 18
    for feature in events.getFeatures():
        context.setFeature(feature)
        for text in texts:
            expression = QgsExpression(text)
            assert not expression.hasParserError(), expression.parserErrorString()
            expression.evaluate(context)
            assert not expression.hasEvalError(), expression.evalErrorString()


def test_the_more_dead_the_larger(events):
    widths = []
    for day, lon in ((26, 69.0), (27, 70.0), (28, 71.0)):  # none, 10 and 20
        image = picture(events, days(day, day + 1), lon, 34.5)
        widths.append(sum(image.pixelColor(x, 50) != QColor("white") for x in range(image.width())))
    assert 5 < widths[0] < widths[1] < widths[2]


def test_what_ended_in_the_first_half_of_the_window_is_paler(events):
    alpha, gamma = (drawn(events, days(26, 29), lon, 34.5) for lon in (69.0, 71.0))
    assert abs(gamma.hue() - ASSAULT.hue()) <= 3
    assert gamma.saturation() > alpha.saturation() + 60
    assert drawn(events, days(26, 27), 69.0, 34.5).saturation() == gamma.saturation()


@pytest.mark.parametrize("change", ["review_state = 'rejected'", "merged_into = 'another'"])
def test_what_a_person_has_rejected_or_merged_is_not_drawn(file, change):
    with sqlite3.connect(file) as connection:
        connection.execute(f"UPDATE events SET {change} WHERE location = 'Alpha'")
    connection.close()
    layer = iface.addVectorLayer(f"{file}|layername=events", "events", "ogr")
    assert drawn(layer, days(26, 27), 69.0, 34.5) == QColor("white")
    assert drawn(layer, days(27, 28), 70.0, 34.5) != QColor("white")
    QgsProject.instance().clear()


def test_a_type_that_is_not_known_is_drawn_grey(file):
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE events SET event_type = 'DREAM' WHERE location = 'Alpha'")
    connection.close()
    layer = iface.addVectorLayer(f"{file}|layername=events", "events", "ogr")
    colour = drawn(layer, days(26, 27), 69.0, 34.5)
    assert colour != QColor("white")
    assert colour.saturation() < 30
    QgsProject.instance().clear()


@pytest.mark.parametrize("table", ["event_areas", "event_areas_undated"])
def test_areas_come_hatched_and_dashed_and_the_dated_with_their_time(file, table):
    layer = iface.addVectorLayer(f"{file}|layername={table}", "areas", "ogr")
    assert layer.temporalProperties().isActive() == (table == "event_areas")
    categories = layer.renderer().categories()  # the symbols go with the list they come in
    symbol = categories[0].symbol().clone()
    assert [part.layerType() for part in symbol.symbolLayers()] == ["SimpleFill", "LinePatternFill"]
    assert symbol.symbolLayer(0).strokeStyle() == Qt.PenStyle.DashLine
    QgsProject.instance().clear()


def test_qgis_reads_every_table_without_a_complaint(file):
    complaints = []

    def note(text, tag, level):
        if level != Qgis.MessageLevel.Info:
            complaints.append((tag, text))

    log = QgsApplication.messageLog()
    log.messageReceived[str, str, Qgis.MessageLevel].connect(note)
    try:
        for table in (
            "events",
            "event_areas",
            "events_undated",
            "event_areas_undated",
            "reports",
            "mentions",
            "failures",
        ):
            layer = iface.addVectorLayer(f"{file}|layername={table}", table, "ogr")
            assert layer.isValid()
            assert len(list(layer.getFeatures())) == layer.featureCount()
    finally:
        log.messageReceived[str, str, Qgis.MessageLevel].disconnect(note)
        QgsProject.instance().clear()
    assert complaints == []
