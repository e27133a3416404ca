"""Lemmas of verbs where the model's rules err.

The rules strip "ed" and "ing" before they think of a lost "e", so "staged" becomes "stag", "hoped" "hop" and "raped"
"rap". English spelling tells them apart: a verb of one vowel and one consonant doubles it ("stagged", "hopped"), so a
single one is of the verb with an "e". And a past tense that the tagger takes for a present keeps its form ("retook").
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

_VOWELS = "aeiou"
_ENDINGS = frozenset(("ed", "ing", "es"))


@dataclass(frozen=True)
class VerbLemmas:
    """What is known of English verbs.

    Attributes
    ----------
    twins
        Verbs that double their consonant and become another verb by an "e": stag(e), hop(e), scar(e).
    irregular
        Forms that are no verb's base, with their lemma: retook, befell.
    """

    twins: frozenset[str]
    irregular: Mapping[str, str]

    @classmethod
    def of_tables(cls, verbs: Collection[str], exceptions: Mapping[str, list[str]]) -> VerbLemmas:
        """From the model's tables: the verbs it knows, and their irregular forms."""
        known = frozenset(verbs)
        twins = frozenset(verb for verb in known if _doubles(verb) and verb + "e" in known)
        irregular = {form: lemmas[0] for form, lemmas in exceptions.items() if form not in known}
        return cls(twins, irregular)

    def mended(self, form: str, lemma: str) -> str:
        """The lemma of a verb's form in small letters, given the lemma that the model takes it for."""
        if lemma in self.twins and form[len(lemma) :] in _ENDINGS:
            return lemma + "e"
        return self.irregular.get(lemma, lemma)


def _doubles(verb: str) -> bool:
    """One vowel and one consonant at the end, and no other vowel: the consonant is doubled before "ed" and "ing"."""
    return (
        len(verb) > 2
        and verb[-1] not in _VOWELS + "wxy"
        and verb[-2] in _VOWELS
        and not any(letter in _VOWELS + "y" for letter in verb[:-2])
    )
