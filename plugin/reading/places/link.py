"""Where each trigger's event happened: its own venue by the parse, else one taken over from the context, saying so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from ...core.mentions import Toponym
from ...gazetteer.gazetteer import Gazetteer
from ..links import PlaceLink, TimeLink, Trigger
from ..parsed import ParsedDocument
from .attachment import Closeness
from .inherited import (
    Links,
    MainPlace,
    from_context,
    from_dateline,
    from_deed_of_its_day,
    from_head,
    from_list,
    from_report,
    main_place,
)
from .matter import from_matter
from .presumed import by_actor, by_country, by_land, by_law, from_partner, from_purpose
from .residence import from_residence
from .scene import RULE, Scene
from .unnamed import lies_in_an_unnamed_place
from .venues import own_place

_TOWN_AT_MOST = 2  # UCDP where_prec: a town, or near one
_ITS_OWN = frozenset(
    f"{RULE}/{how.name.lower()}" for how in (Closeness.OWN, Closeness.INSIDE, Closeness.BELOW)
)


def link_places(
    parsed: ParsedDocument,
    toponyms: Sequence[Toponym],
    triggers: Sequence[Trigger],
    times: Sequence[Optional[TimeLink]],
    gazetteer: Gazetteer,
) -> tuple[Optional[PlaceLink], ...]:
    """The place of each trigger's event, aligned with `triggers`; None where the text gives none.

    Only venues place events. Where a trigger has none of its own, it takes over in this order: the place of the event
    it is listed with, of the talks it belongs to, of the like event before, of the dateline or of most deeds of the
    report, the country of whoever acts, the country that the report is about; each with a lower score, and a reason
    that says so.
    """
    scene = Scene(parsed, toponyms, triggers, times, gazetteer)
    own = [_lawful(scene, trigger, own_place(scene, trigger)) for trigger in triggers]
    links: Links = [link or from_list(scene, at, own) for at, link in enumerate(own)]
    main = main_place(scene, own)
    return tuple(link or _taken(scene, at, links, main) for at, link in enumerate(links))


def _taken(scene: Scene, at: int, links: Links, main: Optional[MainPlace]) -> Optional[PlaceLink]:
    """The first place that anything beside the event gives it, where it may have been there."""
    trigger = scene.triggers[at]
    found = _beside(scene, at, links, main)
    is_town = (
        found is not None and found.footprint is not None and found.footprint.where_prec <= _TOWN_AT_MOST
    )
    if is_town and lies_in_an_unnamed_place(scene.parsed.doc[trigger.token]):
        return by_land(scene, trigger)
    return _lawful(scene, trigger, found)


def _lawful(scene: Scene, trigger: Trigger, found: Optional[PlaceLink]) -> Optional[PlaceLink]:
    """A place that does not hang on the trigger itself, unless it lies where those who act may not enforce the law."""
    if found is None or found.footprint is None or found.provenance.rule in _ITS_OWN:
        return found
    at_home = by_law(scene, trigger)
    if at_home is None or at_home.footprint is None:
        return found
    return found if found.footprint.country == at_home.footprint.country else at_home


def _beside(scene: Scene, at: int, links: Links, main: Optional[MainPlace]) -> Optional[PlaceLink]:
    """The first place that anything beside the event gives it."""
    trigger = scene.triggers[at]
    return (
        from_purpose(scene, trigger)
        or by_country(scene, trigger)
        or from_residence(scene, trigger)
        or from_head(scene, at, links)
        or from_context(scene, at, links)
        or from_dateline(scene, trigger)
        or from_partner(scene, trigger)
        or from_matter(scene, trigger)
        or from_deed_of_its_day(scene, at, links)
        or from_report(scene, trigger, main)
        or by_actor(scene, trigger)
        or by_land(scene, trigger)
    )
