"""Write ``docs/dates.md`` from the rules of the grammar: what is understood, and how it is read.

Run it after changing a rule: ``python scripts/document_dates.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path

from event_timeline.reading.times.expression import Anchors
from event_timeline.reading.times.patterns import Rule
from event_timeline.reading.times.period import Period
from event_timeline.reading.times.recognise import Recognised, recognise
from event_timeline.reading.times.rules import RULES

PAGE = Path(__file__).parent.parent / "docs" / "dates.md"
REPORT = Period.of_date(date(2018, 2, 21))
REFERENCE = Period.of_date(date(2018, 1, 20))

FAMILIES = {
    "calendar": "Dates that the words name",
    "feast": "Feasts and holidays",
    "clock": "Times of day",
    "relative": "Dates counted from another",
    "length": "Lengths of time",
    "set": "Sets of times",
    "vague": "Vague times",
}

INTRODUCTION = """\
# What is understood of dates

This page is written by `scripts/document_dates.py` from the rules themselves; a test fails when it has drifted.

Every expression gets a TIMEX3 value, a half-open interval where it has one, its EDTF, the name of the rule that read it
and a sentence saying why. The readings below are for a report of Wednesday 21 February 2018 that has just told of
20 January 2018.

* **The report's date** comes from the user, the table of reports, the text's own head (a dateline, a by-line, a title's
  bracket, "as of 12 March 2019"; of the days that a digest covers, "14-20 November 2020", the last), or the name of its
  file. Where these differ, or day and month could change places, reading says so. Without one nothing is
  guessed: "January 20" stays `XXXX-01-20`, "on Tuesday" stays without a day; both resolve when a date is given later.
* **The verb decides the side.** "They met on Tuesday" is the last Tuesday up to the report, the same day included;
  "they will meet on Tuesday" is the next. Where no verb decides, as where a date heads a note ("5 March: They meet"), a
  date without its year lies ahead only if that is much nearer.
* **"A week later", "the following day"** count from the date told before, not from the report.
* **Histories.** Where most dates told in full lie years before the report, and hardly any is told as news tells it ("on
  Tuesday"), dates without a year take that of the date
  told before; so do, anywhere, those within two months of a date told in full just before. In a chronicle, the year
  that heads a section is that of its dates.
* **Asides.** After a look years back, "a week earlier" and, in a new paragraph, "the same day" count from the news
  again. In the pluperfect, "on Tuesday" is the last one before the news. The day of telling moves no story.
* **Fuzzy stays fuzzy.** "Early March" and "late 2015" are the first and the last third of their unit; "the beginning of
  the year" is its first sixth. "Recently" is at most a month, marked as vague; "the last days of May" are up to seven.
* **Figures**: dots are day first (22.05.2017), slashes month first unless only day first is possible; where both are
  possible the reading says so and its score is low.
* **Before Christ** there is no `DATETIME`: the EDTF is kept (`-0479` is 480 BC) and the event stays undated.
* Seasons are those of the northern half of the earth; winter starts in December of its year. Weeks start on Monday.

* **Nights.** "During the night" and "shortly after midnight", told as past without a day, are of the night before the
  report. "After midnight on Tuesday" is at the beginning of Tuesday, "at midnight on Tuesday" at its end; "the night of
  3-4 March" ends at six.

A range of two dates ("3-7 March", "from 2014 to 2016") is read as two expressions; an event takes both ends. An event
that began "since 2015" has an open end, an "eight-month-old
truce" reaches from then to the report. What the perfect sums up since then ("has displaced thousands since May") ends
with the report's day, and so does what is told as over of a week or month that is still running ("was killed this
week"). The time for which somebody is punished lies ahead and dates nothing ("has been jailed for six years").

## Which date an event takes

The surer comes first, and the score of each says how sure it is:

1. **Its own**: the expression that the parse hangs on its noun ("the September 2016 drill"), then on its clause. The
   day of another noun ("rejected the results of Sunday's vote"), of a plan ("banned a march planned for Saturday") or
   of another deed ("freed the man kidnapped on Monday") is none of its own, nor that of what speaks of it ("said on
   Monday in response to air raids", "evidence from the bombing arrived on Monday", "was jailed on Monday for a
   robbery"). Grammar corrects the parse: a day
   right behind "said" is when it was said, the perfect takes no time that is over ("has sent a team to find a man
   kidnapped two years ago"), and "the May 7, 2015, bombing" is of that day.
2. **That of an event it is tied to**: "two months after ...", "five days before the talks", "during the talks", "fled
   after soldiers came", "the attack" that was told before, "the murder of Maria Lopez" told elsewhere of the same
   person; what is told next of when it was ("The incident happened on Saturday", "the crime committed on 5 May").
3. **That of the story**: what was told before, mostly of the same names and in the same paragraph. Only the story's own
   line counts. Relative clauses, the perfect and pluperfect, plans, and deeds that are only named ("in the wake of the
   May 7 bombings") lend their date to nothing else; the day on which somebody told of something is the last choice
   for a deed.
4. **The report's**, for what the simple past tells as news, for what people say of a deed of some days ago or tell
   reporters, and for words, meetings and aid that open a paragraph with other names. A state holds as of the news
   that tells it.
5. **Before the report** (`../2018-02-21`): what the words tell as over, but not since when: deeds that a noun names as
   known ("condemned the massacre"), that somebody is charged with, that the pluperfect tells, or the perfect behind the
   lead, those told only in a relative clause, those told as long over ("came 13 days after bombings"), and several of
   which only is told how far they lie apart ("two blasts, a week apart"). In the lead the perfect tells the news of
   the day ("a man has been jailed").
   What is told beside a day was over by then: "The mayor announced on Monday that gunmen attacked", "on Monday the
   minister resigned over the raid", "who had been kidnapped, was freed on Monday", "was found dead on Monday with a
   stab wound" are over by Monday (`../2018-02-19`). Such an event stands in `events_undated`, with its end.
"""


def page() -> str:
    """The whole page."""
    parts = [INTRODUCTION]
    for family, rules in groupby(sorted(RULES, key=_place), key=lambda rule: rule.name.split("/")[0]):
        parts.append(
            f"\n## {FAMILIES[family]}\n\n| rule | understands | example | value | EDTF |\n|---|---|---|---|---|\n"
        )
        parts.extend(_row(rule) for rule in rules)
    return "".join(parts)


def example_of(rule: Rule) -> Recognised:
    """What the rule's example is recognised as; ValueError when the rule does not read its own example."""
    for found in recognise(rule.example):
        if found.rule == rule.name:
            return found
    raise ValueError(f"{rule.name} does not read its own example '{rule.example}'")


def _place(rule: Rule) -> int:
    return list(FAMILIES).index(rule.name.split("/")[0])


def _row(rule: Rule) -> str:
    return f"| `{rule.name}` | {rule.doc} | {rule.example} | {', '.join(_readings(rule))} |\n"


def _readings(rule: Rule) -> Iterator[str]:
    anchors = Anchors(REPORT, reference=REFERENCE)
    resolved = example_of(rule).expression.resolve(replace(anchors))
    edtf = resolved.when.edtf if resolved.when else ""
    yield f"`{resolved.value}` | " + (f"`{edtf}`" if edtf else "")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
