"""What a cell shows, and which files are tables."""

from __future__ import annotations

from datetime import date

import pytest

from reportcite.tables.table import Cell, is_table, text_of


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("0306406152", "0306406152"),
        (9783948289829.0, "9783948289829"),
        (9783948289829, "9783948289829"),
        (12.5, "12.5"),
        (1e16, "1e+16"),
        (date(2024, 5, 7), "2024-05-07"),
        (True, "True"),
    ],
)
def test_a_cell_as_text(cell: Cell, text: str) -> None:
    assert text_of(cell) == text


@pytest.mark.parametrize(
    "name", ["a.csv", "a.tsv", "a.tab", "A.XLSX", "a.ods", "a.xls", "a.csv.zst"]
)
def test_tables_by_their_names(name: str) -> None:
    assert is_table(name)


@pytest.mark.parametrize("name", ["a.txt", "a.bib", "csv", "a.csv.bak"])
def test_other_files_are_none(name: str) -> None:
    assert not is_table(name)
