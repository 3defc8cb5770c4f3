"""Which records are about one work: as text, as rows of a table, and as a list of old and new
keys."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from reportcite.cli.output import by_suffix
from reportcite.cli.terminal import escape_line
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from reportcite.batch.grouping.gathered import Member
    from reportcite.batch.work.noting import Named

_COLUMNS: Final = ("work", "score", "reasons", "like", "key", "new-key", "file", "line", "title")
_LONGEST_TITLE: Final = 100
_KEY_COLUMNS: Final = ("old", "new", "file", "line")


class MergedWork(NamedTuple):
    """A work that several records were about: its number, counted from 1, the key of the record
    that they became, and themselves."""

    number: int
    key: str
    members: list[Member]


def as_text(work: MergedWork) -> str:
    """The key and the title, and a line for each record: its key, its place, and the score and the
    reasons by which it is one with another."""
    title = work.members[0].called.title
    short = title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…"
    lines = [f"{work.key}: {short}"]
    keys = {member.number: _key(member.called) for member in work.members}
    for member in work.members:
        line = f"  {_key(member.called)} in {member.called.place}"
        if member.likeness is not None:
            why = ", ".join(member.likeness.reasons)
            line += f": {member.likeness.score} ({why}) with {keys[member.partner]}"
        lines.append(line)
    return "".join(f"{escape_line(line)}\n" for line in lines)


def as_csv(work: MergedWork) -> str:
    """Rows of a table, one for each record; `like` is the key of the other record."""
    keys = {member.number: _key(member.called) for member in work.members}
    rows = []
    for member in work.members:
        called, likeness = member.called, member.likeness
        found = [str(work.number), "", "", ""]
        if likeness is not None:
            why = "; ".join(likeness.reasons)
            found[1:] = [str(likeness.score), why, keys[member.partner]]
        place = called.place
        rows.append([*found, _key(called), work.key, place.file, str(place.line), called.title])
    return csv_text(rows)


def csv_text(rows: Iterable[list[str]]) -> str:
    """`rows` as separated values, in which no cell is a formula."""
    from reportcite.tables.table import Cell, Dialect
    from reportcite.tables.write import writer_for

    file = io.BytesIO()
    cells: list[list[Cell]] = [[*row] for row in rows]
    writer_for("works.csv")(file, cells, Dialect())
    return file.getvalue().decode()


def key_head() -> str:
    """The line that names the columns of the list of keys."""
    return _csv([[*_KEY_COLUMNS]])


def key_lines(members: Iterable[Named], id_: str, key: str) -> str:
    """Old key, new key and place of each record of a work that has the id `id_` now, and is cited
    by `key`; a record that has an id and another citation key has two lines.

    Keys stay as they are, whatever a spreadsheet may take them for: programs are to read them.
    """
    rows = []
    for called in members:
        place = [called.place.file, str(called.place.line)]
        rows.append([called.id, id_, *place])
        if called.key and called.key != called.id:
            rows.append([called.key, key, *place])
    return _csv(rows)


def _csv(rows: Iterable[list[str]]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\r\n").writerows(rows)  # RFC 4180
    return file.getvalue()


def _key(called: Named) -> str:
    return called.key or called.id


class ReportFormat(NamedTuple):
    """What stands before all works, and how each is reported."""

    head: Callable[[], str]
    work: Callable[[MergedWork], str]


def report_format(name: str) -> ReportFormat:
    """How works are reported in a file of this name: as .csv or as text.

    Raises UsageError for a name that promises something else.
    """
    return _TABLE if by_suffix(name, _SUFFIXES) == "csv" else _LINES


def require_list_of_keys(name: str) -> None:
    """Raise UsageError for a name of a file that promises another list of keys than .csv."""
    by_suffix(name, {"": "csv", ".csv": "csv", ".txt": "csv"})


_TABLE: Final = ReportFormat(lambda: csv_text([[*_COLUMNS]]), as_csv)
_LINES: Final = ReportFormat(lambda: "", as_text)
_SUFFIXES: Final = {"": "text", ".csv": "csv", ".txt": "text", ".log": "text"}
