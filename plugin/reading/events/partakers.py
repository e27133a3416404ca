"""Who takes part in an event: the actors of its predicate and of the noun it is told with, by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Optional

from ...core.event import Assertion
from ...core.event_types import FORCE, MUTUAL, EventType
from ...core.report import Span
from ..closed_classes import UNDERGOERS
from ..doc import Doc
from ..links import Trigger
from ..parsed import token_span
from ..tokens import Token
from .actors import Cast
from .assertion import judge
from .kinds import ARMED, kind_of
from .known_actors import known_actor_at
from .lexicon import governors, word_class
from .pronouns import antecedent_of
from .roles import Roles, is_nominal, objects_of_prepositions, roles_of

# "troops were deployed" is an act of the troops
_OF_FORCES = frozenset((EventType.PRESENCE, EventType.MOBILIZE))
_ORDERED = frozenset("authorized ordered launched conducted".split())
_SOUGHT = frozenset(("militant", "criminal", "person", "official"))
_SEEKING = frozenset(
    "search searching searched pursuit pursuing pursued hunt hunting hunted seeking sought target targeting"
    " targeted".split()
)
_SEIZING = frozenset("arrest capture detain apprehend seize find locate kill".split())
_TERRITORY = frozenset(("airspace", "border", "frontier"))  # whose it is acts in nothing
_NO_ACTORS = frozenset(("date", "place"))


@dataclass(frozen=True)
class Partakers:
    """Names with the words that name them: who acts, and to or with whom."""

    predicate: str
    first: tuple[tuple[str, Token], ...]
    second: tuple[tuple[str, Token], ...]

    def without_the_scene(self, where: Span) -> Partakers:
        """Without the place at which a deed is done among those to whom it is: "overran Mazar-i-Sharif"."""
        return replace(
            self, second=tuple(one for one in self.second if not where.overlaps(token_span(one[1])))
        )


def partakers_of(doc: Doc, trigger: Trigger, cast: Cast) -> Partakers:
    """The actors of a trigger's event."""
    head = doc[trigger.token]
    words = doc.touched(trigger.span.start, trigger.span.end)
    nouns = [
        t
        for t in words
        if (t.pos_ in ("NOUN", "PROPN") or is_nominal(t)) and not kind_of(t) and t.lower_ not in _TERRITORY
    ]
    there_are = _there_are(head)
    roles = [
        there_are or _own_roles(head, nouns, trigger.event_type in FORCE),
        *(_roles_beside(n, head) for n in nouns if n != head),
    ]
    if head.pos_ in ("NUM", "DET", "PRON"):
        roles += _of_the_collective(head)
    if head.pos_ in ("NOUN", "PROPN"):
        roles += [*_of_the_outcome(head), *_of_the_clause(head, trigger, roles)]
    if head.pos_ == "VERB":
        roles += _of_the_cause(head, roles[0])
    told = {head.i}
    if not there_are:
        told.update(t.i for t in words if t in nouns or (t.head == head and t.dep_ in UNDERGOERS))
    if trigger.event_type in _OF_FORCES:
        told -= {t.i for t in words if t.dep_ == "nsubjpass" and kind_of(t) in ARMED}
    first = _named(cast, [a for r in roles for a in r.agents if a.i not in told])
    second = _named(cast, [p for r in roles for p in (*r.patients, *r.partners) if p.i not in told])
    if trigger.mode in ("raid", "pursuit"):
        second.update(_named(cast, _sought(head)))
    elif trigger.event_type in FORCE:
        second.update(_named(cast, _sought_along(head)))
    if trigger.event_type in MUTUAL and not second and head.pos_ == "VERB":
        second = _named(cast, _with_whom(head))
    nobody_acts = not first and not any(r.agents for r in roles)  # not so where "he" does
    if trigger.event_type in MUTUAL and nobody_acts:
        first, second = second, {}
    if trigger.event_type is EventType.RETREAT:
        second = {
            name: t for name, t in second.items() if t.lower_ not in word_class("home")
        }  # "fled the country"
    if trigger.event_type in _OF_FORCES and nobody_acts:
        moved = _named(cast, [p for r in roles for p in r.patients if p.i not in told])
        first, second = moved or second, {}
    if trigger.event_type is EventType.PRESENCE and not first:
        first = _named(cast, _right_before(head))
    second = {name: token for name, token in second.items() if name not in first}
    predicate = words.text[trigger.span.start - words.start_char : trigger.span.end - words.start_char]
    return Partakers(predicate, tuple(first.items()), tuple(second.items()))


