"""Checks one record: everything that was found while loading it, then every rule."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cache

from reportcite.errors import Place
from reportcite.problems import Problem
from reportcite.record.checks.required import how_elsewhere, missing
from reportcite.record.checks.silenced import silenced, unused
from reportcite.record.checks.wrong import (
    all_look_right,
    are_printable,
    control_characters,
    looks_right,
    wrong_codes,
)
from reportcite.record.frame import Frame
from reportcite.record.model import Record
from reportcite.values.rules import WRONG_SHAPE


def check(record: Record, *, only_errors: bool = False) -> list[Problem]:
    """Every problem of `record` that its author does not ignore: those of loading first, then what
    it lacks, what is wrong with its values, and advice; last, comments that ignore nothing.

    `only_errors` leaves out warnings, and the work of finding them: the table of ISBN ranges is
    then read only for a wrong ISBN. The rules are explained in `record.rules` and `values.rules`.
    """
    problems = found(record, only_errors=only_errors)
    if not record.ignored:  # as in nearly all
        return problems
    left = silenced(problems, record.ignored)
    return left if only_errors else [*left, *unused(problems, record.ignored)]


def found(record: Record, *, only_errors: bool = False) -> list[Problem]:
    """As `check`, but with what its author ignores."""
    problems = [*record.problems, *_missing(record, only_errors), *_wrong(record)]
    if only_errors:
        return [problem for problem in problems if problem.is_error]
    return [*problems, *_advice(record)]


def is_sound(record: Record) -> bool:
    """Whether `check` finds no error in `record` but those of loading: known soon of most records
    that have none, and False of some others that have none, too."""
    fields = record.fields
    return (
        looks_right(fields)
        and not missing(record.type, fields, record.stated_none, only_errors=True)
        and (record.one_line or are_printable(fields))
    )


def are_sound(frame: Frame) -> bool:
    """Whether `is_sound` says so of all records of `frame`; it may say no where it does."""
    lacking = "archive" in frame.columns or missing(frame.type, frame.columns, only_errors=True)
    return not lacking and all_look_right(frame.columns)


def _missing(record: Record, only_errors: bool) -> Iterator[Problem]:
    lacking = missing(record.type, record.fields, record.stated_none, only_errors=only_errors)
    for group, problem in lacking:
        # An empty field is missing where it stands; one that could not be read is reported already.
        name = next((name for name in group if name in record.places), "")
        place = record.place_of(name)
        if not (name and _is_reported(record, name, place)):
            here = problem.at(place)
            yield here if record.own else here._replace(suggestion=how_elsewhere(group))


def _is_reported(record: Record, name: str, place: Place) -> bool:
    """Whether a problem stands at the field, or a member of it has a wrong shape."""
    begin = record.places[name]
    behind = min((one for one in record.places.values() if one > begin), default=(sys.maxsize, 0))
    return any(
        found.place == place
        or (found.rule == WRONG_SHAPE and begin < (found.place.line, found.place.column) < behind)
        for found in record.problems
    )


def _wrong(record: Record) -> Iterator[Problem]:
    fields = record.fields
    if not record.one_line:
        for name, problem in control_characters(fields):
            yield problem.at(record.place_of(name))
    for name, problem in wrong_codes(fields):
        yield problem.about(name, record.place_of(name))


def _advice(record: Record) -> Iterator[Problem]:
    yield from record.advice
    # How it stands in the file is told, and what that makes of the value need not be.
    told = record.advice and {(one.rule, one.fix.field) for one in record.advice if one.fix}
    for name, found in _adviser()(record):
        if (found.rule, name) in told:
            continue
        problem = found.about(name, record.place_of(name))
        if problem not in record.problems:  # names that were typed are doubted while loading
            yield problem


@cache
def _adviser() -> Callable[[Record], Iterator[tuple[str, Problem]]]:
    """Imported when first used, since what is cited or exported gets no advice, and only once."""
    from reportcite.record.checks.advice import advice

    return advice
