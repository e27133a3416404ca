"""Boilerplate: what a page prints around its article. It yields no events.

By features that any page may have, never by a site's own words: lines that speak to the reader of the page itself
(subscribe, cookies, share), lines in which the publisher speaks of itself (our editors, we may earn a commission), short
lines without a verb's punctuation in a run (menus), and what stands under a heading of such a kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .layout import paragraphs

_PAGE = re.compile(
    r"""\b(?:
      cookies? | privacy\ policy | terms\ (?:of\ (?:use|service)|and\ conditions) | t&cs | all\ rights\ reserved
    | copyright | \(c\)\ \d{4} | ©
    | subscribe | subscription | unsubscribe | newsletter | sign\ (?:up|in) | log\ ?in | register\ (?:now|here|for)
    | advertis(?:e|ement|ing)\b(?!\ campaign) | sponsored | affiliate\ (?:links?|commission) | earn\ a\ commission
    | skip\ to\ (?:main\ )?(?:content|navigation) | main\ content | back\ to\ top | read\ more | continue\ reading
    | click\ here | learn\ more | find\ out\ more | see\ also | load\ more | show\ comments | leave\ a\ (?:comment|reply)
    | share\ (?:this|on|via) | follow\ us | tweet\ this | print\ this | email\ this | like\ us\ on
    | download\ (?:our\ app|pdf|the\ app) | get\ the\ app
    | your\ (?:email|inbox|browser|e-mail|privacy|consent) | email\ address | straight\ to\ you
    | this\ (?:web)?site | our\ (?:web)?site | by\ using | javascript
    | image\ (?:credit|source|caption) | photo\ (?:credit|by) | getty\ images
    )\b | ^©""",
    re.IGNORECASE | re.VERBOSE,
)
_OURSELVES = re.compile(
    r"\b(?:we(?:'|’)re|we\ (?:are|never|always|may|will|strive|aim)|our\ (?:editors?|editorial|journalists|team|content"
    r"|readers|standards|mission|partners|privacy|terms|sponsored|newsletters?)|contact\ us|about\ us|join\ us)\b".replace(
        r"\ ", " "
    ),
    re.IGNORECASE,
)
_OUR_TRADE = re.compile(
    r"\b(?:content|editors?|editorial|readers?|site|newsletter|subscribers?|spam|emails?|article|journalism|commission"
    r"|links?|publish(?:er|ing)?)\b",
    re.IGNORECASE,
)
_TO_THE_READER = re.compile(
    r"^\W*(?:want|get|sign|pop|enter|join|click|tap|subscribe|follow|share|support|donate|download|watch|listen|read|see"
    r"|check|don['’]t\ miss|stay)\b.*\b(?:you|your|us|our|here|now|more)\b".replace(r"\ ", " "),
    re.IGNORECASE,
)
_MENU_WORDS = re.compile(
    r"^\W*(?:home|menu|search|news|latest(?: news)?|politics|world|business|sports?|opinion|video|photos?|gallery|share[sd]?"
    r"|print|email|comments?|tags?|topics?|related(?: (?:articles|stories|news))?|trending|most (?:read|popular)|next|previous"
    r"|thumbnail|advertisement|facebook|twitter|whatsapp|linkedin|login|subscribe|more|about(?: us)?|contact(?: us)?"
    r"|\d+ shares?)\W*$",
    re.IGNORECASE,
)
_ABOUT_THE_AUTHOR = re.compile(
    r"^\W*(?:about the authors?\b|(?:the )?(?:author|writer)s? (?:is|are|can be)\b|[A-Z][\w.-]+ [A-Z][\w-]+ (?:is|was) an?\b.*"
    r"\b(?:writer|reporter|correspondent|columnist|contributor|blogger|freelance\w*|editor)\b.*"
    r"\b(?:based in|covers|for this|holds|has written|studied|lives)\b)"
)
_ENDS_A_SENTENCE = (".", "!", "?", '"', "”", "'", "’", ":", ")")
_SHORT = 60  # characters of a menu line
_BULLET = re.compile(r"^\s*[•·*▪‣-]\s")


def boilerplate_paragraphs(text: str) -> frozenset[int]:
    """Numbers of the paragraphs (as `layout.paragraphs` counts them) that are not the report's prose.

    Examples
    --------
    >>> sorted(boilerplate_paragraphs("Subscribe to our newsletter\\n\\nTwo men met in Oslo."))
    [0]
    """
    lines = [span.of(text).strip() for span in paragraphs(text)]
    return frozenset(
        number for number, line in enumerate(lines) if _is_boilerplate(line) or _is_breadcrumb(number, lines)
    )


def _is_boilerplate(line: str) -> bool:
    if _MENU_WORDS.match(line) or _ABOUT_THE_AUTHOR.match(line):
        return True
    words = line.split()
    if len(words) > 70:
        return False  # a long paragraph is prose, whatever it mentions
    page = len(_PAGE.findall(line))
    ourselves = bool(_OURSELVES.search(line)) and bool(_OUR_TRADE.search(line)) and not _is_quoted(line)
    to_reader = bool(_TO_THE_READER.search(line)) and not _is_quoted(line)
    if _BULLET.match(line) and (page or to_reader):
        return True
    if page >= 2 or (page and (ourselves or to_reader or len(words) <= 14)):
        return not _is_quoted(line)
    return ourselves and (to_reader or bool(_OUR_TRADE.search(line))) or (to_reader and len(words) <= 14)


def _is_quoted(line: str) -> bool:
    """Whether somebody speaks: "we will never ..." in quotation marks is prose."""
    return bool(re.search(r"[\"“”]", line)) or bool(re.search(r"\b(?:said|says|told|added)\b", line))


def _is_breadcrumb(number: int, lines: Sequence[str]) -> bool:
    """Whether a line only leads to the title below it: "Home Politics Two Men Met" above "Two Men Met"."""
    line = lines[number]
    if len(line) > 200 or line.endswith(_ENDS_A_SENTENCE):
        return False
    following = [other for other in lines[number + 1 : number + 4] if other]
    return any(line != other and len(other) > 15 and line.endswith(other) for other in following)
