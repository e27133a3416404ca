"""Expressions that stand side by side and mean one time: "10 a.m. Tuesday", "the first week of May", "late 2015"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .compound import AtAnEnd, Containing, InYear, Modified, Nth, SevenDays, is_date
from .counted import Shifted
from .expression import Expression
from .lexemes import LexedText
from .named import Absolute, Weekday, Yearless
from .patterns import Piece
from .period import Unit
from .time_of_day import Clock
from .vocabulary import WORDS

Named = tuple[Piece, str]

_BETWEEN_PART_AND_YEAR = {(), (",",), ("of",), ("in",)}
_BETWEEN_CLOCK_AND_DATE = {
    (),
    (",",),
    ("on",),
    ("of",),
    ("on", "the"),
    ("in",),
    ("local", "time"),
    ("time",),
    ("local", "time", "on"),
}
_OF = {("of",), ("in",), ("of", "the"), ("in", "the")}
_BETWEEN_DATE_AND_CLOCK = {
    (),
    (",",),
    ("at",),
    ("in", "the"),
    (",", "at"),
    ("at", "about"),
    ("at", "around"),
    ("in",),
    ("around",),
}
# "The week of March 6" holds that day; "the week ending 9 March" ends with it.
_BETWEEN_WEEK_AND_DAY: dict[tuple[str, ...], Callable[[Expression], Expression]] = {
    ("of",): lambda day: Containing(Unit.WEEK, day),
    **{(word,): lambda day: SevenDays(day, is_end=True) for word in ("ending", "ended", "to")},
    **{(word,): lambda day: SevenDays(day, is_end=False) for word in ("beginning", "starting", "from")},
}
_JOINING = frozenset(("and", "to", "-", "or", ",", "until", "through", "early", "late", "mid", "the"))
_PARTS_OF_YEARS = frozenset((Unit.DAY, Unit.MONTH, Unit.SEASON, Unit.QUARTER))
_MODIFIERS = {
    **dict.fromkeys(WORDS["STARTING"].split(), "START"),
    **dict.fromkeys(WORDS["ENDING"].split(), "END"),
}
_MODIFIERS.update(dict.fromkeys(WORDS["MIDDLE"].split(), "MID"))
_ADVERBS = {"early": "START", "late": "END", "mid": "MID", "beginning": "START"}


def compose(found: list[Named], lexed: LexedText) -> list[Named]:
    """Neighbours joined, then modifiers taken in; order and rule names are kept."""
    joined: list[Named] = []
    for item in _with_years(found, lexed):
        if joined:
            united = _united(joined[-1], item, lexed)
            if united is not None:
                joined[-1] = united
                continue
        joined.append(item)
    taken = {number for piece, _ in joined for number in range(piece.first, piece.end)}
    return [(_modified(piece, lexed, taken), name) for piece, name in joined]


def _with_years(found: list[Named], lexed: LexedText) -> list[Named]:
    """The year of a date for those joined to it before: "from October to March 1945", "May 3 and June 5, 1990"."""
    given = list(found)
    for number in range(len(given) - 2, -1, -1):
        (piece, name), (following, _) = given[number], given[number + 1]
        part, told = piece.expression, following.expression
        between = [lexeme.word for lexeme in lexed.lexemes[piece.end : following.first]]
        if not isinstance(part, Yearless) or part.shift is not None or not isinstance(told, Absolute):
            continue
        if between == ["("] and told.period.unit is Unit.YEAR:  # "3 March (2015)"
            given[number] = (
                Piece(piece.first, piece.end, Absolute(part.in_year(told.period.start_year))),
                name,
            )
            continue
        if (
            not between
            or len(between) > 3
            or not set(between) <= _JOINING
            or told.period.unit not in _PARTS_OF_YEARS
        ):
            continue
        period = part.in_year(told.period.start_year)
        if period.first_day > told.period.first_day:
            period = part.in_year(told.period.start_year - 1)
        given[number] = (Piece(piece.first, piece.end, Absolute(period)), name)
    return given


def _united(left: Named, right: Named, lexed: LexedText) -> Named | None:
    (a, a_rule), (b, b_rule) = left, right
    between = tuple(lexeme.word for lexeme in lexed.lexemes[a.end : b.first])
    if len(between) > 3:
        return None
    one, other = a.expression, b.expression
    if isinstance(one, (Nth, AtAnEnd)) and one.of is None and between in _OF and is_date(other):
        is_running = isinstance(other, Shifted) and other.count == 0  # "the last days of the year"
        if isinstance(one, Nth) or not is_running:
            return Piece(a.first, b.end, replace(one, of=other)), a_rule
    is_year = isinstance(other, Shifted) and other.unit is Unit.YEAR
    if is_year and isinstance(one, Yearless) and one.shift is None and between in _BETWEEN_PART_AND_YEAR:
        return Piece(a.first, b.end, InYear(one, other)), b_rule
    is_week = isinstance(one, Shifted) and one.unit is Unit.WEEK and one.count == 0
    if is_week and between in _BETWEEN_WEEK_AND_DAY and isinstance(other, (Absolute, Yearless, Weekday)):
        return Piece(a.first, b.end, _BETWEEN_WEEK_AND_DAY[between](other)), a_rule
    if isinstance(one, Clock) and one.on is None and between in _BETWEEN_CLOCK_AND_DATE and is_date(other):
        return Piece(a.first, b.end, replace(one, on=other)), a_rule
    if is_date(one) and isinstance(other, Clock) and other.on is None and between in _BETWEEN_DATE_AND_CLOCK:
        return Piece(a.first, b.end, replace(other, on=one)), b_rule
    return None


def _modified(piece: Piece, lexed: LexedText, taken: set[int]) -> Piece:
    """Take in "early", "mid-", "the end of" before a date."""
    expression: Expression = piece.expression
    if not is_date(expression) or isinstance(expression, Modified):
        return piece
    first = piece.first
    share = 3
    words = [lexed.lexemes[i].word if i >= 0 and i not in taken else "" for i in range(first - 4, first)]
    if words[3] in _ADVERBS and words[3] != "beginning":
        reach, modifier = 1 + (words[2] == "the"), _ADVERBS[words[3]]
    elif (words[3] == "in" and words[2] in ("early", "late")) or (words[3] == "-" and words[2] in _ADVERBS):
        reach, modifier = 2, _ADVERBS[words[2]]
    elif words[3] == "of" and words[2] in _MODIFIERS:
        reach, modifier, share = 2 + (words[1] == "the"), _MODIFIERS[words[2]], 6
    elif words[3] == "the" and words[2] == "of" and words[1] in _MODIFIERS:
        reach, modifier, share = 3 + (words[0] == "the"), _MODIFIERS[words[1]], 6
    else:
        lead = lexed.lexemes[first].word
        if lead in ("early", "late") and piece.end - first > 1 and isinstance(expression, Shifted):
            return Piece(first, piece.end, Modified(expression, _ADVERBS[lead]))
        return piece
    if modifier == "MID":
        share = 3
    return Piece(first - reach, piece.end, Modified(expression, modifier, share))
