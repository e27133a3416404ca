"""Words of a text that the lexicon has: verbs and nouns with the rest of their phrases, their light verbs and roles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Optional

from ...core.event_types import EventType
from ..series import series_of
from ..tokens import Token
from .governing import is_light
from .kinds import ARMED, kind_of
from .lexicon import Entry, Lexicon, governors, word_class
from .needs import is_met, objects_behind
from .phrases import hyphenated, phrase_before, phrase_of, with_prefix, within_reach
from .roles import Roles, is_nominal, objects_of_prepositions, roles_of
from .surroundings import Surroundings

BEING = Entry("be", (), "verb", EventType.PRESENCE, "presence", frozenset())
_BEING = frozenset(("be", "remain", "stay"))
_WHEREABOUTS = frozenset("in at near across along throughout inside around within".split())
_STANDING = frozenset("behind for against about of like as".split())
_NO_VERBS = frozenset(("amod", "compound", "nmod", "aux", "auxpass"))  # by what they do in their phrase
_NAMES = frozenset(("PRODUCT", "ORG", "PERSON", "WORK_OF_ART"))
HAPPENING = frozenset("take occur happen break erupt begin start end open resume continue conclude".split())


@dataclass(frozen=True)
class Hit:
    """A word that the lexicon has, before it is decided whether it tells an event.

    Parameters
    ----------
    token : Token
        Head of the phrase.
    entry : Entry
        What the lexicon has for it.
    event_type : EventType
    mode : str
        The entry's own, or those of an attack that it tells the outcome of.
    phrase : tuple of Token
        The other words of the phrase.
    light : Token or None
        The light verb above a noun.
    beside : tuple of Token
        Other words that tell the same event: the attack in which people were killed.
    roles : Roles
    """

    token: Token
    entry: Entry
    event_type: EventType
    mode: str
    phrase: tuple[Token, ...] = ()
    light: Optional[Token] = None
    beside: tuple[Token, ...] = ()
    roles: Roles = field(default_factory=Roles)

    @property
    def head(self) -> Token:
        """The verb of its clause: the light verb where there is one, else the word itself."""
        return self.light or self.token

    @property
    def is_verb(self) -> bool:
        """Whether its word is a verb."""
        return self.entry.pos == "verb"

    @property
    def cause(self) -> Optional[Token]:
        """The attack beside a verb of harm that it tells the outcome of."""
        return next((t for t in self.beside if t.pos_ not in ("VERB", "AUX")), None)

    def own_tokens(self) -> set[int]:
        """Indices of the tokens that depend on it or on its light verb."""
        return {t.i for word in (self.token, self.head) for t in word.subtree}


def lent_to(hit: Hit, verb: Token) -> Hit:
    """A noun's hit with the verb that lends itself to it."""
    return replace(hit, light=verb, roles=_with_subject(hit.roles, verb, hit.token))


def find_hits(tokens: Sequence[Token], lexicon: Lexicon, around: Surroundings) -> dict[int, Hit]:
    """The hits of a sentence by the index of their heads; a word belongs to one phrase only.

    Phrases that the lexicon has as telling no event ("heart attack") take their words out of the running.
    """
    hyphens = {i for t in tokens if t.text == "-" for i in (t.i - 1, t.i, t.i + 1)}
    found: dict[int, Hit] = {}
    taken: set[int] = set()
    for token in tokens:
        verb = _verb_entry(token, lexicon, around)
        noun = _noun_entry(token, lexicon, around, token.i in hyphens) if verb is None else None
        entry, phrase = verb or noun or (None, ())
        if entry is None:
            if (presence := _presence(token, around)) is not None:
                found[token.i] = presence
            continue
        taken.update(word.i for word in phrase)
        if entry.event_type is None:
            taken.add(token.i)
        elif verb is not None:
            found[token.i] = Hit(token, entry, entry.event_type, entry.mode, phrase, roles=roles_of(token))
        else:
            light = _light_verb(token)
            roles = _with_subject(roles_of(token), light, token)
            found[token.i] = Hit(token, entry, entry.event_type, entry.mode, phrase, light, roles=roles)
    return {i: hit for i, hit in found.items() if i not in taken and not _measures_another(hit, found)}


def _measures_another(hit: Hit, found: Mapping[int, Hit]) -> bool:
    """As "round" in "a round of talks": the talks are the event, unless the rounds are told one by one."""
    return _is_a_measure(hit.token) and any(t.i in found for t in objects_behind(hit.token, ("of",)))


def _is_a_measure(noun: Token) -> bool:
    return noun.lower_ in word_class("measure") and not series_of(noun)


def _verb_entry(
    token: Token, lexicon: Lexicon, around: Surroundings
) -> Optional[tuple[Entry, tuple[Token, ...]]]:
    """The longest entry that a verb meets, with the tokens of the rest of its phrase."""
    prefixed, plain = with_prefix(token), token.lower_
    entries = lexicon.verbs.get(plain, ())
    if prefixed != plain:
        entries = (*lexicon.verbs.get(prefixed, ()), *entries)
    if not entries or token.pos_ not in ("VERB", "ADJ", "AUX") or token.dep_ in _NO_VERBS:
        return None
    if is_nominal(token):
        return None
    roles, near, undone = roles_of(token), within_reach(token), _undoing_particle(token)
    for entry in entries:
        if token.pos_ != "VERB" and not entry.others:
            continue
        phrase = phrase_of(near, entry.others)
        if phrase is None or (undone is not None and undone not in phrase):
            continue
        if entry.event_type is None and (_befalls_others_too(phrase) or phrase[-1].dep_ == "compound"):
            continue  # "killed himself and four policemen", "struck an oil depot"
        if is_met(entry, token, roles, around, is_light=False):
            return entry, phrase
    return None


