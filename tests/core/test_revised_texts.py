"""Words are found again in a text that has been revised around them."""

from __future__ import annotations

import pytest
from event_timeline.core.report import Span
from event_timeline.core.revised_texts import spans_in_revision

OLD = "Two bombs. A bomb killed nine people in Bergen. Police arrested a man."


@pytest.mark.parametrize(
    "new",
    [
        f"Corrected on Friday. {OLD}",
        OLD.replace("nine people", "ten people, two of them guards,"),
        OLD.replace("Two bombs. ", ""),
        OLD.replace(" ", "\n"),
    ],
)
def test_a_word_is_found_where_it_stands_now(new: str) -> None:
    spans = [Span(OLD.index(word), OLD.index(word) + len(word)) for word in ("killed", "arrested")]
    found = spans_in_revision(OLD, new, spans)
    assert [found[span].of(new) for span in spans] == ["killed", "arrested"]
    assert [found[span].start for span in spans] == [new.index("killed"), new.index("arrested")]


def test_what_is_gone_is_not_found() -> None:
    span = Span(OLD.index("killed"), OLD.index("killed") + 6)
    assert spans_in_revision(OLD, OLD.replace("killed", "wounded"), [span]) == {}
