"""Is it so? Whether the text says that a thing happened, will happen, is claimed, denied or only thought of.

The words that decide stand above the trigger in the parse (the verb of saying, planning or denying that it depends on)
or right beside it (auxiliaries, negation, "allegedly").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from spacy.tokens import Token

from ...core.event import Assertion
from .lexicon import governors, word_class
from .roles import is_passive, objects_of_prepositions, subject_of, with_conjuncts

_FUTURE = frozenset(("will", "shall", "'ll", "wo"))
_POSSIBLE = frozenset(("would", "could", "might", "may", "can", "should", "must", "ca", "ought", "'d"))
_IF = frozenset(("if", "unless", "whether", "lest"))
_HEARSAY = frozenset("allegedly reportedly purportedly supposedly ostensibly apparently".split())
_NO = frozenset(("no", "neither", "nor", "without"))
_FUTURE_ADJECTIVES = frozenset(
    "planned upcoming forthcoming scheduled proposed future intended impending".split()
)
_NOUNS_AHEAD = frozenset(
    "plan threat possibility risk fear prospect danger proposal preparation likelihood".split()
)
_UP = frozenset(
    ("ccomp", "xcomp", "advcl", "conj", "parataxis", "pcomp", "acl", "relcl", "dep", "csubj", "csubjpass")
)
_TOLD_BY = frozenset(("ccomp", "parataxis", "xcomp", "pcomp", "dep", "csubj", "csubjpass"))


@dataclass(frozen=True)
class Judgement:
    """What the words around a trigger say of it; `speakers` are the heads of those who say so."""

    assertion: Assertion = Assertion.OCCURRED
    speakers: tuple[Token, ...] = ()
    words: Optional[Token] = None  # the word that decided
    is_generic: bool = False  # a purpose or a habit: nothing that happens once


def judge(token: Token) -> Judgement:
    """Judge a trigger, a verb or a noun, by the words that govern it."""
    verb, found = _clause_verb(token)
    if found is not None:
        return found
    speakers = _sayers(verb) if verb is not None and _is_said_by(token, verb) else []
    verdict: Optional[tuple[Assertion, Token]] = None
    is_generic = False
    at, is_own, is_settled = verb, True, False
    while at is not None:
        verdict = verdict or (None if is_settled else _beside(at, is_own))
        speakers += _according_to(at)
        above = at.head
        if at.dep_ not in _UP or above == at:
            break
        if at.dep_ == "conj":
            if not is_own or any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in at.children):
                at = above if above.dep_ in ("ccomp", "xcomp") else None
            else:
                at = above  # shares the auxiliary: "will meet and sign"
            continue
        if at.dep_ == "pcomp":
            above = above.head  # "accused of attacking"
            if above.pos_ == "NOUN" and above.lower_ in _NOUNS_AHEAD:
                verdict = verdict or (Assertion.HYPOTHETICAL, above)  # "the danger of attacking"
        is_infinitive = _is_infinitive(at)
        kind = governor_class(above)
        if kind == "threaten" and at.dep_ == "ccomp" and not is_infinitive and not _lies_ahead(at):
            kind = "claim"  # "warned that they have a foothold" tells of what is
        if (
            at.dep_ in _TOLD_BY
            and (not is_infinitive or is_passive(above))
            and kind in ("report", "claim", "deny")
        ):
            speakers += _sayers(above)
            verdict = verdict or _saying(kind, above)
        elif at.dep_ in _TOLD_BY and verdict is None and not is_settled:
            verdict = _leading_to(kind, above, at, is_infinitive)
            is_generic = is_generic or (verdict is None and is_infinitive and kind != "implicative")
        elif is_infinitive and verdict is None:
            is_generic = True  # a purpose: "went there to attack"
        if at.dep_ in ("acl", "relcl"):
            said = _hearsay(above) or _said_above(above)
            speakers += said.speakers
            verdict = verdict or (None if said.words is None else (said.assertion, said.words))
            break
        is_settled = is_settled or (at.dep_ == "advcl" and _is_past(at))
        at, is_own = above, False
    assertion, word = verdict or (Assertion.OCCURRED, None)
    return Judgement(assertion, tuple(dict.fromkeys(speakers)), word, is_generic)


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ in ("VB", "VBN") and any(c.lower_ == "to" for c in verb.children if c.dep_ == "aux")


def _is_past(verb: Token) -> bool:
    """Whether a clause tells what has happened, whatever the clause above says of the future."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in auxiliaries)


