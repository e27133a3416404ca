"""Is it so? Whether the text says that a thing happened, will happen, is claimed, denied or only thought of.

The words that decide stand above the trigger in the parse (the verb of saying, planning or denying that it depends on)
or right beside it (auxiliaries, negation, "allegedly").
"""

from __future__ import annotations

from typing import Optional

from ...core.event import Assertion
from ..closed_classes import DEFINITE, SUBJECTS, UNDERGOERS, VERBAL
from ..tokens import Token
from .governing import (
    FUTURE,
    POSSIBLE,
    TOLD_BY,
    WOULD,
    governor_class,
    is_past,
    is_reported_future,
    is_to_infinitive,
    lies_ahead,
)
from .judgement import NOUNS_AHEAD, Judgement, clause_verb, hearsay, said_above, sayers
from .lexicon import word_class
from .voice import is_passive

_AWAITED = frozenset(("expected", "due"))
_INVERTED = frozenset(("had", "were", "should"))
_IF = frozenset(("if", "unless", "whether", "lest"))
_BY = frozenset("by on in without through".split())
_BECAUSE = frozenset(("despite", "over", "because", "amid", "given"))
_ASKING = frozenset(
    ("known", "clear", "unclear", "certain")
)  # "it is not known whether the arrest was lawful"
_WISHED = frozenset(("want", "hope"))
_HEARSAY = frozenset("allegedly reportedly purportedly supposedly ostensibly apparently".split())
_SEVERAL = frozenset("series string wave spate succession rash number group".split())
_UP = frozenset(
    ("ccomp", "xcomp", "advcl", "conj", "parataxis", "pcomp", "acl", "relcl", "dep", "csubj", "csubjpass")
)


def judge(token: Token) -> Judgement:
    """Judge a trigger, a verb or a noun, by the words that govern it."""
    verb, found = clause_verb(token)
    if found is not None:
        return found
    speakers = sayers(verb) if verb is not None and _is_said_by(token, verb) else []
    verdict: Optional[tuple[Assertion, Token]] = None
    if token.lower_ in _AWAITED:
        verdict = Assertion.PLANNED, token  # "is expected in Baku", "is due in Lima"
    is_generic = is_attempt = False
    is_given = _is_taken_for_granted(token)
    at, is_own, is_settled = verb, not is_given, _is_looked_back_on(token)
    while at is not None:
        verdict = verdict or (None if is_settled else _beside(at, is_own, is_given and at == verb))
        speakers += _according_to(at)
        if (said := _said_behind(at)) is not None:
            speakers += sayers(said)
            verdict = verdict or _saying(governor_class(said), said)
        above = at.head
        if at.dep_ not in _UP or above == at or _is_parted(at, above):
            break
        if at.dep_ == "conj":
            if not is_own or any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in at.children):
                at = above if above.dep_ in ("ccomp", "xcomp") else None
            else:
                at = above  # shares the auxiliary: "will meet and sign"
            continue
        if at.dep_ == "pcomp":
            while above.dep_ == "conj" and above.head.pos_ == above.pos_:
                above = above.head  # "insist on talking and on arresting"
            preposition, above = above, above.head  # "accused of attacking"
            if preposition.lower_ in _BY and lies_ahead(above):
                verdict = verdict or (Assertion.HYPOTHETICAL, above)  # "would break the law by attacking"
            if above.pos_ == "NOUN" and above.lower_ in NOUNS_AHEAD:
                verdict = verdict or (Assertion.HYPOTHETICAL, above)  # "the danger of attacking"
        is_infinitive = is_to_infinitive(at)
        kind = governor_class(above)
        if kind == "threaten" and at.dep_ == "ccomp" and not is_infinitive and not lies_ahead(at):
            kind = "claim"  # "warned that they have a foothold" tells of what is
        if (
            at.dep_ in TOLD_BY
            and (not is_infinitive or is_passive(above) or _is_done(at))
            and kind in ("report", "claim", "deny")
        ):
            speakers += sayers(above)
            verdict = verdict or _saying(kind, above)
        elif at.dep_ in TOLD_BY and verdict is None and not is_settled:
            verdict = _leading_to(kind, above, at, is_infinitive)
            is_attempted = is_infinitive and kind == "attempt" and above.tag_ in ("VBD", "VBN")
            is_attempt = is_attempt or is_attempted
            is_generic = is_generic or (
                verdict is None and is_infinitive and kind != "implicative" and not is_attempted
            )
        elif is_infinitive and verdict is None and not is_settled:
            is_generic = True  # a purpose: "went there to attack"
        if at.dep_ in ("acl", "relcl"):
            told = hearsay(above) or said_above(above)
            speakers += told.speakers
            is_open = told.words is not None and told.assertion is Assertion.HYPOTHETICAL
            if told.words is not None and not (is_open and is_given):
                verdict = verdict or (told.assertion, told.words)
            break
        is_settled = is_settled or (at.dep_ == "advcl" and is_past(at))
        at, is_own = above, is_own and kind == "implicative" and at.dep_ == "xcomp"  # "could go on killing"
    assertion, word = verdict or (Assertion.OCCURRED, None)
    return Judgement(assertion, tuple(dict.fromkeys(speakers)), word, is_generic, is_attempt)


