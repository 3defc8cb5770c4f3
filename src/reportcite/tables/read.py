"""A file that is a table, opened by what it is and not by what it is called."""

from __future__ import annotations

from typing import BinaryIO, Final

from reportcite.errors import UsageError
from reportcite.tables.columns import SAMPLED, position_of
from reportcite.tables.delimited import read_delimited
from reportcite.tables.sheets import read_sheet
from reportcite.tables.table import Judging, Table

_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How ZIP archives (.xlsx, .ods) and the older files of Excel begin."""


def read_table(file: BinaryIO, name: str, judging: Judging, column: str = "") -> Table:
    """The table in `file`, which is called `name` and can be sought in; of a workbook the sheet
    that has the column.

    Raises InputError for a file that cannot be read as a table.
    """
    file.seek(0)
    head = file.read(8)
    if not head.startswith(_WORKBOOKS):
        return read_delimited(file, name)

    def fits(table: Table) -> bool:
        rows = [row for row, _ in zip(table.rows, range(SAMPLED), strict=False)]
        try:
            position_of(rows, judging, column)
        except UsageError:
            return False
        return True

    return read_sheet(file, name, fits)
