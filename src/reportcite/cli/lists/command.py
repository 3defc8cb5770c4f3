"""What `isbn` and `id` share: identifiers from arguments, lines, tables and records, and how what
was found in them is printed."""

from __future__ import annotations

import json
import re
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final

from reportcite.cli.lists.options import Options
from reportcite.cli.report import Tally
from reportcite.cli.reports.finding import Finding
from reportcite.cli.rules import NO_ISBN
from reportcite.cli.terminal import is_stdout
from reportcite.errors import ExitCode, InputError, Place, UsageError
from reportcite.files import exists, is_file, is_folder
from reportcite.patterns import pattern
from reportcite.problems import NOWHERE, Rule, shown
from reportcite.remote.addresses import is_remote, without_secrets
from reportcite.tables.table import is_table
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from reportcite.record.model import Record
    from reportcite.tables.table import Judging, Verdict

_STDIN: Final = "-"
_FILE_NAME: Final = pattern(r"\A\S+\.[a-z]\w{1,9}\Z", re.IGNORECASE)
"""What nobody would write for an identifier."""
_NO_FILE: Final = pattern(r"[a-z]+:|10\.[0-9]", re.IGNORECASE)
"""How URLs, URNs and DOIs begin."""
_MOST_SHOWN: Final = 1000
"""How many characters of what was typed are printed."""
_MAX_LINE: Final = 10_000
"""A line longer than this, in bytes, is read as the identifier its beginning is not."""
_UTF_16: Final = (BOM_UTF16_LE, BOM_UTF16_BE)
_JSON_LINES: Final = (".jsonl", ".ndjson")
_REPORTS: Final = (".html", ".sarif")
_SUGGESTED: Final = 3
"""How many of the likely identifiers a report names."""


class Found(NamedTuple):
    """One identifier: how it is shown, the row and the line it stands in (0 where there are none),
    all that is known of it, and the file, "" for an argument."""

    shown: str
    row: int
    line: int
    details: dict[str, Any]
    file: str = ""


class Command(NamedTuple):
    """How a command judges texts, what it takes from a record, which lines, each with a label, it
    prints about an identifier, and the rule that a wrong one breaks."""

    judging: Judging
    texts_of: Callable[[Record], Iterable[tuple[str, str]]]
    lines: Callable[[dict[str, Any]], Iterator[tuple[str, str]]]
    rule: Callable[[dict[str, Any]], Rule]


def run(codes: list[str], options: Options, command: Command, closing: str = "") -> ExitCode:
    """Judge all that `codes` name, and print it, or write the table that is asked for."""
    from reportcite.cli.output import writing

    if options.as_json and options.as_lines:
        raise UsageError("--json and --jsonl exclude each other", suggestion="leave one out")
    from reportcite.cli.target import refuse_inputs

    tally = Tally()
    output = options.output
    # A second run would add the columns once more, and --invalid-only leave out what is valid.
    refuse_inputs(codes, {"-o": output})
    if not is_stdout(output) and not output.lower().endswith((*_JSON_LINES, *_REPORTS)):
        from reportcite.cli.lists.tables import Source, only_table, write_table

        source = Source(only_table(codes), options.column)
        only = options.invalid_only
        write_table(source, command.judging, output, tally, invalid_only=only)
    else:
        found = _entries(codes, options, command, tally)
        if options.invalid_only:
            found = (one for one in found if not one.details["valid"])
        with writing(output) as write:
            for piece in _pieces(found, options, command):
                write(piece)
    tally.close(closing)
    return tally.code


def _pieces(found: Iterable[Found], options: Options, command: Command) -> Iterator[str]:
    if options.output.lower().endswith(_REPORTS):
        from reportcite.cli.reports.formats import REPORT_FORMATS, format_for

        wrong = (_finding(one, command) for one in found if not one.details["valid"])
        return REPORT_FORMATS[format_for("", options.output)](wrong, options.language)
    if options.as_lines or options.output.lower().endswith(_JSON_LINES):
        return (json.dumps(_object(one), ensure_ascii=False) + "\n" for one in found)
    return _json_array(found) if options.as_json else _text(found, command)


def _finding(one: Found, command: Command) -> Finding:
    """A wrong identifier as `check` would report it, under the number of its row."""
    details = one.details
    likely = details.get("candidates", [details.get("suggestion", "")])[:_SUGGESTED]
    message = f"{shown(one.shown)}: {details['reason']}"
    hint = f"perhaps {', '.join(likely)}" if any(likely) else ""
    problem = command.rule(details).found(message, hint, Place(one.file, one.line))
    return Finding(problem, f"# {one.row}" if one.row else "")


def _object(one: Found) -> dict[str, Any]:
    return {"row": one.row, "line": one.line, **one.details, "typed": one.shown}


def _json_array(found: Iterable[Found]) -> Iterator[str]:
    opening = "[\n"
    for one in found:
        yield opening + json.dumps(_object(one))
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def _text(found: Iterable[Found], command: Command) -> Iterator[str]:
    from reportcite.cli.screen.colour import painted, takes_colour
    from reportcite.cli.terminal import Printable, escape_line

    coloured = takes_colour(sys.stdout)
    for one in found:
        details = one.details
        verdict, reason = ("valid", "") if details["valid"] else ("invalid", details["reason"])
        where = f"row {one.row}: " if one.row else ""
        shown_verdict = painted(verdict, verdict) if coloured else verdict
        tail = f": {reason}" if reason else ""
        head = escape_line(f"{where}{one.shown}: ")
        yield Printable(head + shown_verdict + escape_line(tail) + "\n")
        for label, value in command.lines(details):
            yield escape_line(f"  {label:<10}{value}") + "\n"


