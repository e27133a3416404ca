"""Measure places: what finding, resolving and linking place names costs beside the parse of the same texts.

    python bench/places.py [--times 8] [--json FILE]

The sample reports are read several times over. Fails nothing and judges nothing: it prints words per second of
processor time of each step and its share of the parse.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

from cpu import cpu_seconds
from event_timeline.gazetteer.gazetteer import Gazetteer
from event_timeline.reading.documents import open_documents
from event_timeline.reading.events.triggers import find_triggers
from event_timeline.reading.language_model import load_model, parse
from event_timeline.reading.places.link import link_places
from event_timeline.reading.places.toponyms import find_toponyms
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

    model, gazetteer = load_model(), Gazetteer.open()
    originals = open_documents([SEEDS]).reports
    reports = [replace(r, report_id=f"{n} {r.report_id}") for n in range(options.times) for r in originals]
    n_words = sum(len(report.text.split()) for report in reports)

    documents = list(parse(reports, model))
    found = [find_toponyms(document, gazetteer) for document in documents]
    timexes = [find_timexes(document) for document in documents]
    told = [find_triggers(*given) for given in zip(documents, found, timexes)]
    dated = [link_times(*given) for given in zip(documents, timexes, told)]

    seconds = cpu_seconds(
        {
            "parse": lambda: list(parse(reports, model)),
            "toponyms": lambda: [find_toponyms(document, gazetteer) for document in documents],
            "links": lambda: [
                link_places(document, toponyms, triggers, times, gazetteer)
                for document, toponyms, triggers, times in zip(documents, found, told, dated)
            ],
        }
    )
    figures: dict[str, float] = {"words": n_words}
    print(f"{n_words:,} words, {sum(map(len, found)):,} place names, {sum(map(len, told)):,} triggers")
    print(f"{'step':<10}{'words/s':>10}{'of parse':>10}")
    for step, spent in seconds.items():
        figures[f"{step}_words_per_s"] = round(n_words / spent)
        figures[f"{step}_share_of_parse"] = round(spent / seconds["parse"], 3)
        print(f"{step:<10}{n_words / spent:>10,.0f}{spent / seconds['parse']:>10.2f}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
