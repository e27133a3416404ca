"""Judge how reports are merged, on invented happenings that several papers tell, each in words of its own.

    python bench/papers.py [--wrong] [HAPPENING ...]

The papers stand in `bench/papers`, named by happening and paper; all are read, and merged together. `events.csv` says
what happened and `tellings.csv` which words tell it. Tellings that the reader does not find count for nothing here: how
single reports are read is what `bench/stories.py` measures. Pairs are of two papers. `--wrong` lists the events
that are drawn more than once, those that were taken for one, and those of a wrong date or place.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Optional

from event_timeline.core.event import Event
from event_timeline.engine.batch import ReaderConfig, chunks_of, load_reader, read_chunk
from event_timeline.reading.documents import open_documents
from event_timeline.reading.merge import merge
from stories import described, fits, names_of, plain, the_event

PAPERS = Path(__file__).resolve().parent / "papers"


@dataclass(frozen=True)
class Told:
    """Marked words that the reader found: which event they tell, and the merged event that holds them."""

    paper: str
    words: str
    event: str
    row: Event


@dataclass(frozen=True)
class Drawn:
    """What happened, and the merged events that tell it, the one with most of the marked words first."""

    event: str
    date: str
    place: str
    rows: tuple[Event, ...]

    @property
    def has_date(self) -> bool:
        return not self.date or any(fits(self.rows[0].when, wanted) for wanted in self.date.split("|"))

    @property
    def has_place(self) -> bool:
        names = names_of(self.rows[0])
        return not self.place or any(plain(wanted) in names for wanted in self.place.split("|"))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("happenings", nargs="*", help="names up to the hyphen; all, when none is given")
    parser.add_argument("--wrong", action="store_true", help="list the mistakes")
    options = parser.parse_args()
    marks = [
        mark
        for mark in table("tellings.csv")
        if not options.happenings or mark["report"].split("-")[0] in options.happenings
    ]
    told = tellings(marks)
    events = [drawn for row in table("events.csv") if (drawn := drawing(row, told)) is not None]
    mixed = mixed_rows(told)
    pairs = [(one, other) for one, other in combinations(told, 2) if one.paper != other.paper]
    together = [one.event == other.event for one, other in pairs if one.row is other.row]
    n_same = sum(one.event == other.event for one, other in pairs)
    print(f"tellings found  {len(told):4} of {len(marks)}")
    print(f"pairs merged    {sum(together):4} of {n_same} that tell one event")
    print(f"wrong pairs     {together.count(False):4} of {len(together)} that were merged")
    print(f"drawn once      {sum(len(drawn.rows) == 1 for drawn in events):4} of {len(events)} events")
    print(f"taken for one   {len(mixed):4} of {len({one.row.event_id for one in told})} merged events")
    print(f"date            {sum(drawn.has_date for drawn in events):4} of {len(events)}")
    print(f"place           {sum(drawn.has_place for drawn in events):4} of {len(events)}")
    if options.wrong:
        tell_mistakes(events, mixed, told)


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table beside the papers."""
    with (PAPERS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def tellings(marks: Sequence[Mapping[str, str]]) -> list[Told]:
    """The marked words that were found, in order of the marks; the papers are read and merged for them."""
    paths = [PAPERS / name for name in dict.fromkeys(mark["report"] for mark in marks)]
    reports = open_documents(paths, manifest=PAPERS / "reports.csv").reports
    texts = {report.report_id: report for report in reports}
    reader = load_reader(ReaderConfig())
    single: dict[str, tuple[Event, ...]] = {
        outcome.report.report_id: outcome.events
        for chunk in chunks_of(reports)
        for outcome in read_chunk(chunk, reader)
    }
    rows = {
        (telling.report_id, telling.trigger): row
        for row in merge(event for events in single.values() for event in events)
        for telling in row.tellings
    }
    told = []
    for mark in marks:
        event = the_event(texts[mark["report"]], single[mark["report"]], mark)
        if event is not None:
            row = rows[mark["report"], event.tellings[0].trigger]
            told.append(Told(mark["report"], mark["words"], mark["event"], row))
    return told


def drawing(event: Mapping[str, str], told: Sequence[Told]) -> Optional[Drawn]:
    """An event as it is drawn; None when nobody was found to tell it."""
    rows = [one.row for one in told if one.event == event["event"]]
    if not rows:
        return None
    by_words = dict(Counter(row.event_id for row in rows).most_common())
    found = {row.event_id: row for row in rows}
    return Drawn(event["event"], event["date"], event["place"], tuple(found[key] for key in by_words))


def mixed_rows(told: Sequence[Told]) -> list[Event]:
    """The merged events that tell several."""
    rows = {one.row.event_id: one.row for one in told}
    return [row for row in rows.values() if len({one.event for one in told if one.row is row}) > 1]


def tell_mistakes(events: Sequence[Drawn], mixed: Sequence[Event], told: Sequence[Told]) -> None:
    """List what was drawn twice, what was taken for one, and what stands at a wrong day or place."""

    def list_rows(rows: Sequence[Event]) -> None:
        for row in rows:
            print(f"  {described(row)}")
            for one in told:
                if one.row is row:
                    print(f"      {one.event}: {one.paper} “{one.words}”")

    for drawn in events:
        if len(drawn.rows) > 1:
            print(f"\n{drawn.event} is drawn {len(drawn.rows)} times")
            list_rows(drawn.rows)
    for row in mixed:
        print("\nTaken for one")
        list_rows([row])
    for drawn in events:
        if not drawn.has_date:
            print(f"\n{drawn.event} was on {drawn.date}")
            list_rows(drawn.rows[:1])
        if not drawn.has_place:
            print(f"\n{drawn.event} was in {drawn.place}")
            list_rows(drawn.rows[:1])


if __name__ == "__main__":
    main()
