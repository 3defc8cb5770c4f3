"""Lists of identifiers that are tables: opened, listed, and written again with columns added."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import BinaryIO, cast

from reportcite.batch.compressed import unpacked
from reportcite.batch.opening import open_input
from reportcite.batch.sink import replacing_bytes
from reportcite.cli.report import Tally
from reportcite.cli.screen.messages import of_note
from reportcite.errors import ExitCode, InputError, Place, UsageError
from reportcite.files import exists, is_file
from reportcite.remote.addresses import is_remote, without_secrets
from reportcite.tables.clean import Cleaning, Counts, Judged, begin, cleaned, judged
from reportcite.tables.read import read_table
from reportcite.tables.table import Dialect, is_table
from reportcite.tables.verdict import Judging
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
    with _opened(source, judging) as (cleaning, dialect), replacing_bytes(output) as file:
        write(file, cleaned(cleaning, judging, counts, invalid_only=invalid_only), dialect)
    _close(counts, tally)


def rows_of(source: Source, judging: Judging, tally: Tally) -> Iterator[Judged]:
    """The rows of the table of `source` that hold an identifier; its counts are said at the end."""
    counts = Counts()
    with _opened(source, judging) as (cleaning, _):
        for one in judged(cleaning, judging, counts):
            if one.verdict is not None:
                yield one
    _close(counts, tally)


def only_table(codes: list[str]) -> str:
    """The one list that is to be written again. Raises UsageError for several, or for what is
    no file, and InputError for a table that is not there."""
    if len(codes) == 1 and is_remote(codes[0]):
        return codes[0]
    if len(codes) == 1 and is_table(codes[0]) and not exists(codes[0]):
        place = Place(codes[0])
        raise InputError("cannot be read: no such file", place=place, suggestion="check the name")
    if len(codes) != 1 or not (codes[0] == _STDIN or is_file(codes[0])):
        raise UsageError("-o needs one list to read", suggestion="name one file, or - for stdin")
    return codes[0]


def _close(counts: Counts, tally: Tally) -> None:
    if counts.invalid:
        tally.note(ExitCode.FINDINGS)
    tally.say(of_note(counts.summary()))


@contextmanager
def _opened(source: Source, judging: Judging) -> Iterator[tuple[Cleaning, Dialect]]:
    name = "<stdin>" if source.path == _STDIN else without_secrets(source.path)
    with _file(source.path, name) as file:
        try:
            table = read_table(file, name, judging, source.column)
        except OSError as error:
            raise _unreadable(name, error) from error
        # What comes from a spreadsheet program goes back to one: with a byte order mark.
        dialect = table.dialect or Dialect(bom=True)
        yield begin(table, judging, source.column, name), dialect


@contextmanager
def _file(path: str, name: str) -> Iterator[BinaryIO]:
    """A file that can be sought in: standard input, and what is compressed, on disk first."""
    try:
        with nullcontext(sys.stdin.buffer) if path == _STDIN else open_input(path) as file:
            buffered = (
                file if hasattr(file, "peek") else io.BufferedReader(cast(io.RawIOBase, file))
            )
            content = unpacked(cast(io.BufferedReader, buffered))
            if content is file and path != _STDIN and file.seekable():
                yield file
                return
            with tempfile.TemporaryFile() as on_disk:
                shutil.copyfileobj(content, on_disk)
                yield cast(BinaryIO, on_disk)
    except OSError as error:
        raise _unreadable(name, error) from error


def _buffered(file: BinaryIO) -> io.BufferedReader:
    return io.BufferedReader(cast(io.RawIOBase, file))


def _unreadable(name: str, error: OSError) -> InputError:
    return InputError(f"cannot be read: {error.strerror or error}", place=Place(name))
