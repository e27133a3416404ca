"""Whom a verb befalls: passives, bare participles, and verbs that befall those who are told to do them."""

from __future__ import annotations

from ..closed_classes import TIMES
from ..tokens import Token
from .lexicon import irregular_verbs, people_words, word_class
from .subjects import ACTIVE_SUBJECTS, PASSIVE_SUBJECTS, behind_its_verb

# What else is told of a place that falls, when it stands for a team or a market: "fell silent", "fell 2 percent" ...
_SAYS_HOW = frozenset("acomp dobj oprd xcomp prt npadvmod attr".split())
# ... "fell below", "fell for a hoax", "fell behind its neighbours", "fell in the rankings"
_FIGURATIVE = frozenset("below under behind for from into through short at off".split())
_IN = frozenset(("in", "on", "by"))


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive: with its auxiliary, or a bare participle behind its noun."""
    if any(c.dep_ in PASSIVE_SUBJECTS or c.dep_ == "auxpass" for c in verb.children):
        return True
    if behind_its_verb(verb) is not None:
        return True
    if _is_short_of_its_auxiliary(verb):
        return True
    if any(c.dep_ in ("aux", "dobj") for c in verb.children) or between_figures(verb):
        return False
    has_subject = any(c.dep_ in ACTIVE_SUBJECTS for c in verb.children)
    if verb.dep_ == "conj" and not has_subject and verb.tag_ in ("VBN", "VBD") and _is_coordinated(verb):
        return True
    if verb.tag_ == "VBD":
        return _befalls_its_subject(verb) and not _acts_along(verb)
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ == "acl":
        return verb.lower_ not in word_class("intransitive")
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and is_passive(verb.head):
        return _is_of_harm(verb)  # "one was killed and two hid", but "two captured"
    if verb.dep_ == "acomp":
        return verb.head.lemma_ == "be"  # "was gang-raped"
    if verb.dep_ in ("xcomp", "oprd", "ccomp", "advcl") and not has_subject:
        # "was found killed"
        return verb.dep_ != "advcl" and verb.head.pos_ == "VERB" and is_passive(verb.head)
    if verb.lower_ in word_class("intransitive"):
        return False
    return has_subject and not _acts_along(verb)  # "two insurgents detained"


def _is_short_of_its_auxiliary(verb: Token) -> bool:
    """As in "a bridge was blown up and seven men taken prisoner": what is no past tense, with a subject of its own."""
    forms = irregular_verbs().get(verb.lemma_.lower())
    if forms is None or verb.lower_ not in forms[1].split("|") or verb.lower_ in forms[0].split("|"):
        return False
    own = {c.dep_ for c in verb.children}
    return (
        verb.dep_ == "conj"
        and "aux" not in own
        and not own.isdisjoint(ACTIVE_SUBJECTS)
        and is_passive(verb.head)
    )


def _is_of_harm(verb: Token) -> bool:
    return any(verb.lower_ in word_class(name) for name in ("kills", "wounds", "captures"))


def _is_coordinated(verb: Token) -> bool:
    """Whether it shares the passive of the verb before it: "killed or injured", "seized and, on Friday, freed"."""
    if verb.head.pos_ != "VERB" or not is_passive(verb.head):
        return False
    return verb.tag_ == "VBN" or verb.lower_ not in word_class("intransitive")


def _befalls_its_subject(verb: Token) -> bool:
    """As in the headlines "12 killed in a raid", "Springfield man shot twice": a past tense without an object."""
    subject = next((c for c in verb.children if c.dep_ in ACTIVE_SUBJECTS), None)
    if subject is None:
        return False
    if subject.pos_ == "NUM":
        return True
    befalls = any(verb.lower_ in word_class(name) for name in ("kills", "wounds", "captures", "strikes"))
    at_somebody = any(c.lower_ in ("at", "on", "into") for c in verb.children)
    return (
        befalls
        and not at_somebody
        and people_words().get(subject.lower_) in ("civilian", "official", "person")
    )


def _acts_along(verb: Token) -> bool:
    """Whether what is coordinated with a participle shows it to be a past tense: "ambushed and killed four"."""
    return any(
        c.dep_ == "conj" and c.tag_ in ("VBD", "VBN") and any(g.dep_ == "dobj" for g in c.children)
        for c in verb.children
    )


def befalls_subject(verb: Token) -> bool:
    """As in "died", "lost their lives", "received a bullet wound": it befalls whoever is told to do it."""
    if verb.lower_ in word_class("dies"):
        return True
    if verb.lower_ not in word_class("loses") | word_class("suffers"):
        return False
    lost = word_class("injury") | word_class("life")
    return any(c.dep_ == "dobj" and c.lower_ in lost for c in verb.children)


def falls_to_an_enemy(verb: Token) -> bool:
    """As in "the town fell to the rebels", "the town fell on Friday": not "fell silent", "fell by 2%"."""
    if verb.lemma_ != "fall":
        return False
    ways = [c for c in verb.children if c.dep_ == "prep"]
    if any(way.lower_ == "to" for way in ways):
        return True
    if any(c.dep_ in _SAYS_HOW and c.ent_type_ not in TIMES for c in verb.children):
        return False
    if any(way.lower_ in _FIGURATIVE for way in ways):
        return False
    within = (t for way in ways if way.lower_ in _IN for t in way.children if t.dep_ == "pobj")
    return all(t.ent_type_ in TIMES for t in within)


def between_figures(verb: Token) -> list[Token]:
    """The object that the parser takes for a phrase of its own: "executed between ten and fifteen people"."""
    behind = verb.doc[verb.i + 1 : verb.i + 2]
    if not any(t.lower_ == "between" and t.head == verb for t in behind):
        return []
    return [
        t
        for t in behind[0].children
        if t.dep_ == "pobj" and any(c.dep_ == "nummod" and list(c.rights) for c in t.lefts)
    ]
