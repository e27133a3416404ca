"""Whether a match of the grammar is a time in its sentence, or a name, a verb, a number."""

from __future__ import annotations

import re
from functools import cached_property

from ...core.report import Span
from ..parsed import ParsedDocument
from ..tokens import Token
from .expression import Side
from .lexemes import LexedText, Lexeme
from .patterns import Piece, Rule
from .tense import side_of
from .vocabulary import AMBIGUOUS, MONTH_ABBREVIATIONS, MONTHS, WEEKDAY_ABBREVIATIONS, WORDS

_LEADS = frozenset(WORDS["LEAD"].split())
_ALL_MONTHS = {**MONTHS, **MONTH_ABBREVIATIONS}
_MONTH_NAMES = "|".join(map(str.title, MONTHS))
_PLAIN_YEAR = re.compile(
    rf"\b(?:in|since|until|by|of|during|(?:{_MONTH_NAMES})(?: \d{{1,2}},)?) (1\d{{3}}|20\d\d)\b"
)
_NUMBERING = re.compile(r"\d{1,3}-|[A-Z]{1,2}[-\d]")
_HEAD_SIGN = re.compile(r"\.?\s?(?:[-:]\s|[-–—]{1,2}\s)")
_MONEY = frozenset("$£€#&%")
_NOT_BEFORE_DECADES = _MONEY | frozenset("his her their my your our its".split())  # "in his 30s"
_NAMED_DAYS = frozenset(
    "good bloody black super cyber".split()
)  # "the Good Friday Agreement", "Bloody Sunday"
_PEOPLE = frozenset("son daughter baby girl boy child infant toddler twin puppy be".split())
_YEARS_FOLLOW = frozenset(("in", "since", "during", "until"))
_FIRM_LEADS = frozenset("on last next this by until since from".split())
_YEAR_LEADS = _LEADS | frozenset("the of at as year fiscal ( , ; - : / a his her its their and or".split())


