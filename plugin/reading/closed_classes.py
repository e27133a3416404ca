"""Closed classes of English words, and groups of the language model's labels, that several rooms ask for.

A closed class gains no members, so each stands here whole. Open ones (verbs of attack, kinds of places) are the data of
the rooms that ask for them.
"""

from __future__ import annotations

DEMONSTRATIVES = frozenset(("this", "that", "these", "those"))
POSSESSIVES = frozenset("my our your his her its their".split())
DEFINITE = DEMONSTRATIVES | {"the"}  # "the attack" is one that is known
POINTING = DEFINITE | POSSESSIVES | {"both", "such"}  # so is "his attack"
HE_OR_SHE = frozenset(("he", "she", "him", "her"))
THEY = frozenset(("they", "them"))
RELATIVE = frozenset(("who", "which", "that", "whom"))
WHO = frozenset(("who", "whom", "whose"))

TIMES = frozenset(("DATE", "TIME"))  # kinds of names
PLACES = frozenset(("GPE", "LOC", "FAC"))
VERBAL = frozenset(("VERB", "AUX"))  # parts of speech
PLURAL = frozenset(("NNS", "NNPS"))  # tags of nouns
SUBJECTS = frozenset(("nsubj", "nsubjpass"))  # relations to a verb
UNDERGOERS = frozenset(("dobj", "nsubjpass"))  # to whom or what it is done
