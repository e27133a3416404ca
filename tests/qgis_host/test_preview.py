"""While the hand moves, the map shows the events of the moment from arrays; when it lets go, QGIS's own drawing."""

import sys

import numpy as np
import pytest
from desktop import choose, clock_range, ms, settle
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
)
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from qgis.utils import iface

ASSAULT = "#c2410c"


@pytest.fixture
def dragging(opened):
    """A hand that has dragged the window from 26 to 27 January and still holds it."""
    choose(opened, ms(2018, 1, 26), ms(2018, 1, 27))
    settle()
    controller = opened.dock.controller
    controller.grab()
    controller.change(lambda now: now.with_window(type(now.window)(ms(2018, 1, 27), ms(2018, 1, 28))))
    return opened


def _colour_at(picture, lon):
    canvas = iface.mapCanvas()
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    to_map = QgsCoordinateTransform(wgs84, canvas.mapSettings().destinationCrs(), QgsProject.instance())
    pixel = canvas.getCoordinateTransform().transform(to_map.transform(QgsPointXY(lon, 34.5)))
    return picture.pixelColor(round(pixel.x()), round(pixel.y())).name()


def test_the_preview_shows_the_events_of_the_moment_and_no_others(dragging):
    preview = dragging.view.preview
    assert preview.isVisible()
    picture = QImage(iface.mapCanvas().size(), QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    preview.paint(painter)
    painter.end()
    assert _colour_at(picture, 70.0) == ASSAULT, "Beta, of 27 January, is drawn in the colour of its type"
    assert _colour_at(picture, 69.0) == "#ffffff", "Alpha, of 26 January, is not"


def test_the_maps_range_is_left_alone_while_the_hand_moves(dragging):
    assert clock_range()[:2] == ("2018-01-26 00:00", "2018-01-27 00:00")


def test_when_the_hand_lets_go_the_range_is_set_and_the_preview_goes_once_the_map_is_drawn(dragging):
    dragging.dock.controller.let_go()
    assert clock_range()[:2] == ("2018-01-27 00:00", "2018-01-28 00:00")
    settle(lambda: not dragging.view.preview.isVisible())


def test_when_the_hand_rests_the_range_is_set_without_letting_go(dragging):
    settle(lambda: clock_range()[:2] == ("2018-01-27 00:00", "2018-01-28 00:00"))


def test_a_drag_back_to_where_it_began_leaves_no_preview(dragging):
    controller = dragging.dock.controller
    controller.change(lambda now: now.with_window(type(now.window)(ms(2018, 1, 26), ms(2018, 1, 27))))
    controller.let_go()
    settle(lambda: not dragging.view.preview.isVisible())


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:32642"])
def test_all_positions_are_projected_at_once_as_qgis_projects_each(plugin, crs):
    projected = sys.modules["event_timeline.qgis_host.event_preview"].projected
    lons, lats = np.array([69.0, np.nan, 70.5]), np.array([34.5, 10.0, 30.25])
    there = QgsCoordinateReferenceSystem(crs)
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), there, QgsProject.instance()
    )
    result = projected(lons, lats, there)
    assert np.isnan(result[1]).all()
    for row in (0, 2):
        expected = transform.transform(QgsPointXY(lons[row], lats[row]))
        assert np.allclose(result[row], (expected.x(), expected.y()))
