"""What a time axis says: ticks in two rows, a range of time in words, never "00:00:00".

Unlike `wording`, which puts an event's date into words, this speaks of milliseconds, in any millennium.
"""

from __future__ import annotations

from typing import NamedTuple

from .calendar import (
    DAY_MS,
    HOUR_MS,
    MINUTE_MS,
    Moment,
    Step,
    TimeRange,
    Unit,
    edges,
    finest_step,
    moment_of,
    weekday_of,
)
from .chosen_window import ChosenWindow, Mode
from .wording import MONTHS

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Tick(NamedTuple):
    """A mark on the axis with its label."""

    ms: int
    label: str


class Ticks(NamedTuple):
    """Two rows of marks: the lower names what the upper leaves out ("Jul Aug Sep" over "2016").

    The first of `major` may lie before the axis begins: its label then belongs at the axis's left end.
    """

    step: Step
    minor: tuple[Tick, ...]
    major: tuple[Tick, ...]


def ticks(view: TimeRange, width_px: float, label_px: float = 56.0, first_weekday: int = 0) -> Ticks:
    """Marks on calendar boundaries, the labels of a row about `label_px` apart or more."""
    step = finest_step(view.length, max(width_px / label_px, 1)).with_weeks_from(first_weekday)
    above = _row_below(step)
    inside = [int(ms) for ms in edges(view, step) if view.start <= ms < view.end]
    minor = tuple(Tick(ms, _minor_label(moment_of(ms), step)) for ms in inside)
    if above is None:
        return Ticks(step, minor, ())
    majors = [int(ms) for ms in edges(view, above) if ms < view.end]
    return Ticks(step, minor, tuple(Tick(ms, _major_label(moment_of(ms), above)) for ms in majors))


def _row_below(step: Step) -> Step | None:
    if step.unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR):
        return Step(Unit.DAY)
    if step.unit in (Unit.DAY, Unit.WEEK):
        return Step(Unit.MONTH)
    return Step(Unit.YEAR) if step.unit is Unit.MONTH else None


def _minor_label(moment: Moment, step: Step) -> str:
    if step.unit is Unit.SECOND:
        return f"{_clock(moment.ms)}:{moment.ms // 1000 % 60:02d}"
    if step.unit in (Unit.MINUTE, Unit.HOUR):
        return _clock(moment.ms)
    if step.unit in (Unit.DAY, Unit.WEEK):
        return str(moment.day)
    return MONTHS[moment.month - 1][:3] if step.unit is Unit.MONTH else year_in_words(moment.year)


def _major_label(moment: Moment, step: Step) -> str:
    if step.unit is Unit.DAY:
        return f"{moment.day} {MONTHS[moment.month - 1][:3]} {year_in_words(moment.year)}"
    if step.unit is Unit.MONTH:
        return f"{MONTHS[moment.month - 1][:3]} {year_in_words(moment.year)}"
    return year_in_words(moment.year)


def _clock(ms_of_day: int) -> str:
    minutes = ms_of_day // MINUTE_MS
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def year_in_words(year: int) -> str:
    """``2018``; ``44 BC`` for the astronomical year -43; ``66 million BC``."""
    if year > 0:
        return str(year)
    before = 1 - year
    if before >= 1_000_000:
        return f"{before / 1_000_000:.3g} million BC"
    return f"{before:,} BC".replace(",", " ") if before >= 10_000 else f"{before} BC"


def date_in_words(ms: int, with_weekday: bool = False) -> str:
    """``27 January 2018``, with a time of day unless it is midnight; `with_weekday` adds ``, Saturday``."""
    moment = moment_of(ms)
    words = f"{moment.day} {MONTHS[moment.month - 1]} {year_in_words(moment.year)}"
    if moment.ms:
        words += f", {_clock(moment.ms)}" + (
            f":{moment.ms // 1000 % 60:02d}" if moment.ms % MINUTE_MS else ""
        )
    return f"{words}, {WEEKDAYS[weekday_of(ms)]}" if with_weekday else words


