"""A number of people as a person types it into a field: "100", "100+", "over 100", "3-6", "up to 5", "about 20"."""

from __future__ import annotations

import re
from typing import Callable, Optional

from .errors import InputError
from .event import Count

_N = r"(\d[\d,. ]*)"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[int], Count]], ...] = (
    (re.compile(_N), lambda n: Count(n, n, n)),
    (re.compile(rf"{_N}(?:\+| or more| at least)"), lambda n: Count(n, n, None)),
    (re.compile(rf"(?:at least|over|more than|from) {_N}"), lambda n: Count(n, n, None)),
    (re.compile(rf"(?:up to|at most) {_N}"), lambda n: Count(None, None, n)),
    (re.compile(rf"(?:about|around|some|~) ?{_N}"), lambda n: Count(None, n, None)),
)
_BETWEEN = re.compile(rf"{_N}(?:-|–| to | and ){_N}")


def count_of_text(text: str) -> Optional[Count]:
    """The number that a text names; None for an empty text.

    Raises
    ------
    InputError
        When the text is no number, or its ends are in the wrong order.
    """
    words = " ".join(text.lower().split())
    if not words:
        return None
    try:
        for form, made in _FORMS:
            match = form.fullmatch(words)
            if match:
                return made(_figure(match[1]))
        match = _BETWEEN.fullmatch(words.replace("between ", ""))
        if match:
            return Count(_figure(match[1]), None, _figure(match[2]))
    except ValueError as error:
        raise _refused(text) from error
    raise _refused(text)


def _figure(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))


def _refused(text: str) -> InputError:
    return InputError(
        f"“{text.strip()}” is no number of people. Write 12, 100+, 3-6, up to 5 or about 20; nothing: not told."
    )
