"""Files of separated values: their encoding and separators are found out, then they are read.

RFC 4180, and what spreadsheets write: semicolons where the comma is in numbers, tabs, UTF-16,
Windows-1252, a first line `sep=;`. `csv.Sniffer` guesses from the frequency of letters, and takes
a letter for the separator of a list with one column; here only four separators are tried, and the
one counts by which the rows have the same number of cells.
"""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO, Final

from reportcite.errors import InputError, Place
from reportcite.patterns import pattern
from reportcite.tables.quotes import Quotes, rows_with_unclosed
from reportcite.tables.table import Dialect, Row, Table

_SAMPLE: Final = 1 << 16
_SAMPLED_ROWS: Final = 200
_MOST_NAMED: Final = 5
_PIECE: Final = 1 << 20
_DELIMITERS: Final = ("\t", ";", ",", "|")
_NO_DELIMITER: Final = "\x1f"
_LEAST_SCORE: Final = 0.3
_HINT: Final = pattern(r"sep=(.)\r?\n?")
_CODE: Final = pattern(r"\s*[\"'=]{0,3}[0-9Xx][0-9Xx -]{6,18}[\"']?\s*|10\.[0-9]{4,9}/\S+\s*")
_SINGLE_QUOTED: Final = pattern(r"(?:^|[,;\t|])'[^'\r\n]*'(?=$|[,;\t|\r\n])")
_BOMS: Final = ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))


def read_delimited(file: BinaryIO, name: str) -> Table:
    """The table in `file`, which is called `name` and read from its beginning.

    Raises InputError where it is no table, when its rows are read.
    """
    dialect = _dialect(file, name)
    width, usual = _widths(file, name, dialect)
    if not usual:
        return Table(_rows(file, name, dialect), width, dialect)
    unclosed: list[int] = []
    rows = _rows(file, name, dialect, Quotes(usual, unclosed))
    width = max((len(row.cells) for row in rows), default=0)
    rows = _rows(file, name, dialect, Quotes(usual, []))
    return Table(rows, width, dialect, unclosed=tuple(unclosed[:_MOST_NAMED]))


def _widths(file: BinaryIO, name: str, dialect: Dialect) -> tuple[int, int]:
    """The most cells of a row, and the usual number of them if there may be a quotation mark that
    is not closed, else 0: a row takes several lines, or the last has another number of cells."""
    width, line = 0, int(dialect.hint)
    usual: Counter[int] = Counter()
    doubtful = False
    row = Row(0, 0, [])
    try:
        for row in _rows(file, name, dialect):  # runs for every row of any number
            width = max(width, len(row.cells))
            if row.line != line + 1:
                doubtful = True
            elif line < _SAMPLED_ROWS:
                usual[len(row.cells)] += 1
            line = row.line
    except InputError:
        doubtful = True
    most = usual.most_common(1)[0][0] if usual else 0
    ends_alike = len(row.cells) == most and "\n" not in str(row.cells[-1:])
    return width, 0 if ends_alike and not doubtful else most


def _rows(
    file: BinaryIO, name: str, dialect: Dialect, quotes: Quotes | None = None
) -> Iterator[Row]:
    file.seek(0)
    text = io.TextIOWrapper(file, dialect.encoding, errors="replace", newline="")
    if dialect.hint:
        text.readline()
    number, line = int(dialect.hint), 1
    try:
        if quotes is not None:
            for cells, lines in rows_with_unclosed(text, dialect, quotes):
                number += 1
                yield Row(number, line + dialect.hint, cells)  # type: ignore[arg-type]
                line += lines
            return
        reader = csv.reader(text, delimiter=dialect.delimiter, quotechar=dialect.quote)
        for cells in reader:
            number += 1
            yield Row(number, line + dialect.hint, cells)  # type: ignore[arg-type]  # a list of str
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "a quotation mark is opened and not closed, perhaps"
        place = Place(name, line + dialect.hint)
        raise InputError(f"is no table: {error}", place=place, suggestion=hint) from error
    finally:
        if not file.closed:  # as it is when a reader has seen enough
            text.detach()  # the file stays open


def _dialect(file: BinaryIO, name: str) -> Dialect:
    encoding, bom = _encoding(file)
    file.seek(0)
    data = file.read(_SAMPLE)
    sample = getincrementaldecoder(encoding)(errors="replace").decode(data)
    if len(data) == _SAMPLE:
        sample = sample[: max(sample.rfind("\n"), sample.rfind("\r")) + 1] or sample
    line_end = "\r\n" if "\r\n" in sample or "\n" not in sample else "\n"
    hint = _HINT.match(sample)
    if hint:
        sample = sample[hint.end() :]
    quote = _quote(sample)
    delimiter = hint[1] if hint else _delimiter(sample, quote, name)
    return Dialect(delimiter, quote, encoding, bom, line_end, hint is not None)


def _encoding(file: BinaryIO) -> tuple[str, bool]:
    """The encoding of the whole file, and whether it begins with a byte order mark or is none that
    programs other than spreadsheets would write."""
    file.seek(0)
    head = file.read(4096)
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding, True
    if head.count(0) > len(head) // 4:
        return ("utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"), True
    decoder = getincrementaldecoder("utf-8")()
    file.seek(0)
    undefined = False
    utf8 = True
    while piece := file.read(_PIECE):
        undefined = undefined or any(byte in piece for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D))
        if utf8:
            try:
                decoder.decode(piece)
            except UnicodeDecodeError:
                utf8 = False
    if utf8:
        return "utf-8", False
    return ("latin-1" if undefined else "cp1252"), True


def _quote(sample: str) -> str:
    """The mark round cells: a single one only where no double one is in the file."""
    if '"' in sample or "'" not in sample:
        return '"'
    lines = sample.splitlines()
    quoted = sum(_SINGLE_QUOTED.search(line) is not None for line in lines)
    return "'" if quoted * 2 > len(lines) else '"'


def _delimiter(sample: str, quote: str, name: str) -> str:
    """The one of four by which most rows have the same number of cells, and a code is a cell."""
    if name.lower().endswith((".tsv", ".tab")) and "\t" in sample:
        return "\t"
    is_csv = name.lower().removesuffix(".gz").removesuffix(".zst").endswith(".csv")
    # Where as many rows have one cell as have more, a .csv file has columns, and other lists none.
    wider = 1 if is_csv else -1
    scores = {one: _score(sample, one, quote, wider) for one in _DELIMITERS if one in sample}
    best = max(scores, key=lambda one: scores[one], default="")
    if best and scores[best] >= _LEAST_SCORE:
        return best
    return "," if is_csv else _NO_DELIMITER


def _score(sample: str, delimiter: str, quote: str, wider: int) -> float:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(
            io.StringIO(sample, newline=""), delimiter=delimiter, quotechar=quote
        ):
            if row:
                rows.append(row)
            if len(rows) == _SAMPLED_ROWS:
                break
    except csv.Error:
        return 0.0
    widths = Counter(len(row) for row in rows)
    width, often = max(widths.items(), key=lambda one: (one[1], wider * one[0]), default=(0, 0))
    if width < 2:
        return 0.0
    codes = sum(any(map(_CODE.fullmatch, row)) for row in rows)
    return (often * (1 - 1 / width) + codes) / len(rows)
