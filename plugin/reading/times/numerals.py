"""Numbers in words: "twenty-four", "a hundred and five", "nineteen ninety-six"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
CARDINALS: dict[str, int] = {word: value for value, word in enumerate(_SMALL)}
CARDINALS.update({word: 10 * value for value, word in enumerate(_TENS, start=2)})
MULTIPLIERS: dict[str, int] = {"hundred": 100, "thousand": 1000, "million": 10**6, "dozen": 12}

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS: dict[str, int] = {word: value for value, word in enumerate(_ORDINALS, start=1)}
ORDINALS["thirtieth"] = 30


def cardinal(words: Sequence[str]) -> Optional[int]:
    """Value of number words ("one", "hundred", "and", "five"), None when they form no number."""
    total = current = 0
    seen = False
    for word in words:
        if word in CARDINALS:
            value = CARDINALS[word]
            if current % 100 and not (current % 100 >= 20 and current % 10 == 0 and value < 10):
                return None
            current += value
            seen = True
        elif word in MULTIPLIERS:
            current = max(current, 1) * MULTIPLIERS[word]
            if MULTIPLIERS[word] >= 1000:
                total, current = total + current, 0
            seen = True
        elif word != "and":
            return None
    return total + current if seen else None


def spoken_year(words: Sequence[str]) -> Optional[int]:
    """Value of a year said in two halves ("nineteen ninety-six"), None for anything else."""
    if len(words) < 2 or words[0] not in CARDINALS or not 10 <= CARDINALS[words[0]] <= 20:
        return None
    rest = cardinal(words[1:])
    if rest is None or not 10 <= rest <= 99 or "and" in words or "hundred" in words:
        return None
    return CARDINALS[words[0]] * 100 + rest
