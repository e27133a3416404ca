"""One event for each predicate: "killed in an attack" and "an attack that killed four" are one."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from ...core.event_types import EventType
from ..closed_classes import DEFINITE, SUBJECTS
from ..series import series_of
from ..tokens import Token
from .causes import CIRCUMSTANCE, cause_of, noun_of_violence
from .harm import harm_forms, hurts_by_disorder, is_harm_by_nobody, tells_harm
from .hits import Hit, lent_to
from .kinds import ARMED, kind_of
from .lexicon import people_words, word_class
from .named_deeds import deed_named_beside
from .participants import is_of_a_weapon
from .roles import roles_of
from .same_people import is_told_apart
from .subjects import subject_of
from .tallies import is_under_a_total
from .voice import is_passive

SPOILS = frozenset(("looting", "arson", "destruction"))  # modes of what attackers do besides
_MEANS = frozenset("gunfire grenade explosives shelling beating stabbing".split())  # of how a deed is done
_MORE_THAN_A_NOTE = frozenset("aux auxpass prep agent dobj npadvmod".split())
_PARTICIPLES = frozenset(("advcl", "xcomp"))
_AT_THAT_TIME = frozenset(("when", "as", "after"))
_TOWARDS_A_NOUN = frozenset("for to on upon in".split())
_MADE_OR_HELD = frozenset((EventType.AGREE, EventType.CONSULT))


def join_outcomes(hits: dict[int, Hit]) -> dict[int, Hit]:
    """The hits of a sentence with verbs of harm and the attacks they tell the outcome of taken together."""
    joined = dict(hits)
    owners: dict[int, int] = {}  # of what was taken into another hit

    def take(verb: Token, owner: int, mode: str = "") -> None:
        del joined[verb.i]
        owners[verb.i] = owner
        if owner in joined:
            above = joined[owner]
            joined[owner] = replace(above, mode=above.mode or mode, beside=(*above.beside, verb))

    for hit in hits.values():
        verb = hit.token
        if not hit.is_verb or hit.event_type is not EventType.ASSAULT or verb.i not in joined:
            continue
        if is_under_a_total(verb):
            continue  # "the number of people killed in the attack"
        if (deed := _deed_of_the_agent(verb, joined)) is not None:
            take(verb, deed.token.i, hit.mode)
            continue
        if (deed := _deed_of_its_weapon(verb, joined)) is not None:
            take(verb, deed.token.i, hit.mode)  # "a bomb hidden in a car exploded"
            continue
        if (deed := _deed_noted_before(verb, joined)) is not None:
            take(verb, deed.token.i)  # "blast near a market; 3 killed, 12 wounded"
            continue
        if (deed := _deed_of_a_clause(hit, joined)) is not None:
            take(verb, deed.token.i)  # "ten were killed when a car bomb went off"
            continue
        if verb.lower_ in word_class("dies") and (deed := _another_deed(verb, joined)) is not None:
            take(
                verb, deed.token.i
            )  # "died of their wounds, bringing to 14 the number killed in the bombing"
            continue
        if (named := deed_named_beside(hit, joined)) is not None:
            del joined[named.token.i]
            joined[verb.i] = replace(joined[verb.i], beside=(*joined[verb.i].beside, named.token))
            continue
        if not tells_harm(hit):
            if (
                hit.mode in SPOILS | _MEANS
                and verb.tag_ == "VBG"
                and (owner := _deed_above(verb, joined, owners))
            ):
                # "raided a village, stealing cattle", "stormed a hotel, hurling grenades"
                take(verb, owner.token.i, hit.mode if hit.mode in _MEANS else "")
            elif hit.mode in SPOILS and (attack := noun_of_violence(subject_of(verb), joined)) is not None:
                # "the attack set it on fire"
                is_known = any(c.lower_ in DEFINITE for c in attack.token.lefts)
                take(verb, attack.token.i, "" if is_known else hit.mode)
            continue
        cause = cause_of(verb, joined)
        if cause is not None and verb.tag_ == "VBG" and _first_of_several(verb).dep_ in _PARTICIPLES:
            take(verb, cause.token.i)  # "clashes continued, killing twelve": the clashes are the event
        elif cause is not None and series_of(cause.token):
            # "attacks, one in Gao and another in Kidal, killed forty": no single one did
            take(verb, cause.token.i)
        elif cause is not None:
            teller = joined[verb.i]
            owner = _deed_above(verb, joined, owners) if cause.token.head != verb else None
            if owner is not None and tells_harm(owner) and not owner.beside:
                take(verb, owner.token.i)  # "were killed and four injured in the blast"
                teller = joined[owner.token.i]
            del joined[cause.token.i]
            agents = cause.roles.agents or tuple(a for a in teller.roles.agents if a != cause.token)
            joined[teller.token.i] = replace(
                teller,
                event_type=cause.event_type,
                mode=cause.mode,
                beside=(*teller.beside, cause.token),
                roles=replace(teller.roles, agents=agents),
            )
        elif (owner := _deed_above(verb, joined, owners) or _deed_before(verb, joined)) is not None:
            take(verb, owner.token.i)
    return joined


def join_named(hits: dict[int, Hit]) -> dict[int, Hit]:
    """The hits with verbs and the nouns behind them that name the same event taken together.

    As in "agreed to a ceasefire", "arrived for a two-day visit": the verb lends itself to its noun; "agreed to restore
    ties" is one accord.
    """
    joined = dict(hits)
    for hit in hits.values():
        above = hits.get(_governor(hit).i)
        if above is None or above is hit or not above.is_verb or above.event_type is not hit.event_type:
            continue
        if hit.event_type not in _MADE_OR_HELD or hit.light is not None:
            continue
        if hit.is_verb:
            joined.pop(hit.token.i, None)
        else:
            joined.pop(above.token.i, None)
            joined[hit.token.i] = lent_to(hit, above.token)
    return joined


def _governor(hit: Hit) -> Token:
    """The word by which it is agreed on or come for; itself where it is told by itself."""
    token = hit.token
    if hit.is_verb:
        return token.head if token.dep_ == "xcomp" else token
    if token.dep_ == "pobj" and token.head.lower_ in _TOWARDS_A_NOUN:
        return token.head.head
    return token.head if token.dep_ == "dobj" else token


def _deed_above(verb: Token, hits: dict[int, Hit], owners: dict[int, int]) -> Optional[Hit]:
    """The act of violence that a verb beside or below it tells the outcome of: "attacked a post, killing two"."""
    is_beside = (
        verb.dep_ == "conj" or (verb.dep_ in _PARTICIPLES and verb.tag_ == "VBG") or _is_elliptic(verb)
    )
    above = _first_of_its_kind(verb)
    hit = hits.get(owners.get(above.i, above.i)) if is_beside else None
    if hit is None or not _may_have_done(hit, verb):
        return None
    if verb.dep_ == "conj" and verb.tag_ != "VBG" and (hit.mode in SPOILS or _is_of_another_day(verb, above)):
        return None  # "burned the town hall and killed the mayor"
    return hit if hit.is_verb or above.i in owners else None


def _may_have_done(deed: Hit, harm: Token) -> bool:
    """Whether the harm that a verb tells may be what came of a deed: an act of violence, or of or on a crowd."""
    return deed.event_type is EventType.ASSAULT or hurts_by_disorder(harm, deed.mode)


def _is_of_another_day(verb: Token, above: Token) -> bool:
    """As in "A was killed on Monday and B was killed on Friday"."""
    return _has_a_day(verb) and _has_a_day(above)


def _has_a_day(verb: Token) -> bool:
    return any(
        t.ent_type_ == "DATE" for c in verb.children if c.dep_ in ("prep", "npadvmod") for t in c.subtree
    )


def _first_of_its_kind(verb: Token) -> Token:
    """What a verb hangs on; for a second participle of harm the first, whatever clause the parser gives it to.

    As in "killing nine people who were queueing for bread and wounding 21".
    """
    if verb.dep_ == "conj" and verb.tag_ == "VBG" and verb.head.lower_ not in harm_forms():
        participles = (a for a in verb.ancestors if a.tag_ == "VBG" and a.lower_ in harm_forms())
        return next(participles, verb.head)
    return verb.head.head if _is_elliptic(verb) else verb.head


def _is_elliptic(verb: Token) -> bool:
    """As in "one person was killed and another injured", where the parser hangs the person on the first verb."""
    return (
        verb.dep_ == "acl"
        and verb.tag_ == "VBN"
        and verb.head.dep_ == "conj"
        and verb.head.head.pos_ == "VERB"
    )


def _first_of_several(verb: Token) -> Token:
    """As "killing" in "killing twelve and wounding four"."""
    return verb.head if verb.dep_ == "conj" and verb.head.tag_ == "VBG" else verb


def _deed_noted_before(verb: Token, hits: dict[int, Hit]) -> Optional[Hit]:
    """The deed whose outcome terse notes and headlines count off behind it, with nothing but a figure and a verb."""
    if verb.tag_ not in ("VBN", "VBD") or any(c.dep_ in _MORE_THAN_A_NOTE for c in verb.children):
        return None
    counted = [c for c in verb.children if c.dep_ in SUBJECTS]
    if not counted and verb.dep_ == "acl":
        counted = [verb.head]
    if not any(c.pos_ == "NUM" or any(g.dep_ == "nummod" for g in c.children) for c in counted):
        return None
    before = [h for h in hits.values() if h.token.i < verb.i and h.event_type is EventType.ASSAULT]
    return before[-1] if before else None


def _deed_of_a_clause(harm: Hit, hits: dict[int, Hit]) -> Optional[Hit]:
    """The deed by which people came to harm whom nobody is said to have harmed.

    That of a clause of time, and that of a clause before which only a comma or semicolon parts: "ten were killed when a
    bomb went off", "rebels stormed a post; two guards were killed".
    """
    verb = harm.token
    if not is_harm_by_nobody(harm):
        return None
    shared = [c for c in verb.children if c.dep_ == "conj"]  # "killed and ten wounded when"
    shared += [g for c in shared for g in c.children if g.dep_ == "acl"]
    for clause in (*verb.children, *(g for other in shared for g in other.children)):
        deed = hits.get(clause.i)
        if deed is None or not deed.is_verb or deed.event_type is not EventType.ASSAULT:
            continue
        opening = {c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod") and c.i < clause.i}
        if clause.dep_ == "advcl" and opening & _AT_THAT_TIME and not _is_some_time_after(clause):
            return deed
    before = [c for c in verb.children if c.dep_ in ("ccomp", "parataxis") and c.i < verb.i]
    if not before or is_told_apart(verb):
        return None
    deeds = [h for h in hits.values() if h.is_verb and _may_have_done(h, verb) and h.token.i < verb.i]
    return next((d for d in reversed(deeds) if before[-1] in (d.token, *d.token.ancestors)), None)


def _is_some_time_after(clause: Token) -> bool:
    """As in "was shot two days after rebels attacked"."""
    return any(c.dep_ == "npadvmod" and c.i < clause.i for c in clause.children)


def _another_deed(verb: Token, hits: dict[int, Hit]) -> Optional[Hit]:
    """An act of violence that the sentence tells beside a death by wounds: the one that gave them."""
    deeds = (h for h in hits.values() if h.event_type is EventType.ASSAULT and h.token != verb)
    return next(deeds, None)


def _deed_of_the_agent(verb: Token, hits: dict[int, Hit]) -> Optional[Hit]:
    """The deed of which a relative clause tells how it was done: "was attacked by a man who fired at her"."""
    agent = verb.head
    if verb.dep_ != "relcl" or agent.dep_ != "pobj" or agent.head.lower_ != "by":
        return None
    deed = hits.get(agent.head.head.i)
    if deed is None or deed.event_type is not EventType.ASSAULT or not is_passive(deed.token):
        return None
    roles = roles_of(verb)
    struck = [t for t in (*roles.patients, *roles.partners) if kind_of(t)]
    return deed if all(t.pos_ == "PRON" for t in struck) else None


def _deed_of_its_weapon(verb: Token, hits: dict[int, Hit]) -> Optional[Hit]:
    """What a weapon did of which a participle tells who brought it there: "rockets fired by rebels hit a school"."""
    weapon = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or weapon.dep_ not in SUBJECTS or not is_of_a_weapon(weapon):
        return None
    deed = hits.get(weapon.head.i)
    return deed if deed is not None and deed.is_verb and deed.event_type is EventType.ASSAULT else None


def _deed_before(verb: Token, hits: dict[int, Hit]) -> Optional[Hit]:
    """The act of violence whose outcome a relative clause tells: "an attack on a bus that killed two"."""
    above = verb.head
    if verb.dep_ != "relcl" or above.i in hits:
        return hits.get(above.i) if verb.dep_ == "relcl" else None
    before = [h for h in hits.values() if h.token.i < verb.i and h.event_type is EventType.ASSAULT]
    word = next((c.lower_ for c in verb.children if c.lower_ in ("that", "which") and c.dep_ == "nsubj"), "")
    if any(c.lower_ in CIRCUMSTANCE and any(g.lower_ == "which" for g in c.children) for c in verb.children):
        word = "which"  # "in which a guard was killed"
    is_nobody = above.lower_ not in people_words() or (word == "which" and kind_of(above) not in ARMED)
    return before[-1] if before and word and is_nobody else None
