"""Fixes files where they are: whole, or not at all."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportcite.batch.compressed import unpacked
from reportcite.batch.rules import NOT_FIXED, NOT_IN_PLACE
from reportcite.batch.sink import replacing_bytes
from reportcite.batch.sources import sources
from reportcite.errors import OutputError, Place
from reportcite.files import is_file
from reportcite.fixing.fix import fixed
from reportcite.formats.registry import FORMATS, format_named
from reportcite.limits import LIMITS, Limits
from reportcite.path_patterns import PathPatterns
from reportcite.policy import POLICY, Policy
from reportcite.problems import Problem
from reportcite.tuples import NamedTuple


class FixedFile(NamedTuple):
    """What a file holds, unpacked, what it holds when it is fixed, and the problems that are."""

    name: str
    before: bytes
    after: bytes
    problems: list[Problem]


def fixed_files(
    paths: Iterable[str],
    from_: str | None = None,
    limits: Limits = LIMITS,
    policy: Policy = POLICY,
    excluded: tuple[PathPatterns, ...] = (),
) -> Iterator[FixedFile | Problem]:
    """The files behind `paths` (see `sources`) in which something is fixed; nothing is written.

    Of rules that are off nothing is fixed. A Problem stands for a file that has something to fix
    and cannot be. Files that cannot be read are passed over: who reads the records names them.
    Raises UsageError before anything is read.
    """
    for source in sources(paths, from_, excluded):
        if isinstance(source, Problem):
            continue
        try:
            data = source.stream.read()
        except OSError:
            continue
        if any(doubt.is_error for doubt in source.doubts):  # it is cut off, and was read in part
            continue
        result = fixed(data, source.name, source.format, limits, policy)
        if result.not_in_place:
            yield _not_in_place(source.name, source.format.title)
        elif result.problems:
            yield FixedFile(source.name, data, result.data, result.problems)


def write(file: FixedFile) -> Problem | None:
    """Put what is fixed into the file; the Problem says why that was not possible, and the file is
    as it was.

    Its rights and owner stay, and a link stays a link. A file that was changed since it was read
    is left alone.
    """
    try:
        if not is_file(file.name):
            raise OutputError("it is no regular file", suggestion="fix a copy in a file")
        packed = Path(file.name).read_bytes() != file.before
        if packed and not file.name.lower().endswith((".gz", ".zst")):
            _require_unchanged(file)
            raise OutputError("it is packed, but not by its name", suggestion="unpack it before")
        with replacing_bytes(file.name) as target:
            target.write(file.after)
            _require_unchanged(file)
    except OutputError as error:
        return NOT_FIXED.found(error.message, error.suggestion, Place(file.name))
    except OSError as error:
        reason = error.strerror or str(error)
        return NOT_FIXED.found(f"cannot be read again: {reason}", "", Place(file.name))
    return None


def _require_unchanged(file: FixedFile) -> None:
    """Raise OutputError where another program has written to the file since it was read."""
    with Path(file.name).open("rb") as now, unpacked(io.BufferedReader(now.raw)) as content:
        same = content.read() == file.before
    if not same:
        raise OutputError("it was changed meanwhile, and is left as it is", suggestion="run again")


def _not_in_place(name: str, title: str) -> Problem:
    message = f"files of {title} are not fixed in place"
    titles = (one for one in FORMATS if format_named(one).in_place is not None)
    hint = f"correct it by hand, or export it to one that is: {', '.join(titles)}"
    return NOT_IN_PLACE.found(message, hint, Place(name))
