"""What a place name does in its sentence: venue, topic, actor, dateline or container. Read off the parse.

"Held in Moscow" is a venue; "the situation in Afghanistan" and "envoy to Afghanistan" are topics; "Moscow said" is an
actor. A name that stands for a larger phrase ("the city of Kabul", "Kabul airport", "Ghazni and Paktia") has the role
of the phrase.
"""

from __future__ import annotations

from typing import Optional

from ...core.mentions import PlaceRole
from ...gazetteer.place import PlaceKind
from ..closed_classes import PLACES, UNDERGOERS, VERBAL
from ..doc import TokenSpan
from ..events.voice import falls_to_an_enemy
from ..series import MEMBERS
from ..tokens import Token
from .attachment import is_person_met
from .phrases import WordsBefore
from .words import (
    DIRECTIONS,
    FACILITIES,
    GENERIC_KINDS,
    LEAVING,
    MOVING,
    NATURAL,
    RESIDENTS,
    ROADS,
    SETTLEMENTS,
    TAKING,
    TARGETING,
    TITLES,
    is_site,
)

_WHERE = frozenset(
    "in at near inside outside across throughout around within along between beside beyond via through into onto off "
    "above over under behind amid among opposite surrounding".split()
)

# Nouns that are about a place without being there.
TOPIC_NOUNS = frozenset(
    "situation strategy policy approach conflict crisis issue problem question process peace stability security war "
    "future interest concern role envoy ambassador representative adviser advisor aid assistance support relation "
    "tie cooperation threat progress democracy effort expert analyst view opinion history "
    "book influence involvement settlement solution reconciliation case matter "
    "investment trade market economy change reform policymaker need goal objective "
    "commitment promise pressure sanction reality implication".split()
)
_OF_PLACES = frozenset(
    "border city town village capital province district state county region republic kingdom country area north south "
    "east west center centre outskirt suburb part heart middle port island territory mountain valley coast border side "
    "rest whole community neighborhood neighbourhood governorate edge tip corner stretch swath entrance gate "
    "approach portion slope perimeter boundary frontier waters water shore bank belt end margin fringe periphery foot "
    "top summit surroundings surrounding vicinity environs doorstep hometown birthplace "
    "height highland lowland foothill hillside plain jungle wood woods marsh swamp steppe wilderness shoreline "
    "northeast northwest southeast southwest much most half all third quarter bulk".split()
)
_AT_WORK = frozenset("police patrolman deputies".split())  # of those named by their town, who work there
# Parts of places that one is on: "missiles on the outskirts of X".
_UPON = frozenset("outskirt edge bank shore slope street perimeter fringe periphery corner highway".split())
_LEADING_TO = frozenset("entrance approach gateway road access gate way highway route street".split())
_LIKE = frozenset(("like", "including", "as"))
# What makes a market one of goods and not of stalls.
_OF_TRADE = frozenset(
    "oil gas energy power electricity labor labour job jobs stock bond financial money currency capital housing "
    "property export domestic global international world emerging black free single common consumer mobile car "
    "retail".split()
)
# What goes on between two parties, wherever they are; other things between two towns lie there.
_DEALINGS = frozenset(
    "talk negotiation dialogue meeting summit conference contact exchange agreement accord deal pact treaty truce "
    "ceasefire peace alliance friendship partnership cooperation relation relationship tie link bond trade dispute row "
    "quarrel rivalry feud tension rift split difference gap disagreement standoff stand-off confrontation conflict war "
    "battle fighting clash hostility competition match game final derby mediation mediator arrangement "
    "understanding choice comparison distinction".split()
)
_STRUCK = frozenset(
    "attack bombing siege capture fall liberation invasion occupation shelling bombardment sky street airspace streets "
    "battle seizure recapture destruction evacuation raid strike assault blockade control ambush incursion offensive "
    "airstrike advance march".split()
)
_OF_ACTORS = frozenset(
    "government president minister people leader citizen resident king army police embassy".split()
)
# Verbs whose "in" does not say where.
_NOT_BEING_IN = frozenset(
    "interested result succeed fail interest invest believe engage interfere intervene".split()
)
_BEING = frozenset("be remain become seem have include face need see".split())


