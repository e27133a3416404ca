"""How close a time expression stands to a trigger of its sentence, by their parse."""

from __future__ import annotations

from collections.abc import Mapping

from ...core.event_types import EventType
from ..closed_classes import TIMES, VERBAL, WHO
from ..events.lexicon import people_words
from ..tokens import Token
from .dated_nouns import holds, is_record, is_under, noun_head, told_with, was_before
from .grounds import HAPPEN_OR_DO, carries_on
from .saying_words import TELLINGS, TOLD
from .sites import Site, names_its_noun
from .spoken import JUDGED, is_spoken_of
from .tense import ABOUT_A_DEED, Tense, clause_of, is_ahead, tense_of

Others = Mapping[int, EventType]

_DAYS = frozenset("day date night evening morning afternoon weekend week month year".split())
_IN_ITS_COURSE = frozenset("in during amid from".split())
_UNTIL = frozenset("until till by".split())
_BELOW = frozenset("xcomp ccomp oprd conj".split())
_APART = frozenset("after before since until if because".split())
_ALONGSIDE = frozenset("advcl xcomp acl pcomp prep ccomp".split())

IN_WHICH = 4.95  # closeness of an expression to what it is told to hold: "May 2017, when a bomb killed ten"
TELLING = 0.5  # closeness of an expression that dates the telling, not the event
AFTER_IT = 0.45  # closeness of an expression by which the event was over


def closeness_of(token: Token, kind: EventType, site: Site, others: Others) -> tuple[float, str]:
    """How close they stand, from 5 (its own modifier) to 0 (it belongs to something else), and why.

    `kind` is what the trigger at the token tells; `others` are the tokens of the sentence's other triggers, with what
    those tell.
    """
    text = site.timex.text
    word = site.word
    if is_record(token) and "since" in site.prepositions:
        return 0, ""  # "the deadliest attack since May"
    if not site.is_short and _is_of_an_office(token, site):
        return 0, ""
    if clause_of(token).dep_ == "relcl" and _is_named_by(clause_of(token).head, site):
        return IN_WHICH, f'"{text}" is when "{token.text}" was.'
    if word.i == token.i:
        return 5.0, f'"{text}" modifies "{token.text}".'
    if site.first == token.i + 1 and not site.is_modifier:
        return 4.9, f'"{text}" follows "{token.text}".'
    if site.is_modifier:
        if token.pos_ in ("NOUN", "PROPN") and noun_head(word).i == noun_head(token).i:
            return 4.8, f'"{text}" stands in the same noun phrase as "{token.text}".'
        if names_its_noun(site):
            return 0, ""  # "a suspect in the 1998 bombing was arrested", "attacked a 19th-century church"
        if word.i in others or noun_head(word).i in others:
            return (
                (1.5, f'"{text}" dates the {word.text} that "{token.text}" is told with.')
                if told_with(token, word)
                else (0, "")
            )
    elif word.i in others and word.pos_ in ("NOUN", "PROPN"):
        if is_under(token, word):
            return 2.5, f'"{text}" dates the {word.text} that "{token.text}" tells of.'
        return (
            (1.5, f'"{text}" dates the {word.text} that "{token.text}" is told with.')
            if told_with(token, word)
            else (0, "")
        )
    if site.is_owned and word.i != token.i and not holds(word, token):
        return 0, ""  # "rejected the results of Sunday's vote"
    if token.pos_ in ("NOUN", "PROPN") and _is_said_of(token, clause_of(word)):
        return 4.5, f'"{text}" stands in what is said of "{token.text}".'
    if (
        token.pos_ in ("NOUN", "PROPN")
        and token.is_ancestor(word)
        and clause_of(word).i == clause_of(token).i
    ):
        return 4.6, f'"{text}" stands in the phrase of "{token.text}".'
    mine, its = clause_of(token), clause_of(word)
    if mine.i != its.i and site.counts_from_before and token.i < site.first and not token.is_ancestor(word):
        return 0, ""  # "a trader was kidnapped; a week later he was freed"
    if token.pos_ == "NOUN" and _tells_of(its, token, kind, others) and not _UNTIL & set(site.prepositions):
        is_its_own = any(clause.head.i == token.i for clause in (its, clause_of(its.head)))
        return 4.3 if is_its_own else 3.2, f'"{text}" stands in what is told of "{token.text}".'
    if site.is_short and (site.first < token.i or word.i == mine.i) and is_spoken_of(token):
        return 0, ""  # "on Tuesday the bishop condemned the raid"
    if site.is_day and word.i == its.i and was_before(token, kind, site):
        return 0, ""  # "today the judges ended the strike that followed her murder"
    if mine.i == its.i:
        return 4.0 if word.i == mine.i else 3.0, f'"{text}" stands in the clause of "{token.text}".'
    return _across_clauses(token, kind, mine, its, site, others)


