"""Triggers: the words of a text that tell events, found by lexicon and parse."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Optional

from spacy.tokens import Token

from ...core.event import Assertion
from ...core.event_types import EventType
from ...core.mentions import Provenance, Timex, Toponym
from ...core.report import Span
from ..links import Trigger
from ..parsed import ParsedDocument, Sentence, token_span
from .assertion import is_announced, is_light, judge
from .ellipsis import elliptic_events
from .inflection import verb_forms
from .lexicon import Entry, Lexicon, irregular_verbs, people_words, standard_lexicon
from .modes import is_riot, mode_of
from .needs import Surroundings, has_pointer, is_known_already, is_met, is_notion
from .quantities import quantity_of
from .roles import Roles, is_passive, roles_of, subject_of

_FEWEST_WORDS_TO_REPEAT = 6  # shorter sentences may stand twice by chance
_LARGEST_INCIDENT = 1000  # people
_REACH_BACK = 2  # sentences within which an outcome follows its attack
_LONGEST_TRIGGER = 6  # tokens between a light verb and its noun that the trigger's words still span
_HARM = frozenset(("kill", "wound", "injure", "hit", "target", "strike", "destroy"))
_DEEDS = frozenset(
    (EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT, EventType.PROTEST)
)
_TOLD_WITH_A_GERUND = frozenset("after before by while since when including".split())
_POINTING_BACK = frozenset("the this that these those".split())
_ANEW = frozenset("also again another other additional further more".split())
_NEVER_ONE = frozenset(
    "kidnap hijack arson looting torture sexual-violence raid pursuit seizure expulsion siege".split()
)
_UNREAL = frozenset((Assertion.NEGATED, Assertion.HYPOTHETICAL))
_GERUNDS = frozenset(("pcomp", "csubj", "nsubj", "pobj", "amod", "compound"))
_EXISTENTIAL = Entry("there", (), "verb", EventType.PRESENCE, "presence", frozenset())
_REACH = frozenset(
    "dobj prt prep advmod attr acomp oprd npadvmod dative nsubjpass pobj xcomp compound nmod amod obj agent".split()
)


@dataclass
class _Hit:
    """A word that the lexicon has, before it is decided whether it tells an event."""

    token: Token
    entry: Entry
    phrase: tuple[Token, ...]  # the other words of the phrase
    light: Optional[Token] = None  # the light verb above a noun
    beside: tuple[Token, ...] = ()
    roles: Roles = field(default_factory=Roles)


def find_triggers(
    parsed: ParsedDocument,
    toponyms: Sequence[Toponym],
    timexes: Sequence[Timex],
    lexicon: Optional[Lexicon] = None,
) -> tuple[Trigger, ...]:
    """The triggers of a document in text order, one for each event that is told.

    Boilerplate and sentences that stand twice (an article printed twice, a headline repeated) yield nothing.

    Parameters
    ----------
    lexicon : Lexicon, optional
        Ours, when None.
    """
    around = Surroundings(_tokens(parsed, toponyms), _tokens(parsed, timexes))
    words = lexicon or standard_lexicon()
    triggers: list[Trigger] = []
    seen: set[str] = set()
    for number, sentence in enumerate(parsed.sentences):
        if sentence.is_boilerplate:
            continue
        key = " ".join(re.findall(r"\w+", parsed.text_of(sentence.span).casefold()))
        if key in seen:
            continue
        if key.count(" ") + 1 >= _FEWEST_WORDS_TO_REPEAT:
            seen.add(key)
        triggers += _in_sentence(parsed, number, around, words, triggers)
    return tuple(sorted(triggers, key=lambda t: (t.span, t.nth)))


def _tokens(parsed: ParsedDocument, mentions: Iterable[Toponym | Timex]) -> frozenset[int]:
    return frozenset(t.i for mention in mentions for t in parsed.tokens_of(mention.span))


def _in_sentence(
    parsed: ParsedDocument,
    number: int,
    around: Surroundings,
    lexicon: Lexicon,
    before: Sequence[Trigger],
) -> list[Trigger]:
    """The triggers of a sentence; `before` are those that the document told before it."""
    sentence = parsed.sentences[number]
    tokens = parsed.sentence_tokens(sentence)
    in_headline = is_headline(parsed, sentence)
    hits: dict[int, _Hit] = {}
    hyphens = {i for t in tokens if t.text == "-" for i in (t.i - 1, t.i, t.i + 1)}
    for token in tokens:
        hit = (
            _verb_hit(token, lexicon, around)
            or _noun_hit(token, lexicon, token.i in hyphens)
            or _existential(token, around)
        )
        if hit is not None:
            hits[token.i] = hit
    for hit in list(hits.values()):
        for word in hit.phrase:
            hits.pop(word.i, None)
    hits = {i: h for i, h in hits.items() if h.entry.pos == "noun" or _verb_tells(h, around, in_headline)}
    _join(hits)
    hits = {i: h for i, h in hits.items() if h.entry.pos == "verb" or _noun_tells(h, around, in_headline)}
    hits = {i: h for i, h in hits.items() if not _is_a_total(h, around)}
    hits = {i: h for i, h in hits.items() if "alone" not in h.entry.needs or not _has_a_stronger(h, hits)}
    found = []
    for hit in hits.values():
        if _told_before(hit, number, around, before):
            continue
        elliptic = elliptic_events(hit.token, tokens) if hit.entry.pos == "noun" else ()
        heads = elliptic or (hit.token,)
        found += [_trigger(hit, head, number, is_elliptic=bool(elliptic)) for head in heads]
    return found


def is_headline(parsed: ParsedDocument, sentence: Sentence) -> bool:
    """Whether a sentence is a line of its own without a full stop."""
    return sentence.paragraph <= 3 and parsed.text_of(sentence.span)[-1] not in ".!?:\"'”’)"


# -- words of the lexicon --------------------------------------------------------------------------------------------


def _verb_hit(token: Token, lexicon: Lexicon, around: Surroundings) -> Optional[_Hit]:
    entries = lexicon.verbs.get(token.lower_)
    if not entries or token.pos_ not in ("VERB", "ADJ", "AUX") or token.dep_ in ("amod", "compound", "nmod"):
        return None
    for entry in entries:
        if token.pos_ != "VERB" and not entry.others:
            continue
        phrase = _phrase(token, entry.others)
        if phrase is None:
            continue
        roles = roles_of(token)
        if is_met(entry, token, roles, around, is_light=False):
            return _Hit(token, entry, phrase, roles=roles)
    return None


def _noun_hit(token: Token, lexicon: Lexicon, near_hyphen: bool) -> Optional[_Hit]:
    parts = _hyphenated(token) if near_hyphen else ()
    entries = lexicon.nouns.get("".join(t.lower_ for t in parts) or token.lower_)
    if not entries or (token.pos_ not in ("NOUN", "PROPN") and not parts):
        return None
    for entry in entries:
        phrase = _phrase_before(token, entry.others)
        if phrase is None:
            continue
        phrase += tuple(t for t in parts if t != token)
        light = _light_verb(token)
        roles = _with_subject(roles_of(token), light, token)
        return _Hit(token, entry, phrase, light, roles=roles)
    return None


def _hyphenated(token: Token) -> tuple[Token, ...]:
    """The parts of a word that the model takes apart ("sit-in", "cease-fire"), for the one that hangs on the rest."""
    doc = token.doc
    for start in (token.i - 2, token.i):
        parts = tuple(doc[max(start, 0) : start + 3])
        if len(parts) == 3 and parts[1].text == "-" and token in parts and token.head not in parts:
            return parts if not (parts[0].whitespace_ or parts[1].whitespace_) else ()
    return ()


def _existential(token: Token, around: Surroundings) -> Optional[_Hit]:
    """As in "There are 1,000 militants in the north": people who bear arms, somewhere, are a presence."""
    if token.lemma_ != "be" or not any(c.dep_ == "expl" for c in token.children):
        return None
    people = [c for c in token.children if c.dep_ in ("attr", "nsubj")]
    if any(
        people_words().get(p.lower_) in ("armed", "troops", "militant") for p in people
    ) and around.has_place(token):
        return _Hit(token, _EXISTENTIAL, tuple(people), roles=Roles(tuple(people)))
    return None


def _phrase(verb: Token, others: tuple[str, ...]) -> Optional[tuple[Token, ...]]:
    """The tokens below a verb that are the other words of a phrase, None unless all are there."""
    found: list[Token] = []
    heads = (
        (verb,) if verb.pos_ == "VERB" else (verb, verb.head)
    )  # "were present in": "in" may hang on either
    near = [c for head in heads for c in head.children if c.dep_ in _REACH and c != verb]
    for word in others:
        pool = [*near, *(g for c in (*near, *found) for g in c.children if g.dep_ in _REACH)]
        match = next((t for t in pool if word in (t.lower_, t.lemma_.lower()) and t not in found), None)
        if match is None:
            return None
        found.append(match)
    return tuple(found)


def _phrase_before(noun: Token, others: tuple[str, ...]) -> Optional[tuple[Token, ...]]:
    """The other words of a noun phrase: right before the noun, or behind its preposition ("termination of aid")."""
    if not others:
        return ()
    if len(others) > 1 and others[0] in ("of", "in"):
        for child in noun.children:
            if child.lower_ == others[0] and child.dep_ == "prep":
                below = [
                    g
                    for c in child.children
                    for g in (c, *c.lefts)
                    if others[1] in (g.lower_, g.lemma_.lower())
                ]
                if below:
                    return (child, below[0])
        return None
    words = [t for t in noun.doc[max(noun.sent.start, noun.i - 2 * len(others)) : noun.i] if t.text != "-"]
    before = words[-len(others) :]
    if [t.lower_ for t in before] == list(others) or [t.lemma_.lower() for t in before] == list(others):
        return tuple(before)
    joined = "".join(others)  # "counter-terrorism drill", "counterterrorism drill"
    if words and "".join(t.lower_ for t in words[-2:]).replace("-", "").endswith(joined.replace("-", "")):
        return tuple(words[-1:])
    return None


def _light_verb(noun: Token) -> Optional[Token]:
    """The light verb that a noun depends on, if it does."""
    verb = noun.head
    if noun.dep_ == "conj":
        return _light_verb(verb) if verb.pos_ in ("NOUN", "PROPN") else None
    if noun.dep_ == "pobj" and verb.dep_ == "prep" and verb.head.pos_ == "VERB":
        return (
            verb.head
            if is_light(verb.head) and verb.lower_ in ("in", "out", "on") and _has_part(verb.head)
            else None
        )
    direct = noun.dep_ in ("dobj", "nsubjpass", "obj")
    happens = noun.dep_ == "nsubj" and verb.lemma_ in (
        "take",
        "occur",
        "happen",
        "break",
        "erupt",
        "begin",
        "start",
        "end",
    )
    if verb.pos_ == "VERB" and (direct or happens) and is_light(verb):
        return verb
    if noun.dep_ == "nsubj" and noun.head.pos_ in ("NOUN",):
        return None
    if (
        noun.dep_ not in ("acl",)
        and (acl := next((c for c in noun.children if c.dep_ == "acl"), None)) is not None
    ):
        return acl if acl.tag_ == "VBN" and is_light(acl) else None  # "a meeting held in Moscow"
    return None


def _has_part(verb: Token) -> bool:
    return any(c.lower_ in ("part", "out") for c in verb.children) or verb.lemma_ == "participate"


def _with_subject(roles: Roles, light: Optional[Token], noun: Token) -> Roles:
    """The subject of the light verb acts in the noun; what stands behind its "with" or "against" is acted upon."""
    if light is None:
        return roles
    above = roles_of(light)
    agents = tuple(a for a in above.agents if noun not in (a, *a.ancestors) and a != noun)
    partners = tuple(p for p in (*roles.partners, *above.partners) if p != noun)
    return replace(
        roles, agents=tuple(dict.fromkeys((*agents, *roles.agents))), partners=tuple(dict.fromkeys(partners))
    )


# -- which of them tell events ---------------------------------------------------------------------------------------


def _noun_tells(hit: _Hit, around: Surroundings, in_headline: bool) -> bool:
    noun, light, entry = hit.token, hit.light, hit.entry
    if hit.beside:
        return True  # "an attack that killed four"
    if light is None and is_notion(noun, around, in_headline):
        return False
    if light is not None and not in_headline and _is_habit(noun, light, entry, around):
        return False
    if not is_met(entry, noun, hit.roles, around, light is not None):
        return False
    judgement = judge(light or noun)
    if judgement.is_generic:
        return False
    return judgement.assertion not in _UNREAL or around.has_time(noun)


def _is_habit(noun: Token, light: Token, entry: Entry, around: Surroundings) -> bool:
    """As in "The leader plans and carries out attacks": told of no one time, and of none of them."""
    if around.has_time(noun) or around.has_time(light):
        return False
    if light.tag_ in ("VBZ", "VBP") and entry.event_type in _DEEDS and not is_passive(light):
        return True
    bare = noun.tag_ in ("NNS", "NNPS") and not has_pointer(noun)
    return bare and (light.tag_ == "VBG" or not around.has_place(noun)) and entry.event_type in _DEEDS


def _verb_tells(hit: _Hit, around: Surroundings, in_headline: bool) -> bool:
    token, entry = hit.token, hit.entry
    if entry is _EXISTENTIAL:
        return True
    judgement = judge(token)
    if judgement.is_generic or _nobody(hit.roles) or _is_a_heading(token, hit.roles):
        return False
    if judgement.assertion in _UNREAL and not around.has_time(token):
        return False
    if token.tag_ == "VBG" and (
        token.dep_ in _GERUNDS or (token.dep_ == "conj" and token.head.pos_ == "NOUN")
    ):
        return _gerund_tells(token, around)
    if token.tag_ in ("VBZ", "VBP") and entry.event_type in _DEEDS and not in_headline:
        return around.has_time(token) or any(c.dep_ == "auxpass" for c in token.children)
    return True


def _has_a_stronger(hit: _Hit, hits: dict[int, _Hit]) -> bool:
    """Whether another act of force in the sentence tells what came of it: "targeted a leader, detaining two"."""
    force = (EventType.ASSAULT, EventType.COERCE)
    return any(
        o.entry.event_type in force and "alone" not in o.entry.needs for o in hits.values() if o is not hit
    )


def _is_a_heading(verb: Token, roles: Roles) -> bool:
    """As in "Blaming the US": a participle that is a line of its own and has no subject."""
    return verb.tag_ == "VBG" and verb.dep_ == "ROOT" and not roles.agents and verb.sent[-1].text not in ".!?"


def _told_before(hit: _Hit, number: int, around: Surroundings, before: Sequence[Trigger]) -> bool:
    """Whether a hit only comes back to an event that the document told before.

    "The attack", without a time or place of its own; "three people were killed", by nobody, right after an attack:
    that is what it did.
    """
    if hit.entry.event_type is EventType.PRESENCE or hit.beside:
        return False
    alike = [t for t in before if t.event_type is hit.entry.event_type and not t.is_planned]
    near = [t for t in alike if number - t.sentence <= _REACH_BACK]
    doc = hit.token.doc
    own = {t.i for t in hit.token.subtree} | {
        t.i for t in (hit.light.subtree if hit.light is not None else ())
    }
    if hit.entry.pos == "noun":
        is_definite = any(c.lower_ in _POINTING_BACK for c in hit.token.children if c.dep_ in ("det", "poss"))
        if hit.light is not None:
            return is_definite and bool(near) and hit.entry.event_type in _DEEDS and not own & around.places
        if own & (around.places | around.times):
            return False
        return (is_definite and bool(alike)) or _has_its_victims(hit, alike)
    if not own & (around.places | around.times) and _has_its_victims(hit, alike):
        return True
    if hit.entry.head not in _HARM or hit.roles.agents or not is_passive(hit.token):
        return False
    if (
        not near
        or own & (around.places | around.times)
        or any(c.lower_ == "also" for c in hit.token.children)
    ):
        return False
    return doc[near[-1].token].lower_ not in _harm_forms()  # one killing does not tell the outcome of another


def _has_its_victims(hit: _Hit, told: Sequence[Trigger]) -> bool:
    """Whether it befell those whom a like event befell before: nobody is arrested or killed twice.

    As in "The commander and two of his men were detained" after "Soldiers captured a commander".
    """
    first = next(iter(hit.roles.patients), None)
    if hit.entry.event_type not in (EventType.ASSAULT, EventType.COERCE) or first is None:
        return False
    if not is_known_already(first) or _is_one_more(hit.token):
        return False
    return any(
        _same_kind_of_harm(hit.entry.mode, trigger.mode)
        and any(
            victim.lemma_.lower() == first.lemma_.lower()
            for victim in roles_of(first.doc[trigger.token]).patients
        )
        for trigger in told
    )


def _is_one_more(deed: Token) -> bool:
    return any(t.lower_ in _ANEW for t in (*deed.children, *(g for c in deed.children for g in c.lefts)))


def _same_kind_of_harm(one: str, other: str) -> bool:
    return one == other or not {one, other} & _NEVER_ONE


@lru_cache(maxsize=1)
def _harm_forms() -> frozenset[str]:
    return frozenset(form for verb in _HARM for form in verb_forms(verb, irregular_verbs()))


def _is_a_total(hit: _Hit, around: Surroundings) -> bool:
    """Whether a figure is too large for one incident and nothing dates it: "the killing of over 70,000 people"."""
    if hit.entry.event_type is not EventType.ASSAULT:
        return False
    quantities = [q.count for p in hit.roles.patients if (q := quantity_of(p)) is not None]
    large = any((count.low or count.best or 0) >= _LARGEST_INCIDENT for count in quantities)
    return large and not around.has_time(hit.token)


def _nobody(roles: Roles) -> bool:
    """As in "No women or children were injured"."""
    return any(c.lower_ in ("no", "nobody", "none") for p in roles.patients for c in (p, *p.lefts))


def _gerund_tells(verb: Token, around: Surroundings) -> bool:
    """As in "after killing two guards" tells an event; "responsible for killing" does not."""
    if verb.dep_ == "pcomp" and verb.head.lower_ in _TOLD_WITH_A_GERUND:
        return True
    return any(t.i in around.times for t in verb.subtree) or any(
        has_pointer(p) for p in roles_of(verb).patients
    )


def _join(hits: dict[int, _Hit]) -> None:
    """One event for each predicate: "killed in an attack" and "an attack that killed" are one."""
    for hit in [
        h for h in hits.values() if h.entry.pos == "verb" and h.entry.event_type is EventType.ASSAULT
    ]:
        verb = hit.token
        if verb.i not in hits or hit.entry.head not in _HARM:
            continue
        cause = _cause(verb, hits) if verb.dep_ != "relcl" else None
        if cause is not None:
            del hits[cause.token.i]
            agents = cause.roles.agents or tuple(a for a in hit.roles.agents if a != cause.token)
            entry = replace(hit.entry, event_type=cause.entry.event_type, mode=cause.entry.mode)
            roles = replace(hit.roles, agents=agents)
            hits[verb.i] = replace(hit, entry=entry, beside=(cause.token,), roles=roles)
        elif _only_tells_the_outcome(verb, hits):
            del hits[verb.i]
            if verb.head.i in hits:
                above = hits[verb.head.i]
                hits[verb.head.i] = replace(above, beside=(*above.beside, verb))


def _only_tells_the_outcome(verb: Token, hits: dict[int, _Hit]) -> bool:
    """Whether a verb of harm tells what an act of violence beside it did: "attacked a post, killing two"."""
    above = verb.head
    if verb.dep_ == "relcl":
        before = [h for h in hits.values() if h.token.i < verb.i and h.entry.event_type is EventType.ASSAULT]
        does_harm = any(c.lower_ in ("that", "which") and c.dep_ == "nsubj" for c in verb.children)
        return above.i in hits or (does_harm and bool(before) and above.lower_ not in people_words())
    if verb.dep_ == "conj" or (verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VBG"):
        hit = hits.get(above.i)
        return hit is not None and hit.entry.pos == "verb" and hit.entry.event_type is EventType.ASSAULT
    return False


def _cause(verb: Token, hits: dict[int, _Hit]) -> Optional[_Hit]:
    """The attack that is the subject or the circumstance of a verb of harm."""
    candidates = [subject_of(verb)]
    for child in verb.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("in", "by", "during", "when", "with"):
            candidates += [c for c in child.children if c.dep_ == "pobj"]
    for token in candidates:
        hit = hits.get(token.i) if token is not None else None
        if hit is not None and hit.entry.pos == "noun" and hit.entry.event_type is EventType.ASSAULT:
            return hit
    return None


# -- to triggers -----------------------------------------------------------------------------------------------------


def _trigger(hit: _Hit, head: Token, number: int, is_elliptic: bool) -> Trigger:
    entry = hit.entry
    anchor = head if is_elliptic else (hit.light or head)
    mode = mode_of(head, entry, roles_of(head) if is_elliptic else hit.roles, (hit.token, *hit.beside))
    event_type = entry.event_type
    if event_type is EventType.ASSAULT and is_riot(hit.roles, mode):
        event_type, mode = EventType.PROTEST, "riot"
    judgement = judge(hit.light or hit.token)
    told = f'"{head.text}" stands for one of the "{hit.token.text}"' if is_elliptic else f'"{_words(hit)}"'
    what = event_type.value + (f" ({mode})" if mode else "")
    rule = (
        "trigger/ellipsis"
        if is_elliptic
        else "trigger/light-verb"
        if hit.light is not None
        else f"trigger/{entry.pos}"
    )
    return Trigger(
        span=token_span(head) if is_elliptic else _span(hit),
        token=anchor.i,
        event_type=event_type,
        mode=mode,
        sentence=number,
        provenance=Provenance(
            rule, f"{told} tells {what}{_says(entry)}.", 0.9 if entry.others or hit.light is not None else 0.8
        ),
        is_state=event_type is EventType.PRESENCE,
        is_planned=judgement.assertion is Assertion.PLANNED and not _is_an_accord(hit),
    )


def _says(entry: Entry) -> str:
    return f", by your words in {entry.source}" if entry.source else ""


def _is_an_accord(hit: _Hit) -> bool:
    """Whether what lies ahead is itself what was agreed: who announce that they will form an alliance have agreed."""
    return hit.entry.event_type is EventType.AGREE and is_announced(hit.light or hit.token)


def _span(hit: _Hit) -> Span:
    """The words of the trigger: light verb to noun, or verb to particle, where they stand close; else fewer of them."""
    own = [hit.token, *hit.phrase]
    for parts in ([*own, hit.light] if hit.light is not None else own, own):
        first, last = min(parts, key=lambda t: t.i), max(parts, key=lambda t: t.i)
        if last.i - first.i <= _LONGEST_TRIGGER:
            return token_span(first, last)
    return token_span(hit.token)


def _words(hit: _Hit) -> str:
    parts = sorted(
        (hit.token, *hit.phrase, *((hit.light,) if hit.light is not None else ())), key=lambda t: t.i
    )
    return " ".join(t.text for t in parts)
