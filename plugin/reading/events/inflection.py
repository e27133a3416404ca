"""The forms of English verbs and nouns, from their lemmas.

The model's lemmatiser errs on forms that look like others ("staged" becomes "stag"); a lexicon that knows its own
forms does not depend on it. Where spelling depends on stress ("kidnaped", "kidnapped") both forms are given: one that
nobody writes does no harm.
"""

from __future__ import annotations

from collections.abc import Mapping

_VOWELS = "aeiou"
_PREFIXES = ("re", "over", "under", "out", "mis", "fore", "up")
_IRREGULAR_PLURALS = {"person": "people"}
_IRREGULAR_ENDINGS = {"man": "men", "child": "children", "wife": "wives", "life": "lives", "thief": "thieves"}


def verb_forms(lemma: str, irregular: Mapping[str, tuple[str, str]]) -> frozenset[str]:
    """All forms of a verb: hold, holds, held, holding."""
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")) else lemma
    forms = {lemma, _third_person(lemma), lemma[:-2] + "ying" if lemma.endswith("ie") else stem + "ing"}
    past_forms = _irregular_forms(lemma, irregular)
    if past_forms:
        forms |= past_forms
    elif lemma.endswith("e"):
        forms.add(lemma + "d")
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        forms.add(lemma[:-1] + "ied")
    else:
        forms.add(lemma + "ed")
    if _may_double(lemma):
        forms.add(lemma + lemma[-1] + "ing")
        if not past_forms:
            forms.add(lemma + lemma[-1] + "ed")
    return frozenset(forms)


def _irregular_forms(lemma: str, irregular: Mapping[str, tuple[str, str]]) -> frozenset[str]:
    """Past tense and participle where they follow no rule; "retake" follows "take". Empty for other verbs."""
    prefix = next((p for p in _PREFIXES if lemma.startswith(p) and lemma[len(p) :] in irregular), "")
    stem, prefix = (lemma, "") if lemma in irregular else (lemma[len(prefix) :], prefix)
    return frozenset(prefix + form for forms in irregular.get(stem, ()) for form in forms.split("|"))


def _third_person(lemma: str) -> str:
    if lemma == "have":
        return "has"
    ends_in_o = lemma.endswith("o") and lemma[-2:-1] not in _VOWELS
    return lemma + "es" if ends_in_o else _with_s(lemma)


def noun_forms(lemma: str) -> frozenset[str]:
    """Singular and plural of a noun; a compound has the plural of its last part ("militiamen", "schoolchildren")."""
    return frozenset((lemma, _IRREGULAR_PLURALS.get(lemma) or _plural_by_ending(lemma)))


def _plural_by_ending(lemma: str) -> str:
    for ending, plural in _IRREGULAR_ENDINGS.items():
        if lemma.endswith(ending):
            return lemma[: -len(ending)] + plural
    return _with_s(lemma)


def _may_double(lemma: str) -> bool:
    """Whether it ends in a consonant, one vowel, and a consonant that may be doubled ("acquitted", "initialled")."""
    if len(lemma) < 3 or lemma[-1] in _VOWELS + "wxy" or lemma[-2] not in _VOWELS:
        return False
    return lemma[-3] not in _VOWELS or lemma[-4:-2] == "qu" or lemma.endswith("ial")


def _with_s(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and len(lemma) > 1 and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"
