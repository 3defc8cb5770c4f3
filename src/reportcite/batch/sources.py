"""Where records come from: files, folders and standard input, compressed or not, in order."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from reportcite.batch.ahead import given_back
from reportcite.batch.compressed import CutOff, unpacked
from reportcite.batch.opening import open_input, what_to_do
from reportcite.batch.passing_over import GITIGNORE, PassingOver, passing_over
from reportcite.batch.pauses import read_until_pause
from reportcite.batch.rules import (
    CUT_OFF,
    EMPTY_FOLDER,
    OTHER_CONTENT,
    PASSED_OVER,
    TRAILING_BYTES,
    UNKNOWN_CONTENT,
    UNREADABLE,
)
from reportcite.errors import Place, UsageError
from reportcite.files import exists, is_file, is_folder
from reportcite.formats.format import Format
from reportcite.formats.recognition.binary import binary_kind
from reportcite.formats.recognition.content import (
    ENOUGH,
    Content,
    content_against_name,
    content_of,
)
from reportcite.formats.recognition.yaml_keys import yaml_kind
from reportcite.formats.registry import (
    FORMATS,
    UNMARKED,
    format_named,
    name_of,
    names_of,
    says_all,
)
from reportcite.path_patterns import PathPatterns
from reportcite.problems import Problem
from reportcite.remote.addresses import is_remote, typed_address, without_secrets
from reportcite.tuples import NamedTuple

STDIN = "-"

_SAYING_NOTHING = frozenset({"", ".txt"})
"""Suffixes of files whose content is looked at where nobody named them."""


class Opened(NamedTuple):
    """One source, open until the next one is asked for: `stream` is its content, unpacked.

    `file` is the file itself, whose position says how much of it is done; `doubts` is what has
    been found of it when its content is read.
    """

    name: str
    stream: io.BufferedReader
    format: Format
    file: BinaryIO
    doubts: list[Problem]


def unreadable(name: str, error: OSError | ValueError) -> Problem:
    """The finding that `name` cannot be opened or read, or not to its end."""
    if isinstance(error, CutOff):
        return cut_off(name, error)
    reason = getattr(error, "strerror", None) or str(error)
    return UNREADABLE.found(f"cannot be read: {reason}", what_to_do(name, error), Place(name))


def cut_off(name: str, error: OSError) -> Problem:
    """The finding that `name`, of which a part has been read, cannot be read to its end."""
    message = f"cannot be read to its end: {error.strerror or error}"
    return CUT_OFF.found(message, "copy or pack it anew", Place(name))


def sources(
    paths: Iterable[str], from_: str | None = None, excluded: tuple[PathPatterns, ...] = ()
) -> Iterator[Opened | Problem]:
    """The files behind `paths`, each open; a Problem stands for one that cannot be read.

    A path is a file, a folder (its files by name, then those of its folders), `-` for standard
    input, or the address of a file or folder elsewhere (`s3://bucket/…`). `from_` names the format;
    without it the suffix decides, and where several formats have it, or none, the content; so it
    does, with a warning, where it is unmistakably of another one than the suffix says. A stream
    that shows no sign of a format is read as `UNMARKED`. In a folder, names that begin with a dot
    are passed over, what .gitignore names, and what `excluded` names; links, special files and
    files that hold no records are passed over with a notice.

    Raises UsageError for a format that is unknown or cannot be read, for an address that is none,
    and for a file of which neither name nor content says the format, and MissingPackage where an
    address needs one that is not installed; all before any record is read.
    """
    given = _readable(from_) if from_ is not None else None
    planned = list(paths)
    for path in planned:
        if is_remote(path):
            _require_address(path)
        elif given is None:
            _look_at_name(path)
    return _sources(planned, given, excluded)


def total_size(paths: Iterable[str]) -> int:
    """The bytes of all files behind `paths`; 0 where a stream among them has no known size."""
    total = 0
    for path in paths:
        if path == STDIN or is_remote(path):
            return 0
        if is_folder(path):
            for folder, _, names in os.walk(path):
                total += sum(_size(Path(folder, name)) for name in names if name_of(Path(name)))
        elif is_file(path):
            total += _size(Path(path))
        else:
            return 0
    return total


def _size(path: Path) -> int:
    try:
        return 0 if path.is_symlink() else path.stat().st_size
    except OSError:
        return 0


def _sources(
    planned: Iterable[str], given: Format | None, excluded: tuple[PathPatterns, ...]
) -> Iterator[Opened | Problem]:
    for path in planned:
        if path == STDIN:
            yield from _standard_input(given)
        elif is_remote(path):
            yield from _elsewhere(path, given, excluded)
        elif is_folder(path):
            folder = Path(path)
            yield from _named_folder(path, _folder(folder, given, passing_over(folder, excluded)))
        else:
            yield from _file(str(Path(path)), given)


def _standard_input(given: Format | None) -> Iterator[Opened | Problem]:
    if sys.stdin is None:
        yield unreadable("<stdin>", OSError(None, "it is closed"))
    else:
        yield from _opened(sys.stdin.buffer, "<stdin>", given)


def _named_folder(name: str, found: Iterable[Opened | Problem]) -> Iterator[Opened | Problem]:
    """What was `found` in the folder `name`, in which something should be."""
    empty = True
    for result in found:
        empty = empty and isinstance(result, Problem) and not result.is_error
        yield result
    if empty:
        yield EMPTY_FOLDER.found("holds no file of records", "check the name", Place(name))


def _require_address(path: str) -> None:
    from reportcite.remote.connection import require_package

    typed_address(path)
    require_package()


def _elsewhere(
    path: str, given: Format | None, excluded: tuple[PathPatterns, ...]
) -> Iterator[Opened | Problem]:
    """The file at the address `path`, or all that stand under it."""
    from reportcite.remote.reading import is_prefix

    if not is_prefix(path):
        yield from _file(path, given)
        return
    # Patterns hold in the folder that was named, wherever one works.
    passing = PassingOver(tuple(one._replace(folder="/") for one in excluded))
    yield from _named_folder(without_secrets(path), _remote_folder(path, given, passing))


def _remote_folder(
    folder: str, given: Format | None, passing: PassingOver, above: str = "/"
) -> Iterator[Opened | Problem]:
    """What stands under the address `folder`, in the order of a folder of this machine."""
    from reportcite.remote.reading import listed

    try:
        files, folders = listed(folder)
    except OSError as error:
        yield unreadable(without_secrets(folder), error)
        return
    for path in (*files, *folders):
        is_dir = path.endswith("/")
        name = path.rstrip("/").rpartition("/")[2]
        if name.startswith(".") or passing.names(above + name, is_folder=is_dir):
            continue
        if is_dir:
            yield from _remote_folder(path, given, passing, f"{above}{name}/")
        else:
            yield from _listed(path, given)


def _look_at_name(path: str) -> None:
    """Raise UsageError for a file that cannot be read as what its name says, or of which nothing
    says what it is; folders, streams and what is not there are seen later."""
    file = Path(path)
    if path == STDIN or is_folder(file) or not exists(file):
        return
    known = _by_name(file)
    if known is None and name_of(file) is None and is_file(file) and _content(path) == Content():
        raise UsageError(
            f"neither name nor content of {path} says its format",
            suggestion="name it with --from; if it is a document that cites records: "
            f"RECORDS --cited-in {path}",
        )


def _by_name(path: Path) -> Format | None:
    """The format of `path`, if its suffix is that of one alone."""
    name = name_of(path)
    return _readable(name) if name and says_all(path) else None


def _content(path: str) -> Content | None:
    """What `path` holds; None where it cannot be read."""
    try:
        with open_input(path) as file, unpacked(file) as stream:
            return content_of(stream.read(ENOUGH))
    except OSError:
        return None


def _readable(format_name: str) -> Format:
    file_format = format_named(format_name)
    if file_format.read is None:
        raise UsageError(f"the format {format_name} can only be written, not read")
    return file_format


def _folder(folder: Path, given: Format | None, passing: PassingOver) -> Iterator[Opened | Problem]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted(
                entries, key=lambda entry: (entry.is_dir(follow_symlinks=False), entry.name)
            )
    except OSError as error:
        yield unreadable(str(folder), error)
        return
    if any(entry.name == GITIGNORE for entry in listed):
        passing = passing.within(folder)
    for entry in listed:
        path = Path(entry.path)
        is_dir = entry.is_dir(follow_symlinks=False)
        if entry.name.startswith(".") or passing.names(entry.path, is_folder=is_dir):
            continue
        if is_dir:
            yield from _folder(path, given, passing)
        elif entry.is_file(follow_symlinks=False):
            yield from _listed(str(path), given)
        else:
            kind = "a link" if entry.is_symlink() else "not a regular file"
            yield _passed_over(str(path), kind, "name it on the command line to have it read")


def _listed(path: str, given: Format | None) -> Iterator[Opened | Problem]:
    """One file of a folder."""
    name = name_of(Path(path))
    if given is None and name is None and Path(path).suffix in _SAYING_NOTHING:
        content = _content(path)
        name = content.format if content else None
    if given is None and (not name or format_named(name).read is None):
        yield _passed_over(path, "no file of records by its name", "say its format with --from")
    else:
        yield from _file(path, given, listed=True)


def _file(path: str, given: Format | None, listed: bool = False) -> Iterator[Opened | Problem]:
    name = path if listed else without_secrets(path)
    try:
        file = open_input(path, listed=listed)
    except (OSError, ValueError) as error:
        yield unreadable(name, error)
        return
    with file:
        for result in _opened(file, name, given, listed=listed):
            if listed and isinstance(result, Problem) and result.rule == UNKNOWN_CONTENT:
                yield _passed_over(path, result.message.removeprefix("it is "), result.suggestion)
            else:
                yield result


def _opened(
    file: BinaryIO, name: str, given: Format | None, *, listed: bool = False
) -> Iterator[Opened | Problem]:
    doubts: list[Problem] = []

    def note_trailing() -> None:
        message = "something else stands behind its end, and is passed over"
        doubts.append(TRAILING_BYTES.found(message, "pack it anew", Place(name)))

    try:
        packed = file if isinstance(file, io.BufferedReader) else _buffered(file)
        stream = unpacked(packed, note_trailing, lambda error: doubts.append(cut_off(name, error)))
        sure = partial(_is_sure, given)
        beginning, _ = read_until_pause(stream, file, ENOUGH, sure)
        stream = given_back(beginning, stream)
    except OSError as error:
        yield unreadable(name, error)
        return
    content = _told(beginning, name, given, listed=listed)
    found = given or format_named(content.format or UNMARKED)
    if wrong := _no_records(content, found, name):
        yield wrong
        return
    if given:
        yield from _against_option(beginning, given, name)
    else:
        yield from _against_name(found, name)
    yield Opened(name, stream, found, file, doubts)


def _told(beginning: bytes, name: str, given: Format | None, *, listed: bool) -> Content:
    """What a file is by how it begins, by its name and by the format that was `given`."""
    names = names_of(Path(name))
    if given:
        content = Content(given.name, binary_kind(beginning))
    elif len(names) == 1:
        content = content_against_name(beginning, names[0])
    else:
        content = content_of(beginning, next(filter(_is_read, names), ""))
    if listed and not given and content.format == UNMARKED:
        # Who names a file means it to be records; in a folder there are many others.
        content = content._replace(kind=yaml_kind(beginning, Path(name).name))
    return content


def _no_records(content: Content, found: Format, name: str) -> Problem | None:
    """What is wrong with a file in which there can be no records."""
    if content.kind:
        message = f"it is {content.kind}"
        return UNKNOWN_CONTENT.found(message, "give a file of records", Place(name))
    if found.read is None:
        message = f"it is {found.title}, which can only be written"
        return UNKNOWN_CONTENT.found(message, "give a file of another format", Place(name))
    return None


def _against_name(found: Format, name: str) -> Iterator[Problem]:
    """That a file holds another format than its name says."""
    names = names_of(Path(name))
    if names and found.name not in names:
        message = f"the content is {found.title}, and is read as such"
        suffix = FORMATS[found.name].suffixes[0]
        hint = f"let its name end in {suffix}, or say --from {names[0]}"
        yield OTHER_CONTENT.found(message, hint, Place(name))


def _is_sure(given: Format | None, beginning: bytes) -> bool:
    """Whether a stream that has paused after `beginning` need not go on to say what it holds."""
    if given is not None:
        return not beginning.isspace()
    lines = beginning[: beginning.rfind(b"\n") + 1]
    return bool(lines) and _may_be_cut(content_of(lines).format)


def _against_option(beginning: bytes, given: Format, name: str) -> Iterator[Problem]:
    """That content is unmistakably of another format than the one `given` with --from."""
    seen = content_against_name(beginning, given.name).format
    if seen and seen != given.name:
        title = format_named(seen).title
        message = f"the content seems to be {title}, and is read as {given.title}, as --from says"
        yield OTHER_CONTENT.found(message, f"leave --from out, or say --from {seen}", Place(name))


def _may_be_cut(format_name: str) -> bool:
    """Whether records of it may be read before others are there."""
    if not format_name:
        return False
    found = format_named(format_name)
    return found.cut is not None or found.prompt


def _is_read(format_name: str) -> bool:
    return format_named(format_name).read is not None


def _buffered(file: BinaryIO) -> io.BufferedReader:
    return io.BufferedReader(cast(io.RawIOBase, file))


def _passed_over(path: str, kind: str, suggestion: str) -> Problem:
    message = f"passed over, because it is {kind}"
    return PASSED_OVER.found(message, suggestion, Place(path))
