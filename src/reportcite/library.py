"""The functions of the Python library, on whole lists of records."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportcite.errors import InputError, Problem, UsageError
from reportcite.record.model import Record


def load(path: str | Path, from_: str | None = None) -> list[Record]:
    """The records of a file or folder, in order; `from_` names a format the suffix does not tell.

    Bad values are in `Record.problems`. Raises InputError for what could not become a record at
    all, UsageError for an unknown format.
    """
    from reportcite.batch.chunks import read

    records = []
    for result in read([str(path)], from_):
        if isinstance(result, Record):
            records.append(result)
        elif result.severity == "error":
            raise InputError(result.message, place=result.place, suggestion=result.suggestion)
    return records


def check(record: Record) -> list[Problem]:
    """What is wrong with `record` and what it lacks, by line; includes what loading found."""
    from reportcite.record.check import check as problems_of

    return problems_of(record)


def cite(
    records: Iterable[Record],
    style: str | Path | bytes = "apa",
    locale: str | None = None,
    output: str = "text",
) -> str:
    """The records as one bibliography, in the style's order.

    `style` is a name, the path of a .csl file or its bytes; `locale` is a language tag such as
    `de-DE`; `output` is text, html, markdown, rtf, latex, typst, org or rst. Raises StyleError
    for a style that cannot be used, UsageError for an unknown output.
    """
    from reportcite.csl import Processor

    return Processor(style, locale=locale, output=output).document(items(records))


def export(records: Iterable[Record], to: str) -> str:
    """The records as one file of the format called `to` (`bibtex`, `ris`, …).

    Raises UsageError for a format that is unknown or cannot be written.
    """
    from reportcite.formats import format_named
    from reportcite.formats.format import Fields, write_all
    from reportcite.formats.keys import UniqueKeys, base_key

    format = format_named(to)
    write = format.write
    if write is None:
        raise UsageError(f"the format {format.name} can only be read, not written")
    keys = UniqueKeys()
    entries = [write(Fields(record), keys.unique(base_key(record))) for record in records]
    return "".join(write_all(format, entries))


def items(records: Iterable[Record]) -> list[dict[str, object]]:
    """The records as CSL-JSON items for the citation engine, no two with one id."""
    found: list[dict[str, object]] = []
    seen: set[str] = set()
    for number, record in enumerate(records, 1):
        item = record.item()
        if record.id in seen:
            item["id"] = f"{record.id}#{number}"
        seen.add(record.id)
        found.append(item)
    return found
