"""How QGIS draws the layers; that QGIS obeys is tested inside QGIS."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from event_timeline.core.event_types import COLOURS, EventType
from event_timeline.layers.reader import EventFile
from event_timeline.layers.style import default_styles

STYLES = {table.name: ElementTree.fromstring(style) for table, style in default_styles()}
POINTS = ("events", "events_undated")
AREAS = ("event_areas", "event_areas_undated")
LABELS = [kind.value.capitalize() for kind in EventType]


def _rgb(kind: EventType) -> str:
    return ",".join(str(int(COLOURS[kind][at : at + 2], 16)) for at in (1, 3, 5))


@pytest.mark.parametrize("layer", POINTS)
def test_every_type_of_point_has_a_line_in_the_legend_and_what_is_of_none_has_the_last(layer: str) -> None:
    rules = STYLES[layer].findall("renderer-v2/rules/rule")
    assert [rule.get("label") for rule in rules] == [*LABELS, "Other"]
    assert rules[-1].get("filter") == "ELSE"


@pytest.mark.parametrize("layer", POINTS)
def test_every_marker_of_a_type_has_its_colour(layer: str) -> None:
    symbols = {symbol.get("name"): symbol for symbol in STYLES[layer].findall("renderer-v2/symbols/symbol")}
    for kind, branch in zip(EventType, STYLES[layer].findall("renderer-v2/rules/rule")):
        drawn = [symbols[rule.get("symbol")] for rule in branch.iter("rule") if rule.get("symbol")]
        assert len(drawn) >= 5
        for symbol in drawn:
            assert any((option.get("value") or "").startswith(_rgb(kind)) for option in symbol.iter("Option"))


@pytest.mark.parametrize("layer", POINTS)
def test_only_the_legend_and_the_deaths_need_an_expression_so_that_all_else_is_drawn_ready_made(
    layer: str,
) -> None:
    named = set()
    for properties in STYLES[layer].iter("data_defined_properties"):
        named |= {
            option.get("name") for option in properties.findall("Option/Option[@name='properties']/Option")
        }
    assert named == {"enabled", "size"}


@pytest.mark.parametrize("layer", AREAS)
def test_every_type_of_area_has_a_category_and_a_symbol_of_its_colour(layer: str) -> None:
    renderer = STYLES[layer].find("renderer-v2")
    assert renderer is not None
    assert '"merged_into" IS NULL' in renderer.get("attr", "")  # what is put aside is of no category
    categories = STYLES[layer].findall("renderer-v2/categories/category")
    assert [category.get("value") for category in categories] == [kind.value for kind in EventType]
    symbols = STYLES[layer].findall("renderer-v2/symbols/symbol")
    for kind, symbol in zip(EventType, symbols):
        assert any(_rgb(kind) in (option.get("value") or "") for option in symbol.iter("Option"))


def test_dated_layers_carry_their_temporal_settings_and_undated_ones_none() -> None:
    for layer in ("events", "event_areas"):
        temporal = STYLES[layer].find("temporal")
        assert temporal is not None
        told = [temporal.get(name) for name in ("enabled", "mode", "startField", "endField", "limitMode")]
        assert told == ["1", "2", "start_time", "end_time", "0"]
    for layer in ("events_undated", "event_areas_undated"):
        assert STYLES[layer].find("temporal") is None


def test_every_layer_with_a_geometry_has_a_default_style(path: Path) -> None:
    file = EventFile(path)
    styled = file.tables.select("SELECT f_table_name FROM layer_styles WHERE useAsDefault ORDER BY 1")
    assert styled == file.tables.select("SELECT table_name FROM gpkg_geometry_columns ORDER BY 1")
