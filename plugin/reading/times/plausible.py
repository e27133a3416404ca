"""Whether a match of the grammar is a time in its sentence, or a name, a verb, a number: one test for each rule."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...core.report import Span
from ..closed_classes import POSSESSIVES
from ..parsed import ParsedDocument
from .expression import Side
from .lexemes import LexedText, Lexeme
from .match import Match, Written
from .patterns import Piece, Rule
from .plausible_years import LEADS, MONEY, is_a_year, is_numbering
from .tense import side_of
from .vocabulary import AMBIGUOUS, MONTH_ABBREVIATIONS, MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS

_ALL_MONTHS = {**MONTHS, **MONTH_ABBREVIATIONS}
_HYPHENED = ("mid-", "early-", "late-")
# "at 1930 local time", "at 1930 Friday"
_BEHIND_HOURS = frozenset(("local", *WEEKDAYS, *WEEKDAY_ABBREVIATIONS))
_HEAD_SIGN = re.compile(r"\.?\s?(?:[-:]\s|[-–—]{1,2}\s)")
_NAMED_DAYS = frozenset("good bloody black super cyber".split())  # "the Good Friday Agreement"
_PEOPLE = frozenset("son daughter baby girl boy child infant toddler twin puppy be".split())
_FIRM_LEADS = frozenset("on last next this by until since from".split())
_LEADS_OF_FALL = frozenset("in by since until throughout during last next this".split())
_SMALL = frozenset(("early", "late", "small", "wee"))  # "the early hours"
_OTHER_WORDS = frozenset(("may", "march", "sun", "sat"))  # names of days and months that are also other words
_SPLIT_SECONDS = frozenset(("second", "minute", "min", "sec"))
_TITLES = frozenset(("Minutes", "Hours", "Seconds"))
_UNITS_OF_AGE = frozenset(("day", "week", "month"))


class Plausible:
    """Looks at the words and tags around the matches of a text."""

    def __init__(self, parsed: ParsedDocument, text: str) -> None:
        self._written = Written(parsed, text)

    def __call__(self, rule: Rule, lexed: LexedText, piece: Piece) -> bool:
        """Whether a match stands."""
        test = TESTS.get(rule.name)
        return test is None or test(Match.of(self._written, lexed, piece))


def _is_a_name_of_time(match: Match) -> bool:
    """Whether a month or weekday that stands alone is one: "on Friday", "May: ..."; not "Good Friday", "march"."""
    name, written = match.first, match.written
    if match.before is not None and match.before.word in _NAMED_DAYS and written.is_capital(match.before):
        return False
    is_verb = written.token(name).tag_ in ("VB", "VBD", "MD")
    is_hyphened = written.text[: name.start].lower().endswith(_HYPHENED)  # "mid-May"
    has_lead = is_hyphened or match.is_behind(LEADS)
    if name.word in MONTH_ABBREVIATIONS or name.word in WEEKDAY_ABBREVIATIONS:
        is_led = match.is_behind(_FIRM_LEADS) or (
            match.is_behind(("in",)) and name.word in MONTH_ABBREVIATIONS
        )
        is_dotted = len(match.lexemes) > 1
        is_verb = is_verb or written.token(name).tag_ == "VBZ"
        return written.is_capital(name) and (is_led or is_dotted) and not is_verb
    if _heads_a_line(written, name):
        return written.is_capital(name)
    if name.word in AMBIGUOUS:
        return written.is_capital(name) and has_lead and not is_verb
    return written.is_capital(name) or has_lead


def _heads_a_line(written: Written, name: Lexeme) -> bool:
    """As in "March - Rebels took the town", "May: ..."."""
    start = written.text.rfind("\n", 0, name.start) + 1
    opens = not written.text[start : name.start].strip(" \t*-")
    return opens and _HEAD_SIGN.match(written.text, name.end) is not None


def _is_a_season(match: Match) -> bool:
    """As in "in spring"; not "in a fall", "springs back", "Arab Spring"."""
    if match.last.shape:
        return True  # with its year
    if match.token.pos_ not in ("NOUN", "PROPN"):
        return False
    if match.last.word == "fall":
        has_word_of_its_own = len(match.lexemes) > 1 and match.first.word != "the"
        return has_word_of_its_own or match.is_behind(_LEADS_OF_FALL)
    return not (match.is_capital and _is_behind_a_capital(match))


def _is_behind_a_capital(match: Match) -> bool:
    return match.before is not None and match.written.is_capital(match.before)


def _is_a_decade(match: Match) -> bool:
    """Not an age or a sum: "in his 30s", "$20s"."""
    return not match.is_behind(MONEY | POSSESSIVES)


def _is_a_rate(match: Match) -> bool:
    """Whether "a week" tells how often or how much: "two flights a week"."""
    return match.first.word == "per" or (_is_a_unit(match) and _is_behind_what_is_counted(match))


def _is_one_unit(match: Match) -> bool:
    """Whether "a week" is a length of time: "it took a week"."""
    return match.first.word == "per" or (_is_a_unit(match) and not _is_behind_what_is_counted(match))


def _is_behind_what_is_counted(match: Match) -> bool:
    before = match.before
    if before is None or match.first.word not in ("a", "an"):
        return False
    return bool(before.shape) or before.word in MONEY or match.written.token(before).pos_ in ("NOUN", "NUM")


def _is_a_unit(match: Match) -> bool:
    """Not a verb, nor an adjective: "second thoughts", "a minute difference"."""
    if match.token.tag_ not in ("NN", "NNP"):
        return False
    return match.last.word not in _SPLIT_SECONDS or not match.is_before_tag("NOUN", "PROPN", "ADJ")


def _has_no_figure_before(match: Match) -> bool:
    """A figure before it is its own: of "two days later" the rule for a bare "later" has no part."""
    return match.before is None or not match.before.shape


def _is_current(match: Match) -> bool:
    """As in "the current talks"; not "my present"."""
    return match.token.dep_ == "amod" and not match.is_behind(("my", "your"))


def _is_a_days_length(match: Match) -> bool:
    """As in "a whole day", "visiting day": of a word before it, and not a figure."""
    before = match.before
    if before is None or before.shape:
        return False
    return match.written.token(before).pos_ in ("ADJ", "NOUN", "PROPN", "PRON")


def _is_a_counted_length(match: Match) -> bool:
    """Not an age ("37 years old", but "an eight-month-old truce"), a fraction ("three-quarters of"), a title."""
    lexemes = match.lexemes
    if match.last.word == "old" or match.is_before(("old",)):
        unit = match.last
        if unit.word == "old":
            unit = lexemes[-3 if lexemes[-2].word == "-" else -2]
        return unit.word in _UNITS_OF_AGE and match.token.head.lemma_.lower() not in _PEOPLE
    if match.first.shape and _is_of_a_title(match):
        return False
    if match.last.word not in ("quarter", "quarters"):
        return True
    return lexemes[-2].word != "-" and not match.is_before(("of",))


def _is_an_uncounted_length(match: Match) -> bool:
    """As in "for years"; not "the early hours", "years old", "the years 1955-57", "60 Minutes", "headquarters"."""
    if match.last.word == "quarters" or match.is_behind(_SMALL) or match.is_before(("old",)):
        return False
    if match.after is not None and match.after.shape == "year":
        return False
    return not (match.before is not None and match.before.shape and _is_of_a_title(match))


def _is_of_a_title(match: Match) -> bool:
    """As in "60 Minutes"."""
    return match.written.text[match.last.start : match.last.end] in _TITLES


def _is_a_part_of_day(match: Match) -> bool:
    """Not a greeting or a name: "good morning", "Saturday Night Live"."""
    if match.before is None:
        return True
    return match.before.word != "good" and not (match.is_capital and _is_behind_a_capital(match))


def _is_soon(match: Match) -> bool:
    """As in "will soon end"; not "as soon as", "soon ended"."""
    span = Span(match.first.start, match.last.end)
    return not match.is_behind(("as",)) and side_of(match.written.parsed, span) is not Side.PAST


def _is_no_other_word(match: Match) -> bool:
    return match.is_capital or match.last.word not in _OTHER_WORDS


def _is_a_day_of_month(match: Match) -> bool:
    """As in "on the 5th"; not "the 5th battalion"."""
    return not match.is_before_tag("NOUN", "PROPN", "ADJ")


def _begins_no_new_month(match: Match) -> bool:
    """Not where the day belongs to the month in front of it: "March 19-April 30"."""
    is_hyphened = len(match.lexemes) > 1 and match.lexemes[1].word == "-"
    return not (is_hyphened and match.is_behind(_ALL_MONTHS))


def _is_no_auxiliary(match: Match) -> bool:
    """As in "on the 5th and 6th of May"; not "the 5th may"."""
    return match.last.word != "may" or match.token.tag_ != "MD"


def _counts_nothing(match: Match) -> bool:
    """Whether four digits after "at" are an hour; not "at 1500 metres", "at 1930 Oak Street"."""
    if match.last.word.startswith("0") or match.is_before(_BEHIND_HOURS):
        return True
    return not (match.is_before(MONEY) or match.is_before_tag("NOUN", "PROPN", "ADJ", "NUM"))


TESTS: dict[str, Callable[[Match], bool]] = {
    "calendar/month": _is_a_name_of_time,
    "calendar/weekday": _is_a_name_of_time,
    "calendar/year": is_a_year,
    "calendar/years-short": lambda match: not is_numbering(match),
    "calendar/season": _is_a_season,
    "calendar/decade": _is_a_decade,
    "calendar/day-of-month": _is_a_day_of_month,
    "calendar/day-month-year": _begins_no_new_month,
    "calendar/days": _is_no_auxiliary,
    "clock/four-digits": _counts_nothing,
    "clock/part": _is_a_part_of_day,
    "length/one": _is_one_unit,
    "length/day": _is_a_days_length,
    "length/count": _is_a_counted_length,
    "length/plural": _is_an_uncounted_length,
    "length/vague": _is_an_uncounted_length,
    "relative/bare-later": _has_no_figure_before,
    "relative/bare-earlier": _has_no_figure_before,
    "relative/bare-ago": _has_no_figure_before,
    "relative/the-unit": _is_a_unit,
    "relative/named": _is_no_other_word,
    "relative/that-month": _is_no_other_word,
    "set/rate": _is_a_rate,
    "vague/current": _is_current,
    "vague/soon": _is_soon,
}