def name_head(tokens: TokenSpan) -> Token:
    """The word of a name that its preposition governs, if the parse splits the name; else its syntactic head."""
    return next((token for token in tokens if token.dep_ == "pobj"), tokens.root)


def role_of(token: Token, is_country: bool = False) -> tuple[PlaceRole, str]:
    """The role of the name whose head is `token`, and the reason as a sentence.

    A country before a noun ("the US forces", "Afghanistan strategy") is not its venue, unless it is a part of its land
    ("the Iran border"); a town may be ("Kabul hotel").
    Likewise what is between two countries is theirs, and what is between two towns may lie there.
    """
    role, why = _role(token, 0)
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    if not is_country or role is not PlaceRole.VENUE:
        return role, why
    if token.dep_ in ("compound", "nmod", "amod", "poss") and not _is_land(token.head.lemma_.lower()):
        return PlaceRole.ACTOR, f'it says whose the "{token.head.text}" is'
    if token.head.lower_ == "from" and token.head.head.lemma_ in TAKING:
        return PlaceRole.ACTOR, "it is what something is taken from"
    if token.head.lower_ == "between" and not is_place_noun(token.head.head.lemma_.lower()):
        return PlaceRole.ACTOR, "it is a party to what is between it and another"
    return role, why


def _role(token: Token, depth: int) -> tuple[PlaceRole, str]:
    head, dep = token.head, token.dep_
    if depth > 6 or head == token:
        return PlaceRole.TOPIC, "it stands alone"
    if dep in ("conj", "appos"):
        return _role(head, depth + 1)
    if dep in ("compound", "nmod", "amod", "nummod"):
        return _before_noun(token, head, depth)
    if dep == "poss":
        return _possessor(head, depth)
    if dep == "pobj" or (dep == "pcomp" and head.dep_ == "prep"):
        return _behind_preposition(token, head, depth)
    if dep in UNDERGOERS and head.lemma_ in TARGETING:
        return PlaceRole.VENUE, f'"{head.text}" happens to it'
    if dep == "nsubj" and falls_to_an_enemy(head):
        return PlaceRole.VENUE, f'it "{head.text}" to an enemy'
    if dep == "nsubj" and head.lemma_ == "host":
        return PlaceRole.VENUE, f'it "{head.text}" what happens'
    if dep in ("nsubj", "csubj"):
        if head.lemma_ in _BEING:
            return PlaceRole.TOPIC, f'something is said of it with "{head.text}"'
        return PlaceRole.ACTOR, f'it is the one who "{head.text}"'
    if dep == "agent":
        return PlaceRole.ACTOR, "it is named as the one who acts"
    if dep in ("npadvmod", "advmod"):
        if head.dep_ == "amod" and head.i > token.i:
            return PlaceRole.TOPIC, f'"{token.text}-{head.text}" says what the "{head.head.text}" is like'
        if head.pos_ == "VERB":
            return PlaceRole.VENUE, f'it says where "{head.text}"'
        if token.lower_ in DIRECTIONS and head.pos_ in ("NOUN", "PROPN"):  # "a road north of X"
            return _role(head, depth + 1)
    return PlaceRole.TOPIC, f'it goes with "{head.text}" and does not say where'


