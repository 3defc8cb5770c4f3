"""Lists of identifiers that are tables: opened, listed, and written again with columns added."""

from __future__ import annotations

from collections.abc import Iterator

from reportcite.batch.opening import what_to_do
from reportcite.batch.sink import replacing_bytes
from reportcite.batch.tables import opened_table
from reportcite.cli.report import Tally
from reportcite.cli.screen.messages import of_note
from reportcite.errors import ExitCode, InputError, Place, UsageError
from reportcite.files import exists, is_file
from reportcite.problems import shown
from reportcite.remote.addresses import is_remote
from reportcite.tables.clean import Cleaning, Counts, Judged, cleaned, judged
from reportcite.tables.table import Judging, is_table
from reportcite.tables.write import writer_for
from reportcite.tuples import NamedTuple

_STDIN = "-"


class Source(NamedTuple):
    """A table as the user named it, and the column of it; "" has it found."""

    path: str
    column: str = ""


def write_table(
    source: Source, judging: Judging, output: str, tally: Tally, *, invalid_only: bool
) -> None:
    """The table of `source`, with columns added, in the file `output`; its counts are said.

    Raises UsageError, InputError and OutputError; `output` is written whole or not at all.
    """
    write = writer_for(output)
    counts = Counts()
    with (
        opened_table(source.path, judging, source.column) as (cleaning, dialect),
        replacing_bytes(output) as file,
    ):
        write(file, cleaned(cleaning, judging, counts, invalid_only=invalid_only), dialect)
    _close(counts, tally, cleaning)


def rows_of(source: Source, judging: Judging, tally: Tally) -> Iterator[Judged]:
    """The rows of the table of `source` that hold an identifier; its counts are said at the end."""
    counts = Counts()
    with opened_table(source.path, judging, source.column) as (cleaning, _):
        for one in judged(cleaning, judging, counts):
            if one.verdict is not None:
                yield one
    _close(counts, tally, cleaning)


def only_table(codes: list[str]) -> str:
    """The one list that is to be written again. Raises UsageError for several, or for what is
    no file, and InputError for a table that is not there."""
    if len(codes) == 1 and is_remote(codes[0]):
        return codes[0]
    if len(codes) == 1 and is_table(codes[0]) and not exists(codes[0]):
        place = Place(codes[0])
        hint = what_to_do(codes[0], FileNotFoundError())
        raise InputError("cannot be read: no such file", place=place, suggestion=hint)
    if len(codes) != 1 or not (codes[0] == _STDIN or is_file(codes[0])):
        raise UsageError("-o needs one list to read", suggestion="name one file, or - for stdin")
    return codes[0]


def _close(counts: Counts, tally: Tally, cleaning: Cleaning) -> None:
    for what, unread in (("sheet", cleaning.unread), ("column", cleaning.columns)):
        if unread:
            names = ", ".join(map(shown, unread))
            tally.say(of_note(f"not read, though such numbers are there, too: {what} {names}"))
    if cleaning.unclosed:
        lines = ", ".join(map(str, cleaning.unclosed))
        tally.say(of_note(f"a quotation mark is opened and not closed: line {lines}"))
    if counts.invalid:
        tally.note(ExitCode.FINDINGS)
    tally.say(of_note(counts.summary()))
