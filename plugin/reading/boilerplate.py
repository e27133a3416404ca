"""Boilerplate: what a page prints around its article. It yields no events.

By features that any page may have, never by a site's own words: lines that speak to the reader of the page itself
(subscribe, cookies, share), lines in which the publisher speaks of itself (our editors, we may earn a commission),
lines of a menu, captions and links that their label gives away ("Photo:", "Read more:"), boxes about the author, boxes
of other headlines, readers' comments, and breadcrumbs that only lead to the title below them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
        r"copyright (?:©|\(c\)|\d{4}|by|notice)",
        "subscribe|subscription|unsubscribe|newsletter",
        "sign (?:up|in)|log ?in|register (?:now|here|for)",
        "advertisement",
        "sponsored|paid (?:partnership|content|post)|partner content|promoted (?:post|content)",
        "live (?:updates|blog|feed)|story continues below",
        "this (?:article|story|report) (?:was|has been) (?:supported|updated|amended|corrected)",
        "(?:originally|first) published (?:on|in|by)",
        "views expressed|trust principles|you (?:agree|consent) to|by (?:submitting|clicking|continuing|signing up)",
        "report abuse|required fields|confirmation email|privacy notice",
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
_LABEL = re.compile(
    r"^\W*"
    + _any_of(
        "related(?: (?:articles?|stor(?:y|ies)|news|links?|content))?|read (?:more|also|next)|also read|see also|more",
        "watch|listen|video|gallery|in pictures|(?:file )?(?:photo|picture|image)s?(?: caption)?|caption|credit",
        "tags?|topics?|keywords|categor(?:y|ies)|filed under|posted in|next(?: (?:article|story|post))?",
        "previous(?: (?:article|story|post))?|sponsored|advertisement|recommended|trending|most read|our standards",
    )
    + r"\s*[:|»]\s*\S|^\W*(?:filed under|posted in)\b",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(
    r"^\W*(?:correction|clarification|editor['’]s note)\s*[:—–-]"
    r"|\b(?:earlier|previous) version of this (?:article|story|report)\b",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"^\W*(?:additional )?(?:reporting|writing|editing|compiled|translated|edited) by\b"
    r"|\bphotograph: |[\[(]photo(?:graph)? by\b"
    r"|(?:[^.!?]|\s\[[^\]]*)[\[(/ ](?:AP|AFP|Reuters|EPA|Getty Images|file photo|file)[\])]$",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"^\S+(?: \S+)?,? \d+ (?:minute|hour|day|week|month|year)s? ago\s*(?:[:·|]|$)", re.IGNORECASE
)
_HEADS_A_BOX = re.compile(
    r"^\W*"
    + _any_of(
        "related(?: (?:articles|stories|news|content))?|trending(?: now)?|most (?:read|popular|viewed)",
        "you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you)?|more (?:on this story|from .*)",
        "editor['’]s (?:picks|choice)|read (?:more|next)|latest(?: news)?|top stories|what to read next",
    )
    + r"\W*$",
    re.IGNORECASE,
)
_HEADS_COMMENTS = re.compile(
    r"^\W*(?:\d+ )?(?:reader )?(?:comments?|responses|replies)\W*\d*\W*$|^\W*join the (?:conversation|discussion)\W*$",
    re.IGNORECASE,
)
_HEADS_NOTES = re.compile(r"^\W*notes? (?:to|for) (?:the )?editors?\W*$", re.IGNORECASE)
_HEADS_AN_AUTHOR = re.compile(r"^\W*about the (?:author|writer)s?\W*$", re.IGNORECASE)
_SOON = 4  # lines within which the first comment follows its heading
_DIVIDES_A_MENU = re.compile(r"\s*[|»›•·]\s*")
_TO_THE_READER = re.compile(
    r"^\W*(?:you (?:may|might) (?:also )?like|recommended for you|thank you for|got a tip|support our"
    r"|by (?:submitting|clicking|continuing|signing|entering)\b|accept(?: all)?\W*$|manage preferences"
    r"|follow .{1,40} on (?:twitter|facebook|instagram|x|whatsapp|telegram|youtube)\b|listen to this)"
    r"|^\W*"
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
        "login|subscribe|more|about(?: us)?|contact(?: us)?|tweet|copy link|like|reply|live|listen|watch",
        r"\d[\d.,]*[km]? (?:shares?|comments?|views?|likes?|replies)|\d+ min(?:ute)?s? read",
        r"(?:last )?(?:updated|published|posted)\b.{0,40}(?:\d{4}|\d:\d\d|ago).{0,12}",
    )
    + r"\W*$",
    re.IGNORECASE,
)
_THE_AUTHOR = re.compile(
    r"^\W*(?:[Aa]bout the [Aa]uthors?\b|(?:[Tt]he )?(?:[Aa]uthor|[Ww]riter)s? (?:is|are|can be)\b"
    r"|(?!.*\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][\w.-]+ [A-Z][\w-]+ is an? "
    r".*\b(?:writer|reporter|correspondent|columnist|contributor|blogger|editor|journalist|analyst)\b"
    r".*\b(?:based in|covers|for this|holds|has (?:written|covered|reported|won|worked)|studied|lives|writes))"
)
_SPEECH = re.compile(r"[\"“”]|\b(?:said|says|told|added)\b")
_BULLET = re.compile(r"^\s*[•·*▪‣-]\s")
_ENDS_A_SENTENCE = tuple(".!?:)\"”'’")
_LONGEST = 70  # words; a longer paragraph is prose, whatever it mentions
_CAPTION = 40  # words of a line that its label, or who took its picture, is enough for
_SHORT = 14  # words of a line that one sign is enough for


def boilerplate_paragraphs(text: str) -> frozenset[int]:
    r"""Numbers of the paragraphs (as `layout.paragraphs` counts them) that are not the report's prose.

    Examples
    --------
    >>> sorted(boilerplate_paragraphs("Subscribe to our newsletter\n\nTwo men met in Oslo."))
    [0]
    """
    lines = [span.of(text).strip() for span in paragraphs(text)]
    found = {
        number for number, line in enumerate(lines) if _is_boilerplate(line) or _is_breadcrumb(number, lines)
    }
    beside = frozenset(found | set(_in_boxes(lines)))
    return beside.union(_behind_the_article(lines, beside))


def _is_boilerplate(line: str) -> bool:
    if any(sign.search(line) for sign in (_MENU, _THE_AUTHOR, _COMMENT, _OF_ITSELF)) or _is_a_row_of_links(
        line
    ):
        return True
    n_words = len(line.split())
    if n_words > _LONGEST or _SPEECH.search(line):
        return False  # who speaks of "our readers" in quotation marks is part of the story
    if _LABEL.match(line) or _CREDITS.search(line):
        return n_words <= _CAPTION
    page = len(_PAGE.findall(line))
    ourselves = bool(_OURSELVES.search(line)) and bool(_OUR_TRADE.search(line))
    to_reader = bool(_TO_THE_READER.search(line))
    if ourselves or page >= 2 or (page and to_reader) or (_BULLET.match(line) and (page or to_reader)):
        return True
    return n_words <= _SHORT and (page > 0 or to_reader)


def _is_a_row_of_links(line: str) -> bool:
    """As in "Home | World | Sport"."""
    parts = _DIVIDES_A_MENU.split(line)
    return len(parts) > 2 and all(len(part.split()) <= 3 for part in parts)


def _in_boxes(lines: Sequence[str]) -> Iterator[int]:
    """Numbers of the headlines under "Related stories", "Most read" and the like."""
    in_box = False
    for number, line in enumerate(lines):
        if _HEADS_A_BOX.match(line):
            in_box = True
        elif in_box and line and (line.endswith(_ENDS_A_SENTENCE) or len(line.split()) > _SHORT):
            in_box = False
        if in_box:
            yield number


def _behind_the_article(lines: Sequence[str], beside: frozenset[int]) -> Iterator[int]:
    """Numbers of the lines below "About the author" (one), "Notes to editors" and readers' comments (all).

    Such a heading stands below sentences of the article; above them it is a link to what stands below. Comments are
    known by who wrote the first one, and when.
    """
    is_below = False
    for number, line in enumerate(lines):
        is_below = is_below or (
            number not in beside and len(line.split()) > 3 and line.endswith((".", "!", "?"))
        )
        if not is_below:
            continue
        if _HEADS_AN_AUTHOR.match(line):
            yield number + 1
        elif _HEADS_NOTES.match(line) or (
            _HEADS_COMMENTS.match(line) and any(map(_COMMENT.match, lines[number + 1 : number + 1 + _SOON]))
        ):
            yield from range(number, len(lines))
            return


def _is_breadcrumb(number: int, lines: Sequence[str]) -> bool:
    """Whether a line only leads to the title below it: "Home Politics Two Men Met" above "Two Men Met"."""
    line = lines[number]
    if len(line) > 200 or line.endswith(_ENDS_A_SENTENCE):
        return False
    following = [other for other in lines[number + 1 : number + 4] if other]
    return any(line != other and len(other) > 15 and line.endswith(other) for other in following)
