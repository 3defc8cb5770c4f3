"""Where records come from: files, folders and standard input, one record at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from reportcite.errors import Place, Problem, Severity, UsageError
from reportcite.formats import format_named, name_of
from reportcite.formats.format import Read
from reportcite.record.model import Record

_STDIN = "-"
_STREAM_FORMAT = "yaml"
"""What a stream without a suffix holds, unless the user says otherwise."""


def read(paths: Iterable[str], from_: str | None = None) -> Iterator[Record | Problem]:
    """The records of all `paths` in order; a Problem stands for what could not become one.

    A path is a file, a folder (its files by name, then those of its folders) or `-` for standard
    input. `from_` names the format; without it the suffix decides, and standard input, a pipe or
    a device holds YAML. In a folder, names that begin with a dot are passed over, and links,
    special files and files of no known format are passed over with a notice.

    Raises UsageError for a format that is unknown or cannot be read, before anything is read.
    """
    given = _reader(from_) if from_ is not None else None
    sources = [(path, given or _reader_of(path)) for path in paths]
    return _read(sources, given)


def _read(
    sources: Iterable[tuple[str, Read | None]], given: Read | None
) -> Iterator[Record | Problem]:
    for path, reader in sources:
        if path == _STDIN:
            yield from _records(sys.stdin.buffer, "<stdin>", reader)
        elif Path(path).is_dir():
            yield from _read_named_folder(Path(path), given)
        else:
            yield from _read_file(Path(path), reader)


def _read_named_folder(folder: Path, given: Read | None) -> Iterator[Record | Problem]:
    anything = False
    for result in _read_folder(folder, given):
        anything = anything or isinstance(result, Record) or result.severity == "error"
        yield result
    if not anything:
        yield _problem(
            "empty-folder", "error", "holds no file of records", folder, "check the name"
        )


def _reader_of(path: str) -> Read | None:
    """The reader for `path`; None where that is seen later: in a folder, or nothing is there."""
    file = Path(path)
    if path == _STDIN:
        return _reader(_STREAM_FORMAT)
    if file.is_dir() or not file.exists():
        return None
    name = name_of(file)
    if name is None and file.is_file():
        raise UsageError(
            f"the name of {path} does not tell its format", suggestion="say it with --from"
        )
    return _reader(name or _STREAM_FORMAT)


def _reader(format_name: str) -> Read:
    reader = format_named(format_name).read
    if reader is None:
        raise UsageError(f"the format {format_name} can only be written, not read")
    return reader


def _read_folder(folder: Path, given: Read | None) -> Iterator[Record | Problem]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: (entry.is_dir(), entry.name))
    except OSError as error:
        yield _unreadable(folder, error)
        return
    for entry in listed:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _read_folder(path, given)
        elif entry.is_file(follow_symlinks=False):
            yield from _read_listed(path, given)
        else:
            kind = "a link" if entry.is_symlink() else "not a regular file"
            yield _passed_over(path, kind, "name it on the command line to have it read")


def _read_listed(path: Path, given: Read | None) -> Iterator[Record | Problem]:
    """One file of a folder."""
    if given is not None:
        yield from _read_file(path, given)
        return
    name = name_of(path)
    reader = format_named(name).read if name else None
    if reader is None:
        yield _passed_over(path, "no file of records by its name", "say its format with --from")
    else:
        yield from _read_file(path, reader)


def _read_file(path: Path, reader: Read | None) -> Iterator[Record | Problem]:
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        yield _unreadable(path, error)
        return
    with stream:
        yield from _records(stream, str(path), reader)


def _records(stream: BinaryIO, name: str, reader: Read | None) -> Iterator[Record | Problem]:
    # A file that appeared after its name was looked at is read as what its name says.
    reader = reader or _reader(name_of(Path(name)) or _STREAM_FORMAT)
    try:
        yield from reader(stream, name)
    except OSError as error:
        yield _unreadable(Path(name), error)


def _unreadable(path: Path, error: OSError | ValueError) -> Problem:
    reason = getattr(error, "strerror", None) or str(error)
    return _problem("unreadable", "error", f"cannot be read: {reason}", path, "check the name")


def _passed_over(path: Path, kind: str, suggestion: str) -> Problem:
    return _problem("passed-over", "notice", f"passed over, because it is {kind}", path, suggestion)


def _problem(rule: str, severity: Severity, message: str, path: Path, suggestion: str) -> Problem:
    return Problem(rule, severity, message, Place(str(path)), suggestion)
