"""Words that tell of events and are none themselves: "said", "in a statement"."""

from __future__ import annotations

TOLD = frozenset(
    "say tell announce report state claim add note warn declare confirm reveal explain describe insist argue stress "
    "acknowledge allege assert believe think write tweet deny disclose recall point".split()
)
TELLINGS = frozenset(
    "statement interview conference briefing speech message report release communique broadcast tweet post letter "
    "telegram note bulletin video reporter journalist".split()
)
