"""Words that tell of events and are none themselves: "said", "in a statement"."""

from __future__ import annotations

from ...core.mentions import Timex
from ..parsed import ParsedDocument
from .sites import Site, site_of
from .tense import clause_of

TOLD = frozenset(
    "say tell announce report state claim add note warn declare confirm reveal explain describe insist argue stress "
    "acknowledge allege assert believe think write tweet deny disclose recall point".split()
)
TELLINGS = frozenset(
    "statement interview conference briefing speech message report release communique broadcast tweet post letter "
    "telegram note bulletin video reporter journalist".split()
)


def is_of_telling(site: Site) -> bool:
    """Whether an expression belongs to a verb of telling: "said on Tuesday", "said in a statement on Tuesday"."""
    verb = clause_of(site.word)
    return verb.lemma_.lower() in TOLD and (site.word.i == verb.i or site.word.lemma_.lower() in TELLINGS)


def is_day_of_telling(parsed: ParsedDocument, timex: Timex) -> bool:
    """Whether an expression of a document belongs to a verb of telling."""
    return is_of_telling(site_of(parsed, timex))
