"""The basemap that ships: it loads, lies where it should, and draws."""

import numpy as np
import pytest
from event_timeline.standalone.basemap import load_basemap
from event_timeline.standalone.basemap_painter import LIGHT, draw_basemap, polygon_of
from event_timeline.standalone.projection import MapView, mercator_y
from event_timeline.ui.qt import QtGui


@pytest.fixture(scope="module")
def basemap():
    return load_basemap()


def test_all_levels_are_there(basemap):
    for layer in ("land", "borders", "lakes", "rivers"):
        for level in ("far", "mid", "near"):
            assert len(basemap.shapes[layer, level].parts) > 2


def test_names_lie_on_earth_and_the_important_come_first(basemap):
    for labels in (basemap.countries, basemap.towns):
        assert all(-180 <= label.x <= 180 for label in labels)
    assert [label.rank for label in basemap.towns] == sorted(label.rank for label in basemap.towns)
    kabul = next(label for label in basemap.towns if label.name == "Kabul")
    assert (kabul.x, kabul.y) == (
        pytest.approx(69.17, abs=0.1),
        pytest.approx(float(mercator_y(np.array([34.5]))[0]), abs=0.2),
    )


def test_land_is_land_and_sea_is_sea(qapp, basemap):
    """Kabul, Chad and Kansas in the land's colour; the middle of three oceans in the water's."""
    for scale in (3.0, 20.0, 90.0):
        for lon, lat, colour in (
            (69.9, 33.9, LIGHT.land),
            (18.2, 15.3, LIGHT.land),
            (-98.2, 38.7, LIGHT.land),
            (-35.0, 30.0, LIGHT.water),
            (75.0, -10.0, LIGHT.water),
            (-140.0, 20.0, LIGHT.water),
        ):
            y = float(mercator_y(np.array([lat]))[0])
            image = draw_basemap(basemap, MapView(lon, y, scale, 201, 201), 1.0, LIGHT, QtGui.QFont())
            seen = [
                image.pixelColor(x, y).name().upper() for x in range(80, 121, 8) for y in range(80, 121, 8)
            ]
            assert max(set(seen), key=seen.count) == colour, (lon, lat, scale)


def test_without_files_the_map_is_empty_and_still_draws(qapp, tmp_path):
    empty = load_basemap(tmp_path)
    assert not empty.shapes
    assert not draw_basemap(empty, MapView(0, 0, 5, 100, 80), 2.0, LIGHT, QtGui.QFont()).isNull()


def test_a_polygon_made_from_memory_is_the_points(qapp):
    points = np.array([[0.0, 1.0], [2.5, 3.0], [4.0, -5.0]])
    polygon = polygon_of(points)
    assert [(point.x(), point.y()) for point in polygon] == [tuple(row) for row in points]
    assert len(polygon_of(np.empty((0, 2)))) == 0
