"""Who was counted before: figures of people that speak again of those whom an earlier figure counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from ..links import Trigger
from ..parsed import ParsedDocument
from .counts import Casualties
from .needs import is_known_already
from .same_people import Befallen, is_told_apart
from .triggers import is_headline

_IN_MIND = 40  # figures back that a text still speaks of; what is farther back was of other deeds


def told_of_the_same(
    parsed: ParsedDocument,
    item: Casualties,
    owners: Sequence[tuple[Casualties, int]],
    triggers: Sequence[Trigger],
) -> Optional[tuple[Casualties, int]]:
    """The figure that counted those people before, if one did, and whose it is.

    A headline that names one of many ("Gunmen kill mayor") leaves the many to the sentence that counts them.
    """
    if not item.people or is_told_apart(parsed.doc[item.token]):
        return None
    deed = parsed.doc[item.token]
    befallen = Befallen(deed, item.people)
    recent = owners[-_IN_MIND:]
    headlines_last = sorted(recent, key=lambda told: _is_in_a_headline(parsed, triggers[told[1]]))
    for earlier, owner in headlines_last:
        if (
            earlier.role is item.role
            and earlier.people
            and not earlier.is_total
            and deed.sent != parsed.doc[earlier.token].sent
            and (is_known_already(item.people[0]) or not _is_in_a_headline(parsed, triggers[owner]))
            and befallen.were_told_of(earlier.people)
        ):
            return earlier, owner
    return None


def counted_among(
    parsed: ParsedDocument,
    item: Casualties,
    owners: Sequence[tuple[Casualties, int]],
    parts: Sequence[tuple[Casualties, Casualties]],
) -> Optional[tuple[Casualties, int]]:
    """The figure that counts those told beside some of its people, as far as there is room left in it.

    As in "Four rebels were killed. One was shot on a roof. Another was killed in the yard".
    """
    if not item.is_more or is_told_apart(parsed.doc[item.token]):
        return None
    recent = parts[-_IN_MIND:]
    last, owner = next(((o, owner) for o, owner in reversed(owners) if o.role is item.role), (None, -1))
    whole = next((whole for part, whole in recent if part is last), None)
    if whole is None or whole.count is None:
        return None
    told = [part.count for part, of in recent if of is whole] + [item.count]
    has_room = whole.count.high is None or sum(c.low or 0 for c in told if c is not None) <= whole.count.high
    return (whole, owner) if has_room else None


def _is_in_a_headline(parsed: ParsedDocument, trigger: Trigger) -> bool:
    return is_headline(parsed, parsed.sentences[trigger.sentence])
