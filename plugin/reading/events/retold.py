"""What a document comes back to: "the attack", "three people were killed" right after one, the same men detained."""

from __future__ import annotations

from collections.abc import Sequence

from ...core.event_types import DEEDS, FORCE, EventType
from ..closed_classes import DEFINITE, HE_OR_SHE, POSSESSIVES, THEY
from ..links import Trigger
from ..tokens import Token
from .harm import harm_forms, hurts_by_disorder, is_harm_by_nobody, striking_forms
from .hits import Hit
from .kinds import kind_of
from .known_actors import known_actor_at
from .lexicon import word_class
from .quantities import introduces, quantity_of
from .roles import roles_of
from .same_people import ELSEWHERE, MORE, Befallen, is_one_more, sides_of
from .surroundings import Surroundings
from .voice import is_passive

PHYSICAL = DEEDS | {EventType.MOBILIZE, EventType.RETREAT}  # done with bodies, not words
_REACH_BACK = 2  # sentences within which an outcome follows its attack
_ADVERBIAL = frozenset(("prep", "npadvmod", "advmod"))
_WHERE = frozenset("in into at near across along within throughout inside around on".split())
_FORCES = frozenset(("troops", "armed"))  # an army with the police beside it
_HARMING = frozenset(("kill", "wound", "injure", "hurt"))
_SPOKEN_OF = frozenset(("of", "for", "in", "about"))
_NEVER_ONE = frozenset(
    "kidnap hijack arson looting torture sexual-violence raid pursuit seizure expulsion siege".split()
)


def is_told_before(hit: Hit, number: int, around: Surroundings, triggers: Sequence[Trigger]) -> bool:
    """Whether a hit only comes back to an event that the document told before.

    "The attack", without a time or place of its own; "three people were killed", by nobody, right after an attack:
    that is what it did.

    Parameters
    ----------
    number : int
        Number of the hit's sentence.
    triggers : sequence of Trigger
        What was told before, also what came back to an event itself.
    """
    before = [t for t in triggers if not t.is_retold]
    if hit.beside and (not hit.is_verb or hit.cause is not None):
        return False
    alike = [t for t in before if t.event_type is hit.event_type and not t.is_planned]
    if hit.event_type is EventType.PRESENCE:
        return _is_the_same_presence(hit, around, alike)
    near = _alike_and_near(hit, number, alike)
    if hit.is_verb and hit.mode == "talks" and (near or (alike and _nobody_by_name(hit))):
        return not hit.own_tokens() & around.times  # what they discussed, once that they met is told
    settled = hit.own_tokens() & (around.places | around.times)
    if hit.is_verb and hit.mode == "interview" and _at_a_press_conference(hit, alike):
        beside = {t.i for c in hit.token.children if c.dep_ in _ADVERBIAL for t in c.subtree}
        return not settled & beside  # "told the press", once that they were called is told
    if not hit.is_verb:
        is_definite = any(c.lower_ in DEFINITE for c in hit.token.children if c.dep_ in ("det", "poss"))
        if hit.light is not None:
            placed = hit.own_tokens() & around.places
            return is_definite and bool(near) and hit.event_type in PHYSICAL and not placed
        if settled:
            return False
        return (is_definite and bool(alike)) or _has_its_victims(hit, around, alike)
    if settled:
        return False
    if _has_its_victims(hit, around, alike) or _is_only_mentioned(hit, alike):
        return True
    if _adds_to_the_toll(hit, _alike_and_near(hit, number, triggers)):
        return True
    if not is_harm_by_nobody(hit):
        return False
    if _came_of_disorder(hit, number, before):
        return True
    return bool(near) and _is_outcome_of(hit, hit.token.doc[near[-1].token], number - near[-1].sentence)


def is_late_death(hit: Hit, number: int, before: Sequence[Trigger]) -> bool:
    """Whether people die of the wounds that an act of violence gave them that was told shortly before.

    They add to its toll, and their own day and hospital are none of it: "Two of the wounded died in Gao on Tuesday".
    """
    if not hit.is_verb or hit.token.lower_ not in word_class("dies"):
        return False
    return any(
        t.event_type is EventType.ASSAULT and not t.is_planned and number - t.sentence <= _REACH_BACK
        for t in before
    )


def _alike_and_near(hit: Hit, number: int, triggers: Sequence[Trigger]) -> list[Trigger]:
    return [
        t
        for t in triggers
        if t.event_type is hit.event_type and not t.is_planned and number - t.sentence <= _REACH_BACK
    ]


def _is_outcome_of(hit: Hit, deed: Token, sentences: int) -> bool:
    """Whether harm that nobody is said to have done came of the deed told last.

    One killing does not tell the outcome of another, but who was wounded right behind a killing, or was of the other
    side or the victim's own man, came to harm in it: "killed three rebels. One soldier was injured", "shot a mayor. His
    driver was killed".
    """
    if deed.lower_ not in harm_forms():
        return True
    if sentences > 1:
        return False
    if deed.lower_ in striking_forms():
        return True  # "A bomb hit a bus carrying troops. Three soldiers were injured."
    if hit.token.lower_ in word_class("wounds") and deed.lower_ in word_class("kills"):
        return True
    if any(c.dep_ == "poss" and c.lower_ in POSSESSIVES for p in hit.roles.patients for c in p.lefts):
        return True
    sides, told = sides_of(hit.roles.patients), sides_of(roles_of(deed).patients)
    return "" not in sides | told and not sides & told


def _came_of_disorder(hit: Hit, number: int, before: Sequence[Trigger]) -> bool:
    """Whether people were hurt in the riot told last, or as the police broke up a crowd: "Four were injured"."""
    told = [t for t in before if t.event_type in DEEDS and t.mode != "arrest"]
    if not told or number - told[-1].sentence > 1:
        return False
    return hurts_by_disorder(hit.token, told[-1].mode)