class Plausible:
    """Looks at the words and tags around a match."""

    def __init__(self, parsed: ParsedDocument, text: str) -> None:
        self._parsed = parsed
        self._doc = parsed.doc
        self._published = parsed.report.published
        self._text = text

    def __call__(self, rule: Rule, lexed: LexedText, piece: Piece) -> bool:
        """Whether the match stands."""
        lexemes = lexed.lexemes[piece.first : piece.end]
        before = lexed.lexemes[piece.first - 1] if piece.first else None
        after = lexed.lexemes[piece.end] if piece.end < len(lexed.lexemes) else None
        if rule.name in ("calendar/month", "calendar/weekday"):
            return self._name_alone(lexemes, before)
        if rule.name in ("calendar/year", "calendar/years-short") and self._is_reference_number(
            lexemes, after
        ):
            return False
        if rule.name == "calendar/year":
            return self._year_alone(lexemes[-1], before, after)
        if rule.name == "calendar/season" and lexemes[-1].shape == "":
            return self._season_alone(lexemes, before)
        if rule.name == "calendar/decade":
            return before is None or before.word not in _NOT_BEFORE_DECADES
        if rule.name in ("set/rate", "length/one") and lexemes[0].word != "per":
            is_rate = self._is_rate(lexemes[0], before)
            return self._unit_alone(lexemes[-1], after) and is_rate == (rule.name == "set/rate")
        if rule.name in ("relative/bare-later", "relative/bare-earlier", "relative/bare-ago"):
            return before is None or not before.shape
        if rule.name == "vague/current":
            is_mine = before is not None and before.word in ("my", "your")
            return self._token(lexemes[-1]).dep_ == "amod" and not is_mine
        if rule.name == "relative/the-unit":
            return self._unit_alone(lexemes[-1], after)
        if rule.name == "length/day":
            return (
                before is not None
                and not before.shape
                and self._token(before).pos_ in ("ADJ", "NOUN", "PROPN", "PRON")
            )
        if rule.name == "length/count":
            return self._is_length(lexemes, after)
        if rule.name == "clock/part":
            return before is None or (
                before.word != "good" and not (self._is_capital(lexemes[-1]) and self._is_capital(before))
            )
        if rule.name == "vague/soon":
            is_past = side_of(self._parsed, Span(lexemes[0].start, lexemes[-1].end)) is Side.PAST
            return (before is None or before.word != "as") and not is_past
        if rule.name in ("length/plural", "length/vague"):
            is_small = before is not None and before.word in (
                "early",
                "late",
                "small",
                "wee",
            )  # "the early hours"
            is_age = after is not None and after.word == "old"
            has_years = after is not None and after.shape == "year"  # "the years 1955-57"
            is_title = before is not None and bool(before.shape) and self._is_title(lexemes[-1])
            return not (is_small or is_age or has_years or is_title or lexemes[-1].word == "quarters")
        if rule.name in ("relative/named", "relative/that-month"):
            return self._is_capital(lexemes[-1]) or lexemes[-1].word not in ("may", "march", "sun", "sat")
        if rule.name == "calendar/day-of-month":
            return after is None or self._token(after).pos_ not in ("NOUN", "PROPN", "ADJ")
        if rule.name == "calendar/day-month-year":
            return not self._ends_a_range(lexemes, before)
        if rule.name == "calendar/days" and lexemes[-1].word == "may":
            return self._token(lexemes[-1]).tag_ != "MD"
        return True

    def _token(self, lexeme: Lexeme) -> Token:
        return self._doc[self._doc.number_at(lexeme.start)]

    def _is_capital(self, lexeme: Lexeme) -> bool:
        return self._text[lexeme.start].isupper()

    def _name_alone(self, lexemes: tuple[Lexeme, ...], before: Lexeme | None) -> bool:
        lexeme = lexemes[0]
        if before is not None and before.word in _NAMED_DAYS and self._is_capital(before):
            return False
        token = self._token(lexeme)
        written = self._text[lexeme.start : lexeme.end]
        lead = before is not None and before.word in _LEADS
        if lexeme.word in MONTH_ABBREVIATIONS or lexeme.word in WEEKDAY_ABBREVIATIONS:
            lead = before is not None and (
                before.word in _FIRM_LEADS or (before.word == "in" and lexeme.word in MONTH_ABBREVIATIONS)
            )
            dotted = len(lexemes) > 1
            return written[0].isupper() and (lead or dotted) and token.tag_ not in ("VB", "VBD", "MD", "VBZ")
        if self._heads_a_line(lexeme):
            return written[0].isupper()
        if lexeme.word in AMBIGUOUS:
            return written[0].isupper() and lead and token.tag_ not in ("VB", "VBD", "MD")
        return written[0].isupper() or lead

    def _heads_a_line(self, lexeme: Lexeme) -> bool:
        """As in "March - Rebels took the town", "May: ..."."""
        start = self._text.rfind("\n", 0, lexeme.start) + 1
        opens = not self._text[start : lexeme.start].strip(" \t*-")
        return opens and _HEAD_SIGN.match(self._text, lexeme.end) is not None

    def _year_alone(self, lexeme: Lexeme, before: Lexeme | None, after: Lexeme | None) -> bool:
        if lexeme.shape == "twentieth":
            return int(lexeme.word[1:]) >= 20 or (before is not None and before.word in _LEADS)
        if before is not None and (
            before.word in _MONEY or before.word in ("no", "number", "flight", "room")
        ):
            return False
        if after is not None and after.word in _MONEY:
            return False
        is_led = before is not None and before.word in _YEARS_FOLLOW and 1900 <= lexeme.number <= 2050
        if after is not None and after.shape and not is_led:
            return False  # but "in 2013 ten countries signed"
        token = self._token(lexeme)
        if "," in lexeme.word:
            return False
        if before is not None and self._is_name(before):
            # a model's number, unless it may be this year's edition of something
            return self._published is not None and abs(lexeme.number - self._published.year) <= 1
        is_counted = token.dep_ == "nummod" and token.head.tag_ in ("NNS", "NNPS") and token.head.i > token.i
        lead = before is not None and before.word in (
            "in",
            "since",
            "by",
            "until",
            "of",
            "from",
            "late",
            "early",
            "before",
            "after",
            "during",
        )
        if is_counted and not lead and not self._is_like_other_years(lexeme):
            return 1900 <= lexeme.number <= 2050 and token.ent_type_ == "DATE"
        if 1900 <= lexeme.number <= 2050:
            return True
        return (lead and not is_counted) or self._is_like_other_years(lexeme)

    def _is_name(self, lexeme: Lexeme) -> bool:
        return (
            not lexeme.shape
            and lexeme.word not in _LEADS
            and self._is_capital(lexeme)
            and self._token(lexeme).pos_ == "PROPN"
        )

    def _is_like_other_years(self, lexeme: Lexeme) -> bool:
        """Whether the text tells years near it plainly, so that the number is one too."""
        return any(abs(lexeme.number - year) <= 10 for year in self._plain_years)

    @cached_property
    def _plain_years(self) -> frozenset[int]:
        return frozenset(int(year) for year in _PLAIN_YEAR.findall(self._text))

    def _is_rate(self, article: Lexeme, before: Lexeme | None) -> bool:
        """Whether it tells how often or how much: "two flights a week"."""
        if before is None or article.word not in ("a", "an"):
            return False
        return bool(before.shape) or before.word in _MONEY or self._token(before).pos_ in ("NOUN", "NUM")

    def _is_reference_number(self, lexemes: tuple[Lexeme, ...], after: Lexeme | None) -> bool:
        """Whether a figure goes on after a hyphen: "2011-07-S-070"."""
        if after is None or after.word != "-" or after.start != lexemes[-1].end:
            return False
        return _NUMBERING.match(self._text, after.end) is not None

    def _is_length(self, lexemes: tuple[Lexeme, ...], after: Lexeme | None) -> bool:
        """Not an age ("37 years old", but "an eight-month-old truce"), not a fraction ("three-quarters of")."""
        if lexemes[-1].word == "old" or (after is not None and after.word == "old"):
            unit = (
                lexemes[-1] if lexemes[-1].word != "old" else lexemes[-3 if lexemes[-2].word == "-" else -2]
            )
            told_of = self._token(lexemes[-1]).head
            return unit.word in ("day", "week", "month") and told_of.lemma_.lower() not in _PEOPLE
        if lexemes[0].shape and self._is_title(lexemes[-1]):
            return False  # "60 Minutes"
        return not (
            lexemes[-1].word in ("quarter", "quarters")
            and (lexemes[-2].word == "-" or (after is not None and after.word == "of"))
        )

    def _ends_a_range(self, lexemes: tuple[Lexeme, ...], before: Lexeme | None) -> bool:
        """Whether the day belongs to the month in front of it: "March 19-April 30"."""
        is_hyphened = len(lexemes) > 1 and lexemes[1].word == "-"
        return is_hyphened and before is not None and before.word in _ALL_MONTHS

    def _is_title(self, lexeme: Lexeme) -> bool:
        """Whether it is a word of a title: "60 Minutes"."""
        return self._text[lexeme.start : lexeme.end] in ("Minutes", "Hours", "Seconds")

    def _season_alone(self, lexemes: tuple[Lexeme, ...], before: Lexeme | None) -> bool:
        token = self._token(lexemes[-1])
        if token.pos_ not in ("NOUN", "PROPN"):
            return False
        if lexemes[-1].word == "fall":
            lead = "in by since until throughout during last next this".split()
            return (len(lexemes) > 1 and lexemes[0].word != "the") or (
                before is not None and before.word in lead
            )
        return not (
            self._text[lexemes[-1].start].isupper()
            and before is not None
            and self._text[before.start].isupper()
        )

    def _unit_alone(self, lexeme: Lexeme, after: Lexeme | None) -> bool:
        token = self._token(lexeme)
        if token.tag_ not in ("NN", "NNP"):
            return False
        return (
            lexeme.word not in ("second", "minute", "min", "sec")
            or after is None
            or self._token(after).pos_ not in ("NOUN", "PROPN", "ADJ")
        )
