"""Fields without a place of their own: written as lines in a note, and read from there again."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.errors import Place
from reportcite.formats.loss import Fields
from reportcite.formats.reading.note_lines import Found, Lines, read_lines
from reportcite.formats.writing.note_lines import remainder, write_lines, write_value
from reportcite.record.assemble.notations import EXACT
from reportcite.record.fields import Value
from reportcite.record.model import Record


def test_type_fields_and_statements_stand_a_line_each() -> None:
    fields: dict[str, Value] = {"note": "N", "chair": [{"family": "Ö"}]}
    text = write_lines(fields, {"issued": "n.d."}, "bill")
    assert text == 'type: bill\nnote: N\nchair: [{"family": "Ö"}]\nissued: n.d.'
    found = read_lines(text)
    assert found == Lines("bill", fields, {"issued"})
    assert write_lines({}) == ""
    assert write_lines({"note": "N"}) == "note: N"


@pytest.mark.parametrize(
    "text", ["N", "a: b", 'say "so"', "None of them", "{", "[1]", "None", "N.D."]
)
def test_a_text_that_cannot_be_mistaken_stands_as_it_is(text: str) -> None:
    assert write_value(text) == text


@pytest.mark.parametrize("text", [" a", "a ", '"a"', "a\nb", "a\rb", "n.d.", "none"])
def test_any_other_text_stands_in_quotes_and_comes_back(text: str) -> None:
    shown = write_value(text)
    assert shown.startswith('"') and "\n" not in shown
    found = read_lines(f"note: {shown}")
    assert found is not None and found.fields == {"note": text}


def written(record: Record, own: Found) -> str:
    return remainder(Fields(record), record.fields, own, EXACT)


REPORT = Record(
    "r1",
    "report",
    {"volume": "3", "title": "T", "subtitle": "S", "chair": [{"literal": "X"}]},
    Place("x"),
    frozenset({"issued", "author"}),
)


def test_only_what_the_entry_does_not_give_back_is_written_in_one_order() -> None:
    assert written(REPORT, Found("report", {"title": "T: S", "volume": "3"}, {"author"})) == (
        'chair: [{"literal": "X"}]\nsubtitle: S\nissued: n.d.'
    )


def test_a_title_that_cannot_be_split_again_is_written() -> None:
    shown = written(REPORT, Found("report", {"title": "T and S", "volume": "3"}, {"author"}))
    assert "\ntitle: T\n" in shown


def test_another_type_than_the_entry_has_is_written() -> None:
    fields: dict[str, Any] = {**REPORT.fields}
    own = Found("book", fields, {"author", "issued"})
    assert written(REPORT, own) == "type: report"
    assert written(REPORT, Found("report", fields, {"author", "issued"})) == ""
