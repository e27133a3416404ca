"""What all tests share: no screen is needed, examples are the same every time, a Qt warning is a failure."""

import importlib.util
import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The platform without a screen says so itself; that is no fault of ours.
OFFSCREEN_NOTES = ("This plugin does not support", "QStandardPaths: XDG_RUNTIME_DIR")

if importlib.util.find_spec("hypothesis") is not None:  # not there inside QGIS
    from hypothesis import settings

    settings.register_profile("steady", derandomize=True, deadline=None, print_blob=False)
    settings.load_profile("steady")


def pytest_collection_modifyitems(config, items):
    """Where pytest-qt is, every test that sees a warning of Qt's fails."""
    if not config.pluginmanager.has_plugin("pytest-qt"):
        return
    for item in items:
        item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
        item.add_marker(pytest.mark.qt_log_ignore(*OFFSCREEN_NOTES))


@pytest.fixture
def events_file(tmp_path):
    """An events file of our own: two attacks in Kabul a week apart, talks in Moscow, a presence with an area,
    something denied without a place, and a visit without a date.
    """
    import struct
    from datetime import date, datetime, timedelta

    from event_timeline.core.event import Assertion, Count, Event, Telling, event_id_of
    from event_timeline.core.event_types import EventType
    from event_timeline.core.footprint import Footprint, LonLat
    from event_timeline.core.mentions import Mention, MentionRole, Provenance
    from event_timeline.core.report import DctBasis, Report, Span
    from event_timeline.core.timespan import DateBasis, Granularity, TimeSpan
    from event_timeline.layers.geopackage import write_events

    text = (
        "☃ 𝄞 Gunmen stormed a hotel in Kabul on 20 January. A week later a bomb in the city killed more than 100 "
        "people. "
        "Envoys met in Moscow on 20 February. The group holds the north. A raid was denied. A minister paid a visit."
    )
    report = Report(
        "snow.txt",
        text,
        date(2018, 2, 21),
        DctBasis.GIVEN,
        title="Snow and envoys",
        source="The Daily Example",
    )
    other = Report("echo.txt", "Envoys met in Moscow.")
    kabul = Footprint(LonLat(69.17, 34.53), "Kabul", 1, 5000.0, "geonames:1138958", "AF", "Kabul")
    moscow = Footprint(LonLat(37.62, 55.75), "Moscow", 1, 5000.0, "geonames:524901", "RU", "Moscow")
    ring = [(66.0, 35.5), (71.0, 35.5), (71.0, 37.0), (66.0, 37.0), (66.0, 35.5)]
    area = struct.pack("<BIIBIII", 1, 6, 1, 1, 3, 1, 5) + b"".join(struct.pack("<dd", *at) for at in ring)
    north = Footprint(
        LonLat(68.5, 36.2), "Northern Afghanistan", 5, 2e5, "region:AF-north", "AF", area_wkb=area
    )

    def telling(of, word):
        at = of.text.index(word)
        start, end = of.text.rfind(". ", 0, at) + 2, of.text.index(".", at) + 1
        start = 0 if start == 1 else start
        return Telling(of.report_id, Span(at, at + len(word)), word, Span(start, end), of.text[start:end])

    def mention(role, words, value, why):
        at = text.index(words)
        return Mention(
            role, "snow.txt", Span(at, at + len(words)), words, value, Provenance("test/words", why, 0.9)
        )

    def event(word, kind, day=None, where=None, also=(), goes_on=False, **values):
        first = telling(report, word)
        when = None
        if day is not None:
            start = datetime(2018, *day)
            end = None if goes_on else start + timedelta(days=1)
            when = TimeSpan(start, end, Granularity.DAY, f"{start:%Y-%m-%d}" + ("/.." if goes_on else ""))
        return Event(
            event_id_of(report.sha256, first.trigger, kind),
            kind,
            values.pop("mode", ""),
            (first, *also),
            when=when,
            date_basis=DateBasis.EXPLICIT if when else None,
            where=where,
            **values,
        )

    events = [
        event("stormed", EventType.ASSAULT, (1, 20), kabul, actor1=("Taliban",)),
        event(
            "killed",
            EventType.ASSAULT,
            (1, 27),
            kabul,
            mode="explosives",
            date_text="A week later",
            fatalities=Count(100, 100, None),
            mentions=(
                mention(MentionRole.DATE, "A week later", "2018-01-27", "counted from 20 January."),
                mention(MentionRole.PLACE, "the city", "Kabul", "the city told of before"),
                mention(MentionRole.FATALITIES, "more than 100 people", "100..", ""),
            ),
        ),
        event(
            "met",
            EventType.CONSULT,
            (2, 20),
            moscow,
            (telling(other, "met"),),
            mode="meeting",
            actor1=("Russia",),
        ),
        event("holds", EventType.PRESENCE, (2, 21), north, goes_on=True, assertion=Assertion.CLAIMED),
        event("raid", EventType.COERCE, (1, 25), None, assertion=Assertion.DENIED),
        event("visit", EventType.CONSULT, mode="visit"),
    ]
    path = tmp_path / "events.gpkg"
    write_events(path, events, [report, other], [], written_at=datetime(2018, 3, 1))
    return path
