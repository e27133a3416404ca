"""Boilerplate: what a page prints around its article. It yields no events.

By features that any page may have, never by a site's own words: lines that speak to the reader of the page itself
(subscribe, cookies, share), lines in which the publisher speaks of itself (our editors, we may earn a commission),
lines of a menu, boxes about the author, and breadcrumbs that only lead to the title below them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .layout import paragraphs


def _any_of(*words: str) -> str:
    return "(?:" + "|".join(words) + ")"


_PAGE = re.compile(
    r"\b"
    + _any_of(
        "cookies?",
        "privacy policy",
        "terms of (?:use|service)",
        "terms and conditions",
        "t&cs",
        "all rights reserved",
        "copyright",
        "subscribe|subscription|unsubscribe|newsletter",
        "sign (?:up|in)|log ?in|register (?:now|here|for)",
        "advertisement",
        "sponsored",
        "affiliate links?",
        "earn a commission",
        "skip to (?:main )?(?:content|navigation)",
        "back to top|read more|continue reading|click here|learn more|find out more|load more",
        "show comments|leave a (?:comment|reply)",
        "share (?:this|on|via)|follow us|tweet this|print this|email this|like us on",
        "download pdf|download (?:the|our) app|get the app",
        "your (?:email|e-mail|inbox|browser|privacy|consent)|email address|straight to you",
        "this (?:web)?site|our (?:web)?site|by using",
        "javascript",
        "(?:image|photo) (?:credit|source|caption)|getty images",
    )
    + r"\b|^©",
    re.IGNORECASE,
)
_OURSELVES = re.compile(
    r"\b"
    + _any_of(
        "we(?:['’]re| are| never| always| may| will| strive| aim)",
        "our (?:editors?|editorial|journalists|team|content|readers|standards|mission|partners|privacy|terms)",
        "our (?:sponsored|newsletters?)",
        "(?:contact|about|join) us",
    )
    + r"\b",
    re.IGNORECASE,
)
_OUR_TRADE = re.compile(
    r"\b"
    + _any_of(
        "content|editors?|editorial|readers?|site|newsletter|subscribers?|spam|emails?|article|journalism",
        "commission|links?|publish(?:er|ing)?",
    )
    + r"\b",
    re.IGNORECASE,
)
_TO_THE_READER = re.compile(
    r"^\W*"
    + _any_of(
        "want|get|sign|pop|enter|join|click|tap|subscribe|follow|share|support|donate|download|watch|listen",
        "read|see|check|don['’]t miss|stay",
    )
    + r"\b.*\b(?:you|your|us|our|here|now|more)\b",
    re.IGNORECASE,
)
_MENU = re.compile(
    r"^\W*"
    + _any_of(
        "home|menu|search|news|latest(?: news)?|politics|world|business|sports?|opinion|video|photos?|gallery",
        r"share[sd]?|\d+ shares?|print|email|comments?|tags?|topics?|related(?: (?:articles|stories|news))?",
        "trending|most (?:read|popular)|next|previous|thumbnail|advertisement|facebook|twitter|whatsapp|linkedin",
        "login|subscribe|more|about(?: us)?|contact(?: us)?",
    )
    + r"\W*$",
    re.IGNORECASE,
)
_THE_AUTHOR = re.compile(
    r"^\W*(?:[Aa]bout the [Aa]uthors?\b|(?:[Tt]he )?(?:[Aa]uthor|[Ww]riter)s? (?:is|are|can be)\b"
    r"|[A-Z][\w.-]+ [A-Z][\w-]+ (?:is|was) an? "
    r".*\b(?:writer|reporter|correspondent|columnist|contributor|blogger|editor)\b"
    r".*\b(?:based in|covers|for this|holds|has written|studied|lives)\b)"
)
_SPEECH = re.compile(r"[\"“”]|\b(?:said|says|told|added)\b")
_BULLET = re.compile(r"^\s*[•·*▪‣-]\s")
_ENDS_A_SENTENCE = tuple(".!?:)\"”'’")
_LONGEST = 70  # words; a longer paragraph is prose, whatever it mentions
_SHORT = 14  # words of a line that one sign is enough for


def boilerplate_paragraphs(text: str) -> frozenset[int]:
    r"""Numbers of the paragraphs (as `layout.paragraphs` counts them) that are not the report's prose.

    Examples
    --------
    >>> sorted(boilerplate_paragraphs("Subscribe to our newsletter\n\nTwo men met in Oslo."))
    [0]
    """
    lines = [span.of(text).strip() for span in paragraphs(text)]
    return frozenset(
        number for number, line in enumerate(lines) if _is_boilerplate(line) or _is_breadcrumb(number, lines)
    )


def _is_boilerplate(line: str) -> bool:
    if _MENU.match(line) or _THE_AUTHOR.match(line):
        return True
    n_words = len(line.split())
    if n_words > _LONGEST or _SPEECH.search(line):
        return False  # who speaks of "our readers" in quotation marks is part of the story
    page = len(_PAGE.findall(line))
    ourselves = bool(_OURSELVES.search(line)) and bool(_OUR_TRADE.search(line))
    to_reader = bool(_TO_THE_READER.search(line))
    if ourselves or page >= 2 or (_BULLET.match(line) and (page or to_reader)):
        return True
    return n_words <= _SHORT and (page > 0 or to_reader)


def _is_breadcrumb(number: int, lines: Sequence[str]) -> bool:
    """Whether a line only leads to the title below it: "Home Politics Two Men Met" above "Two Men Met"."""
    line = lines[number]
    if len(line) > 200 or line.endswith(_ENDS_A_SENTENCE):
        return False
    following = [other for other in lines[number + 1 : number + 4] if other]
    return any(line != other and len(other) > 15 and line.endswith(other) for other in following)