def _nobody_by_name(hit: Hit) -> bool:
    return bool(hit.roles.agents) and not any(a.pos_ == "PROPN" for a in hit.roles.agents)


def _at_a_press_conference(hit: Hit, before: Sequence[Trigger]) -> bool:
    """Whether a sentence that tells of a press conference has the name of who speaks to the press, not to one paper."""
    if any(p.pos_ == "PROPN" for p in hit.roles.patients):
        return False
    speakers = {a.lower_ for a in hit.roles.agents if a.pos_ == "PROPN"}
    told = (hit.token.doc[t.token].sent for t in before if t.mode == "press-conference")
    return any(speakers & {word.lower_ for word in sentence} for sentence in told)


def _is_the_same_presence(hit: Hit, around: Surroundings, before: Sequence[Trigger]) -> bool:
    """Whether a noun names who is where, as the document told before, and no new place: "the presence of rebels"."""
    if hit.is_verb or hit.light is not None or hit.own_tokens() & around.times:
        return False
    who, where = _known_in((*hit.roles.agents, *hit.roles.patients)), _places_of(hit.token)
    for trigger in before:
        earlier = hit.token.doc[trigger.token]
        roles = roles_of(earlier)
        if who & _known_in((*roles.agents, *roles.patients)) and where <= _places_of(earlier):
            return True
    return False


def _places_of(word: Token) -> set[str]:
    """The words behind its prepositions of place: "in the north of the country"."""
    below = (t for c in word.children if c.lower_ in _WHERE for t in c.subtree)
    return {t.lower_ for t in below if t.pos_ in ("NOUN", "PROPN", "ADJ")}


def _known_in(people: Sequence[Token]) -> set[str]:
    return {known.name for p in people if (known := known_actor_at(p)) is not None}


def _adds_to_the_toll(hit: Hit, near: Sequence[Trigger]) -> bool:
    """Whether it tells of others whom the deed told last befell, too: "one additional suspect was detained".

    So does one person more at the hands of those who did it: "the soldiers also detained one other man". What befell
    them elsewhere, in another incident or at the hands of somebody else is a deed of its own.
    """
    if not near or not hit.roles.patients or not is_one_more(hit.token, hit.roles.patients):
        return False
    people = {t.i for p in hit.roles.patients for t in p.subtree}
    if any(t.lower_ in ELSEWHERE or (t.lower_ in MORE and t.i not in people) for t in hit.token.subtree):
        return False
    if not hit.roles.agents and not is_passive(hit.token):
        return False
    if hit.event_type is EventType.COERCE:
        arrests = [t for t in near if t.mode == "arrest"]
        return hit.mode == "arrest" and bool(arrests) and _by_the_same(hit, arrests[-1])
    return hit.entry.head in _HARMING and _by_the_same(hit, near[-1])


def _by_the_same(hit: Hit, trigger: Trigger) -> bool:
    """Whether nobody is said to have done it, or it befell one at the hands of those who did what was told."""
    if not hit.roles.agents:
        return True
    quantity = quantity_of(hit.roles.patients[0])
    if quantity is None or quantity.count.high != 1 or any(introduces(a) for a in hit.roles.agents):
        return False
    did = roles_of(hit.token.doc[trigger.token]).agents
    return not did or all(
        a.lower_ in THEY | HE_OR_SHE or any(_may_be_one_actor(a, d) for d in did) for a in hit.roles.agents
    )


def _may_be_one_actor(later: Token, earlier: Token) -> bool:
    if later.pos_ == earlier.pos_ == "PROPN":
        return later.lower_ == earlier.lower_
    one, other = kind_of(later), kind_of(earlier)
    return one == other or {one, other} <= _FORCES


def _has_its_victims(hit: Hit, around: Surroundings, told: Sequence[Trigger]) -> bool:
    """Whether it befell those whom a like event befell before: nobody is arrested or killed twice."""
    if hit.event_type not in FORCE or not hit.roles.patients:
        return False
    befallen = Befallen(hit.token, hit.roles.patients)
    return any(
        _same_kind_of_harm(hit.mode, trigger.mode)
        and befallen.were_told_of(around.victims_of(hit.token.doc[trigger.token]))
        for trigger in told
    )


def _is_only_mentioned(hit: Hit, told: Sequence[Trigger]) -> bool:
    """Whether a gerund speaks of harm as something known: "accused of murdering the bishop", "for killing him".

    A name, a figure or another common noun than was told makes it another deed.
    """
    if hit.event_type not in FORCE or hit.token.tag_ != "VBG" or hit.token.dep_ != "pcomp":
        return False
    if hit.token.head.lower_ not in _SPOKEN_OF:
        return False
    if any(p.pos_ == "PROPN" or any(c.dep_ == "nummod" for c in p.lefts) for p in hit.roles.patients):
        return False
    struck = {p.lemma_.lower() for p in hit.roles.patients if p.pos_ == "NOUN"}
    return any(
        hit.mode == trigger.mode and _may_mean(struck, roles_of(hit.token.doc[trigger.token]).patients)
        for trigger in told
    )


def _may_mean(nouns: set[str], told: Sequence[Token]) -> bool:
    """Whether those of whom the nouns speak may be those told of: somebody by name, or by one of the nouns."""
    return not nouns or any(t.pos_ != "NOUN" or t.lemma_.lower() in nouns for t in told)


def _same_kind_of_harm(one: str, other: str) -> bool:
    return one == other or not {one, other} & _NEVER_ONE
