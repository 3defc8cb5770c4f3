"""What makes a record of what a reader found: its members, before it is one."""

from __future__ import annotations

from typing import Any, Final

from reportcite.record.assemble.lacking import lacking
from reportcite.record.assemble.making import Making
from reportcite.record.fields import holds_one_line_each
from reportcite.record.untyped import UntypedRecord

_NO_NAMES: Final[frozenset[str]] = frozenset()


def members(untyped: UntypedRecord) -> tuple[Any, ...]:
    """The members of the record that a reader found, in the order in which `Record` has them.

    Field names are taken in any case, with `_` or spaces for `-`. A value that cannot be read
    leaves a Problem in the record's `problems`, after those of the reader. Without a type it is a
    report. In formats that cannot state that there is no date or author, missing ones are taken
    for that, with a warning. Nothing in the fields is changed, but name mappings may be shared.
    """
    making = Making(untyped)
    making.read()
    fields, none, place = making.fields, making.stated_none, untyped.place
    if not untyped.notation.states_none:
        names, problems = lacking(making.type, fields, none, making.places)
        none.update(names)
        making.problems += [problem.at(place) for problem in problems]
    return (
        making.id or untyped.fallback_id,
        making.type,
        fields,
        place,
        frozenset(none) if none else _NO_NAMES,
        tuple(making.problems),
        making.places,
        untyped.one_line or holds_one_line_each(fields),
        making.custom,
        untyped.notation.states_none,
        frozenset(making.truncated) if making.truncated else _NO_NAMES,
        tuple(making.advice),
        tuple(untyped.ignored),
    )
