"""An events file in QGIS as it comes, without the plugin: styled, and obeyed by the temporal controller.

The whole suite runs east and west of Greenwich, where a time zone in the wrong place moves midnights.
"""

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
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsSymbol,
    QgsSymbolLayer,
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
    return job.renderedImage().pixelColor(50, 50)


def a_symbol(layer):
    """A copy of the first category's symbol: the symbol itself goes with the list it comes in."""
    categories = layer.renderer().categories()
    return categories[0].symbol().clone()


def test_the_layer_comes_styled_and_with_its_time(events):
    assert events.renderer().type() == "categorizedSymbol"
    assert events.renderer().classAttribute() == "event_type"
    assert len(events.renderer().categories()) == 18
    time = events.temporalProperties()
    assert time.isActive()
    assert (time.startField(), time.endField()) == ("start_time", "end_time")
    assert time.mode() == Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields


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
    for feature in events.getFeatures():
        context.setFeature(feature)
        for category in events.renderer().categories():
            symbol = category.symbol()
            collections = [symbol.dataDefinedProperties()]
            collections += [layer.dataDefinedProperties() for layer in symbol.symbolLayers()]
            for properties in collections:
                for key in properties.propertyKeys():
                    expression = QgsExpression(properties.property(key).expressionString())
                    assert not expression.hasParserError(), expression.parserErrorString()
                    assert expression.evaluate(context) is not None, expression.expression()
                    assert not expression.hasEvalError(), expression.evalErrorString()


def test_the_more_dead_the_larger(events):
    context = QgsExpressionContext()
    context.appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(events))
    symbol = a_symbol(events)
    size = symbol.symbolLayer(0).dataDefinedProperties().property(QgsSymbolLayer.Property.PropertySize)
    sizes = {}
    for feature in events.getFeatures():
        context.setFeature(feature)
        sizes[feature["fatalities"]] = size.valueAsDouble(context)[0]
    assert sizes[0] < sizes[10] < sizes[20]


def test_within_the_window_the_older_is_the_paler(events):
    symbol = a_symbol(events)
    opacity = symbol.dataDefinedProperties().property(QgsSymbol.Property.PropertyOpacity)
    opacities = {}
    for feature in events.getFeatures():
        scopes = QgsExpressionContextUtils.globalProjectLayerScopes(events)
        context = QgsExpressionContext()
        context.appendScopes(scopes)
        context.lastScope().setVariable("map_start_time", midnight(1))
        context.lastScope().setVariable("map_end_time", midnight(31))
        context.setFeature(feature)
        opacities[feature["location"]] = opacity.valueAsDouble(context)[0]
    assert 45 <= opacities["Alpha"] < opacities["Beta"] < opacities["Gamma"] <= 100


def test_areas_come_hatched_and_dashed_and_with_their_time(file):
    layer = iface.addVectorLayer(f"{file}|layername=event_areas", "areas", "ogr")
    assert layer.temporalProperties().isActive()
    symbol = a_symbol(layer)
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
        for table in ("events", "event_areas", "events_undated", "reports", "mentions", "failures"):
            layer = iface.addVectorLayer(f"{file}|layername={table}", table, "ogr")
            assert layer.isValid()
            assert len(list(layer.getFeatures())) == layer.featureCount()
    finally:
        log.messageReceived[str, str, Qgis.MessageLevel].disconnect(note)
        QgsProject.instance().clear()
    assert complaints == []
