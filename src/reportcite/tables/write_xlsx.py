"""A workbook for Excel: a few files in a ZIP archive, written row by row (ISO/IEC 29500-1, 18:
SpreadsheetML). Texts are texts, whatever they look like."""

from __future__ import annotations

import math
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from typing import BinaryIO, Final
from xml.sax.saxutils import escape, quoteattr

from reportcite.errors import OutputError
from reportcite.patterns import pattern
from reportcite.tables.archive import lines_of, member, printable
from reportcite.tables.table import Cell, text_of

_MOST_ROWS: Final = 1_048_576
_LONGEST: Final = 32_767
_FIRST_DAY: Final = datetime(1899, 12, 30)
"""Day 0, for all days but those before March 1900: Excel counts a 29 February in that year."""
_MARCH: Final = 61
_ESCAPED: Final = pattern("(?=_x[0-9A-Fa-f]{4}_)")
"""What reads as an escaped character, and is none (ISO/IEC 29500-1, 22.9.2.19: ST_Xstring)."""

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"

# Formats of cells, by their places in `cellXfs` below.
_NAME, _WHOLE, _DATE, _TIME = 1, 2, 3, 4
_STYLES: Final = (
    f"<styleSheet {_MAIN}>"
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="5">'
    + "".join(
        f'<xf numFmtId="{number}" fontId="{font}" fillId="0" borderId="0" xfId="0" '
        'applyNumberFormat="1" applyFont="1"/>'
        # 1 is "0": long numbers are not to be shown as 9.78E+12.
        for number, font in ((0, 0), (0, 1), (1, 0), (164, 0), (165, 0))
    )
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
    "</cellStyles></styleSheet>"
)
_SHEET: Final = (
    f'{_DECLARATION}<worksheet {_MAIN}><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews>"
)


def write_xlsx(file: BinaryIO, rows: Iterable[list[Cell]]) -> None:
    """`rows`, the first of which names the columns, as the one sheet of a workbook.

    Raises OutputError for more rows, or a longer text, than Excel can hold.
    """
    write_workbook(file, [("list", rows)])


def write_workbook(file: BinaryIO, sheets: Iterable[tuple[str, Iterable[list[Cell]]]]) -> None:
    """A workbook of several sheets, each with its name; their rows are read one sheet after the
    other. Raises OutputError as `write_xlsx` does."""
    named = [*sheets]
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in _other_files([name for name, _ in named]).items():
            archive.writestr(member(name), _DECLARATION + content)
        for number, (_, rows) in enumerate(named, 1):
            name = f"xl/worksheets/sheet{number}.xml"
            with archive.open(member(name), "w", force_zip64=True) as sheet:
                sheet.write(_SHEET.encode())
                for row in _rows(rows):
                    sheet.write(row.encode())
                sheet.write(b"</sheetData></worksheet>")


def _other_files(sheets: list[str]) -> dict[str, str]:
    """All files but the sheets, which are called `sheets`."""
    numbers = range(1, len(sheets) + 1)
    workbook = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(sheets, 1)
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet" '
        f'Target="worksheets/sheet{number}.xml"/>'
        for number in numbers
    )
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" '
        f'ContentType="{_TYPE}.worksheet+xml"/>'
        for number in numbers
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>{workbook}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'{relations}<Relationship Id="rId0" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        "</Relationships>",
        "xl/styles.xml": _STYLES,
    }


def _rows(rows: Iterable[list[Cell]]) -> Iterable[str]:
    """What stands in a sheet before, and in, its rows."""
    columns: list[str] = []
    number = 0
    for number, cells in enumerate(rows, 1):
        if number > _MOST_ROWS:
            raise OutputError("a sheet of Excel holds 1,048,576 rows", suggestion="write .csv")
        if number == 1:
            yield _widths(len(cells))
        columns += map(_column, range(len(columns), len(cells)))
        written = zip(columns, cells, strict=False)
        row = "".join([_cell(f"{column}{number}", cell, number) for column, cell in written])
        yield f'<row r="{number}">{row}</row>'
    if not number:
        yield "<sheetData>"


def _widths(columns: int) -> str:
    column = f'<col min="1" max="{max(columns, 1)}" width="18.7" customWidth="1"/>'
    return f"<cols>{column}</cols><sheetData>"


def _column(number: int) -> str:
    """The letters of a column counted from 0.

    >>> _column(0), _column(25), _column(26), _column(701), _column(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    letters = ""
    while number >= 0:
        letters = chr(ord("A") + number % 26) + letters
        number = number // 26 - 1
    return letters


def _cell(place: str, cell: Cell, row: int) -> str:
    """The cell at `place`; an empty one is left out."""
    if isinstance(cell, str):
        return _text(place, cell, row) if cell else ""
    if isinstance(cell, bool):
        return f'<c r="{place}" t="b"><v>{cell:d}</v></c>'
    if isinstance(cell, int | float):
        if not math.isfinite(cell):
            return _text(place, text_of(cell), row)
        style = f' s="{_WHOLE}"' if float(cell).is_integer() else ""
        return f'<c r="{place}"{style}><v>{text_of(cell)}</v></c>'
    if isinstance(cell, date) and (days := _days(cell)):  # a datetime is a date, too
        style = str(_TIME if isinstance(cell, datetime) else _DATE)
        return f'<c r="{place}" s="{style}"><v>{days!r}</v></c>'
    return _text(place, text_of(cell), row)


def _days(day: date) -> float:
    """The days of Excel's calendar, 0 for what was before it; the time is a part of a day.

    >>> _days(date(1900, 1, 1)), _days(date(1900, 3, 1)), _days(datetime(2024, 5, 7, 18))
    (1.0, 61.0, 45419.75)
    """
    moment = datetime(day.year, day.month, day.day)
    if isinstance(day, datetime):
        moment = day.replace(tzinfo=None)
    days = (moment - _FIRST_DAY).total_seconds() / 86_400
    days -= days < _MARCH
    return days if days >= 1 else 0.0


def _text(place: str, text: str, row: int) -> str:
    if len(text) > _LONGEST:
        raise OutputError(
            f"row {row} has a cell of {len(text)} characters; Excel holds 32,767",
            suggestion="write .csv or .ods",
        )
    if "\r" in text:
        text = "\n".join(lines_of(text))
    shown = escape(_ESCAPED.sub("_x005F", printable(text)))
    style = f' s="{_NAME}"' if row == 1 else ""
    return f'<c r="{place}"{style} t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'
