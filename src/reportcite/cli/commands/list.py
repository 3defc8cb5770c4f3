"""`reportcite list`: the records there are, with the keys they are cited by."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from reportcite.cli.options import Input, reads_records
from reportcite.cli.report import Reporting, Tally
from reportcite.errors import ExitCode
from reportcite.files import exists

if TYPE_CHECKING:
    from reportcite.record.model import Record


class Row(NamedTuple):
    """What a list shows of a record."""

    key: str
    author: str
    year: str
    title: str
    type: str


@reads_records
def list_(
    source: Input,
    reporting: Reporting,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON array, for other programs.")
    ] = False,
) -> ExitCode:
    """Show which records there are: key, author, year, title, type.

    What is named behind the files and is no file itself is a word to look for: only records that
    have each of them in key, names, year, title, publisher or keywords are shown. On a terminal
    they are a table; elsewhere the columns are separated by tabs.

    \b
    Examples:
      reportcite list library.bib
      reportcite list library.bib beck 1986
      reportcite list records/ --where type=report --json
    """
    from reportcite.batch.work.sound import stands_for_record
    from reportcite.cli.output import writing
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
    with writing("-") as write:
        for piece in _printed(rows, as_json):
            write(piece)
    if words and not rows and not tally.with_errors:
        tally.close(f"no record has all of: {' '.join(words)}")
    return tally.code


def row_of(record: "Record") -> Row:
    """The line of `record` in a list; what it does not have is empty."""
    from reportcite.record.selection import key_of
    from reportcite.values.dates.questions import years_of
    from reportcite.values.names.display import family_of
    from reportcite.values.title import join_title

    fields = record.fields
    names = next((value for one in _PEOPLE if isinstance(value := fields.get(one), list)), [])
    shown = [name.get("literal") or family_of(name) or name.get("given", "") for name in names]
    authors = f"{shown[0]} et al." if len(shown) > _MOST_NAMES else ", ".join(shown)
    issued = fields.get("issued")
    years = years_of(issued) if isinstance(issued, dict) else []
    title = str(fields.get("title", ""))
    if "subtitle" in fields:
        title = join_title(title, str(fields["subtitle"]))
    return Row(key_of(record), authors, str(years[0]) if years else "", title, record.type)


_PEOPLE = ("author", "editor", "translator", "publisher")
_MOST_NAMES = 3
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
    from reportcite.record.selection import folded, key_of, texts_of

    texts = [key_of(record), record.type]
    for name in _SEARCHED:
        texts += texts_of(record, name)
    everything = "\n".join(map(folded, texts))
    return all(folded(word) in everything for word in words)


def _printed(rows: Sequence[Row], as_json: bool) -> Iterator[str]:
    if as_json:
        yield json.dumps([row._asdict() for row in rows], ensure_ascii=False, indent=2) + "\n"
    elif sys.stdout.isatty():
        yield _table(rows)
    else:
        for row in rows:
            yield "\t".join(" ".join(cell.split()) for cell in row) + "\n"


def _table(rows: Sequence[Row]) -> str:
    """The rows as wide as the terminal; what is too long is cut."""
    from io import StringIO

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    width = Console().width
    key, type_ = _widest(row.key for row in rows), _widest(row.type for row in rows)
    left = max(width - key - type_ - 12, 20)
    table = Table(box=None, pad_edge=False)
    table.add_column("KEY", no_wrap=True, overflow="ellipsis", width=key)
    table.add_column("AUTHOR", no_wrap=True, overflow="ellipsis", width=left // 3)
    table.add_column("YEAR", no_wrap=True, width=4)
    table.add_column("TITLE", no_wrap=True, overflow="ellipsis", width=left - left // 3)
    table.add_column("TYPE", no_wrap=True, overflow="ellipsis", width=type_)
    for row in rows:
        table.add_row(*(Text(" ".join(cell.split())) for cell in row))
    written = StringIO()
    Console(file=written, width=width, color_system=None, highlight=False).print(table)
    return written.getvalue()


def _widest(cells: Iterable[str]) -> int:
    return min(max(map(len, cells), default=4), 30)
