"""What was found in records, as JSON that any process reads."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import Any, Final, Protocol

from reportcite.batch.work.sound import Screening
from reportcite.cluster import storage
from reportcite.cluster.partitions import Plan
from reportcite.cluster.shapes import Maybe
from reportcite.errors import ExitCode, Place
from reportcite.problems import SEVERITIES, Fix, Ignored, Judgement, Problem, Rule
from reportcite.tuples import NamedTuple

_PLACE: Final = (str, int, int)
_JUDGEMENT: Final = (str, str, str, int | None)
_RULE: Final = (str, str, str, str, str, int, [_JUDGEMENT], bool, bool, bool)
PROBLEM: Final = (_RULE, str, _PLACE, str, Maybe((str, str, str, bool)), str)
"""The shape of a problem (`problem_from`)."""
IGNORED: Final = [([str], _PLACE, bool, str)]
"""The shape of what a record has rules ignore (`ignored_from`)."""
PLACES: Final = ([(str, int)], [(int, int)])
"""The shape of places (`places_from`)."""
NOTE: Final = {
    **dict.fromkeys(("written", "size", "read", "with_errors", "left_out", "with_warnings"), int),
    "findings": [PROBLEM],
    "doubtful": [int],
    "ignored": [(int, IGNORED)],
}
"""The shape of a line of `note_to`."""


class Reported(NamedTuple):
    """What became of a chunk, as `cli` reports it; `again` are the records, by their index among
    those written of it, whose id an earlier record has."""

    written: int
    screening: Screening
    size: int
    again: list[tuple[int, Problem]]


class _Done(Protocol):
    @property
    def written(self) -> int: ...
    @property
    def screening(self) -> Screening: ...
    @property
    def size(self) -> int: ...


def note_to(done: _Done) -> bytes:
    """A line that says what became of a chunk."""
    told = {"written": done.written, "size": done.size}
    return json.dumps(told | screening_to(done.screening)).encode("ascii") + b"\n"


def note_from(told: dict[str, Any], again: list[tuple[int, Problem]]) -> Reported:
    """What a line of `note_to` says, with what is known of the ids only when all are. Raises
    ValueError where it says of a finding what cannot be."""
    return Reported(told["written"], screening_from(told), told["size"], again)


def notes(plan: Plan, number: int) -> Iterator[Reported]:
    """What became of the chunks of a partition, without ids that others have. Raises Damaged."""
    path = plan.file("found", number)
    with storage.opened(path) as lines:
        for line in lines:
            told = storage.parsed(path, line, NOTE)
            with storage.understood(path):
                yield note_from(told, [])


def problem_from(told: list[Any]) -> Problem:
    """The problem, and its rule as it was judged, that JSON has as nested lists.

    Raises ValueError for a severity or an exit code that is none.
    """
    rule, message, place, suggestion, fix, record = told
    return Problem(_rule(*rule), message, Place(*place), suggestion, fix and Fix(*fix), record)


def screening_to(screening: Screening) -> dict[str, Any]:
    """What `screening` says of its records, without their ids."""
    return {
        "findings": screening.findings,
        "read": screening.read,
        "with_errors": screening.with_errors,
        "left_out": screening.left_out,
        "doubtful": sorted(screening.doubtful),
        "with_warnings": screening.with_warnings,
        "ignored": [*screening.ignored.items()],
    }


def screening_from(told: dict[str, Any]) -> Screening:
    """What `screening_to` wrote down."""
    return Screening(
        findings=[*map(problem_from, told["findings"])],
        read=told["read"],
        with_errors=told["with_errors"],
        left_out=told["left_out"],
        doubtful=set(told["doubtful"]),
        with_warnings=told["with_warnings"],
        ignored={index: ignored_from(each) for index, each in told["ignored"]},
    )


def places_to(places: Sequence[Place]) -> list[Any]:
    """`places` in few words: how many follow each other in which files, then lines and columns."""
    files = [(file, len([*run])) for file, run in groupby(place.file for place in places)]
    return [files, [(place.line, place.column) for place in places]]


def places_from(told: list[Any]) -> Iterator[Place]:
    """The places that `places_to` wrote down, in order. Raises ValueError for other numbers of
    places and of lines."""
    files, lines = told
    following = iter(lines)
    for file, count in files:
        here = [*islice(following, count)]
        if len(here) != count:
            raise ValueError("a place has no line")
        for line, column in here:
            yield Place(file, line, column)


def ignored_from(told: list[Any]) -> tuple[Ignored, ...]:
    """What a record has rules ignore, of which JSON has nested lists."""
    return tuple(map(_ignored, told))


def _rule(*told: Any) -> Rule:
    rule = Rule(*told)
    if rule.severity not in SEVERITIES:
        raise ValueError("there is no such severity")
    elsewhere = tuple(_judgement(*one) for one in rule.elsewhere)
    return rule._replace(exit=ExitCode(rule.exit), elsewhere=elsewhere)


def _judgement(where: str, severity: Any, why: str, code: int | None) -> Judgement:
    return Judgement(where, severity, why, None if code is None else ExitCode(code))


def _ignored(told: list[Any]) -> Ignored:
    names, place, whole, text = told
    return Ignored(tuple(names), Place(*place), whole, text)
