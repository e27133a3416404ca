"""How QGIS draws the layers; that QGIS obeys is tested inside QGIS."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from event_timeline.core.event_types import COLOURS, EventType
from event_timeline.layers.reader import EventFile
from event_timeline.layers.style import default_styles

STYLES = {table.name: ElementTree.fromstring(style) for table, style in default_styles()}


@pytest.mark.parametrize("layer", STYLES)
def test_every_type_has_a_category_and_a_symbol_of_its_colour(layer: str) -> None:
    categories = STYLES[layer].findall("renderer-v2/categories/category")
    assert [category.get("value") for category in categories] == [kind.value for kind in EventType]
    symbols = STYLES[layer].findall("renderer-v2/symbols/symbol")
    for kind, symbol in zip(EventType, symbols):
        rgb = ",".join(str(int(COLOURS[kind][at : at + 2], 16)) for at in (1, 3, 5))
        assert any(rgb in (option.get("value") or "") for option in symbol.iter("Option"))


def test_dated_layers_carry_their_temporal_settings_and_undated_ones_none() -> None:
    for layer in ("events", "event_areas"):
        temporal = STYLES[layer].find("temporal")
        assert temporal is not None
        told = [temporal.get(name) for name in ("enabled", "mode", "startField", "endField", "limitMode")]
        assert told == ["1", "2", "start_time", "end_time", "0"]
    assert STYLES["events_undated"].find("temporal") is None


def test_every_layer_with_a_geometry_has_a_default_style(path: Path) -> None:
    file = EventFile(path)
    styles = file._select("SELECT f_table_name, useAsDefault FROM layer_styles ORDER BY id")
    assert styles == [("events", 1), ("event_areas", 1), ("events_undated", 1)]
