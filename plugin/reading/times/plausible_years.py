"""Whether a bare number is a year: "in 2013 ten countries signed", not "2013 soldiers", "flight 1549", "2011-07-S"."""

from __future__ import annotations

import re

from ..closed_classes import PLURAL
from .lexemes import Lexeme
from .match import Match
from .vocabulary import WORDS

LEADS = frozenset(WORDS["LEAD"].split())
MONEY = frozenset("$£€#&%")
_NUMBERED = MONEY | {"no", "number", "flight", "room"}  # "flight 1549"
_LEADS_OF_YEARS = frozenset("in since by until of from late early before after during".split())
_FIRM_LEADS_OF_YEARS = frozenset(("in", "since", "during", "until"))
_NUMBERING = re.compile(r"\d{1,3}-|[A-Z]{1,2}[-\d]")
_OLDEST_SHORT = 20  # '20 is a year without a word before it, '05 is not


def is_a_year(match: Match) -> bool:
    """Whether a number that stands alone is a year."""
    return not is_numbering(match) and _is_told_as_a_year(match)


def is_numbering(match: Match) -> bool:
    """Whether a figure goes on after a hyphen: "2011-07-S-070"."""
    after = match.after
    if after is None or after.word != "-" or after.start != match.last.end:
        return False
    return _NUMBERING.match(match.written.text, after.end) is not None


def _is_told_as_a_year(match: Match) -> bool:
    year, written = match.last, match.written
    if year.shape == "twentieth":
        return int(year.word[1:]) >= _OLDEST_SHORT or match.is_behind(LEADS)
    if match.is_behind(_NUMBERED) or match.is_before(MONEY):
        return False
    is_usual = 1900 <= year.number <= 2050
    is_led = match.is_behind(_FIRM_LEADS_OF_YEARS) and is_usual
    if match.after is not None and match.after.shape and not is_led:
        return False  # but "in 2013 ten countries signed"
    if "," in year.word:
        return False
    if match.before is not None and _is_name(match, match.before):
        # a model's number, unless it may be this year's edition of something
        return written.published is not None and abs(year.number - written.published.year) <= 1
    token = match.token
    is_counted = token.dep_ == "nummod" and token.head.tag_ in PLURAL and token.head.i > token.i
    has_lead = match.is_behind(_LEADS_OF_YEARS)
    is_near_others = written.is_near_its_years(year.number)
    if is_counted and not has_lead and not is_near_others:
        return is_usual and token.ent_type_ == "DATE"
    return is_usual or (has_lead and not is_counted) or is_near_others


def _is_name(match: Match, word: Lexeme) -> bool:
    written = match.written
    return (
        not word.shape
        and word.word not in LEADS
        and written.is_capital(word)
        and written.token(word).pos_ == "PROPN"
    )
