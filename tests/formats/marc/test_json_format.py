"""MARC-in-JSON is written as a list of records."""

from __future__ import annotations

import json

from tests.formats.files import a_report, file_of


def test_a_file_is_a_list() -> None:
    text, _ = file_of("marc-json", a_report(), a_report("Second"))
    assert [set(record) for record in json.loads(text)] == [{"leader", "fields"}] * 2
    assert json.loads(file_of("marc-json")[0]) == []
