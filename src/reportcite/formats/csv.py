"""CSV after RFC 4180, with a column for every field that has a value: nothing is left out, no cell
is a formula."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reportcite.formats.format import Format
from reportcite.formats.loss import Fields
from reportcite.formats.writing.carry import carry_all, clean
from reportcite.formats.writing.order import in_order
from reportcite.patterns import pattern
from reportcite.record.fields import FIELDS, Value
from reportcite.values.dates.exchanged import write_date
from reportcite.values.names.display import name_text
from reportcite.values.names.typed import names_from_text
from reportcite.values.shapes import Contributor, Date

COLUMNS: Final = tuple(in_order(["id", "type", *sorted(FIELDS, key=str.lower)]))

# What spreadsheets take for the beginning of a formula (OWASP, CSV Injection).
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(fields: Fields, key: str) -> str:
    """One row: names as `Family, Given` with semicolons between, corporate ones in braces."""
    record = fields.record
    cells = {"id": clean(record.id), "type": record.type}
    for name, value in carry_all(fields).items():
        if name in COLUMNS:
            cells[name] = _cell(fields, name, value)
        else:
            fields.drop(name, "there is no column for it")
    for name, text in cells.items():
        if text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA):
            cells[name] = f"'{text}"
            fields.change(name, "an apostrophe before it keeps it from being a formula")
    return _row([cells.get(name, "") for name in COLUMNS])


def narrow(pieces: Iterable[str], columns: Sequence[str]) -> Iterator[str]:
    """The rows of `pieces`, whole rows each and the names of all columns first, in few columns:
    those called `columns`, in this order, or else those in which any row has a value.

    What has values is known at the end, so the rows are kept until then, on disk.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="surrogatepass", newline="") as kept:
        lengths, filled = [], {0}
        for number, piece in enumerate(pieces):
            lengths.append(kept.write(piece))
            for row in _rows_of(piece) if number and not columns else ():
                filled.update(row)
        kept.seek(0)
        wanted = [*map(COLUMNS.index, columns)] or sorted(filled)
        for length in lengths:
            for row in _rows_of(kept.read(length)):
                cells = ",".join([row.get(index, "") for index in wanted])
                yield (cells or '""') + "\r\n"  # an empty line would be no row


_PART: Final = pattern(r'"[^"]*(?:""[^"]*)*"|,+|\r\n|[^",\r\n]+')


def _rows_of(text: str) -> Iterator[dict[int, str]]:
    """The cells of each row that hold anything, in quotation marks as they are, by column.

    Most are empty, so this takes a fourth of the time of looking at each; csv.reader takes no cells
    longer than a limit of the whole process.
    """
    row: dict[int, str] = {}
    column = 0
    for part in _PART.findall(text):  # runs for every cell of any number of records
        if part[0] == ",":
            column += len(part)
        elif part == "\r\n":
            yield row
            row, column = {}, 0
        else:
            row[column] = part


def _row(cells: list[str] | tuple[str, ...]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def _cell(fields: Fields, name: str, value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _date(fields, name, value)
    text = "; ".join(_name(one) for one in value)
    if names_from_text(text) != value:
        fields.change(name, "the text of a name does not show where its parts end")
    return text


def _name(name: Contributor) -> str:
    literal = name.get("literal")
    return f"{{{literal}}}" if literal else name_text(name)


def _date(fields: Fields, name: str, date: Date) -> str:
    text, whole = write_date(date)
    if not whole:
        fields.change(name, "only what EDTF can say of the date is written")
    return text


FORMAT: Final = Format(
    name="csv",
    title="CSV",
    write=write,
    head=_row(COLUMNS),
    narrow=narrow,
)
