"""`reportcite export`: records in the formats of other programs."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

from collections.abc import Iterable
from functools import partial
from itertools import chain, islice
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from reportcite.cli.cluster.options import Cluster, Parts, Resume, Shard, of_input, parts_option
from reportcite.cli.options.input import Input
from reportcite.cli.options.shared import reads_records
from reportcite.cli.options.single import OnErrorOption, Output, ToOption, on_error_of
from reportcite.cli.report import Reporting, Stopped, Tally, reported
from reportcite.cli.target import (
    Target,
    format_for,
    misleading_name,
    named_target,
    refuse_inputs,
    target_of,
)
from reportcite.errors import ExitCode, Place, UsageError
from reportcite.suggest import choose

if TYPE_CHECKING:
    from reportcite.batch.work.export import Exported, ExportSettings
    from reportcite.formats.format import Format


def _dialects(context: typer.Context) -> list[str]:
    from reportcite.formats.registry import FORMATS, format_named

    to = str(context.params.get("to"))
    names = [to] if to in FORMATS else list(FORMATS)
    return [dialect for name in names for dialect in format_named(name).dialects]


def _columns(incomplete: str) -> list[str]:
    """The column that is being typed, behind those that are there."""
    from reportcite.cli.completion import continued
    from reportcite.formats.csv import COLUMNS

    return continued(incomplete, ",", COLUMNS)


def _key_parts(incomplete: str) -> list[str]:
    """The part that is being typed, behind those that are there."""
    from reportcite.cli.completion import continued
    from reportcite.formats.writing.keys import KEY_PARTS

    return continued(incomplete, "-", KEY_PARTS)


@reads_records
def export(
    source: Input,
    reporting: Reporting,
    to: ToOption = "",
    output: Output = "",
    on_error: OnErrorOption = "",
    output_dir: Annotated[
        str,
        typer.Option(
            metavar="FOLDER",
            help="Write one file per record, named after its id, into FOLDER. "
            "`-o FOLDER/` means the same; FOLDER/report-{id}.ris gives another name.",
            callback=named_target,
        ),
    ] = "",
    append: Annotated[
        bool,
        typer.Option(
            "--append", help="Add to the end of the file of -o, with keys that it does not have."
        ),
    ] = False,
    dialect: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="A variant of the format: refman2001 for RIS as of 2001, ISBN in SN.",
            autocompletion=_dialects,
        ),
    ] = "",
    key_format: Annotated[
        str,
        typer.Option(
            metavar="PARTS",
            help="What citation keys are made of, joined by hyphens: author, authors, year, word, "
            "title, publisher, type, id, isbn, doi, number; author-year-word by default. "
            "A citation-key in a record is kept.",
            autocompletion=_key_parts,
        ),
    ] = "",
    columns: Annotated[
        str,
        typer.Option(
            metavar="NAME,...",
            help="The columns of csv, in this order, such as id,author,title; by default those in "
            "which any record has a value.",
            autocompletion=_columns,
        ),
    ] = "",
    parts: Annotated[
        str,
        parts_option(
            "Write a part for each FILE into FOLDER, and manifest.json with counts and checksums; "
            "keys are unique in all of them."
        ),
    ] = "",
    shard: Shard = "",
    resume: Resume = False,
    cluster: Cluster = "",
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
            help="Write nothing; exit 1 with a diff if the file or folder of -o is not up to date. "
            "With --parts: say what is missing.",
        ),
    ] = False,
) -> ExitCode:
    """Write records as BibTeX, RIS, CSL-JSON and other formats.

    Records with an error are named on stderr and left out, and the exit code is 1; those of other
    programs' formats are kept, with warnings (see --on-error).

    \b
    Examples:
      reportcite export my-report.yaml --to bibtex
      reportcite export records/ -o refs.ris
      reportcite export refs.bib --to yaml -o records/
      reportcite export records/ --check -o refs.bib
      reportcite export 'in/*.jsonl.zst' --to ris --parts out/
    """
    from reportcite.batch.work.export import ExportSettings
    from reportcite.cli.cluster.export import export_parts
    from reportcite.formats.writing.keys import DEFAULT_KEY_FORMAT, key_parts

    asked = Parts(parts, shard, resume, check, cluster)
    asked.refuse(
        {
            "-o, --output-dir and --append": output or output_dir or append,
            **of_input(source, on_error),
        }
    )
    target = target_of(output, output_dir, append=append, check=check and not parts)
    target_format = _with_columns(format_for(target, to), columns)
    _refuse(target_format, dialect, target)
    key_parts(key_format or DEFAULT_KEY_FORMAT)  # a mistake in it is reported before reading
    settings = ExportSettings(
        to=target_format.name,
        dialect=dialect,
        apart=target_format.single or bool(target.folder) or (append and not target_format.keyed),
        heading=_heading(target_format, target),
        key_format=key_format or DEFAULT_KEY_FORMAT,
        report_loss=report_loss or strict,
        strict=strict,
        on_error=on_error_of(source, on_error),
        limits=source.limits,
        policy=reporting.policy,
    )
    if parts:
        return export_parts(source, reporting, settings, target_format, asked)
    if not check:
        refuse_inputs(source.files, {"-o": target.file})
    source = source.beside(target.file) if target.file else source
    return _export(source, reporting, settings, target_format, target)


def _heading(target_format: "Format", target: Target) -> str:
    """What stands before each record for the editors of people who change it."""
    from reportcite.batch.naming import Naming
    from reportcite.cli.modeline import modeline

    if target_format.name != "yaml":
        return ""
    return modeline(Naming(target.folder, ".yaml").name("record") if target.folder else target.file)


def _with_columns(target_format: "Format", typed: str) -> "Format":
    """The format, of which a file has the columns `typed` where any are. Raises UsageError for a
    format without columns, and for a name that is none."""
    if not typed:
        return target_format
    if target_format.narrow is None:
        raise UsageError(f"{target_format.name} has no columns", suggestion="leave --columns out")
    from reportcite.formats.csv import COLUMNS

    names = [choose("--columns", name.strip(), COLUMNS) for name in typed.split(",")]
    return target_format._replace(columns=tuple(names))


def _refuse(target_format: "Format", dialect: str, target: Target) -> None:
    """Raises UsageError for what the format cannot do."""
    if dialect and not target_format.dialects:
        raise UsageError(f"{target_format.name} has no dialects", suggestion="leave --dialect out")
    if dialect:
        choose("--dialect", dialect, target_format.dialects)
    elif target_format.write is None:
        raise UsageError(f"the format {target_format.name} can only be read, not written")
    if target.append and not target_format.appendable:
        raise UsageError(
            f"nothing can be appended to a file of {target_format.name}",
            suggestion="write a new file",
        )


def _export(
    source: Input,
    reporting: Reporting,
    settings: "ExportSettings",
    target_format: "Format",
    target: Target,
) -> ExitCode:
    from reportcite.batch.chunks import pauses
    from reportcite.batch.processes.pool import ordered
    from reportcite.batch.work.export import export_chunk
    from reportcite.cli.progress import progress

    begun = monotonic()
    parts = source.chunks()
    exported = ordered(partial(export_chunk, settings), parts, source.jobs, pauses)
    tally = Tally(reporting)
    if problem := misleading_name(target, target_format):
        tally.report(problem)
    try:
        with progress(source.paths, tally, target.file) as advance:
            found = reported(exported, tally, advance)
            if target.folder:
                _write_folder(found, settings, target_format, target, tally)
            elif target.append:
                _append(found, settings, target_format, target.file, tally)
            else:
                _write_one(found, settings, target_format, target, tally)
    except Stopped:
        tally.close()
        return tally.code
    if target.check:
        tally.close()
    else:
        tally.close(tally.left_out(), tally.flow(monotonic() - begun))
    return tally.code


def _write_one(
    exported: "Iterable[Exported]",
    settings: "ExportSettings",
    target_format: "Format",
    target: Target,
    tally: Tally,
) -> None:
    """One file, or stdout; with --check it is only compared."""
    from reportcite.batch.work.entries import texts
    from reportcite.cli.compare import differs
    from reportcite.cli.output import writing
    from reportcite.formats.format import write_all_encoded
    from reportcite.formats.writing.keys import UniqueKeys

    entries = texts(exported, settings, UniqueKeys())
    first = list(islice(entries, 1))
    if not first and tally.code:
        return  # an old file is not emptied because all records are unreadable
    pieces = write_all_encoded(target_format, chain(first, entries))
    if target.check:
        if differs(pieces, target.file):
            tally.note(ExitCode.FINDINGS)
        return
    with writing(target.file, tally.keep_all, at_once=True) as write:
        for piece in pieces:
            write(piece)


def _append(
    exported: "Iterable[Exported]",
    settings: "ExportSettings",
    target_format: "Format",
    target: str,
    tally: Tally,
) -> None:
    """The end of one file; how many entries it may have had already is reported."""
    from reportcite.batch.work.entries import append
    from reportcite.cli.rules import APPENDED_AGAIN

    def wait() -> None:
        tally.remark(f"{target}: waiting for another run that appends in its folder")

    again = append(exported, settings, target_format, target, wait)
    if again:
        new = "a key that was there before; they have a new one"
        what = new if target_format.keyed else "an id that was there before"
        message = f"{again} of the entries added had {what}"
        fix = "are they the same records? `reportcite check --duplicates` says"
        tally.report(APPENDED_AGAIN.found(message, fix, Place(target)))


def _write_folder(
    exported: "Iterable[Exported]",
    settings: "ExportSettings",
    target_format: "Format",
    target: Target,
    tally: Tally,
) -> None:
    """One file per record, each whole or not at all; with --check they are only compared."""
    from reportcite.batch.naming import Naming
    from reportcite.batch.work.entries import entry_files, write_files
    from reportcite.cli.compare import differs
    from reportcite.formats.registry import FORMATS

    naming = Naming(target.folder, FORMATS[target_format.name].suffixes[0])
    files = entry_files(exported, settings, target_format)
    if not target.check:
        write_files(files, naming, tally.keep_one)
        return
    for file in files:
        if differs(file.pieces, naming.name(file.id)):
            tally.note(ExitCode.FINDINGS)
