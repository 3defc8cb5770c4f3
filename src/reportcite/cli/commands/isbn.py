"""`reportcite isbn`: whether ISBNs are valid, their forms, and the likely typo."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from itertools import chain
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

    _Shown = tuple[str, Isbn]

_STDIN = "-"
_FILE_NAME = pattern(r"\A\S+\.[a-z]\w{1,9}\Z", re.IGNORECASE)
"""What nobody would write for an ISBN."""
_LABEL = pattern(r"(?:e-?|p-?)?ISBN(?:-?1[03])?:?", re.IGNORECASE)
_PART = pattern(r"[0-9]{1,8}[Xx]?|[Xx]")
"""What the shell makes of an ISBN with spaces in it."""
_SHOWN = 5
"""How many of the likely ISBNs are printed; --json has them all."""
_MOST_SHOWN = 1000
"""How many characters of what was typed are printed."""
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
    from reportcite.values.isbns.ranges import range_date

    tally = Tally()
    write_all = _json_pieces if as_json else _text_pieces
    with writing("-") as write:
        for piece in write_all(_parsed(codes, from_, tally)):
            write(piece)
    tally.close(f"ISBN ranges of {range_date() or 'an unknown date'}")
    return tally.code


def _parsed(codes: list[str], from_: str | None, tally: Tally) -> "Iterator[_Shown]":
    """Each ISBN and how it is shown; what follows for the exit code is noted in `tally`."""
    for code in codes if from_ is not None else _joined(codes):
        if from_ is not None or _holds_records(code):
            found = _in_records(code, from_, tally)
        elif code == _STDIN or os.path.isfile(code):  # noqa: PTH113
            found = chain.from_iterable(map(_in_line, _some(code, _lines(code), tally)))
        else:
            found = iter(_in_line(code))
        for shown, one in found:
            if not one.valid:
                tally.note(ExitCode.FINDINGS)
            yield shown, one


def _in_line(line: str) -> "list[_Shown]":
    """The ISBNs in a line or argument; one alone is shown as the line has it."""
    from reportcite.values.isbn import isbns_in

    found = isbns_in(line)
    return [(line[:_MOST_SHOWN] if len(found) == 1 else one.typed, one) for one in found]


def _joined(codes: list[str]) -> Iterator[str]:
    """`codes`, where the parts of one ISBN between which the shell saw spaces are one again."""
    parts: list[str] = []
    digits = ""
    for code in codes:
        if _LABEL.fullmatch(code):
            parts.append(code)
        elif _PART.fullmatch(code) and not os.path.exists(code):  # noqa: PTH110
            parts.append(code)
            digits += code
            if len(digits) >= (13 if digits.startswith(("978", "979")) else 10):
                yield " ".join(parts)
                parts, digits = [], ""
        else:
            if digits:
                yield " ".join(parts)
                parts = []
            yield " ".join([*parts, code])
            parts, digits = [], ""
    if parts:
        yield " ".join(parts)


def _holds_records(code: str) -> bool:
    """Whether `code` names a folder or a file of records, or one that is missing."""
    from reportcite.formats.registry import name_of

    # Unlike Path.exists this takes any text: too long a name, NUL, none at all.
    if code != _STDIN and os.path.exists(code):  # noqa: PTH110
        return os.path.isdir(code) or name_of(PurePath(code)) is not None  # noqa: PTH112
    return _FILE_NAME.search(code) is not None


def _in_records(path: str, from_: str | None, tally: Tally) -> "Iterator[_Shown]":
    """The ISBNs of the records in a file or folder; what cannot be read is reported."""
    from reportcite.batch.chunks import read
    from reportcite.record.model import Record

    for result in read([path], from_):
        if isinstance(result, Record):
            text = result.fields.get("ISBN")
            yield from _in_line(text) if isinstance(text, str) else ()
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


def _text_pieces(found: "Iterable[_Shown]") -> Iterator[str]:
    from reportcite.cli.terminal import escape_line

    for shown, one in found:
        yield escape_line(f"{shown}: {_verdict(one)}") + "\n"
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
        yield "hyphens", ", ".join(filter(None, (one.hyphenated13, one.hyphenated10)))
    if one.wrongly_hyphenated:
        yield "note", f"write {one.hyphenated}: the hyphens are not where its parts end"
    if one.group:
        yield "group", f"{one.group} ({one.agency})"
    if one.registrants:
        yield "publisher", f"in the range {one.registrants}"
    elif one.valid:
        yield "group", "unknown: no agency has this range yet"
    if likeliest := one.likeliest(_SHOWN):
        yield "perhaps", ", ".join(likeliest)


def _json_pieces(found: "Iterable[_Shown]") -> Iterator[str]:
    from reportcite.values.isbns.ranges import range_date

    ranges = str(range_date() or "")
    opening = "[\n"
    for shown, one in found:
        fields = {
            "typed": shown,
            "valid": one.valid,
            "reason": one.reason,
            "isbn13": one.isbn13,
            "isbn10": one.isbn10,
            "hyphenated": one.hyphenated,
            "hyphenated13": one.hyphenated13,
            "hyphenated10": one.hyphenated10,
            "hyphens-are-wrong": one.wrongly_hyphenated,
            "group": one.group,
            "agency": one.agency,
            "registrants": one.registrants,
            "expected-check-digit": one.expected,
            "candidates": list(one.candidates),
            "ranges-of": ranges,
        }
        yield opening + json.dumps(fields)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"
