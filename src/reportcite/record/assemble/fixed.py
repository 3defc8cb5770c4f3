"""Makes a record of another by putting right what leaves no doubt."""

from __future__ import annotations

from typing import Final, cast

from reportcite.problems import Fix
from reportcite.record.assemble.record import with_fields
from reportcite.record.checks.check import check
from reportcite.record.fields import Value
from reportcite.record.model import Record
from reportcite.values.shapes import Contributor

_MOST_ROUNDS: Final = 20


def fixed(record: Record) -> Record:
    """`record` with all that leaves no doubt put right, and without the problems of that.

    Its places stay those of the file it was read from, which is not changed.
    """
    for _ in range(_MOST_ROUNDS):
        problems = [problem for problem in check(record) if problem.fix is not None]
        if not problems:
            break
        fields = {**record.fields}
        for fix in (problem.fix for problem in problems if problem.fix is not None):
            name = fix.field.partition("/")[0]
            if name in fields:
                fields[name] = replaced(fields[name], fix)
        # What was put right while it was read is no problem of the record's value.
        left = [problem for problem in record.problems if problem not in problems]
        record = with_fields(record, fields, left)
    return record


def replaced(value: Value, fix: Fix) -> Value:
    """A value with `fix` done to its texts; a date, and what is fixed as it is written in the file,
    says the same before and after."""
    if fix.as_written:
        return value
    if isinstance(value, str):
        return value.replace(fix.old, fix.new, 1)
    if isinstance(value, list):
        number = fix.field.partition("/")[2]
        return [
            _with_part_replaced(one, fix) if number in ("", str(index)) else one
            for index, one in enumerate(value, 1)
        ]
    return value


def _with_part_replaced(name: Contributor, fix: Fix) -> Contributor:
    parts = {part: fix.new if text == fix.old else text for part, text in name.items()}
    return cast(Contributor, parts)
