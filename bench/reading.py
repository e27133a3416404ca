"""Measure reading: words per second of processor time from text to events, and its cost beside bare spaCy's.

    python bench/reading.py [--times 20] [--json FILE]

The sample reports are read several times over, each time with another first line, so that nothing is read twice.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cpu import cpu_seconds
from event_timeline.core.report import Report
from event_timeline.engine.batch import ReaderConfig, chunks_of, gathered, load_reader, read_chunk
from event_timeline.reading.documents import open_documents

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=12, help="how often the five sample reports are read")
    parser.add_argument("--json", type=Path, help="write the figures here too")
    options = parser.parse_args()

    began = time.perf_counter()
    reader = load_reader(ReaderConfig())
    load_s = time.perf_counter() - began
    reports = repeated(open_documents([SEEDS]).reports, options.times)
    n_words = sum(len(report.text.split()) for report in reports)

    def ours() -> None:
        gathered(outcome for chunk in chunks_of(reports) for outcome in read_chunk(chunk, reader))

    def bare_spacy() -> None:
        for _ in reader.model.nlp.pipe((report.text for report in reports), batch_size=16):
            pass

    ours()  # caches of names and words fill once in a program's life
    seconds = cpu_seconds({"ours": ours, "bare": bare_spacy})
    words_per_s, spacy_words_per_s = n_words / seconds["ours"], n_words / seconds["bare"]
    figures = {
        "words": n_words,
        "load_s": round(load_s, 2),
        "words_per_s": round(words_per_s),
        "spacy_words_per_s": round(spacy_words_per_s),
        "ratio": round(words_per_s / spacy_words_per_s, 3),
        "cost": round(seconds["ours"] / seconds["bare"], 3),
    }
    print(table(figures, reader.model.name))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def repeated(reports: Sequence[Report], times: int) -> list[Report]:
    """The reports several times over, as different reports."""
    return [
        replace(report, report_id=f"{n:03}-{report.report_id}", text=f"Edition {n}\n\n{report.text}")
        for n in range(times)
        for report in reports
    ]


def table(figures: dict[str, float], model: str) -> str:
    """The figures as a person reads them."""
    rows = [
        ("", "words/s", "cost"),
        ("text to events", f"{figures['words_per_s']:,}", f"{figures['cost']:.2f}"),
        (f"spaCy alone ({model})", f"{figures['spacy_words_per_s']:,}", "1.00"),
    ]
    lines = [f"{name:<36}{speed:>10}{ratio:>8}" for name, speed, ratio in rows]
    return "\n".join(
        [*lines, f"{figures['words']:,} words; model and gazetteer loaded in {figures['load_s']} s"]
    )


if __name__ == "__main__":
    main()
