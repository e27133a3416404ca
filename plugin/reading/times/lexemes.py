"""A text as lexemes: words, numbers and signs, each with one character that tells its class to the grammar.

The string of these characters is what the rules are matched against: a sixth as long as the text, and a class of words
is a set of characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .numerals import cardinal, spoken_year
from .vocabulary import MONTHS, NUMBER_WORDS, WEEKDAYS, classes


class Lexeme(NamedTuple):
    """A word, number or sign."""

    start: int
    end: int
    word: str  # lower case
    shape: str  # name of its number shape, empty for words and signs
    number: float = 0.0


@dataclass(frozen=True)
class LexedText:
    """Lexemes and their class characters, one each."""

    lexemes: tuple[Lexeme, ...]
    codes: str


# Shapes of numbers and their class characters.
SHAPES = {
    "zero": "z",  # 0, 00
    "n12": "a",  # 1 to 12
    "n23": "b",  # 13 to 23
    "n31": "c",  # 24 to 31
    "n59": "d",
    "n99": "e",
    "year": "y",  # four digits, 1000 to 2199
    "number": "n",  # any other
    "decimal": "g",
    "word": "w",  # number words below 32
    "words": "W",  # other number words
    "ordinal": "o",  # 3rd
    "decade": "D",  # 1990s, '90s
    "twentieth": "Y",  # '98
    "clock": "k",  # 10:30
    "iso": "I",  # 2018-01-20, with or without time
    "numeric": "N",  # 20/01/2018
    "group": "G",  # 271830Z JAN 18
    "spoken": "S",  # nineteen ninety-six
}
BREAK, OTHER = "\n", "x"

_TOKEN = re.compile(
    r"""
      (?=[\d'])(?:
      (?P<group>\d{2}\ ?\d{4}(?:[A-Z]|\ ?(?:UTC|GMT))\ ?
        (?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\.?\ ?(?:\d{4}|\d{2})\b)
    | (?P<iso>(?<![\d.])\d{4}-\d{1,2}-\d{1,2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-]))
    | (?P<numeric>(?<![\d.,/-])\d{1,4}(?P<sep>[./-])\d{1,2}(?P=sep)\d{2,4}(?![\d/-]))
    | (?P<clock>(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])|(?<![\d.])\d{1,2}\.\d{2}(?=\ ?[aApP]\.?[mM]\b))
    | (?P<ordinal>\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)\b)
    | (?P<decade>(?:\d{3}0|'?\d0)'?[sS]\b)
    | (?P<twentieth>(?<![\w'])'\d\d\b)
    | (?P<decimal>\d+\.\d+|\d+\ \d/\d\b|\d+½)
    | (?P<digits>\d{1,3}(?:,\d{3})+|\d+)
      )
    | (?=[aApPbBcC])(?:
      (?P<era>(?:[bB]\.[cC]\.(?:[eE]\.)?|[aA]\.[dD]\.|[cC]\.[eE]\.|[bB][cC][eE]?)(?!\w))
    | (?P<meridiem>[aApP]\.?\ ?[mM]\b\.?(?!\w))
      )
    | (?P<word>[^\W\d_]+)
    | (?P<break>\n)
    | (?P<sign>\S)
    """,
    re.VERBOSE,
)
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FIRST_PRIVATE = 0xE000
_OWN_CODES = frozenset(",-./()'\n")  # signs that stand for themselves


@lru_cache(maxsize=1)
def word_codes() -> dict[str, str]:
    """The class character of each word of the vocabulary; grammar literals are added by `code_of`."""
    words = sorted(set().union(*classes().values()))
    return {word: chr(_FIRST_PRIVATE + number) for number, word in enumerate(words)}


def code_of(literal: str) -> str:
    """The class character of a word that a rule names, given one if it has none."""
    codes = word_codes()
    return codes.setdefault(literal, chr(_FIRST_PRIVATE + len(codes)))


def lex(text: str) -> LexedText:
    """Cut a text into lexemes; number words become one lexeme each ("twenty four")."""
    lexemes: list[Lexeme] = []
    codes: list[str] = []
    known = word_codes()
    pending: list[Lexeme] = []
    for lexeme in _raw(text):
        if lexeme.word in NUMBER_WORDS or (pending and _joins(lexeme, pending)):
            pending.append(lexeme)
            continue
        if pending:
            for number in _numbers(pending):
                lexemes.append(number)
                codes.append(SHAPES.get(number.shape) or known.get(number.word, number.word))
            pending = []
        lexemes.append(lexeme)
        codes.append(SHAPES[lexeme.shape] if lexeme.shape else _code(lexeme.word, known))
    for number in _numbers(pending):
        lexemes.append(number)
        codes.append(SHAPES.get(number.shape) or known.get(number.word, number.word))
    return LexedText(tuple(lexemes), "".join(codes))


def _code(word: str, known: dict[str, str]) -> str:
    code = known.get(word)
    if code is not None:
        return code
    return word if word in _OWN_CODES else OTHER


def _raw(text: str) -> list[Lexeme]:
    """The lexemes of a text, number words apart."""
    found: list[Lexeme] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        word = match.group()
        if kind == "word":
            if word.islower() or word[1:].islower():
                found.append(Lexeme(start, end, word.lower(), ""))
            else:
                found += _words(word, start)
        elif kind == "sign" or kind == "break":
            found.append(Lexeme(start, end, word, ""))
        else:
            found.append(_figure(kind or "", word, start, end))
    return found


def _figure(kind: str, word: str, start: int, end: int) -> Lexeme:
    """A number, or what stands beside one: an era, a half of the day."""
    if kind == "digits":
        return _digits(word, start, end)
    if kind == "era":
        return Lexeme(start, end, word.lower(), "")
    if kind == "meridiem":
        return Lexeme(start, end, word.lower().replace(" ", ""), "")
    if kind == "ordinal":
        return Lexeme(start, end, word.lower(), "ordinal", float(word[:-2]))
    if kind == "decimal":
        return Lexeme(start, end, word, "decimal", _decimal(word))
    return Lexeme(start, end, word, "numeric" if kind == "sep" else kind)


def _digits(found: str, start: int, end: int) -> Lexeme:
    number = int(found.replace(",", ""))
    if len(found) == 4 and 1000 <= number <= 2199:
        shape = "year"
    elif len(found) > 2:
        shape = "number"
    elif number == 0:
        shape = "zero"
    else:
        shape = "n12" if number <= 12 else "n23" if number <= 23 else "n31" if number <= 31 else "n59"
        shape = "n99" if number > 59 else shape
    return Lexeme(start, end, found, shape, float(number))


def _decimal(found: str) -> float:
    if "/" in found:
        whole, fraction = found.split(" ")
        above, below = fraction.split("/")
        return float(whole) + (float(above) / float(below) if int(below) else 0.0)
    return float(found[:-1]) + 0.5 if found.endswith("½") else float(found)


def _words(found: str, start: int) -> list[Lexeme]:
    """One word, or two where a month or a day of the week is glued to the word before ("OnFebruary")."""
    parts = _GLUED.split(found) if not found.isupper() else [found]
    if len(parts) == 2 and (parts[1].lower() in MONTHS or parts[1].lower() in WEEKDAYS):
        cut, end = start + len(parts[0]), start + len(found)
        return [Lexeme(start, cut, parts[0].lower(), ""), Lexeme(cut, end, parts[1].lower(), "")]
    return [Lexeme(start, start + len(found), found.lower(), "")]


def _joins(lexeme: Lexeme, pending: list[Lexeme]) -> bool:
    """Whether a sign or a small word goes on with the number words before it."""
    return lexeme.word == "-" or (lexeme.word == "and" and "hundred" in pending[-1].word)


def _numbers(pending: list[Lexeme]) -> list[Lexeme]:
    """A run of number words as one lexeme; words that form no number together stay apart."""
    if not pending:
        return []
    tail: list[Lexeme] = []
    run = list(pending)
    while run[-1].word not in NUMBER_WORDS:
        tail.insert(0, run.pop())
    words = [lexeme.word for lexeme in run if lexeme.word != "-"]
    start, end = run[0].start, run[-1].end
    year = spoken_year(words)
    if year is not None:
        return [Lexeme(start, end, str(year), "spoken", float(year)), *tail]
    value = cardinal(words)
    if value is None:
        first = Lexeme(run[0].start, run[0].end, run[0].word, "", 0)
        alone = cardinal([first.word])
        head = first._replace(shape=_word_shape(alone or 0), number=float(alone or 0))
        return [head, *_after_first(run[1:]), *tail]
    return [Lexeme(start, end, " ".join(words), _word_shape(value), float(value)), *tail]


def _after_first(rest: list[Lexeme]) -> list[Lexeme]:
    while rest and rest[0].word == "-":
        return [rest[0], *_numbers(rest[1:])]
    return _numbers(rest)


def _word_shape(value: int) -> str:
    return "word" if 0 < value < 32 else "words"