def _own_roles(head: Token, nouns: Sequence[Token], is_force: bool) -> Roles:
    """The roles of the trigger's head; who repels or suffers an attack does not make it."""
    roles = roles_of(head)
    if head.lower_ in governors()["report"] and is_force and any(n != head for n in nouns):
        return Roles()  # "police reported four kidnappings"
    if head.lower_ in governors()["undergo"] and any(n.head == head and n.dep_ in UNDERGOERS for n in nouns):
        return Roles(patients=roles.agents, partners=roles.partners)
    return roles


def _roles_beside(noun: Token, head: Token) -> Roles:
    """The roles of a noun that is told with a verb; whose the place is that is taken acts in nothing, but loses it."""
    roles = roles_of(noun)
    if head.pos_ == "VERB" and noun.dep_ in UNDERGOERS and noun.lower_ in word_class("settlement"):
        return Roles(patients=(*roles.agents, *roles.patients), partners=roles.partners)
    return roles


def _of_the_cause(verb: Token, own: Roles) -> list[Roles]:
    """Whose attack it was that harmed: "a coalition airstrike killed four", "killed in a rebel ambush"."""
    causes = [
        a for a in own.agents if a.pos_ == "NOUN" and (not kind_of(a) or a.lower_ in word_class("deed"))
    ]
    if not own.agents:
        causes += [c for c in objects_of_prepositions(verb, ("in", "by", "during")) if not kind_of(c)]
    return [Roles(agents=roles_of(cause).agents) for cause in causes if cause.pos_ == "NOUN"]


def _right_before(noun: Token) -> list[Token]:
    """An armed actor named just before: "the strengthening of Daesh's (ISIS) position"."""
    before = noun.doc[max(noun.sent.start, noun.i - 5) : noun.i]
    return [t for t in before if t.pos_ in ("PROPN", "NOUN") and kind_of(t) in ARMED][:1]


def _with_whom(verb: Token) -> list[Token]:
    """Behind a "with" that the parse hangs on a noun: "held a session on water with Norway"."""
    return [
        t
        for t in verb.subtree
        if t.dep_ == "pobj"
        and t.head.lower_ == "with"
        and kind_of(t) in ("country", "person", "organisation")
    ][:1]


def _there_are(head: Token) -> Optional[Roles]:
    """As in "There are 1,000 militants": those who are there."""
    if head.lemma_ == "be" and any(c.dep_ == "expl" for c in head.children):
        return Roles(tuple(c for c in head.children if c.dep_ in ("attr", "nsubj")))
    return None


def _of_the_outcome(noun: Token) -> list[Roles]:
    """As in "a strike that killed 92", "the foothold that rebels gained": those of the clause behind."""
    clauses = [roles_of(c) for c in noun.children if c.dep_ == "relcl"]
    return [Roles(tuple(a for a in c.agents if a != noun), c.patients) for c in clauses]


