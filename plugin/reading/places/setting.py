"""Where a report is set: the country that most of its place names and peoples belong to, and the province or state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from ...core.mentions import PlaceRole, Toponym
from ...gazetteer.gazetteer import Gazetteer
from ...gazetteer.place import Place
from ..parsed import ParsedDocument

# Votes of a place name for its country; a people or its adjective has one.
# The dateline votes once, however many names it has.
_VOTES = {PlaceRole.DATELINE: 4.0, PlaceRole.VENUE: 3.0}
_MOST = 2 / 3  # share of the towns and districts that must lie in one province for a report to be set there


def country_of_report(
    parsed: ParsedDocument, toponyms: Sequence[Toponym], gazetteer: Gazetteer
) -> Optional[str]:
    """The country (alpha-2) that a report is set in; None when it names no place and no people.

    The dateline and venues count before other names; "the Chadian rebels" speaks for Chad. Among equals, the country
    named first.
    """
    votes: dict[str, float] = {}
    dateline = next((t for t in toponyms if t.role is PlaceRole.DATELINE and _country(t)), None)
    for toponym in toponyms:
        country = _country(toponym)
        if country and (toponym.role is not PlaceRole.DATELINE or toponym is dateline):
            votes[country] = votes.get(country, 0.0) + _VOTES.get(toponym.role, 1.0)
    for country in _peoples(parsed, gazetteer):
        votes[country] = votes.get(country, 0.0) + 1.0
    return max(votes, key=lambda country: votes[country]) if votes else None


def _country(toponym: Toponym) -> Optional[str]:
    return toponym.footprint.country if toponym.footprint is not None else None


def unit_of_report(
    toponyms: Sequence[Toponym], gazetteer: Gazetteer, country: Optional[str]
) -> Optional[Place]:
    """The province or state that a report is set in: where most towns and districts lie that it names.

    None where they are spread over a country, and for what is told from its capital, as all of a country is.
    """
    votes: dict[str, float] = {}
    for toponym in toponyms:
        place = gazetteer.place(toponym.footprint.gazetteer_id) if toponym.footprint is not None else None
        if place is None or place.country != country or not place.admin1_code:
            continue
        if place.feature == "PPLC":
            if toponym.role is PlaceRole.DATELINE:
                return None
            continue
        votes[place.admin1_code] = votes.get(place.admin1_code, 0.0) + _VOTES.get(toponym.role, 1.0)
    if not votes or not country:
        return None
    code = max(votes, key=lambda unit: votes[unit])
    return gazetteer.admin1(country, code) if votes[code] >= _MOST * sum(votes.values()) else None


def _peoples(parsed: ParsedDocument, gazetteer: Gazetteer) -> list[str]:
    """The countries whose people or adjective the prose names, once for each mention."""
    found = (
        gazetteer.demonym(word)
        for sentence in parsed.prose()
        for word in parsed.doc.words[sentence.first_token : sentence.end_token]
        if word[0].isupper()
    )
    return [country for country in found if country is not None]
