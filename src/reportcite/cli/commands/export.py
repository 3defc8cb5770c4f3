"""`reportcite export`: records in the formats of other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from reportcite.cli.compare import compare
from reportcite.cli.options import (
    MAX_RECORD_SIZE,
    FailFast,
    Files,
    From,
    Jobs,
    MaxProblems,
    MaxRecordSize,
    Output,
    Quiet,
    Sample,
    complete_format,
    cores,
    sources,
)
from reportcite.cli.output import writing
from reportcite.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from reportcite.batch.work.export import Conversion, Converted
    from reportcite.cli.progress import Advance
    from reportcite.cli.report import Tally
    from reportcite.formats.format import Format
    from reportcite.formats.writing.keys import UniqueKeys


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
    append: bool
    report_loss: bool
    strict: bool
    jobs: int
    fail_fast: bool
    max_problems: int | None
    max_record_size: int
    quiet: bool


def _complete_dialect(context: typer.Context, incomplete: str) -> list[str]:
    from reportcite.formats.registry import FORMATS, format_named

    to = str(context.params.get("to"))
    names = [to] if to in FORMATS else list(FORMATS)
    dialects = [dialect for name in names for dialect in format_named(name).dialects]
    return [dialect for dialect in dialects if dialect.startswith(incomplete)]


def _complete_key_format(incomplete: str) -> list[str]:
    """The part that is being typed, behind those that are there."""
    from reportcite.formats.writing.keys import KEY_PARTS

    before, hyphen, beginning = incomplete.rpartition("-")
    return [before + hyphen + part for part in KEY_PARTS if part.startswith(beginning)]


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
            "`-o FOLDER/` means the same; FOLDER/report-{id}.ris gives another name.",
        ),
    ] = "",
    append: Annotated[
        bool,
        typer.Option(
            "--append", help="Add to the end of the file of -o, with keys that it does not have."
        ),
    ] = False,
    from_: From = None,
    sample: Sample = False,
    dialect: Annotated[
        str,
        typer.Option(
            help="A variant of the format: refman2001 for RIS as of 2001, ISBN in SN.",
            autocompletion=_complete_dialect,
        ),
    ] = "",
    key_format: Annotated[
        str,
        typer.Option(
            metavar="PARTS",
            help="What citation keys are made of, joined by hyphens: author, authors, year, word, "
            "title, publisher, type, id, isbn, doi, number. A citation-key in a record is kept.",
            autocompletion=_complete_key_format,
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
            help="Write nothing; exit 1 with a diff if the file or folder of -o is not up to date.",
        ),
    ] = False,
    jobs: Jobs = 0,
    fail_fast: FailFast = False,
    max_problems: MaxProblems = None,
    max_record_size: MaxRecordSize = MAX_RECORD_SIZE,
    quiet: Quiet = False,
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
    if check and append:
        raise UsageError("--check and --append exclude each other", suggestion="leave one out")
    if append and output_dir:
        raise UsageError("--append is for one file", suggestion="name it with -o")
    for option, given in (("--check", check), ("--append", append)):
        if given and output in {"", "-"} and not output_dir:
            raise UsageError(f"{option} needs a file", suggestion="name it with -o")
    if output_dir:
        _refuse_file_name(output_dir)
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
            append=append,
            report_loss=report_loss or strict,
            strict=strict,
            jobs=jobs or cores(),
            fail_fast=fail_fast,
            max_problems=max_problems,
            max_record_size=max_record_size,
            quiet=quiet,
        )
    )


def _means_folder(output: str) -> bool:
    return output.endswith("/") or "{" in output or Path(output).is_dir()


def _refuse_file_name(output_dir: str) -> None:
    """Raises UsageError for a folder that does not exist and is called like a file."""
    from reportcite.formats.registry import name_of

    path = Path(output_dir)
    if "{" in output_dir or output_dir.endswith("/") or path.is_dir() or name_of(path) is None:
        return
    raise UsageError(
        f"{output_dir} is called like a file, not like a folder",
        suggestion=f"write {path.with_name('{id}' + path.suffix)} for one file per record, "
        f"or {output_dir}/ if it is to be a folder",
    )


def run(request: Request) -> ExitCode:
    """Export as `request` says; raises ReportciteError for what cannot be done at all."""
    from reportcite.batch.chunks import chunks
    from reportcite.batch.pool import ordered
    from reportcite.batch.work.export import convert
    from reportcite.cli.progress import progress
    from reportcite.cli.report import Stopped, Tally

    begun = monotonic()
    format = _target_format(request)
    conversion = _conversion(request, format)
    parts = chunks(request.paths, request.from_, max_record_size=request.max_record_size)
    converted = ordered(partial(convert, conversion), parts, request.jobs)
    tally = Tally(most=request.max_problems)
    _note_suffix(format, request.output or request.output_dir)
    with progress(request.paths, tally, quiet=request.quiet, output=request.output) as advance:
        told = _told(converted, tally, advance)
        try:
            if request.output_dir:
                _write_folder(told, conversion, format, request, tally)
            else:
                _write_one(told, conversion, format, request, tally)
        except Stopped:
            tally.close("stopped at the first bad record")
            return tally.code
    if request.quiet or request.check:
        tally.close()
    else:
        tally.close(tally.left_out(), tally.flow(monotonic() - begun))
    return tally.code


def _target_format(request: Request) -> Format:
    from reportcite.formats.registry import format_named, format_of

    if request.to:
        return format_named(request.to)
    if request.output:
        return format_of(Path(request.output))
    if "{" in request.output_dir:
        return format_of(Path(request.output_dir))
    raise UsageError("no format given", suggestion="name it with --to, or a file with -o")


def _note_suffix(format: Format, target: str) -> None:
    """Say so if the suffix of `target` promises another format than it gets."""
    from reportcite.cli.terminal import print_error
    from reportcite.formats.registry import name_of

    promised = name_of(Path(target))
    suffix = Path(target.lower().removesuffix(".gz").removesuffix(".zst")).suffix
    if promised not in {None, format.name} and not any(
        known.endswith(suffix) for known in format.suffixes
    ):
        print_error(f"{target} is written as {format.name}, but called like a file of {promised}")


def _conversion(request: Request, format: Format) -> Conversion:
    from reportcite.batch.work.export import Conversion
    from reportcite.cli.suggest import choose
    from reportcite.formats.writing.keys import key_parts

    if request.dialect and not format.dialects:
        raise UsageError(f"{format.name} has no dialects", suggestion="leave --dialect out")
    if request.dialect:
        choose("--dialect", request.dialect, format.dialects)
    elif format.write is None:
        raise UsageError(f"the format {format.name} can only be read, not written")
    if request.append and not format.appendable:
        raise UsageError(
            f"nothing can be appended to a file of {format.name}", suggestion="write a new file"
        )
    key_parts(request.key_format)  # a mistake in it is told before anything is read
    return Conversion(
        to=format.name,
        dialect=request.dialect,
        apart=format.single or bool(request.output_dir) or (request.append and not format.keyed),
        key_format=request.key_format,
        report_loss=request.report_loss,
        strict=request.strict,
        fail_fast=request.fail_fast,
        max_record_size=request.max_record_size,
    )


def _told(converted: Iterable[Converted], tally: Tally, advance: Advance) -> Iterator[Converted]:
    """Each chunk, when what was found in it has been told. Raises Stopped after its entries."""
    from reportcite.cli.report import Stopped
    from reportcite.record.checks.duplicates import Seen

    seen = Seen()
    for done in converted:
        tally.add(done.sieve)
        for problem in seen.same_ids(done.known_by):
            tally.tell(problem)
        yield done
        tally.written += done.written
        advance(done.size)
        if done.sieve.stopped:
            raise Stopped


def _write_one(
    told: Iterable[Converted],
    conversion: Conversion,
    format: Format,
    request: Request,
    tally: Tally,
) -> None:
    from reportcite.formats.format import write_all
    from reportcite.formats.writing.keys import UniqueKeys

    if request.append:
        _append(told, conversion, format, request.output)
        return
    texts = _texts(told, conversion, UniqueKeys())
    first = list(islice(texts, 1))
    if not first and tally.code:
        return  # an old file is not emptied because all records are unreadable
    pieces = write_all(format, chain(first, texts))
    if request.check:
        tally.code = max(compare(pieces, request.output), tally.code)
        return
    with writing(request.output) as write:
        for piece in pieces:
            write(piece)


def _append(told: Iterable[Converted], conversion: Conversion, format: Format, target: str) -> None:
    """Add entries at the end of `target`; how many it may have had already is told."""
    from reportcite.cli.terminal import print_error
    from reportcite.formats.writing.keys import UniqueKeys

    keys = UniqueKeys()
    again = 0
    with writing(target, append=True) as write:
        there = _ids_in(target, format)  # now that no other run adds to it
        for id_ in there:
            keys.unique(id_)
        for done in told:
            again += sum(name in there for name in done.keys or done.ids)
            for text in _texts([done], conversion, keys):
                write(text)
    if again:
        new = "a key that was there before; they have a new one"
        what = new if format.keyed else "an id that was there before"
        print_error(
            f"{again} of the entries added to {target} had {what} "
            "(are they the same records? `reportcite check --duplicates` tells)"
        )


def _ids_in(path: str, format: Format) -> dict[str, None]:
    """The ids of the records in the file at `path`, if it is there, in order."""
    from reportcite.batch.chunks import read
    from reportcite.record.model import Record

    if format.read is None or not Path(path).is_file():
        return {}
    found = read([path], format.name)
    return {one.id: None for one in found if isinstance(one, Record)}


def _texts(told: Iterable[Converted], conversion: Conversion, keys: UniqueKeys) -> Iterator[str]:
    """The entries of each chunk that has any, as one text, or one by one where a file holds one."""
    from reportcite.batch.work.export import with_keys

    for done in told:
        yield from with_keys(done, conversion.placeholder, keys)


def _write_folder(
    told: Iterable[Converted],
    conversion: Conversion,
    format: Format,
    request: Request,
    tally: Tally,
) -> None:
    """One file per record, each whole or not at all; with --check they are only compared."""
    from reportcite.batch.naming import Naming
    from reportcite.batch.sink import flush_folder, replacing
    from reportcite.batch.work.export import with_keys
    from reportcite.formats.format import write_all
    from reportcite.formats.writing.keys import UniqueKeys

    naming = Naming(request.output_dir, format.suffixes[0])
    keys = UniqueKeys()
    for done in told:
        texts = with_keys(done, conversion.placeholder, keys)
        for id_, text in zip(done.ids, texts, strict=True):
            pieces = write_all(format, [text])
            if request.check:
                tally.code = max(compare(pieces, naming.name(id_)), tally.code)
                continue
            with replacing(naming.path(id_), one_of_many=True) as write:
                for piece in pieces:
                    write(piece)
    if not request.check:
        flush_folder(Path(naming.folder))
