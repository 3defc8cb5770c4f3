"""Records are put into frames by type and fields; what holds of many at once is asked at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportcite.errors import Place
from reportcite.problems import Ignored, Problem
from reportcite.record.fields import Value
from reportcite.record.frame import Frame, Frames, frames_of, in_order, parted, screened
from reportcite.record.model import Record
from reportcite.record.rules import REQUIRED_FIELD

PROBLEM = REQUIRED_FIELD.found("a record needs a title")


def record(number: int, type_: str = "report", **fields: Value) -> Record:
    return Record(f"r{number}", type_, {"title": f"T{number}", **fields}, Place("x"), one_line=True)


def frame(size: int) -> Frame:
    [found] = frames_of([record(number) for number in range(size)]).frames
    return found


def all_but(*rows: int) -> Callable[[Frame], bool]:
    return lambda part: not {*rows} & {*part.rows}


def test_records_of_one_type_and_one_set_of_fields_are_in_one_frame() -> None:
    found: list[Record | Problem] = []
    for number in range(0, 30, 3):
        found += [record(number), record(number + 1, "book"), record(number + 2, note="n")]
    first, second, third = frames_of(found).frames
    assert frames_of(found).rest == []
    assert [*first.rows] == [*range(0, 30, 3)]
    assert [one.id for one in second.records] == [f"r{number}" for number in range(1, 30, 3)]
    assert third.columns == {
        "title": tuple(f"T{number}" for number in range(2, 30, 3)),
        "note": ("n",) * 10,
    }
    assert (first.type, second.type, third.type) == ("report", "book", "report")


def test_few_of_a_kind_are_in_none() -> None:
    assert len(frame(8).rows) == 8
    seven = [record(number) for number in range(7)]
    assert frames_of(seven) == Frames([], [*enumerate(seven)])


def test_what_there_is_more_to_say_of_is_in_none() -> None:
    said: list[dict[str, Any]] = [
        {"problems": (PROBLEM,)}, {"custom": {"a": 1}}, {"stated_none": frozenset({"author"})},
        {"truncated": frozenset({"author"})}, {"one_line": False},
        {"ignored": (Ignored(("x",), Place("x"), True, "ignore[x]"),)},
    ]  # fmt: skip
    others: list[Record | Problem] = [
        record(number)._replace(**said[number]) for number in range(6)
    ]
    found = [PROBLEM, *(record(number) for number in range(10)), *others]
    frames, rest = frames_of(found)
    assert [[*one.rows] for one in frames] == [[*range(1, 11)]]
    assert rest == [(0, PROBLEM), *enumerate(others, 11)]


def test_what_is_in_no_frame_is_in_order() -> None:
    found: list[Record | Problem] = [record(0), PROBLEM, record(1), record(2, "book"), PROBLEM]
    assert [row for row, _ in frames_of(found).rest] == [0, 1, 2, 3, 4]


def test_all_come_back_in_the_order_they_were_in() -> None:
    found: list[Record | Problem] = [PROBLEM]
    for number in range(10):
        found += [record(number), record(number, "book"), record(number, note="n")]
    found.append(record(10)._replace(one_line=False))
    assert in_order(frames_of(found)) == found


def test_a_slice_has_the_same_records_in_all_its_parts() -> None:
    part = frame(20).slice(3, 9)
    assert [*part.rows] == [3, 4, 5, 6, 7, 8]
    assert [one.id for one in part.records] == [f"r{number}" for number in part.rows]
    assert part.columns == {"title": tuple(f"T{number}" for number in part.rows)}


def test_parts_are_in_order_and_as_large_as_may_be() -> None:
    assert [*parted(frame(40), all_but())] == [(frame(40), True)]
    parts = [([*part.rows], holds) for part, holds in parted(frame(42), all_but(12))]
    assert parts == [
        ([*range(10)], True),
        ([*range(10, 21)], False),
        ([*range(21, 31)], True),
        ([*range(31, 42)], True),
    ]
    for size, asked in ((31, [31]), (32, [32, 8, 8, 8, 8]), (128, [128, *([32, 8, 8, 8, 8] * 4)])):
        sizes: list[int] = []

        def never(part: Frame, sizes: list[int] = sizes) -> bool:
            sizes.append(len(part.rows))
            return False

        assert not any(holds for _, holds in parted(frame(size), never))
        assert sizes == asked


def test_those_of_which_it_does_not_hold_are_in_the_rest() -> None:
    def holds(one: Record) -> bool:
        return one.id not in ("r3", "r12")

    given = Frames([frame(20)], [(20, PROBLEM)])
    [part], rest = screened(given, all_but(3, 12), holds)
    assert [*part.rows] == [row for row in range(20) if row not in (3, 12)]
    assert [one.id for one in part.records] == [f"r{row}" for row in part.rows]
    assert part.columns["title"] == [f"T{row}" for row in part.rows]
    assert rest == [(3, record(3)), (12, record(12)), (20, PROBLEM)]
    assert screened(given, all_but(), holds) == given  # nobody asks for each
    assert screened(given, all_but(3), lambda one: False).frames == []
