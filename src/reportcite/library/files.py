"""Loads, checks and fixes records."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import overload

from reportcite.errors import InputError, OutputError
from reportcite.library.writing import called
from reportcite.problems import Problem
from reportcite.record.model import Record


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

    >>> import reportcite
    >>> [record.id for record in reportcite.load("lit.bib")]
    ['beck1986', 'portes1998', 'ratzmann2024']
    >>> found: list[reportcite.Problem] = []
    >>> len(reportcite.load(["lit.bib", "missing.bib"], problems=found)), len(found)
    (3, 1)
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
    """What is wrong with `record` and what it lacks, by line; includes what loading found.

    It is what `reportcite check` finds in the record; whether records are of one work is not
    looked for. Raises TypeError for what is no Record.

    >>> import reportcite
    >>> for problem in reportcite.check(reportcite.load("partner.ris")[0]):
    ...     print(problem.place, problem.severity, problem.rule.name)
    partner.ris:1:1 warning recommended-field
    """
    from reportcite.record.checks.check import check as problems_of

    if not isinstance(record, Record):
        raise TypeError(f"check() takes one Record, not {called(record)}")
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

    >>> import reportcite
    >>> record = reportcite.Record.from_fields(title="Trust", DOI="https://doi.org/10.1234/a")
    >>> reportcite.fix(record).fields["DOI"]
    '10.1234/a'
    >>> [problem.rule.name for problem in reportcite.fix("partner.ris", write=False)]
    []
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
