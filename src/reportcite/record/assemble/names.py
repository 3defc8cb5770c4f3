"""Reads one name of a record, a text or a mapping of parts, and says in which field it is wrong."""

from __future__ import annotations

from typing import cast

from reportcite.problems import Problem, shown
from reportcite.record.rules import UNKNOWN_KEY
from reportcite.record.untyped import Untyped, wrong_shape
from reportcite.values.names.parts import NAME_PARTS, WrongPart, read_parts
from reportcite.values.names.reading import Reading
from reportcite.values.names.typed import read_names
from reportcite.values.rules import WRONG_SHAPE


def read_name(field: str, value: Untyped) -> Reading:
    """The names in `value`, mostly one, and what is wrong or doubtful about them.

    A text may hold several with semicolons between them; what is no name is left out.
    """
    if isinstance(value, str):
        return read_names(value)
    if isinstance(value, dict):
        return _name_of_parts(field, value)
    if value is None:
        return Reading([])
    return Reading([], [wrong_shape(field, value, "a name such as “Family, Given”")])


def _name_of_parts(field: str, source: dict[str, Untyped]) -> Reading:
    reading = read_parts(source)
    problems = [_wrong_part(field, wrong) for wrong in reading.wrong]
    if reading.name is not None:
        return Reading([reading.name], problems)
    message = f"a name of {field} has neither family nor given nor literal"
    problems.append(WRONG_SHAPE.found(message, "write family and given"))
    return Reading([], problems)


def _wrong_part(field: str, wrong: WrongPart) -> Problem:
    if wrong.is_known:
        return wrong_shape(f"{field}’s {wrong.part}", cast(Untyped, wrong.value), "one text")
    message = f"{shown(wrong.key)} is not a part of a name; it is left out"
    hint = f"the parts are {', '.join(sorted(NAME_PARTS))}"
    if wrong.part:
        hint = f"did you mean `{wrong.part}`?"
    return UNKNOWN_KEY.found(message, hint)
