"""A file is opened as what it is, whatever it is called."""

from __future__ import annotations

import io

import pytest

from reportcite.tables.isbns import ISBNS
from reportcite.tables.read import read_table
from reportcite.tables.table import Dialect
from reportcite.tables.write import writer_for


@pytest.mark.parametrize("written_as", ["x.csv", "x.xlsx", "x.ods", "x.tsv"])
@pytest.mark.parametrize("called", ["x.csv", "x.xlsx", "<stdin>"])
def test_by_its_content(written_as: str, called: str) -> None:
    file = io.BytesIO()
    writer_for(written_as)(file, [["isbn", "a"], ["3948289824", "b"]], Dialect())
    table = read_table(file, called, ISBNS)
    assert [row.cells for row in table.rows] == [["isbn", "a"], ["3948289824", "b"]]
    assert (table.dialect is None) == (written_as in ("x.xlsx", "x.ods"))
