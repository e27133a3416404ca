"""Which elements of a web page are not its article: by what HTML calls them, and by what their makers do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Optional

Attributes = Mapping[str, Optional[str]]

_ELEMENTS = frozenset(
    "head script style noscript template svg math nav aside footer form button select textarea iframe object audio"
    " video canvas dialog figcaption menu".split()
)
_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar".split()
)
# Parts of the names that people give to boxes (class, id), each a word by itself between dashes or capitals.
_NAMES = frozenset(
    "ad ads advert advertisement advertising banner bio biography breadcrumb breadcrumbs byline-bio caption captions"
    " comment comments consent cookie cookies credit disclaimer disqus donate footer gdpr masthead menu modal nav"
    " navbar navigation newsletter outbrain paywall popular popup promo promoted promotion recirc recirculation"
    " recommended recommendations related share sharing sidebar signup social sponsor sponsored subscribe"
    " subscription taboola tags toolbar trending widget".split()
)
_PAIRS = re.compile(
    r"\b(?:author (?:box|bio|info|card|about)|about (?:the )?author|read (?:more|next|also)|most (?:read|viewed)"
    r"|more (?:from|stories|news|on)|you may|also like|skip link|screen reader|sr only)\b"
)
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_furniture(element: str, attributes: Attributes) -> bool:
    """Whether an element, with all that is in it, is beside the article.

    Names are not asked of what holds a whole page: ``<body class="has-sidebar">`` is no sidebar.
    """
    if element in _ELEMENTS or "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if (attributes.get("role") or "").lower() in _ROLES or _HIDDEN.search(attributes.get("style") or ""):
        return True
    if element in ("html", "body", "main", "article"):
        return False
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return any(_names_furniture(name) for name in names.split())


def _names_furniture(name: str) -> bool:
    words = [word.lower() for word in _WORDS.findall(name)]
    # "has-sidebar", "with-comments", "no-ads" tell of a box that something beside them is there.
    if not words or words[0] in ("has", "with", "no", "without", "is", "js"):
        return False
    return not _NAMES.isdisjoint(words) or bool(_PAIRS.search(" ".join(words)))