def _is_of_an_office(deed: Token, site: Site) -> bool:
    """As in "the murder of Lopez, mayor of Cali in 1984": what somebody was in those years.

    The parser hangs the year anywhere, so the words alone tell.
    """
    doc, at = deed.doc, site.first - 1
    while at > deed.i and (doc[at].pos_ in ("ADP", "PROPN") or doc[at].lower_ == "the"):
        at -= 1
    is_office = at > deed.i and people_words().get(doc[at].lower_) == "official"
    return is_office and doc[at - 1].lower_ in (",", "and")


def _is_named_by(noun: Token, site: Site) -> bool:
    """Whether a date is what a noun means: "May, when soldiers came", "since 1 May, the day soldiers came"."""
    if noun.i in site.tokens:
        return True
    last = max(site.tokens)
    return noun.lemma_.lower() in _DAYS and noun.left_edge.i == last + 2 and noun.doc[last + 1].text == ","


def _across_clauses(
    token: Token, kind: EventType, mine: Token, its: Token, site: Site, others: Others
) -> tuple[float, str]:
    text = site.timex.text
    climbing, is_told, was_over = mine, False, False
    while climbing.head.i != climbing.i:
        above = clause_of(climbing.head)
        if above.i == climbing.i:
            break
        if site.is_short or climbing.dep_ == "ccomp":  # what a month tells of mostly lies within it
            was_over = was_over or tense_of(climbing) is Tense.PLUPERFECT
        is_told = is_told or (climbing.dep_ == "ccomp" and above.lemma_.lower() in TOLD)
        if climbing.dep_ == "conj" and above.i == its.i and not is_told:
            return 2.2, f'"{text}" stands in the clause that "{token.text}" is joined to.'
        if _is_about_somebody(climbing, others):
            break
        if above.i == its.i:
            if is_told:
                return TELLING, f'"{text}" is when it was told.'
            if climbing.dep_ == "advcl" and any(
                c.dep_ == "mark" and c.lower_ in _APART for c in climbing.children
            ):
                return 0, ""
            if was_over and tense_of(above) is not Tense.PLUPERFECT:
                return AFTER_IT, f'"{text}" is when it had been over.'
            return 2.0, f'"{text}" stands in the clause above "{token.text}".'
        climbing = above
    return _from_below(token, kind, mine, its, text, others)


def _tells_of(clause: Token, noun: Token, kind: EventType, others: Others) -> bool:
    """Whether a relative clause in a noun's phrase, or one below it, tells of what the noun names.

    As in "an attack that left four injured on Friday", "the murder of Lopez, who was shot on Friday"; not "the murder
    of Lopez, who came on Friday".
    """
    while clause.dep_ in _BELOW and clause.head.pos_ in VERBAL:
        clause = clause.head
    if clause.dep_ != "relcl" or clause.head.i in others or not noun.is_ancestor(clause):
        return False
    return clause.head.i == noun.i or others.get(clause.i) is kind or not _is_of_somebody(clause)


def _is_of_somebody(clause: Token) -> bool:
    return any(word.lower_ in WHO for child in clause.children for word in (child, *child.children))


