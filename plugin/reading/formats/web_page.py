"""The article of a web page as a browser saves it: its paragraphs, without what the page puts around them.

What HTML or the names of its boxes call navigation, sidebar, form, caption and the like is left out, as are lines that
are nothing but links. Of the rest the part counts that the page calls its article. What such a page prints among the
paragraphs all the same is left to `reading.boilerplate`, which every text goes through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Optional

from ...core.errors import ReportError
from .page_facts import PageFacts
from .page_furniture import is_furniture
from .written import Written

_BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figure h1 h2 h3 h4 h5 h6 header hr"
    " html legend li main ol p pre section summary table tbody td tfoot th thead title tr ul".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_CLOSED_BY_ITS_LIKE = frozenset("li td th tr dt dd".split())  # HTML lets people leave out the end
_PAGE, _MAIN, _ARTICLE, _BODY = range(4)  # how closely a part holds the article
_ENOUGH = (
    0.4  # share of the page's words that its article has; a teaser, or a comment in an <article>, has less
)
_LINKS = 0.8  # share of a line that is links when it is one of a menu
# A page, or a piece of one as it is pasted.
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|main|article|section|div|p|h[1-6]|ul|table)\b[^<]{0,500}?>)",
    re.IGNORECASE | re.DOTALL,
)
_XHTML = re.compile(rb"\s*<\?xml.{0,1000}?<html\b", re.IGNORECASE | re.DOTALL)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_SAMPLE = 4096


def is_web_page(data: bytes) -> bool:
    """Whether bytes start as a web page does, whatever their file is called."""
    head = data[:_SAMPLE].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    return bool(_HTML.match(head) or _XHTML.match(head))


def charset_of(data: bytes) -> str:
    """The encoding that a page says it is in; empty when it does not."""
    found = _CHARSET.search(data[:_SAMPLE])
    return found.group(1).decode("ascii") if found else ""


def article_of(source: str, name: str) -> Written:
    """The article of a page.

    Parameters
    ----------
    source : str
        The page's HTML.
    name : str
        What to call it in messages.

    Raises
    ------
    ReportError
        When the page holds no text, as one that a script fills.
    """
    page = _Page()
    page.feed(source)
    page.close()
    lines = page.lines()
    if not lines:
        raise ReportError(
            f"{name} is a web page without text: a script fills it. Copy its text from the browser into a .txt file."
        )
    facts = page.facts
    title = facts.title or page.title
    return Written("\n\n".join(lines), title, facts.source, facts.author, facts.url, facts.published)


@dataclass
class _Line:
    """A paragraph: its words, how many of its characters are links, the parts that hold it, whether it is the title."""

    words: str
    linked: int
    parts: tuple[int, ...]
    is_title: bool

    @property
    def is_menu(self) -> bool:
        return not self.is_title and self.linked >= _LINKS * max(1, len(self.words))


class _Page(HTMLParser):
    """Gathers the paragraphs of a page, and what it says of itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.facts = PageFacts()
        self.title = ""
        self._open: list[tuple[str, bool, Optional[int]]] = []  # element, is furniture, part that it starts
        self._kinds: list[int] = []  # of each part, how closely it holds the article
        self._lines: list[_Line] = []
        self._words: list[str] = []
        self._linked = 0
        self._linked_data: Optional[list[str]] = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Optional[str]]]) -> None:
        attributes = dict(attrs)
        if tag == "meta":
            self.facts.take_meta(attributes)
        elif tag == "link":
            self.facts.take_link(attributes)
        elif tag == "br":
            self._words.append("\n")
        elif tag == "time" and attributes.get("itemprop") == "datePublished":
            self.facts.take_meta({"name": "datepublished", "content": attributes.get("datetime")})
        if tag == "script" and (attributes.get("type") or "").lower() == "application/ld+json":
            self._linked_data = []
        if tag in _BLOCKS:
            self._end_line()
            before = self._open[-1][0] if self._open else ""
            if before == "p" or (before == tag and tag in _CLOSED_BY_ITS_LIKE):
                self._open.pop()
        if tag in _VOID:
            return
        kind = _kind_of(tag, attributes)
        part = None
        if kind is not None:
            part = len(self._kinds)
            self._kinds.append(kind)
        inside_article = any(part is not None for _, _, part in self._open)
        outer_head = tag == "header" and not inside_article
        self._open.append((tag, outer_head or is_furniture(tag, attributes), part))

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._linked_data is not None:
            self.facts.take_linked_data("".join(self._linked_data))
            self._linked_data = None
        if tag in _BLOCKS:
            self._end_line()
        # What is closed in the wrong order, or not at all, ends with what it stands in.
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth][0] == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        if self._linked_data is not None:
            self._linked_data.append(data)
            return
        elements = [element for element, _, _ in self._open]
        if "title" in elements and "svg" not in elements:
            self.title = " ".join(f"{self.title} {data}".split())
            return
        # A headline is one also in a box of the page's head.
        beside = any(is_beside and element != "header" for element, is_beside, _ in self._open)
        if beside or ("h1" not in elements and any(is_beside for _, is_beside, _ in self._open)):
            return
        self._words.append(data if "pre" in elements else re.sub(r"\s+", " ", data))
        if "a" in elements:
            self._linked += len(data.strip())

    def handle_comment(self, data: str) -> None:
        self.facts.take_comment(data)

    def close(self) -> None:
        """All has been read."""
        super().close()
        self._end_line()

    def lines(self) -> list[str]:
        """The paragraphs of the article, its headline first."""
        part = self._article()
        chosen = [line for line in self._lines if part is None or part in line.parts]
        if not any(line.is_title for line in chosen):
            chosen = [*[line for line in self._lines if line.is_title][:1], *chosen]
        return [line.words for line in chosen if not line.is_menu]

    def _article(self) -> Optional[int]:
        """The part that holds the article most closely; None for the whole page."""
        length = [
            sum(len(line.words) for line in self._prose() if part in line.parts) for part in self._parts()
        ]
        whole = sum(len(line.words) for line in self._prose())
        enough = [part for part in self._parts() if length[part] >= max(1, _ENOUGH * whole)]
        return max(enough, key=lambda part: (self._kinds[part], length[part]), default=None)

    def _parts(self) -> range:
        return range(len(self._kinds))

    def _prose(self) -> Iterable[_Line]:
        return (line for line in self._lines if not line.is_menu)

    def _end_line(self) -> None:
        words = "\n".join(filter(None, (" ".join(line.split()) for line in "".join(self._words).split("\n"))))
        if words:
            elements = [element for element, _, _ in self._open]
            parts = tuple(part for _, _, part in self._open if part is not None)
            self._lines.append(_Line(words, self._linked, parts, "h1" in elements))
        self._words, self._linked = [], 0


def _kind_of(tag: str, attributes: dict[str, Optional[str]]) -> Optional[int]:
    """How closely an element holds the article by its own word; None when it says nothing of it."""
    if "articlebody" in (attributes.get("itemprop") or "").lower():
        return _BODY
    if tag == "article" or (attributes.get("role") or "").lower() == "article":
        return _ARTICLE
    return _MAIN if tag == "main" or (attributes.get("role") or "").lower() == "main" else None