def _of_the_clause(noun: Token, trigger: Trigger, own: Sequence[Roles]) -> list[Roles]:
    """Whose meeting it is where the noun does not say: "after talks with B, A said"; who ordered the strike."""
    agents = [a for r in own for a in r.agents if a.pos_ != "PRON"]
    if noun.dep_ == "appos":
        noun = noun.head
    if noun.dep_ == "dobj" and noun.head.lower_ in _ORDERED:
        return [Roles(agents=roles_of(noun.head).agents)]
    if not agents and noun.dep_ in UNDERGOERS and noun.head.lower_ in word_class("takes-part"):
        return [Roles(agents=roles_of(noun.head).agents)]
    if not agents and trigger.event_type is EventType.ASSAULT:
        return [Roles(agents=_claimants(noun))]
    if agents or trigger.event_type not in (EventType.CONSULT, EventType.STATEMENT):
        return []
    if (noun.dep_ == "pobj" and noun.head.dep_ in ("prep", "advmod")) or noun.head.lower_ == "following":
        verb = next((a for a in noun.ancestors if a.pos_ == "VERB" and a.lower_ != "following"), None)
        if verb is not None:
            return [Roles(agents=roles_of(verb).agents)]
    return []


def _claimants(noun: Token) -> tuple[Token, ...]:
    """Who says that it was their deed: "IS claimed an attack", "admitted responsibility for the bombing"."""
    verb = noun.head
    if noun.dep_ == "pobj" and noun.head.head.lower_ in ("responsibility", "credit"):
        verb = noun.head.head.head
    elif noun.dep_ != "dobj":
        return ()
    if verb.lower_ not in word_class("owns-up") or judge(verb).assertion is not Assertion.OCCURRED:
        return ()
    return tuple(a for a in roles_of(verb).agents if not any(c.lower_ == "no" for c in a.lefts))


def _sought(head: Token) -> list[Token]:
    """Those an operation is after: "in search of a leader", "in pursuit of", "to capture a commander"."""
    return [
        t
        for t in head.subtree
        if t.dep_ in ("pobj", "dobj")
        and (t.head.lower_ in ("of", "for", "against") or t.head.tag_ == "VB")
        and _may_be_sought(t)
    ]


def _sought_along(head: Token) -> list[Token]:
    """Those whom an arrest or a killing comes of seeking, whoever else it befell.

    As in "detained two men while searching for a commander", "during an operation to capture a commander", "targeted a
    commander, killing two men".
    """
    verb = head
    while verb.dep_ in ("advcl", "conj") and verb.lower_ not in _SEEKING:
        verb = verb.head
    reach = [*head.subtree, *(verb.children if verb.lower_ in _SEEKING else ())]
    return [
        t
        for t in reach
        if t.dep_ in ("pobj", "dobj") and _is_sought(t.head, head) and _may_be_sought(t) and t.head != head
    ]


def _may_be_sought(somebody: Token) -> bool:
    """Whether a noun is one for those whom an operation is after, or tells of an armed group's people."""
    if kind_of(somebody) in _SOUGHT:
        return True
    before = (t for t in somebody.subtree if t.i < somebody.i)
    return any((known := known_actor_at(t)) is not None and known.kind == "militant" for t in before)


def _is_sought(above: Token, deed: Token) -> bool:
    """Whether a word's object is sought: that of "targeting", of "search for", of "an operation to arrest"."""
    if above.dep_ == "prep":
        return above.lower_ in ("for", "of") and above.head.lower_ in _SEEKING
    if above.lower_ in _SEEKING:
        return True
    is_purpose = above.tag_ == "VB" and above.dep_ in ("acl", "advcl", "relcl") and above != deed
    return is_purpose and above.lower_ in _SEIZING and above.head.pos_ == "NOUN"


def _of_the_collective(head: Token) -> list[Roles]:
    """The agents of the verb above a pronoun that stands for one of several events, and whom that one struck."""
    struck = Roles(patients=tuple(objects_of_prepositions(head, ("on", "against"))))
    for above in head.ancestors:
        agents = roles_of(above).agents if above.pos_ == "VERB" else ()
        if agents:
            return [Roles(agents=agents), struck]
    return [struck]


def _named(cast: Cast, tokens: list[Token]) -> dict[str, Token]:
    """Names of those who can act; places, days and things are left out."""
    found: dict[str, Token] = {}
    for token in tokens:
        kind = kind_of(antecedent_of(token) or token)
        if (not kind or kind in _NO_ACTORS) and not cast.knows(token):
            continue
        for name in cast.names_of(token):
            found.setdefault(name, token)
    return found
