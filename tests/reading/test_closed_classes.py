"""Closed classes of words stand in one place."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from event_timeline import reading
from event_timeline.reading import closed_classes


def test_no_room_writes_a_closed_class_out_again() -> None:
    classes = {value: name for name, value in vars(closed_classes).items() if isinstance(value, frozenset)}
    again = [
        f"{module.name}.{name} is closed_classes.{classes[value]}"
        for module in pkgutil.walk_packages(reading.__path__, f"{reading.__name__}.")
        for name, value in vars(import_module(module.name)).items()
        if isinstance(value, frozenset) and value in classes and name != classes[value]
    ]
    assert not again