def _is_taken_for_granted(noun: Token) -> bool:
    """Whether a noun tells what was, whatever its verb denies: "The talks did not bring peace"."""
    if noun.pos_ in VERBAL:
        return False
    subject = _whole_of(noun)
    verb = subject.head
    if subject.dep_ == "nsubj" and verb.pos_ == "VERB":
        return True
    if subject.dep_ in SUBJECTS and verb.pos_ in VERBAL and _is_definite(noun):
        return not governor_class(verb)  # "the raid may be related to it", not "the talks may be held"
    return noun.dep_ in ("dobj", "pobj") and _is_definite(noun)


def _whole_of(noun: Token) -> Token:
    """The noun that a deed is told together with: "a series of blasts and last month's raid"."""
    while noun.head != noun:
        above = noun.head.head
        if noun.dep_ == "conj":
            noun = noun.head
        elif noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.lower_ in _SEVERAL:
            noun = above
        else:
            break
    return noun


def _is_definite(noun: Token) -> bool:
    return any(c.lower_ in DEFINITE or c.dep_ == "poss" for c in noun.lefts)


def _is_looked_back_on(noun: Token) -> bool:
    """As in "The attack on Tuesday will be investigated": what is still to come is only what follows from it.

    So it is where somebody wants "to condemn the murder of the bishop".
    """
    is_answered = noun.dep_ in SUBJECTS or (noun.dep_ in ("dobj", "obj") and _is_definite(noun))
    return (is_answered and noun.head.lower_ in word_class("aftermath")) or _is_a_reason(noun)


def _is_a_reason(noun: Token) -> bool:
    """As in "will not go in protest of the invasion", "will be tried for the murder": why something else is done."""
    if noun.dep_ != "pobj" or not _is_definite(noun):
        return False
    above = noun.head.head
    if noun.head.lower_ == "for" and above.pos_ in VERBAL:
        return is_passive(above) or above.lower_ in word_class("reckons")
    return noun.head.lower_ in _BECAUSE or above.lower_ in word_class("reason")


def _is_parted(clause: Token, other: Token) -> bool:
    """Whether a semicolon parts two clauses that say nothing of each other: "they met; they agreed to talk"."""
    if clause.dep_ not in ("ccomp", "parataxis"):
        return False
    return any(t.text == ";" for t in clause.doc[min(clause.i, other.i) : max(clause.i, other.i)])


def _is_said_by(noun: Token, verb: Token) -> bool:
    """As in "described the presence of militants as serious": the event is what somebody speaks of."""
    return noun.dep_ in ("dobj", "obj") and noun.head == verb and governor_class(verb) in ("report", "claim")


def _is_done(infinitive: Token) -> bool:
    """As in "claimed to have killed three": what lies behind those who say so."""
    return any(c.dep_ == "aux" and c.lower_ == "have" for c in infinitive.children)


def _said_behind(verb: Token) -> Optional[Token]:
    """A verb of saying in a clause behind, which tells who says so: "..., with many men, a diplomat claimed"."""
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in ("advcl", "parataxis", "dep") or child.tag_ != "VBD":
            continue
        below = {c.dep_ for c in child.children}
        is_aside = "nsubj" in below and not below & {"mark", "advmod", "dobj", "ccomp", "xcomp"}
        if is_aside and governor_class(child) in ("claim", "report", "deny"):
            return child
    return None


