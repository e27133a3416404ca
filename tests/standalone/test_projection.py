"""The map's plane and view."""

import numpy as np
import pytest
from event_timeline.standalone.projection import MapView, latitude, mercator_y, scale_bar
from hypothesis import given
from hypothesis import strategies as st

views = st.builds(
    MapView,
    st.floats(-179, 179),
    st.floats(-150, 150),
    st.floats(2, 5000),
    st.integers(100, 3000),
    st.integers(100, 2000),
)


@given(st.floats(-85, 85))
def test_latitude_undoes_the_projection(lat):
    assert latitude(float(mercator_y(np.array([lat]))[0])) == pytest.approx(lat, abs=1e-9)


def test_north_is_up_and_the_equator_is_zero():
    y = mercator_y(np.array([60.0, 0.0, -60.0]))
    assert y[0] < y[1] == 0 < y[2]


def test_the_poles_and_the_unknown_do_no_harm():
    y = mercator_y(np.array([90.0, -90.0, np.nan]))
    assert np.isfinite(y[:2]).all()
    assert np.isnan(y[2])


@given(views, st.floats(0.2, 5), st.floats(0, 1), st.floats(0, 1))
def test_zooming_keeps_what_is_under_the_pointer_there(view, factor, across, down):
    px, py = across * view.width, down * view.height
    x, y = view.plane_at(px, py)
    zoomed = view.zoomed(factor, px, py)
    if abs(zoomed.x) < 180 and abs(zoomed.y) < 170:  # the centre stays on earth
        assert float(zoomed.px(np.array(x))) == pytest.approx(px, abs=1e-3)
        assert float(zoomed.py(np.array(y))) == pytest.approx(py, abs=1e-3)


@given(views, st.floats(-500, 500), st.floats(-500, 500))
def test_panning_back_undoes_panning(view, dx, dy):
    moved = view.panned(dx, dy)
    if abs(moved.x) < 180 and abs(moved.y) < 170:
        back = moved.panned(-dx, -dy)
        assert (back.x, back.y) == (pytest.approx(view.x), pytest.approx(view.y))


@given(views, st.floats(-170, 160), st.floats(-80, 60), st.floats(0, 20), st.floats(0, 20))
def test_fitting_shows_the_whole_box(view, west, north, width, height):
    fitted = view.fitted(west, north, west + width, north + height, margin_px=10)
    x = fitted.px(np.array([west, west + width]))
    y = fitted.py(np.array([north, north + height]))
    if fitted.scale > 1.5:
        assert min(x[0], y[0]) >= -1
        assert x[1] <= view.width + 1
        assert y[1] <= view.height + 1


@pytest.mark.parametrize(
    ("metres_per_px", "words"), [(1.0, "100 m"), (39.0, "2 km"), (5000.0, "500 km"), (9000.0, "1000 km")]
)
def test_the_scale_bar_is_round_and_fits(metres_per_px, words):
    length, told = scale_bar(metres_per_px, 120)
    assert told == words
    assert 0 < length <= 120
