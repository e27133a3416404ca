"""A place name is a venue, a topic or an actor by what it hangs on."""

from __future__ import annotations

import pytest
from event_timeline.core.mentions import PlaceRole

VENUE, TOPIC, ACTOR, CONTAINER = PlaceRole.VENUE, PlaceRole.TOPIC, PlaceRole.ACTOR, PlaceRole.CONTAINER


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The talks were held in Geneva on Monday.", "Geneva", VENUE),
        ("Rebels attacked Aleppo at dawn.", "Aleppo", VENUE),
        ("She travelled to Nairobi on Friday.", "Nairobi", VENUE),
        ("Soldiers searched a farm near Basra.", "Basra", VENUE),
        ("Jordan will host the next meeting.", "Jordan", VENUE),
        ("They discussed the situation in Yemen for an hour.", "Yemen", TOPIC),
        ("The special envoy to Libya arrived late.", "Libya", TOPIC),
        ("He wrote about the threat of militants in Somalia.", "Somalia", TOPIC),
        ("Moscow said that it would not answer.", "Moscow", ACTOR),
        ("Kenya's government refused to comment.", "Kenya", ACTOR),
        ("The US forces left on Monday.", "US", ACTOR),
        ("The treaty between Chad and Niger was signed.", "Chad", ACTOR),
        ("Gunmen robbed a driver between Gao and Ansongo.", "Gao", VENUE),
        ("He described the talks between Berlin and Ankara.", "Berlin", ACTOR),
        ("A bomb exploded at the entrance to Mosul.", "Mosul", VENUE),
        ("They talked of the oil market in Nigeria.", "Nigeria", TOPIC),
        ("Soldiers died near the Iran border.", "Iran", VENUE),
        ("Rebels attacked a post 40 kilometres from Goma.", "Goma", VENUE),
        ("The trawler sank, some 50 nautical miles east of Sohar.", "Sohar", VENUE),
        ("A bus burnt on the road from Gao to Kidal.", "Gao", VENUE),
        ("Troops clashed with rebels in the heights of Tarma.", "Tarma", VENUE),
        ("Two men died in the Bavaria town of Freising.", "Bavaria", CONTAINER),
        ("A Pakistan-based group claimed the attack.", "Pakistan", TOPIC),
        ("The rebels were driven out of Aleppo.", "Aleppo", VENUE),
        ("The police arrested a clerk from a hostel in Gwalior.", "Gwalior", VENUE),
        ("The army seized two villages from Syria.", "Syria", ACTOR),
        ("A Dundee woman was robbed on Friday.", "Dundee", ACTOR),
        ("Gunmen shot a man in a Kabul hotel.", "Kabul", VENUE),
        ("Two men were arrested in Peoria, Illinois, on Monday.", "Illinois", CONTAINER),
    ],
)
def test_roles_follow_the_parse(toponyms, text, name, role):
    assert toponyms(text)[name].role is role
