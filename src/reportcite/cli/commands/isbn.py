"""`reportcite isbn`: whether ISBNs are valid, their forms, and the likely typo."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from reportcite.cli.options import complete_format
from reportcite.cli.report import Tally
from reportcite.cli.rules import NO_ISBN
from reportcite.errors import ExitCode, InputError, Place
from reportcite.patterns import pattern

if TYPE_CHECKING:
    from reportcite.values.isbn import Isbn

_STDIN = "-"
_FILE_NAME = pattern(r"\A\S+\.[a-z]\w{1,9}\Z", re.IGNORECASE)
"""What nobody would write for an ISBN."""
_SHOWN = 5
"""How many of the likely ISBNs are printed; --json has them all."""
_MAX_LINE = 10_000
"""An ISBN line longer than this, in bytes, is read as the ISBN its beginning is not."""


def isbn(
    codes: Annotated[
        list[str],
        typer.Argument(
            metavar="CODE...",
            help="ISBNs, with or without hyphens and 'ISBN' before them; - for standard input, or "
            "a text file, one to a line; or files and folders of records.",
        ),
    ],
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FORMAT",
            help="What files and standard input hold, if it is records (yaml, jsonl, bibtex, ...).",
            autocompletion=complete_format,
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON array with an object per ISBN.")
    ] = False,
) -> ExitCode:
    """Say whether ISBNs are valid, and if not, why.

    Prints the 13- and 10-digit forms, hyphenated, and the registration group and its agency, or
    what a mistyped ISBN may have been. The exit code is 1 when any is invalid.

    \b
    Examples:
      reportcite isbn 978-3-948289-82-9
      reportcite isbn - --json < isbns.txt
    """
    from reportcite.cli.output import writing
    from reportcite.values.isbn import range_date

    tally = Tally()
    write_all = _json_pieces if as_json else _text_pieces
    with writing("-") as write:
        for piece in write_all(_parsed(codes, from_, tally)):
            write(piece)
    tally.close(f"ISBN ranges of {range_date() or 'an unknown date'}")
    return tally.code


def _parsed(codes: Iterable[str], from_: str | None, tally: Tally) -> "Iterator[Isbn]":
    """Each ISBN; what follows for the exit code is noted in `tally`."""
    from reportcite.values.isbn import parse_isbn

    for code in codes:
        if from_ is not None or _holds_records(code):
            found = _in_records(code, from_, tally)
        elif code == _STDIN or os.path.isfile(code):  # noqa: PTH113
            found = map(parse_isbn, _some(code, _lines(code), tally))
        else:
            found = map(parse_isbn, [code])
        for one in found:
            if not one.valid:
                tally.note(ExitCode.FINDINGS)
            yield one


def _holds_records(code: str) -> bool:
    """Whether `code` names a folder or a file of records, or one that is missing."""
    from reportcite.formats.registry import name_of

    # Unlike Path.exists this takes any text: too long a name, NUL, none at all.
    if code != _STDIN and os.path.exists(code):  # noqa: PTH110
        return os.path.isdir(code) or name_of(PurePath(code)) is not None  # noqa: PTH112
    return _FILE_NAME.search(code) is not None


def _in_records(path: str, from_: str | None, tally: Tally) -> "Iterator[Isbn]":
    """The ISBNs of the records in a file or folder; what cannot be read is reported."""
    from reportcite.batch.chunks import read
    from reportcite.record.model import Record
    from reportcite.values.isbn import isbns_in

    for result in read([path], from_):
        if isinstance(result, Record):
            text = result.fields.get("ISBN")
            yield from isbns_in(text) if isinstance(text, str) else ()
        else:
            tally.report(result)


def _some(path: str, lines: Iterable[str], tally: Tally) -> Iterator[str]:
    """`lines`; it is said where there is none."""
    empty = True
    for line in lines:
        empty = False
        yield line
    if empty:
        tally.report(NO_ISBN.found("holds no ISBN", place=Place(_name_of(path))))


def _lines(path: str) -> Iterator[str]:
    """The lines of a file or standard input that hold more than space; a long one in parts."""
    try:
        with nullcontext(sys.stdin.buffer) if path == _STDIN else Path(path).open("rb") as file:
            while line := file.readline(_MAX_LINE):
                text = line.decode("utf-8-sig", "replace").strip()
                if text:
                    yield text
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", place=Place(_name_of(path))
        ) from error


def _name_of(path: str) -> str:
    return "<stdin>" if path == _STDIN else path


def _text_pieces(found: "Iterable[Isbn]") -> Iterator[str]:
    from reportcite.cli.terminal import escape_line

    for one in found:
        yield escape_line(f"{one.typed}: {_verdict(one)}") + "\n"
        for name, value in _details(one):
            yield escape_line(f"  {name:<10}{value}") + "\n"


def _verdict(one: "Isbn") -> str:
    return "valid" if one.valid else f"invalid: {one.reason}"


def _details(one: "Isbn") -> Iterator[tuple[str, str]]:
    if one.isbn13:
        yield "ISBN-13", one.isbn13
    if one.isbn10:
        yield "ISBN-10", one.isbn10
    if one.hyphenated:
        yield "hyphens", one.hyphenated
    if one.group:
        yield "group", f"{one.group} ({one.agency})"
    elif one.valid:
        yield "group", "unknown: no agency has this range yet"
    if one.candidates:
        yield "perhaps", ", ".join(one.candidates[:_SHOWN])


def _json_pieces(found: "Iterable[Isbn]") -> Iterator[str]:
    from reportcite.values.isbn import range_date

    ranges = str(range_date() or "")
    opening = "[\n"
    for one in found:
        fields = {
            "typed": one.typed,
            "valid": one.valid,
            "reason": one.reason,
            "isbn13": one.isbn13,
            "isbn10": one.isbn10,
            "hyphenated": one.hyphenated,
            "group": one.group,
            "agency": one.agency,
            "expected-check-digit": one.expected,
            "candidates": list(one.candidates),
            "ranges-of": ranges,
        }
        yield opening + json.dumps(fields)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"