def _before_noun(token: Token, head: Token, depth: int) -> tuple[PlaceRole, str]:
    noun = head.lemma_.lower()
    if _is_named_town(head):
        return PlaceRole.CONTAINER, f"it says in what the {head.text} named behind it lies"
    if is_place_noun(noun):
        return _role(head, depth + 1)
    if head.ent_type_ in ("PERSON", "ORG") or noun in TITLES or noun in _OF_ACTORS:
        return PlaceRole.ACTOR, f'it says whose "{head.text}" acts'
    if noun in RESIDENTS and noun not in _AT_WORK:
        return PlaceRole.ACTOR, f'it says of where the "{head.text}" is'
    if _is_topic(head) or head.pos_ == "ADJ":
        return PlaceRole.TOPIC, f'"{token.text} {head.text}" is about it'
    return PlaceRole.VENUE, f'it says where the "{head.text}" is'


def _possessor(head: Token, depth: int) -> tuple[PlaceRole, str]:
    if _is_named_town(head):
        return PlaceRole.CONTAINER, f"it says in what the {head.text} named behind it lies"
    if is_place_noun(head.lemma_.lower()) or head.ent_type_ in PLACES:
        return _role(head, depth + 1)
    return PlaceRole.ACTOR, f'the "{head.text}" is its own'


def _behind_preposition(token: Token, preposition: Token, depth: int) -> tuple[PlaceRole, str]:
    word, governor = preposition.lower_, preposition.head
    lemma = governor.lemma_.lower()
    if governor.dep_ == "prep" and depth < 6:  # "from inside Syria", "close to the borders of"
        if lemma in ("close", "next", "near"):
            return PlaceRole.VENUE, f"it is {governor.text} {word} it"
        return _behind_preposition(token, governor, depth + 1)
    if word in ("of", "from") and _is_measured(preposition):
        return PlaceRole.VENUE, f"it is told how far {word} it"
    if governor.pos_ in VERBAL:
        return _with_verb(word, token, governor, lemma)
    if word == "of" and governor.lower_ in ("inside", "outside"):
        return PlaceRole.VENUE, f"it is told what is {governor.text} of it"
    if word == "of":
        if lemma in _OF_PLACES or is_place_noun(lemma) or governor.pos_ == "ADJ":
            return _role(governor, depth + 1)
        if lemma in _OF_ACTORS or governor.ent_type_ in ("PERSON", "ORG"):
            return PlaceRole.ACTOR, f'"{governor.text} of {token.text}" acts'
        if lemma in _STRUCK:
            return PlaceRole.VENUE, f'the "{governor.text}" is there'
        return PlaceRole.TOPIC, f'"{governor.text} of {token.text}" is about it'
    if (word == "to" and lemma in _LEADING_TO) or (word in _LIKE and is_place_noun(lemma)):
        return _role(governor, depth + 1)
    if word in ("from", "to") and lemma in ROADS:  # "the road from X to Y"
        return _role(governor, depth + 1)
    if word == "on" and is_site(token.lower_):
        return PlaceRole.VENUE, f'the "{governor.text}" is on it'
    if word == "between" and lemma in _DEALINGS:
        return PlaceRole.ACTOR, f'the "{governor.text}" is between it and another'
    if word == "to" and lemma in ("close", "next", "near"):
        return PlaceRole.VENUE, f"it is {governor.text} to it"
    if word == "between" and is_place_noun(lemma):  # "the border between"
        return _role(governor, depth + 1)
    if word in _WHERE:
        if is_person_met(governor):
            return PlaceRole.VENUE, f'"{governor.text}" was met {word} it'
        topic = _topic_above(governor)
        if topic is not None:
            return PlaceRole.TOPIC, f'"the {topic.text} ... {word} {token.text}" is about it'
        return PlaceRole.VENUE, f'the "{governor.text}" is {word} it'
    if word == "from" and governor.dep_ in UNDERGOERS and governor.head.lemma_ in LEAVING | TAKING:
        return PlaceRole.VENUE, f'"{governor.head.text}" happened there'  # "evacuated staff from X"
    if word in ("to", "from") and lemma in MOVING:
        return PlaceRole.VENUE, f'the "{governor.text}" goes {word} it'
    # "another on the road to X"
    is_on_a_part = token.lemma_.lower() in _UPON or (
        governor.lower_ in MEMBERS and is_place_noun(token.lemma_.lower())
    )
    if word == "on" and (lemma in _STRUCK or is_place_noun(lemma) or is_on_a_part):
        return PlaceRole.VENUE, f'the "{governor.text}" is on it'
    if word in ("from", "with", "against", "by"):
        return PlaceRole.ACTOR, f'"{governor.text} {word} {token.text}" makes it a party'
    return PlaceRole.TOPIC, f'"{governor.text} {word} {token.text}" is about it'


