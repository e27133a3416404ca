"""What a web page says of its article outside of the prose: when it was published, where, by whom, its address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Optional

from .written import day_of_stamp

# Names of <meta> elements, in the order in which they count; the first names are those of Open Graph and schema.org.
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "date",
)
_SITE = ("og:site_name", "application-name", "publisher")
_TITLE = ("og:title", "twitter:title", "headline", "title")
_AUTHOR = ("author", "article:author", "parsely-author", "dc.creator")
_ADDRESS = ("og:url", "canonical")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")  # the mark that browsers leave


class PageFacts:
    """Takes down what the elements of a page say; the first word of each kind counts."""

    def __init__(self) -> None:
        self._metas: dict[str, str] = {}
        self._linked: dict[str, str] = {}

    def take_meta(self, attributes: Mapping[str, Optional[str]]) -> None:
        """A ``<meta>`` element."""
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        content = " ".join((attributes.get("content") or "").split())
        if name and content:
            self._metas.setdefault(name.lower(), content)

    def take_link(self, attributes: Mapping[str, Optional[str]]) -> None:
        """A ``<link>`` element."""
        if (attributes.get("rel") or "").lower() == "canonical" and attributes.get("href"):
            self._metas.setdefault("canonical", attributes["href"] or "")

    def take_comment(self, words: str) -> None:
        """A comment: browsers say in one where they saved a page from."""
        found = _SAVED_FROM.search(words)
        if found:
            self._metas.setdefault("canonical", found.group(1))

    def take_linked_data(self, source: str) -> None:
        """A script of JSON-LD; what is no JSON says nothing."""
        try:
            data = json.loads(source)
        except ValueError:
            return
        for thing in _things(data):
            for ours, theirs in (("published", "datePublished"), ("title", "headline")):
                if isinstance(thing.get(theirs), str):
                    self._linked.setdefault(ours, thing[theirs])
            for ours in ("author", "publisher"):
                name = _name_in(thing.get(ours))
                if name and "datePublished" in thing:
                    self._linked.setdefault(ours, name)

    @property
    def published(self) -> Optional[date]:
        """The day on which the page says that it was published."""
        stamps = (self._linked.get("published", ""), *(self._metas.get(name, "") for name in _PUBLISHED))
        return next((day for stamp in stamps if (day := day_of_stamp(stamp))), None)

    @property
    def title(self) -> str:
        """The headline."""
        return self._first(_TITLE) or self._linked.get("title", "")

    @property
    def source(self) -> str:
        """The publisher."""
        return self._first(_SITE) or self._linked.get("publisher", "")

    @property
    def author(self) -> str:
        """Who wrote it; an address is no name."""
        name = self._first(_AUTHOR)
        return self._linked.get("author", "") if not name or name.startswith("http") else name

    @property
    def url(self) -> str:
        """Where the page stood."""
        return self._first(_ADDRESS)

    def _first(self, names: tuple[str, ...]) -> str:
        return next((self._metas[name] for name in names if name in self._metas), "")


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """The objects that JSON-LD describes, those in its lists and graphs too."""
    if isinstance(data, list):
        for item in data:
            yield from _things(item)
    elif isinstance(data, dict):
        yield data
        yield from _things(data.get("@graph"))


def _name_in(thing: Any) -> str:
    if isinstance(thing, list):
        return ", ".join(filter(None, map(_name_in, thing)))
    name = thing.get("name") if isinstance(thing, dict) else thing
    return name if isinstance(name, str) and not name.startswith("http") else ""
