"""One document, from its parse to its events: the order of the steps, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ..core.event import Event
from ..core.mentions import Timex, Toponym
from ..gazetteer.gazetteer import Gazetteer
from .coreference.retellings import join_retellings, with_first_tellings
from .events.assemble import assemble
from .events.lexicon import Lexicon
from .events.triggers import find_triggers
from .parsed import ParsedDocument
from .places.link import link_places
from .places.toponyms import find_toponyms
from .times.link import link_times
from .times.timexes import find_timexes


@dataclass(frozen=True)
class Reading:
    """What a document tells, each list in text order; of events one for each telling (see `Event.same_as`)."""

    toponyms: tuple[Toponym, ...]
    timexes: tuple[Timex, ...]
    events: tuple[Event, ...]


def read(parsed: ParsedDocument, gazetteer: Gazetteer, lexicon: Optional[Lexicon] = None) -> Reading:
    """Read one parsed document; pure, needs only the document, its date and the gazetteer.

    Parameters
    ----------
    lexicon : Lexicon, optional
        Words that tell events; ours, when None. `lexicon_with` adds a user's own.
    """
    toponyms = find_toponyms(parsed, gazetteer)
    timexes = find_timexes(parsed)
    triggers = find_triggers(parsed, toponyms, timexes, lexicon)
    times = link_times(parsed, timexes, triggers)
    places = link_places(parsed, toponyms, triggers, times, gazetteer)
    told = join_retellings(parsed, triggers, places, times)
    events = assemble(parsed, told.triggers, told.places, told.times, timexes)
    return Reading(toponyms, timexes, with_first_tellings(events, told.chains))
