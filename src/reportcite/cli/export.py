"""`reportcite export`: records in the formats of other programs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from reportcite.cli.options import Files, From, Output, Sample, complete_format, sources
from reportcite.cli.output import writing
from reportcite.cli.terminal import escape_line
from reportcite.errors import ExitCode, InputError, OutputError, Place, Problem, UsageError

if TYPE_CHECKING:
    from reportcite.cli.report import Tally
    from reportcite.formats.format import Format, Loss, Write
    from reportcite.record.model import Record


class Request(NamedTuple):
    """One export as the user asked for it; "" stands for an option not given."""

    paths: list[str]
    from_: str | None
    to: str
    dialect: str
    key_format: str
    output: str
    output_dir: str
    check: bool
    report_loss: bool
    strict: bool


def export(
    files: Files = None,
    to: Annotated[
        str,
        typer.Option(
            metavar="FORMAT",
            help="bibtex, biblatex, ris, csl-json, csl-yaml, jsonl, yaml, endnote-xml, mods, "
            "oai-dc, schema-org, coins, highwire, cff or csv. Without it the suffix of -o decides.",
            autocompletion=complete_format,
        ),
    ] = "",
    output: Output = "",
    output_dir: Annotated[
        str,
        typer.Option(
            metavar="FOLDER",
            help="Write one file per record, named after its id, into FOLDER. "
            "`-o FOLDER/` means the same.",
        ),
    ] = "",
    from_: From = None,
    sample: Sample = False,
    dialect: Annotated[
        str,
        typer.Option(help="A variant of the format: refman2001 for RIS as of 2001, ISBN in SN."),
    ] = "",
    key_format: Annotated[
        str,
        typer.Option(
            metavar="PARTS",
            help="What citation keys are made of, joined by hyphens: author, authors, year, word, "
            "title, publisher, type, id, isbn, doi, number. Keys that records bring are kept.",
        ),
    ] = "author-year-word",
    report_loss: Annotated[
        bool,
        typer.Option(
            "--report-loss",
            help="Name each field that the format cannot carry, or carries changed, on stderr.",
        ),
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Like --report-loss, and a loss makes the exit code 1.")
    ] = False,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="Write nothing; exit 1 with a diff if the file of -o is not up to date.",
        ),
    ] = False,
) -> ExitCode:
    """Write records as BibTeX, RIS, CSL-JSON and other formats.

    Records with an error are named on stderr and left out, and the exit code is 1.

    \b
    Examples:
      reportcite export my-report.yaml --to bibtex
      reportcite export records/ -o refs.ris
      reportcite export refs.bib --to yaml -o records/
      reportcite export records/ --check -o refs.bib
    """
    if output and not output_dir and _means_folder(output):
        output, output_dir = "", output
    if output and output_dir:
        raise UsageError("-o and --output-dir exclude each other", suggestion="leave one out")
    if check and not output:
        raise UsageError("--check needs the file to compare with", suggestion="name it with -o")
    return run(
        Request(
            paths=sources(files, sample),
            from_=from_,
            to=to,
            dialect=dialect,
            key_format=key_format,
            output=output,
            output_dir=output_dir,
            check=check,
            report_loss=report_loss or strict,
            strict=strict,
        )
    )


def _means_folder(output: str) -> bool:
    return output.endswith("/") or Path(output).is_dir()


class Entry(NamedTuple):
    """One record in the target format; `id` is the record's."""

    id: str
    text: str


def run(request: Request) -> ExitCode:
    """Export as `request` says; raises ReportciteError for what cannot be done at all."""
    from reportcite.batch.chunks import read
    from reportcite.cli.report import Tally, sound_records
    from reportcite.formats.format import write_all

    format = _target_format(request)
    write = _writer(format, request.dialect)
    tally = Tally()
    records = sound_records(read(request.paths, request.from_), tally)
    entries = _entries(records, write, request, tally)
    if request.output_dir:
        _write_folder(entries, format, request.output_dir)
        return tally.code
    first = list(islice(entries, 1))
    if first or not tally.code:  # an old file is not emptied because all records are unreadable
        texts = (entry.text for entry in chain(first, entries))
        if request.check:
            tally.code = max(_compare(write_all(format, texts), request.output), tally.code)
        else:
            _write_file(write_all(format, texts), request.output)
    return tally.code


def _target_format(request: Request) -> Format:
    from reportcite.formats import format_named, format_of

    if request.to:
        return format_named(request.to)
    if request.output:
        return format_of(Path(request.output))
    raise UsageError("no format given", suggestion="name it with --to, or a file with -o")


def _writer(format: Format, dialect: str) -> Write:
    from reportcite.cli.suggest import choose

    if dialect and not format.dialects:
        raise UsageError(f"{format.name} has no dialects", suggestion="leave --dialect out")
    if dialect:
        return format.dialects[choose("--dialect", dialect, format.dialects)]
    if format.write is None:
        raise UsageError(f"the format {format.name} can only be read, not written")
    return format.write


def _entries(
    records: Iterable[Record], write: Write, request: Request, tally: Tally
) -> Iterator[Entry]:
    """Each record as the target's text; losses are told as they come up, if they are wanted."""
    from reportcite.formats.format import Fields
    from reportcite.formats.keys import UniqueKeys, base_key

    keys = UniqueKeys()
    for record in records:
        fields = Fields(record)
        text = write(fields, keys.unique(base_key(record, request.key_format)))
        if request.report_loss:
            for loss in fields.losses():
                tally.tell(_loss_problem(record, loss, request.strict))
        yield Entry(record.id, text)


def _loss_problem(record: Record, loss: Loss, strict: bool) -> Problem:
    return Problem(
        rule="loss",
        severity="error" if strict else "notice",
        message=f"{record.id}: {loss.field} {loss.kind}: {loss.reason}",
        place=record.place_of(loss.field),
    )


def _write_file(pieces: Iterable[str], target: str) -> None:
    with writing(target) as write:
        for piece in pieces:
            write(piece)


def _write_folder(entries: Iterable[Entry], format: Format, folder: str) -> None:
    """One file per record, each whole or not at all."""
    from reportcite.formats.format import write_all
    from reportcite.formats.keys import UniqueKeys

    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"the folder cannot be made: {error.strerror}", place=Place(folder)
        ) from error
    names = UniqueKeys()  # file systems may not tell upper from lower case
    for entry in entries:
        name = names.unique(file_stem(entry.id)) + format.suffixes[0]
        _write_file(write_all(format, [entry.text]), str(Path(folder, name)))


def file_stem(id_: str) -> str:
    """A file name for a record: letters, digits, `.`, `_` and `-`, so that no id leaves the folder.

    >>> file_stem("../../etc/passwd")
    'etc-passwd'
    """
    stem = re.sub(r"[^\w.-]+", "-", id_).strip(".-")
    # 60 letters of any script stay below the 255 bytes that file systems allow.
    return re.sub(r"\.{2,}", ".", stem[:60]) or "record"


def _compare(pieces: Iterable[str], target: str) -> ExitCode:
    """Print how the file `target` differs from what would be written to it."""
    from difflib import unified_diff

    path = Path(target)
    try:
        old = path.read_bytes().decode("utf-8", "replace") if path.exists() else ""
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", place=Place(target)) from error
    new = "".join(pieces)
    if old == new:
        return ExitCode.CLEAN
    names = (f"{target} (as it is)", f"{target} (up to date)")
    diff = unified_diff(old.splitlines(), new.splitlines(), *names, n=1, lineterm="")
    _write_file((escape_line(line) + "\n" for line in diff), "-")
    return ExitCode.FINDINGS