def _topic_above(noun: Token) -> Optional[Token]:
    """The noun that makes a phrase a topic: "the situation", "the threat of militants"."""
    for _ in range(3):
        if _is_topic(noun):
            return noun
        if noun.dep_ in ("appos", "conj", "compound"):
            noun = noun.head
        elif noun.dep_ == "pobj" and noun.head.lower_ in ("of", "about", "on", "regarding", "over", "for"):
            noun = noun.head.head
        else:
            return None
        if noun.pos_ not in ("NOUN", "PROPN"):
            return None
    return None


def _is_topic(noun: Token) -> bool:
    """Whether a noun is about places; "a market in X" is a place, "the oil market in X" and "markets in X" are not."""
    lemma = noun.lemma_.lower()
    if lemma not in TOPIC_NOUNS:
        return False
    is_site = lemma in FACILITIES and noun.tag_ in ("NN", "NNP")
    return not is_site or any(child.lower_ in _OF_TRADE for child in noun.children)


def _with_verb(word: str, noun: Token, verb: Token, lemma: str) -> tuple[PlaceRole, str]:
    if word == "in" and lemma in _NOT_BEING_IN:
        return PlaceRole.TOPIC, f'"{verb.text} in" does not say where'
    if word in _WHERE:
        return PlaceRole.VENUE, f'"{verb.text}" happened {word} it'
    if word == "to":
        if lemma in MOVING:
            return PlaceRole.VENUE, f'"{verb.text}" leads to it'
        return PlaceRole.TOPIC, f'"{verb.text} to" does not say where'
    if word in ("from", "out"):
        if lemma in LEAVING or lemma in TAKING or word == "out":
            return PlaceRole.VENUE, f'"{verb.text}" happened there'
        return PlaceRole.TOPIC, f'"{verb.text} from" tells an origin'
    is_struck = any(c.dep_ in UNDERGOERS and c.lemma_.lower() in _STRUCK for c in verb.children)
    if word == "on" and (is_struck or lemma in TARGETING or is_place_noun(noun.lemma_.lower())):
        return PlaceRole.VENUE, f'"{verb.text}" happened to it'
    if word in ("with", "against", "by"):
        return PlaceRole.ACTOR, f'"{verb.text} {word}" makes it a party'
    return PlaceRole.TOPIC, f'"{verb.text} {word}" does not say where'


def _is_measured(preposition: Token) -> bool:
    """As in "clashed 30 km north-east of X", "a post 40 miles from X": a distance tells where."""
    return WordsBefore(preposition.doc).distance(preposition.i) is not None


def _is_named_town(noun: Token) -> bool:
    """As in "the X town of Y": the town is Y, and X holds it."""
    if GENERIC_KINDS.get(noun.lower_) is not PlaceKind.TOWN:
        return False
    names = (name for child in noun.children if child.lower_ == "of" for name in child.children)
    return any(name.pos_ == "PROPN" for name in names)


def is_place_noun(noun: str) -> bool:
    """Whether a noun, by its lemma, is a kind or a part of places, a site or a street: "district", "centre", "road"."""
    return _is_land(noun) or is_site(noun) or noun in SETTLEMENTS


def _is_land(noun: str) -> bool:
    return noun in GENERIC_KINDS or noun in NATURAL or noun in _OF_PLACES