def _saying(kind: str, verb: Token) -> Optional[tuple[Assertion, Token]]:
    return {"claim": (Assertion.CLAIMED, verb), "deny": (Assertion.DENIED, verb)}.get(kind)


def _leading_to(
    kind: str, above: Token, verb: Token, is_infinitive: bool
) -> Optional[tuple[Assertion, Token]]:
    """What a verb of planning, threatening or preventing makes of the verb below it."""
    if kind == "threaten":
        return Assertion.THREATENED, above
    if kind == "attempt" and (no := next((c for c in above.children if c.dep_ == "neg"), None)) is not None:
        return Assertion.NEGATED, no  # "did not try to escape"
    if kind == "ask":
        return Assertion.HYPOTHETICAL, above  # "called on him to resign"
    if kind == "plan" and above.lemma_ in _WISHED and any(c.dep_ in SUBJECTS for c in verb.children):
        return Assertion.HYPOTHETICAL, above  # "wants the court to free him"
    if kind == "plan" and (is_infinitive or verb.dep_ == "ccomp"):
        is_refused = any(c.dep_ == "neg" for c in above.children)  # "did not want to attack"
        return Assertion.NEGATED if is_refused else Assertion.PLANNED, above
    if kind == "negative" and not is_past(verb):
        return Assertion.NEGATED, above  # "avoided being hit"; not "they caught him, but he escaped"
    if is_infinitive and above.lower_ == "going" and any(c.dep_ == "aux" for c in above.children):
        return Assertion.PLANNED, above  # "are going to carry out"
    if is_infinitive and above.lemma_ == "be" and above.tag_ in ("VBD", "VBZ", "VBP"):
        if _is_condition(above):
            return Assertion.HYPOTHETICAL, above  # "if they were to attack"
        return Assertion.PLANNED, above  # "which was to be held in May"
    return None


def _beside(verb: Token, is_own: bool, is_given: bool) -> Optional[tuple[Assertion, Token]]:
    """What auxiliaries, negation and adverbs of a verb say; what is given is not in question."""
    for child in verb.children:
        word = child.lower_
        if is_own and child.dep_ in UNDERGOERS and any(c.lower_ == "no" for c in child.lefts):
            return Assertion.NEGATED, child  # "has no trip planned"
        if is_own and (
            child.dep_ == "neg" or (word == "longer" and any(c.lower_ == "no" for c in child.children))
        ):
            return Assertion.NEGATED, child
        if child.dep_ == "aux" and (word in FUTURE or (word in WOULD and is_reported_future(verb))):
            return _of_the_future(verb), child
        if child.dep_ == "aux" and word in _INVERTED and _is_inverted(child, verb):
            return Assertion.HYPOTHETICAL, child
        if child.dep_ == "aux" and word in POSSIBLE and is_own:
            return Assertion.HYPOTHETICAL, child
        is_asked = is_given and (verb.dep_ == "ccomp" or verb.head.lower_ in _ASKING)
        if child.dep_ == "mark" and word in _IF and not is_asked:
            return Assertion.HYPOTHETICAL, child
        if child.dep_ == "advmod" and word in _HEARSAY:
            return Assertion.CLAIMED, child
    return None


def _of_the_future(verb: Token) -> Assertion:
    """What is said to be going to happen: planned, threatened, or open where it hangs on a condition."""
    if verb.dep_ == "ccomp" and governor_class(verb.head) == "threaten":
        return Assertion.THREATENED
    if any(c.dep_ == "advcl" and _is_condition(c) for c in verb.children):
        return Assertion.HYPOTHETICAL
    return Assertion.PLANNED


def _is_condition(verb: Token) -> bool:
    """Whether "if" opens its clause, or the verb itself does: "were the army to attack"."""
    return any(c.dep_ == "mark" and c.lower_ in _IF for c in verb.children) or _is_inverted(verb, verb)


def _is_inverted(auxiliary: Token, verb: Token) -> bool:
    """As in "Had the rockets hit the barracks, ...": a condition without "if"."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    return verb.dep_ == "advcl" and subject is not None and auxiliary.i < subject.i


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
