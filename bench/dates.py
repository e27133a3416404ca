"""Measure what dates cost: reading time expressions and linking them to events, beside the bare parse.

    python bench/dates.py [--times 8] [--json FILE]

The sample reports are read several times over. The share is the processor time that dates
take over that of the parse.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from cpu import cpu_seconds
from event_timeline.reading.documents import open_documents
from event_timeline.reading.events.triggers import find_triggers
from event_timeline.reading.language_model import load_model, parse
from event_timeline.reading.times.link import link_times
from event_timeline.reading.times.timexes import find_timexes

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=8, help="how often the sample reports are read")
    parser.add_argument("--json", type=Path, help="write the figures here too")
    options = parser.parse_args()

    model = load_model()
    reports = list(open_documents([SEEDS]).reports) * options.times
    n_words = sum(len(report.text.split()) for report in reports)
    documents = list(parse(reports, model))
    timexes = [find_timexes(parsed) for parsed in documents]
    triggers = [find_triggers(parsed, (), found) for parsed, found in zip(documents, timexes)]

    parse_s, timexes_s, link_s = cpu_seconds(
        {
            "parse": lambda: list(parse(reports, model)),
            "time expressions": lambda: [find_timexes(parsed) for parsed in documents],
            "dates of events": lambda: [link_times(*given) for given in zip(documents, timexes, triggers)],
        }
    ).values()
    figures = {
        "words": n_words,
        "expressions": sum(map(len, timexes)),
        "parse_words_per_s": round(n_words / parse_s),
        "timexes_words_per_s": round(n_words / timexes_s),
        "link_words_per_s": round(n_words / link_s),
        "timexes_share": round(timexes_s / parse_s, 3),
        "share": round((timexes_s + link_s) / parse_s, 3),
    }
    print(f"{'step':24}{'words/s':>10}{'of the parse':>14}")
    for step, seconds in (("parse", parse_s), ("time expressions", timexes_s), ("dates of events", link_s)):
        print(f"{step:24}{n_words / seconds:>10,.0f}{seconds / parse_s:>14.1%}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
