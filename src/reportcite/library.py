"""The functions of the Python library, on whole lists of records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, overload

from reportcite.errors import InputError, OutputError, UsageError
from reportcite.problems import Problem
from reportcite.record.model import Record

if TYPE_CHECKING:
    from reportcite.batch.work.sound import OnError


def load(
    paths: str | Path | Iterable[str | Path],
    from_: str | None = None,
    *,
    problems: list[Problem] | None = None,
) -> list[Record]:
    """The records of a file or folder, or of several, in order.

    `from_` names a format the suffix does not tell. Bad values are in `Record.problems`. What could
    not become a record at all is appended to `problems`, and after that a warning for each record
    that has the id of an earlier one, as `reportcite cite` and `export` report it; both records are
    kept. Without such a list the first of what is no record raises InputError, and an id may be
    there twice. Raises UsageError for an unknown format.
    """
    from reportcite.batch.chunks import read
    from reportcite.record.checks.duplicates import Ids, Seen
    from reportcite.record.checks.silenced import silenced

    several = [paths] if isinstance(paths, str | Path) else paths
    records = []
    for result in read([str(path) for path in several], from_):
        if isinstance(result, Record):
            records.append(result)
        elif problems is not None:
            problems.append(result)
        elif result.is_error:
            raise InputError(
                result.message,
                place=result.place,
                suggestion=result.suggestion or "load(…, problems=[]) collects what cannot be read",
            )
    if problems is not None:
        ids = Ids()
        for record in records:
            ids.add(record)
        for index, problem in Seen().same_ids(ids):
            problems += silenced([problem], records[index].ignored)
    return records


def check(record: Record) -> list[Problem]:
    """What is wrong with `record` and what it lacks, by line; includes what loading found."""
    from reportcite.record.checks.check import check as problems_of

    if not isinstance(record, Record):
        raise TypeError(f"check() takes one Record, not {_called(record)}")
    return problems_of(record)


@overload
def fix(source: Record) -> Record: ...


@overload
def fix(source: str | Path, from_: str | None = None, *, write: bool = True) -> list[Problem]: ...


def fix(
    source: Record | str | Path, from_: str | None = None, *, write: bool = True
) -> Record | list[Problem]:
    """Put right what leaves no doubt: DOIs with a link before them, hyphens of ISBNs, dashes of
    pages, schemes of URLs, dates in words, entities of HTML, doubled spaces, and their like.

    Of a record, the record with these values; what is left, `check` finds in it. Of the path of a
    file or a folder, the problems that were fixed in place, each with its `fix`, with every other
    byte left as it was; with `write=False` no file is changed. `from_` names a format that the
    suffix does not tell. Raises OutputError for a file that cannot be written, or is of a format
    that is not fixed in place; files before it are fixed then. Raises UsageError for an unknown
    format.
    """
    if isinstance(source, Record):
        from reportcite.record.assemble.fixed import fixed

        return fixed(source)
    from reportcite.batch import fixing

    done: list[Problem] = []
    for found in fixing.fixed_files([str(source)], from_):
        failed = found if isinstance(found, Problem) else fixing.write(found) if write else None
        if failed is not None:
            raise OutputError(failed.message, place=failed.place, suggestion=failed.suggestion)
        assert not isinstance(found, Problem)
        done += found.problems
    return done


def cite(  # noqa: PLR0913 - what the options of the command are
    records: Record | Iterable[Record],
    style: str | Path | bytes = "apa",
    locale: str | None = None,
    output: str = "text",
    *,
    on_error: OnError | None = None,
    problems: list[Problem] | None = None,
) -> str:
    """The records, or the one record, as a bibliography in the style's order.

    `style` is a name, the path of a .csl file or its bytes; `locale` is a language tag such as
    `de-DE`; `output` is text, html, markdown, rtf, latex, typst, org or rst. Raises StyleError
    for a style that cannot be used, UsageError for an unknown output; for records with errors see
    `export`.
    """
    from reportcite.csl import Processor
    from reportcite.record.citation_item import items

    processor = Processor(style, locale=locale, output=output)
    return processor.document(items(_to_write(records, on_error, problems)))


def export(
    records: Record | Iterable[Record],
    to: str,
    *,
    on_error: OnError | None = None,
    problems: list[Problem] | None = None,
) -> str:
    """The records, or the one record, as a file of the format called `to` (`bibtex`, `ris`, …).

    As for the command, a record of YAML or JSON Lines that has an error is left out, and one of
    another program's format is kept; `on_error` is `keep`, `skip` or `stop` for both. What the
    command reports of them is appended to `problems`. Without such a list the first record that
    would be left out raises InputError, unless `on_error` is `skip`; `stop` always does. Raises
    UsageError for a format that is unknown or cannot be written.
    """
    from reportcite.formats.format import write_all
    from reportcite.formats.loss import Fields
    from reportcite.formats.registry import format_named
    from reportcite.formats.writing.keys import UniqueKeys, base_key

    target_format = format_named(to)
    write = target_format.write
    if write is None:
        raise UsageError(f"the format {target_format.name} can only be read, not written")
    keys = UniqueKeys()
    entries = [
        write(Fields(record), keys.unique(base_key(record)))
        for record in _to_write(records, on_error, problems)
    ]
    return "".join(write_all(target_format, entries))


def _to_write(
    records: Record | Iterable[Record], on_error: OnError | None, problems: list[Problem] | None
) -> list[Record]:
    """The records that are cited or exported. Raises InputError as `export` says, UsageError for
    another word than `on_error` may be."""
    from reportcite.batch.work.sound import ON_ERROR, Screening

    if on_error not in (None, *ON_ERROR):
        raise UsageError(f"on_error cannot be {on_error!r}", suggestion="keep, skip or stop")
    screening = Screening(on_error)
    found = list(screening.to_write(_all(records)))
    if problems is not None:
        problems += screening.findings
    if screening.stopped or (screening.left_out and on_error is None and problems is None):
        first = next(one for one in screening.findings if one.is_error)
        hint = first.suggestion or "on_error='keep' takes the record all the same"
        raise InputError(first.message, place=first.place, suggestion=hint)
    return found


def _all(records: Record | Iterable[Record]) -> list[Record]:
    """Several records; TypeError for anything else."""
    if isinstance(records, Record):
        return [records]
    if isinstance(records, str | Mapping):
        raise TypeError(f"expected records, not {_called(records)}")
    several = list(records)
    for one in several:
        if not isinstance(one, Record):
            raise TypeError(f"expected records, not {_called(one)}")
    return several


def _called(value: object) -> str:
    """The type of a value that is no record, and what to do with it instead."""
    hints = {
        "str": " (load() reads files)",
        "dict": " (csl.Processor takes CSL-JSON items)",
        "list": " (call it for each)",
    }
    name = type(value).__name__
    return name + hints.get(name, "")
