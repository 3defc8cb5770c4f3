"""Opens lists of identifiers that are tables, wherever they stand and however they are packed."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import BinaryIO, cast

from reportcite.batch.compressed import unpacked
from reportcite.batch.opening import open_input, what_to_do
from reportcite.batch.sources import STDIN
from reportcite.errors import InputError, Place
from reportcite.remote.addresses import without_secrets
from reportcite.tables.clean import Cleaning, begin
from reportcite.tables.read import read_table
from reportcite.tables.table import Dialect, Judging


@contextmanager
def opened_table(
    path: str, judging: Judging, column: str = ""
) -> Iterator[tuple[Cleaning, Dialect]]:
    """The table in the file at `path`, `-` for standard input, as it is before its rows are read,
    and how it is written; `column` is that of its identifiers, "" to have it found.

    Raises UsageError and InputError.
    """
    name = "<stdin>" if path == STDIN else without_secrets(path)
    with _file(path, name) as file:
        try:
            table = read_table(file, name, judging, column)
        except OSError as error:
            raise _unreadable(name, error) from error
        # What comes from a spreadsheet program goes back to one: with a byte order mark.
        dialect = table.dialect or Dialect(bom=True)
        yield begin(table, judging, column, name), dialect


@contextmanager
def _file(path: str, name: str) -> Iterator[BinaryIO]:
    """A file that can be sought in: standard input, and what is compressed, on disk first."""
    try:
        with nullcontext(sys.stdin.buffer) if path == STDIN else open_input(path) as file:
            buffered = (
                file if hasattr(file, "peek") else io.BufferedReader(cast(io.RawIOBase, file))
            )
            content = unpacked(cast(io.BufferedReader, buffered))
            if content is file and path != STDIN and file.seekable():
                yield file
                return
            with tempfile.TemporaryFile() as on_disk:
                shutil.copyfileobj(content, on_disk)
                yield cast(BinaryIO, on_disk)
    except OSError as error:
        raise _unreadable(name, error) from error


def _unreadable(name: str, error: OSError) -> InputError:
    reason = error.strerror or error
    hint = what_to_do(name, error)
    return InputError(f"cannot be read: {reason}", place=Place(name), suggestion=hint)