def _befalls_others_too(phrase: Sequence[Token]) -> bool:
    """Whether somebody is told beside oneself."""
    return any(
        t.lower_ in word_class("self") and any(c.dep_ == "conj" and kind_of(c) for c in t.children)
        for t in phrase
    )


def _undoing_particle(verb: Token) -> Optional[Token]:
    """The particle that turns a verb into another that undoes things: "off" in "called off a strike"."""
    particles = (c for c in verb.children if c.dep_ == "prt")
    return next((c for c in particles if f"{verb.lower_} {c.lower_}" in governors()["negative"]), None)


def _noun_entry(
    token: Token, lexicon: Lexicon, around: Surroundings, near_hyphen: bool
) -> Optional[tuple[Entry, tuple[Token, ...]]]:
    """The longest entry that a noun meets, with the tokens of the rest of its phrase."""
    parts = hyphenated(token) if near_hyphen else ()
    entries = lexicon.nouns.get("".join(t.lower_ for t in parts) or token.lower_)
    if not entries or not (token.pos_ in ("NOUN", "PROPN", "X") or parts or is_nominal(token)):
        return None
    if token.pos_ == "PROPN" and token.ent_type_ in _NAMES and _light_verb(token) is None:
        return None  # a car called Accord, an Episcopal Conference
    light = _light_verb(token)
    for entry in entries:
        phrase = phrase_before(token, entry.others)
        if phrase is None:
            continue
        roles = _with_subject(roles_of(token), light, token) if entry.needs else Roles()
        if is_met(entry, token, roles, around, light is not None):
            return entry, phrase + tuple(t for t in parts if t != token)
    return None


def _presence(token: Token, around: Surroundings) -> Optional[Hit]:
    """Who bears arms and is somewhere: "There are 1,000 militants in the north", "The rebels remain in the hills"."""
    if token.lemma_ not in _BEING:
        return None
    is_existential = any(c.dep_ == "expl" for c in token.children)
    people = tuple(c for c in token.children if c.dep_ == "nsubj" or (is_existential and c.dep_ == "attr"))
    if not any(kind_of(p) in ARMED for p in people):
        return None
    is_there = around.has_place(token) if is_existential else _is_somewhere(token, around)
    return (
        Hit(token, BEING, EventType.PRESENCE, "presence", people, roles=Roles(people)) if is_there else None
    )


def _is_somewhere(being: Token, around: Surroundings) -> bool:
    """Whether a verb of being says where somebody is, and not what or how ("the rebels are stronger in the north")."""
    if any(c.dep_ in ("attr", "acomp", "oprd") for c in being.children):
        return False
    if any(c.dep_ == "prep" and c.lower_ in _STANDING for c in being.children):
        return False  # "the rebels are behind two bombings in the capital"
    where = (c for c in being.children if c.dep_ == "prep" and c.lower_ in _WHEREABOUTS)
    return any(t.i in around.places for c in where for t in c.subtree)


def _light_verb(noun: Token) -> Optional[Token]:
    """The light verb that a noun depends on, if it does."""
    verb = noun.head
    if noun.dep_ == "conj":
        return _light_verb(verb) if verb.pos_ in ("NOUN", "PROPN") else None
    if noun.dep_ == "pobj" and verb.lower_ == "of" and _is_a_measure(verb.head):
        return _light_verb(verb.head)  # "held two days of talks"
    if noun.dep_ == "pobj" and verb.dep_ == "prep" and verb.head.pos_ == "VERB":
        takes_part = verb.lower_ in ("in", "out", "on") and _has_part(verb.head)
        return verb.head if takes_part and is_light(verb.head) else None
    direct = noun.dep_ in ("dobj", "nsubjpass", "obj")
    happens = noun.dep_ == "nsubj" and verb.lemma_ in HAPPENING
    if verb.pos_ == "VERB" and (direct or happens) and is_light(verb):
        return verb
    if noun.dep_ == "nsubj" and noun.head.pos_ == "NOUN":
        return None
    held = next((c for c in noun.children if c.dep_ == "acl"), None)  # "a meeting held in Moscow"
    if noun.dep_ != "acl" and held is not None:
        return held if held.tag_ == "VBN" and is_light(held) else None
    return None


def _has_part(verb: Token) -> bool:
    return any(c.lower_ in ("part", "out") for c in verb.children) or verb.lemma_ == "participate"


def _with_subject(roles: Roles, light: Optional[Token], noun: Token) -> Roles:
    """The subject of the light verb acts in the noun; what stands behind its "with" or "against" is acted upon.

    The subject of a verb like "suffer" or "repel" is who undergoes it.
    """
    if light is None:
        return roles
    above = roles_of(light)
    agents = tuple(a for a in above.agents if noun not in (a, *a.ancestors) and a != noun)
    if light.lower_ in governors()["undergo"]:
        return replace(roles, patients=(*agents, *roles.patients))
    partners = tuple(p for p in (*roles.partners, *above.partners) if p != noun)
    if (
        not agents
        and not roles.agents
        and (sides := list(objects_of_prepositions(light, ("between", "among"))))
    ):
        agents, partners = (
            (sides[0],),
            tuple(p for p in partners if p != sides[0]),
        )  # "clashes broke out between"
    return replace(
        roles, agents=tuple(dict.fromkeys((*agents, *roles.agents))), partners=tuple(dict.fromkeys(partners))
    )
