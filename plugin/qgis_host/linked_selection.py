"""One selection: what is chosen in the list is selected in the layer, and the other way round."""

from __future__ import annotations

from typing import Any, Optional

import numpy as np
from qgis.core import QgsVectorLayer

from ..ui.qt import QtCore
from ..ui.study import Study


class LinkedSelection(QtCore.QObject):
    """Keeps the study's chosen event and the layer's selection the same.

    Parameters
    ----------
    study : Study
    layer : QgsVectorLayer
        The layer of the study's events.
    parent : QObject or None
    """

    def __init__(self, study: Study, layer: QgsVectorLayer, parent: Optional[QtCore.QObject] = None) -> None:
        super().__init__(parent)
        self._study = study
        self._layer = layer
        self._is_own = False
        study.selectionChanged.connect(self._select_in_layer)
        layer.selectionChanged.connect(self._select_in_study)

    def close(self) -> None:
        """Keep them no longer."""
        self._study.selectionChanged.disconnect(self._select_in_layer)
        self._layer.selectionChanged.disconnect(self._select_in_study)

    def _select_in_layer(self, number: Optional[int]) -> None:
        loaded = self._study.loaded
        if self._is_own or loaded is None:
            return
        self._is_own = True
        try:
            self._layer.selectByIds([] if number is None else [int(loaded.table.fids[number])])
        finally:
            self._is_own = False

    def _select_in_study(self, *_: Any) -> None:
        loaded = self._study.loaded
        if self._is_own or loaded is None:
            return
        found = np.flatnonzero(np.isin(loaded.table.fids, list(self._layer.selectedFeatureIds())))
        self._is_own = True
        try:
            self._study.select(int(found[0]) if len(found) else None)
        finally:
            self._is_own = False
