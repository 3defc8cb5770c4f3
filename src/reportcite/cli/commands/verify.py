"""`reportcite verify`: pasted references against the records they come from."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportcite.cli.documents.options import complete_style
from reportcite.cli.options import Input, reads_records
from reportcite.cli.report import Reporting, Tally
from reportcite.errors import ExitCode, InputError, Place, UsageError

if TYPE_CHECKING:
    from reportcite.documents.verifying import Verified
    from reportcite.record.model import Record


@reads_records
def verify(
    source: Input,
    reporting: Reporting,
    style: Annotated[
        str,
        typer.Option(
            "--style",
            "-s",
            metavar="STYLE",
            help="What the references are to be set in, as for `cite`.",
            autocompletion=complete_style,
        ),
    ] = "apa",
    locale: Annotated[
        str, typer.Option(metavar="LANGUAGE", help="Language of dates and terms, such as de-DE.")
    ] = "",
) -> ExitCode:
    """Compare pasted references with their records.

    The first file holds the references, as text: one to a line, or with empty lines between. Words
    that differ are marked as [-pasted-] and {+printed+}; references without a record, and records
    without a reference, are named. The exit code is 1 where anything differs.

    \b
    Examples:
      reportcite verify refs.txt lit.bib
      reportcite verify refs.txt records/ --style chicago --locale de-DE
    """
    from reportcite.cli.output import writing

    if not source.files:
        raise UsageError(
            "there is nothing to verify", suggestion="name a text file, and records behind it"
        )
    path, *files = source.files
    tally = Tally(reporting)
    with writing("-") as write:
        for line in _lines(path, source._replace(files=tuple(files)), style, locale, tally):
            tally.note(ExitCode.FINDINGS)
            write(line + "\n")
    return tally.code


def _lines(path: str, source: Input, style: str, locale: str, tally: Tally) -> Iterator[str]:
    """What differs, each on a line."""
    from reportcite.csl import Processor
    from reportcite.documents.verifying import references_in, verified
    from reportcite.record.citation_item import items
    from reportcite.record.selection import key_of as key_of_record

    pasted = references_in(_text(path))
    if not pasted:
        raise InputError("holds no references", place=Place(path))
    records = [*_records(source, tally)]
    processor = Processor(style, locale=locale or None)
    cited = items(records)
    key_of = {str(item["id"]): key_of_record(one) for item, one in zip(cited, records, strict=True)}
    entries = processor.bibliography(cited)
    printed = {key_of[entry.id]: entry.text.strip() for entry in entries}
    found = [*verified(pasted, printed)]
    yield from (line for one in found if (line := _line(path, one)))
    missing = printed.keys() - {one.key for one in found}
    yield from (f"{path}: no reference to {key}" for key in printed if key in missing)


def _line(path: str, found: "Verified") -> str:
    place = f"{path}:{found.pasted.line}"
    if not found.key:
        return f"{place}: no record fits: {found.pasted.text}"
    return f"{place}: {found.key} differs: {found.difference}" if found.difference else ""


def _records(source: Input, tally: Tally) -> "Iterator[Record]":
    from reportcite.record.model import Record

    for result in source.records():
        if isinstance(result, Record):
            yield result
        else:
            tally.report(result)


def _text(path: str) -> str:
    try:
        return Path(path).read_text("utf-8-sig")
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"cannot be read: {reason}", place=Place(path)) from error
    except UnicodeDecodeError as error:
        raise InputError(
            "is no text in UTF-8", place=Place(path), suggestion="save the references as UTF-8 text"
        ) from error
