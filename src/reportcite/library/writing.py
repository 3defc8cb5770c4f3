"""Which records the functions of the library cite and export, and what they say of the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from reportcite.errors import InputError
from reportcite.problems import Problem
from reportcite.record.model import Record

if TYPE_CHECKING:
    from reportcite.batch.work.sound import OnError

_HINTS = {
    "str": " (load() reads files)",
    "dict": " (Record.from_fields() makes a record of it)",
    "list": " (call it for each)",
}


def to_write(
    results: Iterable[Record | Problem], on_error: OnError | None, problems: list[Problem] | None
) -> list[Record]:
    """Those of the records that are cited or exported, as the commands choose them.

    What was found is added to `problems`. Without such a list the first error raises InputError
    that leaves out a record, unless `on_error` says what becomes of these, or that is no record's.
    Raises UsageError for another word than `on_error` may be.
    """
    from reportcite.batch.work.sound import ON_ERROR, Screening
    from reportcite.suggest import choose

    if on_error is not None:
        choose("on_error", on_error, ON_ERROR)
    screening = Screening(on_error)
    found = list(screening.to_write(results))
    errors = [one for one in screening.findings if one.is_error]
    if problems is not None:
        problems += screening.findings
    if not screening.stopped:
        if problems is not None:
            errors = []
        elif on_error is not None:
            errors = [one for one in errors if one.rule.whole_file]
    if errors:
        first = errors[0]
        hint = first.suggestion or "on_error='keep' takes the record all the same"
        raise InputError(first.message, place=first.place, suggestion=hint)
    return found


def several(records: Record | Iterable[Record]) -> list[Record]:
    """The records, or the one record, as a list; TypeError for anything else."""
    if isinstance(records, Record):
        return [records]
    if isinstance(records, str | Mapping) or not isinstance(records, Iterable):
        raise TypeError(f"expected records, not {called(records)}")
    found = list(records)
    for one in found:
        if not isinstance(one, Record):
            raise TypeError(f"expected records, not {called(one)}")
    return found


def called(value: object) -> str:
    """The type of a value that is no record, and what to do with it instead."""
    name = type(value).__name__
    return name + _HINTS.get(name, "")
