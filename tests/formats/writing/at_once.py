"""Writes many records at once and one by one."""

from __future__ import annotations

from typing import Any

from reportcite.errors import Place
from reportcite.formats.format import Format
from reportcite.formats.loss import Fields
from reportcite.formats.writing.keys import key_maker, keys_maker
from reportcite.record.assemble.tables import assemble_tables
from tests.record.assemble.test_tables import count_strings


def written_alike(target: Format, pile: list[dict[str, Any]]) -> None:
    """Fails where an entry, or its key, is another when it is made with others."""
    assert target.write_table is not None
    assert target.write is not None
    places = [Place("a.jsonl")] * len(pile)
    for table in assemble_tables(pile, [*map(count_strings, pile)], places):
        entries = [target.write(Fields(record), "key") for record in table.records]
        assert target.write_table(table, "key") == entries
        assert keys_maker()(table) == [*map(key_maker(), table.records)]
