"""Times that say when somebody told of an event, and not when it was: "said on Tuesday"."""

from __future__ import annotations

from ...core.mentions import Timex
from ..parsed import ParsedDocument
from .saying_words import TELLINGS, TOLD
from .sites import Site, site_of
from .tense import clause_of


def is_of_telling(site: Site) -> bool:
    """Whether an expression belongs to a verb of telling: "said on Tuesday", "said in a statement on Tuesday"."""
    verb = clause_of(site.word)
    return verb.lemma_.lower() in TOLD and (site.word.i == verb.i or site.word.lemma_.lower() in TELLINGS)


def is_day_of_telling(parsed: ParsedDocument, timex: Timex) -> bool:
    """Whether an expression of a document belongs to a verb of telling."""
    return is_of_telling(site_of(parsed, timex))
