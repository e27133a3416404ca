"""The document of the events file tells every table and every field in the words of the schema."""

from pathlib import Path

import pytest
from event_timeline.core.schema import EVENTS_UNDATED, TABLES

DOCUMENT = Path(__file__).resolve().parent.parent.parent / "docs" / "geopackage.md"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_and_field_is_told(table):
    text = DOCUMENT.read_text(encoding="utf-8")
    told = text.partition(f"\n## `{table.name}`")[2].partition("\n## ")[0]
    assert told
    if table is EVENTS_UNDATED:
        return  # it has the fields of events
    lines = [f"| `{column.name}` | {column.kind.value} | {column.doc} |" for column in table.columns]
    assert [line for line in lines if line not in told] == []
