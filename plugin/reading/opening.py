"""Where a story begins behind its dateline: "KABUL, Afghanistan (Nov. 13) - An Afghan force ...".

A parser that reads the dateline as part of the first sentence takes the town for its subject.
"""

from __future__ import annotations

import re

_PLACE = r"[A-Z][\w.'-]*(?:(?:[,/]? |/)(?:[A-Z][\w.'-]*|de|del|la|el|of)){0,5}"
_DATE = r"(?:\d{1,2} [A-Z][A-Za-z]{2,8}\.?(?: \d{2,4})?|[A-Z][A-Za-z]{2,8}\.? ?\d{1,2}(?:, ?\d{4})?)"
_AGENCY = r"(?:\([^()\n]{2,60}\)\s*)?"
_MARKS = r"(?:--?\s*)?(?:\[[A-Za-z ]{2,30}\]\s*)*"
_START = r"(?:(?<=\n)|(?<=\n )|(?<=  )|\A)"
_DATED = re.compile(
    rf"{_START}{_PLACE},? *(?:\( *{_DATE} *\)\s*{_AGENCY}|{_DATE}(?=\s*(?:\(|--?\s|\[|\n))\s*{_AGENCY}){_MARKS}"
)
# "IMPHAL, June 6: Two men were", "ADEN/DUBAI (News Desk) 21 July 2024: Jets struck"; not "On May 5: ..."
_COLON = re.compile(rf"{_START}(?:{_PLACE},|[A-Z][A-Z/ .'-]+,?) *{_AGENCY}{_DATE}\s*{_AGENCY}: +")
_UNDATED = re.compile(rf"{_START}{_PLACE}\s*{_AGENCY}--?\s+(?=[A-Z\"'])")
_LONGEST = 140


def dateline_bounds(text: str) -> frozenset[int]:
    """Offsets at which a dateline begins or the story behind it does; sentences break there."""
    bounds: set[int] = set()
    for pattern in (_DATED, _COLON, _UNDATED):
        for match in pattern.finditer(text):
            if match.end() - match.start() <= _LONGEST:
                bounds.update(match.span())
    return frozenset(bounds)
