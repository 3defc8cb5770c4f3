"""`reportcite list`: the records there are, with the keys they are cited by."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reportcite.cli.listed import Row, row_of
from reportcite.cli.options.input import Input
from reportcite.cli.options.shared import reads_records
from reportcite.cli.options.single import AsJson
from reportcite.cli.report import Reporting, Tally
from reportcite.cli.terminal import on_terminal
from reportcite.errors import ExitCode
from reportcite.files import exists

if TYPE_CHECKING:
    from reportcite.record.model import Record


@reads_records
def list_(
    source: Input,
    reporting: Reporting,
    as_json: AsJson = False,
) -> ExitCode:
    """Show which records there are: key, author, year, title, type.

    Whatever stands behind the first file and is no file is a word to look for: only records with
    all such words in key, names, year, title, publisher or keywords are shown. On a terminal they
    are a table; elsewhere the columns are separated by tabs.

    \b
    Examples:
      reportcite list library.bib
      reportcite list library.bib beck 1986
      reportcite list records/ --where type=report --json
    """
    from reportcite.batch.work.sound import stands_for_record
    from reportcite.cli.screen.pager import in_pages
    from reportcite.problems import Problem

    files, words = _files_and_words(source)
    tally = Tally(reporting)
    rows = []
    for result in source._replace(files=files).records():
        if isinstance(result, Problem):
            tally.report(result)
            tally.with_errors += stands_for_record(result)
        elif _has_all(words, result):
            rows.append(row_of(result))
    with in_pages() as write:
        for piece in _printed(rows, as_json):
            write(piece)
    if words and not rows and not tally.with_errors:
        tally.close(f"no record has all of: {' '.join(words)}")
    return tally.code


_SEARCHED = (
    *("author", "editor", "translator", "title", "subtitle", "container-title"),
    *("collection-title", "publisher", "keyword", "number", "issued"),
)


def _files_and_words(source: Input) -> tuple[tuple[str, ...], Sequence[str]]:
    """What of the arguments is to be read; the first always is, or a mistake in it is not told."""
    always = () if source.sample else source.files[:1]
    others = source.files[len(always) :]
    files = [name for name in others if name == "-" or exists(name)]
    return (*always, *files), [word for word in others if word not in files]


def _has_all(words: Iterable[str], record: "Record") -> bool:
    from reportcite.record.selection import folded, is_in, key_of, texts_of

    texts = [key_of(record), record.type]
    for name in _SEARCHED:
        texts += texts_of(record, name)
    everything = "\n".join(texts)
    return all(is_in(folded(word), everything) for word in words)


def _printed(rows: Sequence[Row], as_json: bool) -> Iterator[str]:
    if as_json:
        yield json.dumps([row._asdict() for row in rows], ensure_ascii=False, indent=2) + "\n"
    elif on_terminal():
        yield from _table([_harmless(row) for row in rows], shutil.get_terminal_size().columns)
    else:
        for row in rows:
            yield "\t".join(_one_line(row)) + "\n"


def _one_line(row: Row) -> Row:
    return Row(*(" ".join(cell.split()) for cell in row))


def _harmless(row: Row) -> Row:
    """The row without what would turn round the cells behind it on a terminal."""
    from reportcite.cli.terminal import escape_line

    return Row(*map(escape_line, _one_line(row)))


def _table(rows: Sequence[Row], width: int) -> Iterator[str]:
    """The rows on a terminal of `width` columns: keys whole, as they are copied; what else is too
    long is cut, or wrapped where there is room for keys alone."""
    from reportcite.cli.screen.table import columns_of, fitted, table

    if width < _NARROW:
        yield from table([(row.key, ", ".join(filter(None, row[1:]))) for row in rows], width)
        return
    key, type_ = _widest(row.key for row in rows), _widest(row.type for row in rows)
    left = width - key - len("YEAR") - type_ - 4 * len("  ")
    widths = (key, left // 3, len("YEAR"), left - left // 3, type_)
    for row in (_HEAD, *rows):
        if columns_of(row.key) > key:
            yield row.key + "\n"
        shown = row._replace(key=row.key if columns_of(row.key) <= key else "")
        cells = [fitted(cell, columns) for cell, columns in zip(shown, widths, strict=True)]
        yield "  ".join(cells).rstrip() + "\n"


_HEAD = Row("KEY", "AUTHOR", "YEAR", "TITLE", "TYPE")
_NARROW = 60
_WIDEST = 30


def _widest(cells: Iterable[str]) -> int:
    return max((len(cell) for cell in cells if len(cell) <= _WIDEST), default=4)