def _lies_ahead(verb: Token) -> bool:
    """Whether a finite verb tells what will, would or could be."""
    return any(c.dep_ == "aux" and (c.tag_ == "MD" or c.lower_ in _FUTURE) for c in verb.children)


def _is_said_by(noun: Token, verb: Token) -> bool:
    """As in "described the presence of militants as serious": the event is what somebody speaks of."""
    return noun.dep_ in ("dobj", "obj") and noun.head == verb and governor_class(verb) in ("report", "claim")


def _said_above(noun: Token) -> Judgement:
    """Who says it of a noun that the event hangs on: "claims to have seen helicopters flying into the area"."""
    verb = next((a for a in noun.ancestors if a.pos_ == "VERB"), None)
    speakers: list[Token] = []
    claim: Optional[Token] = None
    while verb is not None and verb.dep_ in _TOLD_BY and verb.head != verb:
        verb = verb.head
        kind = governor_class(verb)
        if kind in ("report", "claim", "deny"):
            speakers += _sayers(verb)
            claim = claim or (verb if kind == "claim" else None)
    return Judgement(Assertion.CLAIMED if claim is not None else Assertion.OCCURRED, tuple(speakers), claim)


def _hearsay(noun: Token) -> Optional[Judgement]:
    """What a noun like "reports", "claims" or "risk" makes of what hangs on it; None for other nouns."""
    above = noun.head.head if noun.dep_ == "pobj" else noun
    for word in (noun, above):
        if word.pos_ == "NOUN" and word.lower_ in _NOUNS_AHEAD:
            return Judgement(Assertion.HYPOTHETICAL, (), word)  # "the risk of rebels entering the town"
    if noun.lower_ not in word_class("hearsay"):
        return None
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass") else None
    if verb is not None and governor_class(verb) == "deny":
        return Judgement(Assertion.DENIED, tuple(_sayers(verb)), verb)
    return Judgement(Assertion.CLAIMED, (), noun)


def _sayers(verb: Token) -> list[Token]:
    """Who says, claims or denies."""
    subject = subject_of(verb)
    if is_passive(verb) or subject is None:
        return list(objects_of_prepositions(verb, ("by",)))
    return list(with_conjuncts(subject))


def _saying(kind: str, verb: Token) -> Optional[tuple[Assertion, Token]]:
    return {"claim": (Assertion.CLAIMED, verb), "deny": (Assertion.DENIED, verb)}.get(kind)


def _leading_to(
    kind: str, above: Token, verb: Token, is_infinitive: bool
) -> Optional[tuple[Assertion, Token]]:
    """What a verb of planning, threatening or preventing makes of the verb below it."""
    if kind == "threaten":
        return Assertion.THREATENED, above
    if kind == "ask":
        return Assertion.HYPOTHETICAL, above  # "called on him to resign"
    if kind == "plan" and (is_infinitive or verb.dep_ == "ccomp"):
        is_refused = any(c.dep_ == "neg" for c in above.children)  # "did not want to attack"
        return Assertion.NEGATED if is_refused else Assertion.PLANNED, above
    if kind == "negative":
        return Assertion.NEGATED, above
    if is_infinitive and above.lower_ == "going" and any(c.dep_ == "aux" for c in above.children):
        return Assertion.PLANNED, above  # "are going to carry out"
    if is_infinitive and above.lemma_ == "be" and above.tag_ in ("VBD", "VBZ", "VBP"):
        return Assertion.PLANNED, above  # "which was to be held in May"
    return None


def governor_class(word: Token) -> str:
    """What a verb (or "due", "set", "likely") does to what depends on it; empty when nothing is known."""
    classes = governors()
    phrase = next((f"{word.lower_} {c.lower_}" for c in word.children if c.dep_ == "prt"), "")
    for name in ("deny", "threaten", "claim", "report", "ask", "plan", "negative", "implicative"):
        if word.lower_ in classes[name] or phrase in classes[name]:
            return name
    return ""