def range_in_words(span: TimeRange, short: bool = False) -> str:
    """A range in words, as exact as it is: ``2018``, ``March 2024``, ``4–10 March 2024``.

    Times of day are given where an end is not a midnight: ``27 January 2018, 14:00–15:00``. `short` cuts
    months to three letters. The last day named is the last one inside.
    """
    first, past, last = moment_of(span.start), moment_of(span.end), moment_of(span.end - 1)
    if first.ms or past.ms:
        return _hours_in_words(span, short)
    if _starts_month(first) and _starts_month(past):
        if first.month == past.month == 1:
            return _joined(year_in_words(first.year), year_in_words(last.year))
        months = _month(first, short), _month(last, short)
        if first.year != last.year:
            return f"{months[0]} {year_in_words(first.year)} – {months[1]} {year_in_words(last.year)}"
        return f"{_joined(*months, dash=' – ')} {year_in_words(first.year)}"
    year = year_in_words(last.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{_joined(str(first.day), str(last.day))} {_month(first, short)} {year}"
    start = f"{first.day} {_month(first, short)}"
    if first.year != last.year:
        start += f" {year_in_words(first.year)}"
    return f"{start} – {last.day} {_month(last, short)} {year}"


def window_in_words(chosen: ChosenWindow, short: bool = False) -> str:
    """What is chosen: ``4–10 March 2024``, or with an open end ``until 10 March 2024``, ``from 4 March 2024 on``.

    `short` cuts months to three letters.
    """
    if chosen.mode is Mode.CUMULATIVE:
        return f"until {_moment_in_words(chosen.window.end, short, is_end=True)}"
    if chosen.mode is Mode.ONWARD:
        return f"from {_moment_in_words(chosen.window.start, short)} on"
    return range_in_words(chosen.window, short)


def _moment_in_words(ms: int, short: bool, is_end: bool = False) -> str:
    """A day, as an end the last one inside; a time of day where it is not midnight."""
    day = ms // DAY_MS * DAY_MS
    if day != ms:
        return date_in_words(ms)
    if is_end:
        day -= DAY_MS
    return range_in_words(TimeRange(day, day + DAY_MS), short)


def _hours_in_words(span: TimeRange, short: bool) -> str:
    def at(ms: int) -> str:
        moment = moment_of(ms)
        words = _clock(moment.ms)
        return f"{words}:{moment.ms // 1000 % 60:02d}" if span.length < MINUTE_MS * 5 else words

    def day(ms: int) -> str:
        moment = moment_of(ms)
        return f"{moment.day} {_month(moment, short)} {year_in_words(moment.year)}"

    if span.start // DAY_MS == (span.end - 1) // DAY_MS:
        end = "24:00" if span.end % DAY_MS == 0 else at(span.end)
        return f"{day(span.start)}, {at(span.start)}–{end}"
    return f"{day(span.start)}, {at(span.start)} – {day(span.end)}, {at(span.end)}"


def _month(moment: Moment, short: bool) -> str:
    name = MONTHS[moment.month - 1]
    return name[:3] if short else name


def _starts_month(moment: Moment) -> bool:
    return moment.day == 1


def _joined(a: str, b: str, dash: str = "–") -> str:
    return a if a == b else f"{a}{dash}{b}"


def length_in_words(span: TimeRange) -> str:
    """``7 days``, ``2 months``, ``3 hours``: in the longest unit that fits without a rest."""
    first, past = moment_of(span.start), moment_of(span.end)
    if not first.ms and not past.ms and first.day == past.day:
        months = (past.year - first.year) * 12 + past.month - first.month
        if months and months % 12 == 0:
            return _number(months // 12, "year")
        if months > 24:
            return f"{_number(months // 12, 'year')} {_number(months % 12, 'month')}"
        if months:
            return _number(months, "month")
    for ms, unit in ((DAY_MS, "day"), (HOUR_MS, "hour"), (MINUTE_MS, "minute")):
        if span.length % ms == 0:
            return _number(span.length // ms, unit)
    if span.length > DAY_MS:
        return f"{span.length / DAY_MS:.1f} days"
    return _number(max(1, span.length // 1000), "second")


def _number(n: int, unit: str) -> str:
    return f"{n:,} {unit}{'' if n == 1 else 's'}".replace(",", " ")


def bin_in_words(start: int, step: Step) -> str:
    """The bar that begins at `start`: ``12 March 2024``, ``March 2024``, ``11–17 March 2024``."""
    ms_edges = edges(TimeRange(start, start + 1), step)
    return range_in_words(TimeRange(int(ms_edges[0]), int(ms_edges[1])))
