"""Judge the reader on invented news stories whose events we marked ourselves.

    python bench/stories.py [--wrong] [STORY ...]

The stories and what a careful reader would draw from them stand in `bench/stories`; `events.csv` says what its columns
mean. `--wrong` lists every mistake with what was wanted and what was told, and every event that nobody marked. Some
unmarked events are sound: the marks hold what a map of the story must show, not all that could be shown.
"""

from __future__ import annotations

import argparse
import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Optional

from event_timeline.core.event import Event
from event_timeline.core.report import Report
from event_timeline.core.timespan import TimeSpan
from event_timeline.engine.batch import ReaderConfig, chunks_of, load_reader, read_chunk
from event_timeline.reading.documents import open_documents

STORIES = Path(__file__).resolve().parent / "stories"
NEAR = 25  # characters between a marked phrase and the trigger of its event
SEVERAL_DAYS = timedelta(days=3)  # a week may end after the day on which it is told
FIGURES = {"killed": "fatalities", "injured": "injured", "captured": "captured"}
FIELDS = ("found", "date", "place", *FIGURES, "actor1", "assertion")


@dataclass(frozen=True)
class Verdict:
    """One value judged: of which marked event, what was wanted, what was told, None for nothing."""

    field: str
    is_right: bool
    words: str
    wanted: str
    told: Optional[str]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", nargs="*", help="file names without .txt; all, when none is given")
    parser.add_argument("--wrong", action="store_true", help="list the mistakes and the unmarked events")
    options = parser.parse_args()
    right, of = Counter[str](), Counter[str]()
    n_unmarked = n_drawn = 0
    marks = marked_events()
    for report, events in readings(options.stories):
        verdicts, unmarked = judge(report, events, marks[report.report_id])
        for verdict in verdicts:
            of[verdict.field] += 1
            right[verdict.field] += verdict.is_right
            if options.wrong and not verdict.is_right:
                print(
                    f"{report.report_id}: {verdict.field} of “{verdict.words}”: wanted {verdict.wanted or 'none'},"
                    f" told {verdict.told}"
                )
        for event in unmarked:
            n_unmarked += 1
            n_drawn += event.is_dated and event.where is not None
            if options.wrong:
                print(f"{report.report_id}: unmarked {described(event)}")
    for field in FIELDS:
        print(f"{field:10} {right[field]:4} of {of[field]}")
    print(f"unmarked   {n_unmarked:4}, {n_drawn} of them dated and placed")


def marked_events() -> dict[str, list[dict[str, str]]]:
    """The rows of `events.csv` by story."""
    with (STORIES / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    stories: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        stories.setdefault(row["story"], []).append(row)
    return stories


def readings(names: Sequence[str]) -> Iterator[tuple[Report, tuple[Event, ...]]]:
    """Each story with its events, not merged, so that every telling can be judged."""
    paths = [STORIES / f"{name}.txt" for name in names] or sorted(STORIES.glob("*.txt"))
    reports = open_documents(paths, manifest=STORIES / "reports.csv").reports
    reader = load_reader(ReaderConfig())
    for chunk in chunks_of(reports):
        for outcome in read_chunk(chunk, reader):
            if outcome.reading is None:
                raise SystemExit(f"{outcome.report.report_id}: {outcome.failure}")
            yield outcome.report, outcome.reading.events


def judge(
    report: Report, events: Sequence[Event], marks: Sequence[dict[str, str]]
) -> tuple[list[Verdict], list[Event]]:
    """The values of the marked events, and the events that nobody marked."""
    left = list(events)
    verdicts: list[Verdict] = []
    for mark in marks:
        event = the_event(report, left, mark)
        verdicts.append(Verdict("found", event is not None, mark["words"], mark["type"], None))
        if event is not None:
            left.remove(event)
        verdicts += values(event, mark)
    return verdicts, left


def the_event(report: Report, events: Sequence[Event], mark: dict[str, str]) -> Optional[Event]:
    """The event of a wanted type whose trigger is nearest to the marked words."""
    start = report.text.find(mark["words"])
    if start < 0:
        raise SystemExit(f"{report.report_id} does not hold “{mark['words']}”")
    end = start + len(mark["words"])

    def gap(event: Event) -> int:
        trigger = event.tellings[0].trigger
        return max(trigger.start - end, start - trigger.end, 0)

    fitting = [
        event for event in events if event.event_type.value in mark["type"].split("|") and gap(event) <= NEAR
    ]
    return min(fitting, key=gap, default=None)


def values(event: Optional[Event], mark: dict[str, str]) -> Iterator[Verdict]:
    """Whether the values of an event are as marked; all are wrong of an event that was not found."""

    def verdict(field: str, is_right: bool, told: object) -> Verdict:
        return Verdict(field, is_right, mark["words"], mark[field], None if event is None else str(told))

    when = None if event is None else event.when
    if mark["date"]:
        is_right = any(fits(when, wanted) for wanted in mark["date"].split("|"))
        yield verdict("date", is_right, when and when.edtf)
    if mark["place"]:
        names = names_of(event)
        is_right = any(plain(wanted) in names for wanted in mark["place"].split("|"))
        yield verdict("place", is_right, sorted(names))
    for field, attribute in FIGURES.items():
        count = None if event is None else getattr(event, attribute)
        best = None if count is None else count.best
        if mark[field] or best is not None:
            yield verdict(field, best == (int(mark[field]) if mark[field] else None), best)
    if mark["actor1"]:
        acting = [plain(name) for name in (event.actor1 if event else ())]
        yield verdict("actor1", any(plain(mark["actor1"]) in name for name in acting), acting)
    if event is not None:
        wanted = (mark["assertion"] or "occurred|claimed").split("|")
        yield verdict("assertion", event.assertion.value in wanted, event.assertion.value)


def fits(when: Optional[TimeSpan], wanted: str) -> bool:
    """Whether a time is the wanted day or month, or lies between the wanted ends."""
    if when is None or when.start is None:
        return False
    first, _, last = wanted.partition("/")
    start, end = first_moment(first), after(last or first)
    if last:
        return start <= when.start < end and (when.end is None or when.end <= end + SEVERAL_DAYS)
    night = timedelta(hours=12)  # a night belongs to the day on which it begins
    return start <= when.start and when.end is not None and when.end <= end + night and when.start < end


def first_moment(wanted: str) -> datetime:
    year, month, day = (int(part) for part in f"{wanted}-01-01".split("-")[:3])
    return datetime(year, month, day)


def after(wanted: str) -> datetime:
    """The moment after a wanted day, month or year."""
    start = first_moment(wanted)
    if wanted.count("-") == 2:
        return start + timedelta(days=1)
    if wanted.count("-") == 1:
        return (start + timedelta(days=31)).replace(day=1)
    return start.replace(year=start.year + 1)


def names_of(event: Optional[Event]) -> set[str]:
    """The names of an event's place, plainly written; a country's event has the country's name."""
    if event is None or event.where is None:
        return set()
    given = (event.where.name, event.place_text)
    return {plain(part) for name in given for part in (name, name.split(",")[0])} - {""}


def plain(name: str) -> str:
    """A name without case, accents and punctuation."""
    bare = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z0-9]+", bare.replace("'", "")))


def described(event: Event) -> str:
    """An event in a line."""
    when = event.when.edtf if event.when else "undated"
    where = event.where.name if event.where else "nowhere"
    return f"{event.event_type.value} “{event.tellings[0].trigger_text}”, {when}, {where}, {event.assertion.value}"


if __name__ == "__main__":
    main()