def is_announced(token: Token) -> bool:
    """Whether it is agreed or announced as lying ahead: "said that they will form a commission"."""
    return token.dep_ == "ccomp" and governor_class(token.head) in ("report", "plan")


def is_light(verb: Token) -> bool:
    """Whether a verb lends itself to an event noun: "held talks", "carried out an attack"."""
    words = governors()["light"]
    if verb.lower_ in words:
        return True
    return any(
        f"{verb.lower_} {c.lower_}" in words
        for c in verb.children
        if c.dep_ in ("prt", "prep", "dobj", "advmod")
    )


def _clause_verb(token: Token) -> tuple[Optional[Token], Optional[Judgement]]:
    """The verb whose clause the trigger is told in, or the judgement where the trigger's own words decide."""
    if token.pos_ in ("VERB", "AUX"):
        return token, None
    for child in token.children:
        if child.dep_ in ("det", "neg") and child.lower_ in _NO:
            return None, Judgement(Assertion.NEGATED, (), child)
        if child.lower_ in _FUTURE_ADJECTIVES:
            return None, Judgement(Assertion.PLANNED, (), child)
        if child.lower_ == "alleged":
            return None, Judgement(Assertion.CLAIMED, (), child)
        if child.dep_ == "relcl" and any(c.lower_ in _FUTURE for c in child.children):
            return None, Judgement(Assertion.PLANNED, (), child)
        if child.dep_ == "relcl" and child.tag_ in ("VBD", "VBN"):
            return child, None
    at = token
    for above in token.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            direct = at.dep_ in ("dobj", "nsubjpass", "pobj", "attr")
            kind = governor_class(above)
            if (
                direct
                and kind in ("negative", "plan", "deny", "threaten")
                and above.lower_ not in _carried_out(above)
            ):
                verdict = {
                    "negative": Assertion.NEGATED,
                    "plan": Assertion.PLANNED,
                    "deny": Assertion.DENIED,
                    "threaten": Assertion.THREATENED,
                }[kind]
                if at.dep_ != "pobj" or kind != "negative":
                    return None, Judgement(verdict, (), above)
            if at.dep_ == "nsubj" and above.lemma_ == "be" and any(_is_infinitive(c) for c in above.children):
                return None, Judgement(Assertion.PLANNED, (), above)  # "the conference was to be held"
            if at.dep_ == "nsubj" and any(c.dep_ == "aux" and c.lower_ in _POSSIBLE for c in above.children):
                return None, Judgement(Assertion.HYPOTHETICAL, (), above)  # "an attack would ..."
            return above, None
        if above.pos_ == "NOUN" and above.lower_ in _NOUNS_AHEAD:
            return None, Judgement(Assertion.HYPOTHETICAL, (), above)
        at = above
    return None, Judgement()


def _carried_out(verb: Token) -> frozenset[str]:
    """Words of planning that carry their noun out when told in the past: "ordered a strike", "agreed a deal"."""
    words = frozenset(
        "ordered authorized agreed decided promised called asked urged set poised committed".split()
    )
    return words if verb.tag_ in ("VBD", "VBN") else frozenset()


def _beside(verb: Token, is_own: bool) -> Optional[tuple[Assertion, Token]]:
    """What auxiliaries, negation and adverbs of a verb say."""
    for child in verb.children:
        word = child.lower_
        if child.dep_ == "neg" and is_own:
            return Assertion.NEGATED, child
        if child.dep_ == "aux" and word in _FUTURE:
            return Assertion.PLANNED, child
        if child.dep_ == "aux" and word in _POSSIBLE and is_own:
            return Assertion.HYPOTHETICAL, child
        if child.dep_ == "mark" and word in _IF:
            return Assertion.HYPOTHETICAL, child
        if child.dep_ == "advmod" and word in _HEARSAY:
            return Assertion.CLAIMED, child
    return None


def _according_to(verb: Token) -> list[Token]:
    """Speakers behind "according to"."""
    return [
        below
        for child in verb.children
        if child.lower_ == "according"
        for to in child.children
        if to.lower_ == "to"
        for below in to.children
        if below.dep_ == "pobj"
    ]
