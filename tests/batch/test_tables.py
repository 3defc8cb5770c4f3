"""Lists are opened wherever they stand; more in tests/cli/lists/test_tables.py."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from reportcite.batch.tables import opened_table
from reportcite.errors import InputError
from reportcite.tables.isbns import ISBNS


def test_a_packed_list_is_opened_with_its_column_and_dialect(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(b"x;isbn\n1;0306406152\n"))
    with opened_table(str(path), ISBNS) as (cleaning, dialect):
        assert (cleaning.position.column, dialect.delimiter) == (1, ";")
        assert [row.cells for row in cleaning.rows] == [["1", "0306406152"]]
    with opened_table(str(path), ISBNS, "x") as (cleaning, _):
        assert cleaning.position.column == 0


def test_what_cannot_be_read_is_an_error_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught, opened_table(str(tmp_path / "no.csv"), ISBNS):
        pass
    assert caught.value.place is not None and caught.value.place.file.endswith("no.csv")
