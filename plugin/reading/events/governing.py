"""What verbs do to what depends on them: they say, plan, deny, prevent it, or lend themselves to a noun."""

from __future__ import annotations

from ..tokens import Token
from .lexicon import governors, word_class
from .subjects import subject_of

FUTURE = frozenset(("will", "shall", "'ll", "wo"))
WOULD = frozenset(("would", "'d"))
POSSIBLE = frozenset(("would", "could", "might", "may", "can", "should", "must", "ca", "ought", "'d"))
TOLD_BY = frozenset(("ccomp", "parataxis", "xcomp", "pcomp", "dep", "csubj", "csubjpass"))
_SAID_THEN = frozenset(("report", "claim", "threaten", "deny", "plan"))
_CLASSES = ("deny", "threaten", "claim", "report", "ask", "plan", "negative", "implicative", "attempt")


def governor_class(word: Token) -> str:
    """What a verb (or "due", "set", "likely") does to what depends on it; empty when nothing is known.

    A verb with its particle is another word than the verb: "called off" is not "called".
    """
    classes = governors()
    for form in _forms(word):
        for name in _CLASSES:
            if form in classes[name]:
                return name
    return ""


def _forms(verb: Token) -> list[str]:
    """The verb with its particle, where it has one, and the verb alone."""
    return [*(f"{verb.lower_} {c.lower_}" for c in verb.children if c.dep_ == "prt"), verb.lower_]


def is_announced(token: Token) -> bool:
    """Whether it is agreed or announced as lying ahead: "said that they will form a commission"."""
    return token.dep_ == "ccomp" and governor_class(token.head) in ("report", "plan")


def is_light(verb: Token) -> bool:
    """Whether a verb lends itself to an event noun: "held talks", "carried out an attack"."""
    words = governors()["light"]
    if governor_class(verb) == "negative" and verb.lower_ not in governors()["undergo"]:
        return False  # "called off the march"; who escaped an attack underwent it
    if verb.lower_ in words:
        return True
    return any(
        f"{verb.lower_} {c.lower_}" in words
        for c in verb.children
        if c.dep_ in ("prt", "prep", "dobj", "advmod")
    )


def is_to_infinitive(verb: Token) -> bool:
    """As in "to attack", "to have attacked"."""
    return verb.tag_ in ("VB", "VBN") and any(c.lower_ == "to" for c in verb.children if c.dep_ == "aux")


def is_past(verb: Token) -> bool:
    """Whether a clause tells what has happened, whatever the clause above says of the future."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in auxiliaries)


def lies_ahead(verb: Token) -> bool:
    """Whether a finite verb tells what will, would or could be."""
    return any(c.dep_ == "aux" and (c.tag_ == "MD" or c.lower_ in FUTURE) for c in verb.children)


def is_reported_future(verb: Token) -> bool:
    """As in "said that it would send troops": the future as it was seen then; not "would have sent"."""
    if verb.dep_ != "ccomp" or any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children):
        return False
    would = any(c.dep_ == "aux" and c.lower_ in WOULD for c in verb.children)
    return would and verb.head.tag_ in ("VBD", "VBN") and governor_class(verb.head) in _SAID_THEN


def comes_of_an_operation(noun: Token) -> bool:
    """As in "the operation resulted in the death of two rebels"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else None
    if verb is None or verb.lower_ not in word_class("results"):
        return False
    subject = subject_of(verb)
    return subject is not None and subject.lower_ in word_class("operation")