def _entries(codes: list[str], options: Options, command: Command, tally: Tally) -> Iterator[Found]:
    """Each identifier; what follows for the exit code is noted in `tally`."""
    for code in codes:
        if options.from_ is None and _names_table(code, options.column):
            found = _in_table(code, options, command, tally)
        elif options.from_ is not None or _holds_records(code):
            found = _in_records(code, options.from_, command, tally)
        elif code == _STDIN or is_file(code) or _is_elsewhere(code):
            found = _in_lines(code, command, tally)
        else:
            found = _of_text(code, command)
        for one in found:
            if not one.details["valid"]:
                tally.note(ExitCode.FINDINGS)
            yield one


def _of_text(text: str, command: Command, place: Place = NOWHERE, row: int = 0) -> Iterator[Found]:
    """The identifiers in a line or an argument."""
    yield from _of_verdict(text, command.judging.judge(text), place, row)


def _of_verdict(text: str, verdict: Verdict, place: Place, row: int) -> Iterator[Found]:
    """The identifiers that were found in `text`; one alone is shown as it was typed."""
    found = verdict.details()
    for details in found:
        typed = text[:_MOST_SHOWN] if len(found) == 1 else details["typed"]
        yield Found(typed, row, place.line, details, place.file)


def _names_table(code: str, column: str) -> bool:
    """Whether `code` is the name of a table that is there, or input of which a column is named."""
    if code == _STDIN:
        return bool(column)
    return is_table(without_secrets(code)) and (is_file(code) or _is_elsewhere(code))


def _is_elsewhere(code: str) -> bool:
    """Whether `code` is the address of a file or folder; that of a page of the web is a text, in
    which an identifier may stand."""
    from reportcite.formats.registry import name_of

    if not is_remote(code):
        return False
    path = without_secrets(code)
    is_web = code.lower().startswith("http")
    return not is_web or is_table(path) or name_of(PurePath(path)) not in {None, "highwire", "html"}


def _in_table(path: str, options: Options, command: Command, tally: Tally) -> Iterator[Found]:
    from reportcite.cli.lists.tables import Source, rows_of

    for one in rows_of(Source(path, options.column), command.judging, tally):
        if one.verdict is not None:
            place = Place(without_secrets(path), one.row.line)
            yield from _of_verdict(one.text, one.verdict, place, one.row.number)


def _holds_records(code: str) -> bool:
    """Whether `code` names a folder or a file of records, or one that is missing."""
    from reportcite.formats.registry import name_of

    if _is_elsewhere(code):
        path = without_secrets(code)
        return path.endswith("/") or name_of(PurePath(path)) is not None
    if code != _STDIN and exists(code):
        return is_folder(code) or name_of(PurePath(code)) is not None
    return _FILE_NAME.search(code) is not None and _NO_FILE.match(code) is None


def _in_records(path: str, from_: str | None, command: Command, tally: Tally) -> Iterator[Found]:
    """The identifiers of the records in a file or folder; what cannot be read is reported."""
    from reportcite.batch.chunks import read
    from reportcite.record.model import Record

    for result in read([path], from_):
        if isinstance(result, Record):
            for name, text in command.texts_of(result):
                yield from _of_text(text, command, result.place_of(name))
        else:
            tally.report(result)


def _in_lines(path: str, command: Command, tally: Tally) -> Iterator[Found]:
    if kind := _binary_kind(path):
        hint = "give a table, or a text with one number to a line"
        raise InputError(f"is {kind}", place=Place(_name_of(path)), suggestion=hint)
    from reportcite.tables.columns import names_column

    empty = True
    for index, (number, text) in enumerate(_lines(path)):
        if index == 0 and names_column(text, command.judging):
            continue  # what the lines below hold
        empty = False
        yield from _of_text(text, command, Place(_name_of(path), number))
    if empty:
        tally.report(NO_ISBN.found("holds no ISBN", place=Place(_name_of(path))))


def _binary_kind(path: str) -> str:
    """What a file is that is no text, such as "a PDF document"; "" for others."""
    from reportcite.formats.recognition.binary import binary_kind

    if path == _STDIN or not is_file(path):
        return ""
    try:
        with Path(path).open("rb") as file:
            return binary_kind(file.read(_MAX_LINE))
    except OSError:
        return ""  # it is said when it is read


def _lines(path: str) -> Iterator[tuple[int, str]]:
    """The lines of a file or standard input that hold more than space; a long one in parts."""
    from reportcite.batch.opening import open_input

    number = 1
    try:
        with nullcontext(sys.stdin.buffer) if path == _STDIN else open_input(path) as file:
            while line := file.readline(_MAX_LINE):
                if number == 1 and line.startswith(_UTF_16):
                    text = (line + file.read()).decode("utf-16", "replace")
                    lines = enumerate(map(str.strip, text.splitlines()), 1)
                    yield from ((index, one) for index, one in lines if one)
                    return
                text = _decoded(line).strip()
                if text:
                    yield number, text
                number += line.endswith(b"\n")
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", place=Place(_name_of(path))
        ) from error


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _name_of(path: str) -> str:
    return "<stdin>" if path == _STDIN else without_secrets(path)
