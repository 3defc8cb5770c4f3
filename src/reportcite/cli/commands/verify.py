"""`reportcite verify`: pasted references against the records they come from."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reportcite.cli.documents.options import LocaleOption, StyleOption
from reportcite.cli.options.input import Input
from reportcite.cli.options.shared import reads_records
from reportcite.cli.options.single import AsJson
from reportcite.cli.report import Reporting, Tally
from reportcite.errors import ExitCode, InputError, Place, UsageError

if TYPE_CHECKING:
    from reportcite.documents.verifying import Pasted, Verified
    from reportcite.record.model import Record


@reads_records
def verify(
    source: Input,
    reporting: Reporting,
    style: StyleOption = "apa",
    locale: LocaleOption = "",
    as_json: AsJson = False,
) -> ExitCode:
    """Compare pasted references with their records.

    The first file holds the references, as text: one to a line, or with empty lines between; or it
    is a document of Word (.docx) or LibreOffice (.odt), whose paragraphs in the style of a
    bibliography count, if there are such. Words that differ are marked as [-pasted-] and
    {+printed+}; references without a record, and records without a reference, are named. The exit
    code is 1 where anything differs.

    \b
    Examples:
      reportcite verify refs.txt lit.bib
      reportcite verify paper.docx records/ --style chicago --locale de-DE
    """
    from reportcite.cli.output import writing
    from reportcite.cli.terminal import escape_line

    if not source.files:
        raise UsageError(
            "there is nothing to verify", suggestion="name a text file, and records behind it"
        )
    path, *files = source.files
    if not (files or source.sample):
        raise UsageError(
            f"there are no records to compare {path} with", suggestion="name them behind it"
        )
    tally = Tally(reporting)
    references = _references(path, source._replace(files=tuple(files)), style, locale, tally)
    if any(one["verdict"] != "same" for one in references):
        tally.note(ExitCode.FINDINGS)
    with writing("-") as write:
        if as_json:
            write(json.dumps(references, ensure_ascii=False, indent=1) + "\n")
        else:
            for line in filter(None, map(_line, references)):
                write(escape_line(line) + "\n")
    tally.close(_counted(references))
    return tally.code


def _references(
    path: str, source: Input, style: str, locale: str, tally: Tally
) -> list[dict[str, Any]]:
    """Every reference, and every record without one, as JSON has it."""
    from reportcite.csl import Processor
    from reportcite.documents.verifying import verified
    from reportcite.record.items import items
    from reportcite.record.selection import key_of as key_of_record

    pasted = _pasted(path)
    if not pasted:
        raise InputError("holds no references", place=Place(path))
    records = [*_records(source, tally)]
    processor = Processor(style, locale=locale or None)
    for problem in processor.style.problems:
        tally.report(problem)
    cited = items(records)
    key_of = {str(item["id"]): key_of_record(one) for item, one in zip(cited, records, strict=True)}
    entries = processor.bibliography(cited)
    printed = {key_of[entry.id]: entry.text.strip() for entry in entries}
    found = [*verified(pasted, printed)]
    missing = printed.keys() - {one.key for one in found}
    return [
        *(_object(path, one) for one in found),
        *(_without_reference(path, key) for key in printed if key in missing),
    ]


def _object(path: str, found: "Verified") -> dict[str, Any]:
    verdict = "differs" if found.difference else "same"
    return {
        "file": path,
        "line": found.pasted.line,
        "reference": found.pasted.text,
        "key": found.key,
        "verdict": verdict if found.key else "no-record",
        "difference": found.difference,
    }


def _without_reference(path: str, key: str) -> dict[str, Any]:
    nothing = {"line": 0, "reference": "", "key": key}
    return {"file": path, **nothing, "verdict": "no-reference", "difference": ""}


def _line(reference: dict[str, Any]) -> str:
    """What is printed of a reference; "" for one that is as it should be."""
    place = f"{reference['file']}:{reference['line']}"
    return {
        "same": "",
        "differs": f"{place}: {reference['key']} differs: {reference['difference']}",
        "no-record": f"{place}: no record fits: {reference['reference']}",
        "no-reference": f"{reference['file']}: no reference to {reference['key']}",
    }[reference["verdict"]]


def _counted(references: list[dict[str, Any]]) -> str:
    """How many references and records there are of each kind, in one line."""
    of = Counter(one["verdict"] for one in references)
    pasted = len(references) - of["no-reference"]
    return (
        f"{pasted} reference{'' if pasted == 1 else 's'}: {of['same']} as printed, "
        f"{of['differs']} different, {of['no-record']} without a record; "
        f"{of['no-reference']} record{'' if of['no-reference'] == 1 else 's'} without a reference"
    )


def _records(source: Input, tally: Tally) -> "Iterator[Record]":
    from reportcite.record.model import Record

    for result in source.records():
        if isinstance(result, Record):
            yield result
        else:
            tally.report(result)


_LARGEST: Final = 100_000_000
"""So many bytes the pasted references may have, which are all in memory: a device has no end."""


def _pasted(path: str) -> "list[Pasted]":
    """The references in a text, or in a document of Word or LibreOffice, there with the number of
    the paragraph."""
    from reportcite.batch.opening import what_to_do
    from reportcite.documents.office.paragraphs import ZIP, paragraphs_in
    from reportcite.documents.verifying import Pasted, references_in, unnumbered

    try:
        with Path(path).open("rb") as file:
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            message = f"holds more than {_LARGEST:,} bytes"
            hint = "give the references alone, some at a time"
            raise InputError(message, place=Place(path), suggestion=hint)
        if not content.startswith(ZIP):
            return references_in(content.decode("utf-8-sig"))
    except OSError as error:
        reason = error.strerror or str(error)
        hint = what_to_do(path, error)
        message = f"cannot be read: {reason}"
        raise InputError(message, place=Place(path), suggestion=hint) from error
    except UnicodeDecodeError as error:
        raise InputError(
            "is no text in UTF-8", place=Place(path), suggestion="save the references as UTF-8 text"
        ) from error
    found = enumerate(paragraphs_in(content, path), 1)
    return [Pasted(unnumbered(text), number) for number, text in found if text]
