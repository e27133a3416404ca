"""Verbs of headlines and terse notes that the parser takes for nouns: "Police raid newspaper office in Lagos".

Headlines drop articles, so that a present tense looks like the middle of a compound ("newspaper office" of a "raid").
Where a clause is left without any finite verb, a known verb right behind those who could do it becomes the top of its
sentence: what stands before it is its subject, the noun it hung on its object. So it is with "murdered" in "Hired
killers on a motorcycle murdered a judge". This is done before anybody reads the parse.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Optional

from ..core.event_types import DEEDS, FORCE, EventType
from .closed_classes import PLURAL, SUBJECTS, TIMES
from .doc import Doc, TokenSpan
from .events.lexicon import irregular_verbs, people_words, standard_lexicon
from .tokens import Token

_FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_MODIFYING = frozenset("compound amod nmod".split())  # how a verb hangs that is taken for a part of a noun
_LINKS_OF_SUBJECTS = frozenset("in on near from with at outside".split())  # "gunmen on motorbikes"
_ENDS_A_CLAUSE = frozenset((",", ";", ":", "-", "\u2013", "\u2014", "(", "."))
_CROWDS = frozenset("tens dozens scores hundreds thousands".split())
_NOUNS_TOO = frozenset("rose saw drove".split())
_STATES = frozenset(("GPE", "NORP", "ORG"))  # kinds of names that do things
# What is named after an attack or who made it: "gunmen attack victims" were attacked, "police raid video" shows one.
_NAMED_AFTER_DEEDS = frozenset(
    """
    victim survivor suspect accused defendant witness site scene location plan plot plotter claim threat warning
    alert fear report rumour rumor account video footage photo image picture record case trial hearing verdict
    charge warrant inquiry investigation probe commission toll death figure number rate statistics squad team
    unit force group wing party department station brigade chief officer spokesman spokeswoman weapon helicopter
    aircraft plane jet boat ship vessel vehicle car dog spree series wave campaign operation attempt training
    exercise drill range ban law policy strategy tactic deal accord agreement anniversary memorial relative
    family crisis fund ransom
    """.split()
)


def restore_verbs(doc: Doc) -> None:
    """Make verbs that were taken for parts of nouns the tops of their sentences, where these have no finite verb."""
    forms = _forms()
    for sentence in doc.sents:
        if forms.keys().isdisjoint(doc.low[sentence.start : sentence.end]):
            continue
        if any(_is_finite(token) for token in sentence):
            continue
        clause = _first_clause(sentence)
        for verb in clause:
            subject = _subject_before(verb, clause) if verb.lower_ in forms else None
            if subject is None:
                continue
            struck = _object_of(verb, clause)
            if tag := _tag_of_lost(verb, subject, struck):
                verb.lemma_, verb.tag_, verb.pos_ = forms[verb.lower_][0], tag, "VERB"
                _restore(verb, subject, struck, sentence)
                break


@lru_cache(maxsize=1)
def _forms() -> dict[str, tuple[str, frozenset[EventType]]]:
    """The forms of the verbs that tell deeds: their lemma, and which deeds.

    Not of those that tell one only where nothing else does: "Forces target commander" leaves to the lead what was done.
    """
    found: dict[str, tuple[str, frozenset[EventType]]] = {}
    for form, entries in standard_lexicon().verbs.items():
        single = [e for e in entries if not e.others and "alone" not in e.needs]
        types = frozenset(e.event_type for e in single if e.event_type in DEEDS)
        if types and not form.endswith("ing"):
            found[form] = single[0].head, types
    return found


@lru_cache(maxsize=1)
def _sure_pasts() -> frozenset[str]:
    """Past tenses that are neither a participle nor a present nor a noun: "retook", "overran"."""
    pairs = irregular_verbs().items()
    pasts = {(p, lemma, done) for lemma, (past, done) in pairs for p in past.split("|")}
    return frozenset(p for p, lemma, done in pasts if p != lemma and p not in done.split("|")) - _NOUNS_TOO


def _is_finite(token: Token) -> bool:
    """Whether it is a finite verb that stands on its own; "12 killed" behind a headline is a note of its outcome."""
    if token.tag_ not in _FINITE or token.dep_ in _MODIFYING:
        return False
    if token.dep_ == "conj" and token.head.tag_ in _NOUNS:
        return False  # "rebels assaulted teachers and forced them", where the parser has a noun for the top
    subjects = [child for child in token.children if child.dep_ in SUBJECTS]
    return token.tag_ != "VBD" or not any(subject.pos_ == "NUM" for subject in subjects)


def _first_clause(sentence: TokenSpan) -> TokenSpan:
    """The words up to the first comma, colon or dash, behind a day that the sentence begins with: "On May 3, ..."."""
    doc = sentence.doc
    start = next((t.i for t in sentence if not t.is_space), sentence.start)
    end = _end_of_clause(sentence, start)
    if end < sentence.end and doc[end].text == "," and _is_a_day(doc.span(start, end)):
        start, end = end + 1, _end_of_clause(sentence, end + 1)
    return doc.span(start, end)


def _end_of_clause(sentence: TokenSpan, start: int) -> int:
    return next((t.i for t in sentence if t.i > start and t.lower_ in _ENDS_A_CLAUSE), sentence.end)


def _is_a_day(words: TokenSpan) -> bool:
    """As in "On 3 May 2021", "Around May 3"."""
    first, *rest = words
    return first.tag_ == "IN" and bool(rest) and all(t.ent_type_ in TIMES for t in rest)


def _tag_of_lost(verb: Token, subject: Token, struck: Optional[Token]) -> str:
    """The tag that a form of a verb should have had ("VBP", "VBZ", "VBD"), empty where it is no verb."""
    if verb.dep_ not in _MODIFYING and verb.tag_ not in _NOUNS:
        return ""
    if verb.lower_ in _sure_pasts():
        return "VBD"
    lemma, types = _forms()[verb.lower_]
    if struck is None:
        is_protest = verb.lower_ == lemma and EventType.PROTEST in types and verb.head.i <= verb.i
        return "VBP" if is_protest and _is_told_of_a_crowd(subject, verb) else ""
    if not types & FORCE:
        return ""
    if verb.tag_ in ("VBN", "VBD"):
        return "VBD" if subject.lower_ in people_words() else ""
    if struck.lemma_.lower() in _NAMED_AFTER_DEEDS:
        return ""
    if verb.lower_ == lemma:
        return "VBP" if _are_people(subject) else ""
    if verb.lower_.endswith("s"):
        is_somebody = subject.tag_ == "NN" and subject.lower_ in people_words()
        return "VBZ" if is_somebody or subject.ent_type_ in _STATES else ""
    return ""


def _subject_before(verb: Token, clause: TokenSpan) -> Optional[Token]:
    """The noun that a clause begins with, when the verb stands right behind it or behind one phrase said of it."""
    doc = verb.doc
    if verb.i == clause.start or doc[verb.i - 1].tag_ not in _NOUNS | {"CD"}:
        return None
    link = next((t for t in doc[clause.start : verb.i] if t.tag_ in ("IN", "TO")), verb)
    if link is not verb and link.lower_ not in _LINKS_OF_SUBJECTS:
        return None
    if link.i == clause.start or (doc[clause.start].tag_ == "DT" and verb.lower_ not in _sure_pasts()):
        return None
    subject = doc[link.i - 1]
    return subject if subject.tag_ in _NOUNS else None


def _object_of(verb: Token, clause: TokenSpan) -> Optional[Token]:
    """The noun behind a verb that the parser made a part of it."""
    noun = verb.head
    if verb.dep_ == "ROOT":
        return next((c for c in verb.children if c.dep_ == "dobj" and c.i < clause.end), None)
    if not verb.i < noun.i < clause.end or noun.tag_ not in _NOUNS:
        return None
    return None if any(t.tag_ in ("IN", "TO") for t in verb.doc[verb.i + 1 : noun.i]) else noun


def _are_people(subject: Token) -> bool:
    return subject.tag_ in PLURAL and subject.lower_ in people_words()


def _is_told_of_a_crowd(subject: Token, verb: Token) -> bool:
    """As in "Thousands march in Minsk"; not in "Police march", where nothing says what they do."""
    following = verb.doc[verb.i + 1 : verb.i + 2]
    is_followed = bool(following) and following[0].tag_ in ("IN", "RB", "RP", "TO")
    return is_followed and (_are_people(subject) or subject.lower_ in _CROWDS)


def _restore(verb: Token, subject: Token, struck: Optional[Token], sentence: TokenSpan) -> None:
    """Make a verb the top of its sentence, and hang on it what is its own."""
    last = verb if struck is None else struck
    hung = {verb: (verb, "ROOT"), subject: (verb, "nsubj")}
    if struck is not None:
        hung[struck] = (verb, "dobj")
    for token in sentence:
        above = token.head
        if token in hung:
            continue
        if token.i < last.i:
            noun, begins = (subject, sentence.start) if token.i < verb.i else (last, verb.i + 1)
            ends = verb.i if noun is subject else last.i + 1
            if above is token or not begins <= above.i < ends:
                hung[token] = (noun, _modifying(token))
        elif token.tag_ == "VBG" and above is struck:
            hung[token] = (verb, "advcl")  # "attack mosque, killing five"
        elif above is token:
            hung[token] = (verb, "parataxis")  # "attack mosque, five dead"
        elif above.i < last.i:
            hung[token] = (verb, token.dep_)
    verb.doc.rehang(hung)


def _modifying(token: Token) -> str:
    """How what stood elsewhere hangs on the noun that it belongs to."""
    if token.tag_ in _NOUNS:
        return "compound"
    return "amod" if token.dep_ == "ROOT" else token.dep_