def _is_said_of(noun: Token, clause: Token) -> bool:
    """Whether a participle tells of the event itself: "the truce agreed in May", not "the raid condemned in May"."""
    if clause.dep_ == "xcomp":
        clause = clause_of(clause.head)  # "the talks scheduled to be held in May"
    if clause.dep_ != "acl" or clause.tag_ != "VBN" or clause.head.i != noun.i:
        return False
    return clause.lemma_.lower() not in TOLD | JUDGED


def _is_about_somebody(clause: Token, others: Others) -> bool:
    """Whether a clause tells of somebody or something: "the men who fled (or: accused of it) were caught on Monday"."""
    is_participle = clause.dep_ == "acl" and clause.tag_ == "VBN"
    if not is_participle and not (clause.dep_ == "relcl" and _is_past(clause)):
        return False
    of = clause.head
    if of.i in others or of.lemma_.lower() in TELLINGS or of.ent_type_ in TIMES:
        return False
    return not carries_on(clause)


def _is_past(verb: Token) -> bool:
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return verb.tag_ == "VBD" or (verb.tag_ in ("VBN", "VBG") and any(c.tag_ == "VBD" for c in auxiliaries))


def _from_below(
    token: Token, kind: EventType, mine: Token, its: Token, text: str, others: Others
) -> tuple[float, str]:
    """An expression in a clause under the trigger's: "detained two men while searching for him yesterday"."""
    climbing = its
    while climbing.head.i != climbing.i:
        above = clause_of(climbing.head)
        if _is_in_its_course(climbing, mine) or _is_what_went_on(climbing, mine):
            course = climbing.head if climbing.head.pos_ == "NOUN" else climbing
            return 1.9, f'"{text}" dates the {course.text} in which "{token.text}" is told.'
        is_a_deed_of = climbing.dep_ == "pcomp" and climbing.head.head.lemma_.lower() in ABOUT_A_DEED
        if (
            above.i == climbing.i
            or _is_of_another(climbing, kind, others)
            or is_a_deed_of
            or _was_over(climbing)
        ):
            break
        if climbing.dep_ == "conj" and above.i == mine.i:
            return 0.8, f'"{text}" stands in the clause joined to that of "{token.text}".'
        if climbing.dep_ not in _ALONGSIDE or any(
            c.dep_ == "mark" and c.lower_ in _APART for c in climbing.children
        ):
            break
        if above.i == mine.i:
            return 1.8, f'"{text}" stands in a clause that tells of the same time as "{token.text}".'
        climbing = above
    return 0, ""


def _is_of_another(clause: Token, kind: EventType, others: Others) -> bool:
    """Whether a clause tells of another deed or of a plan: "freed the man held on Friday", "a march set for Friday"."""
    if clause.dep_ == "relcl":
        return True
    if clause.dep_ != "acl" or clause.tag_ != "VBN":
        return False
    return others.get(clause.i, kind) is not kind or is_ahead(clause)


def _was_over(clause: Token) -> bool:
    """As in "after having been closed in March"."""
    return any(child.lower_ == "having" and child.dep_ == "aux" for child in clause.children)


def _is_what_went_on(happening: Token, verb: Token) -> bool:
    """As in "murdered during rioting in April 2019", where the parser has a verb for the noun."""
    into = happening.head
    return happening.dep_ == "pobj" and into.head.i == verb.i and into.lower_ in _IN_ITS_COURSE


def _is_in_its_course(clause: Token, verb: Token) -> bool:
    """As in "hurt in blasts that went off on Friday": a clause says when that happened in which a deed was done."""
    noun = clause.head
    if clause.dep_ not in ("relcl", "acl") or noun.dep_ != "pobj" or noun.head.head.i != verb.i:
        return False
    tells_of_it = clause.lemma_.lower() in HAPPEN_OR_DO and not _is_of_somebody(clause)
    return noun.head.lower_ in _IN_ITS_COURSE and tells_of_it
