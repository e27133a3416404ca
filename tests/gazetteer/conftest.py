"""The gazetteer that ships, opened once; no places of whoever runs the tests."""

from pathlib import Path

import pytest
from event_timeline.gazetteer.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer():
    with Gazetteer.open(users=Path("/nowhere/places.sqlite")) as opened:
        yield opened


@pytest.fixture(scope="session")
def best(gazetteer):
    """The first place that a name may mean."""
    return lambda name: gazetteer.lookup(name)[0].place
