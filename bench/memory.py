"""Measure whether memory stays flat: peak memory and speed of `event-timeline extract` over many reports.

    python bench/memory.py [--reports 1000 3000 10000] [--jobs N] [--json FILE]

The reports are made up from the sentences below, always the same ones: some tell of the same thing, and each has names
that no other has, as news does. Every number of reports is read by a process of its own; the figure is that of its
largest process, which without `--jobs` is the only one. What grows is told for a report and for an event: the ids of
reports, numbers that tell where things lie, and caches of names that fill.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from event_timeline.layers.reader import EventFile

FIRST_DAY = date(2021, 1, 4)
PER_DAY = 12  # reports of a day; among so many some tell of the same
TOWNS = (
    "Herat Kandahar Kunduz Ghazni Jalalabad Mosul Kirkuk Basra Aleppo Homs Aden Taiz Tripoli Benghazi Gao Timbuktu Goma"
    " Bukavu Maiduguri Kano Juba Malakal Mogadishu Kismayo Khartoum Kharkiv Odesa Kherson Peshawar Quetta"
).split()
GROUPS = ("Gunmen", "Rebels", "Militants", "Soldiers", "Police officers", "Armed men on motorcycles")
LEADS = (
    "{group} attacked a {target} in {town} on {weekday}, killing {n} people, officials said.",
    "A bomb exploded near a {target} in {town} on {weekday} and wounded {n} people.",
    "Police arrested {n} men in {town} on {weekday} after a raid on a {target}.",
    "Thousands of people marched through {town} on {weekday} to protest against the price of bread.",
    "{n} people were kidnapped from a {target} outside {town} on {weekday}, {person} said.",
)
DETAILS = (
    "{person}, who heads the provincial council, said that the town was calm by evening.",
    "The interior minister, {person}, will visit {town} next week.",
    "Two days earlier, troops had shelled a village north of {other}.",
    "{person} told reporters that {n} families had fled to {other}.",
    "Talks between the government and {person} were held in {other} last month.",
    "It was the second attack in {town} since January.",
    "Nobody claimed responsibility, and {person} denied that his men had taken part.",
    "Roads between {town} and {other} were closed, and shops stayed shut.",
)
TARGETS = ("market", "police station", "school", "bus station", "bakery", "checkpoint", "warehouse")
BEGINNINGS = (
    "Ab Ber Cor Dal Es Far Gul Ham Is Jor Kam Lor Mar Nas Or Pas Qad Rah Sal Tor Us Vas Wal Yas Zar".split()
)
ENDINGS = "adan elik ino ovar umek ashti endo iral ukan imov arez".split()


@dataclass(frozen=True)
class Figures:
    """What reading so many reports took."""

    reports: int
    words: int
    events: int
    file_mb: float
    peak_mb: float
    seconds: float


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, nargs="+", default=[1000, 3000, 10_000], metavar="N")
    parser.add_argument("--jobs", type=int, default=1, help="number of processes that read (default: 1)")
    parser.add_argument("--json", type=Path, help="write the figures here too")
    options = parser.parse_args()
    found = []
    for n in options.reports:
        found.append(measured(n, options.jobs))
        print(line(found[-1]), flush=True)
    if len(found) > 1:
        first, last = found[0], found[-1]
        grown, events = last.peak_mb - first.peak_mb, last.events - first.events
        print(
            f"From {first.reports:,} to {last.reports:,} reports memory grows by {grown:,.0f} MB: "
            f"{grown * 1e6 / (last.reports - first.reports):,.0f} bytes for a report, "
            f"{grown * 1e6 / events:,.0f} for an event."
        )
    if options.json:
        options.json.write_text(json.dumps([asdict(one) for one in found], indent=1) + "\n", encoding="utf-8")


def measured(n: int, jobs: int) -> Figures:
    """Make so many reports, read them in a process of their own, and ask the system what it took."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "events.gpkg"
        (Path(folder) / "reports").mkdir()
        n_words = 0
        for number in range(n):
            text = report(number)
            n_words += len(text.split())
            (Path(folder) / "reports" / f"{number:06}.txt").write_text(text, encoding="utf-8")
        code = "import sys; from event_timeline.cli import main; sys.exit(main())"
        command = [sys.executable, "-c", code, "extract", str(Path(folder) / "reports"), "-o", str(target)]
        began = time.monotonic()
        process = subprocess.Popen(
            [*command, "--jobs", str(jobs), "--progress", "none"], stdout=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - began
        if process.returncode:
            raise SystemExit(f"extract ended with code {process.returncode}")
        file = EventFile(target)
        n_events = len(file.events()) + len(file.undated())
        return Figures(
            n, n_words, n_events, target.stat().st_size / 1e6, usage.ru_maxrss * 1024 / 1e6, seconds
        )


def report(number: int) -> str:
    """A report of a few sentences; of those of one day some tell of the same thing."""
    day = FIRST_DAY + timedelta(days=number // PER_DAY)
    told = random.Random(f"event {number // PER_DAY} {number % PER_DAY // 2}")
    own = random.Random(f"report {number}")
    values = {
        "group": told.choice(GROUPS),
        "target": told.choice(TARGETS),
        "town": told.choice(TOWNS),
        "n": told.randint(2, 40),
        "weekday": f"{day - timedelta(days=1):%A}",
    }
    lead = told.choice(LEADS).format(person=_person(own), **values)
    sentences = [
        detail.format(person=_person(own), other=own.choice(TOWNS), **values)
        for detail in own.sample(DETAILS, 3)
    ]
    return f"{values['town'].upper()}, {day:%d %B %Y} - {lead}\n\n" + " ".join(sentences) + "\n"


def line(figures: Figures) -> str:
    """The figures as a person reads them."""
    return (
        f"{figures.reports:>7,} reports {figures.words:>9,} words {figures.events:>7,} events"
        f" {figures.file_mb:>7,.1f} MB file {figures.peak_mb:>7,.0f} MB peak {figures.seconds:>7,.0f} s"
        f" {figures.reports / figures.seconds:>6.1f} reports/s"
    )


def _person(chance: random.Random) -> str:
    return " ".join(chance.choice(BEGINNINGS) + chance.choice(ENDINGS) for _ in range(2))


if __name__ == "__main__":
    main()
