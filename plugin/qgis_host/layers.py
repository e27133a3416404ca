"""The layers of an events file in a QGIS project: add them, find them again, zoom to them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsLayerTreeLayer,
    QgsLayerTreeModelLegendNode,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsProject,
    QgsProviderRegistry,
    QgsRectangle,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas

from ..core.errors import LayerError
from ..core.schema import EVENT_AREAS, EVENTS, EVENTS_UNDATED, TableSpec
from ..layers.reader import EventFile

_SHAPE = ("start_time", "end_time", "event_type")  # what makes a layer one of events
_TITLES = {EVENTS: "Events", EVENT_AREAS: "Areas", EVENTS_UNDATED: "Undated events"}


@dataclass(frozen=True)
class EventLayers:
    """The layers of one events file: the dated events, and with them their areas where the project has them."""

    events: QgsVectorLayer
    areas: Optional[QgsVectorLayer] = None

    @property
    def path(self) -> Optional[Path]:
        """The GeoPackage of ours that the events come from; None for a layer of another kind."""
        path = file_of(self.events)
        return path if path is not None and is_events_file(path) else None

    @property
    def ids(self) -> tuple[str, ...]:
        """The layers' ids in the project."""
        return tuple(layer.id() for layer in (self.events, self.areas) if layer is not None)


def add_layers(path: Path, project: QgsProject) -> EventLayers:
    """Add the layers of an events file to the project, in a group on top, styled and with their temporal settings.

    Layers of that file that the project already has are taken instead of added again.

    Raises
    ------
    LayerError
        When the file is not an events GeoPackage, or QGIS cannot open a layer of it.
    """
    EventFile(path)
    for found in find_layers(project):
        if found.path is not None and found.path.samefile(path):
            return found
    events, areas, undated = (_layer(path, table) for table in (EVENTS, EVENT_AREAS, EVENTS_UNDATED))
    for layer in (events, areas):
        _ensure_temporal(layer)
    group = project.layerTreeRoot().insertGroup(0, path.stem)
    for layer in (events, undated, areas):
        project.addMapLayer(layer, False)
        node = QgsLayerTreeLayer(layer)
        node.setExpanded(False)
        _shorten_legend(node)
        group.addChildNode(node)
    # They have no time, so the map would show them always: the timeline counts and lists them instead.
    group.findLayer(undated).setItemVisibilityChecked(False)
    return EventLayers(events, areas)


def find_layers(project: QgsProject) -> list[EventLayers]:
    """The layers of events that the project has, the uppermost first."""
    layers = [layer for layer in project.layerTreeRoot().layerOrder() if isinstance(layer, QgsVectorLayer)]
    areas = {file_of(layer): layer for layer in layers if _table_of(layer) == EVENT_AREAS.name}
    return [EventLayers(layer, areas.get(file_of(layer))) for layer in layers if is_events_layer(layer)]


def is_events_layer(layer: QgsMapLayer) -> bool:
    """Whether it is a layer of dated, typed points, from a file of ours or of that shape."""
    if (
        not isinstance(layer, QgsVectorLayer)
        or not layer.isValid()
        or _table_of(layer) == EVENTS_UNDATED.name
    ):
        return False
    is_point = layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry
    return is_point and all(layer.fields().lookupField(name) >= 0 for name in _SHAPE)


def is_events_file(path: Path) -> bool:
    """Whether the file is an events GeoPackage; quick, it reads no events."""
    try:
        EventFile(path)
    except LayerError:
        return False
    return True


def file_of(layer: QgsVectorLayer) -> Optional[Path]:
    """The file that a layer comes from; None when it comes from elsewhere."""
    if layer.providerType() != "ogr":
        return None
    path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path")
    return Path(path) if path else None


def zoom_to(layers: EventLayers, canvas: QgsMapCanvas, project: QgsProject) -> None:
    """Let the map show all events, with a margin."""
    extent = QgsRectangle(layers.events.extent())
    if extent.isNull() or not extent.isFinite():
        return
    transform = QgsCoordinateTransform(layers.events.crs(), canvas.mapSettings().destinationCrs(), project)
    extent = transform.transformBoundingBox(extent)
    extent.grow(0.1 * max(extent.width(), extent.height()) or 0.1)
    canvas.setExtent(extent)
    canvas.refresh()


def _layer(path: Path, table: TableSpec) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername={table.name}", _TITLES[table], "ogr")
    if not layer.isValid():
        raise LayerError(
            f"QGIS cannot open the layer {table.name} of {path}. Read the reports again to mend the file."
        )
    return layer


def _shorten_legend(node: QgsLayerTreeLayer) -> None:
    """A line for each type: the rules below it, one for every look of its points, would fill a page of a layout."""
    renderer = node.layer().renderer()
    if not isinstance(renderer, QgsRuleBasedRenderer):
        return
    of_rule = QgsLayerTreeModelLegendNode.LegendNodeRoles.ParentRuleKeyRole
    nodes = node.layer().legend().createLayerTreeModelLegendNodes(node)
    root = renderer.rootRule().ruleKey()
    outermost = [number for number, one in enumerate(nodes) if one.data(of_rule) == root]
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, outermost)


def _table_of(layer: QgsVectorLayer) -> str:
    if layer.providerType() != "ogr":
        return ""
    return QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("layerName") or ""


def _ensure_temporal(layer: QgsVectorLayer) -> None:
    """Give a layer whose style lost them the temporal settings of the file."""
    properties = layer.temporalProperties()
    if properties.isActive():
        return
    properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields)
    properties.setStartField("start_time")
    properties.setEndField("end_time")
    properties.setIsActive(True)
